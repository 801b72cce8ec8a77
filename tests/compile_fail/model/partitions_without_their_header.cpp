// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: partitioned tables have a header of their own; #include <pgmodel/partitions.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/partitions.hpp>
#endif

struct sale {
    std::int64_t id{};
    std::string place{};

    static constexpr auto table() {
        return pg::table("sales", pg::primary_key(col<&sale::id>, col<&sale::place>),
                         pg::partition_by_list(col<&sale::place>).partition("sales_north", pg::in("north")));
    }
};

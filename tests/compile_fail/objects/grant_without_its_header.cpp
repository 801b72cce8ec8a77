// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: views, triggers, functions, rules, policies, grants and statistics have a header of their own; #include
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/objects.hpp>
#endif

struct bill {
    std::int64_t id{};
    std::string text{};

    static constexpr auto table() {
        return pg::table("bills", pg::field<&bill::id>.primary_key(), pg::grant(pg::select_privilege).to("public"));
    }
};

inline constexpr pg::registry<bill> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: views, triggers, policies and grants have a header of their own; #include
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/objects.hpp>
#endif

#ifdef PGMODEL_BAD
struct bill {
    std::int64_t id{};

    static constexpr auto table() {
        return pg::table("bills", pg::field<&bill::id>.primary_key(), pg::grant("select").to("public"));
    }
};
#else
struct bill {
    std::int64_t id{};

    static constexpr auto table() {
        return pg::table("bills", pg::field<&bill::id>.primary_key(), pg::grant(pg::select_privilege).to("public"));
    }
};
#endif

inline constexpr pg::registry<bill> all{};

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
        return pg::table("bills", pg::field<&bill::id>.primary_key(), pg::row_level_security,
                         pg::policy("own").using_(col<&bill::id> > pg::lit<1>));
    }
};

inline constexpr pg::registry<bill> all{};

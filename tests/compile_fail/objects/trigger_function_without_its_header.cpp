// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: views, triggers, functions, rules, policies, grants and statistics have a header of their own; #include
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/objects.hpp>
#endif

inline constexpr auto touched = pg::trigger_function("touched", "begin return new; end");

struct bill {
    std::int64_t id{};
    std::string text{};

    static constexpr auto table() {
        return pg::table("bills", pg::field<&bill::id>.primary_key(), pg::trigger("t").after().on_insert().execute(touched));
    }
};

inline constexpr pg::registry<bill> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this declaration calls a function that returns rows
// expect: thing
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

struct thing {
    std::int64_t id{};
    std::vector<std::int32_t> numbers{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(pg::unnest(col<&t::numbers>)));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::numbers>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};

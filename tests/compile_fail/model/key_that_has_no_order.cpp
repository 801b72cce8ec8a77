// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a key or index of this model has a field that PostgreSQL cannot sort
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    pg::json_text document{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::document>.unique());
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.unique());
#endif
    }
};

inline constexpr pg::registry<thing> all{};

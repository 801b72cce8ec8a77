// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a key or index of this model has a struct that PostgreSQL cannot sort
// expect: thing
#include "../models.hpp"

struct labelled {
    std::string name{};
    pg::json_text document{};
};

struct thing {
    std::int64_t id{};
    labelled label{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::label>.index());
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.index());
#endif
    }
};

inline constexpr pg::registry<thing> all{};

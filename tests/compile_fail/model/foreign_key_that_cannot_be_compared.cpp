// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot compare the types of this foreign key and of the columns that it references
#include "../models.hpp"

struct thing {
    std::int32_t id{};
    std::string name{};
    std::int16_t other{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::foreign_key(col<&t::name>).references(col<&t::id>, pg::of_another_type)
#else
                         pg::foreign_key(col<&t::other>).references(col<&t::id>, pg::of_another_type)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};

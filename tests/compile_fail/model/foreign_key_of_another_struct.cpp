// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this declaration names a field of another struct
// expect: person::team_id
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things",
            pg::field<&t::id>.primary_key(), pg::foreign_key(col<&person::team_id>).references(pg::model<team>));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things",
            pg::field<&t::id>.primary_key(), pg::foreign_key(col<&t::id>).references(pg::model<team>));
    }
};
#endif

inline constexpr pg::registry<thing> all{};

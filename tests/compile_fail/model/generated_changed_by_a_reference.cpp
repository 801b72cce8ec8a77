// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key of this model sets a generated column
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int64_t person_id{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::person_id>.generated(col<&t::id> + 1).references(pg::model<person>, pg::on_update_cascade));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::person_id>.generated(col<&t::id> + 1).references(pg::model<person>));
#endif
    }
};

inline constexpr pg::registry<person, team, thing> all{};

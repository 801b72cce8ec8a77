// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key of this model sets a field to NULL that is not optional
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};
    std::int64_t team_id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::team_id>.references(col<&team::id>, pg::on_delete_set_null));
    }
};
#else
struct thing {
    std::int32_t id{};
    std::optional<std::int64_t> team_id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::team_id>.references(col<&team::id>, pg::on_delete_set_null));
    }
};
#endif

inline constexpr pg::registry<thing> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: foreign_key(...).references(...)
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::int64_t team_id{};

    static constexpr auto table() {
        return pg::table("things", pg::foreign_key(col<&thing::team_id>));
    }
};
inline constexpr pg::registry<team, thing> models{};
#else
struct thing {
    std::int64_t id{};
    std::int64_t team_id{};

    static constexpr auto table() {
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::foreign_key(col<&thing::team_id>).references(col<&team::id>));
    }
};
inline constexpr pg::registry<team, thing> models{};
#endif

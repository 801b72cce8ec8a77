// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a table of this registry is called as the server calls the sequence of another one's identity: table_column_seq
#include "../models.hpp"

struct numbers {
    std::int64_t id{};

    static constexpr auto table() { return pg::table("teams_id_seq", pg::field<&numbers::id>.primary_key()); }
};

#ifdef PGMODEL_BAD
inline constexpr pg::registry<team, numbers> models{};
#else
inline constexpr pg::registry<team> models{};
inline constexpr pg::registry<numbers> others{};
#endif

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what the program gives is the field's initialiser; what the server gives is said by server_default()
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t                   id{};
    std::int64_t                   team_id{};
    std::string                    name{};
    std::optional<pg::timestamptz> at{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.default_("x"));
    }
};
inline constexpr pg::registry<team, thing> models{};
#else
struct thing {
    std::int64_t                   id{};
    std::int64_t                   team_id{};
    std::string                    name{};
    std::optional<pg::timestamptz> at{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.server_default(""));
    }
};
inline constexpr pg::registry<team, thing> models{};
#endif

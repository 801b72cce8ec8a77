// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: what an update sets is .set_on_update(pgmodel::now())
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t                   id{};
    std::int64_t                   team_id{};
    std::string                    name{};
    std::optional<pg::timestamptz> at{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::at>.onupdate(pg::now()));
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
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::at>.set_on_update(pg::now()));
    }
};
inline constexpr pg::registry<team, thing> models{};
#endif

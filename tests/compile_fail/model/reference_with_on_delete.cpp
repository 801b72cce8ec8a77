// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what becomes of a foreign key is said with it: .references(pgmodel::model<other>, pgmodel::on_delete_cascade)
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t                   id{};
    std::int64_t                   team_id{};
    std::string                    name{};
    std::optional<pg::timestamptz> at{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::team_id>.references(pg::model<team>).on_delete("CASCADE"));
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
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::team_id>.references(pg::model<team>, pg::on_delete_cascade));
    }
};
inline constexpr pg::registry<team, thing> models{};
#endif

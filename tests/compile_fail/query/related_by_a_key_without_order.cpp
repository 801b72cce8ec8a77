// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: related() sorts rows by the key that they refer to, so its type needs <
#include "../models.hpp"

#include <pgmodel/session/links.hpp>

struct city_id {
    std::int64_t value{};
#ifdef PGMODEL_BAD
    bool operator==(const city_id&) const = default;
#else
    auto operator<=>(const city_id&) const = default;
#endif
};
template <>
struct pgmodel::codec<city_id> : pgmodel::wrapped<&city_id::value> {};

struct city {
    city_id id{};

    static constexpr auto table() { return pg::table("cities", pg::field<&city::id>.primary_key()); }
};
struct street {
    std::int64_t id{};
    city_id in{};

    static constexpr auto table() {
        return pg::table("streets", pg::field<&street::id>.primary_key(), pg::field<&street::in>.references(pg::model<city>));
    }
};

void run(pg::connection& db, const std::vector<city>& cities) { db.related<street>(cities); }

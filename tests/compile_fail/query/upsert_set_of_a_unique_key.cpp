// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set<...>() names the key by which the row is recognised
#include "../models.hpp"

#include <pgmodel/session/upsert_many.hpp>

struct place {
    std::int64_t id{};
    std::string name{};
    std::string country{};

    static constexpr auto table() {
        return pg::table("places", pg::field<&place::id>.primary_key().identity(), pg::field<&place::name>.unique());
    }
};

void run([[maybe_unused]] pg::connection& db, [[maybe_unused]] const std::vector<place>& rows) {
#ifdef PGMODEL_BAD
    db.upsert<&place::name>(rows, pg::set<&place::name>());
#else
    db.upsert<&place::name>(rows, pg::set<&place::country>());
#endif
}

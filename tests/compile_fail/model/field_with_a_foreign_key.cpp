// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key of one field is .references(
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t size{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("thing", pg::field<&thing::id>.primary_key(), pg::field<&thing::size>.foreign_key(col<&team::id>));
#else
        return pg::table("thing", pg::field<&thing::id>.primary_key(), pg::field<&thing::size>.index());
#endif
    }
};

void use([[maybe_unused]] pg::connection& db) { db.all(pg::select<thing>()); }

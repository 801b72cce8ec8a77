// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what the program gives is the field's initialiser; what the server gives is said by server_default()
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t size{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("thing", pg::field<&thing::id>.primary_key(), pg::field<&thing::size>.default_value(0));
#else
        return pg::table("thing", pg::field<&thing::id>.primary_key(), pg::field<&thing::size>.server_default(0));
#endif
    }
};

void use([[maybe_unused]] pg::connection& db) { db.all(pg::select<thing>()); }

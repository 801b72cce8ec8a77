// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field can be NULL if its type is std::optional
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t size{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("thing", pg::field<&thing::id>.primary_key(), pg::field<&thing::size>.nullable());
#else
        return pg::table("thing", pg::field<&thing::id>.primary_key());
#endif
    }
};

void use([[maybe_unused]] pg::connection& db) { db.all(pg::select<thing>()); }

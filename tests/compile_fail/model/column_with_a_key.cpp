// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: col<> is for expressions; what a table says of a field begins with field<>
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t size{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("thing", pg::col<&thing::id>.primary_key());
#else
        return pg::table("thing", pg::field<&thing::id>.primary_key());
#endif
    }
};

void use([[maybe_unused]] pg::connection& db) { db.all(pg::select<thing>()); }

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: that a field is an embedded struct is said by pgmodel::embedded<&model::field> instead
#include "../models.hpp"

struct sizes {
    std::int32_t wide{};
};
struct thing {
    std::int64_t id{};
    sizes size{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("thing", pg::field<&thing::id>.primary_key(), pg::field<&thing::size>.embedded());
#else
        return pg::table("thing", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::size>);
#endif
    }
};

void use([[maybe_unused]] pg::connection& db) { db.all(pg::select<thing>()); }

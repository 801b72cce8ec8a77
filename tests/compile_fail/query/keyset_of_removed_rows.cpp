// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows that are equal in order_by() would be lost between two pages
#include "../models.hpp"
#include <pgmodel/query/keyset.hpp>

struct note {
    std::int64_t id{};
    std::string slug{};
    bool gone = false;
    static constexpr auto table() {
        return pg::table("notes", pg::field<&note::id>.primary_key(), pg::field<&note::slug>.unique(),
                         pg::field<&note::gone>.server_default(false).soft_delete());
    }
};

void use() {
#ifdef PGMODEL_BAD
    (void)pg::keyset_query(pg::select(col<&note::slug>).with_removed().order_by(col<&note::slug>), 10);
#else
    (void)pg::keyset_query(pg::select(col<&note::slug>).order_by(col<&note::slug>), 10);
#endif
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a placeholder stands in statements; a table's declaration has values
#include <pgmodel.hpp>

namespace pg = pgmodel;
using pg::col;

struct price {
    std::int64_t id{};
    std::int32_t cents{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("prices", pg::no_primary_key, pg::check(col<&price::cents> > pg::arg<int, "least">));
#else
        return pg::table("prices", pg::no_primary_key, pg::check(col<&price::cents> > 0));
#endif
    }
};

auto use() { return pg::schema::describe(pg::registry<price>{}); }

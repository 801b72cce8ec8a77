// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot compare values of this type in this way
// expect: hstore
#include "../models.hpp"

#include <pgmodel/expression/hstore.hpp>

struct product {
    std::int64_t id{};
    pg::hstore details{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<product>().where(col<&product::details> < pg::hstore{}));
#else
    db.all(pg::select<product>().where(col<&product::details> == pg::hstore{}));
    db.all(pg::select<product>().order_by(col<&product::details>));
#endif
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: money has no currency, and its decimals depend on the server's lc_monetary; use
// expect: pgmodel::numeric<19, 4>
#include <pgmodel/types/money.hpp>

#include "../models.hpp"

struct bill {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    pg::money total{};
#else
    pg::numeric<19, 4> total{};
#endif
};

void use(pg::connection& db) { db.insert(bill{}); }

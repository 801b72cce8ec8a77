// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: #include <pgmodel/types/inet.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/types/inet.hpp>
#endif

struct visit {
    std::int64_t id{};
    pg::inet from{};
};

void use(pg::connection& db) { db.insert(visit{}); }

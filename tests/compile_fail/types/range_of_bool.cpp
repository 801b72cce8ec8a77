// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no range of this element type; use std::int32_t, std::int64_t, numeric, date,
// expect: timestamp or timestamptz, or specialise pgmodel::range_type
#include <pgmodel/types/range.hpp>

#include "../models.hpp"

struct seats {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    pg::range<bool> numbers{};
#else
    pg::range<std::int32_t> numbers{};
#endif
};

void use(pg::connection& db) { db.insert(seats{}); }

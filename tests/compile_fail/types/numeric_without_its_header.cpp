// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: numeric<> has a header of its own; #include <pgmodel/types/long_numeric.hpp>
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    pg::numeric<> size{};
};
#else
struct thing {
    std::int64_t id{};
    pg::numeric<30, 2> size{};
};
#endif

void use(pg::connection& db) { db.insert(thing{}); }

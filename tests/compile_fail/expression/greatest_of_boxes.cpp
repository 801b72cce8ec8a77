// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no order of this type, so no value of it is the greatest or the least
// expect: area::shape
#include "../models.hpp"

#include <pgmodel/types/geometry.hpp>

struct area {
    std::int64_t id{};
    pg::box shape{};
    std::int32_t size{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::greatest(col<&area::shape>, pg::box{});
#else
    (void)pg::greatest(col<&area::size>, 1);
#endif
}

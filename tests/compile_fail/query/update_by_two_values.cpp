// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model's primary key is of several columns; their values are a std::tuple
#include "../models.hpp"

struct place {
    std::int32_t row{};
    std::int32_t number{};
    bool taken{};

    static constexpr auto table() {
        return pg::table("places", pg::primary_key(col<&place::row>, col<&place::number>));
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.update<place>(5, 6, col<&place::taken> = true);
#else
    (void)db.update<place>(std::tuple(5, 6), col<&place::taken> = true);
#endif
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
#include "../models.hpp"

struct place {
    std::string city{};
    std::string street{};
};
struct shop {
    place at{};
    std::string name{};

    static constexpr auto table() { return pg::table("shops", pg::field<&shop::at>.primary_key()); }
};

void run(pg::session& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&shop::name>).group_by(col<&shop::at, &place::city>));
#else
    db.all(pg::select(col<&shop::name>).group_by(col<&shop::at>));
#endif
}

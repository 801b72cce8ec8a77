// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this composite type names an attribute of another struct
// expect: place
#include "../models.hpp"

struct spot {
    double x{};
};
struct place {
    double x{};
#ifdef PGMODEL_BAD
    static constexpr auto composite() { return pg::composite("place", pg::attribute<&spot::x>("z")); }
#else
    static constexpr auto composite() { return pg::composite("place", pg::attribute<&place::x>("z")); }
#endif
};
struct thing {
    std::int64_t id{};
    place at{};
};

inline constexpr pg::registry<thing> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two attributes of this composite type have the same name
// expect: place
#include "../models.hpp"

struct place {
    double x{};
    double y{};
#ifdef PGMODEL_BAD
    static constexpr auto composite() { return pg::composite("place", pg::attribute<&place::y>("x")); }
#else
    static constexpr auto composite() { return pg::composite("place", pg::attribute<&place::y>("z")); }
#endif
};
struct thing {
    std::int64_t id{};
    place at{};
};

inline constexpr pg::registry<thing> all{};

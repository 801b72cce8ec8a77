// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has both a composite() of its own and a pgmodel::composite_of
// expect: place
#include "../models.hpp"

struct place {
    double x{};
    static constexpr auto composite() { return pg::composite("place"); }
};
#ifdef PGMODEL_BAD
template <>
struct pgmodel::composite_of<place> {
    static constexpr auto composite() { return pgmodel::composite("spot"); }
};
#endif
struct thing {
    std::int64_t id{};
    place at{};
};

inline constexpr pg::registry<thing> all{};

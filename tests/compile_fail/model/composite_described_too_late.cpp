// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: after instantiation
// expect: spot
#include "../models.hpp"

struct spot {
    std::int32_t x{};
};

#ifdef PGMODEL_BAD
struct place {
    std::int64_t id{};
    spot at{};

    static constexpr auto table() { return pg::table("places", pg::check(col<&place::at> != spot{1})); }
};
#endif

template <>
struct pgmodel::composite_of<spot> {
    static constexpr auto composite() { return pg::composite("spots"); }
};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: after instantiation
// expect: year
#include "../models.hpp"

struct year {
    std::int32_t value{};
};

#ifdef PGMODEL_BAD
struct film {
    std::int64_t id{};
    year release{};

    static constexpr auto table() { return pg::table("films", pg::check(col<&film::release> != year{1})); }
};
#endif

template <>
struct pgmodel::domain_of<year> {
    static constexpr auto domain() { return pg::domain("years"); }
};

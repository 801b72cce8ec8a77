// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the check of a domain speaks of pgmodel::domain_value of its own struct, and of no column
#include "../models.hpp"

struct year {
    std::int32_t value{};
    static constexpr auto domain() {
#ifdef PGMODEL_BAD
        return pg::domain("year", pg::check(col<&person::age> > 1900));
#else
        return pg::domain("year", pg::check(pg::domain_value<year> > 1900));
#endif
    }
};

struct film {
    std::int64_t id{};
    year release{};
};

inline constexpr pg::registry<film> all{};

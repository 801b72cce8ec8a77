// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: domain() takes a name and then checks
#include "../models.hpp"

struct year {
    std::int32_t value{};
    static constexpr auto domain() {
#ifdef PGMODEL_BAD
        return pg::domain("year", pg::domain_value<year> > 1900);
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

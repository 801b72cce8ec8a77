// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the member of a domain has no PostgreSQL type; use one of the supported types
#include "../models.hpp"

struct year {
#ifdef PGMODEL_BAD
    int* value{};
#else
    std::int32_t value{};
#endif
    static constexpr auto domain() { return pg::domain("year"); }
};

struct film {
    std::int64_t id{};
    year release{};
};

inline constexpr pg::registry<film> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a domain is a struct with one member, which holds its value
#include "../models.hpp"

struct year {
    std::int32_t value{};
#ifdef PGMODEL_BAD
    std::int32_t more{};
#else

#endif
    static constexpr auto domain() { return pg::domain("year"); }
};

struct film {
    std::int64_t id{};
    year release{};
};

inline constexpr pg::registry<film> all{};

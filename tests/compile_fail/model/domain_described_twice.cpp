// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has both a domain() of its own and a pgmodel::domain_of; keep one of them
#include "../models.hpp"

struct year {
    std::int32_t value{};
    static constexpr auto domain() { return pg::domain("year"); }
};
#ifdef PGMODEL_BAD
template <>
struct pgmodel::domain_of<year> {
    static constexpr auto domain() { return pg::domain("year"); }
};
#else

#endif
struct film {
    std::int64_t id{};
    year release{};
};

inline constexpr pg::registry<film> all{};

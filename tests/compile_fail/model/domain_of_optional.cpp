// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the member of a domain is a plain value; make the fields optional that can be NULL
#include "../models.hpp"

struct year {
#ifdef PGMODEL_BAD
    std::optional<std::int32_t> value{};
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

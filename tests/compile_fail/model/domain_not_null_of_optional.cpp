// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field is optional, but its domain is declared not_null(); take one of them away
#include "../models.hpp"

struct year {
    std::int32_t value{};
    static constexpr auto domain() {
        return pg::domain("year").not_null();
    }
};

struct film {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    std::optional<year> release{};
#else
    year release{};
#endif
};

inline constexpr pg::registry<film> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only a domain over a text can have a collation; take collate() away
#include "../models.hpp"

struct year {
    std::int32_t value{};
    static constexpr auto domain() {
#ifdef PGMODEL_BAD
        return pg::domain("year").collate("C");
#else
        return pg::domain("year");
#endif
    }
};

struct film {
    std::int64_t id{};
    year release{};
};

inline constexpr pg::registry<film> all{};

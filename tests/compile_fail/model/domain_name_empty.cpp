// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the name of this domain is empty or longer than PostgreSQL's 63 bytes
#include "../models.hpp"

struct year {
    std::int32_t value{};
    static constexpr auto domain() {
#ifdef PGMODEL_BAD
        return pg::domain("");
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

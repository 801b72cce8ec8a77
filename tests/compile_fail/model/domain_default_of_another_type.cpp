// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the default of this domain has another type than its member
#include "../models.hpp"

struct year {
    std::int32_t value{};
    static constexpr auto domain() {
#ifdef PGMODEL_BAD
        return pg::domain("year").server_default("2000");
#else
        return pg::domain("year").server_default(2000);
#endif
    }
};

struct film {
    std::int64_t id{};
    year release{};
};

inline constexpr pg::registry<film> all{};

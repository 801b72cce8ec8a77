// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it; give a value of that type
#include "../models.hpp"

struct year {
    std::int32_t value{};
    static constexpr auto domain() {
        return pg::domain("year");
    }
};

struct film {
    std::int64_t id{};
    year release{};
};

#ifdef PGMODEL_BAD
auto q = pg::select<film>().where(col<&film::release> == 1990);
#else
auto q = pg::select<film>().where(col<&film::release> == year{1990});
#endif


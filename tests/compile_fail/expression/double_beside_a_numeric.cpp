// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a floating-point number is none of the exact numbers of a numeric
#include <pgmodel.hpp>

namespace pg = pgmodel;
using pg::col;

struct product {
    std::int64_t id{};
    pg::numeric<10, 2> price{};
};

#ifdef PGMODEL_BAD
auto q = pg::select<product>().where(col<&product::price> == 9.99);
#else
auto q = pg::select<product>().where(col<&product::price> == pg::numeric<10, 2>{"9.99"});
#endif

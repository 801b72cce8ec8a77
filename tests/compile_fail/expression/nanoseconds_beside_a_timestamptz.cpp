// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this time is finer than the microseconds that the database keeps; say that it is cut
#include <pgmodel.hpp>

#include <chrono>

namespace pg = pgmodel;
using pg::col;

struct visit {
    std::int64_t id{};
    pg::timestamptz at{};
};

#ifdef PGMODEL_BAD
auto q = pg::select<visit>().where(col<&visit::at> < std::chrono::system_clock::now());
#else
auto q = pg::select<visit>().where(col<&visit::at> < pg::timestamptz{std::chrono::system_clock::now()});
#endif

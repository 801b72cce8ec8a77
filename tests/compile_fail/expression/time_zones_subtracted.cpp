// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a timestamptz does not mix with a timestamp or a date, which the server would convert by the session's time zone
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

struct meeting {
    std::int64_t  id{};
    pg::timestamp starts{};
};

#ifdef PGMODEL_BAD
inline constexpr auto left = pg::select(col<&meeting::starts> - pg::now());
#else
inline constexpr auto left = pg::select(pg::at_time_zone<"Europe/Berlin">(col<&meeting::starts>) - pg::now());
#endif

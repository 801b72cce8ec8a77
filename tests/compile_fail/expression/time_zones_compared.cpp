// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a timestamptz does not mix with a timestamp or a date, which the server would convert by the session's time zone; name the zone with pgmodel::at_time_zone<...>() (<pgmodel/expression/date_time.hpp>), or say pgmodel::cast<...>()
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

struct meeting {
    std::int64_t    id{};
    pg::timestamp   starts{};
    pg::timestamptz booked{};
};

#ifdef PGMODEL_BAD
inline constexpr auto late = pg::select<meeting>().where(col<&meeting::starts> < col<&meeting::booked>);
#else
inline constexpr auto late =
    pg::select<meeting>().where(pg::at_time_zone<"Europe/Berlin">(col<&meeting::starts>) < col<&meeting::booked>);
#endif

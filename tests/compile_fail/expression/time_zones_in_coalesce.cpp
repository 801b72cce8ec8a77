// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a timestamptz does not mix with a timestamp or a date, which the server would convert by the session's time zone
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

struct meeting {
    std::int64_t                   id{};
    std::optional<pg::timestamp>   starts{};
    std::optional<pg::timestamptz> booked{};
};

#ifdef PGMODEL_BAD
inline constexpr auto first = pg::select(pg::coalesce(col<&meeting::starts>, col<&meeting::booked>));
#else
inline constexpr auto first =
    pg::select(pg::coalesce(col<&meeting::starts>, pg::at_time_zone<"Europe/Berlin">(col<&meeting::booked>)));
#endif

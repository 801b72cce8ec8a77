// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a timestamptz does not mix with a timestamp or a date, which the server would convert by the session's time zone
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

struct meeting {
    std::int64_t    id{};
    pg::timestamp   starts{};
    pg::timestamptz booked{};
};

#ifdef PGMODEL_BAD
inline constexpr auto book = pg::update(pg::model<meeting>).set(col<&meeting::booked> = col<&meeting::starts>).all_rows();
#else
inline constexpr auto book = pg::update(pg::model<meeting>)
                                 .set(col<&meeting::booked> = pg::at_time_zone<"Europe/Berlin">(col<&meeting::starts>))
                                 .all_rows();
#endif

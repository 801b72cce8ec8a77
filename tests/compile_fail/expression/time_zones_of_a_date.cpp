// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a timestamptz does not mix with a timestamp or a date, which the server would convert by the session's time zone
#include "../models.hpp"

struct meeting {
    std::int64_t  id{};
    pg::date      day{};
    pg::timestamp starts{};
};

#ifdef PGMODEL_BAD
inline constexpr auto past = pg::select<meeting>().where(col<&meeting::day> < pg::now());
#else
inline constexpr auto past = pg::select<meeting>().where(col<&meeting::day> < pg::cast<pg::date>(pg::now()) &&
                                                         col<&meeting::day> < col<&meeting::starts>);
#endif

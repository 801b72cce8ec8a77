// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is compared with itself; take one of the two from an alias (pgmodel::alias<...>)
// expect: person::team_id
#include "../models.hpp"

inline constexpr auto mate = pg::alias<person, "mate">;

#ifdef PGMODEL_BAD
inline constexpr auto mates =
    pg::select<person>().join(mate).on(col<&person::team_id> == col<&person::team_id>);
#else
inline constexpr auto mates =
    pg::select<person>().join(mate).on(mate[col<&person::team_id>] == col<&person::team_id>);
#endif

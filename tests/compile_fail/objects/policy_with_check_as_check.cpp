// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: WITH CHECK of a policy is said by with_check()
#include "../models.hpp"

#include <pgmodel/objects.hpp>

#ifdef PGMODEL_BAD
inline constexpr auto own = pg::policy("own").check(col<&person::active> == pg::lit<true>);
#else
inline constexpr auto own = pg::policy("own").with_check(col<&person::active> == pg::lit<true>);
#endif

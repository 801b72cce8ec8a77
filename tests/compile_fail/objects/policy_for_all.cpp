// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a policy is for all commands when nothing is said; take for_all() away
#include "../models.hpp"

#include <pgmodel/objects.hpp>

#ifdef PGMODEL_BAD
inline const auto own = pg::policy("own").for_all().using_(col<&person::active> == pg::lit<true>);
#else
inline const auto own = pg::policy("own").using_(col<&person::active> == pg::lit<true>);
#endif

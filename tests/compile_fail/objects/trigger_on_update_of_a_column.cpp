// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: UPDATE OF columns is said by on_update_of(pgmodel::col<&model::field>)
#include "../models.hpp"

#include <pgmodel/objects.hpp>

#ifdef PGMODEL_BAD
inline constexpr auto renamed = pg::trigger("renamed").after().on_update(col<&person::name>);
#else
inline constexpr auto renamed = pg::trigger("renamed").after().on_update_of(col<&person::name>);
#endif

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an argument or result of a function has no PostgreSQL type; name the type as a text
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct opaque {
    opaque();
};

#ifdef PGMODEL_BAD
inline constexpr auto f = pg::stored_function("f").returns<opaque>().body("");
#else
inline constexpr auto f = pg::stored_function("f").returns("opaque").body("");
#endif

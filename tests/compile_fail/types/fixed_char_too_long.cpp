// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: fixed_char<N> has 1 to 10485760 characters
#include <pgmodel/types/fixed_char.hpp>

#include "../models.hpp"

#ifdef PGMODEL_BAD
pg::fixed_char<0> code{};
#else
pg::fixed_char<10485760> code{};
#endif

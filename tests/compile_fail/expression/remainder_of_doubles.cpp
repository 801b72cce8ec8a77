// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: there is no such operator for these types
#include "../models.hpp"

struct thing {
    double x{};
};

#ifdef PGMODEL_BAD
inline const auto wrong = col<&thing::x> % 2;
#else
inline const auto right = col<&thing::x> / 2;
#endif

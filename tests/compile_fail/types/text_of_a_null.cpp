// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: NULL has no text; take text_of() of the value in the optional
#include "../models.hpp"

#include <pgmodel/types/text_of.hpp>

std::string said(const std::optional<int>& n) {
#ifdef PGMODEL_BAD
    return pg::text_of(n);
#else
    return n ? pg::text_of(*n) : "none";
#endif
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field of this view has another type than the expression at its place in the query
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct active {
#ifdef PGMODEL_BAD
    color state{};
#else
    mood state{};
#endif

    static constexpr auto table() {
        return pg::view("active", pg::select(col<&person::state>));
    }
};

inline constexpr pg::registry<active> all{};

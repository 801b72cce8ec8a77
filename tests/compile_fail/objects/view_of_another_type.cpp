// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field of this view has another type than the expression at its place in the query
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct active {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    std::int64_t name{};
#else
    std::string name{};
#endif

    static constexpr auto table() {
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>));
    }
};

inline constexpr pg::registry<active> all{};

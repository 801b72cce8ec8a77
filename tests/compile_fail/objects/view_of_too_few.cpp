// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the query of a view selects one expression for each field of the model, in their order
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct active {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    std::string name{};
    bool more{};
#else
    std::string name{};
#endif

    static constexpr auto table() {
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>));
    }
};

inline constexpr pg::registry<active> all{};

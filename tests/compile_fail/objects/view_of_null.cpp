// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field of this view is filled by an expression that can be NULL; make it a std::optional
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct active {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    std::string nick{};
#else
    std::optional<std::string> nick{};
#endif

    static constexpr auto table() {
        return pg::view("active", pg::select(col<&person::id>, col<&person::nick>));
    }
};

inline constexpr pg::registry<active> all{};

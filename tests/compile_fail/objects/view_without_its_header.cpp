// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: views, triggers, functions, rules, policies, grants and statistics have a header of their own; #include
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/objects.hpp>
#endif

struct name {
    std::string name{};

    static constexpr auto table() { return pg::view("names", pg::select(col<&person::name>)); }
};
inline constexpr pg::registry<team, person, name> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct is made of a template, so its name is no name for a table
// expect: box
#include "../models.hpp"

template <class T>
struct box {
    std::int64_t id{};
    T            value{};

#ifndef PGMODEL_BAD
    static constexpr auto table() { return pg::table("boxes", pg::field<&box::id>.primary_key()); }
#endif
};

inline constexpr pg::registry<box<std::string>> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a column of this view's query is called like a field at another place; say the fields in the query's order, or select the columns in the order of the fields
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct active {
#ifdef PGMODEL_BAD
    std::string nick{};
    std::optional<std::string> name{};
#else
    std::string name{};
    std::optional<std::string> nick{};
#endif

    static constexpr auto table() {
        return pg::view("active", pg::select(col<&person::name>, col<&person::nick>));
    }
};

inline constexpr pg::registry<active> all{};

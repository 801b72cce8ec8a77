// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a wrapped type has further members or cannot be made from the named one in braces; let it have this
// expect: one member, or a constructor that takes it
#include <pgmodel/types/wrapped.hpp>

#include "../models.hpp"

struct chair_id {
    std::int64_t value{};
#ifdef PGMODEL_BAD
    std::string name{};
#endif
};
template <>
struct pgmodel::codec<chair_id> : pgmodel::wrapped<&chair_id::value> {};

struct chair {
    chair_id id{};
};

void use(pg::connection& db) { db.insert(chair{}); }

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a wrapped member has a type that pgmodel does not know; include its header, or specialise
// expect: pgmodel::codec for it
#include <pgmodel/types/wrapped.hpp>

#include "../models.hpp"

struct chair_id {
#ifdef PGMODEL_BAD
    void* value{};
#else
    std::int64_t value{};
#endif
};
template <>
struct pgmodel::codec<chair_id> : pgmodel::wrapped<&chair_id::value> {};

struct chair {
    chair_id id{};
};

void use(pg::connection& db) { db.insert(chair{}); }

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a document cannot hold this field's type
// expect: pointer
#include <pgmodel/document.hpp>

#include <map>

namespace pg = pgmodel;

#ifdef PGMODEL_BAD
struct thing {
    int number{};
    int* pointer{};
};
#else
struct thing {
    int number{};
    std::optional<int> pointer{};
};
#endif

inline const std::string text = pg::to_json(thing{});

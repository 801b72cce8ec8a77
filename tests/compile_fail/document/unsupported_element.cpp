// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a document cannot hold this field's type
// expect: thing
#include <pgmodel/document.hpp>

#include <map>

namespace pg = pgmodel;

#ifdef PGMODEL_BAD
struct thing {
    std::vector<int*> numbers{};
};
#else
struct thing {
    std::vector<int> numbers{};
};
#endif

inline const std::string text = pg::to_json(thing{});

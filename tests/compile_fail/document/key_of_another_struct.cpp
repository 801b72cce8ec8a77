// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this document declaration names a field of another struct
// expect: thing
#include <pgmodel/document.hpp>

#include <map>

namespace pg = pgmodel;

#ifdef PGMODEL_BAD
struct other {
    int a{};
};
struct thing {
    int a{};
    static constexpr auto document() { return pg::document(pg::key<&other::a>.required()); }
};
#else
struct thing {
    int a{};
    static constexpr auto document() { return pg::document(pg::key<&thing::a>.required()); }
};
#endif

inline const std::string text = pg::to_json(thing{});

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two keys of this document have the same name
// expect: thing
#include <pgmodel/document.hpp>

#include <map>

namespace pg = pgmodel;

#ifdef PGMODEL_BAD
struct thing {
    int a{};
    int b{};
    static constexpr auto document() { return pg::document(pg::key<&thing::b>.named("a")); }
};
#else
struct thing {
    int a{};
    int b{};
    static constexpr auto document() { return pg::document(pg::key<&thing::b>.named("c")); }
};
#endif

inline const std::string text = pg::to_json(thing{});

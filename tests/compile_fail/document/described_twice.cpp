// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has both a document() of its own and a pgmodel::document_of
// expect: thing
#include <pgmodel/document.hpp>

#include <map>

namespace pg = pgmodel;

#ifdef PGMODEL_BAD
struct thing {
    int a{};
    static constexpr auto document() { return pg::document(); }
};
template <>
struct pgmodel::document_of<thing> {
    static constexpr auto document() { return pgmodel::document(); }
};
#else
struct thing {
    int a{};
};
template <>
struct pgmodel::document_of<thing> {
    static constexpr auto document() { return pgmodel::document(); }
};
#endif

inline const std::string text = pg::to_json(thing{});

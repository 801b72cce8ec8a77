// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the field that takes the other keys is a std::map from std::string
// expect: thing
#include <pgmodel/document.hpp>

#include <map>

namespace pg = pgmodel;

#ifdef PGMODEL_BAD
struct thing {
    std::vector<int> rest{};
    static constexpr auto document() { return pg::document(pg::other_keys<&thing::rest>); }
};
#else
struct thing {
    std::map<std::string, int> rest{};
    static constexpr auto document() { return pg::document(pg::other_keys<&thing::rest>); }
};
#endif

inline const std::string text = pg::to_json(thing{});

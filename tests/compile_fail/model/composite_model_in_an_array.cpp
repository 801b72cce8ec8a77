// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field holds a struct that is a model with a table of its own
// expect: author
#include "../models.hpp"

struct author {
    std::int64_t id{};
};
#ifdef PGMODEL_BAD
template <>
struct pg::table_of<author> {
    static constexpr auto table() { return pg::table("authors", pg::field<&author::id>.primary_key()); }
};
#endif
struct work {
    std::int64_t        id{};
    std::vector<author> authors{};
};

inline constexpr pg::registry<work> all{};

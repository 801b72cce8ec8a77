// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has both an embeddable() of its own and a pgmodel::embeddable_of
#include "../models.hpp"

struct span {
    int low{};
    int high{};
    static constexpr auto embeddable() { return pg::embeddable(pg::field<&span::low>.index()); }
};
#ifdef PGMODEL_BAD
template <>
struct pgmodel::embeddable_of<span> {
    static constexpr auto embeddable() { return pgmodel::embeddable(pgmodel::field<&span::high>.index()); }
};
#endif
struct thing {
    std::int64_t id{};
    span range{};
    static constexpr auto table() { return pg::table("things", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::range>); }
};

inline constexpr pg::registry<thing> all{};

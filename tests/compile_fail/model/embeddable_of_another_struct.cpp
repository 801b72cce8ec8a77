// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this declaration names a field of another struct
#include "../models.hpp"

struct other {
    int low{};
};
struct span {
    int low{};
    int high{};
#ifdef PGMODEL_BAD
    static constexpr auto embeddable() { return pg::embeddable(pg::field<&other::low>.index()); }
#else
    static constexpr auto embeddable() { return pg::embeddable(pg::field<&span::low>.index()); }
#endif
};
struct thing {
    std::int64_t id{};
    span range{};
    static constexpr auto table() { return pg::table("things", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::range>); }
};

inline constexpr pg::registry<thing> all{};

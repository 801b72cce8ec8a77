// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field is an embedded struct, which is no column
#include "../models.hpp"

struct span {
    int low{};
    int high{};
};
struct thing {
    std::int64_t id{};
    span range{};
    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::range>, pg::unique(col<&thing::range>));
#else
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::range>,
                         pg::unique(col<&thing::range, &span::low>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this names an attribute of a composite column where a whole column is needed
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
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::unique(col<&thing::range, &span::low>));
#else
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::unique(col<&thing::range>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two columns of this model have the same name
// expect: thing
#include "../models.hpp"

struct span {
    int low{};
    int high{};
};
struct thing {
    std::int64_t id{};
    span first{};
    span second{};
    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::first>, pg::embedded<&thing::second>);
#else
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::first>,
                         pg::embedded<&thing::second>.prefix("second_"));
#endif
    }
};

inline constexpr pg::registry<thing> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an embedded struct cannot be optional
// expect: thing::at
#include "../models.hpp"

struct place {
    double x{};
};
struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    std::optional<place> at{};
#else
    place at{};
#endif
    static constexpr auto table() {
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::at>);
    }
};

inline constexpr pg::registry<thing> all{};

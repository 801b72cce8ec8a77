// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only fields of the model itself can be named here, not those of a struct within it
#include "../models.hpp"

struct span {
    int low{};
    int high{};
};
struct thing {
    std::int64_t id{};
    int size{};
    span range{};
    static constexpr auto table() {
        return pg::table("things", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::range>,
#ifdef PGMODEL_BAD
                         pg::index(col<&thing::size>).include(col<&thing::range, &span::low>));
#else
                         pg::index(col<&thing::range, &span::low>).include(col<&thing::size>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};

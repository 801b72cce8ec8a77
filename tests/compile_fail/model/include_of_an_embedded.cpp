// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: include() of this model names an embedded struct or an attribute of a composite column; name a column, such as pgmodel::col<&model::field, &embedded::field>
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
                         pg::index(col<&thing::size>).include(col<&thing::range>));
#else
                         pg::index(col<&thing::size>).include(col<&thing::range, &span::low>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};

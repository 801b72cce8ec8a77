// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: nulls_not_distinct() is said of an index of this model that is not unique
#include "../models.hpp"

struct thing {
    std::int32_t id{};
    std::int32_t n{};
    std::int32_t m{};
    std::optional<std::int32_t> maybe{};
    std::optional<std::int32_t> other{};
    std::string text{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key()
#ifdef PGMODEL_BAD
                         , pg::index(col<&t::n>).nulls_not_distinct()
#else
                         , pg::index(col<&t::n>).unique().nulls_not_distinct()
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};

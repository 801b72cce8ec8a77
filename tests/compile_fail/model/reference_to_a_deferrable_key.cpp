// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key must reference the primary key or a unique column of the other table
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
                         , pg::unique(col<&t::m>).deferrable(), pg::field<&t::n>.references(col<&t::m>)
#else
                         , pg::unique(col<&t::m>), pg::field<&t::n>.references(col<&t::m>)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL checks a CHECK constraint at once, always; take deferrable() away
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
                         , pg::check(col<&t::n> > 0).deferrable()
#else
                         , pg::check(col<&t::n> > 0)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};

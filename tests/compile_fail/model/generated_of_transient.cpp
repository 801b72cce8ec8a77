// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this declaration names a transient field, which is no column
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
                         , pg::transient<&t::m>, pg::field<&t::n>.generated(col<&t::m> + 7)
#else
                         , pg::field<&t::n>.generated(col<&t::m> + 7)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};

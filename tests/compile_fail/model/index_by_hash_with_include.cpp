// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: has include(); only B-tree, GiST and SP-GiST can
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
                         , pg::index(col<&t::n>).using_hash().include(col<&t::m>)
#else
                         , pg::index(col<&t::text>).using_spgist().include(col<&t::m>)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: name the columns that are set, or leave the parentheses out for all of them
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
                         , pg::field<&t::maybe>.references(col<&t::id>, pg::on_delete_set_null())
#else
                         , pg::field<&t::maybe>.references(col<&t::id>, pg::on_delete_set_null)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};

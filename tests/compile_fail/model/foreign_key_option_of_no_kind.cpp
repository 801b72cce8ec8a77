// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: references() takes columns or a model, and then what happens
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
                         , pg::foreign_key(col<&t::n>).references(col<&t::id>, pg::deferrable)
#else
                         , pg::foreign_key(col<&t::n>).references(col<&t::id>).deferrable()
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};

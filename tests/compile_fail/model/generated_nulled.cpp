// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key of this model sets a generated column to NULL
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
                         , pg::field<&t::maybe>.generated(col<&t::m> + 7).references(col<&t::id>, pg::on_delete_set_null)
#else
                         , pg::field<&t::maybe>.generated(col<&t::m> + 7).references(col<&t::id>)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};

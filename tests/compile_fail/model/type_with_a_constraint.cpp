// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: type() takes the name of a type and no constraint
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
                         , pg::field<&t::text>.type(pg::sql<"text not null">)
#else
                         , pg::field<&t::n>.type(pg::sql<"integer">)
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};

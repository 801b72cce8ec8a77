// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key references a table that does not last as long as its own
#include "../models.hpp"

struct fleeting {
    std::int32_t id{};
    static constexpr auto table() { return pg::table("fleeting", pg::unlogged, pg::field<&fleeting::id>.primary_key()); }
};

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
                         , pg::field<&t::n>.references(pg::model<fleeting>)
#else
                         , pg::unlogged, pg::field<&t::n>.references(pg::model<fleeting>)
#endif
        );
    }
};

inline constexpr pg::registry<fleeting, thing> all{};

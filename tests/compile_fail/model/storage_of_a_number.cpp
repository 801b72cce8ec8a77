// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: storage() or compression() is said of a field whose values are short
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::number>.storage(pg::storage_external));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::name>.storage(pg::storage_external));
#endif
    }
};

inline constexpr pg::registry<thing> all{};

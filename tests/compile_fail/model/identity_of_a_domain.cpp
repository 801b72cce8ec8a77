// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an identity column is a plain integer (int16, int32 or int64), and of no domain
#include "../models.hpp"

struct number {
    std::int64_t value{};
#ifdef PGMODEL_BAD
    static constexpr auto domain() { return pg::domain("number"); }
};
#else
};
template <>
struct pgmodel::codec<number> : pgmodel::wrapped<&number::value> {};
#endif
struct ticket {
    number value{};
};
template <>
struct pgmodel::codec<ticket> : pgmodel::wrapped<&ticket::value> {};
struct thing {
    ticket id{};

    static constexpr auto table() { return pg::table("things", pg::field<&thing::id>.primary_key().identity()); }
};

inline constexpr pg::registry<thing> all{};

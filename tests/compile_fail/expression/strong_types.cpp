// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these two have different strong types, such as ids of different models; compare values of one type, or say pgmodel::cast<...>() of one of them
#include "../models.hpp"

struct order_id {
    std::int64_t value{};
};
template <>
struct pgmodel::codec<order_id> : pgmodel::wrapped<&order_id::value> {};
struct user_id {
    std::int64_t value{};
};
template <>
struct pgmodel::codec<user_id> : pgmodel::wrapped<&user_id::value> {};

struct order {
    order_id id{};
    user_id owner{};
    user_id seller{};

    static constexpr auto table() { return pg::table("orders", pg::field<&order::id>.primary_key().identity()); }
};

#ifdef PGMODEL_BAD
inline constexpr auto own = pg::select<order>().where(col<&order::id> == col<&order::owner>);
#else
inline constexpr auto own = pg::select<order>().where(col<&order::seller> == col<&order::owner>);
#endif

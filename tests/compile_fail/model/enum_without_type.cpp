// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an enum without an underlying type cannot list its enumerators
// expect: color
#include "../models.hpp"

#ifdef PGMODEL_BAD
enum kind_of_color { red_color };
template <>
struct pg::enum_of<kind_of_color> {
    static constexpr auto type() { return pg::enumeration<kind_of_color>("color"); }
};
struct pen {
    std::int32_t  id{};
    kind_of_color ink{};
};
inline constexpr pg::registry<pen> all{};
#else
enum kind_of_color : int { red_color };
template <>
struct pg::enum_of<kind_of_color> {
    static constexpr auto type() { return pg::enumeration<kind_of_color>("color"); }
};
struct pen {
    std::int32_t  id{};
    kind_of_color ink{};
};
inline constexpr pg::registry<pen> all{};
#endif

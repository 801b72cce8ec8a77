// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field's type has no PostgreSQL type
// expect: thing
// expect: price
// expect: wchar_t
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::optional<wchar_t*> price{};
};
#else
struct thing {
    std::int64_t id{};
    std::optional<std::string> price{};
};
#endif

inline constexpr pg::registry<thing> all{};

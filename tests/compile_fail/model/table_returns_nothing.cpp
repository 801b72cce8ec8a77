// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: table() must return what pgmodel::table(...) gives
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int32_t id{};

    static constexpr void table() {}
};
#else
struct thing {
    std::int32_t id{};
    std::string table{};  // a field may be called so
};
#endif

inline constexpr pg::registry<thing> all{};

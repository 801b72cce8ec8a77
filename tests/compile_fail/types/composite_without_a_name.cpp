// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has no name
#include "../models.hpp"

struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    struct {
        std::int32_t width{};
    } size{};
#else
    struct extent {
        std::int32_t width{};
    } size{};
#endif
};

inline constexpr pg::registry<thing> all{};

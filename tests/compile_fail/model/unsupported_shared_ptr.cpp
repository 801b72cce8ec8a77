// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a pointer has no PostgreSQL type; use std::optional
// expect: thing
// expect: other
#include "../models.hpp"

#include <memory>

struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    std::shared_ptr<std::string> other{};
#else
    std::optional<std::string> other{};
#endif
};

inline constexpr pg::registry<thing> all{};

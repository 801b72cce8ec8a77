// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the id of this model is optional, so it is no primary key
// expect: thing
#include "../models.hpp"

struct thing {
#ifdef PGMODEL_BAD
    std::optional<std::int64_t> id{};
#else
    std::int64_t id{};
#endif
    std::string name{};
};

inline constexpr pg::registry<thing> all{};

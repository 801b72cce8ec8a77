// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this composite type holds itself
// expect: branch
#include "../models.hpp"

struct branch {
    std::string name{};
#ifdef PGMODEL_BAD
    std::vector<branch> branches{};
#else
    std::vector<std::string> branches{};
#endif
};
struct tree {
    std::int64_t id{};
    branch trunk{};
};

inline constexpr pg::registry<tree> all{};

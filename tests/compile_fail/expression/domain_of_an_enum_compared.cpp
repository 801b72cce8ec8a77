// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot compare values of this type in this way
#include "../models.hpp"

enum class state { open, closed };
struct settled {
    state value{};
    static constexpr auto domain() { return pg::domain("settled"); }
};
struct claim {
    std::int64_t id{};
    settled now{};
};

#ifdef PGMODEL_BAD
const auto condition = col<&claim::now> == settled{state::open};
#else
const auto condition = pg::cast<state>(col<&claim::now>) == state::open;
#endif

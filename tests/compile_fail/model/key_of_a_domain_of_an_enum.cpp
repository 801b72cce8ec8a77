// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a key of this model has a domain of an enum, for which PostgreSQL has no =; make it the enum
#include "../models.hpp"

enum class state { open, closed };
struct settled {
    state value{};
    static constexpr auto domain() { return pg::domain("settled"); }
};
struct claim {
#ifdef PGMODEL_BAD
    settled now{};
#else
    state now{};
#endif
    std::int32_t n{};

    static constexpr auto table() { return pg::table("claims", pg::field<&claim::now>.primary_key()); }
};

inline constexpr pg::registry<claim> all{};

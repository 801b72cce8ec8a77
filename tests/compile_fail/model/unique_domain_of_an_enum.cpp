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
    std::int64_t id{};
    settled now{};

    static constexpr auto table() {
        using c = claim;
        return pg::table("claims", pg::field<&c::id>.primary_key()
#ifdef PGMODEL_BAD
                         , pg::unique(col<&c::id>, col<&c::now>)
#else
                         , pg::index(col<&c::id>, col<&c::now>)
#endif
        );
    }
};

inline constexpr pg::registry<claim> all{};

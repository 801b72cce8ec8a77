// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot compare values of this type in this way
#include "../models.hpp"

#include <pgmodel/session/keyset.hpp>

enum class state { open, closed };
struct settled {
    state value{};
    static constexpr auto domain() { return pg::domain("settled"); }
};
struct claim {
    std::int64_t id{};
    settled now{};
};

auto read(pg::connection& db) {
#ifdef PGMODEL_BAD
    return pg::keyset(db, pg::select<claim>().order_by(col<&claim::now>, col<&claim::id>), 5);
#else
    return pg::keyset(db, pg::select<claim>().order_by(pg::cast<state>(col<&claim::now>), col<&claim::id>), 5);
#endif
}

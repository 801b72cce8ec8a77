// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: update() changes this model's row (its version, a generated column, or what a trigger or set_on_update says), so give it a variable
#include "../models.hpp"

struct version_holder {
    std::int32_t id{};
    std::int32_t name{};
    std::int32_t version{};

    static constexpr auto table() {
        using t = version_holder;
        return pg::table("holders", pg::field<&t::id>.primary_key(), pg::field<&t::version>.version());
    }
};

#ifdef PGMODEL_BAD
void run(pg::session& db) { const version_holder v{}; db.update(v); }
#else
void run(pg::session& db) { version_holder v{}; db.update(v); const team t{}; db.update(t); db.update(team{}); }
#endif

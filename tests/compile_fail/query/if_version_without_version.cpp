// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: if_version() is asked of a model with a version column
#include "../models.hpp"

struct versioned {
    std::int64_t id{};
    std::string name{};
    std::int32_t revision{};

    static constexpr auto table() {
        return pg::table("versioned", pg::field<&versioned::id>.primary_key(), pg::field<&versioned::revision>.version());
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.update<team>(1, col<&team::name> = "x", pg::if_version(1));
#else
    (void)db.update<versioned>(1, col<&versioned::name> = "x", pg::if_version(1));
#endif
}

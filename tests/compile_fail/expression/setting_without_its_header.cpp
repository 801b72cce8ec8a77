// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: setting() has a header of its own; #include <pgmodel/expression/setting.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/expression/setting.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::setting<std::int64_t, "app.tenant">()));
#else
    (void)db.all(pg::select(pg::setting<std::int64_t, "app.tenant">()));
#endif
}

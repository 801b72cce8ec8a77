// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a setting of a transaction has a value
#include "../models.hpp"

#include <pgmodel/session/with_setting.hpp>

void run(pg::session& db) {
#ifdef PGMODEL_BAD
    db.transaction(pg::with_setting<"app.tenant">(std::optional<int>()), [](pg::transaction&) {});
#else
    db.transaction(pg::with_setting<"app.tenant">(7), [](pg::transaction&) {});
#endif
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with_setting() is for settings of the application, whose names have a point
#include "../models.hpp"

#include <pgmodel/session/with_setting.hpp>

void run(pg::session& db) {
#ifdef PGMODEL_BAD
    db.transaction(pg::with_setting<"work_mem">(7), [](pg::transaction&) {});
#else
    db.transaction(pg::with_setting<"app.tenant">(7), [](pg::transaction&) {});
#endif
}

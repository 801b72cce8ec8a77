// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: wait_notification() has a header of its own; #include <pgmodel/session/notifications.hpp>
#include <pgmodel.hpp>

#ifndef PGMODEL_BAD
#include <pgmodel/session/notifications.hpp>
#endif

void run(pgmodel::session& db) { db.wait_notification(std::chrono::seconds(1)); }

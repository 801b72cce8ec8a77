// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: unlisten() has a header of its own; #include <pgmodel/session/notifications.hpp>
#include <pgmodel.hpp>

#ifndef PGMODEL_BAD
#include <pgmodel/session/notifications.hpp>
#endif

void run(pgmodel::session& db) { db.unlisten("outbox"); }

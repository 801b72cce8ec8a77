// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what a branch of a merge does is said by then_update(...), then_insert(...), then_delete() or then_do_nothing()
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

const auto matched =
    pg::merge_into(pg::model<person>).using_(pg::model<team>).on(col<&team::id> == col<&person::team_id>).when_matched();

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    matched.update();
#else
    (void)matched.then_do_nothing();
#endif
}

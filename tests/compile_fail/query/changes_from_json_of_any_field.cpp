// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: from_json() takes the fields that the text may name
#include "../models.hpp"

#include <pgmodel/query/json_changes.hpp>

void use([[maybe_unused]] pg::connection& db, [[maybe_unused]] std::vector<team>& rows) {
#ifdef PGMODEL_BAD
    db.update<team>(1, pg::changes<team>::from_json("{}"));
#else
    db.update<team>(1, pg::changes<team>::from_json("{}", pg::allow<&team::name>()));
#endif
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: jsonb_to_recordset() takes a jsonb
#include "../models.hpp"

#include <pgmodel/query/set_returning.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::jsonb_to_recordset<remark>(col<&person::name>);
#else
    (void)pg::jsonb_to_recordset<remark>(pg::value(pg::jsonb_text("[]")));
#endif
}

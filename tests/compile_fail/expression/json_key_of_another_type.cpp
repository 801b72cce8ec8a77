// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a part of a JSON document is found by a key
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::to_jsonb(col<&person::name>)[col<&person::salary>]);
#else
    (void)(pg::to_jsonb(col<&person::name>)["x"]);
#endif
}

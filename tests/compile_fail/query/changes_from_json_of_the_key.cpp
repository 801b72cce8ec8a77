// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field is none that an update can set
#include "../models.hpp"

#include <pgmodel/query/json_changes.hpp>

auto read(std::string_view body) {
#ifdef PGMODEL_BAD
    return pg::changes<person>::from_json(body, pg::allow<&person::id>());
#else
    return pg::changes<person>::from_json(body, pg::allow<&person::name>());
#endif
}

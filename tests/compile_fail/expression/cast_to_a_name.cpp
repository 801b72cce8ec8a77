// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the type of a cast is a template argument
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::cast(col<&person::age>, "text")));
#else
    db.all(pg::select(pg::cast<std::string>(col<&person::age>)));
#endif
}

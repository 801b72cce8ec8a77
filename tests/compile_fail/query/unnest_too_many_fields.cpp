// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the struct of a function's rows has another number of fields than the function has columns
#include "../models.hpp"

struct one {
    std::string name{};
};
struct two {
    std::string name{}, other{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<two>().from(pg::model<person>, pg::unnest<two>(col<&person::tags>)));
#else
    db.all(pg::select<one>().from(pg::model<person>, pg::unnest<one>(col<&person::tags>)));
#endif
}

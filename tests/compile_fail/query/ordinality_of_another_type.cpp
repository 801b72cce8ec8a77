// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with_ordinality() numbers the rows
#include "../models.hpp"

struct names {
    std::string lowered{};
    std::string name{};
};
struct one {
    std::string name{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<names>().from(pg::model<person>, pg::unnest<names>(col<&person::tags>).with_ordinality()));
#else
    db.all(pg::select<one>().from(pg::model<person>, pg::unnest<one>(col<&person::tags>)));
#endif
}

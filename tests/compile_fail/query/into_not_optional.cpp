// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this expression can be NULL; make the field a std::optional
// expect: summary
#include "../models.hpp"

struct summary {
    std::int64_t id{};
    std::string name{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&team::id>, pg::max(col<&person::name>)).from(pg::model<team>)
                  .left_join(pg::model<person>).group_by(col<&team::id>).into<summary>());
#else
    db.all(pg::select(col<&team::id>, pg::coalesce(pg::max(col<&person::name>), "")).from(pg::model<team>)
                  .left_join(pg::model<person>).group_by(col<&team::id>).into<summary>());
#endif
}

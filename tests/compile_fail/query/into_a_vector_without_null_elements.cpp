// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: elements of this array can be NULL; make the field a std::vector<std::optional<T>>
// expect: summary
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

struct summary {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    std::vector<std::string> names{};
#else
    std::vector<std::optional<std::string>> names{};
#endif
};

void use([[maybe_unused]] pg::connection& db) {
    db.all(pg::select(col<&team::id>, pg::array_agg(col<&person::name>))
               .from(pg::model<team>)
               .left_join(pg::model<person>)
               .group_by(col<&team::id>)
               .into<summary>());
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a full join keeps the rows of both sides, also those that are marked as removed
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>

struct file {
    std::int64_t id{};
    std::int64_t team_id{};
    std::optional<pg::timestamptz> deleted_at{};

    static constexpr auto table() {
        return pg::table("files", pg::field<&file::id>.primary_key(), pg::field<&file::team_id>.references(col<&team::id>),
                         pg::field<&file::deleted_at>.soft_delete());
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().full_join(pg::joined(pg::model<team>).join(pg::model<file>)));
#else
    db.all(pg::select<person>().left_join(pg::joined(pg::model<team>).join(pg::model<file>)));
#endif
}

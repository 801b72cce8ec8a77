// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key references a table that is emptied at COMMIT, while the rows of its own stay
#include "../models.hpp"

struct draft {
    std::int32_t id{};
    static constexpr auto table() {
        return pg::table("drafts", pg::temporary, pg::on_commit_delete_rows, pg::field<&draft::id>.primary_key());
    }
};

struct line {
    std::int32_t id{};
    std::int32_t draft_id{};

    static constexpr auto table() {
        using l = line;
        return pg::table("lines", pg::temporary, pg::field<&l::id>.primary_key(), pg::field<&l::draft_id>.references(pg::model<draft>)
#ifdef PGMODEL_BAD
                         , pg::on_commit_drop
#else
                         , pg::on_commit_delete_rows
#endif
        );
    }
};

inline constexpr pg::registry<draft, line> all{};

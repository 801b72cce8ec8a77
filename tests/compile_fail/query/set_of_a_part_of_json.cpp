// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a part of a json column cannot be set, only one of a jsonb column
#include "../models.hpp"

struct note {
    std::int64_t id{};
    pg::json_text loose{};
    pg::jsonb_text tight{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<note>).set(col<&note::loose>["a"] = 1).all_rows());
#else
    db.execute(pg::update(pg::model<note>).set(col<&note::tight>["a"] = 1).all_rows());
#endif
}

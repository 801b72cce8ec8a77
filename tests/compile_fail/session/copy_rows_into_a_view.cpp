// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model is a view, whose rows are only read; write to the tables that it is made of
#include "../models.hpp"

#include <pgmodel/objects.hpp>
#include <pgmodel/session/copy_rows.hpp>

struct active {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&active::id>.primary_key());
    }
};

void use(pg::connection& db) {
    std::vector<active> rows(1);
#ifdef PGMODEL_BAD
    pg::copy_rows(db, rows);
#else
    rows[0] = db.get<active>(1);
#endif
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model is a view, whose rows are only read; write to the tables that it is made of
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct active {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&active::id>.primary_key());
    }
};

void use(pg::connection& db) {
    active row{};
#ifdef PGMODEL_BAD
    db.insert(row);
#else
    row = db.get<active>(1);
#endif
}

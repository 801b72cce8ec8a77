// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the server computes this key, so get_or_insert() cannot send it; name another unique key
#include <pgmodel/session/get_or_insert.hpp>

#include "../models.hpp"

struct city {
    std::string name{};
    std::string lower_name{};

    static constexpr auto table() {
        return pg::table("cities", pg::field<&city::name>.primary_key(),
                         pg::field<&city::lower_name>.unique().generated(pg::lower(col<&city::name>)));
    }
};

#ifdef PGMODEL_BAD
void use(pg::connection& db) { db.get_or_insert<&city::lower_name>(city{}); }
#else
void use(pg::connection& db) { db.get_or_insert<&city::name>(city{}); }
#endif

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key must reference the primary key or a unique column
// expect: loan::age
#include "../models.hpp"

struct loan {
    std::int64_t id{};
    std::int32_t age{};

    static constexpr auto table() {
        using l = loan;
#ifdef PGMODEL_BAD
        return pg::table("loans", pg::field<&l::id>.primary_key(), pg::field<&l::age>.references(col<&person::age>));
#else
        return pg::table("loans", pg::field<&l::id>.primary_key());
#endif
    }
};

// Each function on the way to the first insert is a line of the compiler's output.
template <class Row>
void store(pg::connection& db) {
    db.insert(Row{});
}
void use(pg::connection& db) { store<loan>(db); }

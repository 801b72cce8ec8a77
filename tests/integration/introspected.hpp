// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A database that models have made is what they say.
#pragma once

#include <pgmodel/migrate.hpp>

#include <gtest/gtest.h>

namespace pgmodel_test {

/// Compares the tables of a registry's models, and what they use, with a database in which there may be more.
template <class... Models>
void expect_introspected(pgmodel::connection& db, const pgmodel::registry<Models...>& models) {
    const auto expected = pgmodel::migrate::normalise(db, models);
    pgmodel::migrate::introspect_options wanted;
    for (const auto& t : expected.tables) wanted.tables.push_back(t.name);
    const auto found = pgmodel::migrate::introspect(db, wanted);
    EXPECT_EQ(expected.tables.size(), sizeof...(Models));
    EXPECT_EQ(to_string(pgmodel::schema::compare(expected, found.database, {.column_order = true})), "");
}

}  // namespace pgmodel_test

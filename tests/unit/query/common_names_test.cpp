// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Models that have the name of something in pgmodel, which are kept apart by `namespace pg = pgmodel`.

#include <pgmodel.hpp>

#include <gtest/gtest.h>

namespace {

namespace pg = pgmodel;
using pg::col;

#define PGMODEL_TEST_MODEL(name)                                                                                       \
    struct name {                                                                                                      \
        std::int64_t id{};                                                                                             \
        std::optional<std::int64_t> of{};                                                                              \
        static constexpr auto table() {                                                                                \
            return pg::table(#name "_rows", pg::field<&name::id>.primary_key(),                                        \
                             pg::field<&name::of>.references(pg::model<name>).index(), pg::check(col<&name::id> > 0)); \
        }                                                                                                              \
    };                                                                                                                 \
    TEST(common_names, name) {                                                                                         \
        EXPECT_EQ(pg::select<name>().where(col<&name::id> == 1).sql(),                                                 \
                  "select id, of from " #name "_rows where id = $1");                                                  \
        EXPECT_EQ(pg::update(pg::model<name>).set(col<&name::of> = 1).all_rows().sql(),                                \
                  "update " #name "_rows set of = $1");                                                                \
    }

PGMODEL_TEST_MODEL(policy)
PGMODEL_TEST_MODEL(setting)
PGMODEL_TEST_MODEL(view)
PGMODEL_TEST_MODEL(trigger)
PGMODEL_TEST_MODEL(grant)
PGMODEL_TEST_MODEL(role)
PGMODEL_TEST_MODEL(domain)
PGMODEL_TEST_MODEL(comment)
PGMODEL_TEST_MODEL(schema)
PGMODEL_TEST_MODEL(sequence)
PGMODEL_TEST_MODEL(index)
PGMODEL_TEST_MODEL(session)
PGMODEL_TEST_MODEL(transaction)
PGMODEL_TEST_MODEL(connection)
PGMODEL_TEST_MODEL(pool)
PGMODEL_TEST_MODEL(row)
PGMODEL_TEST_MODEL(date)
PGMODEL_TEST_MODEL(interval)
PGMODEL_TEST_MODEL(range)
PGMODEL_TEST_MODEL(order)
PGMODEL_TEST_MODEL(page)
PGMODEL_TEST_MODEL(owner)
PGMODEL_TEST_MODEL(label)
PGMODEL_TEST_MODEL(value)
PGMODEL_TEST_MODEL(position)
PGMODEL_TEST_MODEL(point)
PGMODEL_TEST_MODEL(path)
PGMODEL_TEST_MODEL(version)
PGMODEL_TEST_MODEL(language)
PGMODEL_TEST_MODEL(text)
PGMODEL_TEST_MODEL(like)
PGMODEL_TEST_MODEL(window)
PGMODEL_TEST_MODEL(mode)
PGMODEL_TEST_MODEL(rank)
PGMODEL_TEST_MODEL(stream)

#undef PGMODEL_TEST_MODEL

}  // namespace

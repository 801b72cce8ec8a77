// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Who owns tables, partitions and views, where the model says it.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/objects.hpp>
#include <pgmodel/session/partitions.hpp>

#include <gtest/gtest.h>

#include <string>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct entry {
    std::int64_t id{};
    pg::date day{};

    static constexpr auto table() {
        using e = entry;
        return pg::table("entries", pg::no_primary_key, pg::owner("pgmodel owner"), pg::field<&e::id>.identity(),
                         pg::grant(pg::select_privilege).to("public"),
                         pg::partition_by_range(col<&e::day>)
                             .monthly()
                             .partition("entries_old", pg::from(pg::min_value), pg::to(pg::date{2000, 1, 1}),
                                        pg::partition_by_hash(col<&e::id>)
                                            .partition("entries_old_0", pg::modulus<1>, pg::remainder<0>))
                             .default_partition("entries_other", pg::owner("pgmodel reader")));
    }
};
struct seen {
    std::int64_t id{};
    static constexpr auto table() {
        return pg::view("seen", pg::select(col<&entry::id>), pg::owner("pgmodel reader"));
    }
};
struct counted {
    std::int64_t entries{};
    static constexpr auto table() {
        return pg::materialized_view("counted", pg::select(pg::count()).from(pg::model<entry>), pg::owner("pgmodel owner"));
    }
};
struct anybodys {
    std::int64_t id{};
};
inline constexpr pg::registry<entry, seen, counted, anybodys> models{};

class owners : public ::testing::Test {
protected:
    void SetUp() override {
        db.execute_script("do $$begin create role \"pgmodel owner\"; exception when duplicate_object then end$$;"
                          "do $$begin create role \"pgmodel reader\"; exception when duplicate_object then end$$");
    }
    std::string of(const std::string& relation) {
        return db.scalar<std::string>("select pg_get_userbyid(relowner)::text from pg_class where relname = $1", relation);
    }
    pg::session db{pgmodel_test::create_database("owners")};
};

TEST_F(owners, are_those_that_the_model_says) {
    db.create_all(models);
    for (const char* each : {"entries", "entries_old", "entries_old_0", "entries_id_seq", "counted"})
        EXPECT_EQ(of(each), "pgmodel owner") << each;
    for (const char* each : {"entries_other", "seen"}) EXPECT_EQ(of(each), "pgmodel reader") << each;
    const auto made = pg::maintain_partitions(db, pg::model<entry>, {.ahead = 0}).created;
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(of(made[0]), "pgmodel owner");
    db.execute_script("drop table entries_old");
    db.create_all(models);
    EXPECT_EQ(of("entries_old_0"), "pgmodel owner");
    db.insert(entry{.day = pg::date{1999, 1, 1}});
}

// A member without INHERIT may give a table away, and has no say in it from then on.
TEST_F(owners, are_set_behind_all_else) {
    db.execute_script("drop role if exists \"pgmodel maker\"; create role \"pgmodel maker\" noinherit; grant \"pgmodel owner\", "
                      "\"pgmodel reader\" to \"pgmodel maker\"; grant create on schema public to \"pgmodel owner\", \"pgmodel "
                      "reader\", \"pgmodel maker\"; set session authorization \"pgmodel maker\"");
    db.create_all(models);
    db.execute_script("reset session authorization");
    EXPECT_EQ(of("entries_old_0"), "pgmodel owner");
    EXPECT_EQ(of("seen"), "pgmodel reader");
    EXPECT_EQ(db.scalar<std::string>("select array_to_string(relacl, ' ') from pg_class where relname = 'entries'"),
              "\"pgmodel owner\"=arwdD" + std::string(pgmodel_test::server_version() >= 17 ? "xtm" : "xt") +
                  "/\"pgmodel owner\" =r/\"pgmodel owner\"");
    db.execute_script("drop owned by \"pgmodel maker\"; drop role \"pgmodel maker\"");
}

TEST_F(owners, are_compared_where_the_model_says_them) {
    db.create_all(models);
    EXPECT_EQ(to_string(pg::migrate::compare(db, models)), "");
    EXPECT_EQ(pg::migrate::introspect(db).database.tables.at(1).owner, "");
    db.execute_script("alter table entries_old_0 owner to \"pgmodel reader\"; alter view seen owner to \"pgmodel owner\";"
                      "alter table anybodys owner to \"pgmodel owner\"");
    EXPECT_EQ(to_string(pg::migrate::compare(db, models)),
              "partition entries_old_0 of entries_old: owner pgmodel reader, expected pgmodel owner\n"
              "view seen: owner pgmodel owner, expected pgmodel reader\n");
    // Read with their owners they are made with them.
    const auto read = pg::migrate::introspect(db, {.owners = true}).database;
    pg::session again{pgmodel_test::create_database("owners_again")};
    again.execute_script(pg::schema::create_script(read).c_str());
    EXPECT_EQ(to_string(pg::schema::compare(read, pg::migrate::introspect(again, {.owners = true}).database)), "");
}

}  // namespace

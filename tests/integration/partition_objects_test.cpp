// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a single partition has of its own beside keys and indexes: how its rows are kept, triggers, rules, policies,
// privileges, statistics. The same is made by hand, and the catalogs are compared.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/objects.hpp>
#include <pgmodel/session/partitions.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

inline constexpr auto noted = pg::trigger_function("noted", "begin new.note := tg_name; return new; end");

struct reading {
    std::int64_t id{};
    pg::date day{};
    std::string note{};

    static constexpr auto table() {
        using r = reading;
        return pg::table(
            "readings", pg::no_primary_key, pg::replica_identity_full, pg::field<&r::note>.index(),
            pg::partition_by_range(col<&r::day>)
                .partition("old", pg::from(pg::min_value), pg::to(pg::date{2024, 1, 1}), pg::in_schema("attic"),
                           pg::unlogged, pg::using_method("heap"), pg::with("fillfactor", 50),
                           pg::index(col<&r::day>).unique().named("old_day"), pg::replica_identity_index("old_day"),
                           pg::cluster_on("old_note_idx"), pg::statistics(col<&r::id>, col<&r::note>).mcv(),
                           pg::trigger("own").before().on_insert().on_update_of(col<&r::note>).for_each_row()
                               .when(pg::new_row[col<&r::id>] > 5).execute(noted).comment("of the old ones"),
                           pg::rule("kept").on_delete().do_nothing(),
                           pg::row_level_security, pg::policy("seen").using_(col<&r::id> > 0).comment("not all"),
                           pg::grant(pg::select_privilege).to("public"),
                           pg::grant(pg::update_privilege).on(col<&r::note>).to("public"))
                .partition("new", pg::from(pg::date{2024, 1, 1}), pg::to(pg::max_value), pg::replica_identity_nothing,
                           pg::trigger("middle").before().on_update().for_each_row().execute(noted),
                           pg::partition_by_hash(col<&r::id>)
                               .partition("new_0", pg::modulus<1>, pg::remainder<0>, pg::force_row_level_security,
                                          pg::trigger("deep").after().on_truncate().execute(noted).disabled())));
    }
};
inline constexpr pg::registry<reading> readings{};

constexpr const char* by_hand = R"(
    create function noted() returns trigger language plpgsql as $$begin new.note := tg_name; return new; end$$;
    create schema attic;
    create table readings (id bigint not null, day date not null, note text not null) partition by range (day);
    alter table readings replica identity full;
    create index on readings (note);
    create unlogged table attic.old partition of readings for values from (minvalue) to ('2024-01-01')
        using heap with (fillfactor = 50);
    create unique index old_day on attic.old (day);
    alter table attic.old replica identity using index old_day, cluster on old_note_idx, enable row level security;
    create statistics attic.old_id_note_stat (mcv) on id, note from attic.old;
    create trigger own before insert or update of note on attic.old for each row when (new.id > 5)
        execute function noted();
    comment on trigger own on attic.old is 'of the old ones';
    create rule kept as on delete to attic.old do instead nothing;
    create policy seen on attic.old using (id > 0);
    comment on policy seen on attic.old is 'not all';
    grant select on attic.old to public;
    grant update (note) on attic.old to public;
    create table new partition of readings for values from ('2024-01-01') to (maxvalue) partition by hash (id);
    alter table new replica identity nothing;
    create table new_0 partition of new for values with (modulus 1, remainder 0);
    create trigger middle before update on new for each row execute function noted();
    alter table new_0 enable row level security, force row level security;
    create trigger deep after truncate on new_0 execute function noted();
    alter table new_0 disable trigger deep;)";

class partition_objects : public ::testing::Test {
protected:
    pg::session db{pgmodel_test::create_database("partition_objects")};

    std::string ask(const std::string& sql) { return db.scalar<std::string>(pg::raw_sql(sql)); }
};

TEST_F(partition_objects, are_those_that_are_made_by_hand) {
    db.create_all(readings);
    pg::session other{pgmodel_test::create_database("partition_objects_by_hand")};
    other.execute_script(by_hand);
    pgmodel_test::expect_same_facts(pgmodel_test::catalog_of(db), pgmodel_test::catalog_of(other), {});
    const auto made = pg::migrate::introspect(db), found = pg::migrate::introspect(other);
    EXPECT_EQ(to_string(pg::schema::compare(made.database, found.database)), "");
    EXPECT_TRUE(made.unsupported.empty() && found.unsupported.empty());
    EXPECT_EQ(to_string(pg::migrate::compare(db, readings)), "");

    // What was read makes it again.
    pg::session again{pgmodel_test::create_database("partition_objects_again")};
    again.execute_script(pg::schema::create_script(made.database).c_str());
    pgmodel_test::expect_same_facts(pgmodel_test::catalog_of(again), pgmodel_test::catalog_of(other), {});
}

TEST_F(partition_objects, come_with_a_partition_that_was_missing) {
    db.create_all(readings);
    const std::string privileges = "select coalesce(relacl::text, '') from pg_class where relname = 'old'";
    const std::string given = ask(privileges);
    EXPECT_NE(given, "");
    db.execute_script("drop table attic.old, new");
    db.create_all(readings);
    EXPECT_EQ(ask(privileges), given);
    EXPECT_EQ(to_string(pg::migrate::compare(db, readings)), "");
    db.execute_script("revoke select on attic.old from public");
    db.create_all(readings);  // changes nothing of what is there
    EXPECT_NE(ask(privileges), given);
}

TEST_F(partition_objects, run_in_their_partition_only) {
    db.create_all(readings);
    db.insert(std::vector<reading>{{6, pg::date{2023, 1, 1}, ""}, {7, pg::date{2025, 1, 1}, ""}});
    EXPECT_EQ(ask("select string_agg(note, ',' order by id) from readings"), "own,");
}

struct hit {
    std::int64_t id{};
    pg::date day{};

    static constexpr auto table() {
        using h = hit;
        return pg::table("hits", pg::no_primary_key, pg::unlogged,
                         pg::partition_by_range(col<&h::day>)
                             .monthly()
                             .partition("hits_before", pg::from(pg::min_value), pg::to(pg::date{2000, 1, 1}),
                                        pg::partition_by_hash(col<&h::id>)
                                            .partition("hits_before_0", pg::modulus<1>, pg::remainder<0>)));
    }
};
inline constexpr pg::registry<hit> hits{};

// The rows of a partitioned table are in its partitions; PostgreSQL 18 refuses to call the table itself unlogged.
TEST_F(partition_objects, unlogged_are_the_partitions) {
    db.create_all(hits);
    pg::maintain_partitions(db, pg::model<hit>, {.ahead = 0});
    EXPECT_EQ(ask("select string_agg(relpersistence::text || relkind::text, ' ' order by relname) from pg_class where "
                  "relname like 'hits%'"),
              "pp pp ur ur");
    db.execute_script("drop table hits_before; drop table if exists hits_before_0");
    db.create_all(hits);
    EXPECT_EQ(ask("select relpersistence::text from pg_class where relname = 'hits_before_0'"), "u");
}

struct kept {
    std::int64_t id{};

    static constexpr auto table() {
        return pg::table("kept", pg::no_primary_key, pg::using_method("heap_too"),
                         pg::partition_by_range(col<&kept::id>)
                             .partition("kept_as_usual", pg::from(1), pg::to(2), pg::using_method("heap"))
                             .partition("kept_so", pg::from(2), pg::to(3)));
    }
};
inline constexpr pg::registry<kept> all_kept{};

TEST_F(partition_objects, access_methods_are_the_tables_or_their_own) {
    if (pgmodel_test::server_version() < 17) GTEST_SKIP() << "partitioned tables have an access method since 17";
    db.execute_script("create access method heap_too type table handler heap_tableam_handler");
    const std::string methods =
        "select string_agg(relname || ' ' || amname, ' ' order by relname) from pg_class join pg_am as m on m.oid = relam "
        "where relname like 'kept%'";
    db.create_all(all_kept);
    EXPECT_EQ(ask(methods), "kept heap_too kept_as_usual heap kept_so heap_too");
    const std::string script = pg::schema::create_script(pg::migrate::introspect(db).database);
    db.drop_all(all_kept);
    db.execute_script(script.c_str());
    EXPECT_EQ(ask(methods), "kept heap_too kept_as_usual heap kept_so heap_too");
    EXPECT_EQ(to_string(pg::migrate::compare(db, all_kept)), "");
}

struct draft {
    std::int64_t id{};

    static constexpr auto table() {
        using d = draft;
        return pg::table("drafts", pg::no_primary_key, pg::temporary,
                         pg::partition_by_range(col<&d::id>)
                             .partition("drafts_1", pg::from(1), pg::to(5), pg::row_level_security,
                                        pg::policy("some").using_(col<&d::id> > 1), pg::index(col<&d::id>))
                             .partition("drafts_2", pg::from(5), pg::to(9),
                                        pg::partition_by_hash(col<&d::id>)
                                            .partition("drafts_2_0", pg::modulus<1>, pg::remainder<0>)));
    }
};
inline constexpr pg::registry<draft> drafts{};

TEST_F(partition_objects, of_a_temporary_table) {
    db.create_all(drafts);
    db.create_all(drafts);
    EXPECT_EQ(to_string(pg::migrate::compare(db, drafts)), "");
    db.execute_script("drop table drafts_2");
    db.create_all(drafts);
    EXPECT_EQ(ask("select string_agg(relpersistence::text, '' order by relname) from pg_class where relname like 'drafts%' and "
                  "relkind in ('r', 'p')"),
              "tttt");
    EXPECT_EQ(to_string(pg::migrate::compare(db, drafts)), "");
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/session/partitions.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "database.hpp"
#include "introspected.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct partitioned_reading {
    std::int64_t id{};
    pg::date day{};
    double value{};

    static constexpr auto table() {
        using r = partitioned_reading;
        return pg::table("partitioned readings", pg::field<&r::id>.identity(), pg::primary_key(col<&r::id>, col<&r::day>),
                         pg::unique(col<&r::value>, col<&r::day>, col<&r::id>), pg::index(col<&r::value>),
                         pg::partition_by_range(col<&r::day>)
                             .partition("old readings", pg::from(pg::min_value), pg::to(pg::date{2024, 1, 1}))
                             .partition("new readings", pg::from(pg::date{2024, 1, 1}), pg::to(pg::max_value),
                                        pg::partition_by_hash(col<&r::id>)
                                            .partition("new readings 0", pg::modulus<2>, pg::remainder<0>)
                                            .partition("new readings 1", pg::modulus<2>, pg::remainder<1>)));
    }
};
inline constexpr pg::registry<partitioned_reading> readings{};

struct till {
    std::int32_t id{};
};
struct sold {
    std::int32_t id{};
    std::int16_t till_id{};
    std::int32_t day{};

    static constexpr auto table() {
        using s = sold;
        return pg::table(
            "sold", pg::no_primary_key, pg::replica_identity_full,
            pg::partition_by_range(col<&s::day>)
                .partition("sold_1", pg::from(1), pg::to(2), pg::primary_key(col<&s::id>).named("one of a kind"),
                           pg::foreign_key(col<&s::till_id>).references(pg::model<till>, pg::of_another_type),
                           pg::check(col<&s::till_id> > 0), pg::index(col<&s::till_id>))
                .default_partition("sold_rest", pg::in_schema("attic")));
    }
};
inline constexpr pg::registry<sold, till> tills{};

/// Its partitions have indexes and checks of the same columns that it has.
struct twice_indexed {
    std::int32_t id{};
    std::int32_t n{};

    static constexpr auto table() {
        using t = twice_indexed;
        return pg::table("twice", pg::no_primary_key, pg::unique(col<&t::id>, col<&t::n>), pg::field<&t::n>.index(),
                         pg::check(col<&t::n> > 0),
                         pg::partition_by_range(col<&t::id>)
                             .partition("twice", pg::from(0), pg::to(9), pg::in_schema("attic"),
                                        pg::index(col<&t::n>.desc()), pg::check(col<&t::n> < 10))
                             .partition("more", pg::from(9), pg::to(20),
                                        pg::partition_by_list(col<&t::n>).default_partition(
                                            "rest", pg::index(col<&t::n>).using_hash(), pg::index(col<&t::id>, col<&t::n>),
                                            pg::unique(col<&t::id>, col<&t::n>).nulls_not_distinct())));
    }
};
inline constexpr pg::registry<twice_indexed> twice{};

/// A partition of a partition is called like the table.
struct thrice_checked {
    std::int32_t id{};
    std::int32_t n{};

    static constexpr auto table() {
        using t = thrice_checked;
        return pg::table("thrice", pg::no_primary_key, pg::check(col<&t::n> > 0),
                         pg::partition_by_range(col<&t::id>)
                             .partition("middle", pg::from(0), pg::to(9), pg::check(col<&t::n> > 1),
                                        pg::partition_by_list(col<&t::n>).default_partition(
                                            "thrice", pg::in_schema("attic"), pg::check(col<&t::n> < 10))));
    }
};
inline constexpr pg::registry<thrice_checked> thrice{};

struct partitioned_event {
    pg::timestamptz at{};
    std::string what{};

    static constexpr auto table() {
        using e = partitioned_event;
        return pg::table("events", pg::in_schema("Big Log"), pg::no_primary_key, pg::field<&e::what>.statistics(300),
                         pg::partition_by_range(col<&e::at>).monthly("Europe/Berlin"));
    }
};
struct partitioned_day {
    pg::date day{};

    static constexpr auto table() {
        return pg::table("days", pg::no_primary_key, pg::partition_by_range(col<&partitioned_day::day>).daily().default_partition("days_other"));
    }
};
struct unpartitioned {
    std::int64_t id{};
};
inline constexpr pg::registry<partitioned_event, partitioned_day, unpartitioned> calendars{};

class partitions : public ::testing::Test {
protected:
    void SetUp() override {
        dsn = pgmodel_test::create_database("partitions");
        db.emplace(dsn);
    }
    template <class T>
    T ask(const std::string& sql) {
        return db->scalar<T>(pg::raw_sql(sql));
    }
    std::vector<std::string> bounds(const std::string& parent) {
        return db->all<std::string>(
            "select c.relname || ': ' || pg_get_expr(c.relpartbound, c.oid) from pg_inherits as i join pg_class as c on c.oid = i.inhrelid "
            "where i.inhparent = $1::text::regclass order by 1", parent);
    }
    std::string dsn;
    std::optional<pg::session> db;
};

TEST_F(partitions, are_made_and_hold_the_rows) {
    db->create_all(readings);
    EXPECT_EQ(bounds("\"partitioned readings\""),
              (std::vector<std::string>{"new readings: FOR VALUES FROM ('2024-01-01') TO (MAXVALUE)",
                                        "old readings: FOR VALUES FROM (MINVALUE) TO ('2024-01-01')"}));
    EXPECT_EQ(bounds("\"new readings\"").at(1), "new readings 1: FOR VALUES WITH (modulus 2, remainder 1)");
    auto row = db->insert(partitioned_reading{.day = pg::date{2023, 5, 1}, .value = 1});
    EXPECT_EQ(ask<std::string>("select tableoid::regclass::text from \"partitioned readings\""), "\"old readings\"");
    auto many = db->insert(std::vector<partitioned_reading>(20, partitioned_reading{.day = pg::date{2025, 1, 1}, .value = 0}));
    for (std::size_t i = 0; i < many.size(); ++i) many[i].value = static_cast<double>(i);
    EXPECT_EQ(ask<std::int64_t>("select count(*) from \"new readings 0\"") + ask<std::int64_t>("select count(*) from \"new readings 1\""), 20);
    row.value = 7;
    db->update(row);
    EXPECT_EQ(db->get<partitioned_reading>(row.id, row.day).value, 7);
    EXPECT_EQ(db->all(pg::select<partitioned_reading>().where(col<&partitioned_reading::day> < pg::date{2024, 1, 1})).size(), 1U);
    EXPECT_EQ((db->upsert<&partitioned_reading::id, &partitioned_reading::day>(row).id), row.id);
}

TEST_F(partitions, that_are_missing_are_made_by_create_all) {
    db->create_all(readings);
    db->execute_script("drop table \"new readings 1\"; drop table \"old readings\"");
    db->create_all(readings);
    EXPECT_EQ(ask<std::int64_t>("select count(*) from pg_inherits where inhparent in ('\"partitioned readings\"'::regclass, '\"new readings\"'::regclass)"), 4);
    db->create_all(readings);
    pgmodel_test::expect_introspected(*db, readings);
    db->drop_all(readings);
    EXPECT_EQ(ask<std::int64_t>("select count(*) from pg_class where relname like '%readings%'"), 0);
}

TEST_F(partitions, have_keys_of_their_own) {
    db->create_all(tills);
    db->insert(std::vector<till>{{1}, {2}});
    db->insert(std::vector<sold>{{7, 1, 1}, {7, 1, 2}, {7, 1, 2}});
    const auto violated = [&](const sold& row) {
        try {
            db->insert(row);
        } catch (const pg::constraint_violation& e) {
            return e.table() + ' ' + e.constraint() + ' ' + e.field();
        }
        return std::string("nothing");
    };
    EXPECT_EQ(violated({7, 2, 1}), "sold_1 one of a kind id");
    EXPECT_EQ(violated({8, 3, 1}), "sold_1 sold_1_till_id_fkey till_id");
    EXPECT_EQ(violated({8, -1, 1}), "sold_1 sold_1_till_id_check till_id");
    EXPECT_EQ(violated({8, 3, 2}), "nothing");
    const char* indexes = "select string_agg(indexrelid::regclass::text, ', ' order by 1) from pg_index where indrelid "
                          "= 'sold_1'::regclass";
    EXPECT_EQ(ask<std::string>(indexes), "\"one of a kind\", sold_1_till_id_idx");
    EXPECT_EQ(ask<std::string>("select relreplident::text from pg_class where relname = 'sold'"), "f");

    db->execute_script("drop table sold_1; drop schema attic cascade");
    db->create_all(tills);
    EXPECT_EQ(ask<std::string>(indexes), "\"one of a kind\", sold_1_till_id_idx");
    EXPECT_EQ(ask<std::string>("select to_regclass('attic.sold_rest')::text"), "attic.sold_rest");
}

TEST_F(partitions, of_months_begin_in_their_zone) {
    db->create_all(calendars);
    const auto done = pg::maintain_partitions(*db, pg::model<partitioned_event>, {.ahead = 2});
    ASSERT_EQ(done.created.size(), 3U);
    EXPECT_EQ(done.created[0], ask<std::string>("select to_char(now() at time zone 'Europe/Berlin', '\"events_y\"YYYY\"m\"MM')"));
    EXPECT_TRUE(ask<bool>("select bool_and(date_trunc('month', x at time zone 'Europe/Berlin') = x at time zone 'Europe/Berlin') from (select "
                          "substring(pg_get_expr(relpartbound, oid) from $re$FROM \\('([^']*)'$re$)::timestamptz as x from pg_class "
                          "where relispartition and relname like 'events_y%') as b"));
    db->insert(partitioned_event{.at = pg::timestamptz::now(), .what = "now"});
    EXPECT_EQ(pg::maintain_partitions(*db, pg::model<partitioned_event>, {.ahead = 2}).created.size(), 0U) << "they are there";
    EXPECT_EQ(pg::maintain_partitions(*db, pg::model<partitioned_event>, {.ahead = 3}).created.size(), 1U);
}

TEST_F(partitions, whose_name_another_table_has_are_no_silence) {
    db->create_all(calendars);
    const auto made = pg::maintain_partitions(*db, pg::model<partitioned_day>, {.ahead = 1}).created;
    ASSERT_EQ(made.size(), 2U);
    db->execute_script(("alter table days detach partition " + made[1]).c_str());
    try {
        pg::maintain_partitions(*db, pg::model<partitioned_day>, {.ahead = 1});
        ADD_FAILURE() << "rows of tomorrow would have no place";
    } catch (const pg::server_error& e) {
        EXPECT_EQ(e.sqlstate(), "42P07");
        EXPECT_NE(std::string(e.what()).find(made[1]), std::string::npos) << e.what();
    }
}

TEST_F(partitions, by_the_calendar_are_no_difference) {
    db->create_all(calendars);
    pg::maintain_partitions(*db, pg::model<partitioned_event>, {.ahead = 14});
    pg::maintain_partitions(*db, pg::model<partitioned_day>, {.ahead = 40});
    const auto differences = [this] { return to_string(pg::migrate::compare(*db, calendars)); };
    EXPECT_EQ(differences(), "");
    db->execute_script("set timezone = 'America/New_York'");
    EXPECT_EQ(differences(), "");
    // What such a partition has of its own is one; so is any other partition.
    const std::string month = ask<std::string>("select to_char(now() at time zone 'Europe/Berlin', '\"events_y\"YYYY\"m\"MM')");
    db->execute_script("create index by_what on \"Big Log\"." + month + " (what); alter table \"Big Log\"." + month +
                       " alter what set statistics 5; create table \"Big Log\".events_y1999m01 partition of \"Big Log\".events for "
                       "values from ('1999-01-01') to ('1999-03-01'); create table days_y1999m02d29 partition of days for values "
                       "from ('1999-03-01') to ('1999-03-02')");
    EXPECT_EQ(differences(),
              "partition \"Big Log\".events_y1999m01 of \"Big Log\".events is not expected: for values from ('1999-01-01 "
              "00:00:00-05') to ('1999-03-01 00:00:00-05')\n"
              "column what of \"Big Log\"." + month + ": statistics target 5, expected that of the table\n" +
                  "index by_what of \"Big Log\"." + month + " is not expected: btree (what)\n"
                  "partition days_y1999m02d29 of days is not expected: for values from ('1999-03-01') to ('1999-03-02')\n");
}

TEST_F(partitions, that_are_old_are_let_go) {
    db->create_all(calendars);
    db->execute_script("do $$ begin for i in 1..5 loop execute format('create table %I partition of days for values from (%L) to (%L)', 'day_' || i, "
                       "(now() at time zone 'UTC')::date - i, (now() at time zone 'UTC')::date - i + 1); end loop; end $$; insert into days select (now() at time zone 'UTC')::date - 4");
    auto done = pg::maintain_partitions(*db, pg::model<partitioned_day>, {.ahead = 0, .keep = 3});
    EXPECT_EQ(done.removed, (std::vector<std::string>{"day_4", "day_5"}));
    EXPECT_EQ(ask<std::int64_t>("select count(*) from day_4"), 1) << "a detached partition keeps its rows";
    EXPECT_EQ(ask<std::int64_t>("select count(*) from days"), 0);
    done = pg::maintain_partitions(*db, pg::model<partitioned_day>, {.ahead = 0, .keep = 1, .drop = true});
    EXPECT_EQ(done.removed, (std::vector<std::string>{"day_2", "day_3"}));
    EXPECT_EQ(ask<std::int64_t>("select count(*) from pg_class where relname in ('day_2', 'day_3')"), 0);
    EXPECT_EQ(bounds("days").size(), 3U) << "today's, yesterday's, and the default one, which is never removed";
}

TEST_F(partitions, are_maintained_by_many_at_once) {
    db->create_all(calendars);
    std::vector<std::thread> threads;
    std::vector<std::size_t> made(4);
    for (std::size_t& count : made)
        threads.emplace_back([this, &count] {
            pg::session own{dsn};
            count = pg::maintain_partitions(own, pg::model<partitioned_day>, {.ahead = 9}).created.size();
        });
    for (auto& t : threads) t.join();
    EXPECT_EQ(made[0] + made[1] + made[2] + made[3], 10U);
}

TEST_F(partitions, are_maintained_within_a_transaction_and_with_clear_errors) {
    db->create_all(calendars);
    EXPECT_THROW(db->transaction([](pg::connection& tx) {
        pg::maintain_partitions(tx, pg::model<partitioned_day>);
        throw 1;
    }),
                 int);
    EXPECT_EQ(bounds("days").size(), 1U) << "rolled back";
    EXPECT_THROW(pg::maintain_partitions(*db, pg::model<unpartitioned>), pg::usage_error);
    EXPECT_THROW(pg::maintain_partitions(*db, pg::model<partitioned_day>, {.ahead = -1}), pg::usage_error);
    db->execute_script("insert into days select (now() at time zone 'UTC')::date");
    EXPECT_THROW(pg::maintain_partitions(*db, pg::model<partitioned_day>), pg::constraint_violation) << "the default partition holds today's row";
}

/// A table of its own, as a program has it before its rows become a partition.
struct archived {
    std::int32_t id{};
    std::int16_t till_id{};
    std::int32_t day{};

    static constexpr auto table() { return pg::table("sold_2", pg::no_primary_key); }
};

TEST_F(partitions, are_attached_with_their_rows_and_detached_again) {
    db->create_all(pg::registry<sold, till, archived>{});
    db->insert(std::vector<archived>{{1, 1, 2}, {2, 1, 2}});
    const pg::schema::partition part{.name = "sold_2", .from = {"2"}, .to = {"3"}};
    const auto sold_now = [&] { return db->all(pg::select(col<&sold::id>).order_by(col<&sold::id>)); };
    using ids = std::vector<std::int32_t>;

    db->execute_script(pg::schema::attach_partition({"", "sold"}, part));
    EXPECT_EQ(sold_now(), (ids{1, 2}));
    EXPECT_EQ(bounds("sold"), (std::vector<std::string>{"sold_1: FOR VALUES FROM (1) TO (2)", "sold_2: FOR VALUES FROM (2) TO (3)",
                                                        "sold_rest: DEFAULT"}));
    db->insert(sold{3, 1, 2});
    EXPECT_EQ(db->count<archived>(), 3);
    EXPECT_THROW(db->execute_script(pg::schema::attach_partition({"", "sold"}, part)), pg::server_error) << "it is one already";
    EXPECT_THROW(db->execute_script(pg::schema::detach_partition({"", "sold"}, {"", "sold_2"}, pg::schema::partition_detach::concurrently)),
                 pg::server_error)
        << "PostgreSQL refuses it beside a default partition";
    db->execute_script(pg::schema::detach_partition({"", "sold"}, {"", "sold_2"}));
    EXPECT_EQ(sold_now(), ids{});
    EXPECT_EQ(db->count<archived>(), 3) << "a table of its own, with its rows";

    db->execute_script("drop table attic.sold_rest");
    db->execute_script(pg::schema::attach_partition({"", "sold"}, part));
    db->execute_script(pg::schema::detach_partition({"", "sold"}, {"", "sold_2"}, pg::schema::partition_detach::concurrently));
    EXPECT_EQ(sold_now(), ids{});
    try {
        db->transaction([&](pg::transaction& tx) {
            tx.execute_script(pg::schema::attach_partition({"", "sold"}, part));
            tx.execute_script(pg::schema::detach_partition({"", "sold"}, {"", "sold_2"}, pg::schema::partition_detach::concurrently));
        });
        FAIL();
    } catch (const pg::server_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: ALTER TABLE ... DETACH CONCURRENTLY cannot run inside a transaction block [25001]");
    }
    EXPECT_EQ(sold_now(), ids{}) << "and nothing was attached";
    EXPECT_THROW(db->insert(archived{4, 1, 9}), pg::check_violation) << "PostgreSQL leaves its bounds as a check";
    db->execute_script("alter table sold_2 drop constraint sold_2_day_check");
    db->insert(archived{4, 1, 9});
    EXPECT_THROW(db->execute_script(pg::schema::attach_partition({"", "sold"}, part)), pg::check_violation) << "a row is outside of the bounds";
}

TEST_F(partitions, take_their_rows_from_the_default_one) {
    db->create_all(tills);
    db->insert(std::vector<sold>{{1, 1, 2}, {2, 1, 2}, {3, 1, 3}});
    const pg::schema::partition part{.name = "sold_2", .from = {"2"}, .to = {"3"}};
    std::vector<std::string> statements;
    pg::schema::add_partition({"", "sold"}, part, statements);
    try {
        db->execute_script(statements.at(0));
        FAIL();
    } catch (const pg::check_violation& e) {
        EXPECT_EQ(e.table(), "sold_rest");
    }
    db->transaction([&](pg::transaction& tx) {
        tx.execute_script("create table sold_2 (like sold including all)");
        tx.execute("with moved as (delete from attic.sold_rest where day >= 2 and day < 3 returning *) insert into sold_2 select * from moved");
        tx.execute_script(pg::schema::attach_partition({"", "sold"}, part));
    });
    EXPECT_EQ(ask<std::int64_t>("select count(*) from sold_2"), 2);
    EXPECT_EQ(ask<std::int64_t>("select count(*) from attic.sold_rest"), 1);
    EXPECT_EQ(db->count<sold>(), 3);
}

TEST_F(partitions, have_indexes_beside_those_of_their_table) {
    db->create_all(twice);
    pgmodel_test::expect_introspected(*db, twice);
    EXPECT_EQ(ask<std::string>("select string_agg(c::text, ' ' order by c::text) from (select indexrelid::regclass from pg_index "
                               "where indrelid in ('attic.twice'::regclass, 'rest'::regclass)) as found (c)"),
              "attic.twice_id_n_key attic.twice_n_idx attic.twice_n_idx1 rest_id_n_idx rest_id_n_key rest_id_n_key1 rest_n_idx rest_n_idx1");
    EXPECT_EQ(ask<std::string>("select string_agg(conname, ' ' order by conname) from pg_constraint where contype = 'c' and "
                               "conrelid = 'attic.twice'::regclass"), "twice_n_check twice_n_check1");
    db->drop_all(twice);
    db->create_all(thrice);
    pgmodel_test::expect_introspected(*db, thrice);
    EXPECT_EQ(ask<std::string>("select string_agg(conname, ' ' order by conname) from pg_constraint where contype = 'c' and "
                               "conrelid = 'attic.thrice'::regclass"), "middle_n_check thrice_n_check thrice_n_check1");
    db->drop_all(thrice);
    db->create_all(twice);
}

// Two years of rows, one each day in the first half hour of the day in Berlin, which is the day before elsewhere.
TEST_F(partitions, of_two_years_are_let_go_month_by_month) {
    db->create_all(calendars);
    db->execute_script(R"(do $$ declare first timestamp := date_trunc('month', now() at time zone 'Europe/Berlin'); m timestamp; begin
        for i in 1..24 loop
            m := first - i * interval '1 month';
            execute format('create table "Big Log".%I partition of "Big Log".events for values from (%L) to (%L)',
                to_char(m, '"events_y"YYYY"m"MM'), m at time zone 'Europe/Berlin', (m + interval '1 month') at time zone 'Europe/Berlin');
        end loop;
        insert into "Big Log".events select d at time zone 'Europe/Berlin', to_char(d, 'YYYY-MM') from
            generate_series(first - interval '24 months' + interval '30 minutes', first - interval '1 second', interval '1 day') as d;
    end $$)");
    const auto kept = [this](int months) {
        return db->scalar<std::int64_t>(
            "select date_trunc('month', now() at time zone 'Europe/Berlin')::date - "
            "(date_trunc('month', now() at time zone 'Europe/Berlin') - $1 * interval '1 month')::date", months);
    };
    ASSERT_EQ(db->count<partitioned_event>(), kept(24));
    EXPECT_EQ(pg::maintain_partitions(*db, pg::model<partitioned_event>, {.ahead = 1, .keep = 24}).removed.size(), 0U);
    const auto first = pg::maintain_partitions(*db, pg::model<partitioned_event>, {.ahead = 1, .keep = 18});
    EXPECT_EQ(first.removed.size(), 6U);
    EXPECT_EQ(db->count<partitioned_event>(), kept(18));
    EXPECT_EQ(db->scalar(pg::select(pg::min(col<&partitioned_event::what>))),
              ask<std::string>("select to_char(date_trunc('month', now() at time zone 'Europe/Berlin') - interval '18 months', 'YYYY-MM')"))
        << "the oldest that is kept is whole";
    EXPECT_EQ(db->scalar<bool>(pg::raw_sql("select bool_and(what = to_char(at at time zone 'Europe/Berlin', 'YYYY-MM')) from \"Big Log\"." +
                                           first.removed.at(0))), true)
        << "what is let go of is there with its rows";
    const auto second = pg::maintain_partitions(*db, pg::model<partitioned_event>, {.ahead = 1, .keep = 0, .drop = true});
    EXPECT_EQ(second.removed.size(), 18U);
    EXPECT_EQ(db->count<partitioned_event>(), 0);
    EXPECT_EQ(ask<std::int64_t>("select count(*) from pg_class where relnamespace = '\"Big Log\"'::regnamespace and relkind = 'r'"), 8)
        << "the six that were let go of, the present month and the next";
}

}  // namespace

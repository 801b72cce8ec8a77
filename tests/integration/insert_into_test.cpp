// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// INSERT of the query builder on a server: what it inserts, what comes back, what happens to rows whose key is there.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/query/values.hpp>
#include <pgmodel/testing/rolled_back.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

enum class state { open, closed };

struct account {
    std::int64_t id{};
    std::string email{};
    pg::varchar<20> region{};
    std::int32_t hits{};
    std::optional<std::string> note{};
    state current = state::open;
    std::vector<std::string> tags{};
    std::int32_t revision{};
    std::optional<pg::timestamptz> updated_at{};

    static constexpr auto table() {
        using a = account;
        return pg::table("accounts", pg::field<&a::id>.primary_key().identity(), pg::field<&a::hits>.server_default(0),
                         pg::field<&a::current>.server_default(state::open), pg::field<&a::tags>.server_default(std::vector<std::string>{}),
                         pg::field<&a::revision>.version().server_default(0),
                         pg::field<&a::updated_at>.set_on_update(pg::now()),
                         pg::unique(col<&a::region>, col<&a::hits>).named("accounts_place"),
                         pg::index(pg::lower(col<&a::email>), (col<&a::hits> % lit<7>)).unique(),
                         pg::index(col<&a::email>).unique().where(col<&a::current> == lit<state::open>));
    }
};
struct numbered {
    std::int64_t id{};
    std::int32_t base{};
    std::int32_t twice{};

    static constexpr auto table() {
        using n = numbered;
        return pg::table("numbered", pg::in_schema("other side"), pg::field<&n::id>.primary_key().identity_always(),
                         pg::field<&n::base>.server_default(7), pg::field<&n::twice>.generated(col<&n::base> * lit<2>));
    }
};
struct booking {
    std::int64_t id{};
    std::int32_t room{};

    static constexpr auto table() {
        using b = booking;
        return pg::table("bookings", pg::field<&b::id>.primary_key().identity(),
                         pg::exclude(col<&b::room>.with(pg::op<"=">)).named("one_room"));
    }
};
struct entry {
    std::int64_t id{};
    std::string email{};

    static constexpr auto table() { return pg::table("log", pg::field<&entry::id>.primary_key()); }
};
inline constexpr pg::registry<account, numbered, booking, entry> models{};
using a = account;
constexpr auto into_accounts = pg::insert_into(pg::model<account>);

auto added(std::string email, std::int32_t hits) {
    return into_accounts.values(col<&a::email> = email, col<&a::region> = "eu", col<&a::hits> = hits);
}

class insert_into : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("insert_into");
        pg::session db{dsn()};
        db.execute_script("create schema \"other side\"");
        db.create_all(models);
    }
    static std::string& dsn() {
        static std::string where;
        return where;
    }
    pg::testing::rolled_back work{dsn()};
    pg::connection& db = work;
};

TEST_F(insert_into, values_of_all_kinds_and_what_comes_back) {
    const auto one = db.one(into_accounts
                                .values(col<&a::email> = "Ada@X", col<&a::region> = "eu", col<&a::note> = std::optional<std::string>("n"),
                                        col<&a::current> = state::closed, col<&a::tags> = {"a", "b"})
                                .returning(pg::model<account>));
    EXPECT_EQ(one.email, "Ada@X");
    EXPECT_EQ(one.note, "n");
    EXPECT_EQ(one.current, state::closed);
    EXPECT_EQ(one.tags, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(one.hits, 0);

    const auto several = db.all(into_accounts.values(col<&a::email> = pg::lower(lit<"B">), col<&a::region> = "us", col<&a::note> = std::nullopt)
                                    .values(col<&a::email> = "c", col<&a::region> = "as", col<&a::note> = pg::default_value)
                                    .values(col<&a::email> = "d", col<&a::region> = "af", col<&a::note> = "x")
                                    .returning(col<&a::id> - one.id, col<&a::email>, col<&a::note>));
    using row = std::tuple<std::int64_t, std::string, std::optional<std::string>>;
    EXPECT_EQ(several, (std::vector<row>{{1, "b", std::nullopt}, {2, "c", std::nullopt}, {3, "d", "x"}}));
    EXPECT_EQ(db.execute(added("e", 1).values(col<&a::email> = "f", col<&a::region> = "eu", col<&a::hits> = 2)), 2u);
    EXPECT_EQ(db.scalar(added("g", 3).returning(pg::upper(col<&a::email>))), "G");
    EXPECT_THROW(db.one(added("h", 4).values(col<&a::email> = "i", col<&a::region> = "eu", col<&a::hits> = 5).returning(col<&a::id>)),
                 pg::row_count_error);
    EXPECT_EQ(db.count<account>(), 9) << "what a statement has done stands, however its rows are read";
    EXPECT_TRUE(db.first(added("j", 6).returning(col<&a::id>)));
}

TEST_F(insert_into, values_that_stay_where_they_are) {
    account given{.email = "a text of more than a few letters", .region = "eu", .hits = 7, .note = "a note that is as long as this",
                  .tags = {"a", "b"}};
    const std::int16_t small = 11;
    const auto statement = into_accounts
                               .values(col<&a::email> = std::cref(given.email), col<&a::region> = std::cref(given.region),
                                       col<&a::hits> = std::cref(small), col<&a::note> = std::cref(given.note),
                                       col<&a::current> = std::ref(given.current), col<&a::tags> = std::cref(given.tags),
                                       col<&a::updated_at> = std::cref(given.updated_at))
                               .returning(pg::model<account>);
    given.note = std::nullopt;  // is seen: nothing was copied
    given.tags.push_back("c");
    given.email += '!';
    given.current = state::closed;
    const auto made = db.one(into_accounts.values(col<&a::email> = std::cref(given.email), col<&a::region> = std::cref(given.region),
                                                  col<&a::note> = std::cref(given.note), col<&a::tags> = std::cref(given.tags))
                                 .returning(pg::model<account>));
    EXPECT_EQ(made.email, given.email);
    EXPECT_EQ(made.note, std::nullopt);
    EXPECT_EQ(made.tags, given.tags);
    db.remove(made);
    given.email.back() = '?';
    const auto later = db.one(statement);
    EXPECT_EQ(later.tags, given.tags);
    EXPECT_EQ(later.current, state::closed);
    EXPECT_EQ(later.hits, 11) << "numbers that are converted are kept";

    const pg::varchar<20> region = "eu";
    EXPECT_EQ(db.execute(pg::update(pg::model<account>)
                             .set(col<&a::tags> = std::cref(given.tags), col<&a::note> = std::cref(given.email))
                             .where(col<&a::email> == std::cref(later.email) && col<&a::region> == std::cref(region) &&
                                    col<&a::tags> == std::cref(given.tags) && col<&a::hits> < std::cref(given.id))),
              0u);
    EXPECT_EQ(db.get<account>(later.id).note, std::nullopt);
    given.id = 100;
    EXPECT_EQ(db.execute(pg::update(pg::model<account>)
                             .set(col<&a::note> = std::cref(given.email))
                             .where(col<&a::email> == std::cref(later.email) && col<&a::tags> == std::cref(given.tags))),
              1u);
    EXPECT_EQ(db.get<account>(later.id).note, given.email);
    const auto sums = pg::select(col<&a::email> + std::cref(given.email), col<&a::hits> * std::cref(small), col<&a::tags> + std::cref(given.tags))
                          .where(col<&a::id> == later.id);
    given.email = "!";
    EXPECT_EQ(db.one(sums), std::tuple(later.email + "!", later.hits * 11, std::vector<std::string>{"a", "b", "c", "a", "b", "c"}));
}

TEST_F(insert_into, defaults_identities_and_generated_columns) {
    const auto made = db.one(pg::insert_into(pg::model<numbered>).default_values().returning(pg::model<numbered>));
    EXPECT_EQ(made.base, 7);
    EXPECT_EQ(made.twice, 14);
    using n = numbered;
    EXPECT_EQ(db.scalar(pg::insert_into(pg::model<numbered>)
                            .values(col<&n::id> = 4711, col<&n::base> = 3, col<&n::twice> = pg::default_value)
                            .overriding_system_value()
                            .returning(col<&n::id>)),
              4711);
    EXPECT_EQ(db.scalar(pg::insert_into(pg::model<numbered>)
                            .values(col<&n::id> = 4712)
                            .overriding_user_value()
                            .returning(col<&n::id>)),
              made.id + 1);
    EXPECT_EQ(db.execute(pg::insert_into(pg::model<numbered>).values(col<&n::id> = pg::default_value, col<&n::base> = pg::default_value)), 1u);
}

TEST_F(insert_into, what_a_query_selects) {
    db.execute(added("a", 1).values(col<&a::email> = "b", col<&a::region> = "eu", col<&a::hits> = 2));
    EXPECT_EQ(db.all(pg::insert_into(pg::model<entry>)
                         .columns(col<&entry::email>, col<&entry::id>)
                         .select(pg::select(pg::upper(col<&a::email>), col<&a::hits>).order_by(col<&a::id>))
                         .returning(col<&entry::id>, col<&entry::email>)),
              (std::vector<std::tuple<std::int64_t, std::string>>{{1, "A"}, {2, "B"}}));
    const auto more = std::vector<entry>{{2, "second"}, {3, "third"}};
    EXPECT_EQ(db.execute(pg::insert_into(pg::model<entry>)
                             .select(pg::select<entry>().from(pg::values(more)))
                             .on_conflict(col<&entry::id>)
                             .do_update(col<&entry::email> = col<&entry::email> + "/" + pg::excluded(col<&entry::email>))),
              2u)
        << "many rows that are there as structs";
    EXPECT_EQ(db.scalar(pg::select(pg::string_agg(col<&entry::email>, ",").order_by(col<&entry::id>))), "A,B/second,third");
}

TEST_F(insert_into, conflicts_by_every_kind_of_key) {
    const auto first = db.scalar(added("a", 1).returning(col<&a::id>));
    EXPECT_EQ(db.execute(added("other", 1).on_conflict().do_nothing()), 0u);
    EXPECT_EQ(db.execute(added("other", 1).on_conflict(col<&a::hits>, col<&a::region>).do_nothing()), 0u);
    EXPECT_EQ(db.execute(added("other", 1).on_conflict(pg::constraint<"accounts_place">).do_nothing()), 0u);
    EXPECT_EQ(db.execute(added("a", 2).on_conflict(col<&a::email>).where(col<&a::current> == lit<state::open>).do_nothing()), 0u);
    EXPECT_EQ(db.execute(added("A", 8).on_conflict(pg::lower(col<&a::email>), col<&a::hits> % lit<7>).do_nothing()), 0u);
    EXPECT_THROW(db.execute(added("A", 8).on_conflict(col<&a::id>).do_nothing()), pg::unique_violation);
    EXPECT_EQ(db.execute(pg::insert_into(pg::model<booking>).values(col<&booking::room> = 1)), 1u);
    EXPECT_EQ(db.execute(pg::insert_into(pg::model<booking>).values(col<&booking::room> = 1).on_conflict(pg::constraint<"one_room">).do_nothing()),
              0u);
    EXPECT_EQ(first, db.scalar(pg::select(pg::max(col<&a::id>))));
    EXPECT_EQ(db.execute(added("z", 9).on_conflict(pg::constraint<"accounts_pkey">).do_nothing()), 1u);
}

TEST_F(insert_into, do_update_with_excluded_where_and_returning) {
    db.execute(added("a", 1));
    const auto upsert = [](std::string note) {
        return into_accounts.values(col<&a::email> = "z", col<&a::region> = "eu", col<&a::hits> = 1, col<&a::note> = note)
            .on_conflict(col<&a::region>, col<&a::hits>)
            .do_update(col<&a::note> = pg::concat(col<&a::note>, pg::excluded(col<&a::note>)), col<&a::email> = pg::excluded(col<&a::email>),
                       col<&a::current> = state::closed)
            .where(col<&a::note>.is_distinct_from(pg::excluded(col<&a::note>)))
            .returning(col<&a::email>, col<&a::note>, col<&a::revision>, col<&a::updated_at>.is_not_null(), col<&a::current>);
    };
    using row = std::tuple<std::string, std::optional<std::string>, std::int32_t, bool, state>;
    EXPECT_EQ(db.all(upsert("n")), (std::vector<row>{{"z", "n", 1, true, state::closed}})) << "the version and updated_at are kept";
    EXPECT_EQ(db.all(upsert("n")), std::vector<row>{}) << "a row that where() leaves alone does not come back";
    EXPECT_EQ(db.first(upsert("m")), (row{"z", "nm", 2, true, state::closed}));
    EXPECT_THROW(db.one(upsert("nm")), pg::not_found);
}

TEST_F(insert_into, with_statements_that_change_rows) {
    struct kept {
        std::int64_t id;
        std::string email;
    };
    const auto fresh = pg::cte(added("a", 5).values(col<&a::email> = "b", col<&a::region> = "eu", col<&a::hits> = 6)
                                   .returning(pg::cast<std::int64_t>(col<&a::hits>), col<&a::email>)
                                   .into(pg::model<entry>))
                           .as(pg::alias<entry, "fresh">);
    constexpr auto f = pg::alias<entry, "fresh">;
    const auto logged = db.all(pg::with(fresh, pg::cte<"booked">(pg::insert_into(pg::model<booking>).values(col<&booking::room> = 9)))
                                   .insert_into(pg::model<entry>)
                                   .columns(col<&entry::id>, col<&entry::email>)
                                   .select(pg::select(f[col<&entry::id>], f[col<&entry::email>] + "!").from(fresh).where(f[col<&entry::id>] > 5))
                                   .returning(col<&entry::id>, col<&entry::email>)
                                   .into<kept>());
    ASSERT_EQ(logged.size(), 1u);
    EXPECT_EQ(logged[0].id, 6);
    EXPECT_EQ(logged[0].email, "b!");
    EXPECT_EQ(db.count<account>(), 2);
    EXPECT_EQ(db.count<booking>(), 1);

    const auto more = pg::cte(added("c", 7).returning(col<&a::id>, col<&a::email>).into<kept>());
    const auto read = pg::with(more).select(col<&kept::email>, pg::scalar(pg::select(pg::count()).from(pg::model<account>))).from(more);
    EXPECT_EQ(db.one(read.limit(1)), (std::tuple<std::string, std::int64_t>{"c", 2})) << "the query sees the table as it was before";
    EXPECT_EQ(db.count<account>(), 3);
}

TEST_F(insert_into, errors_name_the_model_s_fields) {
    db.execute(added("a", 1));
    try {
        db.execute(added("b", 1));
        FAIL();
    } catch (const pg::unique_violation& e) {
        EXPECT_EQ(e.field(), "region, hits");
        EXPECT_EQ(e.constraint(), "accounts_place");
    }
}

TEST_F(insert_into, old_and_new_rows_where_the_server_knows_them) {
    const auto statement = added("a", 1).on_conflict(col<&a::region>, col<&a::hits>).do_update(col<&a::note> = "again");
    const auto inserted = statement.returning(pg::old(col<&a::hits>), pg::new_(col<&a::hits>));
    if (pgmodel_test::server_version() < 18) {
        EXPECT_THROW(db.one(inserted), pg::schema_mismatch) << "no table is called old";
        return;
    }
    EXPECT_EQ(db.one(inserted), (std::tuple<std::optional<std::int32_t>, std::int32_t>{std::nullopt, 1}));
    const auto [before, now] = db.one(statement.returning(pg::old(pg::model<account>), col<&a::note>));
    ASSERT_TRUE(before);
    EXPECT_EQ(before->note, std::nullopt);
    EXPECT_EQ(now, "again");
}

TEST_F(insert_into, rows_of_values_in_from) {
    struct point {
        std::int32_t x;
        std::optional<std::string> y;
        state s;
    };
    using p = point;
    const auto rows = db.all(pg::select<point>()
                                 .from(pg::values<point>(pg::row(1, "a", state::open), pg::row(2, std::nullopt, state::closed),
                                                         pg::row(pg::lit<3> + 1, pg::lower(lit<"B">), lit<state::open>)))
                                 .where(col<&p::x> > 1)
                                 .order_by(col<&p::x>.desc()));
    struct only_state {
        state s;
    };
    EXPECT_EQ(db.one(pg::select<only_state>().from(pg::values<only_state>(lit<state::closed>))).s, state::closed);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].x, 4);
    EXPECT_EQ(rows[0].y, "b");
    EXPECT_EQ(rows[1].y, std::nullopt);
    EXPECT_EQ(rows[1].s, state::closed);

    db.execute(added("a", 1));
    struct number {
        std::int32_t n;
    };
    EXPECT_EQ(db.all(pg::select(col<&number::n>).from(pg::model<account>).cross_join(pg::lateral(pg::values<number>(col<&a::hits>, col<&a::revision>)))),
              (std::vector<std::int32_t>{1, 0}));
    const auto named = pg::cte(pg::values<number>(5, 6));
    EXPECT_EQ(db.scalar(pg::with(named).select(pg::sum(col<&number::n>)).from(named)), 11);
    const std::vector<point> many(1000, point{7, "q", state::closed});
    EXPECT_EQ(db.count(pg::select<point>().from(pg::values(many)).where(col<&p::s> == state::closed && col<&p::y> == "q")), 1000);
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/pretty.hpp>
#include <pgmodel/query/values.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "expression_text.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

enum class state { draft, published };

struct article {
    std::int64_t id{};
    std::string title{};
    std::optional<std::string> note{};
    pg::varchar<20> short_{};
    state current = state::draft;
    std::int32_t visits{};

    static constexpr auto table() {
        using a = article;
        return pg::table("articles", pg::field<&a::id>.primary_key().identity(),
                         pg::field<&a::short_>.named("short").unique(),
                         pg::field<&a::current>.server_default(state::draft), pg::field<&a::visits>.server_default(0));
    }
};
struct entry {
    std::int64_t id{};
    std::string title{};

    static constexpr auto table() {
        return pg::table("log", pg::in_schema("audit"), pg::field<&entry::id>.primary_key());
    }
};
struct moved {
    std::int64_t id;
    std::string title;
};
struct number {
    std::int64_t n{};
};
using a = article;
constexpr auto into_articles = pg::insert_into(pg::model<article>);

using pgmodel_test::values;

TEST(insert_into, values_are_parameters_of_their_columns_types) {
    const auto s =
        into_articles.values(col<&a::title> = "x", col<&a::short_> = std::string("y"), col<&a::visits> = 3L);
    static_assert(decltype(s)::sql == "insert into articles (title, short, visits) values ($1, $2, $3)");
    static_assert(pg::detail::rendered<std::remove_const_t<decltype(s)>>::data.types[2].name == "integer");
    EXPECT_EQ(values(s), "x y 3");
    EXPECT_EQ(s.sql(), "insert into articles (title, short, visits) values ($1, $2, $3)");
    EXPECT_THROW(into_articles.values(col<&a::visits> = std::int64_t{1} << 40), pg::encode_error);
}

TEST(insert_into, several_rows_optional_values_and_words) {
    const auto s =
        into_articles
            .values(col<&a::title> = "x", col<&a::short_> = "y", col<&a::note> = std::optional<std::string>("n"))
            .values(col<&a::title> = pg::upper(lit<"z">), col<&a::short_> = "w", col<&a::note> = std::nullopt)
            .values(col<&a::title> = "v", col<&a::short_> = "u", col<&a::note> = pg::default_value);
    static_assert(
        decltype(s)::sql ==
        "insert into articles (title, short, note) values ($1, $2, $3), (upper('z'), $4, null), ($5, $6, default)");
    EXPECT_EQ(values(s), "x y n w v u");
}

TEST(insert_into, returning_makes_rows_as_a_select_list_does) {
    const auto s = into_articles.values(col<&a::title> = "x", col<&a::short_> = "y");
    const auto one = s.returning(col<&a::id>);
    static_assert(decltype(one)::sql == "insert into articles (title, short) values ($1, $2) returning id");
    static_assert(std::is_same_v<decltype(one)::row, std::int64_t>);
    const auto several = s.returning(col<&a::note>, pg::length(col<&a::title>) + 1);
    static_assert(decltype(several)::sql ==
                  "insert into articles (title, short) values ($1, $2) returning note, length(title) + $3");
    static_assert(std::is_same_v<decltype(several)::row, std::tuple<std::optional<std::string>, std::int32_t>>);
    EXPECT_EQ(values(several), "x y 1");
    const auto whole = s.returning(pg::model<article>);
    static_assert(
        decltype(whole)::sql ==
        "insert into articles (title, short) values ($1, $2) returning id, title, note, short, current, visits");
    static_assert(std::is_same_v<decltype(whole)::row, article>);
    const auto named = s.returning(col<&a::id>, pg::upper(col<&a::title>)).into<moved>();
    static_assert(decltype(named)::sql ==
                  "insert into articles (title, short) values ($1, $2) returning id, upper(title) as title");
    static_assert(std::is_same_v<decltype(named)::row, moved>);
}

TEST(insert_into, returning_old_and_new_rows) {
    const auto s = into_articles.values(col<&a::title> = "x", col<&a::short_> = "y")
                       .returning(col<&a::id>, pg::old(col<&a::visits>), pg::new_(col<&a::visits>));
    static_assert(decltype(s)::sql ==
                  "insert into articles (title, short) values ($1, $2) returning articles.id, old.visits, new.visits");
    static_assert(
        std::is_same_v<decltype(s)::row, std::tuple<std::int64_t, std::optional<std::int32_t>, std::int32_t>>);
    using whole = decltype(into_articles.default_values().returning(pg::old(pg::model<article>)));
    static_assert(std::is_same_v<whole::row, std::optional<article>>);
}

TEST(insert_into, what_a_query_selects) {
    const auto by_columns = pg::insert_into(pg::model<entry>)
                                .columns(col<&entry::id>, col<&entry::title>)
                                .select(pg::select(col<&a::visits>, col<&a::title>).where(col<&a::id> > 3));
    static_assert(decltype(by_columns)::sql ==
                  "insert into audit.log (id, title) select visits, title from articles where id > $1");
    const auto by_struct = pg::insert_into(pg::model<entry>)
                               .select(pg::select(pg::lit<1>, col<&a::short_>).from(pg::model<article>).into<moved>())
                               .returning(col<&entry::id>);
    static_assert(decltype(by_struct)::sql ==
                  "insert into audit.log (id, title) select 1 as id, short as title from articles returning id");
    const auto whole = into_articles.select(pg::select<article>().where(col<&a::visits> == 0));
    static_assert(
        decltype(whole)::sql ==
        "insert into articles (id, title, note, short, current, visits) select id, title, note, short, current, "
        "visits from articles where visits = $1");
    EXPECT_EQ(values(whole), "0");
    const auto either = pg::insert_into(pg::model<entry>)
                            .columns(col<&entry::id>, col<&entry::title>)
                            .select(pg::select(col<&a::id>, col<&a::title>).union_all(pg::select(col<&number::n>, pg::lower(lit<"X">))));
    static_assert(decltype(either)::sql == "insert into audit.log (id, title) select id, title from articles union all select n, lower('X') from number");
    const auto nested = pg::insert_into(pg::model<entry>)
                            .columns(col<&entry::title>, col<&entry::id>)
                            .select(pg::select(pg::upper(lit<"x">), pg::model<number>).from(pg::model<number>));
    static_assert(decltype(nested)::sql == "insert into audit.log (title, id) select upper('x'), n from number");
}

TEST(insert_into, under_with_and_in_with) {
    const auto added = pg::cte(into_articles.values(col<&a::title> = "x", col<&a::short_> = "y")
                                   .returning(col<&a::id>, col<&a::title>)
                                   .into<moved>());
    const auto s = pg::with(added, pg::cte<"twin">(into_articles.values(col<&a::title> = "z", col<&a::short_> = "w")))
                       .insert_into(pg::model<entry>)
                       .select(pg::select<moved>().from(added).where(col<&moved::id> > 5))
                       .returning(col<&entry::title> + "!");
    static_assert(decltype(s)::sql ==
                  "with moved as (insert into articles (title, short) values ($1, $2) returning id, title), "
                  "twin as (insert into articles (title, short) values ($3, $4)) "
                  "insert into audit.log (id, title) select id, title from moved where id > $5 "
                  "returning title || $6");
    EXPECT_EQ(values(s), "x y z w 5 !");
    const auto read = pg::with(added).select<moved>().from(added);
    static_assert(decltype(read)::sql == "with moved as (insert into articles (title, short) values ($1, $2) returning "
                                         "id, title) select id, title from moved");
    static_assert(pg::detail::changes_rows<std::remove_const_t<decltype(read)>>);
    static_assert(
        pg::detail::rendered<pg::detail::limited_query<1, std::remove_const_t<decltype(read.limit(3))>>>::sql ==
            "with moved as (insert into articles (title, short) values ($1, $2) returning id, title) "
            "select id, title from moved limit $3",
        "WITH that changes rows cannot stand inside another query");
}

// ---- ON CONFLICT

struct account {
    std::int64_t id{};
    std::string email{};
    std::string region{};
    std::int32_t number{};
    std::optional<pg::timestamptz> closed_at{};
    std::int32_t hits{};
    std::int32_t revision{};
    std::optional<pg::timestamptz> updated_at{};
    std::string shop{};

    static constexpr auto table() {
        using c = account;
        return pg::table("accounts", pg::field<&c::id>.primary_key().identity_always(),
                         pg::field<&c::hits>.server_default(0), pg::field<&c::revision>.version().server_default(0),
                         pg::field<&c::updated_at>.set_on_update(pg::now()),
                         pg::field<&c::shop>.server_default("").unique(pg::named("accounts_shop")),
                         pg::unique(col<&c::region>, col<&c::number>).named("accounts \"place\""),
                         pg::index(pg::lower(col<&c::email>).desc(), col<&c::region>).unique(),
                         pg::index(col<&c::email> + col<&c::region>).unique(),
                         pg::index(col<&c::email>).unique().where(col<&c::closed_at>.is_null()),
                         pg::exclude(col<&c::number>.with(pg::op<"=">)).named("accounts_numbers"));
    }
};
using c = account;
#define INSERT "insert into accounts (email, region, number) values ($1, $2, $3)"
const auto account_added =
    pg::insert_into(pg::model<account>).values(col<&c::email> = "a@x", col<&c::region> = "eu", col<&c::number> = 1);

TEST(on_conflict, do_nothing_with_any_target) {
    static_assert(decltype(account_added.on_conflict().do_nothing())::sql == INSERT " on conflict do nothing");
    static_assert(decltype(account_added.on_conflict(col<&c::id>).do_nothing())::sql == INSERT
                  " on conflict (id) do nothing");
    static_assert(decltype(account_added.on_conflict(col<&c::number>, col<&c::region>).do_nothing())::sql == INSERT
                      " on conflict (number, region) do nothing",
                  "in any order");
    static_assert(decltype(account_added.on_conflict(col<&c::region>, pg::lower(col<&c::email>)).do_nothing())::sql ==
                  INSERT " on conflict (region, lower(email)) do nothing");
    static_assert(decltype(account_added.on_conflict(col<&c::email> + col<&c::region>).do_nothing())::sql == INSERT
                  " on conflict ((email || region)) do nothing");
    static_assert(
        decltype(account_added.on_conflict(col<&c::email>).where(col<&c::closed_at>.is_null()).do_nothing())::sql ==
        INSERT " on conflict (email) where closed_at is null do nothing");
    static_assert(
        decltype(account_added.on_conflict(col<&c::shop>).where(col<&c::closed_at>.is_null()).do_nothing())::sql ==
            INSERT " on conflict (shop) where closed_at is null do nothing",
        "a whole index serves a condition too");
    static_assert(decltype(account_added.on_conflict(pg::constraint<"accounts_shop">).do_nothing())::sql == INSERT
                  " on conflict on constraint accounts_shop do nothing");
    static_assert(decltype(account_added.on_conflict(pg::constraint<"accounts \"place\"">).do_nothing())::sql == INSERT
                  " on conflict on constraint \"accounts \"\"place\"\"\" do nothing");
    static_assert(decltype(account_added.on_conflict(pg::constraint<"accounts_numbers">).do_nothing())::sql == INSERT
                  " on conflict on constraint accounts_numbers do nothing");
}

struct ticket {
    std::int64_t id{};
    std::int32_t row{};
    std::int32_t seat{};
    std::string code{};

    static constexpr auto table() {
        using t = ticket;
        return pg::table("tickets", pg::field<&t::id>.primary_key().identity(),
                         pg::field<&t::row>.server_default(0), pg::field<&t::seat>.named("Seat").server_default(0),
                         pg::field<&t::code>.unique(), pg::unique(col<&t::row>, col<&t::seat>));
    }
};
TEST(on_conflict, constraints_by_the_names_that_postgresql_gives) {
    const auto added = pg::insert_into(pg::model<ticket>).values(col<&ticket::code> = "a");
    static_assert(decltype(added.on_conflict(pg::constraint<"tickets_pkey">).do_nothing())::sql ==
                  "insert into tickets (code) values ($1) on conflict on constraint tickets_pkey do nothing");
    static_assert(decltype(added.on_conflict(pg::constraint<"tickets_code_key">).do_nothing())::sql ==
                  "insert into tickets (code) values ($1) on conflict on constraint tickets_code_key do nothing");
    static_assert(decltype(added.on_conflict(pg::constraint<"tickets_row_Seat_key">).do_nothing())::sql ==
                  "insert into tickets (code) values ($1) on conflict on constraint \"tickets_row_Seat_key\" do nothing");
}

TEST(on_conflict, do_update_with_excluded_and_where) {
    const auto s = account_added.on_conflict(col<&c::shop>)
                       .do_update(col<&c::email> = pg::excluded(col<&c::email>), col<&c::hits> = col<&c::hits> + 5)
                       .where(col<&c::closed_at>.is_null())
                       .where(col<&c::email> != pg::excluded(col<&c::email>) || col<&c::hits> < 7)
                       .returning(col<&c::id>, col<&c::email> + "!");
    static_assert(decltype(s)::sql == INSERT
                      " on conflict (shop) do update set email = excluded.email, hits = accounts.hits + $4, "
                      "revision = accounts.revision + 1, updated_at = now() "
                      "where accounts.closed_at is null and (accounts.email <> excluded.email or accounts.hits < $5) "
                      "returning id, email || $6",
                  "the version and set_on_update come by themselves");
    EXPECT_EQ(values(s), "a@x eu 1 5 7 !");
    static_assert(std::is_same_v<decltype(s)::row, std::tuple<std::int64_t, std::string>>);
    static_assert(decltype(account_added.on_conflict(col<&c::shop>)
                               .do_update(col<&c::revision> = 1, col<&c::updated_at> = std::nullopt))::sql == INSERT
                      " on conflict (shop) do update set revision = $4, updated_at = null",
                  "unless they are said");
    static_assert(decltype(account_added.returning(pg::old(pg::model<account>))
                               .on_conflict(col<&c::shop>)
                               .do_update(col<&c::id> = pg::default_value, col<&c::revision> = 1,
                                          col<&c::updated_at> = pg::now()))::sql == INSERT
                  " on conflict (shop) do update set id = default, revision = $4, updated_at = now() returning old.id, "
                  "old.email, "
                  "old.region, old.number, old.closed_at, old.hits, old.revision, old.updated_at, old.shop");
}

TEST(on_conflict, a_condition_of_the_run) {
    pg::condition<account> open;
    open &= col<&c::closed_at>.is_null();
    open &= col<&c::hits> < 9;
    const auto s = account_added.on_conflict(col<&c::shop>).do_update(col<&c::revision> = 1, col<&c::updated_at> = std::nullopt).where(open);
    EXPECT_EQ(pg::sql_text(s), INSERT " on conflict (shop) do update set revision = $4, updated_at = null where accounts.closed_at is null and "
                                      "accounts.hits < $5");
}

TEST(on_conflict, under_an_alias) {
    constexpr auto there = pg::alias<account, "there">;
    const auto s = pg::insert_into(there)
                       .values(col<&c::email> = "a@x", there[col<&c::region>] = "eu", col<&c::number> = 1)
                       .on_conflict(col<&c::shop>)
                       .do_update(there[col<&c::hits>] = there[col<&c::hits>] + pg::excluded(col<&c::hits>),
                                  there[col<&c::updated_at>] = pg::now())
                       .returning(there[col<&c::hits>]);
    static_assert(decltype(s)::sql ==
                  "insert into accounts as there (email, region, number) values ($1, $2, $3) on conflict (shop) "
                  "do update set hits = there.hits + excluded.hits, updated_at = now(), revision = there.revision + 1 "
                  "returning hits");
}

TEST(on_conflict, of_what_a_query_selects_and_within_with) {
    const auto kept = pg::cte(
        pg::insert_into(pg::model<entry>)
            .select(pg::select(col<&a::id>, col<&a::title>).where(col<&a::visits> > 1).into<moved>())
            .on_conflict(col<&entry::id>)
            .do_update(col<&entry::title> = pg::coalesce(
                           pg::scalar(pg::select(pg::max(col<&a::title>)).where(col<&a::id> == col<&entry::id>)),
                           pg::excluded(col<&entry::title>)))
            .where(col<&entry::title> != "z")
            .returning(col<&entry::id>, col<&entry::title>)
            .into<moved>());
    const auto s = pg::with(kept).select(col<&moved::id>).from(kept).where(col<&moved::title> > "m");
    static_assert(decltype(s)::sql ==
                  "with moved as (insert into audit.log (id, title) select id, title from articles where visits > $1 "
                  "on conflict (id) do update "
                  "set title = coalesce((select max(articles.title) from articles where articles.id = audit.log.id), "
                  "excluded.title) "
                  "where audit.log.title <> $2 returning id, title) select id from moved where title > $3");
    EXPECT_EQ(values(s), "1 z m");
}

TEST(overriding, system_and_user_values) {
    static_assert(
        decltype(pg::insert_into(pg::model<account>)
                     .values(col<&c::id> = 7, col<&c::email> = "a", col<&c::region> = "b", col<&c::number> = 1)
                     .overriding_system_value())::sql ==
        "insert into accounts (id, email, region, number) overriding system value values ($1, $2, $3, $4)");
    static_assert(
        decltype(pg::insert_into(pg::model<account>)
                     .overriding_user_value()
                     .select(pg::select<account>().where(col<&c::hits> > 3)))::sql ==
        "insert into accounts (id, email, region, number, closed_at, hits, revision, updated_at, shop) overriding user "
        "value "
        "select id, email, region, number, closed_at, hits, revision, updated_at, shop from accounts where hits > $1");
    static_assert(decltype(pg::insert_into(pg::model<account>)
                               .values(col<&c::id> = pg::default_value, col<&c::email> = "a", col<&c::region> = "b",
                                       col<&c::number> = 1))::sql ==
                  "insert into accounts (id, email, region, number) values (default, $1, $2, $3)");
}

TEST(on_conflict, with_its_values_as_literals) {
    EXPECT_EQ(pg::pretty(account_added.on_conflict(pg::constraint<"accounts_shop">).do_update(col<&c::hits> = 5), pg::show_values),
              "insert into accounts (email, region, number)\n"
              "values ('a@x'::text, 'eu'::text, 1)\n"
              "on conflict on constraint accounts_shop do update set hits = 5, revision = accounts.revision + 1, updated_at = now()");
}

TEST(insert_into, placeholders) {
    const auto s = into_articles.values(col<&a::title> = pg::arg<std::string, "title">, col<&a::short_> = pg::upper(pg::arg<std::string, "title">));
    static_assert(decltype(s)::sql == "insert into articles (title, short) values ($1, upper($1))");
}

// ---- VALUES

struct point {
    std::int32_t x{};
    std::optional<std::string> y{};
};
struct short_name {
    pg::varchar<20> name{};
    pg::numeric<10, 2> price{};
};

TEST(values, in_from_and_lateral) {
    const auto s = pg::select<point>()
                       .from(pg::values<point>(pg::row(1, "a"), pg::row(2L, std::nullopt), pg::row(lit<3>, pg::upper(lit<"b">)),
                                               pg::row(4, std::optional<std::string>("c"))))
                       .where(col<&point::x> > 1);
    static_assert(decltype(s)::sql == "select x, y from (values ($1, $2), ($3, $4), (3, upper('b')), ($5, $6)) as point (x, y) where x > $7");
    EXPECT_EQ(values(s), "1 a 2 null 4 c 1");
    static_assert(decltype(pg::select(col<&a::id>, col<&number::n>)
                               .from(pg::model<article>)
                               .cross_join(pg::lateral(pg::values<number>(col<&a::id>, col<&a::id> + lit<1>))))::sql ==
                      "select articles.id, number.n from articles cross join lateral (values (articles.id), (articles.id + 1)) as number (n)",
                  "one value for a struct of one field");
    constexpr auto other = pg::alias<number, "other">;
    static_assert(decltype(pg::select(other[col<&number::n>]).from(pg::values<number>(1).as(other)))::sql ==
                  "select n from (values ($1)) as other (n)");
}

TEST(values, parameters_have_exactly_the_types_of_the_fields) {
    const auto s = pg::select<short_name>().from(pg::values<short_name>(pg::row("x", 5)));
    using text = pg::detail::rendered<std::remove_const_t<decltype(s)>>;
    static_assert(text::data.types[0].name == "character varying" && text::data.types[1].name == "numeric");
    EXPECT_THROW(pg::values<point>(pg::row(std::int64_t{1} << 40, "x")), pg::encode_error);
}

TEST(values, in_with) {
    const auto numbers = pg::cte(pg::values<number>(1, 2));
    static_assert(decltype(pg::with(numbers).select<number>().from(numbers))::sql ==
                  "with number (n) as (values ($1), ($2)) select n from number");
}

TEST(values, of_structs_are_arrays) {
    const std::vector<point> points{{1, "a"}, {2, {}}};
    const auto s = pg::select<point>().from(pg::values(points));
    static_assert(decltype(s)::sql == "select x, y from unnest($1, $2) as point (x, y)");
    EXPECT_EQ(values(s), "{1,2} {a,NULL}");
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Every verb on rows, in every situation, on a real server; the statements that were sent are compared as whole texts.

#include <pgmodel.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/range.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using ::testing::Test;

enum class mood { calm, busy };

struct person {
    std::int64_t id{};
    std::string email{};
    pg::varchar<20> name = "nobody";
    mood state = mood::busy;
    std::optional<std::string> note{};
    std::optional<std::int32_t> score = 7;
    std::vector<std::string> tags{};
    pg::timestamptz created_at{};
    std::optional<pg::timestamptz> updated_at{};
    int cache = 42;

    static constexpr auto table() {
        using p = person;
        return pg::table("people", pg::field<&p::id>.primary_key().identity(), pg::field<&p::email>.unique(),
                         pg::field<&p::name>.server_default("nobody"),
                         pg::field<&p::state>.server_default(pg::lit<mood::busy>),
                         pg::field<&p::score>.server_default(7), pg::field<&p::created_at>.server_default(pg::now()),
                         pg::field<&p::updated_at>.set_on_update(pg::now()), pg::transient<&p::cache>);
    }
};
struct seat {
    std::int32_t row{};
    std::string letter{};
    std::optional<std::string> taken_by{};

    static constexpr auto table() {
        return pg::table("seats", pg::in_schema("My Hall"), pg::primary_key(col<&seat::row>, col<&seat::letter>),
                         pg::field<&seat::taken_by>.named("user"));
    }
};
struct member {
    pg::uuid id = pg::uuid::v7();
    std::string email{};
    std::string name{};

    static constexpr auto table() { return pg::table("members", pg::field<&member::id>.primary_key(), pg::field<&member::email>.unique()); }
};
struct slot {
    std::int32_t row{};
    std::string letter{};
    std::int32_t code{};
    std::string taken_by{};

    bool operator==(const slot&) const = default;
    static constexpr auto table() {
        return pg::table("slots", pg::primary_key(col<&slot::row>, col<&slot::letter>), pg::field<&slot::code>.unique());
    }
};
struct measure {
    pg::numeric<> scale{};
    std::int32_t n{};

    static constexpr auto table() { return pg::table("measures", pg::field<&measure::scale>.primary_key()); }
};
struct word {
    std::string text{};
    std::int32_t n{};

    static constexpr auto table() { return pg::table("words", pg::field<&word::text>.primary_key().collate("nocase")); }
};
struct document {
    std::int64_t id{};
    std::string text{};
    std::int32_t version = 1;
    pg::timestamptz changed_at{};

    static constexpr auto table() {
        using d = document;
        return pg::table("documents", pg::field<&d::id>.primary_key().identity(), pg::field<&d::version>.version(),
                         pg::field<&d::changed_at>.server_default(pg::now()).set_on_update(pg::now()));
    }
};
struct counter {
    std::int64_t id{};
    std::int64_t n = 5;

    static constexpr auto table() {
        return pg::table("counters", pg::field<&counter::id>.primary_key().identity(),
                         pg::field<&counter::n>.server_default(5));
    }
};
struct remark {
    std::string text{};
    static constexpr auto table() { return pg::table("remarks", pg::no_primary_key); }
};
struct measured {
    std::int64_t id{};
    double low = 0.0;
    double high = std::numeric_limits<double>::quiet_NaN();
    pg::numeric<> exact{"2"};

    static constexpr auto table() {
        using m = measured;
        return pg::table("measured", pg::field<&m::exact>.server_default(2), pg::field<&m::id>.primary_key().identity(), pg::field<&m::low>.server_default(0.0),
                         pg::field<&m::high>.server_default(std::numeric_limits<double>::quiet_NaN()));
    }
};
struct wrong_default {
    std::int64_t id{};
    std::string state = "draft";
    static constexpr auto table() {
        using w = wrong_default;
        return pg::table("wrong_defaults", pg::field<&w::id>.primary_key(),
                         pg::field<&w::state>.server_default("published"));
    }
};
struct wrong_optional_default {
    std::int64_t id{};
    std::optional<std::int32_t> n{};
    static constexpr auto table() {
        using w = wrong_optional_default;
        return pg::table("wrong_optional", pg::field<&w::id>.primary_key(),
                         pg::field<&w::n>.server_default(pg::lit<3>));
    }
};

inline constexpr pg::registry<person, seat, document, counter, remark, member, slot, measure> models{};

class crud : public Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("crud");
        pg::session(dsn()).create_all(models);
    }
    void SetUp() override {
        db.execute_script("truncate people, \"My Hall\".seats, documents, counters, remarks restart identity");
        log.clear();
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    std::string last() const { return log.empty() ? "" : log.back(); }

    std::vector<std::string> log{};
    pg::session db{
        pg::options{.dsn = dsn(), .log = [this](const pg::logged_statement& s) { log.emplace_back(s.sql); }}};
};

TEST_F(crud, insert_leaves_to_the_server_what_still_is_initial) {
    const auto made = db.insert(person{.email = "a@x"});
    EXPECT_EQ(last(), "insert into people (email, note, tags, updated_at) values ($1, $2, $3, $4) "
                      "returning id, name, state, score, created_at");
    EXPECT_EQ(made.id, 1);
    EXPECT_EQ(made.name, "nobody");
    EXPECT_EQ(made.state, mood::busy);
    EXPECT_EQ(made.score, 7);
    EXPECT_TRUE(made.created_at.is_finite());
    EXPECT_NE(made.created_at, pg::timestamptz{});
    EXPECT_EQ(made.updated_at, std::nullopt);
    EXPECT_EQ(made.cache, 42);
}

TEST_F(crud, insert_sends_what_is_not_initial_any_more) {
    const auto made = db.insert(person{.id = 500, .email = "a@x", .name = "Ada", .score = std::nullopt, .cache = 1});
    EXPECT_EQ(last(),
              "insert into people (id, email, name, note, score, tags, updated_at) values ($1, $2, $3, $4, $5, $6, $7) "
              "returning state, created_at");
    EXPECT_EQ(made.id, 500);
    EXPECT_EQ(made.name, "Ada");
    EXPECT_EQ(made.score, std::nullopt) << "NULL is sent, since the initial value is 7";
    EXPECT_EQ(made.state, mood::busy);
    EXPECT_EQ(made.cache, 1) << "a transient field is left alone";
    EXPECT_EQ((db.scalar<std::string>("select concat_ws('|', id, email, name, state, score, tags) from people")),
              "500|a@x|Ada|busy|{}");
}

TEST_F(crud, insert_of_everything) {
    const pg::timestamptz then("2001-02-03 04:05:06.000007+00");
    const person all{.id = 9,
                     .email = "é",
                     .name = "n",
                     .state = mood::calm,
                     .note = "",
                     .score = -1,
                     .tags = {"a", "", "c,\"d"},
                     .created_at = then,
                     .updated_at = then};
    const auto made = db.insert(all);
    EXPECT_EQ(log.size(), 1u);
    const auto found = db.get<person>(9);
    for (const auto& row : {made, found}) {
        EXPECT_EQ(row.email, "é");
        EXPECT_EQ(row.state, mood::calm);
        EXPECT_EQ(row.note, "");
        EXPECT_EQ(row.score, -1);
        EXPECT_EQ(row.tags, all.tags);
        EXPECT_EQ(row.created_at, then);
        EXPECT_EQ(row.updated_at, then);
    }
}

TEST_F(crud, insert_without_any_value_and_without_a_key) {
    EXPECT_EQ(db.insert(counter{}).n, 5);
    EXPECT_EQ(last(), "insert into counters default values returning id, n");
    EXPECT_EQ(db.insert(counter{.n = 6}).id, 2);
    db.insert(remark{"x"});
    EXPECT_EQ(last(), "insert into remarks (text) values ($1)");
    EXPECT_EQ(db.count<remark>(), 1);
}

TEST_F(crud, a_literal_default_that_contradicts_the_initial_value) {
    EXPECT_THROW(db.insert(wrong_default{}), pg::usage_error);
    EXPECT_THROW(db.insert(wrong_optional_default{}), pg::usage_error);
    EXPECT_THROW(db.insert(std::vector<wrong_default>(2)), pg::usage_error);
    try {
        db.insert(wrong_default{});
        FAIL();
    } catch (const pg::usage_error& e) {
        EXPECT_EQ(e.field(), "state");
        EXPECT_EQ(std::string(e.what()),
                  "pgmodel: field \"state\" of table \"wrong_defaults\" has another initial value than its "
                  "server default; write the same literal in both places, so that no value is replaced silently");
    }
    EXPECT_TRUE(log.empty()) << "nothing was sent";
}

TEST_F(crud, numbers_that_differ_from_their_default_in_no_comparison) {
    db.create_all(pg::registry<measured>{});
    const auto zero = db.insert(measured{.low = -0.0});
    EXPECT_EQ(db.scalar<std::string>("select low::text || ' ' || high::text from measured where id = $1", zero.id), "-0 NaN");
    db.insert(std::vector<measured>{{.low = -0.0}, {.low = 0.0}});
    EXPECT_EQ(db.scalar<std::string>("select string_agg(low::text, ' ' order by id) from measured"), "-0 -0 0");
    db.insert(measured{.exact = pg::numeric<>("2.00")});
    EXPECT_EQ(db.scalar<std::string>("select string_agg(exact::text, ' ' order by id) from measured"), "2 2 2 2.00");
    db.drop_all(pg::registry<measured>{});
}

struct surveyed {
    std::int64_t id{};
    pg::point at{};
    pg::box area{};
    pg::path way{{{0, 0}, {1, 1}}};
    pg::range<pg::numeric<>> price{pg::numeric<>("1.5"), pg::numeric<>("2")};

    static constexpr auto table() {
        using s = surveyed;
        return pg::table("surveyed", pg::field<&s::id>.primary_key().identity(), pg::field<&s::at>.server_default(pg::point{}),
                         pg::field<&s::area>.server_default(pg::box{}), pg::field<&s::way>.server_default(pg::constant<pg::path, "[(0,0),(1,1)]">),
                         pg::field<&s::price>.server_default(pg::constant<pg::range<pg::numeric<>>, "[1.5,2)">));
    }
};
TEST_F(crud, shapes_and_ranges_that_are_equal_to_their_default_and_other_values) {
    db.create_all(pg::registry<surveyed>{});
    const auto kept = [&](const surveyed& s) {
        return db.scalar<std::string>("select at::text || area::text || way::text || price::text from surveyed where id = $1", s.id);
    };
    const auto plain = db.insert(surveyed{});
    EXPECT_EQ(last(), "insert into surveyed default values returning id, at, area, way, price");
    EXPECT_EQ(kept(plain), "(0,0)(0,0),(0,0)[(0,0),(1,1)][1.5,2)");
    EXPECT_EQ(kept(db.insert(surveyed{.at = {-0.0, 0}, .area = {{-0.0, 0}, {-0.0, 0}}, .way = {{{0, -0.0}, {1, 1}}}, .price = {pg::numeric<>("1.50"), pg::numeric<>("2")}})),
              "(-0,0)(-0,0),(-0,0)[(0,-0),(1,1)][1.50,2)");
    db.drop_all(pg::registry<surveyed>{});
}

TEST_F(crud, find_get_exists_count) {
    EXPECT_EQ(db.find<person>(1), std::nullopt);
    EXPECT_FALSE(db.exists<person>(1));
    EXPECT_EQ(db.count<person>(), 0);
    const auto made = db.insert(person{.email = "a@x"});
    ASSERT_TRUE(db.find<person>(made.id));
    EXPECT_EQ(last(),
              "select id, email, name, state, note, score, tags, created_at, updated_at from people where id = $1");
    EXPECT_EQ(db.find<person>(1)->email, "a@x");
    EXPECT_EQ(db.get<person>(1u).created_at, made.created_at);
    EXPECT_TRUE(db.exists<person>(1));
    EXPECT_EQ(last(), "select exists (select from people where id = $1)");
    EXPECT_EQ(db.count<person>(), 1);
    EXPECT_EQ(last(), "select count(*) from people");
    try {
        db.get<person>(77);
        FAIL();
    } catch (const pg::not_found& e) {
        EXPECT_EQ(std::string(e.what()), "pgmodel: table \"people\" has no such row");
        EXPECT_EQ(e.table(), "people");
    }
}

TEST_F(crud, composite_keys) {
    db.insert(seat{.row = 1, .letter = "a"});
    db.insert(seat{.row = 1, .letter = "b", .taken_by = "Ada"});
    EXPECT_EQ(db.get<seat>(1, "b").taken_by, "Ada");
    EXPECT_EQ(last(), "select \"row\", letter, \"user\" from \"My Hall\".seats where \"row\" = $1 and letter = $2");
    EXPECT_EQ(db.find<seat>(2, "a"), std::nullopt);
    EXPECT_TRUE(db.exists<seat>(1, std::string("a")));
    auto first = db.get<seat>(1, "a");
    first.taken_by = "Bob";
    db.update(first);
    EXPECT_EQ(last(), "update \"My Hall\".seats set \"user\" = $1 where \"row\" = $2 and letter = $3");
    EXPECT_EQ(db.get<seat>(1, "a").taken_by, "Bob");
    EXPECT_TRUE(db.remove<seat>(1, "a"));
    EXPECT_EQ(last(), "delete from \"My Hall\".seats where \"row\" = $1 and letter = $2");
    EXPECT_FALSE(db.remove<seat>(1, "a"));
    EXPECT_EQ(db.count<seat>(), 1);
}

TEST_F(crud, update_of_named_columns_writes_no_others) {
    auto mine = db.insert(person{.email = "a@x"});
    db.execute("update people set name = 'theirs'");
    mine.name = "mine";
    mine.score = 9;
    mine.note = "n";
    db.update<&person::score, &person::note>(mine);
    EXPECT_EQ(last(), "update people set note = $1, score = $2, updated_at = now() where id = $3 returning updated_at");
    EXPECT_NE(mine.updated_at, std::nullopt) << "set_on_update comes back";
    const auto found = db.get<person>(mine.id);
    EXPECT_EQ(found.score, 9);
    EXPECT_EQ(found.note, "n");
    EXPECT_EQ(found.name, "theirs");
    EXPECT_EQ(found.updated_at, mine.updated_at);
}

TEST_F(crud, update_of_everything) {
    auto row = db.insert(person{.email = "a@x", .note = "n"});
    row.email = "b@x";
    row.note = std::nullopt;
    row.tags = {"t"};
    db.update(row);
    EXPECT_EQ(last(),
              "update people set email = $1, name = $2, state = $3, note = $4, score = $5, tags = $6, created_at = $7, "
              "updated_at = now() where id = $8 returning updated_at");
    const auto found = db.get<person>(row.id);
    EXPECT_EQ(found.email, "b@x");
    EXPECT_EQ(found.note, std::nullopt);
    EXPECT_EQ(found.tags, row.tags);
}

TEST_F(crud, rows_that_are_gone) {
    auto row = db.insert(person{.email = "a@x"});
    db.remove(row);
    EXPECT_EQ(last(), "delete from people where id = $1");
    EXPECT_THROW(db.update(row), pg::not_found);
    EXPECT_THROW(db.update<&person::name>(row), pg::not_found);
    EXPECT_THROW(db.remove(row), pg::not_found);
    EXPECT_THROW(db.refresh(row), pg::not_found);
    EXPECT_FALSE(db.remove<person>(row.id));
    EXPECT_EQ(row.email, "a@x") << "the row itself is untouched";
}

TEST_F(crud, refresh) {
    auto row = db.insert(person{.email = "a@x", .cache = 3});
    db.execute("update people set note = 'theirs', score = null");
    db.refresh(row);
    EXPECT_EQ(row.note, "theirs");
    EXPECT_EQ(row.score, std::nullopt);
}

TEST_F(crud, versions) {
    auto mine = db.insert(document{.text = "one"});
    EXPECT_EQ(mine.version, 1);
    auto theirs = db.get<document>(mine.id);
    mine.text = "two";
    db.update(mine);
    EXPECT_EQ(
        last(),
        "update documents set text = $1, version = version + 1, changed_at = now() where id = $2 and version = $3 "
        "returning version, changed_at");
    EXPECT_EQ(mine.version, 2);
    theirs.text = "lost update";
    EXPECT_THROW(db.update(theirs), pg::version_conflict);
    EXPECT_THROW(db.update<&document::text>(theirs), pg::version_conflict);
    EXPECT_THROW(db.remove(theirs), pg::version_conflict);
    EXPECT_EQ(db.get<document>(mine.id).text, "two");
    db.update<&document::text>(mine);
    EXPECT_EQ(mine.version, 3);
    db.remove(mine);
    EXPECT_EQ(last(), "delete from documents where id = $1 and version = $2");
    EXPECT_THROW(db.update(mine), pg::version_conflict) << "removed is changed";
}

TEST_F(crud, upsert_inserts_and_then_updates) {
    const auto first = db.upsert<&person::email>(person{.email = "a@x", .note = "one"});
    EXPECT_EQ(
        last(),
        "insert into people (email, note, tags, updated_at) values ($1, $2, $3, $4) on conflict (email) do update set "
        "name = excluded.name, state = excluded.state, note = excluded.note, score = excluded.score, tags = excluded.tags, "
        "updated_at = now() returning id, name, state, score, created_at, "
        "updated_at");
    EXPECT_EQ(first.updated_at, std::nullopt) << "inserted, not updated";
    db.execute("update people set name = 'another', state = 'calm'");
    const auto second = db.upsert<&person::email>(person{.email = "a@x", .score = 1, .tags = {"t"}});
    EXPECT_EQ(second.id, first.id);
    EXPECT_EQ(second.created_at, first.created_at) << "what only the server can fill stays, and comes back";
    EXPECT_EQ(second.name, "nobody") << "a value of the row, though it is also the default";
    EXPECT_EQ(db.get<person>(first.id).state, mood::busy);
    EXPECT_NE(second.updated_at, std::nullopt);
    const auto found = db.get<person>(first.id);
    EXPECT_EQ(found.note, std::nullopt) << "what has no default is sent, NULL too";
    EXPECT_EQ(found.score, 1);
    EXPECT_EQ(found.tags, std::vector<std::string>{"t"});
    EXPECT_EQ(db.count<person>(), 1);
}

TEST_F(crud, upsert_on_other_keys) {
    const auto row = db.insert(person{.email = "a@x"});
    EXPECT_EQ(db.upsert<&person::id>(person{.id = row.id, .email = "b@x"}).id, row.id);
    EXPECT_EQ(last(),
              "insert into people (id, email, note, tags, updated_at) values ($1, $2, $3, $4, $5) on conflict (id) do update "
              "set email = excluded.email, name = excluded.name, state = excluded.state, note = excluded.note, "
              "score = excluded.score, tags = excluded.tags, updated_at = now() returning name, state, score, created_at, "
              "updated_at")
        << "the id is what was sent";
    EXPECT_EQ(db.get<person>(row.id).email, "b@x");
    EXPECT_EQ(db.upsert<&person::email>(person{.id = 900, .email = "b@x", .score = 1}).id, row.id)
        << "a row that is there keeps its other keys, so they come back";
    EXPECT_EQ(last(),
              "insert into people (id, email, note, score, tags, updated_at) values ($1, $2, $3, $4, $5, $6) on conflict "
              "(email) do update set name = excluded.name, state = excluded.state, note = excluded.note, "
              "score = excluded.score, tags = excluded.tags, updated_at = now() returning id, name, state, created_at, "
              "updated_at");
    EXPECT_EQ(db.upsert<&counter::id>(counter{.id = 5, .n = 6}).n, 6);
    EXPECT_EQ(last(), "insert into counters (id, n) values ($1, $2) on conflict (id) do update set n = excluded.n");
    EXPECT_EQ(db.get<counter>(5).n, 6);
    db.insert(seat{.row = 1, .letter = "a"});
    db.upsert<&seat::letter, &seat::row>(seat{.row = 1, .letter = "a", .taken_by = "Ada"});
    EXPECT_EQ(
        last(),
        "insert into \"My Hall\".seats (\"row\", letter, \"user\") values ($1, $2, $3) on conflict (letter, \"row\") "
        "do update set \"user\" = excluded.\"user\"");
    EXPECT_EQ(db.get<seat>(1, "a").taken_by, "Ada");
    db.insert(person{.email = "taken"});
    EXPECT_THROW(db.upsert<&person::id>(person{.id = row.id, .email = "taken"}), pg::unique_violation)
        << "of another key";
}

TEST_F(crud, rows_that_stay_where_they_are) {
    std::vector<person> rows{{.email = "a@x", .note = std::string(100, 'n'), .cache = 1}, {.email = "b@x"}};
    const char* const note = rows[0].note->data();
    person& made = db.insert(std::ref(rows[0]));
    EXPECT_EQ(&made, &rows[0]);
    EXPECT_EQ(last(), "insert into people (email, note, tags, updated_at) values ($1, $2, $3, $4) "
                      "returning id, name, state, score, created_at");
    EXPECT_EQ(made.id, 1);
    EXPECT_TRUE(made.created_at.is_finite());
    EXPECT_EQ(made.note->data(), note) << "nothing is copied or moved";
    EXPECT_EQ(made.cache, 1);

    made.score = 5;
    auto same = std::ref(made);
    EXPECT_EQ(&db.upsert<&person::email>(same), &made);
    EXPECT_NE(made.updated_at, std::nullopt) << "updated, and that comes back";
    EXPECT_EQ(made.note->data(), note);
    EXPECT_EQ(db.get<person>(1).score, 5);

    rows = {person{.email = "c@x"}, person{.email = "d@x", .score = 1}};
    EXPECT_EQ(&db.insert(std::ref(rows)), &rows);
    EXPECT_NE(rows[0].id, rows[1].id);
    EXPECT_EQ(db.get<person>(rows[1].id).score, 1);

    auto taken = rows[0];
    taken.id = 0;
    EXPECT_THROW(db.insert(std::ref(taken)), pg::unique_violation);
    EXPECT_EQ(taken.email, "c@x");
    EXPECT_EQ(taken.id, 0);
}

TEST_F(crud, upsert_brings_back_the_keys_of_the_row_that_is_there) {
    const auto ada = db.upsert<&member::email>(member{.email = "ada@x", .name = "Ada"});
    const auto again = db.upsert<&member::email>(member{.email = "ada@x", .name = "Ada L."});
    EXPECT_EQ(last(), "insert into members (id, email, name) values ($1, $2, $3) on conflict (email) do update set "
                      "name = excluded.name returning id");
    EXPECT_EQ(again.id, ada.id) << "which the program made anew for the row that was sent";
    EXPECT_EQ(db.get<member>(again.id).name, "Ada L.");
    db.upsert<&member::id>(again);
    EXPECT_EQ(last(), "insert into members (id, email, name) values ($1, $2, $3) on conflict (id) do update set "
                      "email = excluded.email, name = excluded.name");

    db.upsert<&slot::row, &slot::letter>(slot{.row = 1, .letter = "a", .code = 1});
    EXPECT_EQ((db.upsert<&slot::code>(slot{.row = 2, .letter = "b", .code = 1, .taken_by = "Ada"})),
              (slot{1, "a", 1, "Ada"}));
    EXPECT_EQ(last(), "insert into slots (\"row\", letter, code, taken_by) values ($1, $2, $3, $4) on conflict (code) do "
                      "update set taken_by = excluded.taken_by returning \"row\", letter");
}

TEST_F(crud, upsert_brings_back_a_key_that_is_only_equal) {
    db.insert(measure{.scale = pg::numeric<>("1.0"), .n = 1});
    const auto m = db.upsert<&measure::scale>(measure{.scale = pg::numeric<>("1.000"), .n = 2});
    EXPECT_EQ(last(), "insert into measures (scale, n) values ($1, $2) on conflict (scale) do update set n = excluded.n "
                      "returning scale");
    EXPECT_EQ(m.scale.to_string(), "1.0");
    EXPECT_EQ(db.get<measure>(m.scale).n, 2);

    db.execute("create collation nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
    db.create_all(pg::registry<word>{});
    db.insert(word{.text = "Word"});
    EXPECT_EQ(db.upsert<&word::text>(word{.text = "WORD", .n = 2}).text, "Word");
    EXPECT_EQ(db.get<word>("word").n, 2);
    db.drop_all(pg::registry<word>{});
    db.execute("drop collation nocase");
}

TEST_F(crud, upsert_counts_the_version) {
    const auto first = db.insert(document{.text = "one"});
    const auto second = db.upsert<&document::id>(document{.id = first.id, .text = "two"});
    EXPECT_EQ(second.version, 2);
    EXPECT_EQ(db.get<document>(first.id).text, "two");
}

TEST_F(crud, by_a_function_that_takes_any_connection) {
    const auto service = [](pg::connection& c, const char* email) { return c.insert(person{.email = email}).id; };
    const auto a = service(db, "a");
    const auto b = db.transaction([&](pg::transaction& tx) { return service(tx, "b"); });
    EXPECT_EQ(db.count<person>(), 2);
    EXPECT_NE(a, b);
    EXPECT_THROW(db.transaction([&](pg::transaction& tx) {
        service(tx, "c");
        throw std::runtime_error("undo");
    }),
                 std::runtime_error);
    EXPECT_EQ(db.count<person>(), 2);
}

}  // namespace

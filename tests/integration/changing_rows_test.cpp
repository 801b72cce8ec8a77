// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// UPDATE, DELETE and MERGE of the query builder on a server, and what the server says to what they send.

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/document_path.hpp>
#include <pgmodel/query/changes.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/merge_into.hpp>
#include <pgmodel/query/values.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

enum class mood { calm, loud };

struct place {
    std::string street{};
    std::optional<std::string> town{};
    bool operator==(const place&) const = default;
};
struct team {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> parent{};
    std::int64_t members{};

    static constexpr auto table() {
        return pg::table("team", pg::field<&team::id>.primary_key(), pg::field<&team::members>.server_default(0));
    }
};
struct person {
    std::int64_t id{};
    std::int64_t team_id{};
    std::string name{};
    std::optional<std::string> note{};
    std::int32_t age{};
    pg::numeric<10, 2> pay{};
    std::vector<std::string> tags{};
    pg::jsonb_text profile{"{}"};
    place home{};
    mood current = mood::calm;

    static constexpr auto table() {
        using p = person;
        return pg::table("person", pg::field<&p::id>.primary_key(), pg::field<&p::team_id>.references(pg::model<team>),
                         pg::field<&p::current>.server_default(mood::calm),
                         pg::check(col<&p::age> >= 0).named("person_age_check"));
    }
};
struct paper {
    std::int64_t id{};
    std::string title{};
    std::int32_t revision{};
    std::optional<std::string> changed_by{};
    std::int32_t letters{};

    static constexpr auto table() {
        using a = paper;
        return pg::table("paper", pg::field<&a::id>.primary_key().identity_always(), pg::field<&a::revision>.version(),
                         pg::field<&a::changed_by>.set_on_update(pg::upper(col<&a::title>)),
                         pg::field<&a::letters>.generated(pg::length(col<&a::title>)));
    }
};
struct colors {
    std::string front{};
    std::int32_t depth{};
};
struct settings {
    std::string theme{};
    std::optional<std::int32_t> size{};
    mood current = mood::calm;
    colors inner{};
};
struct account {
    std::int64_t id{};
    pg::jsonb<settings> setup{};
};
inline constexpr pg::registry<team, person, paper, account> models{};
using p = person;
using t = team;

using name_note = std::tuple<std::string, std::optional<std::string>>;

class changing_rows : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("changing_rows");
        pg::session(dsn()).create_all(models);
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    void SetUp() override {
        db.execute_script("truncate team, person, paper, account restart identity");
        db.insert(std::vector<team>{{1, "red", std::nullopt}, {2, "blue", 1}, {3, "green", 1}});
        db.insert(std::vector<person>{{.id = 1, .team_id = 1, .name = "Ada", .age = 36, .pay = 100, .tags = {"a", "b"}},
                                      {.id = 2, .team_id = 2, .name = "Ben", .age = 20, .pay = 50},
                                      {.id = 3, .team_id = 2, .name = "Cy", .age = 7, .pay = 0}});
    }
    person get(std::int64_t id) { return db.get<person>(id); }

    pg::session db{dsn()};
};

TEST_F(changing_rows, update_says_how_many) {
    EXPECT_EQ(
        db.execute(pg::update(pg::model<person>).set(col<&p::age> = col<&p::age> + 1).where(col<&p::team_id> == 2)),
        2u);
    EXPECT_EQ(db.execute(pg::update(pg::model<person>).set(col<&p::note> = "all").all_rows()), 3u);
    EXPECT_EQ(db.execute(pg::update(pg::model<person>).set(col<&p::note> = "none").where(col<&p::id> == 9)), 0u);
    EXPECT_EQ(get(2).age, 21);
    EXPECT_EQ(get(3).note, "all");
}

TEST_F(changing_rows, update_returns_rows) {
    const auto rows =
        db.all(pg::update(pg::model<person>)
                   .set(col<&p::pay> = col<&p::pay> * 2, col<&p::note> = std::optional<std::string>("raised"))
                   .where(col<&p::age> > 10)
                   .returning(col<&p::name>, col<&p::pay>));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(std::get<1>(rows[0]), (pg::numeric<10, 2>(200)));
    const person whole = db.one(pg::update(pg::model<person>)
                                    .set(col<&p::note> = std::nullopt)
                                    .where(col<&p::id> == 1)
                                    .returning(pg::model<person>));
    EXPECT_EQ(whole.name, "Ada");
    EXPECT_FALSE(whole.note);
    EXPECT_EQ(
        db.scalar(pg::update(pg::model<person>).set(col<&p::age> = 1).where(col<&p::id> == 2).returning(col<&p::age>)),
        1);
    EXPECT_THROW(
        db.one(pg::update(pg::model<person>).set(col<&p::age> = 1).where(col<&p::id> == 9).returning(col<&p::age>)),
        pg::not_found);
}

TEST_F(changing_rows, update_of_parts_of_columns) {
    db.execute(pg::update(pg::model<person>)
                   .set(col<&p::tags>[2] = "B", col<&p::tags>[3] = pg::coalesce(col<&p::tags>[1], "?"),
                        col<&p::profile>["name"] = col<&p::name>, col<&p::profile>["size"]["feet"] = 9,
                        col<&p::profile>["text"] = lit<"x">, col<&p::profile>["none"] = std::nullopt,
                        col<&p::home, &place::town> = "London", col<&p::home, &place::street> = "Main")
                   .where(col<&p::id> == 1));
    const person ada = get(1);
    EXPECT_EQ(ada.tags, (std::vector<std::string>{"a", "B", "a"}));
    EXPECT_EQ(ada.profile.str(), R"({"name": "Ada", "none": null, "size": {"feet": 9}, "text": "x"})");
    EXPECT_EQ(ada.home, (place{"Main", "London"}));
    db.execute(pg::update(pg::model<person>)
                   .set(col<&p::profile>["name"] = col<&p::profile>["size"], col<&p::current> = mood::loud)
                   .where(col<&p::id> == 1));
    EXPECT_EQ(get(1).profile.str(), R"({"name": {"feet": 9}, "none": null, "size": {"feet": 9}, "text": "x"})");
    EXPECT_EQ(get(1).current, mood::loud);
    db.execute(pg::update(pg::model<person>).set(col<&p::current> = pg::default_value).where(col<&p::id> == 1));
    EXPECT_EQ(get(1).current, mood::calm);
    db.execute(pg::update(pg::model<person>)
                   .set(pg::slice(col<&p::tags>, 1, 2) = std::vector<std::string>{"x", "y"})
                   .where(col<&p::id> == 1));
    EXPECT_EQ(get(1).tags, (std::vector<std::string>{"x", "y", "a"}));
    // Of an array in a document one element changes.
    db.execute(pg::update(pg::model<person>)
                   .set(col<&p::profile> = pg::jsonb_text(R"({"tags": ["a", "b", "c"], "n": 1})"))
                   .where(col<&p::id> == 1));
    db.execute(pg::update(pg::model<person>).set(col<&p::profile>["tags"][1] = "B").where(col<&p::id> == 1));
    EXPECT_EQ(get(1).profile.str(), R"({"n": 1, "tags": ["a", "B", "c"]})");
    EXPECT_THROW(db.execute(pg::update(pg::model<person>).set(col<&p::profile>["n"]["x"] = 1).all_rows()),
                 pg::server_error)
        << "a number has no parts";
}

TEST_F(changing_rows, update_from_lists_of_the_program) {
    struct given {
        std::int64_t id;
        std::string name;
        pg::jsonb_text profile;
    };
    const pg::jsonb_text list("[1]");
    EXPECT_EQ(db.execute(pg::update(pg::model<person>)
                             .set(col<&p::name> = col<&given::name>, col<&p::profile> = col<&given::profile>)
                             .from(pg::values(std::vector<given>{{1, "A", list}, {3, "C", list}, {9, "I", list}}))
                             .where(col<&p::id> == col<&given::id>)),
              2u);
    EXPECT_EQ(get(1).name, "A");
    EXPECT_EQ(get(3).profile.str(), "[1]");
}

TEST_F(changing_rows, one_statement_run_with_several_values) {
    constexpr auto rename = pg::update(pg::model<person>)
                                .set(col<&p::name> = pg::arg<std::string, "name">,
                                     col<&p::note> = pg::arg<std::optional<std::string>, "note">)
                                .where(col<&p::id> == pg::arg<std::int64_t, "id">);
    db.execute(rename, pg::bind<"id">(1), pg::bind<"name">("X"), pg::bind<"note">(std::optional<std::string>("x")));
    db.execute(rename, pg::bind<"id">(2), pg::bind<"name">("Y"), pg::bind<"note">(std::nullopt));
    EXPECT_EQ(get(1).note, "x");
    EXPECT_EQ(get(2).name, "Y");
    EXPECT_EQ(get(2).note, std::nullopt);
}

TEST_F(changing_rows, update_of_fields_of_a_document) {
    db.insert(account{.id = 1, .setup = pg::jsonb<settings>(settings{.theme = "light", .inner = {"red", 1}})});
    const auto setup = col<&account::setup>;
    const account now =
        db.one(pg::update(pg::model<account>)
                   .set(pg::at<&settings::theme>(setup) = "dark", pg::at<&settings::size>(setup) = 5,
                        pg::at<&settings::current>(setup) = mood::loud,
                        pg::at<&settings::inner, &colors::front>(setup) = pg::upper(pg::at<&settings::theme>(setup)))
                   .where(pg::at<&settings::theme>(setup) == "light")
                   .returning(pg::model<account>));
    EXPECT_EQ(now.setup->theme, "dark");
    EXPECT_EQ(now.setup->size, 5);
    EXPECT_EQ(now.setup->current, mood::loud);
    EXPECT_EQ(now.setup->inner.front, "LIGHT");
    EXPECT_EQ(now.setup->inner.depth, 1);
    db.execute(pg::update(pg::model<account>).set(pg::at<&settings::size>(setup) = std::nullopt).all_rows());
    EXPECT_EQ(db.get<account>(1).setup->size, std::nullopt);
}

TEST_F(changing_rows, update_from_other_tables) {
    constexpr auto parent = pg::alias<team, "parent">;
    const auto rows = db.all(pg::update(pg::model<person>)
                                 .set(col<&p::note> = parent[col<&t::name>])
                                 .from(pg::model<team>)
                                 .left_join(parent)
                                 .on(parent[col<&t::id>] == col<&t::parent>)
                                 .where(col<&t::id> == col<&p::team_id>)
                                 .returning(col<&p::name>, parent[col<&t::name>]));
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(get(1).note, std::nullopt);
    EXPECT_EQ(get(2).note, "red");

    EXPECT_EQ(db.execute(pg::update(pg::model<team>)
                             .set(col<&t::name> = parent[col<&t::name>] + "/" + col<&t::name>)
                             .from(parent)
                             .where(col<&t::parent> == parent[col<&t::id>])),
              2u);
    EXPECT_EQ(db.get<team>(2).name, "red/blue");

    struct counted {
        std::int64_t team_id;
        std::int64_t people;
    };
    db.execute(
        pg::update(pg::model<team>)
            .set(col<&t::members> = col<&counted::people>)
            .from(pg::subquery(pg::select(col<&p::team_id>, pg::count()).group_by(col<&p::team_id>).into<counted>()))
            .where(col<&t::id> == col<&counted::team_id>));
    EXPECT_EQ(db.get<team>(2).members, 2);
    EXPECT_EQ(db.get<team>(3).members, 0);
}

TEST_F(changing_rows, update_by_subqueries) {
    db.execute(
        pg::update(pg::model<person>)
            .set(col<&p::name> =
                     pg::coalesce(pg::scalar(pg::select(col<&t::name>).where(col<&t::id> == col<&p::team_id>)), "-"))
            .where(pg::exists(pg::select<team>().where(col<&t::id> == col<&p::team_id> && col<&t::parent> == 1))));
    EXPECT_EQ(get(1).name, "Ada");
    EXPECT_EQ(get(2).name, "blue");
    db.execute(
        pg::update(pg::model<person>)
            .set(pg::row(col<&p::age>, col<&p::note>) =
                     pg::select(lit<5>, col<&t::name>).from(pg::model<team>).where(col<&t::id> == col<&p::team_id>))
            .all_rows());
    EXPECT_EQ(get(2).age, 5);
    EXPECT_EQ(get(2).note, "blue");
    EXPECT_THROW(
        db.execute(pg::update(pg::model<person>)
                       .set(pg::row(col<&p::age>, col<&p::note>) =
                                pg::select(lit<5>, col<&t::name>).from(pg::model<team>).where(col<&t::id> == 99))
                       .all_rows()),
        pg::not_null_violation)
        << "no row is NULL";
}

TEST_F(changing_rows, update_sets_version_and_set_on_update) {
    const auto a = db.insert(paper{.title = "one"});
    constexpr auto x = pg::alias<paper, "x">;
    db.execute(pg::update(x).set(x[col<&paper::title>] = "two").where(x[col<&paper::id>] == a.id));
    auto now = db.get<paper>(a.id);
    EXPECT_EQ(now.revision, 1);
    EXPECT_EQ(now.changed_by, "ONE") << "expressions see the row as it was";
    EXPECT_EQ(now.letters, 3);
    db.execute(pg::update(pg::model<paper>)
                   .set(col<&paper::title> = col<&t::name>, col<&paper::changed_by> = "me",
                        col<&paper::id> = pg::default_value)
                   .from(pg::model<team>)
                   .where(col<&t::id> == 3));
    now = db.one(pg::select<paper>());
    EXPECT_EQ(now.title, "green");
    EXPECT_EQ(now.revision, 2);
    EXPECT_EQ(now.changed_by, "me");
    EXPECT_NE(now.id, a.id);
}

TEST_F(changing_rows, an_error_names_the_field) {
    try {
        db.execute(pg::update(pg::model<person>).set(col<&p::age> = -1).where(col<&p::id> == 1));
        FAIL() << "a check is violated";
    } catch (const pg::check_violation& e) {
        EXPECT_EQ(e.constraint(), "person_age_check");
    }
    try {
        db.execute(pg::update(pg::model<person>).set(col<&p::team_id> = 77).where(col<&p::id> == 1));
        FAIL() << "a foreign key is violated";
    } catch (const pg::foreign_key_violation& e) {
        EXPECT_EQ(e.field(), "team_id");
    }
}

TEST_F(changing_rows, changes_of_a_form) {
    pg::changes<person> c;
    EXPECT_THROW(db.execute(pg::update(pg::model<person>).set(c).where(col<&p::id> == 1)), pg::usage_error);
    c.set(col<&p::name> = "Eve", col<&p::note> = std::optional<std::string>(),
          col<&p::pay> = pg::numeric<10, 2>("1.5"));
    c.set(col<&p::age> = col<&p::age> + 1);
    const auto eve =
        db.one(pg::update(pg::model<person>).set(c).where(col<&p::id> == 1).returning(pg::model<person>));
    EXPECT_EQ(eve.name, "Eve");
    EXPECT_EQ(eve.age, 37);
    EXPECT_EQ(eve.pay.to_string(), "1.50");
    pg::condition<person> which;
    EXPECT_THROW(db.execute(pg::update(pg::model<person>).set(c).where(which)), pg::usage_error);
    EXPECT_EQ(db.execute(pg::update(pg::model<person>).set(c).where(which).all_rows()), 3u);
    which &= col<&p::id>.in({2, 3});
    EXPECT_EQ(db.execute(pg::update(pg::model<person>).set(c).where(which)), 2u);
}

TEST_F(changing_rows, delete_rows) {
    EXPECT_EQ(db.execute(pg::delete_from(pg::model<person>).where(col<&p::age> < 10)), 1u);
    constexpr auto parent = pg::alias<team, "parent">;
    const auto gone = db.all(pg::delete_from(pg::model<person>)
                                 .using_(pg::model<team>)
                                 .join(parent)
                                 .on(parent[col<&t::id>] == col<&t::parent>)
                                 .where(col<&t::id> == col<&p::team_id>)
                                 .returning(pg::model<person>, parent[col<&t::name>]));
    ASSERT_EQ(gone.size(), 1u);
    EXPECT_EQ(std::get<0>(gone[0]).name, "Ben");
    EXPECT_EQ(std::get<1>(gone[0]), "red");
    pg::condition<person> which;
    EXPECT_THROW(db.execute(pg::delete_from(pg::model<person>).where(which)), pg::usage_error);
    EXPECT_EQ(db.count<person>(), 1);
    EXPECT_EQ(db.execute(pg::delete_from(pg::only(pg::model<person>)).all_rows()), 1u);
}

TEST_F(changing_rows, rows_move_by_one_statement) {
    struct gone {
        std::int64_t team_id;
        std::int32_t age;
    };
    const auto left = pg::cte(pg::delete_from(pg::model<person>)
                                  .where(col<&p::team_id> == 2)
                                  .returning(col<&p::team_id>, col<&p::age>)
                                  .into<gone>());
    EXPECT_EQ(db.execute(pg::with(left)
                             .update(pg::model<team>)
                             .set(col<&t::members> = col<&t::members> - 1)
                             .from(left)
                             .where(col<&t::id> == col<&gone::team_id>)),
              1u);
    EXPECT_EQ(db.count<person>(), 1);
    EXPECT_EQ(db.get<team>(2).members, -1) << "a row is updated once, however many others fit";
}

TEST_F(changing_rows, merge_of_a_table) {
    struct arrival {
        std::int64_t id;
        std::string name;
    };
    const auto arrivals = pg::values(std::vector<arrival>{{1, "Ada II"}, {2, "gone"}, {7, "Gus"}, {8, "skip"}});
    constexpr auto x = pg::alias<person, "x">;
    const auto m =
        pg::merge_into(x)
            .using_(arrivals)
            .on(x[col<&p::id>] == col<&arrival::id>)
            .when_matched(col<&arrival::name> == "gone")
            .then_delete()
            .when_matched(x[col<&p::age>] > 90 &&
                          pg::exists(pg::select<team>().where(col<&t::id> == x[col<&p::team_id>])))
            .then_do_nothing()
            .when_matched()
            .then_update(x[col<&p::name>] = col<&arrival::name>, x[col<&p::age>] = x[col<&p::age>] + 1,
                         x[col<&p::current>] = pg::default_value, x[col<&p::tags>][1] = "z",
                         x[col<&p::note>] =
                             pg::scalar(pg::select(col<&t::name>).where(col<&t::id> == x[col<&p::team_id>])))
            .when_not_matched(col<&arrival::name> == "skip")
            .then_do_nothing()
            .when_not_matched()
            .then_insert(col<&p::id> = col<&arrival::id>, col<&p::team_id> = 3, col<&p::name> = col<&arrival::name>,
                         col<&p::age> = 1, col<&p::pay> = pg::numeric<10, 2>("2.50"),
                         col<&p::tags> = std::vector<std::string>{"new"}, col<&p::profile> = pg::jsonb_text("[]"),
                         col<&p::home> = place{"High", std::nullopt}, col<&p::current> = pg::default_value);
    EXPECT_EQ(db.execute(m), 3u);
    EXPECT_EQ(db.count<person>(), 3);
    const auto ada = get(1);
    EXPECT_EQ(ada.name, "Ada II");
    EXPECT_EQ(ada.age, 37);
    EXPECT_EQ(ada.note, "red");
    EXPECT_EQ(ada.tags, (std::vector<std::string>{"z", "b"}));
    const auto gus = get(7);
    EXPECT_EQ(gus.name, "Gus");
    EXPECT_EQ(gus.home, (place{"High", std::nullopt}));
    EXPECT_FALSE(db.find<person>(2));
    EXPECT_FALSE(db.find<person>(8));
}

TEST_F(changing_rows, merge_of_a_query_after_with) {
    struct counted {
        std::int64_t team_id;
        std::int64_t people;
    };
    const auto counts =
        pg::cte(pg::select(col<&p::team_id>, pg::count()).group_by(col<&p::team_id>).into<counted>());
    EXPECT_EQ(db.execute(pg::with(counts)
                             .merge_into(pg::model<team>)
                             .using_(counts)
                             .on(col<&t::id> == col<&counted::team_id>)
                             .when_matched()
                             .then_update(col<&t::members> = col<&counted::people>)),
              2u);
    EXPECT_EQ(db.get<team>(2).members, 2);
    db.execute(pg::merge_into(pg::model<paper>)
                   .using_(pg::model<team>)
                   .on(col<&paper::id> == col<&t::id>)
                   .when_not_matched(col<&t::parent>.is_null())
                   .then_insert_overriding_system_value(col<&paper::id> = col<&t::id> + 100,
                                                        col<&paper::title> = col<&t::name>,
                                                        col<&paper::revision> = 4));
    EXPECT_EQ(db.get<paper>(101).title, "red");
    db.execute(pg::merge_into(pg::model<paper>)
                   .using_(pg::model<team>)
                   .on(col<&paper::id> == col<&t::id> + 100)
                   .when_matched()
                   .then_update(col<&paper::title> = col<&t::name> + "!"));
    EXPECT_EQ(db.get<paper>(101).revision, 5);
    EXPECT_EQ(db.get<paper>(101).changed_by, "RED");
}

// What servers before 17 say of what they have not yet.
TEST_F(changing_rows, merge_of_newer_servers) {
    const bool known = pgmodel_test::server_version() >= 17;
    const auto merging = pg::merge_into(pg::model<team>).using_(pg::model<paper>).on(col<&t::id> == col<&paper::id>);
    const auto refused = [this](const auto& statement) -> std::string {
        pg::transaction tx{db};  // rolled back
        try {
            tx.execute(statement);
        } catch (const pg::server_error& e) {
            return std::string(e.sqlstate().code());
        }
        return "no error";
    };
    EXPECT_EQ(refused(merging.when_not_matched_by_source().then_delete()) == "42601", !known);
    EXPECT_EQ(refused(merging.when_matched().then_delete().returning(pg::merge_action(), col<&t::id>)), known ? "no error" : "42601");
    struct gone {
        std::int64_t id;
    };
    const auto deleted = pg::cte<"deleted">(merging.when_matched().then_delete());
    EXPECT_EQ(refused(pg::with(deleted).delete_from(pg::model<paper>).all_rows()), known ? "no error" : "0A000");
    EXPECT_EQ(db.execute(merging.when_matched().then_delete()), 0u);
}

// An older server takes them for tables that are not there.
TEST_F(changing_rows, old_and_new_need_a_server_of_18) {
    const auto q = pg::update(pg::model<person>)
                       .set(col<&p::age> = col<&p::age> + 1)
                       .where(col<&p::id> == 1)
                       .returning(pg::old(col<&p::age>) + 1, pg::new_(col<&p::age>));
    if (pgmodel_test::server_version() >= 18) {
        const auto [before, after] = db.one(q);
        EXPECT_EQ(before, after);
        return;
    }
    try {
        db.all(q);
        FAIL() << "this server is older";
    } catch (const pg::schema_mismatch& e) {
        EXPECT_EQ(e.sqlstate().code(), "42P01") << e.what();
        EXPECT_EQ(e.table(), "old");
    }
}

struct one_number {
    std::int32_t n{};
};
// How the rows as they were come back from an older server; there the alias is what it says on every one.
TEST_F(changing_rows, an_alias_called_old) {
    constexpr auto was = pg::alias<person, "old">;
    const auto q = pg::update(pg::model<person>)
                       .set(col<&p::age> = col<&p::age> + 1)
                       .from(was)
                       .where(was[col<&p::id>] == col<&p::id> && col<&p::id> == 1)
                       .returning(was[col<&p::age>] + 1, col<&p::age>);
    const auto [before, after] = db.one(q);
    EXPECT_EQ(before, after);
    constexpr auto other = pg::alias<person, "new">;
    const auto pairs = pg::select(col<&p::id>).from(pg::model<person>).join(other).on(other[col<&p::id>] == col<&p::id>);
    EXPECT_EQ(db.all(pairs).size(), static_cast<std::size_t>(db.count<person>()));
    // One that an outer join leaves out is NULL.
    const auto none = pg::update(pg::model<person>).set(col<&p::age> = 1).from(pg::generate_series<one_number>(1, 1)).left_join(was).on(was[col<&p::id>] == -1)
                          .where(col<&p::id> == 1).returning(was[col<&p::age>]);
    EXPECT_EQ(db.all(none), (std::vector<std::optional<std::int32_t>>(1)));
}

}  // namespace

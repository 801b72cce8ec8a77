// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/document_path.hpp>
#include <pgmodel/query/changes.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/values.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "expression_text.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct place {
    std::string street{};
    std::optional<std::string> town{};
};
struct team {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> parent{};
    std::int64_t members{};
};
enum class state { draft, published };

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
    state current = state::draft;

    static constexpr auto table() {
        using p = person;
        return pg::table("people", pg::in_schema("hr"), pg::field<&p::id>.primary_key(),
                         pg::field<&p::team_id>.references(pg::model<team>),
                         pg::field<&p::current>.server_default(state::draft));
    }
};
struct paper {
    std::int64_t id{};
    std::string title{};
    std::int32_t revision{};
    pg::timestamptz changed_at{};
    std::int32_t letters{};

    static constexpr auto table() {
        using a = paper;
        return pg::table("papers", pg::field<&a::id>.primary_key().identity_always(), pg::field<&a::revision>.version(),
                         pg::field<&a::changed_at>.set_on_update(pg::now()),
                         pg::field<&a::letters>.generated(pg::length(col<&a::title>)));
    }
};
struct weight {
    std::int64_t id{};
    std::int32_t grams{};
    std::int32_t doubled{};

    static constexpr auto table() {
        using w = weight;
        return pg::table("weights", pg::field<&w::id>.primary_key(),
                         pg::field<&w::doubled>.set_on_update(col<&w::grams> * lit<2>));
    }
};
using p = person;
using t = team;
constexpr auto people = pg::update(pg::model<person>);
constexpr auto parent = pg::alias<team, "parent">;

struct colors {
    std::string front{};
    std::int32_t depth{};
};
struct settings {
    std::string theme{};
    std::optional<std::int32_t> size{};
    state current = state::draft;
    colors inner{};
    std::vector<std::int32_t> sizes{};
};
struct account {
    std::int64_t id{};
    pg::jsonb<settings> setup{};
    pg::jsonb_text loose{};
};

using pgmodel_test::values;
template <class Statement>
auto parameter(std::size_t place) {
    return pg::detail::rendered<std::remove_const_t<Statement>>::data.types[place].name;
}

TEST(update, values_are_parameters_of_their_columns_types) {
    const auto u =
        people.set(col<&p::name> = "x", col<&p::age> = 3L, col<&p::pay> = 5, col<&p::current> = state::published)
            .where(col<&p::id> == 7);
    static_assert(decltype(u)::sql == "update hr.people set name = $1, age = $2, pay = $3, current = $4 where id = $5");
    static_assert(!decltype(u)::returns);
    EXPECT_EQ(values(u), "x 3 5.00 published 7");
    EXPECT_EQ(parameter<decltype(u)>(1), "integer");
    EXPECT_EQ(parameter<decltype(u)>(2), "numeric");
    EXPECT_THROW(people.set(col<&p::age> = 1LL << 40), pg::encode_error);
    EXPECT_THROW(people.set(col<&p::pay> = pg::numeric<20, 6>("1.125")), pg::encode_error)
        << "nothing is rounded silently";
    struct reading {
        std::int64_t id{};
        float value{};
    };
    const auto readings = pg::update(pg::model<reading>);
    EXPECT_THROW(readings.set(col<&reading::value> = 1e39), pg::encode_error);
    EXPECT_THROW(readings.set(col<&reading::value> = -1e39), pg::encode_error);
    EXPECT_EQ(values(readings.set(col<&reading::value> = 0.1).where(col<&reading::id> == 1)), "0.1 1");
}

TEST(update, null_default_and_optional_values) {
    const auto u = people
                       .set(col<&p::note> = std::nullopt, col<&p::current> = pg::default_value,
                            col<&p::home, &place::town> = std::optional<std::string>())
                       .set(col<&p::name> = lit<"x">)
                       .all_rows();
    static_assert(decltype(u)::sql ==
                  "update hr.people set note = null, current = default, home.town = $1, name = 'x'");
    EXPECT_EQ(values(u), "null");
    const auto v = people.set(col<&p::note> = std::optional<std::string>("y")).all_rows();
    EXPECT_EQ(values(v), "y");
}

TEST(update, expressions_and_subqueries) {
    const auto u =
        people
            .set(col<&p::age> = col<&p::age> + 1, col<&p::pay> = col<&p::pay> * 2,
                 col<&p::note> = pg::upper(col<&p::name>),
                 col<&p::name> =
                     pg::coalesce(pg::scalar(pg::select(col<&t::name>).where(col<&t::id> == col<&p::team_id>)), "-"))
            .where(pg::exists(pg::select(col<&t::id>).where(col<&t::id> == col<&p::team_id> && col<&t::name> == "x")));
    static_assert(decltype(u)::sql ==
                  "update hr.people set age = age + $1, pay = pay * $2, note = upper(name), "
                  "name = coalesce((select team.name from team where team.id = hr.people.team_id), $3) "
                  "where exists (select from team where team.id = hr.people.team_id and team.name = $4)");
    EXPECT_EQ(values(u), "1 2 - x");
}

TEST(update, several_columns_from_one_query) {
    const auto u =
        people
            .set(pg::row(col<&p::age>, col<&p::note>) =
                     pg::select(pg::lit<1>, col<&t::name>).from(pg::model<team>).where(col<&t::id> == col<&p::team_id>))
            .all_rows();
    static_assert(
        decltype(u)::sql ==
        "update hr.people set (age, note) = (select 1, team.name from team where team.id = hr.people.team_id)");
}

TEST(update, parts_of_columns) {
    const auto tag = col<&p::tags>;
    const auto u = people
                       .set(tag[1] = "first", tag[2] = pg::coalesce(tag[3], lit<"">), col<&p::profile>["a"] = 5,
                            col<&p::profile>["b"]["c"] = col<&p::profile>["d"], col<&p::home, &place::street> = "x")
                       .all_rows();
    static_assert(decltype(u)::sql ==
                  "update hr.people set tags[$1] = $2, tags[$3] = coalesce(tags[$4], ''), profile[$5] = to_jsonb($6), "
                  "profile[$7][$8] = profile -> $9, home.street = $10");
    EXPECT_EQ(values(u), "1 first 2 3 a 5 b c d x");
    const auto slice = people.set(pg::slice(tag, 2, 3) = std::vector<std::string>{"x", "y"}).all_rows();
    static_assert(decltype(slice)::sql == "update hr.people set tags[$1:$2] = $3");
    const auto same =
        people.set(col<&p::profile>["a"] = col<&p::profile>["b"], col<&p::profile>["c"] = lit<"x">).all_rows();
    static_assert(decltype(same)::sql ==
                  "update hr.people set profile[$1] = profile -> $2, profile[$3] = to_jsonb(text 'x')");
}

TEST(update, typed_paths_into_documents) {
    const auto setup = col<&account::setup>;
    const auto u =
        pg::update(pg::model<account>)
            .set(pg::at<&settings::theme>(setup) = "dark", pg::at<&settings::size>(setup) = 5L,
                 pg::at<&settings::current>(setup) = state::published,
                 pg::at<&settings::inner, &colors::front>(setup) = pg::upper(pg::at<&settings::theme>(setup)),
                 pg::at<&settings::inner, &colors::depth>(setup) = std::optional<int>(4),
                 pg::at<&settings::sizes>(setup) =
                     pg::jsonb<std::vector<std::int32_t>>(std::vector<std::int32_t>{1, 2}),
                 col<&account::loose>["a"] = std::optional<std::string>("x"),
                 col<&account::loose>["b"] = pg::at<&settings::inner>(setup))
            .all_rows();
    static_assert(
        decltype(u)::sql ==
        "update account set setup['theme'] = to_jsonb($1), setup['size'] = to_jsonb($2), setup['current'] = "
        "to_jsonb($3), "
        "setup['inner']['front'] = to_jsonb(upper(setup ->> 'theme')), setup['inner']['depth'] = to_jsonb($4), "
        "setup['sizes'] = $5, loose[$6] = to_jsonb($7), loose[$8] = setup -> 'inner'");
    EXPECT_EQ(parameter<decltype(u)>(1), "integer");
    EXPECT_EQ(parameter<decltype(u)>(2), "state");
}

TEST(update, from_other_tables) {
    const auto u =
        people.set(col<&p::note> = col<&t::name>).from(pg::model<team>).where(col<&t::id> == col<&p::team_id>);
    static_assert(decltype(u)::sql ==
                  "update hr.people set note = team.name from team where team.id = hr.people.team_id");
    const auto joined = people.set(col<&p::note> = parent[col<&t::name>])
                            .from(pg::model<team>)
                            .left_join(parent)
                            .on(parent[col<&t::id>] == col<&t::parent>)
                            .where(col<&t::id> == col<&p::team_id>)
                            .where(col<&p::age> > 5)
                            .returning(col<&p::id>, parent[col<&t::name>]);
    static_assert(
        decltype(joined)::sql ==
        "update hr.people set note = parent.name from team left join team as parent on parent.id = team.parent "
        "where team.id = hr.people.team_id and hr.people.age > $1 returning hr.people.id, parent.name");
    static_assert(std::is_same_v<decltype(joined)::row, std::tuple<std::int64_t, std::optional<std::string>>>);
}

TEST(update, a_table_with_itself_and_under_an_alias) {
    const auto u = pg::update(pg::model<team>)
                       .set(col<&t::name> = parent[col<&t::name>])
                       .from(parent)
                       .where(col<&t::parent> == parent[col<&t::id>]);
    static_assert(decltype(u)::sql ==
                  "update team set name = parent.name from team as parent where team.parent = parent.id");
    constexpr auto child = pg::alias<team, "child">;
    const auto v = pg::update(child)
                       .set(child[col<&t::name>] = col<&t::name>)
                       .from(pg::model<team>)
                       .where(child[col<&t::parent>] == col<&t::id>)
                       .returning(child);
    static_assert(decltype(v)::sql ==
                  "update team as child set name = team.name from team where child.parent = team.id "
                  "returning child.id, child.name, child.parent, child.members");
    static_assert(std::is_same_v<decltype(v)::row, team>);
    static_assert(decltype(pg::update(pg::only(pg::model<team>)).set(col<&t::name> = "x").all_rows())::sql ==
                  "update only team set name = $1");
}

TEST(update, a_subquery_tells_the_new_values) {
    struct counted {
        std::int64_t team_id;
        std::int64_t people;
    };
    const auto counts =
        pg::subquery(pg::select(col<&p::team_id>, pg::count()).group_by(col<&p::team_id>).into<counted>());
    const auto u = pg::update(pg::model<team>)
                       .set(col<&t::members> = col<&counted::people>)
                       .from(counts)
                       .where(col<&t::id> == col<&counted::team_id>);
    static_assert(decltype(u)::sql == "update team set members = counted.people from (select team_id, count(*) as "
                                      "people from hr.people group by team_id) "
                                      "as counted where team.id = counted.team_id");
}

// The lists are one parameter each, and have their types, so nothing is cast.
TEST(update, from_lists_of_values) {
    struct given {
        std::int64_t id;
        pg::jsonb_text profile;
    };
    const auto u = people.set(col<&p::profile> = col<&given::profile>, col<&p::age> = 5)
                       .from(pg::values(std::vector<given>{{1, pg::jsonb_text("[]")}}))
                       .where(col<&p::id> == col<&given::id>);
    static_assert(decltype(u)::sql ==
                  "update hr.people set profile = given.profile, age = $1 from unnest($2, $3) as given (id, profile) "
                  "where hr.people.id = given.id");
    EXPECT_EQ(parameter<decltype(u)>(2), "jsonb[]");
    const auto v = people.set(col<&p::profile> = col<&given::profile>)
                       .from(pg::values<given>(pg::row(1, pg::jsonb_text("[]"))))
                       .where(col<&p::id> == col<&given::id>);
    static_assert(decltype(v)::sql ==
                  "update hr.people set profile = given.profile from (values ($1, $2)) as given (id, profile) "
                  "where hr.people.id = given.id");
}

TEST(update, placeholders) {
    constexpr auto u = people
                           .set(col<&p::name> = pg::arg<std::string, "name">,
                                col<&p::note> = pg::arg<std::optional<std::string>, "note">)
                           .where(col<&p::id> == pg::arg<std::int64_t, "id">);
    static_assert(decltype(u)::sql == "update hr.people set name = $1, note = $2 where id = $3");
}

TEST(update, sets_the_version_and_set_on_update_unless_they_are_named) {
    const auto papers = pg::update(pg::model<paper>);
    static_assert(decltype(papers.set(col<&paper::title> = "x").all_rows())::sql ==
                  "update papers set title = $1, revision = revision + 1, changed_at = now()");
    static_assert(decltype(papers.set(col<&paper::title> = "x", col<&paper::revision> = 5).all_rows())::sql ==
                  "update papers set title = $1, revision = $2, changed_at = now()");
    static_assert(decltype(papers.set(col<&paper::title> = col<&t::name>)
                               .from(pg::model<team>)
                               .where(col<&t::id> == col<&paper::id>))::sql ==
                  "update papers set title = team.name, revision = papers.revision + 1, changed_at = now() from team "
                  "where team.id = papers.id");
    constexpr auto w = pg::alias<weight, "w">;
    static_assert(decltype(pg::update(w)
                               .set(w[col<&weight::grams>] = col<&t::id> + lit<0>)
                               .from(pg::model<team>)
                               .all_rows())::sql ==
                  "update weights as w set grams = team.id + 0, doubled = w.grams * 2 from team");
}

TEST(update, returning) {
    const auto u =
        people.set(col<&p::name> = "x").where(col<&p::id> == 1).returning(col<&p::id>, pg::lower(col<&p::name>));
    static_assert(decltype(u)::sql == "update hr.people set name = $1 where id = $2 returning id, lower(name)");
    static_assert(std::is_same_v<decltype(u)::row, std::tuple<std::int64_t, std::string>>);
    const auto versions =
        people.set(col<&p::name> = "x").all_rows().returning(pg::old(col<&p::name>), pg::new_(col<&p::name>));
    static_assert(decltype(versions)::sql == "update hr.people set name = $1 returning old.name, new.name");
    static_assert(std::is_same_v<decltype(versions)::row, std::tuple<std::string, std::string>>);
}

TEST(update, in_with_and_after_it) {
    struct renamed {
        std::int64_t id;
    };
    const auto changed =
        pg::cte(people.set(col<&p::name> = "x").where(col<&p::age> > 5).returning(col<&p::id>).into<renamed>());
    static_assert(
        decltype(pg::with(changed).select(pg::count()).from(changed))::sql ==
        "with renamed as (update hr.people set name = $1 where age > $2 returning id) select count(*) from renamed");
    static_assert(decltype(pg::with(changed)
                               .update(pg::model<team>)
                               .set(col<&t::name> = "y")
                               .from(changed)
                               .where(col<&t::id> == col<&renamed::id>))::sql ==
                  "with renamed as (update hr.people set name = $1 where age > $2 returning id) "
                  "update team set name = $3 from renamed where team.id = renamed.id");
}

TEST(update, a_condition_of_the_run_that_is_empty_is_refused) {
    const auto u = people.set(col<&p::name> = "x");
    pg::condition<person> c;
    EXPECT_THROW(pg::sql_text(u.where(c)), pg::usage_error);
    EXPECT_THROW(pg::sql_text(u.where(c && pg::condition<person>())), pg::usage_error);
    EXPECT_THROW(pg::sql_text(u.where(!c || c)), pg::usage_error);
    EXPECT_EQ(pg::sql_text(u.where(c || col<&p::age> > 1)), "update hr.people set name = $1 where age > $2");
    EXPECT_EQ(pg::sql_text(u.where(c).where(col<&p::age> > 1)), "update hr.people set name = $1 where age > $2");
    EXPECT_EQ(pg::sql_text(u.where(c).all_rows()), "update hr.people set name = $1");
    EXPECT_EQ(pg::sql_text(u.where(c && !c).all_rows()), "update hr.people set name = $1");
    c &= col<&p::age> > 1;
    EXPECT_EQ(pg::sql_text(u.where(c)), "update hr.people set name = $1 where age > $2");
}

TEST(changes, are_put_together_while_the_program_runs) {
    pg::changes<person> c;
    EXPECT_TRUE(c.empty());
    const auto u = people.set(c).where(col<&p::id> == 1);
    EXPECT_THROW(pg::sql_text(u), pg::usage_error) << "there is nothing to set";
    c.set(col<&p::name> = "x", col<&p::note> = std::optional<std::string>()).set(col<&p::age> = col<&p::age> + 1);
    EXPECT_TRUE(c.sets(col<&p::name>));
    EXPECT_FALSE(c.sets(col<&p::pay>));
    EXPECT_EQ(pg::sql_text(people.set(c).where(col<&p::id> == 1)),
              "update hr.people set name = $1, note = $2, age = age + $3 where id = $4");
    EXPECT_THROW(pg::sql_text(u), pg::usage_error) << "the statement has a copy of its own";
}

TEST(changes, a_column_that_is_set_again_has_the_new_value) {
    pg::changes<person> c;
    c.set(col<&p::tags>[1] = "a", col<&p::tags>[2] = "b");
    EXPECT_EQ(pg::sql_text(people.set(c).all_rows()), "update hr.people set tags[$1] = $2, tags[$3] = $4");
    c.set(col<&p::tags> = std::vector<std::string>{"c"});
    EXPECT_EQ(pg::sql_text(people.set(c).all_rows()), "update hr.people set tags = $1");
    EXPECT_THROW(c.set(col<&p::tags>[1] = "a"), pg::usage_error);
    EXPECT_THROW(pg::sql_text(people.set(c, col<&p::tags> = std::vector<std::string>()).all_rows()), pg::usage_error);
    EXPECT_EQ(pg::sql_text(people.set(col<&p::name> = "x", c).all_rows()), "update hr.people set name = $1, tags = $2");
}

TEST(changes, beside_what_the_update_sets_by_itself) {
    pg::changes<paper> c;
    c.set(col<&paper::changed_at> = pg::now());
    EXPECT_EQ(pg::sql_text(pg::update(pg::model<paper>).set(c).all_rows()),
              "update papers set changed_at = now(), revision = revision + 1");
}

TEST(delete_from, rows_of_a_table) {
    const auto people_gone = pg::delete_from(pg::model<person>);
    static_assert(decltype(people_gone.where(col<&p::age> > 5))::sql == "delete from hr.people where age > $1");
    static_assert(decltype(people_gone.all_rows())::sql == "delete from hr.people");
    static_assert(decltype(pg::delete_from(pg::only(pg::model<team>)).all_rows())::sql == "delete from only team");
    constexpr auto x = pg::alias<person, "x">;
    static_assert(decltype(pg::delete_from(x).where(x[col<&p::age>] > 5).returning(x[col<&p::id>]))::sql ==
                  "delete from hr.people as x where age > $1 returning id");
    static_assert(
        decltype(people_gone.where(!pg::exists(pg::select<team>().where(col<&t::id> == col<&p::team_id>))))::sql ==
        "delete from hr.people where not exists (select from team where team.id = hr.people.team_id)");
}

TEST(delete_from, using_other_tables) {
    const auto d = pg::delete_from(pg::model<person>)
                       .using_(pg::model<team>)
                       .join(parent)
                       .on(parent[col<&t::id>] == col<&t::parent>)
                       .where(col<&p::team_id> == col<&t::id> && parent[col<&t::name>] == "x")
                       .returning(col<&p::id>, col<&t::name>, pg::old(col<&p::name>), pg::new_(col<&p::name>));
    static_assert(decltype(d)::sql == "delete from hr.people using team join team as parent on parent.id = team.parent "
                                      "where hr.people.team_id = team.id "
                                      "and parent.name = $1 returning hr.people.id, team.name, old.name, new.name");
    static_assert(std::is_same_v<decltype(d)::row,
                                 std::tuple<std::int64_t, std::string, std::string, std::optional<std::string>>>);
    pg::condition<person> c;
    EXPECT_THROW(pg::sql_text(pg::delete_from(pg::model<person>).where(c)), pg::usage_error);
    EXPECT_EQ(pg::sql_text(pg::delete_from(pg::model<person>).where(c).all_rows()), "delete from hr.people");
}

TEST(delete_from, before_and_in_with) {
    const auto gone = pg::cte(pg::delete_from(pg::model<team>).where(col<&t::id> == 1).returning(pg::model<team>));
    static_assert(decltype(pg::with(gone)
                               .delete_from(pg::model<person>)
                               .using_(gone)
                               .where(col<&p::team_id> == col<&t::id>))::sql ==
                  "with team as (delete from team where id = $1 returning id, name, parent, members) "
                  "delete from hr.people using team where hr.people.team_id = team.id");
    struct moved {
        std::int64_t id;
        std::string name;
    };
    const auto rows = pg::cte(
        pg::delete_from(pg::model<person>).where(col<&p::age> > 5).returning(col<&p::id>, col<&p::name>).into<moved>());
    static_assert(decltype(pg::with(rows)
                               .insert_into(pg::model<team>)
                               .columns(col<&t::id>, col<&t::name>, col<&t::members>)
                               .select(pg::select(col<&moved::id>, col<&moved::name>, lit<1>).from(rows)))::sql ==
                  "with moved as (delete from hr.people where age > $1 returning id, name) "
                  "insert into team (id, name, members) select id, name, 1 from moved");
}

// Members take values, so a statement is written in a template as anywhere else.
template <class Model>
auto rename_all(const std::string& name) {
    return pg::update(pg::model<Model>)
        .set(col<&Model::name> = name)
        .where(col<&Model::id> > 0)
        .returning(pg::model<Model>);
}
TEST(update, inside_a_template) {
    static_assert(decltype(rename_all<team>("x"))::sql ==
                  "update team set name = $1 where id > $2 returning id, name, parent, members");
}

}  // namespace

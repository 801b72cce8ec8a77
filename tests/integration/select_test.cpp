// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Queries and raw SQL on a server, and which indexes the server uses for them.
//
// Compiled apart: a message names a type with its namespace.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/row_value.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

enum class status { draft, published, archived };

struct author {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        return pg::table("authors", pg::field<&author::id>.primary_key().identity(), pg::field<&author::name>.unique());
    }
};
struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    pg::varchar<200> title{};
    std::optional<std::string> content{};
    std::vector<std::string> tags{};
    pg::numeric<10, 2> price{};
    status state = status::draft;
    std::int32_t position{};

    static constexpr auto search() {
        return pg::to_tsvector<"english">(col<&article::title> + pg::lit<" "> +
                                          pg::coalesce(col<&article::content>, pg::lit<"">));
    }
    static constexpr auto table() {
        using a = article;
        return pg::table(
            "articles", pg::field<&a::id>.primary_key().identity(),
            pg::field<&a::author_id>.references(col<&author::id>, pg::on_delete_cascade),
            pg::check(col<&a::price> >= 0), pg::index(search()).using_gin().named("by_search"),
            pg::index(col<&a::position>).where(col<&a::state> == pg::lit<status::published>).named("by_state"),
            pg::index(col<&a::tags>).using_gin().named("by_tags"),
            pg::index(pg::lower(col<&a::title>)).named("by_lower"));
    }
};
inline constexpr pg::registry<author, article> blog{};

class select_from : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("select");
        pg::session db(dsn());
        db.create_all(blog);
        db.insert(std::vector<author>{{.name = "Ada"}, {.name = "Bob"}, {.name = "Cy"}});
        db.insert(std::vector<article>{
            {.author_id = 1,
             .title = "Plain structs",
             .content = "No macros",
             .tags = {"c++", "orm"},
             .price = 5,
             .position = 1},
            {.author_id = 1,
             .title = "Running indexes",
             .tags = {"sql"},
             .price = 7,
             .state = status::published,
             .position = 2},
            {.author_id = 2,
             .title = "100% \"done\"",
             .content = "",
             .price = 1,
             .state = status::published,
             .position = 3},
            {.author_id = 2,
             .title = "plain old",
             .content = "macro",
             .tags = {"c++"},
             .price = 2,
             .state = status::archived,
             .position = 4},
        });
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    template <class Condition>
    std::string positions(const Condition& condition) {
        std::string out;
        for (auto p : db.all(pg::select(col<&article::position>).where(condition).order_by(col<&article::position>)))
            out += std::to_string(p);
        return out;
    }
    pg::session db{dsn()};
};
using a = article;

// The server calls a cast like the column below it, and a subscript like its array.
TEST_F(select_from, an_order_is_by_the_column_and_not_by_what_is_called_like_it) {
    using list = std::vector<std::string>;
    const auto prices = pg::select(pg::cast<std::string>(col<&a::price>)).where(col<&a::price> > 1);
    db.execute_script("update articles set price = 10 where position = 1");
    EXPECT_EQ(db.all(prices.order_by(col<&a::price>)), (list{"2.00", "7.00", "10.00"}));
    EXPECT_EQ(db.all(prices.distinct_on(col<&a::price>).order_by(col<&a::price>)), (list{"2.00", "7.00", "10.00"}));
    EXPECT_EQ(db.all(pg::select(col<&a::price>, pg::cast<std::string>(col<&a::price>)).order_by(col<&a::price>)).size(), 4u);
    db.execute_script("update articles set price = 5 where position = 1");
}

TEST_F(select_from, conditions) {
    EXPECT_EQ(positions(col<&a::state> == status::published), "23");
    EXPECT_EQ(positions(col<&a::state> != status::published && col<&a::price> > 2), "1");
    EXPECT_EQ(positions(col<&a::state> == status::draft || !(col<&a::price> < 7)), "12");
    EXPECT_EQ(positions(col<&a::content>.is_null()), "2");
    EXPECT_EQ(positions(col<&a::content>.is_not_distinct_from(std::optional<std::string>())), "2");
    EXPECT_EQ(positions(col<&a::content>.is_distinct_from("macro")), "123");
    EXPECT_EQ(positions(col<&a::content> == "macro"), "4");
    EXPECT_EQ(positions(col<&a::position>.in({1, 4, 9})), "14");
    EXPECT_EQ(positions(col<&a::position>.not_in(std::vector<int>{})), "1234");
    EXPECT_EQ(positions(col<&a::position>.in(std::vector<int>{})), "");
    EXPECT_EQ(positions(col<&a::state>.in({status::draft, status::archived})), "14");
    EXPECT_EQ(positions(col<&a::title>.in({"plain old", "100% \"done\""})), "34");
    EXPECT_EQ(positions(col<&a::tags>.contains("c++")), "14");
    EXPECT_EQ(positions(col<&a::tags>.contains(std::vector<std::string>{"orm", "c++"})), "1");
    EXPECT_EQ(positions(col<&a::title>.like("%\\%%")), "3");
    EXPECT_EQ(positions(col<&a::title>.ilike("PLAIN%")), "14");
    EXPECT_EQ(positions(pg::lower(col<&a::title>) == "plain structs"), "1");
    EXPECT_EQ(positions(col<&a::position>.between(2, 3) && pg::lit<true>), "23");
    EXPECT_EQ(positions(col<&a::position> + 1 == 3), "2");
    EXPECT_EQ(positions(-(col<&a::position> - 5) * 2 == col<&a::position> % 3 + 4), "23");
    EXPECT_EQ(positions(pg::length(col<&a::content>) > 0), "14");
    EXPECT_EQ(positions(pg::concat(col<&a::content>, "!") == "!"), "23");
    EXPECT_EQ(positions(col<&a::content> + "!" == "!"), "3");
    EXPECT_EQ(positions(a::search().matches(pg::websearch<"english">("run index"))), "2");
    EXPECT_EQ(positions(a::search().matches(pg::websearch<"english">("plain -macro"))), "");
    EXPECT_EQ(positions(a::search().matches(pg::plain_search<"english">("macro"))), "14");
    EXPECT_EQ(positions(a::search().matches(pg::phrase_search<"english">("plain structs"))), "1");
}

TEST_F(select_from, texts_of_several_words_and_across_joins) {
    const auto structs = pg::to_tsquery<"english">("structs"), indexes = pg::to_tsquery<"english">("indexes");
    EXPECT_EQ(positions(a::search().matches(structs || indexes)), "12");
    EXPECT_EQ(positions(a::search().matches(pg::to_tsquery<"english">("structs | running"))), "12");
    EXPECT_EQ(positions(a::search().matches(structs && pg::to_tsquery<"english">("macros"))), "1");
    EXPECT_EQ(positions(a::search().matches(structs && indexes)), "");
    const auto found = db.all(pg::select(col<&a::position>)
                                  .join(pg::model<author>)
                                  .where(pg::to_tsvector<"simple">(col<&author::name>).matches(pg::plain_search<"simple">("bob")) ||
                                         a::search().matches(structs))
                                  .order_by(col<&a::position>));
    EXPECT_EQ(found, (std::vector<std::int32_t>{1, 3, 4}));
}

TEST_F(select_from, literal_enumerators) {
    struct named {
        std::int64_t id;
        status state;
    };
    const auto drafts = pg::subquery(pg::select(col<&article::id>, pg::lit<status::draft>).into<named>());
    const auto rows = db.all(pg::select(col<&named::id>, pg::lit<status::archived>)
                                 .from(drafts)
                                 .where(col<&named::state> == status::draft)
                                 .distinct());
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(std::get<1>(rows.front()), status::archived);
    EXPECT_EQ(db.first(pg::select(pg::value(std::vector<std::string>{"a"}) + pg::lit<"{x,y}">).from(pg::model<article>)),
              (std::vector<std::string>{"a", "{x,y}"}));
    const auto both = pg::array(pg::lit<status::draft>, pg::lit<status::published>);
    EXPECT_EQ(db.first(pg::select(both).from(pg::model<article>)), (std::vector{status::draft, status::published}));
    // Functions of any type ask for it, too.
    const auto [first, before, json, list, texts] =
        *db.first(pg::select(pg::first_value(pg::lit<status::draft>).over(pg::order_by(col<&article::id>)),
                             pg::lag(pg::lit<"x">).over(pg::order_by(col<&article::id>.desc())), pg::to_jsonb(pg::lit<status::draft>),
                             pg::scalar(pg::select(pg::jsonb_agg(pg::lit<status::draft>)).from(pg::model<article>)),
                             pg::scalar(pg::select(pg::jsonb_agg(pg::lit<"x">)).from(pg::model<article>)))
                      .from(pg::model<article>)
                      .order_by(col<&article::id>)
                      .limit(1));
    EXPECT_EQ(first, status::draft);
    EXPECT_EQ(before.value_or("x"), "x");
    EXPECT_EQ(json.str(), "\"draft\"");
    EXPECT_TRUE(list->str().starts_with("[\"draft\""));
    EXPECT_TRUE(texts->str().starts_with("[\"x\""));
    // As texts they would have another order.
    constexpr auto old = pg::lit<status::archived>;
    constexpr auto young = pg::lit<status::draft>;
    EXPECT_EQ(db.first(pg::select(pg::max(old), pg::min(young)).from(pg::model<article>)),
              std::tuple(std::optional(status::archived), std::optional(status::draft)));
    EXPECT_EQ(db.first(pg::select(pg::greatest(young, old), pg::least(young, old), pg::coalesce(young, old),
                                  pg::greatest(old, col<&article::state>))
                           .from(pg::model<article>)),
              std::tuple(status::archived, status::draft, status::draft, status::archived));
    EXPECT_EQ(db.one(pg::select(young < old, old.between(young, old), old.is_distinct_from(young), pg::nullif(old, young),
                                pg::row(young, pg::lit<1>) < pg::row(old, pg::lit<0>))),
              std::tuple(true, true, true, std::optional(status::archived), true));
}
TEST_F(select_from, rows_order_limit_offset) {
    const auto all = db.all(pg::select<article>().order_by(col<&a::price>.desc()));
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[0].title, "Running indexes");
    EXPECT_EQ(all[3].content, "");
    const auto page = db.all(pg::select<article>().order_by(col<&a::position>).limit(2).offset(1));
    ASSERT_EQ(page.size(), 2u);
    EXPECT_EQ(page[0].position, 2);
    EXPECT_TRUE(db.all(pg::select<article>().limit(0)).empty());
    EXPECT_EQ(db.all(pg::select(col<&a::content>).order_by(col<&a::content>.desc().nulls_first())).at(0), std::nullopt);
}

TEST_F(select_from, one_first_scalar_exists_count) {
    EXPECT_EQ(db.execute(pg::select<article>()), 4u) << "a query that is only run";
    const auto published = pg::select<article>().where(col<&a::state> == status::published).order_by(col<&a::position>);
    const auto none = pg::select<article>().where(col<&a::position> == 99);
    EXPECT_EQ(db.first(published)->position, 2);
    EXPECT_EQ(db.first(none), std::nullopt);
    EXPECT_EQ(db.one(pg::select<article>().where(col<&a::position> == 3)).author_id, 2);
    EXPECT_EQ(db.one(published.limit(1)).position, 2) << "the query's own limit counts";
    EXPECT_THROW(db.one(none), pg::not_found);
    EXPECT_THROW(db.one(published), pg::row_count_error);
    EXPECT_EQ(db.scalar(pg::select(pg::max(col<&a::position>)).from(pg::model<article>)).value(), 4);
    EXPECT_EQ(db.scalar(pg::select(pg::max(col<&a::position>)).from(pg::model<article>).where(col<&a::position> > 9)),
              std::nullopt);
    EXPECT_THROW(db.scalar(pg::select(col<&a::position>)), pg::row_count_error);
    EXPECT_TRUE(db.exists(published));
    EXPECT_FALSE(db.exists(none));
    EXPECT_EQ(db.count(published), 2);
    EXPECT_EQ(db.count(published.limit(1)), 1);
    EXPECT_EQ(db.count(none), 0);
}

TEST_F(select_from, joins_and_groups) {
    const auto counts = db.all(pg::select(col<&author::name>, pg::count(), pg::min(col<&a::price>))
                                   .from(pg::model<author>)
                                   .join(col<&a::author_id>)
                                   .where(col<&a::price> > 1)
                                   .group_by(col<&author::name>)
                                   .order_by(col<&author::name>));
    ASSERT_EQ(counts.size(), 2u);
    EXPECT_EQ(counts[0], (std::tuple<std::string, std::int64_t, std::optional<pg::numeric<10, 2>>>("Ada", 2, 5)));
    EXPECT_EQ(std::get<1>(counts[1]), 1);
    const auto of_ada = db.all(pg::select<article>().join(col<&a::author_id>).where(col<&author::name> == "Ada"));
    EXPECT_EQ(of_ada.size(), 2u);
    EXPECT_EQ(db.count(pg::select<author>().join(pg::model<article>,
                                                 col<&a::author_id> == col<&author::id> && col<&a::position> == 4)),
              1);
}

template <class Model>
std::size_t in_a_template(pg::connection& db, std::string_view pattern) {
    using m = Model;
    const auto rows =
        db.all(pg::select<m>().where(col<&m::title>.like(pattern)).order_by(col<&m::title>.desc()).limit(5));
    auto lambda = [&](auto& c) { return c.template find<m>(rows.at(0).id); };
    return rows.size() + (lambda(db) ? 10u : 0u);
}
TEST_F(select_from, inside_a_template) { EXPECT_EQ(in_a_template<article>(db, "%s"), 12u); }

// The blog of the documentation, as a function of its model's type: everything in it is dependent.
template <class Author, class Article>
std::string blog_program(pg::session& db) {
    auto ada = db.insert(Author{.name = "Eve"});
    auto written =
        db.insert(Article{.author_id = ada.id, .title = "Written in a template", .tags = {"new"}, .position = 50});
    auto drafts = db.all(pg::select<Article>()
                             .where(col<&Article::state> == status::draft && col<&Article::tags>.contains("new"))
                             .order_by(col<&Article::id>.desc())
                             .limit(10));
    auto found =
        db.all(pg::select<Article>().where(Article::search().matches(pg::websearch<"english">("template -macro"))));
    std::string out = std::to_string(drafts.size()) + std::to_string(found.size());
    for (auto [name, n] : db.all(pg::select(col<&Author::name>, pg::count())
                                     .from(pg::model<Author>)
                                     .join(col<&Article::author_id>)
                                     .where(col<&Author::id> == ada.id)
                                     .group_by(col<&Author::name>)))
        out += name + std::to_string(n);
    db.transaction([&](pg::transaction& tx) {
        written.state = status::published;
        tx.update<&Article::state>(written);
    });
    struct report {
        std::string name;
        std::int64_t articles;
    };
    auto rows = db.all<report>("select name, count(*) as articles from authors join articles on author_id = authors.id "
                               "where state = $1 and name = $2 group by name",
                               status::published, ada.name);
    out += std::to_string(rows.at(0).articles);
    db.remove(ada);
    return out;
}
TEST_F(select_from, the_blog_program_inside_a_template) {
    EXPECT_EQ((blog_program<author, article>(db)), "11Eve11");
    EXPECT_EQ(db.count<article>(), 4) << "on delete cascade";
}

// ---- raw SQL

TEST_F(select_from, raw_sql_into_structs_tuples_and_values) {
    struct row {
        std::optional<std::string> content;
        std::int32_t position{};
        status state{};
    };
    const auto rows =
        db.all<row>("select position, state, content from articles where position > $1 order by position", 2);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].content, "macro") << "by name, not by place";
    EXPECT_EQ(rows[1].state, status::archived);
    using pair = std::tuple<std::string, std::optional<std::int64_t>>;
    EXPECT_EQ((db.one<pair>("select 'x', null::bigint")), (pair{"x", std::nullopt}));
    EXPECT_EQ(db.all<std::string>("select name from authors order by name"),
              (std::vector<std::string>{"Ada", "Bob", "Cy"}));
    EXPECT_EQ(db.scalar<bool>("select $1 = $2", "a", std::string("a")), true);
    EXPECT_EQ(db.scalar<std::vector<status>>(
                  "select array_agg(state order by position) from articles where position < $1", 3),
              (std::vector<status>{status::draft, status::published}));
    EXPECT_EQ(
        db.scalar<std::int64_t>("select count(*) from articles where state = any($1)", std::vector{status::draft}), 1);
    EXPECT_EQ(db.scalar<std::optional<std::int32_t>>("select $1", std::optional<std::int32_t>()), std::nullopt);
    EXPECT_EQ(db.first<std::string>("select name from authors where false"), std::nullopt);
    EXPECT_EQ(db.first<std::string>("select name from authors order by name"), "Ada");
    EXPECT_THROW(db.one<std::string>("select name from authors"), pg::row_count_error);
    EXPECT_THROW(db.one<std::string>("select name from authors where false"), pg::not_found);
    EXPECT_EQ(db.execute("update articles set position = position where position < $1", 3), 2u);
    const auto whole = db.all<author>("select name, id from authors where name = $1", "Bob");
    EXPECT_EQ(whole.at(0).id, 2) << "a model is a struct like any other";
    // Types that hold all values of the column's are read as well.
    EXPECT_EQ(db.scalar<std::int64_t>("select 5::smallint"), 5);
    EXPECT_EQ(db.scalar<double>("select 1.5::real"), 1.5);
    EXPECT_EQ(db.scalar<std::string>("select 'x'::varchar(5)"), "x");
}

TEST_F(select_from, raw_sql_of_another_shape_is_refused_before_it_runs) {
    struct row {
        std::int64_t id{};
        std::string name{};
    };
    const auto message = [&](auto&& call) -> std::string {
        try {
            call();
        } catch (const pg::schema_mismatch& e) {
            return e.what();
        }
        return "nothing";
    };
    EXPECT_EQ(message([&] { db.all<row>("select id from authors"); }),
              "pgmodel: column \"name\" (text) is expected, but the statement does not return it");
    EXPECT_EQ(message([&] { db.all<row>("select id, name, 1 as more from authors"); }),
              "pgmodel: the statement returns column \"more\", for which the C++ type has no field");
    EXPECT_EQ(message([&] { db.all<row>("select id, name, name from authors"); }),
              "pgmodel: column \"name\" is returned twice");
    EXPECT_EQ(message([&] { db.all<row>("select id::text, name from authors"); }),
              std::string("pgmodel: column \"id\" is text in the database, but bigint is expected (") +
                  (std::is_same_v<std::int64_t, long> ? "long)" : "long long)"));
    EXPECT_EQ(message([&] { (void)db.scalar<std::int32_t>("select 5::bigint"); }),
              "pgmodel: column \"int8\" is bigint in the database, but integer is expected (int)");
    EXPECT_EQ(message([&] { (void)db.scalar<status>("select 'draft'"); }),
              "pgmodel: column \"?column?\" is text in the database, but status is expected (status)");
    EXPECT_EQ(message([&] { db.all<std::tuple<int, int>>("select 1"); }),
              "pgmodel: the statement returns 1 columns, but 2 are expected");
    EXPECT_EQ(db.scalar<int>("select 1"), 1) << "the session goes on";
}

// ---- which index serves a query whose plan knows no values

class plans : public select_from {
protected:
    void SetUp() override { db.execute_script("set plan_cache_mode = force_generic_plan; set enable_seqscan = off"); }
    template <class Query>
    std::string plan(const Query& query) {
        const auto types = [] {
            using text = pg::detail::rendered<Query>;
            std::string list;
            for (std::size_t i = 0; i < text::size.parameters; ++i)
                list += (i ? ", " : "(") + std::string(text::data.types[i].name);
            return list.empty() ? list : list + ")";
        }();
        db.execute_script("prepare asked" + types + " as " + std::string(std::string_view(query.sql())));
        std::string out;
        std::string nulls;
        for (std::size_t i = 0; i < pg::detail::rendered<Query>::size.parameters; ++i)
            nulls += i ? ", null" : "(null";
        for (const auto& line : db.all<std::string>("explain execute asked" + nulls + (nulls.empty() ? "" : ")")))
            out += line + "\n";
        db.execute_script("deallocate asked");
        return out;
    }
    static bool uses(const std::string& plan, const char* index) { return plan.find(index) != plan.npos; }
};

TEST_F(plans, an_expression_shared_with_its_index) {
    const auto query = pg::select<article>().where(a::search().matches(pg::websearch<"english">("x")));
    EXPECT_TRUE(uses(plan(query), "by_search")) << plan(query);
    const auto other =
        pg::select<article>().where(pg::to_tsvector<"simple">(col<&a::title>).matches(pg::websearch<"simple">("x")));
    EXPECT_FALSE(uses(plan(other), "by_search")) << "the test can tell";
}
TEST_F(plans, a_partial_index_needs_the_literal) {
    const auto literal =
        pg::select<article>().where(col<&a::state> == pg::lit<status::published> && col<&a::position> > 5);
    EXPECT_TRUE(uses(plan(literal), "by_state")) << plan(literal);
    const auto value = pg::select<article>().where(col<&a::state> == status::published && col<&a::position> > 5);
    EXPECT_FALSE(uses(plan(value), "by_state")) << plan(value);
}
TEST_F(plans, an_array_that_contains) {
    EXPECT_TRUE(uses(plan(pg::select<article>().where(col<&a::tags>.contains("x"))), "by_tags"));
}
TEST_F(plans, a_function_of_a_column) {
    EXPECT_TRUE(uses(plan(pg::select<article>().where(pg::lower(col<&a::title>) == "x")), "by_lower"));
    EXPECT_TRUE(uses(plan(pg::select<article>().where(pg::lower(col<&a::title>).in({"x", "y"}))), "by_lower"));
}
TEST_F(plans, values_of_the_column_s_type) {
    EXPECT_TRUE(uses(plan(pg::select<article>().where(col<&a::id> == 5)), "articles_pkey"));
    EXPECT_TRUE(uses(plan(pg::select<author>().where(col<&author::name> == "x")), "authors_name_key"));
    EXPECT_TRUE(uses(plan(pg::select<article>().where(col<&a::id>.in({1, 2}))), "articles_pkey"));
}

}  // namespace

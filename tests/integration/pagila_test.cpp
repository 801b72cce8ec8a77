// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Pagila as structs: a small shop of our own, and the real database or what stands in for it, which is read through the structs,
// written into a second database that is made from the same structs, and compared with it row by row and object by object.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"
#include "pagila_stand_in.hpp"
#include "real_data.hpp"

namespace {

namespace pg = pgmodel;
namespace migrate = pg::migrate;
namespace schema = pg::schema;
using namespace pagila;
using pgmodel_test::fact;
using pgmodel_test::for_each_table;
using pgmodel_test::table_name;

TEST(pagila, small_shop) {
    pg::session db(pgmodel_test::create_database("pagila_small"));
    db.create_all(models);
    open_small_shop(db);

    EXPECT_EQ(db.get<film>(1).release_year->value, 2006);
    EXPECT_EQ(db.get<film>(1).revenue_projection, (pg::numeric<5, 2>("5.94")));
    EXPECT_EQ(db.get<film>(2).rating, rating::pg_13);
    EXPECT_EQ(db.scalar<std::string>("select rating::text from film where film_id = 3"), "NC-17");
    EXPECT_EQ(
        db.get<film>(1).fulltext,
        db.scalar<pg::tsvector>("select to_tsvector('english', 'Academy Dinosaur An Epic Drama of a Mad Scientist')"));
    EXPECT_EQ(db.get<customer>(1).active, 1);
    EXPECT_EQ(db.get<customer>(2).active, 0);
    EXPECT_EQ(
        db.scalar<std::string>("select string_agg(tableoid::regclass::text, ' ' order by payment_id) from payment"),
        "payment_p2007_01 payment_p2007_02 payment_p2007_07_max");

    const auto sales = db.all(pg::select<sales_by_film_category>());
    ASSERT_EQ(sales.size(), 2U);
    EXPECT_EQ(sales[0].category, "Action");
    EXPECT_EQ(sales[0].total_sales->to_string(), "7.98");
    EXPECT_EQ(db.all(pg::select<sales_by_store>()).at(0).store, "Lethbridge, Canada");
    EXPECT_EQ(db.all(pg::select<customer_list>().order_by(col<&customer_list::id>)).at(0).name, "Mary Smith");
    EXPECT_EQ(db.all(pg::select<family_films>()).size(), 2U);
    EXPECT_EQ(db.all(pg::select<actor_info>().where(col<&actor_info::actor_id> == 1)).at(0).film_info,
              "Action: Academy Dinosaur");
    EXPECT_EQ(db.all(pg::select<legacy::rental>().where(col<&legacy::rental::return_date>.is_null())).size(), 1U);
    db.execute_script("refresh materialized view nicer_but_slower_film_list");
    EXPECT_EQ(
        db.one(pg::select(col<&nicer_but_slower_film_list::actors>).where(col<&nicer_but_slower_film_list::fid> == 2)),
        "Nick Wahlberg");

    EXPECT_EQ(db.all<std::int32_t>("select film_in_stock(1, 1)"), (std::vector<std::int32_t>{1}));
    EXPECT_EQ(db.all<std::int32_t>("select film_not_in_stock(1, 1)"), (std::vector<std::int32_t>{2}));
    EXPECT_EQ(db.scalar<std::string>("select get_customer_balance(1, '2007-12-01')::text"), "0.00")
        << "6 days late, all paid";

    db.drop_all(models);
    EXPECT_TRUE(pgmodel_test::catalog_of(db).empty());
}

// What the server refuses names the field, also in a partition and for a domain.
TEST(pagila, refused_rows) {
    pg::session db(pgmodel_test::create_database("pagila_refused"));
    db.create_all(models);
    open_small_shop(db);
    const auto refused = [&](const auto& row) {
        try {
            db.insert(row);
        } catch (const pg::constraint_violation& failure) {
            return failure.table() + ' ' + failure.constraint() + ' ' + failure.field();
        }
        return std::string("nothing");
    };
    EXPECT_EQ(refused(payment{1, 1, 1, 1, pg::numeric<5, 2>("1"), pg::timestamp("2007-01-20 00:00")}),
              "payment_p2007_01 idx_pk_payment_p2007_01_payment_id id");
    EXPECT_EQ(refused(payment{9, 1, 1, 99, pg::numeric<5, 2>("1"), pg::timestamp("2007-02-20 00:00")}),
              "payment_p2007_02 payment_p2007_02_rental_id_fkey rental_id");
    EXPECT_EQ(refused(payment{1, 1, 1, 99, pg::numeric<5, 2>("1"), pg::timestamp("2030-01-20 00:00")}), "nothing")
        << "the partition without a key";
    EXPECT_EQ(refused(film{.title = "Old", .release_year = year{1900}, .language_id = 1}), " year_check release_year");
    EXPECT_EQ(refused(store{.id = 2, .manager_id = 1, .address_id = 1}), "store idx_unq_manager_staff_id manager_id");
}

class pagila_database : public ::testing::Test {
protected:
    // Databases live as long as the suite: loading takes longer than all of the tests.
    static void SetUpTestSuite() {
        missing = pgmodel_test::missing_data("pagila.sql");
        original.emplace(pgmodel_test::make_database<pgmodel_test::pagila_stand_in>("pagila"));
        copy.emplace(pgmodel_test::create_database("pagila_copy"));
        copy->create_all(models);
        copy->transaction([](pg::transaction& tx) {
            without_circle(tx, [&] {
                for_each_table(models,
                               [&]<class T>(pg::detail::model_tag<T>) { tx.insert(original->all(pg::select<T>())); });
            });
        });
        for (pg::session* db : {&*original, &*copy})
            db->execute_script("refresh materialized view nicer_but_slower_film_list");
    }
    static void TearDownTestSuite() {
        original.reset();
        copy.reset();
    }
    void SetUp() override {
        ASSERT_TRUE(original && copy) << "the databases could not be made";
    }
    template <class T>
    static void expect_same_answer(const std::string& sql, std::size_t rows) {
        SCOPED_TRACE(sql);
        const auto answer = original->all<T>(pg::raw_sql(sql));
        if (missing.empty())
            EXPECT_EQ(answer.size(), rows);
        else
            EXPECT_FALSE(answer.empty());
        EXPECT_EQ(copy->all<T>(pg::raw_sql(sql)), answer);
    }

    static inline std::string missing;
    static inline std::optional<pg::session> original, copy;
};

TEST_F(pagila_database, models_are_all_of_its_tables) {
    if (!missing.empty())
        GTEST_SKIP() << missing << "; the models are compared with its tables";
    std::vector<std::string> names;
    for_each_table(tables, [&]<class T>(pg::detail::model_tag<T>) { names.push_back(table_name<T>()); });
    EXPECT_EQ(names.size(), 15U);
    const auto found = migrate::introspect(*original, {.schemas = {"public"}}).database;
    EXPECT_EQ(found.tables.size(), names.size());
    std::size_t all = found.tables.size();
    for (const auto& t : found.tables)
        all += t.partitions.size();
    EXPECT_EQ(all, 23U);
}

// As the library compares schemas: the real database differs in the bodies of functions, which are in words of our own,
// and in nothing else.
TEST_F(pagila_database, schemas_are_what_the_models_say) {
    EXPECT_EQ(schema::to_string(migrate::compare(*copy, models, {}, {.column_order = true})), "");
    EXPECT_EQ(migrate::introspect(*copy).unsupported.size(), 0U);
    if (!missing.empty())
        GTEST_SKIP() << missing << "; the models are compared with its schema";

    auto expected = migrate::normalise(*original, models);
    auto found = migrate::introspect(*original);
    EXPECT_EQ(found.database.functions.size(), 11U);
    EXPECT_EQ(found.database.aggregates.size(), 1U);
    EXPECT_EQ(found.database.views.size(), 11U);
    for (auto& each : schema::compare(expected, found.database, {.column_order = true})) {
        EXPECT_EQ(each.object, schema::object_kind::function) << to_string(each);
        EXPECT_EQ(each.property, "body") << to_string(each);
    }
    // With the original's words in the models nothing is left.
    auto described = schema::describe(models);
    for (auto* functions : {&described.functions, &expected.functions})
        for (auto& each : *functions)
            for (const auto& real : found.database.functions)
                if (real.name == each.name)
                    each.body = real.body;
    EXPECT_EQ(schema::to_string(schema::compare(expected, found.database, {.column_order = true})), "");
    EXPECT_EQ(migrate::normalise(*original, described), expected);
    EXPECT_EQ(found.unsupported.size(), 0U);
}

// As the catalogs tell it: everything is the same.
TEST_F(pagila_database, catalogs_are_equal) {
    if (!missing.empty())
        GTEST_SKIP() << missing << "; the models are compared with its catalogs";
    const auto facts_of = [](pg::connection& db) {
        auto facts = pgmodel_test::catalog_of(db);
        // The bodies of functions are in words of our own; what they do is compared below.
        for (auto& each : facts)
            if (each.what.starts_with("function "))
                each.is.clear();
        return facts;
    };
    const auto facts = facts_of(*original);
    const auto number = [&](const char* kind) {
        return std::count_if(facts.begin(), facts.end(), [&](const fact& f) { return f.what.starts_with(kind); });
    };
    EXPECT_EQ(number("relation "), 34);
    EXPECT_EQ(number("query of "), 11);
    EXPECT_EQ(number("sequence "), 13);
    EXPECT_EQ(number("function "), 12);
    EXPECT_EQ(number("trigger "), 15);
    EXPECT_EQ(number("enum ") + number("domain "), 2);
    EXPECT_EQ(number("rule "), 1);
    pgmodel_test::expect_same_facts(facts_of(*copy), facts, {});
}

// As the server sees them: each row as the text of a composite value, and the partition that it is in.
TEST_F(pagila_database, rows_are_equal) {
    std::int64_t rows = 0;
    for_each_table(models, [&]<class T>(pg::detail::model_tag<T>) {
        SCOPED_TRACE(table_name<T>());
        struct sum {
            std::int64_t rows;
            std::optional<std::string> md5;
        };
        const std::string text =
            "select count(*) as rows, md5(string_agg(line, chr(10) order by line)) as md5 from (select "
            "tableoid::regclass || ' ' || t::text as line from " +
            table_name<T>() + " as t) as lines";
        const auto expected = original->one<sum>(pg::raw_sql(text)), found = copy->one<sum>(pg::raw_sql(text));
        EXPECT_GT(expected.rows, 0);
        EXPECT_EQ(found.rows, expected.rows);
        EXPECT_EQ(found.md5, expected.md5);
        rows += expected.rows;
    });
    if (missing.empty()) {
        EXPECT_EQ(rows, 46268);
    }
}

// As C++ sees them.
TEST_F(pagila_database, structs_are_equal) {
    for_each_table(models, [&]<class T>(pg::detail::model_tag<T>) {
        SCOPED_TRACE(table_name<T>());
        const auto rows = original->all(pg::select<T>());
        EXPECT_EQ(rows.size(), static_cast<std::size_t>(original->count<T>()));
        EXPECT_TRUE(copy->all(pg::select<T>()) == rows);
    });
}

// What the server prints and what the structs hold is the same, so reading and writing cannot be wrong in the same way.
TEST_F(pagila_database, structs_hold_what_the_server_prints) {
    const auto one = original->get<film>(1);
    const auto printed = [](const std::string& what, const std::string& from) {
        return original->scalar<std::string>(pg::raw_sql("select (" + what + ")::text from " + from));
    };
    EXPECT_EQ(one.title.str(), printed("title", "film where film_id = 1"));
    EXPECT_EQ(one.rental_rate.to_string(), printed("rental_rate", "film where film_id = 1"));
    EXPECT_EQ(std::to_string(one.release_year->value), printed("release_year", "film where film_id = 1"));
    EXPECT_EQ(one.fulltext.to_string(), printed("fulltext", "film where film_id = 1"));
    EXPECT_EQ(one.special_features->at(1), printed("special_features[2]", "film where film_id = 1"));
    EXPECT_EQ(one.last_update.to_string(), printed("last_update", "film where film_id = 1"));
    EXPECT_EQ(original->get<rental>(2).rental_period.to_string(),
              printed("rental_period", "rental where rental_id = 2"));
    EXPECT_EQ(original->get<language>(1).name.str().substr(0, 7), "English");
    const auto ratings = original->all<std::string>("select rating::text from film order by film_id");
    const auto films = original->all(pg::select(col<&film::rating>).order_by(col<&film::id>));
    ASSERT_EQ(films.size(), ratings.size());
    for (std::size_t i = 0; i < films.size(); ++i)
        EXPECT_EQ(ratings[i], (std::array{"G", "PG", "PG-13", "R", "NC-17"}[static_cast<std::size_t>(*films[i])]));
}

// The views give the same rows, through the structs and as texts. What group_concat() joins has no order of its own.
TEST_F(pagila_database, views_are_equal) {
    expect_same_answer<std::string>("select t::text from customer_list as t order by 1", 599);
    expect_same_answer<std::string>("select t::text from staff_list as t order by 1", 2);
    expect_same_answer<std::string>("select t::text from family_films as t order by 1", 595);
    expect_same_answer<std::string>("select t::text from sales_by_store as t", 2);
    expect_same_answer<std::string>("select t::text from sales_by_film_category as t", 16);
    expect_same_answer<std::string>("select t::text from sales_top5_by_film_category as t order by 1", 80);
    expect_same_answer<std::string>("select t::text from legacy.rental as t order by 1", 16044);
    for (const char* view : {"film_list", "nicer_but_slower_film_list"})
        expect_same_answer<std::string>(
            std::string("select (fid, title, description, category, price, length, rating, array(select x from "
                        "unnest(string_to_array(actors, ', ')) as x order by x))::text from ") +
                view + " order by 1",
            1000);
    expect_same_answer<std::string>(
        "select (actor_id, first_name, last_name, array(select x from unnest(regexp_split_to_array(film_info, "
        "', |: ')) as x order by x))::text from actor_info order by 1",
        200);
    EXPECT_EQ(copy->all(pg::select<rental_report>()).size(), original->all(pg::select<rental_report>()).size());
    if (!missing.empty())
        return;
    EXPECT_EQ(original->all(pg::select<family_films>()).size(), 595U);
    EXPECT_EQ(copy->all(pg::select<sales_top5_by_film_category>()).size(), 80U);
    EXPECT_EQ(copy->all(pg::select<film_list>()).size(), 1000U);
    EXPECT_EQ(copy->all(pg::select<legacy::rental>()).size(), 16044U);
}

// Our functions do what those of the original do. The original's read the view of the old rentals in the place of the
// table.
TEST_F(pagila_database, functions_do_the_same) {
    if (!missing.empty())
        GTEST_SKIP() << missing << "; our functions are compared with its own";
    original->execute_script("set search_path = legacy, public");
    expect_same_answer<bool>("select inventory_in_stock(inventory_id) from inventory order by inventory_id", 4581);
    expect_same_answer<std::optional<std::int32_t>>(
        "select inventory_held_by_customer(inventory_id) from inventory order by inventory_id", 4581);
    expect_same_answer<std::int32_t>("select film_in_stock(film_id, store_id) from (select distinct film_id, store_id "
                                     "from inventory) as i order by 1",
                                     4398);
    expect_same_answer<std::int32_t>("select film_not_in_stock(film_id, store_id) from (select distinct film_id, "
                                     "store_id from inventory) as i order by 1",
                                     183);
    expect_same_answer<pg::date>(
        "select last_day(d) from generate_series(timestamp '1999-12-31', '2005-01-01', '7 days 5 hours') as d", 254);
    expect_same_answer<std::optional<std::string>>(
        "select group_concat(x order by x) from (values (1, 'a'), (1, 'b'), (2, null), (2, 'c'), (3, null), "
        "(4, '')) as v (g, x) group by g order by g",
        4);
    original->execute_script("reset search_path");
}

TEST_F(pagila_database, triggers_do_the_same) {
    for (pg::session* db : {&*original, &*copy}) {
        pg::transaction undone{*db};
        auto one = undone.get<film>(1);
        const auto before = one.last_update;
        one.description = "Nothing of what it was";
        undone.update(one);
        undone.refresh(one);
        EXPECT_GT(one.last_update, before);
        EXPECT_EQ(one.fulltext, undone.scalar<pg::tsvector>(
                                    "select to_tsvector('english', title || ' Nothing of what it was') from film where film_id = 1"));
    }
}

}  // namespace

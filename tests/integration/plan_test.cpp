// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps from what a database is to what models say: each runs, and what comes out is compared.

#include <pgmodel.hpp>
#include <pgmodel/migrate/write.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
namespace migrate = pg::migrate;
namespace schema = pg::schema;
using pg::col;

namespace shop {

enum class grade { low, mid, high };
struct maker {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        return pg::table("makers", pg::field<&maker::id>.primary_key().identity(), pg::field<&maker::name>.unique());
    }
};
struct product {
    std::int64_t id{};
    pg::varchar<40> name{};
    pg::numeric<8, 2> price{};
    grade level = grade::low;
    std::optional<std::int64_t> maker_id{};
    std::vector<std::string> tags{};

    static constexpr auto table() {
        using p = product;
        return pg::table("products", pg::field<&p::id>.primary_key().identity(),
                         pg::field<&p::level>.server_default(grade::low), pg::check(col<&p::name> != ""),
                         pg::field<&p::maker_id>.references(col<&maker::id>, pg::on_delete_cascade).index(),
                         pg::index(pg::lower(col<&p::name>)), pg::index(col<&p::tags>).using_gin());
    }
};
inline constexpr pg::registry<maker, product> models{};

}  // namespace shop

class plans : public ::testing::Test {
protected:
    void run(const std::vector<schema::step>& steps) {
        for (const auto& s : steps) db.execute_script(s.sql);
    }
    static std::string texts(const std::vector<schema::step>& steps) {
        std::string all;
        for (const auto& s : steps) all += s.sql + "\n";
        return all;
    }
    static std::string problems(const migrate::way& w) {
        std::string all = w.not_rehearsed + to_string(w.left);
        for (const auto& r : w.refused) all += r.step.sql + " -- " + r.reason + "\n";
        return all;
    }
    /// The plan works, on the database itself, too.
    template <class... Models>
    migrate::plan plan_and_run(const pg::registry<Models...>& models, const migrate::plan_options& options = {}) {
        auto plan = migrate::make_plan(db, models, options);
        EXPECT_EQ(problems(plan.up), "");
        run(plan.up.steps);
        EXPECT_EQ(to_string(migrate::compare(db, models)), "") << texts(plan.up.steps);
        return plan;
    }

    pg::session db{pgmodel_test::create_database(
        "plan_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()).substr(0, 40))};
};

TEST_F(plans, the_first_one_makes_everything) {
    const auto plan = plan_and_run(shop::models);
    EXPECT_TRUE(migrate::make_plan(db, shop::models).empty());
    run(plan.down.steps);
    EXPECT_TRUE(migrate::introspect(db).database.tables.empty());
}

TEST_F(plans, everything_that_may_have_changed) {
    db.create_all(shop::models);
    db.execute_script("insert into makers (name) values ('a'), ('b'); "
                      "insert into products (name, price, maker_id, tags) values ('x', 1, 1, '{}'), ('y', 2, null, '{a}')");
    db.execute_script("alter table products add note text; alter table products alter price type numeric(9,2); "
                      "alter index products_lower_idx rename to by_name; alter table products drop constraint products_name_check;"
                      "alter table products drop column tags; alter table makers alter name drop not null; "
                      "alter table products drop constraint products_maker_id_fkey; drop index products_maker_id_idx; "
                      "alter table products alter level drop default; create table other (id integer); "
                      "create view names as select name from products where price > 1");
    const auto plan = plan_and_run(shop::models, {.filled = {{{{}, "products"}, "tags", "'{}'"}}});
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from products"), 2);
    EXPECT_EQ(to_script(plan), "");
}

}  // namespace

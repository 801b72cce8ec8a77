// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Plans of the server as values.

#include <pgmodel.hpp>
#include <pgmodel/session/explain.hpp>

#include <gtest/gtest.h>

#include <sstream>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct owner {
    std::int64_t id{};
    std::string name{};
};
struct thing {
    std::int64_t id{};
    std::int64_t owner_id{};
    std::string name{};
    std::optional<std::int32_t> size{};

    static constexpr auto table() {
        using t = thing;
        return pg::table(
            "things", pg::field<&t::id>.primary_key().identity(), pg::field<&t::owner_id>.references(col<&owner::id>),
            pg::index(col<&t::owner_id>, col<&t::size>.desc()), pg::index(pg::lower(col<&t::name>)).named("by_name"));
    }
};
struct lonely {
    std::int64_t id{};
    std::string name{};
};

class explain : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("explain");
        pg::session db(dsn());
        db.create_all(pg::registry<owner, thing, lonely>{});
        db.execute_script("insert into owner (name) select 'o' || n from generate_series(1, 100) n;"
                          "insert into things (owner_id, name, size) select 1 + n % 100, 'Thing ' || n, n from "
                          "generate_series(1, 20000) n;"
                          "analyze");
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    pg::session db{dsn()};
};

TEST_F(explain, tells_which_index_is_used) {
    const auto plan =
        pg::explain(db, pg::select<thing>().where(col<&thing::owner_id> == 5).order_by(col<&thing::size>.desc()));
    EXPECT_TRUE(plan.uses_index("things_owner_id_size_idx")) << plan;
    EXPECT_TRUE(plan.uses_index(col<&thing::owner_id>, col<&thing::size>.desc())) << plan;
    EXPECT_FALSE(plan.uses_index("by_name"));
    EXPECT_FALSE(plan.uses_index(pg::lower(col<&thing::name>)));
    EXPECT_FALSE(plan.uses_index(col<&thing::id>));
    EXPECT_FALSE(plan.scans(pg::model<thing>));
    EXPECT_THROW(plan.uses_index(col<&thing::size>), pg::usage_error);

    EXPECT_TRUE(pg::explain(db, pg::select<thing>().where(pg::lower(col<&thing::name>) == "thing 7"))
                    .uses_index(pg::lower(col<&thing::name>)));
    EXPECT_TRUE(pg::explain(db, pg::select<thing>().where(col<&thing::id> == 7)).uses_index(col<&thing::id>));
}
TEST_F(explain, tells_that_an_index_is_read_backward) {
    const auto plan = pg::explain(db, pg::select<thing>().order_by(col<&thing::id>.desc()).limit(1));
    EXPECT_NE(plan.to_string().find("Index Scan Backward using things_pkey on "), std::string::npos) << plan;
}
TEST_F(explain, tells_which_table_is_scanned) {
    const auto plan = pg::explain(db, pg::select<thing>().where(col<&thing::size> > 5));
    EXPECT_TRUE(plan.scans(pg::model<thing>)) << plan;
    EXPECT_TRUE(plan.scans("things"));
    EXPECT_FALSE(plan.scans(pg::model<owner>));
    EXPECT_TRUE(plan.has("Seq Scan"));
    EXPECT_FALSE(plan.has("Sort"));
    EXPECT_GT(plan.total_cost(), 100);
    EXPECT_NEAR(plan.rows(), 20000, 100);
    EXPECT_EQ(plan.root().filter, "(size > 5)");
    EXPECT_FALSE(plan.actual_rows() || plan.execution_time() || plan.root().actual_time);
}
TEST_F(explain, measures) {
    // The sum keeps PostgreSQL 18 from skipping through the index of (owner_id, size).
    const auto plan = pg::explain(db,
                                  pg::select(col<&owner::name>, pg::count())
                                      .from(pg::model<owner>)
                                      .join(col<&thing::owner_id>)
                                      .where(col<&thing::size> + pg::lit<0> > 19000)
                                      .group_by(col<&owner::name>),
                                  {.analyze = true, .buffers = true});
    EXPECT_EQ(plan.actual_rows(), 100);
    EXPECT_GT(plan.execution_time().value(), 0);
    EXPECT_GT(plan.planning_time().value(), 0);
    EXPECT_GT(plan.root().shared_hit.value() + plan.root().shared_read.value(), 0);
    const auto* scan = plan.find([](const pg::plan_node& n) { return n.relation == "things"; });
    ASSERT_NE(scan, nullptr);
    EXPECT_EQ(scan->actual_rows, 1000);
    EXPECT_EQ(scan->rows_removed, 19000);
    EXPECT_FALSE(pg::explain(db, pg::select<owner>(), {.analyze = true, .timing = false}).root().actual_time);
}
TEST_F(explain, takes_placeholders_and_raw_sql) {
    const auto by_owner = pg::select<thing>().where(col<&thing::owner_id> == pg::arg<std::int64_t, "owner">);
    EXPECT_TRUE(pg::explain(db, by_owner, {}, pg::bind<"owner">(5)).uses_index("things_owner_id_size_idx"));
    EXPECT_TRUE(pg::explain(db, "select * from things where lower(name) = $1", {}, "thing 8").uses_index("by_name"));
    EXPECT_TRUE(pg::explain(db, "select * from things").scans(pg::model<thing>));
    EXPECT_THROW(pg::explain(db, "select * from nowhere"), pg::server_error);
}
TEST_F(explain, runs_what_changes_rows_only_with_analyze) {
    const auto add = pg::insert_into(pg::model<lonely>).values(col<& lonely::name> = "x");
    EXPECT_EQ(pg::explain(db, add).root().type, "ModifyTable");
    EXPECT_EQ(db.count<lonely>(), 0);
    db.transaction([&](pg::transaction& tx) {
        pg::explain(tx, add, {.analyze = true});
        EXPECT_EQ(tx.count<lonely>(), 1);
        tx.remove<lonely>(1);
    });
}
TEST_F(explain, is_readable) {
    const pg::query_plan plan(
        R"json([{"Plan": {"Node Type": "Sort", "Startup Cost": 1.5, "Total Cost": 20.25, "Plan Rows": 7, "Plan Width": 36,
        "Actual Startup Time": 0.1, "Actual Total Time": 0.25, "Actual Rows": 6, "Actual Loops": 1, "Sort Key": ["b DESC", "a"], "News": {"x": []},
        "Plans": [{"Node Type": "Index Scan", "Relation Name": "things", "Alias": "t", "Index Name": "by_name", "Startup Cost": 0,
            "Total Cost": 8, "Plan Rows": 7, "Plan Width": 36, "Actual Loops": 0, "Actual Rows": 0, "Index Cond": "(a = 5)", "Filter": "(b > 1)"}]},
        "Planning Time": 0.5, "Triggers": [], "Execution Time": 1.25}])json");
    std::ostringstream out;
    out << plan;
    EXPECT_EQ(out.str(), R"text(Sort  (cost=1.50..20.25 rows=7 width=36) (actual time=0.100..0.250 rows=6 loops=1)
  Sort Key: b DESC, a
  ->  Index Scan using by_name on things t  (cost=0.00..8.00 rows=7 width=36) (never executed)
        Index Cond: (a = 5)
        Filter: (b > 1)
Planning Time: 0.500 ms
Execution Time: 1.250 ms)text");
    EXPECT_THROW(pg::query_plan("[]"), pg::decode_error);
    EXPECT_THROW(pg::query_plan("{}"), pg::decode_error);
    const std::string most = std::to_string(1e100);
    EXPECT_EQ(pg::query_plan(R"([{"Plan": {"Node Type": "Result", "Plan Rows": 1e100}}])").to_string(),
              "Result  (cost=0.00..0.00 rows=" + most.substr(0, most.find('.')) + " width=0)")
        << "as many as the planner counts";
}

}  // namespace

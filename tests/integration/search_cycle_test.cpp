// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Trees in their order, and graphs that come back to where they began.

#include <pgmodel.hpp>
#include <pgmodel/query/search_cycle.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct part {
    std::int64_t id{};
    std::optional<std::int64_t> parent_id{};

    static constexpr auto table() {
        return pg::table("parts", pg::field<&part::id>.primary_key(),
                         pg::field<&part::parent_id>.references(col<&part::id>));
    }
};
struct node {
    std::int64_t id{};
    std::int32_t depth{};
};

auto walk() {
    return pg::cte(pg::select(col<&part::id>, lit<0>)
                       .where(col<&part::id> == lit<1>)
                       .into<node>()
                       .union_all(pg::select(col<&part::id>, col<&node::depth> + lit<1>)
                                      .from(pg::model<part>)
                                      .join(pg::model<node>)
                                      .on(col<&node::id> == col<&part::parent_id>)
                                      .into<node>()));
}
constexpr std::string_view recursion = "with recursive node as (select id, 0 as depth from parts where id = 1 union "
                                       "all select parts.id, node.depth + 1 as depth from parts "
                                       "join node on node.id = parts.parent_id)";

class search_cycle : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("search_cycle");
        pg::session db(dsn());
        db.create_all(pg::registry<part>{});
        db.insert(std::vector<part>{{1, {}}, {2, 1}, {3, 1}, {4, 2}, {5, 3}, {6, 2}});
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    pg::session db{dsn()};
};
std::vector<std::int64_t> ids(const std::vector<node>& rows) {
    std::vector<std::int64_t> out;
    for (const node& row : rows)
        out.push_back(row.id);
    return out;
}

TEST_F(search_cycle, sorts_a_tree) {
    const auto deep = pg::search_depth_first(walk(), col<&node::id>);
    const auto by_depth = pg::with_recursive(deep).select<node>().from(deep).order_by(deep.search_order());
    EXPECT_EQ(by_depth.sql(),
              std::string(recursion) +
                  " search depth first by id set search_order select id, depth from node order by search_order");
    EXPECT_EQ(ids(db.all(by_depth)), (std::vector<std::int64_t>{1, 2, 4, 6, 3, 5}));

    const auto broad = pg::search_breadth_first<"level">(walk(), col<&node::id>);
    const auto by_level = pg::with_recursive(broad).select<node>().from(broad).order_by(broad.search_order().desc());
    EXPECT_EQ(by_level.sql(),
              std::string(recursion) +
                  " search breadth first by id set level select id, depth from node order by level desc");
    EXPECT_EQ(ids(db.all(by_level)), (std::vector<std::int64_t>{6, 5, 4, 3, 2, 1}));
}
TEST_F(search_cycle, ends_where_it_has_been) {
    pg::transaction tx{db};  // the other test would go round for ever
    tx.execute_script("update parts set parent_id = 4 where id = 1");
    const auto tree = pg::detect_cycles<"seen", "way">(pg::search_depth_first(walk(), col<&node::id>), col<&node::id>);
    const auto q =
        pg::with_recursive(tree).select(col<&node::id>, tree.is_cycle()).from(tree).order_by(tree.search_order());
    EXPECT_EQ(q.sql(),
              std::string(recursion) +
                  " search depth first by id set search_order cycle id set seen using way select id, seen from "
                  "node order by search_order");
    using row = std::tuple<std::int64_t, bool>;
    EXPECT_EQ(tx.all(q),
              (std::vector<row>{{1, false}, {2, false}, {4, false}, {1, true}, {6, false}, {3, false}, {5, false}}));
    const auto without = pg::with_recursive(tree).select<node>().from(tree).where(!tree.is_cycle());
    EXPECT_EQ(tx.count(without), 6);
}

}  // namespace

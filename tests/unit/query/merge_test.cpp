// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/query/changes.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/merge_into.hpp>
#include <pgmodel/query/values.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct stock {
    std::string item{};
    std::int64_t amount{};
    std::int32_t revision{};
    std::optional<std::string> note{};

    static constexpr auto table() {
        using s = stock;
        return pg::table("stock", pg::in_schema("shop"), pg::field<&s::item>.primary_key(),
                         pg::field<&s::revision>.version().server_default(0));
    }
};
struct delivery {
    std::int64_t id{};
    std::string item{};
    std::int64_t amount{};
};
struct counter {
    std::int64_t id{};
    std::int32_t hits{};
    static constexpr auto table() {
        return pg::table("counter", pg::field<&counter::id>.primary_key().identity_always(),
                         pg::field<&counter::hits>.server_default(0));
    }
};
using s = stock;
using d = delivery;
constexpr auto merging =
    pg::merge_into(pg::model<stock>).using_(pg::model<delivery>).on(col<&s::item> == col<&d::item>);

TEST(merge_into, an_empty_condition_of_the_run_leaves_a_branch_without_one) {
    EXPECT_EQ(pg::sql_text(merging.when_matched(pg::condition<stock>()).then_delete()),
              "merge into shop.stock using delivery on shop.stock.item = delivery.item when matched then delete");
}

TEST(merge_into, branches_stand_in_their_order) {
    const auto m = merging.when_matched(col<&d::amount> == 0)
                       .then_delete()
                       .when_matched(col<&d::amount> < 0 || col<&s::amount> > 5)
                       .then_do_nothing()
                       .when_matched()
                       .then_update(col<&s::amount> = col<&s::amount> + col<&d::amount>, col<&s::note> = std::nullopt)
                       .when_not_matched(col<&d::amount> > 1)
                       .then_insert(col<&s::item> = col<&d::item>, col<&s::amount> = 7)
                       .when_not_matched()
                       .then_do_nothing();
    static_assert(decltype(m)::sql ==
                  "merge into shop.stock using delivery on shop.stock.item = delivery.item "
                  "when matched and delivery.amount = $1 then delete "
                  "when matched and (delivery.amount < $2 or shop.stock.amount > $3) then do nothing "
                  "when matched then update set amount = shop.stock.amount + delivery.amount, note = null, "
                  "revision = shop.stock.revision + 1 "
                  "when not matched and delivery.amount > $4 then insert (item, amount) values (delivery.item, $5) "
                  "when not matched then do nothing");
    static_assert(!decltype(m)::returns);
}

TEST(merge_into, aliases_and_subqueries) {
    struct summed {
        std::string item;
        std::optional<std::int64_t> most;
    };
    constexpr auto x = pg::alias<stock, "x">;
    constexpr auto y = pg::alias<summed, "y">;
    const auto source =
        pg::subquery(pg::select(col<&d::item>, pg::max(col<&d::amount>)).group_by(col<&d::item>).into<summed>()).as(y);
    const auto m = pg::merge_into(pg::only(x))
                       .using_(source)
                       .on(x[col<&s::item>] == y[col<&summed::item>])
                       .when_matched()
                       .then_update(x[col<&s::amount>] = pg::coalesce(y[col<&summed::most>], lit<0>))
                       .when_not_matched()
                       .then_insert(x[col<&s::item>] = y[col<&summed::item>], x[col<&s::amount>] = 1);
    static_assert(
        decltype(m)::sql ==
        "merge into only shop.stock as x using (select item, max(amount) as most from delivery group by item) as y "
        "on x.item = y.item when matched then update set amount = coalesce(y.most, 0), revision = x.revision + 1 "
        "when not matched then insert (item, amount) values (y.item, $1)");
}

TEST(merge_into, rows_of_values) {
    struct given {
        std::string item;
        std::int64_t amount;
    };
    const auto rows = pg::values(std::vector<given>{{"a", 1}, {"b", 2}});
    const auto m = pg::merge_into(pg::model<stock>)
                       .using_(rows)
                       .on(col<&s::item> == col<&given::item>)
                       .when_matched()
                       .then_update(col<&s::amount> = col<&given::amount> + 1);
    static_assert(decltype(m)::sql ==
                  "merge into shop.stock using unnest($1, $2) as given (item, amount) on shop.stock.item = given.item "
                  "when matched then update set amount = given.amount + $3, revision = shop.stock.revision + 1");
}

TEST(merge_into, inserts_of_defaults_and_of_numbered_columns) {
    const auto counting =
        pg::merge_into(pg::model<counter>).using_(pg::model<delivery>).on(col<&counter::id> == col<&d::id>);
    static_assert(
        decltype(counting.when_not_matched().then_insert_default_values())::sql ==
        "merge into counter using delivery on counter.id = delivery.id when not matched then insert default values");
    static_assert(decltype(counting.when_not_matched().then_insert_overriding_system_value(col<&counter::id> =
                                                                                               col<&d::id>))::sql ==
                  "merge into counter using delivery on counter.id = delivery.id "
                  "when not matched then insert (id) overriding system value values (delivery.id)");
}

TEST(merge_into, what_newer_servers_have) {
    const auto m = merging.when_not_matched_by_source(col<&s::amount> == 0)
                       .then_delete()
                       .when_not_matched_by_source()
                       .then_update(col<&s::note> = "gone")
                       .when_not_matched()
                       .then_insert(col<&s::item> = col<&d::item>, col<&s::amount> = 1)
                       .returning(pg::merge_action(), pg::model<stock>, col<&d::id>, pg::old(col<&s::amount>),
                                  pg::new_(col<&s::amount>));
    static_assert(decltype(m)::sql ==
                  "merge into shop.stock using delivery on shop.stock.item = delivery.item "
                  "when not matched by source and shop.stock.amount = $1 then delete "
                  "when not matched by source then update set note = $2, revision = shop.stock.revision + 1 "
                  "when not matched then insert (item, amount) values (delivery.item, $3) "
                  "returning merge_action(), shop.stock.item, shop.stock.amount, shop.stock.revision, shop.stock.note, "
                  "delivery.id, "
                  "old.amount, new.amount");
    using row = decltype(m)::row;
    static_assert(std::is_same_v<row, std::tuple<std::string, stock, std::optional<std::int64_t>,
                                                 std::optional<std::int64_t>, std::optional<std::int64_t>>>);
    const auto returned =
        merging.when_matched().then_do_nothing().returning(pg::merge_action(), col<&d::id>, pg::old(col<&s::amount>));
    static_assert(
        decltype(returned)::sql ==
        "merge into shop.stock using delivery on shop.stock.item = delivery.item when matched then do nothing "
        "returning merge_action(), delivery.id, old.amount");
    static_assert(std::is_same_v<decltype(returned)::row, std::tuple<std::string, std::int64_t, std::int64_t>>);
}

TEST(merge_into, after_with) {
    struct big {
        std::int64_t id;
        std::string item;
    };
    const auto bigs = pg::cte(pg::select(col<&d::id>, col<&d::item>).where(col<&d::amount> > 5).into<big>());
    const auto m = pg::with(bigs)
                       .merge_into(pg::model<stock>)
                       .using_(bigs)
                       .on(col<&s::item> == col<&big::item>)
                       .when_matched()
                       .then_delete();
    static_assert(decltype(m)::sql ==
                  "with big as (select id, item from delivery where amount > $1) merge into shop.stock using big "
                  "on shop.stock.item = big.item when matched then delete");
}

TEST(merge_into, parts_of_the_run) {
    pg::condition<stock> c;
    c &= col<&s::amount> > 3;
    pg::changes<stock> changes;
    const auto m = merging.when_matched(c).then_update(changes);
    EXPECT_THROW(pg::sql_text(m), pg::usage_error);
    changes.set(col<&s::note> = "x");
    EXPECT_EQ(pg::sql_text(merging.when_matched(c).then_update(changes)),
              "merge into shop.stock using delivery on shop.stock.item = delivery.item when matched and "
              "shop.stock.amount > $1 "
              "then update set note = $2, revision = shop.stock.revision + 1");
}

}  // namespace

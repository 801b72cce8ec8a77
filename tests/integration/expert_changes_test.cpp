// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Changes that those who know PostgreSQL write: upserts that tell what they did, queues, merges with every branch, rows moved
// from table to table; each leaves what SQL by hand leaves, and returns what it returns.

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/document_path.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/merge_into.hpp>
#include <pgmodel/query/values.hpp>
#include <pgmodel/testing/rolled_back.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace pg = pgmodel;
using pg::col;
using pg::lit;

namespace expert_changes_test {

struct options {
    std::string theme{"light"};
    std::int32_t size{};
};
struct account {
    std::int32_t id{};
    std::string email{};
    std::int64_t balance{};
    std::optional<std::string> note{};
    pg::jsonb<options> setup{};
    std::vector<std::string> tags{};

    static constexpr auto table() {
        using a = account;
        return pg::table("accounts", pg::field<&a::id>.primary_key().identity(), pg::field<&a::balance>.server_default(0),
                         pg::index(pg::lower(col<&a::email>)).unique().named("accounts_email"));
    }
};
struct job {
    std::int32_t id{};
    std::string kind{};
    std::string state{"ready"};
    std::int32_t attempts{};
    std::optional<std::string> owner{};

    static constexpr auto table() {
        using j = job;
        return pg::table("jobs", pg::field<&j::id>.primary_key());
    }
};
struct done_job {
    std::int32_t id{};
    std::string kind{};
    std::string result{};

    static constexpr auto table() { return pg::table("done_jobs", pg::field<&done_job::id>.primary_key()); }
};
struct stock {
    std::string sku{};
    std::int32_t quantity{};
    std::optional<std::int32_t> reserved{};

    static constexpr auto table() { return pg::table("stock", pg::field<&stock::sku>.primary_key()); }
};
struct delivery {
    std::string sku{};
    std::int32_t quantity{};
};
struct number {
    std::int32_t n{};
};
struct claimed {
    std::int32_t id{};
    std::string kind{};
};

using a = account;
using j = job;
using s = stock;
using d = delivery;

class expert_changes : public testing::Test {
protected:
    static inline std::string dsn;
    static void SetUpTestSuite() {
        dsn = pgmodel_test::create_database("expert_changes");
        pg::session db{dsn};
        db.create_all(pg::registry<account, job, done_job, stock>{});
        db.execute("insert into accounts (email, balance, setup, tags) values ('Ada@x.org', 10, '{\"theme\": \"dark\", \"size\": "
                   "4}', '{a,b}'), "
                   "('bob@x.org', 20, '{}', '{}')");
        db.execute("insert into jobs select g, (array['mail','pdf'])[1 + g % 2], case when g % 5 = 0 then 'failed' else 'ready' "
                   "end, g % 3 from generate_series(1, 20) g");
        db.execute("insert into stock values ('a', 5, 1), ('b', 0, null), ('c', 7, 7)");
    }

    /// Both return the same, and leave the same rows behind.
    template <class Statement>
    void same(const Statement& statement, const char* sql, const char* left, int line = __builtin_LINE()) {
        const auto run = [&](auto&& work) {
            pg::testing::rolled_back tx{dsn};
            auto returned = work(tx);
            return std::pair(std::move(returned), tx.template all<std::string>(
                                                      pg::raw_sql(std::string("select cast(x as text) from (") + left + ") x")));
        };
        const auto built = run([&](auto& tx) { return tx.all(statement); });
        const auto by_hand = run([&](auto& tx) { return tx.template all<typename Statement::row>(pg::raw_sql(sql)); });
        EXPECT_FALSE(by_hand.first.empty()) << "line " << line;
        EXPECT_TRUE(built.first == by_hand.first) << "line " << line << ": " << pg::sql_text(statement);
        EXPECT_EQ(built.second, by_hand.second) << "line " << line << ": " << pg::sql_text(statement);
    }
};

constexpr auto inserted = pg::raw<"xmax = 0", bool>();

TEST_F(expert_changes, upserts_that_tell_what_they_did) {
    const auto put = [](const char* email, std::int64_t amount) {
        return pg::insert_into(pg::model<account>)
            .values(col<&a::email> = email, col<&a::balance> = amount, col<&a::setup> = pg::jsonb<options>(options{"new", 1}),
                    col<&a::tags> = {"x"})
            .on_conflict(pg::lower(col<&a::email>))
            .do_update(col<&a::balance> = col<&a::balance> + pg::excluded(col<&a::balance>),
                       col<&a::tags> = col<&a::tags> + pg::excluded(col<&a::tags>),
                       pg::at<&options::size>(col<&a::setup>) = pg::coalesce(pg::at<&options::size>(col<&a::setup>), lit<0>) + 1)
            .where(col<&a::balance> < 100)
            .returning(col<&a::email>, col<&a::balance>, inserted);
    };
    same(put("ADA@X.ORG", 5),
         "insert into accounts (email, balance, setup, tags) values ('ADA@X.ORG', 5, '{\"theme\": \"new\", \"size\": 1}', '{x}') "
         "on conflict (lower(email)) do update set balance = "
         "accounts.balance + excluded.balance, tags = accounts.tags || excluded.tags, setup['size'] = "
         "to_jsonb(coalesce((accounts.setup ->> 'size')::int, 0) + 1) where accounts.balance < 100 "
         "returning email, balance, xmax = 0",
         "select email, balance, setup, tags from accounts order by email");
    same(put("new@x.org", 5),
         "insert into accounts (email, balance, setup, tags) values ('new@x.org', 5, '{\"theme\": \"new\", \"size\": 1}', '{x}') "
         "on conflict (lower(email)) do update set balance = "
         "accounts.balance + excluded.balance returning email, balance, xmax = 0",
         "select email, balance, setup, tags from accounts order by email");
}

TEST_F(expert_changes, a_queue) {
    auto next = pg::select(col<&j::id>)
                    .where(col<&j::state> == "ready" && col<&j::kind>.in({"mail", "fax"}) && col<&j::attempts> < 3)
                    .order_by(col<&j::attempts>, col<&j::id>)
                    .limit(3)
                    .for_update()
                    .skip_locked();
    same(pg::update(pg::model<job>)
             .set(col<&j::state> = "taken", col<&j::attempts> = col<&j::attempts> + 1, col<&j::owner> = "me")
             .where(col<&j::id>.in(next))
             .returning(col<&j::id>, col<&j::attempts>),
         "update jobs set state = 'taken', attempts = attempts + 1, owner = 'me' where id in (select id from jobs where state = "
         "'ready' and kind in ('mail', 'fax') and attempts < 3 order by "
         "attempts, id limit 3 for update skip locked) returning id, attempts",
         "select * from jobs order by id");
    auto picked = pg::cte(pg::select(col<&j::id>, col<&j::kind>)
                              .where(col<&j::state> == "ready")
                              .order_by(col<&j::id>)
                              .limit(2)
                              .for_no_key_update()
                              .skip_locked()
                              .into<claimed>())
                      .materialized();
    same(pg::with(picked)
             .delete_from(pg::model<job>)
             .using_(picked)
             .where(col<&j::id> == col<&claimed::id>)
             .returning(col<&j::id>, col<&j::state>, col<&claimed::kind>),
         "with p as materialized (select id, kind from jobs where state = 'ready' order by id limit 2 for no key update skip "
         "locked) delete from jobs using p where jobs.id = p.id returning jobs.id, state, p.kind",
         "select * from jobs order by id");
}

TEST_F(expert_changes, rows_moved_with_their_result) {
    auto gone = pg::cte(
        pg::delete_from(pg::model<job>).where(col<&j::state> == "failed").returning(col<&j::id>, col<&j::kind>).into<claimed>());
    same(pg::with(gone)
             .insert_into(pg::model<done_job>)
             .columns(col<&done_job::id>, col<&done_job::kind>, col<&done_job::result>)
             .select(pg::select(col<&claimed::id>, col<&claimed::kind>, lit<"failed">).from(gone).where(col<&claimed::id> > 5))
             .on_conflict()
             .do_nothing()
             .returning(col<&done_job::id>, col<&done_job::result>),
         "with gone as (delete from jobs where state = 'failed' returning id, kind) insert into done_jobs select id, kind, "
         "'failed' from gone where id > 5 on conflict do nothing "
         "returning id, result",
         "select j.id, d.id as done from jobs j full join done_jobs d on d.id = j.id order by 1, 2");
}

TEST_F(expert_changes, stock_merged_with_deliveries) {
    auto came = pg::values<delivery>(pg::row("a", 3), pg::row("b", 0), pg::row("d", 4), pg::row("c", -7));
    const auto merged =
        pg::merge_into(pg::model<stock>)
            .using_(came)
            .on(col<&s::sku> == col<&d::sku>)
            .when_matched(col<&s::quantity> + col<&d::quantity> <= 0 && col<&s::reserved>.is_null())
            .then_delete()
            .when_matched(col<&d::quantity> == 0)
            .then_do_nothing()
            .when_matched()
            .then_update(col<&s::quantity> = pg::greatest(col<&s::quantity> + col<&d::quantity>, 0),
                         col<&s::reserved> = pg::nullif(col<&s::reserved>, 7))
            .when_not_matched(col<&d::quantity> > 0)
            .then_insert(col<&s::sku> = col<&d::sku>, col<&s::quantity> = col<&d::quantity>, col<&s::reserved> = 0);
    const auto run = [&](auto&& work) {
        pg::testing::rolled_back tx{dsn};
        const auto rows = work(tx);
        return std::pair(rows, tx.all(pg::select(col<&s::sku>, col<&s::quantity>, col<&s::reserved>).order_by(col<&s::sku>)));
    };
    const auto built = run([&](auto& tx) { return tx.execute(merged); });
    const auto by_hand = run([&](auto& tx) {
        return tx.execute("merge into stock using (values ('a', 3), ('b', 0), ('d', 4), ('c', -7)) as d (sku, quantity) on "
                          "stock.sku = d.sku when matched and stock.quantity + d.quantity <= 0 and "
                          "reserved is null then delete when matched and d.quantity = 0 then do nothing when matched then update "
                          "set quantity = greatest(stock.quantity + d.quantity, 0), reserved = "
                          "nullif(reserved, 7) when not matched and d.quantity > 0 then insert (sku, quantity, reserved) values "
                          "(d.sku, d.quantity, 0)");
    });
    EXPECT_EQ(by_hand.first, 4);
    EXPECT_TRUE(built == by_hand);
}

TEST_F(expert_changes, all_branches_and_what_they_did) {
    if (pgmodel_test::server_version() < 17)
        GTEST_SKIP() << "RETURNING of MERGE came with PostgreSQL 17";
    const std::vector<delivery> came{{"a", 3}, {"d", 4}};
    same(pg::merge_into(pg::model<stock>)
             .using_(pg::values(came))
             .on(col<&s::sku> == col<&d::sku>)
             .when_matched()
             .then_update(col<&s::quantity> = col<&s::quantity> + col<&d::quantity>)
             .when_not_matched()
             .then_insert(col<&s::sku> = col<&d::sku>, col<&s::quantity> = col<&d::quantity>)
             .when_not_matched_by_source(col<&s::quantity> == 0)
             .then_delete()
             .returning(pg::merge_action(), col<&s::sku>, col<&s::quantity>, col<&d::quantity>),
         "merge into stock using (values ('a', 3), ('d', 4)) as d (sku, quantity) on stock.sku = d.sku when matched then update "
         "set quantity = stock.quantity + d.quantity when not matched then "
         "insert (sku, quantity) values (d.sku, d.quantity) when not matched by source and stock.quantity = 0 then delete "
         "returning merge_action(), stock.sku, stock.quantity, d.quantity",
         "select * from stock order by sku");
}

TEST_F(expert_changes, old_and_new_rows) {
    if (pgmodel_test::server_version() < 18)
        GTEST_SKIP() << "old and new came with PostgreSQL 18";
    same(pg::update(pg::model<stock>)
             .set(col<&s::quantity> = col<&s::quantity> * 2)
             .where(col<&s::quantity> > 0)
             .returning(col<&s::sku>, pg::old(col<&s::quantity>), pg::new_(col<&s::quantity>),
                        pg::new_(col<&s::quantity>) - pg::old(col<&s::quantity>)),
         "update stock set quantity = quantity * 2 where quantity > 0 returning sku, old.quantity, new.quantity, new.quantity - "
         "old.quantity",
         "select * from stock order by sku");
    same(pg::insert_into(pg::model<stock>)
             .select(pg::select<stock>().from(pg::values<stock>(pg::row("a", 1, 1), pg::row("x", 1, 1))))
             .on_conflict(col<&s::sku>)
             .do_update(col<&s::quantity> = pg::excluded(col<&s::quantity>))
             .returning(col<&s::sku>, pg::old(col<&s::quantity>), pg::old(col<&s::sku>).is_null()),
         "insert into stock values ('a', 1, 1), ('x', 1, 1) on conflict (sku) do update set quantity = excluded.quantity "
         "returning sku, old.quantity, old.sku is null",
         "select * from stock order by sku");
    same(pg::delete_from(pg::model<stock>)
             .where(col<&s::sku> == "a")
             .returning(pg::old(col<&s::sku>), pg::new_(col<&s::quantity>)),
         "delete from stock where sku = 'a' returning old.sku, new.quantity", "select * from stock order by sku");
}

TEST_F(expert_changes, changes_from_groups_and_lateral) {
    struct kinds {
        std::string kind{};
        std::int64_t n{};
    };
    auto counts = pg::subquery(pg::select(col<&j::kind>, pg::count()).group_by(col<&j::kind>).into<kinds>());
    same(pg::update(pg::model<job>)
             .set(col<&j::owner> = col<&j::kind> + ":" + pg::cast<std::string>(col<&kinds::n>))
             .from(counts)
             .where(col<&kinds::kind> == col<&j::kind> &&
                    col<&j::id>.in(pg::select(pg::max(col<&j::id>)).group_by(col<&j::state>)))
             .returning(col<&j::id>, col<&j::owner>),
         "update jobs set owner = jobs.kind || ':' || n from (select kind, count(*) as n from jobs group by kind) k where k.kind "
         "= jobs.kind and id in (select max(id) from jobs group by state) "
         "returning id, owner",
         "select * from jobs order by id");
    constexpr auto twin = pg::alias<job, "twin">;
    same(pg::delete_from(pg::model<job>)
             .using_(twin)
             .where(twin[col<&j::kind>] == col<&j::kind> && twin[col<&j::attempts>] == col<&j::attempts> &&
                    twin[col<&j::id>] < col<&j::id>)
             .returning(col<&j::id>),
         "delete from jobs using jobs t where t.kind = jobs.kind and t.attempts = jobs.attempts and t.id < jobs.id returning "
         "jobs.id",
         "select * from jobs order by id");
    same(pg::update(pg::model<stock>)
             .set(pg::row(col<&s::quantity>, col<&s::reserved>) =
                      pg::select(col<&s::quantity> + pg::coalesce(col<&s::reserved>, lit<0>), pg::null<std::int32_t>)
                          .from(pg::values<number>(1)))
             .all_rows()
             .returning(col<&s::sku>),
         "update stock set (quantity, reserved) = (select quantity + coalesce(reserved, 0), null::int) returning sku",
         "select * from stock order by sku");
    same(pg::update(pg::model<account>)
             .set(col<&a::tags>[2] = "z",
                  pg::at<&options::theme>(col<&a::setup>) = pg::upper(pg::at<&options::theme>(col<&a::setup>)))
             .where(col<&a::tags>.contains("a"))
             .returning(col<&a::tags>, pg::at<&options::theme>(col<&a::setup>)),
         "update accounts set tags[2] = 'z', setup['theme'] = to_jsonb(upper(setup ->> 'theme')) where tags @> '{a}' returning "
         "tags, setup ->> 'theme'",
         "select id, tags, setup from accounts order by id");
}

TEST_F(expert_changes, a_row_or_the_one_that_is_there) {
    auto made = pg::cte(pg::insert_into(pg::model<stock>)
                            .values(col<&s::sku> = "a", col<&s::quantity> = 1)
                            .on_conflict(col<&s::sku>)
                            .do_nothing()
                            .returning(col<&s::sku>, col<&s::quantity>)
                            .into<delivery>());
    same(pg::with(made)
             .select(col<&d::sku>, col<&d::quantity>)
             .from(made)
             .union_all(pg::select(col<&s::sku>, col<&s::quantity>).where(col<&s::sku> == "a"))
             .limit(1),
         "with made as (insert into stock (sku, quantity) values ('a', 1) on conflict (sku) do nothing returning sku, quantity) "
         "select * from made union all select sku, quantity from stock where "
         "sku = 'a' limit 1",
         "select * from stock order by sku");
}

}  // namespace expert_changes_test

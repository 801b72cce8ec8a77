// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Names that are equal and may be: the rows of each statement are those of the same in plain SQL.

#include <pgmodel.hpp>
#include <pgmodel/query/merge_into.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct dept {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() { return pg::table("dept", pg::field<&dept::id>.primary_key()); }
};
/// With columns called like its alias and like another table.
struct emp {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> boss{};
    std::int64_t dept_id{};
    std::int64_t dept{};
    std::int64_t e{};

    static constexpr auto table() { return pg::table("emp", pg::field<&emp::id>.primary_key()); }
};
struct old_dept {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        return pg::table("dept", pg::in_schema("archive"), pg::field<&old_dept::id>.primary_key());
    }
};
struct old_emp {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        return pg::table("emp", pg::in_schema("archive"), pg::field<&old_emp::id>.primary_key());
    }
};
struct kept_emp {
    std::int64_t id{};

    static constexpr auto table() {
        return pg::table("emp", pg::in_schema("kept"), pg::field<&kept_emp::id>.primary_key());
    }
};
struct named {
    std::int64_t id{};
    std::string name{};
};
struct level {
    std::int64_t id{};
    std::int32_t depth{};
};

constexpr auto boss = pg::alias<emp, "boss">;
constexpr auto e = pg::alias<emp, "e">;
constexpr auto as_id = pg::alias<emp, "id">;
constexpr auto as_dept = pg::alias<emp, "dept">;
constexpr auto as_emp = pg::alias<emp, "emp">;

struct equal_names : testing::Test {
    pg::session db{pgmodel_test::create_database("equal_names")};

    equal_names() {
        db.create_all(pg::registry<dept, emp, old_dept, old_emp, kept_emp>{});
        db.execute_script(
            "insert into dept values (1, 'a'), (2, 'b'), (3, 'c'); insert into emp values (1, 'Ada', null, 1, 1, 1), "
            "(2, 'Bob', 1, 1, 2, 2), (3, 'Cy', 1, 2, 1, 3), (4, 'Di', 2, 2, 2, 9), (5, 'Ed', 2, 3, 1, 9); "
            "insert into archive.emp values (1, 'x'), (2, 'y'), (7, 'z'); insert into archive.dept values (1, 'o'), "
            "(9, 'p'); "
            "insert into kept.emp values (2), (7)");
    }
    template <class Query>
    void expect(const Query& q, std::string_view sql) {
        std::vector<std::int64_t> rows;
        for (const std::optional<std::int64_t> row : db.all(q)) rows.push_back(row.value());
        EXPECT_EQ(rows, db.all<std::int64_t>(sql)) << q.sql();
        EXPECT_FALSE(rows.empty()) << q.sql();
    }
};

TEST_F(equal_names, of_aliases_and_columns) {
    expect(pg::select(as_id[col<&emp::id>])
               .from(pg::model<dept>)
               .join(as_id)
               .on(as_id[col<&emp::dept_id>] == col<&dept::id>)
               .order_by(as_id[col<&emp::id>]),
           "select id from emp order by id");
    expect(pg::select(e[col<&emp::e>])
               .from(e)
               .join(boss)
               .on(boss[col<&emp::id>] == e[col<&emp::boss>])
               .order_by(e[col<&emp::e>]),
           "select e from emp where boss is not null order by e");
    expect(pg::select(as_dept[col<&emp::dept>]).from(as_dept).order_by(as_dept[col<&emp::id>]),
           "select dept from emp order by id");
    expect(
        pg::select(as_emp[col<&emp::id>]).from(as_emp).where(as_emp[col<&emp::id>] > 2).order_by(as_emp[col<&emp::id>]),
        "select id from emp where id > 2 order by id");
    const auto join = [](auto other) {
        return pg::select(other[col<&emp::id>])
            .from(pg::model<emp>)
            .join(other)
            .on(other[col<&emp::id>] == col<&emp::boss>)
            .order_by(other[col<&emp::id>]);
    };
    expect(join(boss), "select boss from emp where boss is not null order by 1");
    expect(join(as_dept), "select boss from emp where boss is not null order by 1");
    expect(join(as_id), "select boss from emp where boss is not null order by 1");
}

TEST_F(equal_names, of_subqueries_and_what_is_around) {
    expect(
        pg::select(e[col<&emp::id>])
            .from(e)
            .where(e[col<&emp::id>].in(pg::select(e[col<&emp::boss>]).from(e).where(e[col<&emp::boss>].is_not_null())))
            .order_by(e[col<&emp::id>]),
        "select distinct boss from emp where boss is not null order by 1");
    expect(pg::select(col<&dept::id>)
               .where(col<&dept::id>.in(pg::select(as_dept[col<&emp::dept>]).from(as_dept)))
               .order_by(col<&dept::id>),
           "select distinct dept from emp order by 1");
    expect(pg::select(e[col<&emp::id>])
               .from(e)
               .where(pg::exists(pg::select<emp>().where(col<&emp::boss> == e[col<&emp::id>])))
               .order_by(e[col<&emp::id>]),
           "select distinct boss from emp where boss is not null order by 1");
    expect(pg::select(pg::count())
               .from(pg::model<emp>)
               .where(pg::exists(pg::select(lit<1>).from(as_emp).where(as_emp[col<&emp::id>] == 1))),
           "select 5");
    expect(pg::select(e[col<&emp::id>])
               .from(e)
               .where(e[col<&emp::id>] < 2)
               .union_all(pg::select(e[col<&emp::id>]).from(e).where(e[col<&emp::id>] > 4)),
           "values (1), (5)");
}

TEST_F(equal_names, of_tables_in_schemas) {
    // Of two with a schema, and of one in a subquery over another: its name with the schema is found, whatever an alias
    // is called.
    expect(pg::select(col<&old_emp::id>)
               .join(pg::model<kept_emp>)
               .on(col<&kept_emp::id> == col<&old_emp::id>)
               .order_by(col<&old_emp::id>),
           "values (2), (7)");
    expect(
        pg::select(col<&old_emp::id>)
            .where(pg::exists(pg::select<emp>().where(col<&emp::id> == col<&old_emp::id> && col<&emp::name> == "Bob"))),
        "select 2");
    expect(pg::select(col<&old_emp::id>)
               .where(pg::exists(pg::select(lit<1>).from(as_emp).where(as_emp[col<&emp::id>] == col<&old_emp::id>)))
               .order_by(col<&old_emp::id>),
           "values (1), (2)");
    expect(pg::select(col<&old_dept::id>)
               .where(pg::exists(pg::select(lit<1>).from(as_dept).where(as_dept[col<&emp::id>] == col<&old_dept::id>))),
           "select 1");
    expect(pg::select(col<&emp::id>).where(col<&emp::id>.in(pg::select(col<&old_emp::id>))).order_by(col<&emp::id>),
           "values (1), (2)");
    db.execute(pg::update(pg::model<old_emp>)
                   .set(col<&old_emp::name> = e[col<&emp::name>])
                   .from(e)
                   .where(e[col<&emp::id>] == col<&old_emp::id>));
    db.execute(pg::merge_into(pg::model<old_emp>)
                   .using_(boss)
                   .on(boss[col<&emp::id>] == col<&old_emp::id>)
                   .when_matched()
                   .then_update(col<&old_emp::name> = boss[col<&emp::name>] + "!"));
    EXPECT_EQ(db.all<std::string>("select name from archive.emp order by id"),
              (std::vector<std::string>{"Ada!", "Bob!", "z"}));
    db.execute(pg::delete_from(pg::model<old_emp>)
                   .where(pg::exists(pg::select<emp>().where(col<&emp::id> == col<&old_emp::id>))));
    expect(pg::select(col<&old_emp::id>), "select 7");
}

TEST_F(equal_names, of_common_table_expressions) {
    const auto own = pg::cte(pg::select<emp>().where(col<&emp::id> > 3));
    expect(pg::with(own).select(col<&emp::id>).from(pg::model<emp>).order_by(col<&emp::id>), "values (4), (5)");
    // Without RECURSIVE it reads the table of its own name, and a subquery has a WITH of its own.
    const auto some = pg::cte(pg::select(col<&emp::id>, col<&emp::name>).where(col<&emp::id> > 2).into<named>())
                          .as(pg::alias<named, "emp">);
    expect(pg::with(some).select(some[col<&named::id>]).from(some).order_by(some[col<&named::id>]),
           "values (3), (4), (5)");
    expect(pg::select(col<&emp::id>)
               .where(col<&emp::id>.in(pg::with(some).select(some[col<&named::id>]).from(some)))
               .order_by(col<&emp::id>),
           "values (3), (4), (5)");
    expect(pg::with(some)
               .select(col<&old_dept::id>)
               .where(pg::exists(pg::select(lit<1>).from(some).where(some[col<&named::id>] == col<&old_dept::id> + 2))),
           "select 1");
    expect(pg::with(some).select(col<&old_emp::id>).where(col<&old_emp::id> > 2), "select 7");
    const auto all = pg::cte(pg::select(col<&emp::id>, col<&emp::name>).into<named>());
    expect(pg::with(all, some).select(col<&named::id>).from(all).order_by(col<&named::id>),
           "values (1), (2), (3), (4), (5)");
    auto tree = pg::cte(pg::select(col<&emp::id>, lit<0>)
                            .where(col<&emp::boss>.is_null())
                            .into<level>()
                            .union_all(pg::select(col<&emp::id>, col<&level::depth> + lit<1>)
                                           .from(pg::model<emp>)
                                           .join(pg::model<level>)
                                           .on(col<&level::id> == col<&emp::boss>)
                                           .into<level>()));
    expect(pg::with_recursive(tree)
               .select(col<&emp::id>)
               .from(pg::model<emp>)
               .join(tree)
               .on(col<&level::id> == col<&emp::id>)
               .where(col<&level::depth> == 2)
               .order_by(col<&emp::id>),
           "values (4), (5)");
    db.execute(pg::with(some)
                   .delete_from(pg::model<old_dept>)
                   .where(col<&old_dept::id>.not_in(pg::select(some[col<&named::id>]).from(some))));
    EXPECT_EQ(db.count<old_dept>(), 0);
}

}  // namespace

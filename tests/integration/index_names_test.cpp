// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Indexes over expressions are made, and are called as the server itself would call them.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/objects.hpp>
#include <pgmodel/partitions.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <string>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct place {
    std::string street{};
    std::int32_t number{};
};
struct t {
    std::int32_t id{};
    std::string a{}, b{};
    std::int64_t big{};
    pg::timestamptz at{};
    pg::timestamp local{};
    pg::date day{};
    pg::jsonb_text document{};
    std::vector<std::int32_t> list{};
    place home{};
    bool odd{};
    double x{};

    static constexpr auto table() {
        return pg::table(
            "t", pg::no_primary_key, pg::index(pg::cast<std::string>(col<&t::id>)),
            pg::index(pg::cast<std::string>(col<&t::id> + lit<1>)), pg::index(pg::cast<std::int64_t>(col<&t::x> + lit<1>)),
            pg::index(pg::cast<double>(-col<&t::big>)), pg::index(pg::cast<pg::varchar<>>(pg::lower(col<&t::a>))),
            pg::index(pg::coalesce(col<&t::a>, col<&t::b>)), pg::index(pg::nullif(col<&t::a>, lit<"x">)),
            pg::index(pg::greatest(col<&t::a>, col<&t::b>)),
            pg::index(pg::case_when(col<&t::a> > lit<"x">, lit<1>).otherwise(lit<2>)),
            pg::index(pg::case_when(col<&t::a> > lit<"x">, col<&t::b>).otherwise(col<&t::a>)),
            pg::index(pg::at_time_zone<"UTC">(col<&t::at>)), pg::index(pg::extract<"year">(pg::at_time_zone<"UTC">(col<&t::at>))),
            pg::index(pg::extract<"month">(col<&t::day>)), pg::index(pg::date_trunc<"day">(col<&t::local>)),
            pg::index(col<&t::list>[lit<1>]), pg::index(pg::cardinality(col<&t::list>)), pg::index(pg::array(col<&t::id>)),
            pg::index(pg::array(col<&t::id>, lit<5>)), pg::index(-col<&t::id>), pg::index(col<&t::a> == lit<"x">),
            pg::index(!col<&t::odd>), pg::index(col<&t::home, &place::street>), pg::index(pg::lower(col<&t::home, &place::street>)),
            pg::index(pg::trim(col<&t::a>)), pg::index(pg::substring(col<&t::a>, lit<1>, lit<3>)),
            pg::index(pg::collate<"C">(pg::lower(col<&t::b>))), pg::index((col<&t::a> + col<&t::b>).desc().nulls_last()),
            pg::index(pg::function<"abs", std::int32_t(std::int32_t)>(col<&t::id>)),
            pg::index(pg::to_tsvector<"english">(col<&t::a>)).using_gin());
    }
};

TEST(index_names, are_those_of_the_server) {
    pg::session db{pgmodel_test::create_database("index_names")};
    auto described = pg::schema::describe(pg::registry<t>{});
    auto& table = described.tables.at(0);
    const auto indexes = table.indexes;
    ASSERT_EQ(indexes.size(), 29u);
    table.indexes.clear();
    for (const auto& sql : pg::schema::create_statements(described)) db.execute_script(sql.c_str());
    for (const auto& index : indexes) {
        const std::string made = create_index(table, index);
        const std::string unnamed = "create index" + made.substr(made.find(" on "));
        db.execute_script(unnamed.c_str());
        const auto name = db.scalar<std::string>("select relname::text from pg_class where relkind = 'i' order by oid desc limit 1");
        EXPECT_EQ(index.name, name) << made;
    }
}

struct by_array {
    std::int64_t id{};
    std::int32_t a{};

    static constexpr auto table() {
        return pg::table("by_array", pg::no_primary_key, pg::statistics(pg::array(col<&by_array::a>), col<&by_array::id>),
                         pg::partition_by_hash(pg::array(col<&by_array::a>)).partition("by_array_0", pg::modulus<1>, pg::remainder<0>));
    }
};
TEST(index_names, of_arrays_stand_in_parentheses_in_partition_keys_and_statistics) {
    pg::session db{pgmodel_test::create_database("index_names")};
    db.create_all(pg::registry<by_array>{});
    EXPECT_TRUE(pg::migrate::compare(db, pg::registry<by_array>{}).empty());
    db.insert(by_array{1, 2});
    EXPECT_EQ(db.count<by_array>(), 1);
}

}  // namespace

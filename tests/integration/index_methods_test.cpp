// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// What the library holds of the types' operator classes is what the server does with two values of each.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

#include "all_values.hpp"
#include "database.hpp"

namespace pg = pgmodel;
namespace method = pg::detail::method;

namespace {

struct unsortable_pair {
    std::int32_t number{};
    pg::json_text document{};
};

class index_methods : public testing::Test {
protected:
    void SetUp() override {
        db_.execute_script("create extension btree_gin; create extension btree_gist; create extension hstore; create extension "
                    "citext; create extension ltree");
        db_.execute_script(pgmodel_test::types_of_samples);
        db_.execute_script("create type unsortable_pair as (number integer, document json)");
    }
    /// Are these statements accepted?
    bool accepted(const std::string& statements) {
        try {
            db_.execute_script("begin;" + statements + ";rollback");
            return true;
        } catch (const pg::server_error&) {
            db_.execute_script("rollback");
            return false;
        }
    }
    template <class T>
    void compare(const T& lesser, const T& greater) {
        const std::string type(pg::detail::declared_type<T>());
        const auto values = [&](std::string_view text) {
            std::string row = "(";
            pg::quote_literal(text, row);
            return row + "::" + type + ")";
        };
        const std::string rows = values(pg::codec<T>::text(lesser)) + "," + values(pg::codec<T>::text(greater));
        const bool known = pg::codec<T>::type.id != 0 || pg::detail::native_enum<T> || pg::detail::composite_value<T>;
        const unsigned ours = pg::detail::index_methods<T>();
        const auto expect = [&](bool our, bool theirs, std::string_view what) {
            if (known) EXPECT_EQ(our, theirs) << type << ' ' << what;
            else EXPECT_TRUE(our || !theirs) << type << ' ' << what;
        };
        const struct {
            unsigned bit;
            std::string_view name;
        } methods[]{{method::btree, "btree"}, {method::hash, "hash"},     {method::gin, "gin"},
                    {method::gist, "gist"},   {method::spgist, "spgist"}, {method::brin, "brin"}};
        for (const auto& [bit, name] : methods) {
            // Of integers gist belongs to an extension that may not be there.
            if (bit == method::gist && type == "integer[]") continue;
            expect((ours & bit) != 0,
                   accepted("create temp table t (v " + type + "); create index on t using " + std::string(name) +
                            " (v); insert into t values " + rows),
                   name);
        }
        const std::string from = " from (values " + rows + ") as t (v) ";
        expect(pg::detail::is_sortable<T>(), accepted("select v" + from + "order by v"), "order by");
        expect(pg::detail::is_groupable<T>(), accepted("select distinct v" + from), "distinct");
        expect(pg::detail::has_equality<T>(), accepted("select v" + from + "where v = v"), "=");
    }

    pg::session db_{pgmodel_test::create_database("index_methods")};
};

TEST_F(index_methods, are_those_of_the_server) {
    const auto each = [this](const auto& lesser, const auto& greater) {
        using type = std::remove_cvref_t<decltype(lesser)>;
        compare(lesser, greater);
        compare(std::vector<type>{lesser}, std::vector<type>{greater});
    };
    pgmodel_test::each_value_type(each);
    const auto each_other = [this](const auto& lesser, const auto& greater) { compare(lesser, greater); };
    pgmodel_test::each_other_type(each_other);
    compare(unsortable_pair{1, pg::json_text{"1"}}, unsortable_pair{1, pg::json_text{"2"}});
}

}  // namespace

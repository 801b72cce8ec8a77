// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session/statement_cache.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <list>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

using pgmodel::detail::expected_column;
using pgmodel::detail::prepared_statement;
using pgmodel::detail::statement_cache;
using pgmodel::detail::statement_shape;

statement_shape shape_of(std::string_view sql) {
    statement_shape shape{.sql = sql};
    shape.set_hash();
    return shape;
}

prepared_statement& prepare(statement_cache& cache, const statement_shape& shape) {
    auto& s = cache.add(shape);
    cache.rename(s);
    s.prepared = s.ready = true;
    return s;
}

TEST(statement_cache, finds_what_was_added) {
    statement_cache cache(4);
    const auto a = shape_of("select 1"), b = shape_of("select 2");
    EXPECT_EQ(cache.find(a), nullptr);
    auto* added = &prepare(cache, a);
    EXPECT_EQ(cache.find(a), added);
    EXPECT_EQ(cache.find(b), nullptr);
    const auto again = shape_of("select 1");
    EXPECT_EQ(cache.find(again), added) << "another address, the same statement";
    EXPECT_EQ(added->sql, "select 1");
}

TEST(statement_cache, equal_hashes_are_not_enough) {
    statement_cache cache(4);
    auto a = shape_of("select 1"), b = shape_of("select 2");
    a.hash = b.hash = 42;
    prepare(cache, a);
    EXPECT_EQ(cache.find(b), nullptr);
    auto* second = &prepare(cache, b);
    EXPECT_EQ(cache.find(b), second);
    EXPECT_EQ(cache.find(a)->sql, "select 1");
    cache.remove(*cache.find(b));
    EXPECT_EQ(cache.find(b), nullptr);
    EXPECT_NE(cache.find(a), nullptr);
}

TEST(statement_cache, the_same_place_and_hash_are_not_enough) {
    statement_cache cache(4);
    auto shape = shape_of("select 1");
    prepare(cache, shape);
    shape.sql = "select 2";  // a text made at run time, in a shape on the stack
    EXPECT_EQ(cache.find(shape), nullptr);
}

TEST(statement_cache, types_put_together_again_are_compared_one_by_one) {
    const pgmodel::type_ref first[] = {{23, "integer"}, {25, "text"}}, again[] = {{23, "integer"}, {25, "text"}},
                            other[] = {{23, "integer"}, {1043, "character varying"}}, named[] = {{23, "integer"}, {0, "state"}};
    statement_cache cache(4);
    auto shape = shape_of("select $1, $2");
    shape.parameters = first;
    shape.parameter_count = 2;
    auto& s = prepare(cache, shape);
    s.parameters.push_back(23);
    s.parameters.push_back(25);
    shape.parameters = again;
    EXPECT_EQ(cache.find(shape), &s);
    for (const auto* types : {other, named}) {
        shape.parameters = types;
        EXPECT_EQ(cache.find(shape), nullptr);
    }
    // The place of the first ones, used again.
    pgmodel::type_ref reused[] = {{23, "integer"}, {25, "text"}};
    shape.parameters = reused;
    EXPECT_EQ(cache.find(shape), &s);
    reused[0] = {20, "bigint"};
    EXPECT_EQ(cache.find(shape), nullptr);
}

TEST(statement_cache, types_and_what_columns_accept_tell_statements_apart) {
    constexpr pgmodel::type_ref small[] = {{23, "integer"}}, same_name[] = {{24, "integer"}},
                                named[] = {{0, "integer"}};
    statement_cache cache(16);
    std::set<const void*> found;
    std::vector<statement_shape> shapes;
    for (const auto* types : {small, same_name, named})
        shapes.push_back({.sql = "select $1", .parameters = types, .parameter_count = 1});
    const expected_column strict[] = {{"a", {23, "integer"}}}, other[] = {{"b", {23, "integer"}}},
                          lax[] = {{"a", {23, "integer"}, [](pgmodel::oid) { return true; }}};
    for (const auto* columns : {strict, other, lax})
        shapes.push_back({.sql = "select $1",
                          .columns = columns,
                          .column_count = 1,
                          .match = pgmodel::detail::match_columns::by_name});
    for (auto& s : shapes) {
        s.set_hash();
        EXPECT_EQ(cache.find(s), nullptr);
        found.insert(&prepare(cache, s));
    }
    EXPECT_EQ(cache.size(), shapes.size());
}

// One place on the stack, one text, other types.
TEST(statement_cache, a_place_proves_nothing) {
    constexpr pgmodel::type_ref small[] = {{23, "integer"}}, big[] = {{20, "bigint"}};
    statement_cache cache(4);
    statement_shape shape;
    const auto at_one_place = [&](const pgmodel::type_ref* types) {
        shape = {.sql = "select $1", .parameters = types, .parameter_count = 1};
        shape.set_hash();
        return cache.find(shape);
    };
    at_one_place(small);
    prepare(cache, shape);
    EXPECT_EQ(at_one_place(big), nullptr);
    prepare(cache, shape);
    EXPECT_EQ(at_one_place(small)->number, 1U);
    EXPECT_EQ(at_one_place(big)->number, 2U);
}

TEST(statement_cache, names_are_never_used_twice) {
    statement_cache cache(2);
    std::set<std::string> names;
    for (int i = 0; i < 10; ++i) names.insert(prepare(cache, shape_of("select " + std::to_string(i))).name);
    EXPECT_EQ(names.size(), 10U);
    EXPECT_EQ(cache.dropped().size(), 8U);
    auto* kept = cache.find(shape_of("select 9"));
    ASSERT_NE(kept, nullptr);
    const auto old = kept->number;
    cache.rename(*kept);
    EXPECT_FALSE(names.contains(kept->name));
    EXPECT_EQ(cache.dropped().back(), old) << "the server still holds it";
}

// A pooler that is not told of may give one client the server connection of another: a name of the other's there would
// run the other's statement.
TEST(statement_cache, names_are_of_one_connection) {
    statement_cache one(2), other(2);
    const std::string name = prepare(one, shape_of("select 1")).name;
    EXPECT_NE(name, prepare(other, shape_of("select 1")).name);
    EXPECT_EQ(name.size(), 15U);
    char longest[pgmodel::detail::name_size];
    one.write_name(~std::uint64_t{0} >> 28, longest);
    EXPECT_TRUE(std::string(longest).ends_with("_fffffffff"));
}

TEST(statement_cache, all_gone_means_prepare_again) {
    statement_cache cache(4);
    const auto a = shape_of("select 1");
    prepare(cache, a);
    prepare(cache, shape_of("select 2"));
    cache.remove(*cache.find(a));
    EXPECT_EQ(cache.dropped().size(), 1U);
    cache.all_gone();
    EXPECT_TRUE(cache.dropped().empty());
    EXPECT_FALSE(cache.find(shape_of("select 2"))->ready);
    cache.remove(*cache.find(shape_of("select 2")));
    EXPECT_TRUE(cache.dropped().empty()) << "there is no name to end";
}

TEST(statement_cache, other_types_are_only_of_interest_to_who_names_them) {
    statement_cache cache(4);
    prepare(cache, shape_of("select 1")).named_types = true;
    prepare(cache, shape_of("select 2"));
    cache.forget_named_types();
    EXPECT_FALSE(cache.find(shape_of("select 1"))->ready);
    EXPECT_TRUE(cache.find(shape_of("select 2"))->ready);
}

TEST(statement_cache, a_capacity_of_nothing_is_one) {
    statement_cache cache(0);
    prepare(cache, shape_of("select 1"));
    EXPECT_NE(cache.find(shape_of("select 1")), nullptr);
}

// Against the plainest model of a least-recently-used cache.
TEST(statement_cache, drops_the_least_recently_used) {
    for (const std::size_t capacity : {1U, 2U, 7U, 40U}) {
        statement_cache cache(capacity);
        std::list<unsigned> model;  // the newest first
        std::mt19937 random(static_cast<unsigned>(capacity));
        for (int step = 0; step < 5000; ++step) {
            const auto which = static_cast<unsigned>(random() % 60);
            const auto sql = "select " + std::to_string(which);
            auto shape = shape_of(sql);
            if (which % 7 == 0) shape.hash = (std::uint64_t{which} << 32) | which;  // all in one bucket
            const auto at = std::find(model.begin(), model.end(), which);
            auto* found = cache.find(shape);
            ASSERT_EQ(found != nullptr, at != model.end()) << step;
            if (found) {
                ASSERT_EQ(found->sql, sql);
                model.erase(at);
            }
            if (found && random() % 10 == 0) {
                cache.remove(*found);
                continue;
            }
            if (!found) {
                prepare(cache, shape);
                if (model.size() == capacity) model.pop_back();
            }
            model.push_front(which);
            ASSERT_EQ(cache.size(), model.size());
        }
    }
}

TEST(effect_of, knows_what_the_first_word_says) {
    using pgmodel::detail::effect_of;
    using pgmodel::detail::statement_effect;
    for (auto sql : {"select 1", "SELECT 1", "  (select 1) union select 2", "\nvalues (1)", "table t", "show all"})
        EXPECT_EQ(effect_of(sql), statement_effect::reads) << sql;
    for (auto sql : {"select set_config('a.b', 'c', true)", "select 1, pg_catalog.SET_CONFIG($1, $2, $3)"})
        EXPECT_EQ(effect_of(sql), statement_effect::sets) << sql;
    for (auto sql : {"insert into t values (1)", "Update t set a = 1", "delete from t", "merge into t using s on true"})
        EXPECT_EQ(effect_of(sql), statement_effect::writes) << sql;
    for (auto sql : {"with x as (insert into t values (1) returning *) select * from x", "create table t()", "", "sel", "sets"})
        EXPECT_EQ(effect_of(sql), statement_effect::told) << sql;
    for (auto sql : {"with x as (select set_config('a.b', 'c', true)) select * from x", "insert into t values (set_config($1, $2, $3))"})
        EXPECT_EQ(effect_of(sql), statement_effect::tells_and_sets) << sql;
}

}  // namespace

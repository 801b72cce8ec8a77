// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session/column_check.hpp>
#include <pgmodel/session/result.hpp>

#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {

using pgmodel::detail::check_columns;
using pgmodel::detail::expected_column;
using pgmodel::detail::match_columns;
using pgmodel::detail::result;
using pgmodel::detail::statement_shape;

struct made_column {
    std::string name;
    pgmodel::oid type;
};

result made(const std::vector<made_column>& columns) {
    PGresult* raw = PQmakeEmptyPGresult(nullptr, PGRES_TUPLES_OK);
    std::vector<PGresAttDesc> described;
    for (auto& c : columns) described.push_back({const_cast<char*>(c.name.c_str()), 0, 0, 1, c.type, 0, -1});
    PQsetResultAttrs(raw, static_cast<int>(described.size()), described.data());
    return result(raw);
}

TEST(result, gives_values_nulls_and_names) {
    auto r = made({{"a", 23}, {"b", 25}});
    char four[] = {0, 0, 1, 2}, text[] = "text";
    PQsetvalue(r.get(), 0, 0, four, 4);
    PQsetvalue(r.get(), 0, 1, nullptr, -1);
    PQsetvalue(r.get(), 1, 0, text, 0);
    PQsetvalue(r.get(), 1, 1, text, 4);
    EXPECT_EQ(r.rows(), 2U);
    EXPECT_EQ(r.columns(), 2U);
    EXPECT_EQ(r.column_name(1), "b");
    EXPECT_EQ(r.column_name(9), "");
    EXPECT_EQ(r.value(0, 0).read<std::int32_t>(), 258);
    EXPECT_TRUE(r.is_null(0, 1));
    EXPECT_FALSE(r.is_null(1, 0)) << "empty is not NULL";
    EXPECT_EQ(r.value(1, 0).left(), 0U);
    EXPECT_EQ(r.value(0, 1).left(), 0U);
    EXPECT_EQ(r.value(1, 1).rest(), "text");
    EXPECT_EQ(r.affected(), 0U);
}

TEST(result, moves) {
    auto a = made({{"a", 23}});
    auto b = std::move(a);
    EXPECT_FALSE(a);
    EXPECT_TRUE(b);
    a = std::move(b);
    EXPECT_TRUE(a);
    EXPECT_EQ(a.columns(), 1U);
    EXPECT_EQ(result{}.rows(), 0U);
}

struct known_types final : pgmodel::type_resolver {
    known_types() : type_resolver(&find) {}
    static pgmodel::oid find(type_resolver& self, const pgmodel::type_ref& type) {
        static_cast<known_types&>(self).asked.emplace_back(type.name);
        return 4711;
    }
    std::vector<std::string> asked{};
};

struct outcome {
    bool wrong;
    std::string sentence;
    std::vector<std::uint16_t> order;
};
outcome check(const std::vector<made_column>& returned, const std::vector<expected_column>& wanted, match_columns how) {
    const statement_shape shape{.columns = wanted.data(), .column_count = wanted.size(), .match = how};
    known_types types;
    pgmodel::detail::growing_array<std::uint16_t> order;
    order.push_back(99);
    const auto problem = check_columns(made(returned), shape, types, order);
    return {problem.found, problem.sentence, {order.begin(), order.end()}};
}

constexpr pgmodel::type_ref integer{23, "integer"}, text{25, "text"}, mood{0, "mood"};

TEST(column_check, by_position_counts_and_types) {
    EXPECT_FALSE(check({{"x", 23}, {"y", 25}}, {{"a", integer}, {"b", text}}, match_columns::by_position).wrong);
    EXPECT_TRUE(check({{"x", 25}, {"y", 25}}, {{"a", integer}, {"b", text}}, match_columns::by_position).wrong);
    EXPECT_EQ(check({{"x", 23}}, {{"a", integer}, {"b", text}}, match_columns::by_position).sentence,
              "the statement returns 1 columns, but 2 are expected");
    EXPECT_TRUE(
        check({{"x", 23}, {"y", 25}, {"z", 25}}, {{"a", integer}, {"b", text}}, match_columns::by_position).wrong);
}

TEST(column_check, by_name_finds_each_once) {
    const std::vector<expected_column> wanted{{"a", integer}, {"b", text}};
    EXPECT_EQ(check({{"b", 25}, {"a", 23}}, wanted, match_columns::by_name).order, (std::vector<std::uint16_t>{1, 0}));
    EXPECT_TRUE(check({{"b", 25}}, wanted, match_columns::by_name).wrong);
    EXPECT_TRUE(check({{"b", 25}, {"a", 23}, {"a", 23}}, wanted, match_columns::by_name).wrong);
    EXPECT_TRUE(check({{"b", 25}, {"a", 23}, {"c", 23}}, wanted, match_columns::by_name).wrong);
    EXPECT_TRUE(check({{"b", 25}, {"A", 23}}, wanted, match_columns::by_name).wrong);
    EXPECT_TRUE(check({}, wanted, match_columns::by_name).wrong);
    EXPECT_FALSE(check({{"anything", 1}}, wanted, match_columns::none).wrong);
}

TEST(column_check, named_types_are_resolved_and_others_may_be_accepted) {
    EXPECT_FALSE(check({{"a", 4711}}, {{"a", mood}}, match_columns::by_name).wrong);
    EXPECT_TRUE(check({{"a", 4712}}, {{"a", mood}}, match_columns::by_name).wrong);
    EXPECT_FALSE(
        check({{"a", 21}}, {{"a", integer, [](pgmodel::oid id) { return id == 21; }}}, match_columns::by_name).wrong);
}

}  // namespace

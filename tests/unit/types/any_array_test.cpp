// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/any_array.hpp>

#include <pgmodel/types/boolean.hpp>
#include <pgmodel/types/integer.hpp>
#include <pgmodel/types/numeric.hpp>
#include <pgmodel/types/text.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "round_trip.hpp"

namespace {

using namespace pgmodel_test;
using pgmodel::any_array;
using std::optional;
using numbers = any_array<std::int32_t>;
using texts = any_array<optional<std::string>>;

TEST(any_array, keeps_its_first_indexes) {
    const numbers two({1, 2}, 0);
    EXPECT_EQ(encoded(two), hex("00000001 00000000 00000017 00000002 00000000 00000004 00000001 00000004 00000002"));
    EXPECT_EQ(round_trip(two), two);
    EXPECT_EQ(two.to_string(), "[0:1]={1,2}");
    EXPECT_NE(two, (numbers{{1, 2}}));
    EXPECT_EQ((numbers{{1, 2}}).to_string(), "{1,2}");
    EXPECT_EQ(encoded(numbers{}), hex("00000000 00000000 00000017"));
    EXPECT_EQ(round_trip(numbers{}), numbers{});
    EXPECT_EQ(numbers{}.to_string(), "{}");
    // A vector has the elements, and no indexes.
    EXPECT_EQ(decode<std::vector<std::int32_t>>(encoded(two)), (std::vector<std::int32_t>{1, 2}));
    EXPECT_EQ(decode<numbers>(encoded(std::vector<std::int32_t>{1, 2})), (numbers{{1, 2}}));
    expect_only_whole<numbers>(encoded(two));
}
TEST(any_array, has_up_to_six_dimensions) {
    const texts table({"a", std::nullopt, "{", ""}, {{2, 1}, {2, -3}});
    EXPECT_EQ(round_trip(table), table);
    EXPECT_EQ(table.to_string(), R"([1:2][-3:-2]={{a,NULL},{"{",""}})");
    EXPECT_EQ(table.at(2, -3), "{");
    EXPECT_EQ(table.at(1, -2), std::nullopt);
    EXPECT_TRUE(table.contains(2, -2));
    EXPECT_FALSE(table.contains(2, -1) || table.contains(0, -3) || table.contains(1));
    EXPECT_THROW((void)table.at(3, -3), pgmodel::usage_error);
    expect_only_whole<texts>(encoded(table));
    const any_array<bool> six({true, false}, {{1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 9}, {2, 1}});
    EXPECT_EQ(round_trip(six), six);
    EXPECT_EQ((decode<std::vector<std::vector<optional<std::string>>>>(encoded(table))),
              (std::vector<std::vector<optional<std::string>>>{{"a", std::nullopt}, {"{", ""}}));
}
TEST(any_array, refuses_what_is_no_array) {
    EXPECT_THROW((numbers({1}, {{2, 1}})), pgmodel::usage_error);
    EXPECT_THROW((numbers({}, {{0, 1}})), pgmodel::usage_error);
    EXPECT_THROW((numbers({}, {{-1, 1}})), pgmodel::usage_error);
    EXPECT_THROW((numbers({1}, std::vector<pgmodel::array_dimension>{})), pgmodel::usage_error);
    EXPECT_THROW((numbers({1, 2}, 2147483646)), pgmodel::usage_error);
    EXPECT_THROW((numbers({1}, std::vector<pgmodel::array_dimension>(7, {1, 1}))), pgmodel::usage_error);
    EXPECT_THROW((numbers({}, {{1 << 30, 1}, {1 << 30, 1}, {16, 1}})), pgmodel::usage_error);
    EXPECT_EQ(numbers({1}, 2147483646).to_string(), "[2147483646:2147483646]={1}");
    EXPECT_EQ(decode_failure<numbers>(hex("00000001 00000000 00000017 00000001 7fffffff 00000004 00000001")),
              "an array with indexes beyond 32 bits");
    EXPECT_EQ(decode_failure<any_array<std::int16_t>>(encoded(numbers{{1}})), "an array of another element type");
    EXPECT_EQ(decode_failure<any_array<std::string>>(encoded(texts{{std::nullopt}})),
              "a NULL element; use elements of std::optional");
}
TEST(any_array, compares_hashes_and_prints) {
    EXPECT_LT((numbers{{1, 2}}), (numbers{{1, 3}}));
    EXPECT_LT((numbers{{1, 2}}), (numbers({1, 2}, 2)));
    EXPECT_LT((numbers{{1, 2}}), (numbers({1, 2}, {{1, 1}, {2, 1}})));
    EXPECT_NE(std::hash<numbers>{}(numbers{{1, 2}}), std::hash<numbers>{}(numbers({1, 2}, 0)));
    EXPECT_EQ(std::hash<texts>{}(texts{{"a"}}), std::hash<texts>{}(texts{{"a"}}));
    std::ostringstream out;
    out << numbers({7}, -1);
    EXPECT_EQ(out.str(), "[-1:-1]={7}");
    static_assert(pgmodel::codec<any_array<pgmodel::numeric<10, 2>>>::declared == "numeric(10,2)[]");
}

}  // namespace

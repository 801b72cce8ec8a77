// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/wrapped.hpp>

#include <pgmodel/types/integer.hpp>
#include <pgmodel/types/text.hpp>
#include <pgmodel/types/value_hash.hpp>
#include <pgmodel/types/varchar.hpp>

#include <gtest/gtest.h>

#include <compare>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include "round_trip.hpp"

namespace shop {
struct order_id {
    std::int64_t value{};
    auto operator<=>(const order_id&) const = default;
};
struct sku {
    std::string text{};
    bool operator==(const sku&) const = default;
};
class nickname {
public:
    explicit nickname(pgmodel::varchar<3> text) : text(std::move(text)) {}
    pgmodel::varchar<3> text;
};
}  // namespace shop

template <>
struct pgmodel::codec<shop::order_id> : pgmodel::wrapped<&shop::order_id::value> {};
template <>
struct std::hash<shop::order_id> : pgmodel::value_hash {};
template <>
struct pgmodel::codec<shop::sku> : pgmodel::wrapped<&shop::sku::text> {};
template <>
struct pgmodel::codec<shop::nickname> : pgmodel::wrapped<&shop::nickname::text> {};

namespace {

using pgmodel::codec;
using namespace pgmodel_test;

template <class T>
concept has_view = requires(const T& value) { codec<T>::view(value); };

static_assert(codec<shop::order_id>::type.id == 20 && codec<shop::order_id>::array_type.id == 1016);
static_assert(codec<shop::order_id>::width == 8 && codec<shop::order_id>::accepts(21));
static_assert(!codec<shop::order_id>::accepts(700));
static_assert(codec<shop::sku>::type.id == 25);
static_assert(codec<shop::nickname>::declared == codec<pgmodel::varchar<3>>::declared);
static_assert(has_view<shop::sku> && !has_view<shop::order_id>);
static_assert(!has_declared<shop::order_id>);

TEST(wrapped, travels_as_its_member) {
    EXPECT_EQ(encoded(shop::order_id{258}), hex("00 00 00 00 00 00 01 02"));
    EXPECT_EQ(decode<shop::order_id>(hex("00 00 01 02")), shop::order_id{258});
    EXPECT_EQ(codec<shop::order_id>::text({-7}), "-7");
    EXPECT_EQ(round_trip(shop::sku{"A-1"}), shop::sku{"A-1"});
    EXPECT_EQ(decode<shop::nickname>("Ann").text.str(), "Ann");
}

TEST(wrapped, bad_values_are_those_of_the_member) {
    EXPECT_EQ(decode_failure<shop::order_id>("abc"), "not an integer of this width");
    EXPECT_EQ(encode_failure(shop::sku{"\xff"}), encode_failure(std::string{"\xff"}));
    EXPECT_NE(encode_failure(shop::sku{"\xff"}), "");
}

TEST(wrapped, has_the_hash_of_its_member) {
    EXPECT_EQ(std::hash<shop::order_id>{}(shop::order_id{7}), std::hash<std::int64_t>{}(7));
}

}  // namespace

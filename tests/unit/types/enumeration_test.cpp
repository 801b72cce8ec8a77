// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/enumeration.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "round_trip.hpp"

enum class top_level { only = 7 };

namespace shop {
enum class status { draft, published, archived };
enum class OrderState : std::uint8_t { none, paid = 5, last = 255, finished = last };
enum class small : std::int8_t { low = -128, minus_one = -1, zero = 0, high = 127 };
enum class far : int { below = -129, edge_low = -128, edge_high = 255, above = 256 };
enum class user { a };  // the type's name is a key word
enum class renamed { draft, published };
enum class moved { one = 1, two2 = 2 };
enum class flags : std::uint64_t { none = 0, huge = 1ull << 63 };
enum old_style { red, green = 10 };
namespace {
enum class hidden { x, y };
enum class parcel { post, other };
}
template <class T>
struct box {
    enum class inner { a, b2 };
};
}  // namespace shop

template <>
struct pgmodel::enum_of<shop::renamed> {
    static constexpr auto type() {
        return pgmodel::enumeration("Article Status", pgmodel::label<shop::renamed::published>("Published"),
                                    pgmodel::label<shop::renamed::draft>("Draft"))
            .fallback(shop::renamed::draft);
    }
};
template <>
struct pgmodel::enum_of<shop::parcel> {
    static constexpr auto type() {
        return pgmodel::enumeration("parcel", pgmodel::label<shop::parcel::post>("post")).fallback(shop::parcel::other);
    }
};
template <>
struct pgmodel::enum_of<shop::moved> {
    static constexpr auto type() { return pgmodel::enumeration<shop::moved>("elsewhere"); }
};
template <>
struct pgmodel::enum_of<shop::flags> {
    static constexpr auto type() {
        return pgmodel::enumeration("flags", pgmodel::label<shop::flags::none>("none"),
                                    pgmodel::label<shop::flags::huge>("huge"));
    }
};
template <>
struct pgmodel::enum_of<shop::old_style> {
    static constexpr auto type() {
        return pgmodel::enumeration("color", pgmodel::label<shop::red>("red"), pgmodel::label<shop::green>("green"));
    }
};

namespace {

using pgmodel::codec;
using pgmodel::detail::enum_labels;
using pgmodel::detail::enum_name;

template <class E>
std::string labels() {
    std::string out;
    for (const auto& each : enum_labels<E>)
        out.append(each.label).append("=").append(std::to_string(static_cast<long long>(each.value))).append(" ");
    return out;
}

TEST(enumeration, labels_are_the_enumerators_in_order_of_value) {
    EXPECT_EQ(labels<shop::status>(), "draft=0 published=1 archived=2 ");
    EXPECT_EQ(labels<top_level>(), "only=7 ");
    EXPECT_EQ(labels<shop::OrderState>(), "none=0 paid=5 last=255 ");
    EXPECT_EQ(labels<shop::small>(), "low=-128 minus_one=-1 zero=0 high=127 ");
    EXPECT_EQ(labels<shop::far>(), "edge_low=-128 edge_high=255 ");
    EXPECT_EQ(labels<shop::hidden>(), "x=0 y=1 ");
}

TEST(enumeration, member_of_a_class_template) {
    using inner = shop::box<std::vector<std::string>>::inner;
    // clang defines such an enum when one of its enumerators is first named.
    [[maybe_unused]] constexpr inner first = inner::a;
    EXPECT_EQ(labels<inner>(), "a=0 b2=1 ");
}

template <class T, class U>
std::string local_labels() {
    enum class local { p = -3, q = 9 };
    return labels<local>();
}

TEST(enumeration, of_a_function) {
    enum class local { one, two };
    EXPECT_EQ(labels<local>(), "one=0 two=1 ");
    EXPECT_EQ(enum_name<local>, "local");
    EXPECT_EQ((local_labels<int, std::vector<long>>()), "p=-3 q=9 ");
}

static_assert(enum_name<shop::status> == "status");
static_assert(enum_name<shop::OrderState> == "order_state");
static_assert(enum_name<shop::moved> == "elsewhere");
static_assert(codec<shop::status>::type.id == 0 && codec<shop::status>::type.name == "status");
static_assert(codec<shop::status>::array_type.name == "status[]");
static_assert(codec<shop::user>::type.name == "\"user\"" && codec<shop::user>::array_type.name == "\"user\"[]");
static_assert(enum_name<shop::user> == "user");
static_assert(codec<shop::renamed>::type.name == "\"Article Status\"");
static_assert(!pgmodel::detail::has_codec<std::byte>);
enum unscoped { unscoped_value };
static_assert(!pgmodel::detail::has_codec<unscoped>);
static_assert(pgmodel::detail::has_codec<shop::old_style>);

TEST(enumeration, travels_as_its_label) {
    for (auto value : {shop::status::draft, shop::status::published, shop::status::archived}) {
        EXPECT_EQ(pgmodel_test::round_trip(value), value);
        EXPECT_EQ(codec<shop::status>::view(value), codec<shop::status>::text(value));
    }
    EXPECT_EQ(pgmodel_test::encoded(shop::status::published), "published");
    EXPECT_EQ(pgmodel_test::encoded(shop::OrderState::finished), "last");
    EXPECT_EQ(pgmodel_test::encoded(shop::small::low), "low");
    EXPECT_EQ(pgmodel_test::encoded(shop::flags::huge), "huge");
    EXPECT_EQ(pgmodel_test::round_trip(shop::green), shop::green);
    EXPECT_EQ(pgmodel_test::round_trip(shop::OrderState::last), shop::OrderState::last);
}

TEST(enumeration, given_labels_and_order) {
    EXPECT_EQ(labels<shop::renamed>(), "Published=1 Draft=0 ");
    EXPECT_EQ(labels<shop::moved>(), "one=1 two2=2 ");
    EXPECT_EQ(pgmodel_test::encoded(shop::renamed::published), "Published");
    EXPECT_EQ(pgmodel_test::decode<shop::renamed>("Published"), shop::renamed::published);
}

TEST(enumeration, unknown_labels) {
    EXPECT_EQ(pgmodel_test::decode_failure<shop::status>("secret"), "a label that the C++ enum does not have");
    EXPECT_EQ(pgmodel_test::decode_failure<shop::status>(""), "a label that the C++ enum does not have");
    EXPECT_EQ(pgmodel_test::decode_failure<shop::status>("Draft"), "a label that the C++ enum does not have");
    EXPECT_EQ(pgmodel_test::decode<shop::renamed>("secret"), shop::renamed::draft);
}

TEST(enumeration, unlabelled_values_are_not_sent) {
    for (int value : {3, -1, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
        EXPECT_EQ(pgmodel_test::encode_failure(static_cast<shop::status>(value)),
                  "pgmodel: a value of shop::status that is none of its labelled enumerators (those outside -128 to 255 need "
                  "pgmodel::enum_of)");
    EXPECT_NE(pgmodel_test::encode_failure(static_cast<shop::small>(1)), "");
    EXPECT_EQ(pgmodel_test::encode_failure(shop::parcel::other),
              "pgmodel: a value of shop::parcel that is its fallback, which stands for labels that this program does not know and has "
              "none itself; write another, or leave the column out");
    EXPECT_NE(pgmodel_test::encode_failure(shop::far::above), "");
}

static_assert(pgmodel::label_of(shop::OrderState::paid) == "paid" && pgmodel::label_of(shop::OrderState{7}).empty());
static_assert(pgmodel::from_label<shop::OrderState>("last") == shop::OrderState::last);
static_assert(!pgmodel::from_label<shop::status>("Draft"));

}  // namespace

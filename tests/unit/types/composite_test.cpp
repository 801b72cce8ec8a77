// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/any_array.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/composite.hpp>
#include <pgmodel/types/floating.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/integer.hpp>
#include <pgmodel/types/json.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/range.hpp>
#include <pgmodel/types/text.hpp>
#include <pgmodel/types/timetz.hpp>
#include <pgmodel/types/varchar.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "round_trip.hpp"

namespace {

using pgmodel::codec;

enum class kind { home, work };
struct spot {
    std::int32_t x{};
    std::int32_t y{};

    bool operator==(const spot&) const = default;
};
struct Place {  // without == of its own
    std::string street{};
    std::optional<pgmodel::varchar<10>> zip{};
    spot at{};
    kind what{};
    std::vector<std::string> tags{};
    std::vector<spot> corners{};
};
struct called_otherwise {
    std::string class_{};
    std::int32_t n{};

    static constexpr auto composite() {
        return pgmodel::composite("Odd \"Name", pgmodel::attribute<&called_otherwise::class_>("class")).in_schema("my shop");
    }
};
struct described {
    std::string text{};
};
struct tilt {
    double angle{};

    bool operator==(const tilt&) const = default;
};
/// A struct with a codec of its own is no composite.
struct cents {
    std::int64_t n{};
};

}  // namespace

template <>
struct pgmodel::composite_of<described> {
    static constexpr auto composite() { return pgmodel::composite("elsewhere"); }
};
template <>
struct pgmodel::codec<cents> : pgmodel::codec<std::int64_t> {
    static std::size_t size(const cents&) { return 8; }
    static void encode(const cents& value, writer& out) { out.write(value.n); }
    static cents decode(reader in) { return {in.read<std::int64_t>()}; }
    static std::string text(const cents& value) { return std::to_string(value.n); }
};

namespace {

using pgmodel_test::decode_failure;
using pgmodel_test::encoded;
using pgmodel_test::round_trip;
using namespace std::string_literals;

static_assert(pgmodel::detail::composite_value<Place> && !pgmodel::detail::composite_value<cents>);
static_assert(!pgmodel::detail::has_codec<std::string*> && !pgmodel::detail::composite_value<std::string>);

TEST(composite, names) {
    EXPECT_EQ(codec<Place>::type.name, "place");
    EXPECT_EQ(codec<Place>::type.id, 0u);
    EXPECT_EQ(codec<std::vector<Place>>::type.name, "place[]");
    EXPECT_EQ(codec<called_otherwise>::type.name, "\"my shop\".\"Odd \"\"Name\"");
    EXPECT_EQ(codec<called_otherwise>::array_type.name, "\"my shop\".\"Odd \"\"Name\"[]");
    EXPECT_EQ(pgmodel::detail::composite_traits<called_otherwise>::names[0], "class");
    EXPECT_EQ(codec<described>::type.name, "elsewhere");
}

TEST(composite, binary) {
    EXPECT_EQ(encoded(spot{1, -2}), "\0\0\0\2\0\0\0\x17\0\0\0\4\0\0\0\1\0\0\0\x17\0\0\0\4\xff\xff\xff\xfe"s);
    EXPECT_EQ(round_trip(spot{1, -2}), (spot{1, -2}));
    const Place place{"12 Main St", "1010", {3, 4}, kind::work, {"a b", ""}, {{5, 6}, {7, 8}}};
    EXPECT_TRUE(pgmodel::detail::same_value(round_trip(place), place));
    Place empty{};
    EXPECT_TRUE(pgmodel::detail::same_value(round_trip(empty), empty));
    EXPECT_FALSE(round_trip(empty).zip.has_value());
    const std::vector<std::optional<spot>> some{spot{1, 2}, std::nullopt};
    EXPECT_EQ(round_trip(some), some);
}

TEST(composite, sameness_looks_into_fields) {
    const Place place{"a", "b", {1, 2}, kind::home, {"t"}, {{5, 6}}};
    const auto differs = [&place](auto change) {
        Place other = place;
        change(other);
        return !pgmodel::detail::same_value(place, other) &&
               !pgmodel::detail::same_value(std::vector{place}, std::vector{other}) &&
               !pgmodel::detail::same_value(std::optional(place), std::optional(other));
    };
    EXPECT_TRUE(pgmodel::detail::same_value(std::vector{place}, std::vector{place}));
    EXPECT_FALSE(pgmodel::detail::same_value(std::vector{place}, std::vector<Place>{}));
    EXPECT_FALSE(pgmodel::detail::same_value(std::vector{0.0}, std::vector{-0.0}));
    EXPECT_FALSE(pgmodel::detail::same_value(pgmodel::any_array<double>{{0.0}}, pgmodel::any_array<double>{{-0.0}}));
    EXPECT_FALSE(pgmodel::detail::same_value(pgmodel::any_array<double>{{0.0}}, pgmodel::any_array<double>{{0.0}, 2}));
    EXPECT_TRUE(pgmodel::detail::same_value(pgmodel::any_array<double>{{0.0}, 2}, pgmodel::any_array<double>{{0.0}, 2}));
    EXPECT_FALSE(pgmodel::detail::same_value(tilt{0.0}, tilt{-0.0})) << "whatever its own == says";
    const auto same = [](const auto& a, const auto& b) {
        return pgmodel::detail::same_value(a, b) && pgmodel::detail::same_value(std::vector{a}, std::vector{b}) &&
               pgmodel::detail::same_value(std::optional(a), std::optional(b));
    };
    EXPECT_TRUE(same(pgmodel::point{0.0, 1}, pgmodel::point{0.0, 1}));
    EXPECT_FALSE(same(pgmodel::point{0.0, 1}, pgmodel::point{-0.0, 1}));
    EXPECT_FALSE(same(pgmodel::box{{1, 1}, {0, 0}}, pgmodel::box{{1, 1}, {-0.0, 0}}));
    EXPECT_FALSE(same(pgmodel::path{{{0, 0}, {1, 1}}}, pgmodel::path{{{0, -0.0}, {1, 1}}}));
    EXPECT_FALSE(same(pgmodel::circle{{0, 0}, 1}, pgmodel::circle{{0, -0.0}, 1}));
    using prices = pgmodel::range<pgmodel::numeric<>>;
    EXPECT_TRUE(same(prices{pgmodel::numeric<>{"1.5"}, pgmodel::numeric<>{"2"}}, prices{pgmodel::numeric<>{"1.5"}, pgmodel::numeric<>{"2"}}));
    EXPECT_FALSE(same(prices{pgmodel::numeric<>{"1.5"}, pgmodel::numeric<>{"2"}}, prices{pgmodel::numeric<>{"1.50"}, pgmodel::numeric<>{"2"}}));
    EXPECT_TRUE(same(nlohmann::json(1), nlohmann::json(1)));
    EXPECT_FALSE(same(nlohmann::json(1), nlohmann::json(1.0))) << "which the server keeps apart as texts";
    EXPECT_TRUE(same(std::string("x"), std::string("x")) && same(pgmodel::timetz{}, pgmodel::timetz{}));
    EXPECT_FALSE(pgmodel::detail::same_value(std::optional(place), std::optional<Place>{}));
    EXPECT_TRUE(differs([](Place& p) { p.street = "c"; }));
    EXPECT_TRUE(differs([](Place& p) { p.zip.reset(); }));
    EXPECT_TRUE(differs([](Place& p) { p.at.y = 3; }));
    EXPECT_TRUE(differs([](Place& p) { p.corners[0].x = 3; }));
    EXPECT_TRUE(differs([](Place& p) { p.corners.clear(); }));
}

TEST(composite, text_is_quoted_at_each_level) {
    EXPECT_EQ(codec<spot>::text({1, -2}), "(1,-2)");
    EXPECT_EQ(codec<described>::text({}), "(\"\")");
    EXPECT_EQ(codec<described>::text({"a\"\\ b"}), R"x(("a""\\ b"))x");
    EXPECT_EQ(codec<described>::text({"NULL"}), "(NULL)");
    const Place place{"12, \"Main\" St", {}, {3, 4}, kind::work, {"a b", "q\"uote"}, {{5, 6}}};
    EXPECT_EQ(codec<Place>::text(place), R"x(("12, ""Main"" St",,"(3,4)",work,"{""a b"",""q\\""uote""}","{""(5,6)""}"))x");
    EXPECT_EQ(codec<std::vector<spot>>::text({{1, 2}}), R"x({"(1,2)"})x");
}

TEST(composite, bytes_that_are_none) {
    const auto good = encoded(spot{1, 2});
    EXPECT_EQ(decode_failure<spot>(good), "");
    for (std::size_t size = 0; size < good.size(); ++size) EXPECT_NE(decode_failure<spot>(good.substr(0, size)), "") << size;
    EXPECT_EQ(decode_failure<spot>(good + "x"), "attribute \"y\": the value is longer than its type");
    const auto with = [&good](std::size_t at, std::string_view bytes) {
        std::string bad = good;
        bad.replace(at, bytes.size(), bytes);
        return decode_failure<spot>(bad);
    };
    EXPECT_EQ(with(3, "\3"), "a composite with another number of attributes than the struct has fields");
    EXPECT_EQ(with(0, "\xff\xff\xff\xff"), "a composite with another number of attributes than the struct has fields");
    EXPECT_EQ(with(7, "\x14"), "attribute \"x\": type number 20 instead of integer");
    EXPECT_EQ(with(8, "\xff\xff\xff\xff"), "attribute \"x\": NULL for a field that is not optional");
    EXPECT_EQ(with(8, "\xff\xff\xff\xfe"), "attribute \"x\": a negative length");
    EXPECT_EQ(with(20, "\x7f"), "attribute \"y\": the value is shorter than its length says");
    EXPECT_EQ(with(23, "\3"), "attribute \"y\": not an integer of this width");
    // The way to the attribute is told.
    auto place = encoded(Place{});
    place.replace(place.find(encoded(spot{})) + 8, 4, "\xff\xff\xff\xff");
    EXPECT_EQ(decode_failure<Place>(place), "attribute \"at\": attribute \"x\": NULL for a field that is not optional");
}

}  // namespace

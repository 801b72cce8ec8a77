// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <array>

namespace {

namespace pg = pgmodel;
using pg::arg;
using pg::bind;

template <class T, class Given>
constexpr bool takes() {
    return pg::detail::argument_takes<Given>(
        {"x", pg::codec<pg::detail::unwrapped<T>>::type, nullptr, pg::detail::is_optional<T>});
}

enum class color { red };
enum class size { small };

TEST(arguments, are_converted_as_beside_a_column) {
    static_assert(takes<std::int64_t, int>() && takes<std::int16_t, long>() && takes<double, int>() &&
                  takes<float, double>());
    static_assert(takes<pg::numeric<10, 2>, int>() && takes<pg::numeric<10, 2>, pg::numeric<5, 1>>());
    static_assert(takes<std::string, const char*>() && takes<std::string, std::string_view>() &&
                  takes<pg::varchar<5>, std::string>());
    static_assert(takes<std::vector<int>, std::vector<int>>() && takes<std::vector<int>, std::array<int, 3>>());
    static_assert(takes<color, color>() && takes<bool, bool>());
}
TEST(arguments, of_another_type_are_refused) {
    static_assert(!takes<std::int64_t, double>() && !takes<std::int64_t, std::string>() && !takes<bool, int>() &&
                  !takes<int, bool>());
    static_assert(!takes<pg::numeric<10, 2>, double>() && !takes<std::string, int>() && !takes<color, size>() &&
                  !takes<color, int>());
    static_assert(!takes<std::vector<int>, std::vector<std::int64_t>>() && !takes<std::vector<int>, int>());
    static_assert(!takes<int, std::optional<int>>() && !takes<int, std::nullopt_t>());
    static_assert(takes<std::optional<int>, std::optional<int>>() && takes<std::optional<int>, int>() &&
                  takes<std::optional<int>, std::nullopt_t>());
}

/// The parameters of a query as the server gets them.
template <class Query, class... Bound>
std::vector<std::string> sent(const Query& query, const Bound&... bound) {
    constexpr std::size_t count = pg::detail::rendered<Query>::size.parameters;
    pg::detail::value_ref refs[count];
    pg::detail::argument_collector<pg::detail::value_collector, Bound...> collect({refs}, bound...);
    query.visit(collect);
    pg::detail::value_memory memory;
    pg::detail::value_writer out(memory, count, nullptr);
    std::vector<std::string> all;
    for (const auto& ref : refs) {
        const auto value = ref.encode(ref.value, out);
        all.push_back(value.bytes ? std::string(value.bytes, value.size) : "NULL");
    }
    return all;
}

TEST(arguments, are_sent_in_the_order_of_the_text) {
    const std::string name = "Ada";
    EXPECT_EQ(sent(pg::select(arg<std::string, "b">, pg::lit<1> + arg<int, "a">, arg<std::string, "b">,
                              arg<std::optional<int>, "c">),
                   bind<"a">(7), bind<"c">(std::nullopt), bind<"b">(name)),
              (std::vector<std::string>{"Ada", std::string("\0\0\0\7", 4), "NULL"}));
}
TEST(arguments, travel_as_the_type_of_their_placeholder) {
    EXPECT_EQ(sent(pg::select(arg<std::int16_t, "a">, arg<std::optional<std::string>, "b">,
                              arg<std::optional<std::int16_t>, "c">, arg<std::optional<std::int16_t>, "d">),
                   bind<"a">(258L), bind<"b">("x"), bind<"c">(std::optional<long>(1)),
                   bind<"d">(std::optional<long>())),
              (std::vector<std::string>{"\1\2", "x", std::string("\0\1", 2), "NULL"}));
    EXPECT_EQ(sent(pg::select(arg<pg::numeric<10, 2>, "n">), bind<"n">(3)),
              sent(pg::select(arg<pg::numeric<10, 2>, "n">), bind<"n">(pg::numeric<10, 2>(3))));
    EXPECT_EQ(sent(pg::select(arg<std::vector<int>, "n">), bind<"n">(std::array<int, 2>{1, 2})),
              sent(pg::select(arg<std::vector<int>, "n">), bind<"n">(std::vector<int>{1, 2})));
}
TEST(arguments, out_of_the_range_of_their_placeholder_are_refused) {
    EXPECT_THROW(sent(pg::select(arg<std::int16_t, "a">), bind<"a">(70000)), pg::encode_error);
    EXPECT_THROW(sent(pg::select(arg<std::string, "a">), bind<"a">(std::string("a\0b", 3))), pg::encode_error);
}
TEST(arguments, are_referred_to_where_they_are_variables) {
    std::string name = "Ada";
    const auto later = bind<"name">(name);
    name = "Bob";
    EXPECT_EQ(sent(pg::select(arg<std::string, "name">), later), std::vector<std::string>{"Bob"});
    EXPECT_EQ(sent(pg::select(arg<std::string, "name">), bind<"name">(std::string("Cy"))),
              std::vector<std::string>{"Cy"});
}

}  // namespace

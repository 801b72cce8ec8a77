// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/core/identifier.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace {

constexpr bool quotes_to(std::string_view name, std::string_view expected) {
    pgmodel::detail::text_buffer<100> out;
    pgmodel::quote_identifier(name, out);
    return out.view() == expected;
}
static_assert(quotes_to("articles", "articles"));
static_assert(quotes_to("_a1", "_a1"));
static_assert(quotes_to("1a", "\"1a\""));
static_assert(quotes_to("", "\"\""));
static_assert(quotes_to("Articles", "\"Articles\""));
static_assert(quotes_to("a b", "\"a b\""));
static_assert(quotes_to("a\"b", "\"a\"\"b\""));
static_assert(quotes_to("\"", "\"\"\"\""));
static_assert(quotes_to("caf\xc3\xa9", "\"caf\xc3\xa9\""));
static_assert(quotes_to("a;drop table x", "\"a;drop table x\""));

constexpr bool qualifies_to(std::string_view schema, std::string_view name, bool array, std::string_view expected) {
    return pgmodel::detail::qualified_identifier<100>(schema, name, array).view() == expected;
}
static_assert(qualifies_to("", "state", false, "state"));
static_assert(qualifies_to("shop", "order", false, "shop.\"order\""));
static_assert(qualifies_to("shop", "state", true, "shop.state[]"));
// As long as it can be: it would not compile if that did not fit.
static_assert(pgmodel::detail::qualified_identifier<pgmodel::detail::longest_qualified("\"", "\"")>("\"", "\"", true)
                  .view() == "\"\"\"\".\"\"\"\"[]");

// Reserved, usable as a function's or type's name only, usable as a column's name only, and not reserved at all.
static_assert(quotes_to("user", "\"user\""));
static_assert(quotes_to("left", "\"left\""));
static_assert(quotes_to("timestamp", "\"timestamp\""));
static_assert(quotes_to("name", "name"));
static_assert(quotes_to("status", "status"));
static_assert(quotes_to("users", "users"));
static_assert(quotes_to("use", "use"));

TEST(identifier, key_words_are_sorted_and_found) {
    using pgmodel::detail::key_words;
    const auto before = [](std::string_view a, std::string_view b) { return a < b; };
    EXPECT_TRUE(std::is_sorted(std::begin(key_words), std::end(key_words), before));
    for (std::string_view word : key_words) {
        EXPECT_TRUE(pgmodel::needs_quotes(word)) << word;
        EXPECT_FALSE(pgmodel::needs_quotes(std::string(word) + "_")) << word;
    }
}

TEST(identifier, as_a_string) {
    EXPECT_EQ(pgmodel::quote_identifier("order"), "\"order\"");
    EXPECT_EQ(pgmodel::snake_case("OrderItem"), "order_item");
}

constexpr bool snakes_to(std::string_view name, std::string_view expected) {
    pgmodel::detail::text_buffer<100> out;
    pgmodel::snake_case(name, out);
    return out.view() == expected;
}
static_assert(snakes_to("OrderItem", "order_item"));
static_assert(snakes_to("orderItem", "order_item"));
static_assert(snakes_to("HTTPServer", "http_server"));
static_assert(snakes_to("MyHTTP", "my_http"));
static_assert(snakes_to("ABTest", "ab_test"));
static_assert(snakes_to("article2", "article2"));
static_assert(snakes_to("Article2Tag", "article2_tag"));
static_assert(snakes_to("order_item", "order_item"));
static_assert(snakes_to("Order_Item", "order_item"));
static_assert(snakes_to("A", "a"));
static_assert(snakes_to("", ""));

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/expression/owned_text.hpp>
#include <pgmodel/types/varchar.hpp>

#include <gtest/gtest.h>

#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace {

using pgmodel::detail::owned_text;

// Kept in itself up to 16 bytes; beyond as bytes, or as the string that was given.
const std::string short_text = "sixteen letters.", long_text = "more than sixteen letters";

TEST(owned_text, copies_what_it_is_made_of) {
    for (std::string given : {std::string(), std::string("a"), short_text, long_text, std::string(1000, 'x')}) {
        const std::string expected = given;
        const owned_text from_view{std::string_view(given)}, from_string{given}, from_pointer{given.c_str()},
            from_varchar{pgmodel::varchar<>(given)};
        for (char& c : given) c = '!';
        EXPECT_EQ(from_view, expected);
        EXPECT_EQ(from_string, expected);
        EXPECT_EQ(from_pointer, expected);
        EXPECT_EQ(from_varchar, expected);
    }
    EXPECT_EQ(owned_text(std::string_view()), "");
}

TEST(owned_text, keeps_a_long_string_that_it_is_given) {
    std::string given = long_text;
    const char* const at = given.data();
    owned_text text(std::move(given));
    EXPECT_EQ(text, long_text);
    EXPECT_EQ(text.view().data(), at);
    const owned_text moved(std::move(text));
    EXPECT_EQ(moved.view().data(), at);
    EXPECT_EQ(owned_text(std::string(short_text)), short_text);
}

TEST(owned_text, copies_and_moves_of_every_kind) {
    for (const owned_text& text :
         {owned_text("short"), owned_text(std::string_view(long_text)), owned_text(std::string(long_text))}) {
        const std::string expected(text.view());
        owned_text copy(text);
        EXPECT_EQ(copy, expected);
        EXPECT_NE(copy.view().data(), text.view().data());
        owned_text moved(std::move(copy));
        EXPECT_EQ(moved, expected);
        EXPECT_EQ(copy, "") << "and can be given a text again";
        copy = moved;
        EXPECT_EQ(copy, expected);
        copy = owned_text(std::string(100, 'y'));
        EXPECT_EQ(copy, std::string(100, 'y'));
        const owned_text& itself = moved;
        moved = itself;
        EXPECT_EQ(moved, expected);
        std::optional<owned_text> optional(std::move(moved));
        EXPECT_EQ(*optional, expected);
    }
    static_assert(std::is_nothrow_move_constructible_v<owned_text>);
}

TEST(owned_text, is_a_view_of_a_literal_in_a_constant_expression) {
    static constexpr char literal[] = "a text that is longer than sixteen bytes";
    static constexpr owned_text text(literal);
    static_assert(text.view().size() == sizeof literal - 1);
    static constexpr owned_text copy = text;
    EXPECT_EQ(copy.view().data(), literal);
    const owned_text later = copy;  // views of what lives always are not copied
    EXPECT_EQ(later.view().data(), literal);
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// citext: text that the server compares without case; needs the extension of that name.
// `#include <pgmodel/types/citext.hpp>`
#pragma once

#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/stream.hpp>
#include <pgmodel/types/utf8.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {

/// Text whose case the server ignores when it compares, sorts and looks for parts, by the rules of its locale. C++ has
/// not those rules: here `==` compares the characters.
class citext {
public:
    constexpr citext() = default;
    constexpr citext(const char* text) : text_(text) {}
    constexpr citext(std::string text) noexcept : text_(std::move(text)) {}
    constexpr citext(std::string_view text) : text_(text) {}
    citext(std::nullptr_t) = delete;

    constexpr const std::string& str() const& { return text_; }
    constexpr std::string str() && { return std::move(text_); }
    constexpr operator const std::string&() const { return text_; }
    constexpr operator std::string_view() const { return text_; }
    constexpr const std::string& to_string() const { return text_; }

    constexpr bool empty() const { return text_.empty(); }

    constexpr bool operator==(const citext&) const = default;
    template <std::convertible_to<std::string_view> Text>
        requires(!std::same_as<Text, citext>)
    friend constexpr bool operator==(const citext& a, const Text& b) {
        return a.text_ == std::string_view{b};
    }

private:
    std::string text_;
};

template <>
struct codec<citext> {
    static constexpr type_ref type{0, "citext"};
    static constexpr type_ref array_type{0, "citext[]"};

    static std::size_t size(const citext& value) { return value.str().size(); }
    static void encode(const citext& value, writer& out) { out.bytes(view(value)); }
    static std::string_view view(const citext& value) { return checked(value); }
    static std::string_view checked(std::string_view text) {
        detail::check_text(text);
        return text;
    }
    static citext decode(reader in) { return citext{in.rest()}; }
    static std::string text(const citext& value) { return value.str(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::citext> {
    std::size_t operator()(const pgmodel::citext& value) const noexcept {
        return std::hash<std::string>{}(value.str());
    }
};

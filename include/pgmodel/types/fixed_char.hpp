// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// fixed_char<N>: text that the server fills up with blanks to N characters. `#include <pgmodel/types/fixed_char.hpp>`
#pragma once

#include <pgmodel/types/stream.hpp>
#include <pgmodel/types/varchar.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace pgmodel {
namespace detail {

constexpr std::string_view without_blanks(std::string_view text) {
    const std::size_t last = text.find_last_not_of(' ');
    return text.substr(0, last == text.npos ? 0 : last + 1);
}

}  // namespace detail

/// A text whose column is `character(N)`, in characters, not bytes. Blanks at its end say nothing: it is kept without
/// them, and compared without them, as by the server. Any length can be held; it is checked when the value is sent
/// (`encode_error`).
template <std::size_t N = 1>
class fixed_char {
    static_assert(N > 0 && N <= 10'485'760, "pgmodel: fixed_char<N> has 1 to 10485760 characters");

public:
    constexpr fixed_char() = default;
    constexpr fixed_char(const char* text) : fixed_char(std::string_view{text}) {}
    constexpr fixed_char(const std::string& text) : fixed_char(std::string_view{text}) {}
    constexpr fixed_char(std::string_view text) : text_(detail::without_blanks(text)) {}
    fixed_char(std::nullptr_t) = delete;

    /// Without the blanks at its end.
    constexpr const std::string& str() const { return text_; }
    constexpr operator const std::string&() const { return text_; }
    constexpr operator std::string_view() const { return text_; }
    /// With blanks up to N characters, as the column has it.
    std::string padded() const {
        const std::size_t count = detail::count_characters(text_);
        return text_ + std::string(count < N ? N - count : 0, ' ');
    }
    std::string to_string() const { return text_; }

    constexpr bool empty() const { return text_.empty(); }

    constexpr bool operator==(const fixed_char&) const = default;
    constexpr std::strong_ordering operator<=>(const fixed_char&) const = default;

    template <std::convertible_to<std::string_view> Text>
        requires(!std::same_as<Text, fixed_char>)
    friend constexpr bool operator==(const fixed_char& a, const Text& b) {
        return a.text_ == detail::without_blanks(b);
    }
    template <std::convertible_to<std::string_view> Text>
        requires(!std::same_as<Text, fixed_char>)
    friend constexpr std::strong_ordering operator<=>(const fixed_char& a, const Text& b) {
        return std::string_view{a.text_} <=> detail::without_blanks(b);
    }

private:
    std::string text_;
};

template <std::size_t N>
struct codec<fixed_char<N>> : detail::text_declared<"character", N> {
    // Not "character": PostgreSQL takes that for character(1).
    static constexpr type_ref type{1042, "bpchar"};
    static constexpr type_ref array_type{1014, "bpchar[]"};

    static constexpr bool accepts(oid id) { return detail::is_text_oid(id); }
    static std::size_t size(const fixed_char<N>& value) { return value.str().size(); }
    static void encode(const fixed_char<N>& value, writer& out) { out.bytes(view(value)); }
    static std::string_view view(const fixed_char<N>& value) { return checked(value); }
    /// Without blanks at its end.
    static std::string_view checked(std::string_view text) {
        text = detail::without_blanks(text);
        detail::check_text(text);
        if (text.size() > N) [[unlikely]]
            detail::check_characters(text, N, codec::declared);
        return text;
    }
    /// A longer text can come from a column without this limit: it is kept whole.
    static fixed_char<N> decode(reader in) { return fixed_char<N>{detail::read_text(in)}; }
    static std::string text(const fixed_char<N>& value) { return std::string{view(value)}; }
};

}  // namespace pgmodel

template <std::size_t N>
struct std::hash<pgmodel::fixed_char<N>> {
    std::size_t operator()(const pgmodel::fixed_char<N>& value) const noexcept {
        return std::hash<std::string_view>{}(value);
    }
};

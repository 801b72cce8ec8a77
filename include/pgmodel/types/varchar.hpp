// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// varchar<N>: text of at most N characters; varchar<> has no limit.
#pragma once

#include <pgmodel/core/fixed_string.hpp>
#include <pgmodel/core/identifier.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/text.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {

/// A string whose column is `character varying(N)`, in characters, not bytes; 0 means no limit.
/// Any text can be held: the length is checked when the value is sent (`encode_error`), because that error can name the
/// field, and because a value on its way through a form may be too long without being a fault of the program.
template <std::size_t N = 0>
class varchar {
    static_assert(N <= 10'485'760,
                  "pgmodel: varchar<N> holds at most 10485760 characters; use varchar<> or std::string");

public:
    constexpr varchar() = default;
    constexpr varchar(const char* text) : text_(text) {}
    constexpr varchar(std::string text) noexcept : text_(std::move(text)) {}
    constexpr varchar(std::string_view text) : text_(text) {}
    varchar(std::nullptr_t) = delete;

    constexpr const std::string& str() const& { return text_; }
    constexpr std::string str() && { return std::move(text_); }
    constexpr operator const std::string&() const { return text_; }
    constexpr operator std::string_view() const { return text_; }

    constexpr std::size_t size() const { return text_.size(); }  ///< in bytes
    constexpr bool empty() const { return text_.empty(); }
    constexpr const char* c_str() const { return text_.c_str(); }

    constexpr bool operator==(const varchar&) const = default;
    constexpr std::strong_ordering operator<=>(const varchar&) const = default;

    template <std::convertible_to<std::string_view> Text>
        requires(!std::same_as<Text, varchar>)
    friend constexpr bool operator==(const varchar& a, const Text& b) {
        return a.text_ == std::string_view{b};
    }
    template <std::convertible_to<std::string_view> Text>
        requires(!std::same_as<Text, varchar>)
    friend constexpr std::strong_ordering operator<=>(const varchar& a, const Text& b) {
        return std::string_view{a.text_} <=> std::string_view{b};
    }

private:
    std::string text_;
};

namespace detail {

/// `character varying(200)`.
template <fixed_string Name, std::size_t N>
struct text_declared {
    static constexpr auto buffer = [] {
        text_buffer<Name.view().size() + 12> out;
        out.append(Name.view());
        out.push_back('(');
        char digits[20]{};
        std::size_t count = 0;
        for (std::size_t n = N; n > 0; n /= 10) digits[count++] = static_cast<char>('0' + n % 10);
        while (count > 0) out.push_back(digits[--count]);
        out.push_back(')');
        return out;
    }();
    static constexpr std::string_view declared = buffer.view();
};
template <fixed_string Name>
struct text_declared<Name, 0> {};

/// Throws `encode_error` for more characters than that.
void check_characters(std::string_view text, std::size_t most, std::string_view declared);

}  // namespace detail

template <std::size_t N>
struct codec<varchar<N>> : detail::text_declared<"character varying", N> {
    static constexpr type_ref type{1043, "character varying"};
    static constexpr type_ref array_type{1015, "character varying[]"};

    static constexpr bool accepts(oid id) { return detail::is_text_oid(id); }
    static std::size_t size(const varchar<N>& value) { return value.size(); }
    static void encode(const varchar<N>& value, writer& out) { out.bytes(view(value)); }
    static std::string_view view(const varchar<N>& value) {
        const std::string_view text = value;
        detail::check_text(text);
        if constexpr (N > 0)
            if (text.size() > N) [[unlikely]]
                detail::check_characters(text, N, codec::declared);
        return text;
    }
    /// A longer text can come from a column without this limit: it is kept whole.
    static varchar<N> decode(reader in) { return varchar<N>{detail::read_text(in)}; }
    static std::string text(const varchar<N>& value) { return std::string{view(value)}; }
};

}  // namespace pgmodel

template <std::size_t N>
struct std::hash<pgmodel::varchar<N>> {
    std::size_t operator()(const pgmodel::varchar<N>& value) const noexcept {
        return std::hash<std::string_view>{}(value);
    }
};

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/types/impl/varchar.ipp>
#endif

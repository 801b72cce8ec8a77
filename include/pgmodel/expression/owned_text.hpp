// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Text among an expression's parameters. A table's declaration is a constant expression, and in those of libstdc++ 12
// no std::string can be moved, so there a literal is kept as a view of itself.
#pragma once

#include <pgmodel/types/text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel {
namespace detail {

/// Owns its text, except in a constant expression: what is made there lives as long as the literals in it, always.
/// Statements are moved from clause to clause, and a move of this is a copy of four words: a std::string asks each time
/// whether its text is in itself, which for the texts of an INSERT is half of what building it takes.
class owned_text {
public:
    constexpr explicit owned_text(std::string_view text) : size_(text.size()), text_{{text.data(), nullptr}} {
        if (!std::is_constant_evaluated()) keep(text);
    }
    constexpr explicit owned_text(const char* text) : owned_text(std::string_view(text)) {}
    /// A long one is kept as it is.
    explicit owned_text(std::string&& text) : size_(text.size()), text_{} {
        if (size_ <= sizeof text_.here) {
            keep(text);
        } else {
            text_.far.owner = new std::string(std::move(text));
            text_.far.data = text_.far.owner->data();
            where_ = place::string;
        }
    }
    /// Any other text, such as a varchar.
    template <class Text>
        requires std::is_convertible_v<const Text&, std::string_view>
    constexpr explicit owned_text(const Text& text) : owned_text(static_cast<std::string_view>(text)) {}

    constexpr owned_text(const owned_text& other) : size_(other.size_), text_(other.text_) {
        if (other.where_ != place::elsewhere) keep(other.view());
    }
    constexpr owned_text(owned_text&& other) noexcept : size_(other.size_), text_(other.text_), where_(other.where_) {
        other.let_go();
    }
    constexpr owned_text& operator=(owned_text other) noexcept {
        release();
        size_ = other.size_;
        text_ = other.text_;
        where_ = other.where_;
        other.let_go();
        return *this;
    }
    constexpr ~owned_text() { release(); }

    constexpr std::string_view view() const { return {where_ == place::here ? text_.here : text_.far.data, size_}; }
    constexpr operator std::string_view() const { return view(); }
    friend constexpr bool operator==(const owned_text& a, std::string_view b) { return a.view() == b; }

private:
    enum class place : std::uint8_t { elsewhere, here, bytes, string };
    struct far_text {
        const char* data;
        std::string* owner;
    };
    union memory {
        far_text far;
        char here[sizeof(far_text)];
    };

    void keep(std::string_view text) {
        if (size_ <= sizeof text_.here) {
            text.copy(text_.here, size_);
            where_ = place::here;
        } else {
            char* const bytes = new char[size_];
            text.copy(bytes, size_);
            text_.far.data = bytes;
            where_ = place::bytes;
        }
    }
    constexpr void release() {
        if (where_ == place::bytes) delete[] text_.far.data;
        else if (where_ == place::string) delete text_.far.owner;
    }
    constexpr void let_go() {
        size_ = 0;
        text_ = {};
        where_ = place::elsewhere;
    }

    std::size_t size_;
    memory text_;
    place where_ = place::elsewhere;
};

/// A text that is a parameter of another type than text, such as character(n); of std::string, one whose type DDL says.
template <class Type>
class owned_text_as : public owned_text {
public:
    using owned_text::owned_text;
    constexpr owned_text_as(owned_text&& text) : owned_text(std::move(text)) {}
};

}  // namespace detail

template <>
struct codec<detail::owned_text> : detail::text_codec<detail::owned_text> {};

template <class Type>
struct codec<detail::owned_text_as<Type>> : codec<Type> {
    static std::size_t size(const detail::owned_text& value) { return view(value).size(); }
    static void encode(const detail::owned_text& value, writer& out) { out.bytes(view(value)); }
    static std::string_view view(const detail::owned_text& value) { return codec<Type>::checked(value.view()); }
    static std::string text(const detail::owned_text& value) { return std::string{view(value)}; }
};

}  // namespace pgmodel

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Text among an expression's parameters. A table's declaration is a constant expression, and in those of libstdc++ 12
// no std::string can be moved, so there a literal is kept as a view of itself.
#pragma once

#include <pgmodel/types/text.hpp>

#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel {
namespace detail {

/// Owns its text, except in a constant expression: what is made there lives as long as the literals in it, always.
class owned_text {
public:
    constexpr explicit owned_text(std::string_view text) : view_(text) {
        if (!std::is_constant_evaluated()) own(std::string(text));
    }
    constexpr explicit owned_text(const char* text) : owned_text(std::string_view(text)) {}
    explicit owned_text(std::string text) : view_() { own(std::move(text)); }
    /// Any other text, such as a varchar.
    template <class Text>
        requires std::is_convertible_v<const Text&, std::string_view>
    constexpr explicit owned_text(const Text& text) : owned_text(static_cast<std::string_view>(text)) {}

    constexpr owned_text(const owned_text& other) : view_(other.view()) {
        if (other.owns_) own(std::string(other.string_));
    }
    constexpr owned_text(owned_text&& other) noexcept : view_(other.view()) {
        if (other.owns_) own(std::move(other.string_));
    }
    constexpr owned_text& operator=(owned_text other) noexcept {
        release();
        view_ = other.view();
        if (other.owns_) own(std::move(other.string_));
        return *this;
    }
    constexpr ~owned_text() { release(); }

    constexpr std::string_view view() const { return owns_ ? std::string_view(string_) : view_; }
    constexpr operator std::string_view() const { return view(); }
    friend constexpr bool operator==(const owned_text& a, std::string_view b) { return a.view() == b; }

private:
    void own(std::string text) {
        ::new (static_cast<void*>(&string_)) std::string(std::move(text));
        owns_ = true;
    }
    constexpr void release() {
        if (owns_) string_.~basic_string();
        owns_ = false;
    }

    union {
        std::string_view view_;
        std::string string_;
    };
    bool owns_ = false;
};

/// A text that is a parameter of another type than text, such as character(n).
template <class Type>
class owned_text_as : public owned_text {
public:
    using owned_text::owned_text;
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

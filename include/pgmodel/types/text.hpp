// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// std::string: text. Views and C strings are parameters only: nothing can be decoded into them.
#pragma once

#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/utf8.hpp>

#include <string>
#include <string_view>

namespace pgmodel {
namespace detail {

/// text, character varying, character, name and "char": all of them travel as their bytes.
constexpr bool is_text_oid(oid id) { return id == 25 || id == 1043 || id == 1042 || id == 19 || id == 18; }

/// An empty value of "char" travels as a NUL, which no text holds.
inline std::string_view read_text(reader in) {
    const std::string_view text = in.rest();
    return text.size() == 1 && text[0] == '\0' ? std::string_view{} : text;
}

/// What the string types share; `text_of(value)` is the value as a view.
template <class T>
struct text_codec {
    static constexpr type_ref type{25, "text"};
    static constexpr type_ref array_type{1009, "text[]"};

    static std::size_t size(const T& value) { return std::string_view{value}.size(); }
    static void encode(const T& value, writer& out) { out.bytes(view(value)); }
    static std::string_view view(const T& value) { return checked(std::string_view{value}); }
    static std::string_view checked(std::string_view text) {
        check_text(text);
        return text;
    }
    static std::string text(const T& value) { return std::string{view(value)}; }
};

}  // namespace detail

template <>
struct codec<std::string> : detail::text_codec<std::string> {
    static constexpr bool accepts(oid id) { return detail::is_text_oid(id); }
    static std::string decode(reader in) { return std::string{detail::read_text(in)}; }
};

template <>
struct codec<std::string_view> : detail::text_codec<std::string_view> {};

/// A null pointer is no text: use `std::optional`.
template <>
struct codec<const char*> : detail::text_codec<std::string_view> {
    static std::size_t size(const char* value) { return checked(value).size(); }
    static void encode(const char* value, writer& out) { out.bytes(view(value)); }
    static std::string_view view(const char* value) { return text_codec::view(checked(value)); }
    static std::string text(const char* value) { return std::string{view(value)}; }

private:
    static std::string_view checked(const char* value) {
        if (!value) [[unlikely]]
            throw encode_error{"pgmodel: a null pointer is not text"};
        return value;
    }
};

}  // namespace pgmodel

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the types share whose value is a text of their own language: xml, jsonpath.
#pragma once

#include <pgmodel/types/stream.hpp>
#include <pgmodel/types/utf8.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

/// A text that is no text for the server. Equality compares the characters.
template <class Self>
class document_text {
public:
    constexpr document_text() = default;
    constexpr explicit document_text(std::string text) noexcept : text_(std::move(text)) {}

    constexpr const std::string& str() const& { return text_; }
    constexpr std::string str() && { return std::move(text_); }
    constexpr const std::string& to_string() const { return text_; }
    friend constexpr bool operator==(const document_text&, const document_text&) = default;

private:
    std::string text_{};
};

template <class Self>
struct document_hash {
    std::size_t operator()(const Self& value) const noexcept { return std::hash<std::string>{}(value.str()); }
};

/// The bytes as they are.
template <class Self>
struct plain_document_codec {
    static std::size_t size(const Self& value) { return value.str().size(); }
    static void encode(const Self& value, writer& out) { out.bytes(view(value)); }
    static std::string_view view(const Self& value) {
        check_text(value.str());
        return value.str();
    }
    static Self decode(reader in) { return Self{std::string{in.rest()}}; }
    static std::string text(const Self& value) { return value.str(); }
};

/// The bytes after a version, which is 1.
template <class Self>
struct versioned_document_codec {
    static std::size_t size(const Self& value) { return 1 + value.to_string().size(); }
    static void encode(const Self& value, writer& out) {
        check_text(value.to_string());
        out.write('\1');
        out.bytes(value.to_string());
    }
    static Self decode(reader in) {
        if (in.read<char>() != 1) [[unlikely]]
            fail_value("a version of the binary format that is not known");
        return Self{std::string{in.rest()}};
    }
    static std::string text(const Self& value) { return std::string{value.to_string()}; }
};

}  // namespace pgmodel::detail

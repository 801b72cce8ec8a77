// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The word of a text search, as tsvector and tsquery write it.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/utf8.hpp>
#include <pgmodel/types/wire.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel::detail {

inline constexpr std::size_t longest_lexeme = 2046;

constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr void skip_blanks(std::string_view& text) {
    while (!text.empty() && is_blank(text[0])) text.remove_prefix(1);
}

/// In single quotes; quotes and backslashes doubled.
inline void append_lexeme(std::string& out, std::string_view lexeme) {
    out.push_back('\'');
    for (char c : lexeme) {
        if (c == '\'' || c == '\\') out.push_back(c);
        out.push_back(c);
    }
    out.push_back('\'');
}

/// Takes a lexeme, in quotes or up to a blank or one of `ends`; empty if there is none, or one of wrong length.
inline std::optional<std::string> take_lexeme(std::string_view& text, std::string_view ends) {
    std::string out;
    const bool quoted = !text.empty() && text[0] == '\'';
    if (quoted) text.remove_prefix(1);
    while (true) {
        if (text.empty()) {
            if (quoted) return {};
            break;
        }
        const char c = text[0];
        if (!quoted && (is_blank(c) || c == '\'' || ends.find(c) != ends.npos)) break;
        text.remove_prefix(1);
        if (c == '\\' || (quoted && c == '\'')) {
            const bool escaped = !text.empty() && (c == '\\' || text[0] == '\'');
            if (!escaped && c == '\\') return {};
            if (!escaped) break;
            out.push_back(text[0]);
            text.remove_prefix(1);
        } else {
            out.push_back(c);
        }
    }
    if (out.empty() || out.size() > longest_lexeme) return {};
    return out;
}

inline void check_lexeme(std::string_view lexeme) {
    check_text(lexeme);
    if (lexeme.empty() || lexeme.size() > longest_lexeme) [[unlikely]]
        throw encode_error{"pgmodel: a word of a text search has 1 to 2046 bytes"};
}

/// Up to the next NUL, which must be there.
inline std::string read_lexeme(reader& in) {
    std::string out;
    for (char c = in.read<char>(); c != 0; c = in.read<char>()) out.push_back(c);
    if (out.size() > longest_lexeme) [[unlikely]]
        fail_value("a word of more than 2046 bytes");
    return out;
}

}  // namespace pgmodel::detail

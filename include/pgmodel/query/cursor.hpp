// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Cursors of keyset pages: a place in an ordered query as text for a URL. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/query/statement_shape.hpp>
#include <pgmodel/types/wire.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {

/// A cursor that is none, was changed on its way, or belongs to another query.
class cursor_error : public error {
public:
    using error::error;
};

/// A place between two rows of a query's order: opaque text of the characters A-Z, a-z, 0-9, - and _. It holds the
/// values by which the query is sorted, readable for everybody who looks. A checksum finds out what was damaged or
/// belongs to another query; it does not keep anybody from making a cursor of his own, which can ask for any place in
/// the order, and for no other rows.
class cursor {
public:
    /// The beginning.
    cursor() = default;
    explicit cursor(std::string text) : text_(std::move(text)) {}

    const std::string& str() const& { return text_; }
    std::string str() && { return std::move(text_); }
    bool operator==(const cursor&) const = default;

private:
    std::string text_{};
};

namespace detail {

inline constexpr std::string_view cursor_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base 64 for URLs (RFC 4648, section 5), without padding.
inline std::string to_base64url(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (char c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (count += 8; count >= 6; count -= 6) out += cursor_letters[bits >> (count - 6) & 63];
    }
    if (count > 0) out += cursor_letters[bits << (6 - count) & 63];
    return out;
}
/// Nothing for what to_base64url() does not write.
inline std::optional<std::string> from_base64url(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (char c : text) {
        const std::size_t letter = cursor_letters.find(c);
        if (letter == cursor_letters.npos) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(letter);
        count += 6;
        if (count >= 8) out += static_cast<char>(bits >> (count -= 8) & 255);
    }
    if (count >= 6 || (bits & ((1u << count) - 1)) != 0) return std::nullopt;
    return out;
}

/// Where a page begins: behind a row or before it, or at the row itself.
struct cursor_head {
    bool backward = false;
    bool inclusive = false;
};
inline constexpr std::size_t longest_cursor = std::size_t{1} << 20;
inline constexpr char cursor_version = 1;

[[noreturn]] inline void fail_cursor(const char* reason) {
    throw cursor_error(std::string("pgmodel: this cursor ") + reason);
}

/// The bytes of a cursor before its values.
inline void begin_cursor(std::string& bytes, cursor_head head, std::uint64_t signature) {
    char memory[10];
    writer out(memory);
    out.write(cursor_version);
    out.write(static_cast<std::uint8_t>((head.backward ? 1 : 0) | (head.inclusive ? 2 : 0)));
    out.write(signature);
    bytes.assign(memory, sizeof memory);
}
inline std::string end_cursor(std::string bytes) {
    char memory[8];
    writer(memory).write(hash_text(bytes));
    std::string text = to_base64url(bytes.append(memory, sizeof memory));
    if (text.size() > longest_cursor) [[unlikely]]
        throw encode_error("pgmodel: what this row is sorted by is too long for a cursor, which holds 768 kB; sort by "
                           "something shorter, such as the first letters of a text");
    return text;
}
/// The values of a cursor, within `bytes`.
inline reader open_cursor(std::string_view text, std::string& bytes, cursor_head& head, std::uint64_t signature) {
    auto decoded = text.size() > longest_cursor ? std::nullopt : from_base64url(text);
    if (!decoded || decoded->size() < 18) fail_cursor("is no cursor, or a part of one");
    bytes = std::move(*decoded);
    const std::string_view content(bytes.data(), bytes.size() - 8);
    if (reader(content.data() + content.size(), 8).read<std::uint64_t>() != hash_text(content))
        fail_cursor("was changed on its way");
    reader in(content.data(), content.size());
    if (in.read<char>() != cursor_version) fail_cursor("was made by another version of the library");
    const auto flags = in.read<std::uint8_t>();
    if (flags > 3) fail_cursor("was made by another version of the library");
    head = {(flags & 1) != 0, (flags & 2) != 0};
    if (in.read<std::uint64_t>() != signature) fail_cursor("belongs to another query");
    return in;
}

}  // namespace detail
}  // namespace pgmodel

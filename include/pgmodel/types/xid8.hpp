// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// xid8: the 64-bit number of a transaction, which never wraps. `#include <pgmodel/types/xid8.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/stream.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// A transaction's number, as `pg_current_xact_id()` gives it.
class xid8 {
public:
    constexpr xid8() = default;
    constexpr explicit xid8(std::uint64_t value) : value_(value) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit xid8(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not of the type xid8"};
        *this = *parsed;
    }

    /// Reads decimal digits; empty for other text, for more than fits, and for zeros before the others, which make the
    /// server read an octal number.
    static constexpr std::optional<xid8> parse(std::string_view text) {
        std::uint64_t value = 0;
        if (text.empty() || (text.size() > 1 && text[0] == '0')) return {};
        for (char c : text)
            if (c < '0' || c > '9' || __builtin_mul_overflow(value, 10u, &value) ||
                __builtin_add_overflow(value, static_cast<unsigned>(c - '0'), &value))
                return {};
        return xid8{value};
    }

    constexpr std::uint64_t value() const { return value_; }

    std::string to_string() const { return std::to_string(value_); }

    constexpr auto operator<=>(const xid8&) const = default;

private:
    std::uint64_t value_ = 0;
};

template <>
struct codec<xid8> {
    static constexpr type_ref type{5069, "xid8"};
    static constexpr type_ref array_type{271, "xid8[]"};

    static constexpr std::size_t width = sizeof(std::uint64_t);
    static constexpr std::size_t size(const xid8&) { return width; }
    static void encode(const xid8& value, writer& out) { out.write(value.value()); }
    static xid8 decode(reader in) {
        const auto value = in.read<std::uint64_t>();
        in.finish();
        return xid8{value};
    }
    static std::string text(const xid8& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::xid8> {
    std::size_t operator()(const pgmodel::xid8& value) const noexcept {
        return pgmodel::detail::hash_of(value.value());
    }
};

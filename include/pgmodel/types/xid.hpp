// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// xid: the 32-bit number of a transaction, as system columns have it. `#include <pgmodel/types/xid.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/stream.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// A transaction's number, as the system columns `xmin` and `xmax` have it. The numbers begin again after 2^32, so they
/// have no order.
class xid {
public:
    constexpr xid() = default;
    constexpr explicit xid(std::uint32_t value) : value_(value) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit xid(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not of the type xid"};
        *this = *parsed;
    }

    /// Reads decimal digits; empty for other text, for more than fits, and for zeros before the others, which make the
    /// server read an octal number.
    static constexpr std::optional<xid> parse(std::string_view text) {
        std::uint32_t value = 0;
        if (text.empty() || (text.size() > 1 && text[0] == '0')) return {};
        for (char c : text)
            if (c < '0' || c > '9' || __builtin_mul_overflow(value, 10u, &value) ||
                __builtin_add_overflow(value, static_cast<unsigned>(c - '0'), &value))
                return {};
        return xid{value};
    }

    constexpr std::uint32_t value() const { return value_; }

    std::string to_string() const { return std::to_string(value_); }

    constexpr bool operator==(const xid&) const = default;

private:
    std::uint32_t value_ = 0;
};

template <>
struct codec<xid> {
    static constexpr type_ref type{28, "xid"};
    static constexpr type_ref array_type{1011, "xid[]"};

    static constexpr std::size_t width = sizeof(std::uint32_t);
    static constexpr std::size_t size(const xid&) { return width; }
    static void encode(const xid& value, writer& out) { out.write(value.value()); }
    static xid decode(reader in) {
        const auto value = in.read<std::uint32_t>();
        in.finish();
        return xid{value};
    }
    static std::string text(const xid& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::xid> {
    std::size_t operator()(const pgmodel::xid& value) const noexcept { return pgmodel::detail::hash_of(value.value()); }
};

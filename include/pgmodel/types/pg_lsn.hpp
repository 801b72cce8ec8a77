// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// pg_lsn: a position in the write-ahead log. `#include <pgmodel/types/pg_lsn.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/digits.hpp>
#include <pgmodel/types/stream.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// A position in the write-ahead log, in bytes.
class pg_lsn {
public:
    constexpr pg_lsn() = default;
    constexpr explicit pg_lsn(std::uint64_t value) : value_(value) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit pg_lsn(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not of the type pg_lsn"};
        *this = *parsed;
    }

    /// Reads two hexadecimal numbers of up to eight digits, `16/B374D848`; empty for other text.
    static constexpr std::optional<pg_lsn> parse(std::string_view text) {
        const auto high = detail::take_number(text, 16, 8);
        if (high < 0 || !detail::take(text, '/')) return {};
        const auto low = detail::take_number(text, 16, 8);
        if (low < 0 || !text.empty()) return {};
        return pg_lsn{static_cast<std::uint64_t>(high) << 32 | static_cast<std::uint64_t>(low)};
    }

    constexpr std::uint64_t value() const { return value_; }

    /// `16/B374D848`
    std::string to_string() const {
        constexpr char digits[] = "0123456789ABCDEF";
        std::string out;
        bool started = false;
        for (int shift = 60; shift >= 0; shift -= 4) {
            if (shift == 28) {
                out.push_back('/');
                started = false;
            }
            const auto digit = value_ >> shift & 15;
            started |= digit != 0 || shift == 0 || shift == 32;
            if (started) out.push_back(digits[digit]);
        }
        return out;
    }

    /// Bytes between two positions; throws `usage_error` for more than 2^63.
    friend constexpr std::int64_t operator-(const pg_lsn& a, const pg_lsn& b) {
        std::int64_t difference{};
        if (__builtin_sub_overflow(a.value_, b.value_, &difference)) [[unlikely]]
            throw usage_error{"pgmodel: the positions are too far from each other"};
        return difference;
    }
    constexpr auto operator<=>(const pg_lsn&) const = default;

private:
    std::uint64_t value_ = 0;
};

template <>
struct codec<pg_lsn> {
    static constexpr type_ref type{3220, "pg_lsn"};
    static constexpr type_ref array_type{3221, "pg_lsn[]"};

    static constexpr std::size_t width = sizeof(std::uint64_t);
    static constexpr std::size_t size(const pg_lsn&) { return width; }
    static void encode(const pg_lsn& value, writer& out) { out.write(value.value()); }
    static pg_lsn decode(reader in) {
        const auto value = in.read<std::uint64_t>();
        in.finish();
        return pg_lsn{value};
    }
    static std::string text(const pg_lsn& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::pg_lsn> {
    std::size_t operator()(const pgmodel::pg_lsn& value) const noexcept {
        return pgmodel::detail::hash_of(value.value());
    }
};

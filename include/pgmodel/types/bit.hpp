// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// bit<N>, varbit<N> and varbit<>: strings of bits. `#include <pgmodel/types/bit.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/stream.hpp>
#include <pgmodel/types/varchar.hpp>

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {
namespace detail {

inline constexpr std::size_t most_bits = 83'886'080;

/// What all of them share: bits in bytes, the first one highest; those after the last bit are 0.
class bit_string {
public:
    constexpr std::size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    /// Bit `i` from the left; throws `usage_error` beyond the end.
    constexpr bool test(std::size_t i) const { return (at(i) >> (7 - i % 8) & 1) != 0; }
    constexpr std::size_t count() const {
        std::size_t ones = 0;
        for (char c : bytes_) ones += static_cast<std::size_t>(std::popcount(static_cast<unsigned char>(c)));
        return ones;
    }
    /// The bits in bytes, the first one highest.
    constexpr std::string_view bytes() const { return bytes_; }

    /// `0101`
    std::string to_string() const {
        std::string out(size_, '0');
        for (std::size_t i = 0; i < size_; ++i)
            if (bytes_[i / 8] >> (7 - i % 8) & 1) out[i] = '1';
        return out;
    }

    constexpr bool operator==(const bit_string&) const = default;
    /// As the server: bit by bit from the left, then the shorter first.
    constexpr std::strong_ordering operator<=>(const bit_string& other) const {
        const auto order = std::string_view{bytes_} <=> std::string_view{other.bytes_};
        return order != 0 ? order : size_ <=> other.size_;
    }

protected:
    constexpr bit_string() = default;
    constexpr explicit bit_string(std::size_t size) : bytes_((size + 7) / 8, '\0'), size_(size) {}

    constexpr void set_bit(std::size_t i, bool value) {
        const auto mask = static_cast<unsigned char>(128u >> i % 8);
        const auto old = static_cast<unsigned char>(at(i));
        bytes_[i / 8] = static_cast<char>(value ? old | mask : old & ~mask);
    }
    constexpr bool assign(std::string_view text) {
        size_ = text.size();
        bytes_.assign((size_ + 7) / 8, '\0');
        for (std::size_t i = 0; i < size_; ++i) {
            if (text[i] != '0' && text[i] != '1') return false;
            set_bit(i, text[i] == '1');
        }
        return true;
    }

    friend struct bit_wire;

private:
    constexpr char at(std::size_t i) const {
        if (i >= size_) [[unlikely]]
            throw usage_error{"pgmodel: there is no such bit"};
        return bytes_[i / 8];
    }

    std::string bytes_{};
    std::size_t size_ = 0;
};

struct bit_wire {
    static std::size_t size(const bit_string& value) { return 4 + value.bytes_.size(); }
    static void encode(const bit_string& value, writer& out) {
        out.write(static_cast<std::int32_t>(value.size_));
        out.bytes(value.bytes_);
    }
    static void decode(reader in, bit_string& value) {
        const auto size = in.read<std::int32_t>();
        if (size < 0 || (static_cast<std::size_t>(size) + 7) / 8 != in.left()) [[unlikely]]
            fail_value("bits of a wrong length");
        value.bytes_ = in.rest();
        value.size_ = static_cast<std::size_t>(size);
        if (size % 8 != 0 && (static_cast<unsigned char>(value.bytes_.back()) & 0xFF >> size % 8) != 0) [[unlikely]]
            fail_value("bits after the last one");
    }
};

}  // namespace detail

/// Exactly N bits, all 0 by default.
template <std::size_t N>
class bit : public detail::bit_string {
    static_assert(N > 0 && N <= detail::most_bits, "pgmodel: bit<N> has 1 to 83886080 bits");

public:
    constexpr bit() : bit_string(N) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit bit(std::string_view text) : bit_string(N) {
        if (text.size() != N || !assign(text))
            throw usage_error{"pgmodel: the text is not of the type's number of bits"};
    }

    /// Reads N characters `0` and `1`, the first bit first; empty for other text.
    static constexpr std::optional<bit> parse(std::string_view text) {
        bit out;
        if (text.size() != N || !out.assign(text)) return {};
        return out;
    }

    /// Throws `usage_error` beyond the end.
    constexpr bit& set(std::size_t i, bool value = true) {
        set_bit(i, value);
        return *this;
    }

    constexpr bool operator==(const bit&) const = default;
    constexpr std::strong_ordering operator<=>(const bit&) const = default;
};

/// Up to N bits, none by default; `varbit<>` has no limit. More can be held: they are refused when they are sent.
template <std::size_t N = 0>
class varbit : public detail::bit_string {
    static_assert(N <= detail::most_bits, "pgmodel: varbit<N> has at most 83886080 bits; use varbit<>");

public:
    constexpr varbit() = default;
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit varbit(std::string_view text) {
        if (!assign(text)) throw usage_error{"pgmodel: the text is not made of the bits 0 and 1"};
    }

    /// Reads characters `0` and `1`, the first bit first; empty for other text.
    static constexpr std::optional<varbit> parse(std::string_view text) {
        varbit out;
        if (!out.assign(text)) return {};
        return out;
    }

    /// Throws `usage_error` beyond the end.
    constexpr varbit& set(std::size_t i, bool value = true) {
        set_bit(i, value);
        return *this;
    }

    constexpr bool operator==(const varbit&) const = default;
    constexpr std::strong_ordering operator<=>(const varbit&) const = default;
};

template <std::size_t N>
struct codec<bit<N>> : detail::text_declared<"bit", N> {
    // In quotes: PostgreSQL takes the bare word for bit(1), and a cast to that cuts the rest off.
    static constexpr type_ref type{1560, "\"bit\""};
    static constexpr type_ref array_type{1561, "\"bit\"[]"};

    static std::size_t size(const bit<N>& value) { return detail::bit_wire::size(value); }
    static void encode(const bit<N>& value, writer& out) { detail::bit_wire::encode(value, out); }
    static bit<N> decode(reader in) {
        bit<N> out;
        detail::bit_wire::decode(in, out);
        if (out.size() != N) [[unlikely]]
            detail::fail_value("another number of bits than the C++ type has");
        return out;
    }
    static std::string text(const bit<N>& value) { return value.to_string(); }
};

template <std::size_t N>
struct codec<varbit<N>> : detail::text_declared<"bit varying", N> {
    static constexpr type_ref type{1562, "bit varying"};
    static constexpr type_ref array_type{1563, "bit varying[]"};
    /// The server's operators give bit of any length.
    static constexpr bool accepts(oid id) { return id == codec<bit<1>>::type.id; }

    static std::size_t size(const varbit<N>& value) { return detail::bit_wire::size(value); }
    static void encode(const varbit<N>& value, writer& out) {
        if (value.size() > (N > 0 ? N : 8 * (std::size_t{1} << 27))) [[unlikely]]
            throw encode_error{"pgmodel: more bits than the type has"};
        detail::bit_wire::encode(value, out);
    }
    /// More bits can come from a column without this limit: they are kept.
    static varbit<N> decode(reader in) {
        varbit<N> out;
        detail::bit_wire::decode(in, out);
        return out;
    }
    static std::string text(const varbit<N>& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <std::size_t N>
struct std::hash<pgmodel::bit<N>> {
    std::size_t operator()(const pgmodel::bit<N>& value) const noexcept {
        return std::hash<std::string_view>{}(value.bytes());
    }
};
template <std::size_t N>
struct std::hash<pgmodel::varbit<N>> {
    std::size_t operator()(const pgmodel::varbit<N>& value) const noexcept {
        return std::hash<std::string_view>{}(value.bytes()) + value.size();
    }
};

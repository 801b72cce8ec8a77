// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// macaddr and macaddr8: hardware addresses of 6 and 8 bytes. `#include <pgmodel/types/macaddr.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/digits.hpp>
#include <pgmodel/types/stream.hpp>

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {
namespace detail {

/// The bytes of hexadecimal pairs with one and the same separator (`:`, `-` or `.`) between groups of equal size, or
/// none; 0 if it is something else.
constexpr std::size_t parse_pairs(std::string_view text, std::uint8_t* out, std::size_t most) {
    std::size_t count = 0, group = 0, since = 0;
    char separator = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == ':' || c == '-' || c == '.') {
            if (since == 0 || (separator != 0 && (c != separator || since != group))) return 0;
            separator = c;
            group = since;
            since = 0;
            ++i;
            continue;
        }
        if (count == most || i + 1 >= text.size() || digit_of(c) > 15 || digit_of(text[i + 1]) > 15) return 0;
        out[count++] = static_cast<std::uint8_t>(digit_of(c) * 16 + digit_of(text[i + 1]));
        ++since;
        i += 2;
    }
    return separator == 0 || since == group ? count : 0;
}

}  // namespace detail

/// `macaddr` and `macaddr8`: N bytes, all 0 by default.
template <std::size_t N>
class mac_address {
public:
    constexpr mac_address() = default;
    constexpr explicit mac_address(const std::array<std::uint8_t, N>& bytes) : bytes_(bytes) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit mac_address(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a hardware address"};
        *this = *parsed;
    }

    /// Reads `08:00:2b:01:02:03`, `08-00-2B-01-02-03`, `08002b:010203`, `0800.2b01.0203`, `08002b010203`. A `macaddr8`
    /// reads six bytes too, as the server does: with ff:fe in the middle. Empty for other text.
    static constexpr std::optional<mac_address> parse(std::string_view text) {
        mac_address out;
        const std::size_t count = detail::parse_pairs(text, out.bytes_.data(), N);
        if (N == 8 && count == 6) {
            for (std::size_t i = N; i-- > 5;) out.bytes_[i] = out.bytes_[i - 2];
            out.bytes_[3] = 0xFF;
            out.bytes_[4] = 0xFE;
        } else if (count != N) {
            return {};
        }
        return out;
    }

    constexpr const std::array<std::uint8_t, N>& bytes() const { return bytes_; }

    /// `08:00:2b:01:02:03`
    std::string to_string() const {
        constexpr char digits[] = "0123456789abcdef";
        std::string out(3 * N - 1, ':');
        for (std::size_t i = 0; i < N; ++i) {
            out[3 * i] = digits[bytes_[i] >> 4];
            out[3 * i + 1] = digits[bytes_[i] & 15];
        }
        return out;
    }

    constexpr auto operator<=>(const mac_address&) const = default;

private:
    std::array<std::uint8_t, N> bytes_{};
};

namespace detail {

template <std::size_t N>
struct mac_codec {
    static constexpr std::size_t width = N;
    static constexpr std::size_t size(const mac_address<N>&) { return width; }
    static void encode(const mac_address<N>& value, writer& out) {
        for (std::uint8_t byte : value.bytes()) out.write(byte);
    }
    static mac_address<N> decode(reader in) {
        std::array<std::uint8_t, N> bytes;
        for (auto& byte : bytes) byte = in.read<std::uint8_t>();
        in.finish();
        return mac_address<N>{bytes};
    }
    static std::string text(const mac_address<N>& value) { return value.to_string(); }
};

}  // namespace detail

using macaddr = mac_address<6>;
using macaddr8 = mac_address<8>;

template <>
struct codec<macaddr> : detail::mac_codec<6> {
    static constexpr type_ref type{829, "macaddr"};
    static constexpr type_ref array_type{1040, "macaddr[]"};
};
template <>
struct codec<macaddr8> : detail::mac_codec<8> {
    static constexpr type_ref type{774, "macaddr8"};
    static constexpr type_ref array_type{775, "macaddr8[]"};
};

}  // namespace pgmodel

template <std::size_t N>
struct std::hash<pgmodel::mac_address<N>> {
    std::size_t operator()(const pgmodel::mac_address<N>& value) const noexcept {
        std::uint64_t number = 0;
        for (std::uint8_t byte : value.bytes()) number = number << 8 | byte;
        return pgmodel::detail::hash_of(number);
    }
};

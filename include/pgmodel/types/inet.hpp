// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// inet and cidr: addresses and networks of IPv4 and IPv6. `#include <pgmodel/types/inet.hpp>`
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

/// What inet and cidr share: an address and how many of its bits are the network's.
struct network {
    std::array<std::uint8_t, 16> bytes{};
    std::uint8_t prefix = 32;
    bool v6 = false;

    constexpr unsigned width() const { return v6 ? 128 : 32; }
    constexpr bool bit(unsigned i) const { return bytes[i / 8] >> (7 - i % 8) & 1; }
    constexpr bool has_host_bits() const {
        for (unsigned i = prefix; i < width(); ++i)
            if (bit(i)) return true;
        return false;
    }

    constexpr bool operator==(const network&) const = default;
    /// As the server: IPv4 first, then the bits that both networks have, then the wider network, then the whole
    /// address.
    constexpr std::strong_ordering operator<=>(const network& other) const {
        if (v6 != other.v6) return v6 <=> other.v6;
        const unsigned common = prefix < other.prefix ? prefix : other.prefix;
        for (unsigned i = 0; i < common; ++i)
            if (bit(i) != other.bit(i)) return bit(i) <=> other.bit(i);
        if (prefix != other.prefix) return prefix <=> other.prefix;
        return bytes <=> other.bytes;
    }
};

constexpr bool take_v4(std::string_view& text, std::uint8_t* out) {
    for (int i = 0; i < 4; ++i) {
        if (i > 0 && !take(text, '.')) return false;
        const std::int64_t part = take_number(text, 10, 3);
        if (part < 0 || part > 255) return false;
        out[i] = static_cast<std::uint8_t>(part);
    }
    return true;
}
constexpr bool take_v6(std::string_view& text, std::uint8_t* out) {
    std::size_t count = 0, gap = 17;
    if (text.starts_with("::")) {
        gap = 0;
        text.remove_prefix(2);
    }
    while (count < 16 && !text.empty() && text[0] != '/') {
        if (count > 0 && gap != count) {
            if (!take(text, ':')) return false;
            if (take(text, ':')) {
                if (gap != 17) return false;
                gap = count;
                continue;
            }
        }
        std::string_view dotted = text;
        if (count <= 12 && take_v4(dotted, out + count)) {
            text = dotted;
            count += 4;
            break;
        }
        const std::int64_t group = take_number(text, 16, 4);
        if (group < 0) return false;
        out[count++] = static_cast<std::uint8_t>(group >> 8);
        out[count++] = static_cast<std::uint8_t>(group & 255);
    }
    // A gap at the end of eight groups.
    if (count == 16 || gap == 17) return count == 16 && gap == 17;
    for (std::size_t moved = count - gap, i = 0; i < moved; ++i) {
        out[15 - i] = out[count - 1 - i];
        out[count - 1 - i] = 0;
    }
    return true;
}

constexpr std::optional<network> parse_network(std::string_view text) {
    network out;
    out.v6 = text.find(':') != text.npos;
    if (!(out.v6 ? take_v6(text, out.bytes.data()) : take_v4(text, out.bytes.data()))) return {};
    std::int64_t prefix = out.width();
    if (take(text, '/')) prefix = take_number(text, 10, 3);
    if (!text.empty() || prefix < 0 || prefix > out.width()) return {};
    out.prefix = static_cast<std::uint8_t>(prefix);
    return out;
}

inline void append_v4(std::string& out, const std::uint8_t* bytes) {
    for (int i = 0; i < 4; ++i) {
        if (i > 0) out.push_back('.');
        out.append(std::to_string(bytes[i]));
    }
}
inline void append_v6(std::string& out, const std::uint8_t* bytes) {
    unsigned words[8]{};
    const std::uint8_t* at = bytes;
    int gap = -1, gap_length = 1;
    for (int i = 0, run = 0; i < 8; ++i) {
        words[i] = static_cast<unsigned>(at[0] << 8 | at[1]);
        at += 2;
        run = words[i] == 0 ? run + 1 : 0;
        if (run > gap_length) {
            gap = i + 1 - run;
            gap_length = run;
        }
    }
    for (int i = 0; i < 8; ++i) {
        if (gap >= 0 && i >= gap && i < gap + gap_length) {
            if (i == gap) out.push_back(':');
            continue;
        }
        if (i > 0) out.push_back(':');
        if (i == 6 && gap == 0 && (gap_length == 6 || (gap_length == 5 && words[5] == 0xFFFF)))
            return append_v4(out, bytes + 12);
        constexpr char digits[] = "0123456789abcdef";
        bool started = false;
        for (int shift = 12; shift >= 0; shift -= 4) {
            const unsigned digit = words[i] >> shift & 15;
            started |= digit != 0 || shift == 0;
            if (started) out.push_back(digits[digit]);
        }
    }
    if (gap >= 0 && gap + gap_length == 8) out.push_back(':');
}
inline std::string network_text(const network& value, bool always_prefix) {
    std::string out;
    if (value.v6) append_v6(out, value.bytes.data());
    else append_v4(out, value.bytes.data());
    if (always_prefix || value.prefix != value.width()) {
        out.push_back('/');
        out.append(std::to_string(value.prefix));
    }
    return out;
}

inline std::size_t network_size(const network& value) { return value.v6 ? 20 : 8; }
inline void encode_network(const network& value, bool is_cidr, writer& out) {
    out.write(std::uint8_t{value.v6 ? std::uint8_t{3} : std::uint8_t{2}});
    out.write(value.prefix);
    out.write(static_cast<std::uint8_t>(is_cidr));
    out.write(static_cast<std::uint8_t>(value.width() / 8));
    for (unsigned i = 0; i < value.width() / 8; ++i) out.write(value.bytes[i]);
}
inline network decode_network(reader in, bool is_cidr) {
    network out;
    const auto family = in.read<std::uint8_t>();
    if (family != 2 && family != 3) [[unlikely]]
        fail_value("an address that is neither IPv4 nor IPv6");
    out.v6 = family == 3;
    out.prefix = in.read<std::uint8_t>();
    const auto flag = in.read<std::uint8_t>();
    if (in.read<std::uint8_t>() != out.width() / 8 || out.prefix > out.width() || flag > 1) [[unlikely]]
        fail_value("an address of a wrong length");
    for (unsigned i = 0; i < out.width() / 8; ++i) out.bytes[i] = in.read<std::uint8_t>();
    in.finish();
    if (is_cidr && out.has_host_bits()) [[unlikely]]
        fail_value("a network with bits beyond its prefix");
    return out;
}

struct network_access;

}  // namespace detail

/// `inet`; or if `IsCidr`, `cidr`: a network, which has no bits beyond its prefix.
template <bool IsCidr>
class network_value {
public:
    constexpr network_value() { value_.prefix = IsCidr ? 0 : 32; }
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit network_value(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed)
            throw usage_error{IsCidr ? "pgmodel: the text is not a network" : "pgmodel: the text is not an IP address"};
        *this = *parsed;
    }
    /// A network is an address with its prefix, as for the server.
    template <bool OfNetwork>
        requires(OfNetwork && !IsCidr)
    constexpr network_value(const network_value<OfNetwork>& network) : value_(network.value_) {}

    /// Reads `192.168.0.1`, `10.0.0.0/8`, `2001:db8::1`, `::ffff:1.2.3.4/96`; without a prefix it is the whole address.
    /// Empty for other text, zones (`fe80::1%eth0`), and a `cidr` with bits beyond its prefix.
    static constexpr std::optional<network_value> parse(std::string_view text) {
        const auto parsed = detail::parse_network(text);
        if (!parsed || (IsCidr && parsed->has_host_bits())) return {};
        return network_value{*parsed};
    }

    constexpr bool is_v6() const { return value_.v6; }
    constexpr unsigned prefix() const { return value_.prefix; }
    /// In the order of the network; of an IPv4 address the first four.
    constexpr const std::array<std::uint8_t, 16>& bytes() const { return value_.bytes; }

    /// As PostgreSQL writes it: an `inet` of the whole address without prefix, a `cidr` always with it.
    std::string to_string() const { return detail::network_text(value_, IsCidr); }

    constexpr auto operator<=>(const network_value&) const = default;

private:
    friend struct detail::network_access;
    friend class network_value<false>;
    constexpr explicit network_value(const detail::network& value) : value_(value) {}

    detail::network value_;
};

namespace detail {

struct network_access {
    template <bool IsCidr>
    static const network& value(const network_value<IsCidr>& from) {
        return from.value_;
    }
    template <bool IsCidr>
    static network_value<IsCidr> make(const network& value) {
        return network_value<IsCidr>{value};
    }
};

template <bool IsCidr>
struct network_codec {
    using value_type = network_value<IsCidr>;
    static std::size_t size(const value_type& value) { return network_size(network_access::value(value)); }
    static void encode(const value_type& value, writer& out) {
        encode_network(network_access::value(value), IsCidr, out);
    }
    static value_type decode(reader in) { return network_access::make<IsCidr>(decode_network(in, IsCidr)); }
    static std::string text(const value_type& value) { return value.to_string(); }
};

}  // namespace detail

/// An address with the length of its network's prefix, 0.0.0.0 by default.
using inet = network_value<false>;
/// A network, 0.0.0.0/0 by default.
using cidr = network_value<true>;

template <>
struct codec<inet> : detail::network_codec<false> {
    static constexpr type_ref type{869, "inet"};
    static constexpr type_ref array_type{1041, "inet[]"};
};
template <>
struct codec<cidr> : detail::network_codec<true> {
    static constexpr type_ref type{650, "cidr"};
    static constexpr type_ref array_type{651, "cidr[]"};

    /// Of an aggregate or a function of networks, which PostgreSQL has for inet only.
    static constexpr bool accepts(oid id) { return id == codec<inet>::type.id; }
};

}  // namespace pgmodel

template <bool IsCidr>
struct std::hash<pgmodel::network_value<IsCidr>> {
    std::size_t operator()(const pgmodel::network_value<IsCidr>& value) const noexcept {
        const auto& bytes = value.bytes();
        std::uint64_t halves[2]{};
        for (unsigned i = 0; i < 16; ++i) halves[i / 8] = halves[i / 8] << 8 | bytes[i];
        return pgmodel::detail::hash_of(halves[0], halves[1], value.prefix(), value.is_v6());
    }
};

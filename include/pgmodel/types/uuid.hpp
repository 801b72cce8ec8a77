// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// uuid: sixteen bytes; random (version 4), ordered by time (version 7), or read from text.
#pragma once

#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/random.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// A UUID; nil by default.
class uuid {
public:
    static const uuid nil;

    constexpr uuid() = default;
    /// From its two halves, the first bytes in `high`.
    constexpr uuid(std::uint64_t high, std::uint64_t low) : high_(high), low_(low) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    template <class Uuid = uuid>
    constexpr explicit uuid(std::string_view text) {
        const auto parsed = parse<Uuid>(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a UUID"};
        *this = *parsed;
    }

    /// Reads what PostgreSQL reads: 32 hexadecimal digits in any case, a hyphen allowed after each four of them, all of
    /// it in braces or not. Empty for anything else.
    template <class Uuid = uuid>
    static constexpr std::optional<Uuid> parse(std::string_view text) {
        if (text.size() >= 2 && text.front() == '{' && text.back() == '}') text = text.substr(1, text.size() - 2);
        std::uint64_t halves[2]{};
        unsigned digits = 0;
        bool hyphen_before = true;
        for (char c : text) {
            if (c == '-') {
                if (hyphen_before || digits % 4 != 0 || digits == 32) return {};
                hyphen_before = true;
                continue;
            }
            const int value = digit(c);
            if (value < 0 || digits == 32) return {};
            halves[digits / 16] = halves[digits / 16] << 4 | static_cast<unsigned>(value);
            ++digits;
            hyphen_before = false;
        }
        if (digits != 32) return {};
        return uuid{halves[0], halves[1]};
    }

    /// A random UUID: 122 bits from the operating system.
    static uuid v4() { return with_version(detail::random_bits(), detail::random_bits(), 4); }

    /// A UUID that sorts by the time it was made (RFC 9562): milliseconds, 12 bits of a millisecond's fraction, 62
    /// random bits. In one thread each is greater than the one before, even when the clock is set back.
    static uuid v7() {
        static thread_local constinit std::uint64_t last = 0;
        std::timespec now{};
        std::timespec_get(&now, TIME_UTC);
        const auto nanoseconds = static_cast<std::uint64_t>(now.tv_nsec);
        const std::uint64_t milliseconds = static_cast<std::uint64_t>(now.tv_sec) * 1000 + nanoseconds / 1'000'000;
        const std::uint64_t time = milliseconds << 12 | ((nanoseconds % 1'000'000) << 12) / 1'000'000;
        last = time > last ? time : last + 1;
        return with_version((last >> 12) << 16 | (last & 0xFFF), detail::random_bits(), 7);
    }

    constexpr std::uint64_t high() const { return high_; }
    constexpr std::uint64_t low() const { return low_; }
    constexpr bool is_nil() const { return high_ == 0 && low_ == 0; }
    constexpr unsigned version() const { return static_cast<unsigned>(high_ >> 12 & 15); }

    /// 8-4-4-4-12 lower-case digits.
    std::string to_string() const {
        constexpr char digits[] = "0123456789abcdef";
        std::string out(36, '-');
        std::size_t at = 0;
        for (int i = 0; i < 32; ++i) {
            if (i == 8 || i == 12 || i == 16 || i == 20) ++at;
            const std::uint64_t half = i < 16 ? high_ : low_;
            out[at++] = digits[half >> (60 - i % 16 * 4) & 15];
        }
        return out;
    }

    /// In the order of the bytes, which is PostgreSQL's.
    constexpr auto operator<=>(const uuid&) const = default;

private:
    static constexpr int digit(char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    }
    static constexpr uuid with_version(std::uint64_t high, std::uint64_t low, std::uint64_t version) {
        return {(high & ~std::uint64_t{0xF000}) | version << 12, low >> 2 | std::uint64_t{1} << 63};
    }

    std::uint64_t high_ = 0;
    std::uint64_t low_ = 0;
};

inline constexpr uuid uuid::nil{};

template <>
struct codec<uuid> {
    static constexpr type_ref type{2950, "uuid"};
    static constexpr type_ref array_type{2951, "uuid[]"};

    static constexpr std::size_t width = 16;
    static constexpr std::size_t size(const uuid&) { return width; }
    static void encode(const uuid& value, writer& out) {
        out.write(value.high());
        out.write(value.low());
    }
    static uuid decode(reader in) {
        const auto high = in.read<std::uint64_t>();
        const auto low = in.read<std::uint64_t>();
        in.finish();
        return {high, low};
    }
    static std::string text(const uuid& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::uuid> {
    // The low half is random in every version that is made today; version 1 and 3 spread by the multiplication.
    std::size_t operator()(const pgmodel::uuid& id) const noexcept {
        return static_cast<std::size_t>((id.high() * 0x9E3779B97F4A7C15u) ^ id.low());
    }
};

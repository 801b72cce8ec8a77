// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A whole number of 128 bits for processors of 32 bits, where compilers have none; see types/int128.hpp.
#pragma once

#include <bit>
#include <compare>
#include <concepts>
#include <cstdint>

namespace pgmodel::detail {

/// 128 bits in two's complement; results wrap around, as those of unsigned integers do. What numbers of this size are
/// used for here, no more.
template <bool Signed>
class wide_integer {
public:
    constexpr wide_integer() = default;
    template <std::integral Integer>
    constexpr wide_integer(Integer value) : low_(static_cast<std::uint64_t>(value)) {
        if constexpr (std::signed_integral<Integer>) high_ = value < 0 ? ~std::uint64_t{0} : 0;
    }
    constexpr explicit wide_integer(const wide_integer<!Signed>& other) : high_(other.high()), low_(other.low()) {}
    template <std::integral Integer>
    constexpr explicit operator Integer() const {
        return static_cast<Integer>(low_);
    }

    constexpr std::uint64_t high() const { return high_; }
    constexpr std::uint64_t low() const { return low_; }
    constexpr bool is_negative() const { return Signed && high_ >> 63 != 0; }

    constexpr wide_integer operator-() const { return wide_integer{} - *this; }
    constexpr wide_integer& operator++() { return *this = *this + 1; }
    constexpr wide_integer& operator*=(const wide_integer& other) { return *this = *this * other; }
    constexpr wide_integer& operator/=(const wide_integer& other) { return *this = *this / other; }

    friend constexpr wide_integer operator+(const wide_integer& a, const wide_integer& b) {
        const std::uint64_t low = a.low_ + b.low_;
        return {a.high_ + b.high_ + (low < a.low_), low};
    }
    friend constexpr wide_integer operator-(const wide_integer& a, const wide_integer& b) {
        return {a.high_ - b.high_ - (a.low_ < b.low_), a.low_ - b.low_};
    }
    friend constexpr wide_integer operator*(const wide_integer& a, const wide_integer& b) {
        constexpr std::uint64_t half = 0xFFFFFFFF;
        const std::uint64_t a1 = a.low_ >> 32, a0 = a.low_ & half, b1 = b.low_ >> 32, b0 = b.low_ & half;
        const std::uint64_t low = a0 * b0, middle = a1 * b0 + (low >> 32), other = a0 * b1 + (middle & half);
        return {a.high_ * b.low_ + a.low_ * b.high_ + a1 * b1 + (middle >> 32) + (other >> 32),
                (other << 32) | (low & half)};
    }
    friend constexpr wide_integer operator/(const wide_integer& a, const wide_integer& b) {
        const auto quotient = divide(a.absolute(), b.absolute()).quotient;
        return a.is_negative() != b.is_negative() ? -quotient : quotient;
    }
    friend constexpr wide_integer operator%(const wide_integer& a, const wide_integer& b) {
        const auto rest = divide(a.absolute(), b.absolute()).rest;
        return a.is_negative() ? -rest : rest;
    }
    friend constexpr wide_integer operator^(const wide_integer& a, const wide_integer& b) {
        return {a.high_ ^ b.high_, a.low_ ^ b.low_};
    }
    friend constexpr wide_integer operator<<(const wide_integer& a, unsigned bits) {
        if (bits == 0) return a;
        if (bits >= 64) return {a.low_ << (bits - 64), 0};
        return {a.high_ << bits | a.low_ >> (64 - bits), a.low_ << bits};
    }
    friend constexpr wide_integer operator>>(const wide_integer& a, unsigned bits)
        requires(!Signed)
    {
        if (bits == 0) return a;
        if (bits >= 64) return {0, a.high_ >> (bits - 64)};
        return {a.high_ >> bits, a.low_ >> bits | a.high_ << (64 - bits)};
    }

    friend constexpr bool operator==(const wide_integer&, const wide_integer&) = default;
    friend constexpr std::strong_ordering operator<=>(const wide_integer& a, const wide_integer& b) {
        if (a.is_negative() != b.is_negative()) return b.is_negative() <=> a.is_negative();
        if (a.high_ != b.high_) return a.high_ <=> b.high_;
        return a.low_ <=> b.low_;
    }

private:
    constexpr wide_integer(std::uint64_t high, std::uint64_t low) : high_(high), low_(low) {}

    /// To be read without a sign, although of a type that may have one.
    constexpr wide_integer absolute() const { return is_negative() ? -*this : *this; }
    constexpr wide_integer<false> bits() const {
        if constexpr (Signed) return wide_integer<false>(*this);
        else return *this;
    }
    struct division {
        wide_integer quotient, rest;
    };
    static constexpr int width(const wide_integer& value) {
        return 128 - (value.high_ != 0 ? std::countl_zero(value.high_) : 64 + std::countl_zero(value.low_));
    }
    static constexpr division divide(const wide_integer& a, const wide_integer& b) {
        using plain = wide_integer<false>;
        if (a.high_ == 0 && b.high_ == 0) return {{0, a.low_ / b.low_}, {0, a.low_ % b.low_}};
        if (b.high_ == 0 && b.low_ >> 32 == 0) {
            // Digit by digit to the base of 2^32.
            const std::uint64_t top = a.high_ / b.low_, first = a.high_ % b.low_ << 32 | a.low_ >> 32;
            const std::uint64_t second = first % b.low_ << 32 | (a.low_ & 0xFFFFFFFF);
            return {{top, first / b.low_ << 32 | second / b.low_}, {0, second % b.low_}};
        }
        plain rest = a.bits(), quotient;
        const plain divisor = b.bits();
        for (int shift = width(a) - width(b); shift >= 0; --shift) {
            const plain part = divisor << static_cast<unsigned>(shift);
            quotient = quotient << 1;
            if (rest < part) continue;
            rest = rest - part;
            ++quotient;
        }
        return {{quotient.high(), quotient.low()}, {rest.high(), rest.low()}};
    }

    std::uint64_t high_ = 0, low_ = 0;
};

/// As the builtins of compilers: is the true sum another number than `sum`?
template <class A, class B>
constexpr bool add_overflows(A first, B second, wide_integer<true>& sum) {
    const wide_integer<true> a = first, b = second;
    sum = a + b;
    return a.is_negative() == b.is_negative() && sum.is_negative() != a.is_negative();
}
template <class A, class B, bool Signed>
constexpr bool multiply_overflows(A first, B second, wide_integer<Signed>& product) {
    const wide_integer<Signed> a = first, b = second;
    product = a * b;
    if (a == 0) return false;
    // The least number is its own negative.
    if (Signed && a == -1) return b != 0 && product == b;
    return product / a != b || product % a != 0;
}

}  // namespace pgmodel::detail

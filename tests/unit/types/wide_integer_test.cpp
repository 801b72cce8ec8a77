// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/int128.hpp>
#include <pgmodel/types/wide_integer.hpp>

#include <gtest/gtest.h>

#include <compare>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace {

using pgmodel::detail::add_overflows;
using pgmodel::detail::multiply_overflows;
using pgmodel::detail::wide_integer;
using number = wide_integer<true>;
using positive = wide_integer<false>;

constexpr positive ten_to(int exponent) { return exponent == 0 ? positive{1} : ten_to(exponent - 1) * 10; }

static_assert(sizeof(number) == 16 && std::is_trivially_copyable_v<number>);
static_assert(number{} == 0 && number{-5} < 3 && number{7} > -8 && -number{7} == -7);
static_assert(std::is_convertible_v<long long, number> && !std::is_convertible_v<number, long long>);
static_assert(!std::is_convertible_v<number, positive> && std::is_constructible_v<number, positive>);
static_assert(ten_to(38).high() == 0x4B3B4CA85A86C47A && ten_to(38).low() == 0x098A224000000000);
static_assert(ten_to(38) / ten_to(19) == ten_to(19) && ten_to(38) % ten_to(19) == 0);
static_assert((ten_to(38) - 1) / 10000 % 10000 == 9999 && ten_to(38) / ten_to(35) == 1000);

TEST(wide_integer, overflows_at_its_ends) {
    const number least{positive{1} << 127};
    const number most{(positive{1} << 127) - 1};
    number out;
    EXPECT_FALSE(add_overflows(most, 0, out));
    EXPECT_TRUE(add_overflows(most, 1, out));
    EXPECT_TRUE(out == least);
    EXPECT_TRUE(add_overflows(least, -1, out));
    EXPECT_FALSE(add_overflows(least, most, out));
    EXPECT_TRUE(out == -1);
    EXPECT_TRUE(multiply_overflows(least, -1, out));
    EXPECT_TRUE(multiply_overflows(-1, least, out));
    EXPECT_FALSE(multiply_overflows(most, -1, out));
    EXPECT_TRUE(out == least + 1);
    EXPECT_FALSE(multiply_overflows(least, 0, out));
    EXPECT_TRUE(multiply_overflows(number{1LL << 62} * 2, number{1LL << 62} * 2 * 4, out));
    positive product;
    EXPECT_TRUE(multiply_overflows(ten_to(38), 10, product));
    EXPECT_FALSE(multiply_overflows(ten_to(37), 10, product));
    EXPECT_TRUE(product == ten_to(38));
}

#ifdef __SIZEOF_INT128__

using pgmodel::detail::int128;
using pgmodel::detail::uint128;

uint128 builtin_of(const positive& value) { return static_cast<uint128>(value.high()) << 64 | value.low(); }
int128 builtin_of(const number& value) { return static_cast<int128>(builtin_of(positive(value))); }

/// Bits of all lengths: with 1, 2, 32, 33, 64 ... of them.
class source {
public:
    positive next() {
        const positive all = (positive{bits()} << 64) + bits();
        return all >> static_cast<unsigned>(bits() % 129 == 128 ? 127 : bits() % 128);
    }

private:
    std::uint64_t bits() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        return state_ ^= state_ << 17;
    }
    std::uint64_t state_ = 0x9E3779B97F4A7C15;
};

template <class Number>
void expect_same(const Number& a, const Number& b) {
    const auto x = builtin_of(a), y = builtin_of(b);
    using builtin = std::remove_const_t<decltype(x)>;
    const auto wrapped = [](uint128 value) { return static_cast<builtin>(value); };
    ASSERT_TRUE(builtin_of(a + b) == wrapped(static_cast<uint128>(x) + static_cast<uint128>(y)));
    ASSERT_TRUE(builtin_of(a - b) == wrapped(static_cast<uint128>(x) - static_cast<uint128>(y)));
    ASSERT_TRUE(builtin_of(a * b) == wrapped(static_cast<uint128>(x) * static_cast<uint128>(y)));
    ASSERT_TRUE(builtin_of(a ^ b) == (x ^ y));
    ASSERT_EQ(a < b, x < y);
    ASSERT_EQ(a == b, x == y);
    builtin true_product{};
    Number product;
    ASSERT_EQ(multiply_overflows(a, b, product), __builtin_mul_overflow(x, y, &true_product));
    if constexpr (std::is_same_v<Number, number>) {
        Number sum;
        builtin true_sum{};
        ASSERT_EQ(add_overflows(a, b, sum), __builtin_add_overflow(x, y, &true_sum));
    }
    if (b != 0 && (b != Number{-1} || std::is_same_v<Number, positive>)) {
        ASSERT_TRUE(builtin_of(a / b) == x / y);
        ASSERT_TRUE(builtin_of(a % b) == x % y);
    }
    for (const int small : {1, 7, 10, 10000, 1'000'000'000}) ASSERT_TRUE(builtin_of(a / small) == x / static_cast<builtin>(small));
    ASSERT_EQ(static_cast<std::int64_t>(a), static_cast<std::int64_t>(x));
    ASSERT_EQ(static_cast<unsigned short>(a), static_cast<unsigned short>(x));
}

TEST(wide_integer, computes_as_the_compiler_does) {
    source random;
    for (int i = 0; i < 20'000; ++i) {
        const positive a = random.next(), b = random.next();
        ASSERT_NO_FATAL_FAILURE(expect_same(a, b));
        ASSERT_NO_FATAL_FAILURE(expect_same(number(a), number(b)));
        ASSERT_NO_FATAL_FAILURE(expect_same(-number(a), number(b)));
        ASSERT_NO_FATAL_FAILURE(expect_same(number(a), -number(b)));
        const auto shift = static_cast<unsigned>(i % 128);
        ASSERT_TRUE(builtin_of(a << shift) == builtin_of(a) << shift && builtin_of(a >> shift) == builtin_of(a) >> shift);
    }
}

#endif

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/boolean.hpp>
#include <pgmodel/types/floating.hpp>
#include <pgmodel/types/integer.hpp>

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <limits>
#include <string>

#include "round_trip.hpp"

namespace {

using namespace pgmodel_test;
using pgmodel::codec;

TEST(boolean, wire) {
    EXPECT_EQ(encoded(true), hex("01"));
    EXPECT_EQ(encoded(false), hex("00"));
    EXPECT_TRUE(round_trip(true));
    EXPECT_FALSE(round_trip(false));
    EXPECT_EQ(decode_failure<bool>(hex("02")), "not a boolean");
    expect_only_whole<bool>(hex("01"));
    EXPECT_EQ(codec<bool>::text(true), "true");
    EXPECT_EQ(codec<bool>::text(false), "false");
}

template <class T>
void expect_limits_survive() {
    for (T value : {std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), T{0}, T{1}, static_cast<T>(-1)}) {
        EXPECT_EQ(round_trip(value), value);
        EXPECT_EQ(codec<T>::text(value), std::to_string(value));
    }
}

TEST(integer, limits_of_every_width) {
    expect_limits_survive<std::int8_t>();
    expect_limits_survive<std::uint8_t>();
    expect_limits_survive<std::int16_t>();
    expect_limits_survive<std::uint16_t>();
    expect_limits_survive<std::int32_t>();
    expect_limits_survive<std::uint32_t>();
    expect_limits_survive<std::int64_t>();
    expect_limits_survive<long long>();
}

static_assert(codec<std::int8_t>::type.id == 21 && codec<std::uint8_t>::type.id == 21);
static_assert(codec<std::int16_t>::type.id == 21 && codec<std::uint16_t>::type.id == 23);
static_assert(codec<std::int32_t>::type.id == 23 && codec<std::uint32_t>::type.id == 20);
static_assert(codec<long>::type.id == (sizeof(long) == 8 ? 20 : 23) && codec<long long>::type.id == 20);
static_assert(!pgmodel::detail::has_codec<std::uint64_t> && !pgmodel::detail::has_codec<char>);

TEST(integer, wire) {
    EXPECT_EQ(encoded(std::int32_t{-2}), hex("fffffffe"));
    EXPECT_EQ(encoded(std::int64_t{0x0102030405060708}), hex("0102030405060708"));
    EXPECT_EQ(encoded(std::uint16_t{65535}), hex("0000ffff"));
    EXPECT_EQ(encoded(std::uint8_t{255}), hex("00ff"));
}

TEST(integer, never_changes_a_value) {
    EXPECT_EQ(decode_failure<std::int8_t>(hex("0080")), "out of range for the C++ type");
    EXPECT_EQ(decode_failure<std::uint8_t>(hex("0100")), "out of range for the C++ type");
    EXPECT_EQ(decode_failure<std::uint8_t>(hex("ffff")), "out of range for the C++ type");
    EXPECT_EQ(decode_failure<std::uint16_t>(hex("ffffffff")), "out of range for the C++ type");
    EXPECT_EQ(decode_failure<std::uint32_t>(hex("0000000100000000")), "out of range for the C++ type");
    EXPECT_EQ(decode_failure<std::uint32_t>(hex("ffffffffffffffff")), "out of range for the C++ type");
}

TEST(integer, narrower_columns_fit_into_wider_fields) {
    static_assert(codec<std::int64_t>::accepts(21) && codec<std::int64_t>::accepts(23));
    static_assert(codec<std::int32_t>::accepts(21) && !codec<std::int32_t>::accepts(20));
    static_assert(!codec<std::int16_t>::accepts(23) && !codec<std::int16_t>::accepts(20));
    EXPECT_EQ(decode<std::int64_t>(hex("ffff")), -1);
    EXPECT_EQ(decode<std::int64_t>(hex("80000000")), std::numeric_limits<std::int32_t>::min());
    EXPECT_EQ(decode<std::int32_t>(hex("8000")), -32768);
    EXPECT_NE(decode_failure<std::int16_t>(hex("00000001")), "");
    EXPECT_NE(decode_failure<std::int32_t>(hex("0000000000000001")), "");
    for (const char* bytes : {"", "00", "000000", "0000000000", "000000000000000000"})
        EXPECT_NE(decode_failure<std::int64_t>(hex(bytes)), "") << bytes;
}

template <class Float, class Bits>
void expect_every_kind_of_float_survives() {
    using limits = std::numeric_limits<Float>;
    for (Float value : {Float{0}, -Float{0}, Float{1.5}, limits::min(), limits::max(), limits::lowest(),
                        limits::denorm_min(), limits::infinity(), -limits::infinity(), limits::quiet_NaN()})
        EXPECT_EQ(std::bit_cast<Bits>(round_trip(value)), std::bit_cast<Bits>(value)) << value;
}

TEST(floating, every_bit_survives) {
    expect_every_kind_of_float_survives<float, std::uint32_t>();
    expect_every_kind_of_float_survives<double, std::uint64_t>();
    EXPECT_EQ(encoded(1.5), hex("3ff8000000000000"));
    EXPECT_EQ(encoded(1.5f), hex("3fc00000"));
    expect_only_whole<float>(hex("3fc00000"));
}

TEST(floating, a_real_is_a_double) {
    static_assert(codec<double>::accepts(700) && !pgmodel::detail::codec_accepts<float>(701));
    EXPECT_EQ(decode<double>(hex("3fc00000")), 1.5);
    EXPECT_NE(decode_failure<double>(hex("3fc000")), "");
    EXPECT_NE(decode_failure<double>(hex("3fc0000000")), "");
    EXPECT_NE(decode_failure<double>(hex("3ff800000000000000")), "");
}

TEST(floating, text_reads_back_as_the_same_number) {
    EXPECT_EQ(codec<double>::text(0.1), "0.1");
    EXPECT_EQ(codec<float>::text(0.1f), "0.1");
    EXPECT_EQ(codec<double>::text(-0.0), "-0");
    EXPECT_EQ(codec<double>::text(std::numeric_limits<double>::max()), "1.7976931348623157e+308");
    EXPECT_EQ(codec<double>::text(std::numeric_limits<double>::infinity()), "Infinity");
    EXPECT_EQ(codec<double>::text(-std::numeric_limits<double>::infinity()), "-Infinity");
    EXPECT_EQ(codec<float>::text(std::numeric_limits<float>::quiet_NaN()), "NaN");
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// numeric<> without a server; integration/numerics_test.cpp compares its arithmetic with one.

#include <pgmodel/types/long_numeric.hpp>

#include <pgmodel/types/array.hpp>
#include <pgmodel/types/numeric_operators.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "round_trip.hpp"

namespace long_numeric_unit_test {

using namespace pgmodel_test;
using number = pgmodel::numeric<>;
using money = pgmodel::numeric<10, 2>;
using pgmodel::rounding;

static_assert(std::is_convertible_v<int, number> && std::is_convertible_v<money, number> &&
              !std::is_constructible_v<number, double> && !std::is_convertible_v<const char*, number> &&
              !std::is_convertible_v<number, money> && std::is_constructible_v<money, number>);
static_assert(pgmodel::codec<number>::type.name == "numeric" && !has_declared<number>);
static_assert(pgmodel::codec<std::vector<number>>::type.id == 1231 && !has_declared<std::vector<number>>);

std::string sum(const char* a, const char* b) { return (number{a} + number{b}).to_string(); }
std::string difference(const char* a, const char* b) { return (number{a} - number{b}).to_string(); }
std::string product(const char* a, const char* b) { return (number{a} * number{b}).to_string(); }
std::string quotient(const char* a, const char* b, int decimals, rounding how = pgmodel::half_up) {
    return divide(number{a}, number{b}, decimals, how).to_string();
}
std::string rounded(const char* a, int decimals, rounding how = pgmodel::half_up) {
    return number{a}.round(decimals, how).to_string();
}

TEST(long_numeric, text_keeps_its_decimals) {
    for (const char* text : {"0", "0.00", "1.50", "-19.99", "123456789012345678901234567890.000000000000001", "NaN",
                             "Infinity", "-Infinity", "10000", "0.0001", "0.00010000", "-0.5", "99999999",
                             "1000000000000", "100000001", "12345.6", "0.00000000000000000000000001"}) {
        const number value{text};
        EXPECT_EQ(value.to_string(), text);
        EXPECT_EQ(round_trip(value).to_string(), text);
        EXPECT_EQ(std::hash<number>{}(value), std::hash<number>{}(round_trip(value)));
        expect_only_whole<number>(encoded(value));
        std::ostringstream out;
        out << value;
        EXPECT_EQ(out.str(), text);
    }
    const struct {
        const char *text, *printed;
    } cases[]{{"+7", "7"}, {".5", "0.5"}, {"3.", "3"}, {"-0.00", "0.00"}, {"1.5e3", "1500"}, {"1.5e-3", "0.0015"},
              {"1.50000e3", "1500.00"}, {"00012.5", "12.5"}, {"inf", "Infinity"}, {"+Infinity", "Infinity"},
              {"-INF", "-Infinity"}, {"nan", "NaN"}, {"0e999999", "0"}, {"123456e-2", "1234.56"}, {"12e2", "1200"}};
    for (const auto& each : cases) EXPECT_EQ(number{each.text}.to_string(), each.printed) << each.text;
    for (const char* text : {"", ".", "-", "1.2.3", "1,5", " 1", "1 ", "1e", "e1", "1e+", "--1", "0x10", "1_000",
                             "-nan", "infinit", "1e131072", "1e-16384", "1e9999999", "0e-16384"})
        EXPECT_FALSE(number::parse(text)) << text;
    EXPECT_THROW(number{"secret"}, pgmodel::usage_error);
}

TEST(long_numeric, as_long_as_the_server_allows) {
    const std::string whole(131'072, '9'), decimals(16'383, '9');
    const number most{whole + "." + decimals};
    EXPECT_EQ(most.to_string(), whole + "." + decimals);
    EXPECT_TRUE(round_trip(most) == most);
    EXPECT_EQ(number{"1e131071"}.to_string().size(), 131'072u);
    EXPECT_EQ(number{"1e-16383"}.scale(), 16'383);
    EXPECT_FALSE(number::parse("1" + whole));
    EXPECT_FALSE(number::parse("0." + decimals + "0"));
    EXPECT_THROW(most + most, pgmodel::encode_error);
    EXPECT_THROW(most * 2, pgmodel::encode_error);
    EXPECT_THROW((void)most.round(0, rounding::half_up), pgmodel::encode_error);
    EXPECT_TRUE((most - most) == 0);
    EXPECT_EQ(product("1e-10000", "1e-10000"), "0." + std::string(16'383, '0'));
    EXPECT_EQ(product("1e-16383", "0.5"), "0." + std::string(16'382, '0') + "1");  // half up
    EXPECT_EQ((number{"1e-16383"} * number{"1e16383"}).scale(), 16'383);
}

TEST(long_numeric, arithmetic) {
    EXPECT_EQ(sum("1.50", "2.5"), "4.00");
    EXPECT_EQ(sum("9999.9999", "0.0001"), "10000.0000");
    EXPECT_EQ(sum("-1", "1.00"), "0.00");
    EXPECT_EQ(difference("10000", "0.0001"), "9999.9999");
    EXPECT_EQ(difference("1", "2.5"), "-1.5");
    EXPECT_EQ(difference("-1", "-2.5"), "1.5");
    EXPECT_EQ(product("1.50", "-2.5"), "-3.750");
    EXPECT_EQ(product("99999999", "99999999"), "9999999800000001");
    EXPECT_EQ(product("0.00", "-5"), "0.00");
    EXPECT_EQ(number{"0.1"} + 1, number{"1.1"});
    EXPECT_EQ(money{"0.10"} * number{"0.001"}, number{"0.0001"});
    EXPECT_EQ(2 * number{"0.1"} - money{"0.20"}, 0);
    number total = 5;
    total += 1;
    total -= money{"0.50"};
    total *= 2;
    EXPECT_EQ(total.to_string(), "11.00");
    EXPECT_EQ((-number{"1.5"}).to_string(), "-1.5");
    EXPECT_EQ((-number{"0.0"}).to_string(), "0.0");
    EXPECT_EQ(abs(number{"-1.5"}), number{"1.5"});
    EXPECT_EQ(number{"-3"}.sign() + number{"0.0"}.sign() + number{"2"}.sign(), 0);
}

TEST(long_numeric, division_has_the_decimals_and_the_rounding_that_are_named) {
    EXPECT_EQ(quotient("1", "3", 0), "0");
    EXPECT_EQ(quotient("1", "3", 5), "0.33333");
    EXPECT_EQ(quotient("2", "3", 5), "0.66667");
    EXPECT_EQ(quotient("2", "3", 5, rounding::down), "0.66666");
    EXPECT_EQ(quotient("1", "3", 5, rounding::up), "0.33334");
    EXPECT_EQ(quotient("1", "8", 2), "0.13");
    EXPECT_EQ(quotient("1", "8", 2, pgmodel::half_even), "0.12");
    EXPECT_EQ(quotient("-1", "8", 2), "-0.13");
    EXPECT_EQ(quotient("1e100", "1e-100", 0), "1" + std::string(200, '0'));
    EXPECT_EQ(quotient("1", "1e100", 3), "0.000");
    EXPECT_EQ(quotient("1", "1e100", 3, rounding::up), "0.001");
    EXPECT_EQ(quotient("0", "7", 1), "0.0");
    EXPECT_EQ(quotient("99990000", "99990001", 4), "1.0000");
    EXPECT_EQ(quotient("100000000000000000000", "99999999", 6), "1000000010000.000100");
    EXPECT_THROW(divide(number{1}, number{"0.0"}, 2, pgmodel::half_up), pgmodel::usage_error);
    EXPECT_THROW(divide(number{1}, number{1}, -1, pgmodel::half_up), pgmodel::usage_error);
    EXPECT_THROW(divide(number{1}, number{1}, 16'384, pgmodel::half_up), pgmodel::usage_error);
}

TEST(long_numeric, rounds_only_as_it_is_told) {
    EXPECT_EQ(rounded("1.005", 2), "1.01");
    EXPECT_EQ(rounded("1.005", 2, pgmodel::half_even), "1.00");
    EXPECT_EQ(rounded("1.015", 2, pgmodel::half_even), "1.02");
    EXPECT_EQ(rounded("1.0050000000000000001", 2, pgmodel::half_even), "1.01");
    EXPECT_EQ(rounded("-1.009", 2, rounding::down), "-1.00");
    EXPECT_EQ(rounded("-1.0000000001", 2, rounding::up), "-1.01");
    EXPECT_EQ(rounded("9999.99995", 4), "10000.0000");
    EXPECT_EQ(rounded("0.00005", 4), "0.0001");
    EXPECT_EQ(rounded("0.00004999", 4), "0.0000");
    EXPECT_EQ(rounded("-0.001", 2), "0.00");
    EXPECT_EQ(rounded("1.5", 4), "1.5000");
    EXPECT_EQ(rounded("12345.678", -2), "12300");
    EXPECT_EQ(rounded("12350", -2), "12400");
    EXPECT_EQ(rounded("49999", -5), "0");
    EXPECT_EQ(rounded("50000", -5), "100000");
    EXPECT_EQ(rounded("5", -1000000), "0");
    EXPECT_EQ(rounded("NaN", 2), "NaN");
    EXPECT_EQ(rounded("Infinity", 2), "Infinity");
}

TEST(long_numeric, NaN_and_infinities) {
    const char *nan = "NaN", *most = "Infinity", *least = "-Infinity";
    EXPECT_EQ(sum(nan, most), nan);
    EXPECT_EQ(sum(most, least), nan);
    EXPECT_EQ(sum(most, "-5"), most);
    EXPECT_EQ(difference(most, most), nan);
    EXPECT_EQ(difference("5", most), least);
    EXPECT_EQ(product(most, "0"), nan);
    EXPECT_EQ(product(least, "-2"), most);
    EXPECT_EQ(product(least, most), least);
    EXPECT_EQ(product("2", nan), nan);
    EXPECT_EQ(quotient(most, most, 2), nan);
    EXPECT_EQ(quotient(most, "-2", 2), least);
    EXPECT_EQ(quotient("2", most, 2), "0");
    EXPECT_THROW((void)quotient(most, "0", 2), pgmodel::usage_error);
    EXPECT_EQ(quotient(nan, "0", 2), nan);
    EXPECT_TRUE(number::nan() == number::nan() && number::nan() > number::infinity() && number::infinity() > 5);
    EXPECT_TRUE(-number::infinity() < -5 && (-number::nan()).is_nan() &&
                abs(-number::infinity()) == number::infinity());
}

TEST(long_numeric, equal_values_are_equal_however_they_print) {
    const std::hash<number> hash;
    EXPECT_EQ(number{"1.50"}, number{"1.5"});
    EXPECT_NE(number{"1.50"}.to_string(), number{"1.5"}.to_string());
    EXPECT_EQ(hash(number{"1.50"}), hash(number{"1.5"}));
    EXPECT_EQ(hash(number{"0.00"}), hash(number{-0}));
    EXPECT_NE(hash(number{"1.5"}), hash(number{"-1.5"}));
    EXPECT_NE(hash(number{"1"}), hash(number{"10000"}));
    EXPECT_TRUE(number{"0.1"} < number{"0.10001"} && number{"-0.1"} > number{"-0.10001"} && number{"2"} < number{"10"});
    EXPECT_TRUE(number{"0.00"} == 0 && number{"-1"} < 0 && 0 < number{"1e-16383"} && money{"1.50"} == number{"1.5"});
}

TEST(long_numeric, from_and_to_other_types) {
    EXPECT_EQ(number{std::numeric_limits<std::int64_t>::min()}.to_string(), "-9223372036854775808");
    EXPECT_EQ(number{std::numeric_limits<std::uint64_t>::max()}.to_string(), "18446744073709551615");
    EXPECT_EQ(number{"-9223372036854775808.000"}.to_integer<std::int64_t>(), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(number{"18446744073709551615"}.to_integer<std::uint64_t>(), std::numeric_limits<std::uint64_t>::max());
    for (const char* text :
         {"0.5", "9223372036854775808", "-9223372036854775809", "NaN", "Infinity", "1e40", "1e131071"})
        EXPECT_THROW((void)number{text}.to_integer<std::int64_t>(), pgmodel::usage_error) << text;
    EXPECT_THROW((void)number{"-1"}.to_integer<std::uint64_t>(), pgmodel::usage_error);
    EXPECT_EQ(number{money{"-0.05"}}.to_string(), "-0.05");
    EXPECT_EQ((number{pgmodel::numeric<38, 38>{"0.5"}}.scale()), 38);
    EXPECT_TRUE(number{money::nan()}.is_nan());
    EXPECT_EQ(money{number{"-19.990"}}, money{"-19.99"});
    EXPECT_EQ((number{"19.995"}.to<10, 2>(pgmodel::half_even)), money{"20.00"});
    EXPECT_EQ((number{"99999999.99"}.to<10, 2>()), money{"99999999.99"});
    EXPECT_TRUE((number::nan().to<10, 2>().is_nan()));
    for (const char* text : {"19.995", "100000000", "Infinity", "1e131071", "1e-16383"})
        EXPECT_THROW((void)(number{text}.to<10, 2>()), pgmodel::encode_error) << text;
    EXPECT_THROW((void)(number{"99999999.995"}.to<10, 2>(pgmodel::half_up)), pgmodel::encode_error);
    EXPECT_EQ((number{std::string(38, '9')}.to<38, 0>().to_string()), std::string(38, '9'));
    EXPECT_EQ(number::from_double(0.1).to_string(), "0.1");
    EXPECT_EQ(number::from_double(-1e300), -number{"1e300"});
    EXPECT_EQ(number::from_double(5e-324).to_double(), 5e-324);
    EXPECT_TRUE(number::from_double(std::numeric_limits<double>::quiet_NaN()).is_nan());
    EXPECT_EQ(number::from_double(-std::numeric_limits<double>::infinity()), -number::infinity());
    EXPECT_EQ(number{"1e-16383"}.to_double(), 0.0);
    EXPECT_THROW((void)number{"1e309"}.to_double(), pgmodel::usage_error);
    EXPECT_THROW((void)number{"-1e309"}.to_double(), pgmodel::usage_error);
    EXPECT_EQ((-number::infinity()).to_double(), -std::numeric_limits<double>::infinity());
}

// What numeric_send of a server writes.
TEST(long_numeric, wire) {
    EXPECT_EQ(encoded(number{"0.00"}), hex("0000 0000 0000 0002"));
    EXPECT_EQ(encoded(number{"-1.50"}), hex("0002 0000 4000 0002 0001 1388"));
    EXPECT_EQ(encoded(number{"10000"}), hex("0001 0001 0000 0000 0001"));
    EXPECT_EQ(encoded(number::nan()), hex("0000 0000 c000 0000"));
    EXPECT_EQ(encoded(number{"1e-16383"}), hex("0001 f000 0000 3fff 000a"));
    EXPECT_EQ(decode<number>(hex("0000 0000 d000 0020")), number::infinity());
    EXPECT_EQ(decode<number>(hex("0000 0000 f000 0020")), -number::infinity());
    // A server never sends zeros at the ends, nor a negative zero, but they are no other number.
    EXPECT_EQ(decode<number>(hex("0004 0002 0000 0000 0000 0000 0005 0000")), 5);
    EXPECT_EQ(encoded(decode<number>(hex("0001 0005 4000 0000 0000"))), hex("0000 0000 0000 0000"));
    for (const char* bytes : {"0001 0000 0000 0000 2710", "0001 0000 0000 0000 ffff", "0001 0000 1234 0000 0001",
                              "ffff 0000 0000 0000", "fffd 0000 0000 0000 0001", "0001 0000 0000 4000 0001",
                              "0001 0000 c000 0000 0001"})
        EXPECT_EQ(decode_failure<number>(hex(bytes)), "not a numeric") << bytes;
    EXPECT_EQ(decode_failure<number>(hex("7fff 0000 0000 0000 0001")), "the value is shorter than its type");
    EXPECT_EQ(decode_failure<number>(hex("0000 0000 0000 0000 0001")), "the value is longer than its type");
    EXPECT_EQ(decode_failure<number>(hex("0001 ffff 0000 0003 0001")), "a numeric of more decimals than it shows");
    const std::vector<std::optional<number>> gaps{number{"1.50"}, std::nullopt, number::nan()};
    EXPECT_EQ(round_trip(gaps), gaps);
}

/// Against 128-bit integers: each pair of shapes, each rounding.
TEST(long_numeric, division_and_rounding_by_other_means) {
    using pgmodel::detail::int128;
    const std::int64_t numbers[]{1, 2, 3, 7, 9999, 10000, 10001, 49995000, 50005000, 99990000, 99999999, 100000000,
                                 123456789012, 999999999999, 4999999999999};
    for (const std::int64_t a : numbers)
        for (const std::int64_t b : numbers)
            for (int decimals = 0; decimals < 10; ++decimals) {
                int128 above = a;
                for (int i = 0; i < decimals; ++i) above *= 10;
                for (const auto how : {rounding::half_even, rounding::half_up, rounding::down, rounding::up}) {
                    int128 units = above / b;
                    const int128 twice = above % b * 2;
                    if (how == rounding::up ? twice > 0
                        : how == rounding::down
                            ? false
                            : twice > b || (twice == b && (how == rounding::half_up || units % 2 != 0)))
                        ++units;
                    const number result = divide(number{a}, number{b}, decimals, how);
                    number expected{pgmodel::numeric<38, 0>::from_unscaled(units)};
                    expected *= number{"1e-" + std::to_string(decimals)};
                    ASSERT_EQ(result, expected) << a << " / " << b << " " << decimals;
                    ASSERT_EQ(result.scale(), decimals);
                    ASSERT_EQ((divide(number{a}, number{b}, 60, rounding::down).round(decimals, rounding::down)),
                              divide(number{a}, number{b}, decimals, rounding::down));
                }
            }
}

}  // namespace long_numeric_unit_test

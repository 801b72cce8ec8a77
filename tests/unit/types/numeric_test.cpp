// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/numeric.hpp>
#include <pgmodel/types/numeric_operators.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

#include "round_trip.hpp"

namespace {

using namespace pgmodel_test;
using pgmodel::codec;
using pgmodel::numeric;
using pgmodel::rounding;
using money = numeric<10, 2>;
using widest = numeric<38, 0>;
using fraction = numeric<38, 38>;

static_assert(codec<money>::declared == "numeric(10,2)" && codec<widest>::declared == "numeric(38,0)");
static_assert(codec<numeric<5>>::declared == "numeric(5,0)" && codec<money>::type.id == 1700);
static_assert(sizeof(money) == 8 && sizeof(numeric<18, 9>) == 8 && sizeof(numeric<19, 9>) == 16);
static_assert(std::is_convertible_v<int, money> && !std::is_constructible_v<money, double> &&
              !std::is_constructible_v<money, float> && !std::is_convertible_v<const char*, money>);
static_assert(money{} == 0 && money{}.unscaled() == 0);

// All of it works in constants.
constexpr money price{"19.99"};
static_assert(price.unscaled() == 1999 && price == money::from_unscaled(1999));
static_assert(price + 1 == money{"20.99"} && price - money{"0.99"} == 19 && price * 3 == money{"59.97"});
static_assert(2 * price == money{"39.98"} && -price == money{"-19.99"});
static_assert(price >= 0 && price > 19 && price < 20 && 20 > price && price != 20 && -price < -19 && -price > -20);
static_assert(money{"5.00"} == 5 && money{5} == 5 && 5 == money{5} && money{-5} < 0);

TEST(numeric, reads_numbers_exactly) {
    const auto unscaled = [](std::string_view text) { return money::parse(text).value().unscaled(); };
    EXPECT_EQ(unscaled("0"), 0);
    EXPECT_EQ(unscaled("-0"), 0);
    EXPECT_EQ(unscaled("+7"), 700);
    EXPECT_EQ(unscaled(".5"), 50);
    EXPECT_EQ(unscaled("3."), 300);
    EXPECT_EQ(unscaled("-0.01"), -1);
    EXPECT_EQ(unscaled("0001.2500000"), 125);
    EXPECT_EQ(unscaled("99999999.99"), 9999999999);
    EXPECT_EQ(unscaled("1e7"), 1000000000);
    EXPECT_EQ(unscaled("-1.25E+1"), -1250);
    EXPECT_EQ(unscaled("1250e-3"), 125);
    EXPECT_EQ(unscaled("0e9999"), 0);
    EXPECT_EQ(unscaled("-99999999.99"), -9999999999);
    for (const char* text :
         {"",    ".",        "-",       "+",         "1.2.3",        "1,5",
          " 1",  "1 ",       "1e8",     "1e-3",      "1e",           "e1",
          "1e+", "1e1.0",    "1e99999", ".e1",       "--1",          "0x10",
          "inf", "Infinity", "1.001",   "100000000", "99999999.991", "123456789012345678901234567890123456789012"})
        EXPECT_FALSE(money::parse(text)) << text;
    EXPECT_THROW(money{"secret"}, pgmodel::usage_error);
    EXPECT_TRUE(money::parse("NaN")->is_nan());
    EXPECT_TRUE(money::parse("nan")->is_nan());
}

TEST(numeric, the_widest) {
    const std::string nines(38, '9');
    EXPECT_EQ(widest{nines}.to_string(), nines);
    EXPECT_EQ((-widest{nines}).to_string(), "-" + nines);
    EXPECT_FALSE(widest::parse("1" + std::string(38, '0')));
    EXPECT_FALSE(widest::parse(nines + "0"));
    EXPECT_EQ(fraction{"0." + nines}.to_string(), "0." + nines);
    EXPECT_EQ(fraction{"-0." + std::string(37, '0') + "1"}.to_string(), "-0." + std::string(37, '0') + "1");
    EXPECT_FALSE(fraction::parse("1"));
    EXPECT_FALSE(fraction::parse("0." + std::string(38, '0') + "1"));
    EXPECT_FALSE(widest::parse(nines + ".5", rounding::half_up));
    EXPECT_EQ(widest::parse(nines + ".5", rounding::down), widest{nines});
}

TEST(numeric, rounds_only_as_it_is_told) {
    struct {
        const char* text;
        int even, up, down;
    } const cases[]{{"1.005", 100, 101, 100},   {"1.015", 102, 102, 101},   {"1.0051", 101, 101, 100},
                    {"1.0049", 100, 100, 100},  {"-1.005", -100, -101, -100}, {"-1.015", -102, -102, -101},
                    {"0.995", 100, 100, 99},    {"1.00500", 100, 101, 100}, {"1.0050001", 101, 101, 100},
                    {"-0.001", 0, 0, 0},        {"0.009", 1, 1, 0}};
    for (const auto& each : cases) {
        EXPECT_EQ(money::parse(each.text, rounding::half_even)->unscaled(), each.even) << each.text;
        EXPECT_EQ(money::parse(each.text, rounding::half_up)->unscaled(), each.up) << each.text;
        EXPECT_EQ(money::parse(each.text, rounding::down)->unscaled(), each.down) << each.text;
        const bool exact = money::parse(each.text).has_value();
        EXPECT_EQ(money::parse(each.text, rounding::up)->unscaled(),
                  each.down + (exact ? 0 : each.text[0] == '-' ? -1 : 1)) << each.text;
        const numeric<20, 10> wide{each.text};
        EXPECT_EQ((wide.to<10, 2>(rounding::half_even).unscaled()), each.even) << each.text;
        EXPECT_EQ((wide.to<10, 2>(rounding::half_up).unscaled()), each.up) << each.text;
        EXPECT_EQ((wide.to<10, 2>(rounding::down).unscaled()), each.down) << each.text;
    }
    EXPECT_FALSE(money::parse("99999999.995", rounding::half_even));
    EXPECT_EQ((price.to<20, 5>(rounding::down).to_string()), "19.99000");
    EXPECT_TRUE((money::nan().to<5, 1>(rounding::down).is_nan()));
    EXPECT_THROW((money{1000}.to<3, 0>(rounding::down)), pgmodel::encode_error);
    EXPECT_THROW((money{"999.99"}.to<3, 0>(rounding::half_up)), pgmodel::encode_error);
    EXPECT_THROW((money{1000}.to<38, 37>(rounding::down)), pgmodel::encode_error);
}

TEST(numeric, from_and_to_double_by_name) {
    EXPECT_EQ(money::from_double(19.99, rounding::half_even), price);
    EXPECT_EQ(money::from_double(1.005, rounding::half_up), money{"1.01"});
    EXPECT_EQ(money::from_double(-0.1, rounding::down), money{"-0.1"});
    for (double small : {1e-300, 0.0049, -0.0049, std::numeric_limits<double>::denorm_min()})
        EXPECT_EQ(money::from_double(small, rounding::half_up), 0) << small;
    EXPECT_EQ(widest::from_double(1e37, rounding::down), widest{"1" + std::string(37, '0')});
    EXPECT_TRUE(money::from_double(std::numeric_limits<double>::quiet_NaN(), rounding::down).is_nan());
    for (double large : {1e8, -1e8, std::numeric_limits<double>::max(), std::numeric_limits<double>::infinity()})
        EXPECT_THROW(money::from_double(large, rounding::down), pgmodel::encode_error) << large;
    EXPECT_EQ(price.to_double(), 19.99);
    EXPECT_TRUE(money::nan().to_double() != money::nan().to_double());
}

TEST(numeric, leaves_its_range_by_an_error) {
    const money most{"99999999.99"};
    EXPECT_THROW(most + money{"0.01"}, pgmodel::encode_error);
    EXPECT_THROW(-most - money{"0.01"}, pgmodel::encode_error);
    EXPECT_THROW(most * 2, pgmodel::encode_error);
    EXPECT_THROW(most * std::numeric_limits<std::uint64_t>::max(), pgmodel::encode_error);
    EXPECT_THROW(money{100'000'000}, pgmodel::encode_error);
    EXPECT_THROW(money{std::numeric_limits<std::int64_t>::min()}, pgmodel::encode_error);
    EXPECT_THROW(money::from_unscaled(10'000'000'000), pgmodel::encode_error);
    const widest nines{std::string(38, '9')};
    EXPECT_THROW(nines + nines, pgmodel::encode_error);
    EXPECT_THROW(nines * -10, pgmodel::encode_error);
    EXPECT_EQ(nines - nines, 0);
    EXPECT_EQ(widest{std::numeric_limits<std::int64_t>::min()}.to_string(), "-9223372036854775808");
    EXPECT_EQ(widest{std::numeric_limits<std::uint64_t>::max()}.to_string(), "18446744073709551615");
    try {
        (void)(most + most);
    } catch (const pgmodel::encode_error& error) {
        EXPECT_STREQ(error.what(), "pgmodel: a number does not fit into numeric(10,2)");
    }
}

TEST(numeric, compares_with_integers_of_any_size) {
    EXPECT_TRUE(price < std::numeric_limits<std::uint64_t>::max());
    EXPECT_TRUE(price > std::numeric_limits<std::int64_t>::min());
    EXPECT_TRUE(fraction{"0.5"} < 1 && fraction{"-0.5"} > -1 && fraction{"-0.5"} < 0 && fraction{} == 0);
    EXPECT_TRUE(money{"-0.01"} < 0 && money{"0.01"} > 0);
}

TEST(numeric, nan_is_greater_than_all_numbers) {
    const money nan = money::nan();
    EXPECT_TRUE(nan == money::nan() && nan > money{"99999999.99"} && money{0} < nan && nan > 5 && nan != 5);
    EXPECT_TRUE((nan + price).is_nan() && (price - nan).is_nan() && (nan * 2).is_nan() && (-nan).is_nan());
    EXPECT_EQ(nan.to_string(), "NaN");
    const auto wide = widest::nan();
    EXPECT_TRUE(wide == widest::nan() && wide > widest{std::string(38, '9')} && (-wide).is_nan());
}

TEST(numeric, text) {
    EXPECT_EQ(price.to_string(), "19.99");
    EXPECT_EQ(money{5}.to_string(), "5.00");
    EXPECT_EQ(money{"-0.05"}.to_string(), "-0.05");
    EXPECT_EQ(numeric<5>{0}.to_string(), "0");
    EXPECT_EQ((numeric<2, 2>{"0.5"}.to_string()), "0.50");
    EXPECT_EQ(codec<money>::text(-price), "-19.99");
}

// What numeric_send of a server writes.
TEST(numeric, wire) {
    EXPECT_EQ(encoded(money{5}), hex("0001 0000 0000 0002 0005"));
    EXPECT_EQ(encoded(money{}), hex("0000 0000 0000 0002"));
    EXPECT_EQ(encoded(-price), hex("0002 0000 4000 0002 0013 26ac"));
    EXPECT_EQ(encoded(money{"0.5"}), hex("0001 ffff 0000 0002 1388"));
    EXPECT_EQ(encoded(money{"-0.05"}), hex("0001 ffff 4000 0002 01f4"));
    EXPECT_EQ(encoded(money{"12345678.9"}), hex("0003 0001 0000 0002 04d2 162e 2328"));
    EXPECT_EQ(encoded(money{10000}), hex("0001 0001 0000 0002 0001"));
    EXPECT_EQ(encoded(money::nan()), hex("0000 0000 c000 0000"));
    EXPECT_EQ((encoded(numeric<16, 4>{"123456789012.3456"})), hex("0004 0002 0000 0004 04d2 162e 2334 0d80"));
    EXPECT_EQ(encoded(fraction{"0." + std::string(37, '0') + "1"}), hex("0001 fff6 0000 0026 0064"));
    EXPECT_EQ(encoded(widest{std::string(38, '9')}),
              hex("000a 0009 0000 0000 0063 270f 270f 270f 270f 270f 270f 270f 270f 270f"));
}

template <unsigned P, unsigned S>
void expect_survives() {
    using type = numeric<P, S>;
    typename type::rep units = 0;
    // 0, then 1, 10, 100 ... and 9, 99, 999 ... with both signs: each shape of the digit groups.
    for (unsigned i = 0; i <= P; ++i) {
        const auto power = static_cast<typename type::rep>(units - units / 10 * 9 + (i > 1));
        for (const auto number : {units, -units, i == 0 ? units : power, i == 0 ? units : -power}) {
            const auto value = type::from_unscaled(number);
            EXPECT_EQ(round_trip(value), value) << value.to_string();
            EXPECT_EQ(type{value.to_string()}, value);
            expect_only_whole<type>(encoded(value));
        }
        if (i < P) units = static_cast<typename type::rep>(units * 10 + 9);
    }
    EXPECT_TRUE(round_trip(type::nan()).is_nan());
}

TEST(numeric, every_precision_survives) {
    expect_survives<1, 0>();
    expect_survives<1, 1>();
    expect_survives<4, 2>();
    expect_survives<10, 2>();
    expect_survives<18, 0>();
    expect_survives<18, 18>();
    expect_survives<18, 7>();
    expect_survives<19, 3>();
    expect_survives<38, 0>();
    expect_survives<38, 1>();
    expect_survives<38, 19>();
    expect_survives<38, 36>();
    expect_survives<38, 37>();
    expect_survives<38, 38>();
}

TEST(numeric, never_rounds_or_cuts_what_it_reads) {
    const auto failure = [](std::string_view bytes) { return decode_failure<money>(hex(bytes)); };
    constexpr auto too_many = "a number of more digits than the C++ type holds";
    constexpr auto too_fine = "a number of more decimals than the C++ type holds";
    EXPECT_EQ(decode<money>(hex("0002 0001 0000 0000 270f 270f")), 99'999'999);
    EXPECT_EQ(failure("0001 0002 0000 0000 0001"), too_many);                    // 100000000
    EXPECT_EQ(failure("0001 7fff 0000 0000 0001"), too_many);                    // 10000^32767
    EXPECT_EQ(failure("0001 ffff 0000 0003 0032"), too_fine);                    // 0.0050
    EXPECT_EQ(failure("0001 ffff 0000 0004 0001"), too_fine);                    // 0.0001
    EXPECT_EQ(failure("0001 fffe 0000 0008 0064"), too_fine);                    // 0.00000100
    EXPECT_EQ(failure("0001 8000 0000 0000 0001"), too_fine);                    // 10000^-32768
    EXPECT_EQ(failure("0003 0000 0000 0008 0001 0064 0001"), too_fine);          // 1.01000001
    EXPECT_EQ((decode_failure<numeric<5, 0>>(hex("0002 0001 0000 0000 000a 0000"))), too_many);  // 100000
    EXPECT_EQ((decode_failure<numeric<5, 0>>(hex("0002 0001 0000 0000 0009 270f"))), "");        // 99999
    EXPECT_EQ((decode_failure<numeric<2, 2>>(hex("0001 0000 0000 0000 0001"))), too_many);       // 1
    EXPECT_EQ(decode_failure<fraction>(hex("0001 fff6 0000 0026 0001")), too_fine);              // 10^-40
    // A server never sends zeros at the ends, but they are no other number.
    EXPECT_EQ(decode<money>(hex("0004 0002 0000 0000 0000 0000 0005 0000")), 5);
    EXPECT_EQ(decode<money>(hex("0003 0000 0000 0000 0005 0064 0000")), money{"5.01"});
}

TEST(numeric, refuses_what_is_no_number) {
    const auto failure = [](std::string_view bytes) { return decode_failure<money>(hex(bytes)); };
    EXPECT_EQ(failure("0000 0000 d000 0020"), "an infinity, which the C++ type does not hold");
    EXPECT_EQ(failure("0000 0000 f000 0020"), "an infinity, which the C++ type does not hold");
    EXPECT_EQ(failure("0001 0000 0000 0000 2710"), "not a numeric");
    EXPECT_EQ(failure("0001 0000 0000 0000 ffff"), "not a numeric");
    EXPECT_EQ(failure("0001 0000 1234 0000 0001"), "not a numeric");
    EXPECT_EQ(failure("ffff 0000 0000 0000"), "not a numeric");
    EXPECT_EQ(failure("0002 0000 0000 0000 0001"), "the value is shorter than its type");
    EXPECT_EQ(failure("0001 0000 0000 0000 0001 0001"), "the value is longer than its type");
}

TEST(numeric, hash) {
    EXPECT_EQ(std::hash<money>{}(money{"5.00"}), std::hash<money>{}(money{5}));
    EXPECT_NE(std::hash<money>{}(money{5}), std::hash<money>{}(money{6}));
    EXPECT_NE(std::hash<widest>{}(widest{5}), std::hash<widest>{}(widest{6}));
}

// ---- numbers of different types

constexpr numeric<10, 3> quantity{"2.505"};
constexpr auto net = (price * quantity).round<2>(pgmodel::half_even);
static_assert(std::is_same_v<decltype(price * quantity), numeric<20, 5>> &&
              price * quantity == numeric<20, 5>{"50.07495"});
static_assert(std::is_same_v<decltype(net), const numeric<18, 2>> && net == money{"50.07"});
static_assert(std::is_same_v<decltype(price * price), numeric<20, 4>>);
static_assert(std::is_same_v<decltype(numeric<30, 4>{} * numeric<30, 4>{}), numeric<38, 8>>);
static_assert(std::is_same_v<decltype(price + quantity), numeric<11, 3>> &&
              price + quantity == numeric<11, 3>{"22.495"});
static_assert(price - quantity == numeric<11, 3>{"17.485"} && std::is_same_v<decltype(price + price), money>);
static_assert(divide<3>(price, quantity, pgmodel::half_up) == numeric<38, 3>{"7.980"});
static_assert(divide<2>(price, 3, pgmodel::half_up) == divide<2>(price, numeric<1>{3}, pgmodel::half_up));
static_assert(divide<2>(price, -3, pgmodel::rounding::down) == -divide<2>(price, 3u, pgmodel::rounding::down));
static_assert(price > quantity && price == numeric<10, 3>{"19.990"} && price != numeric<5, 3>{"19.991"});
static_assert(numeric<10, 3>{"-0.001"} < money{} && numeric<3, 3>{"0.999"} < money{1} && money{-1} < numeric<3, 3>{});
static_assert(numeric<38, 38>{"0.5"} < widest{1} && widest{-1} < numeric<38, 38>{"-0.5"} &&
              fraction{"0.5"} == money{"0.5"});
// Only what holds all of it is reached without being named.
static_assert(std::is_convertible_v<money, numeric<11, 3>> && !std::is_convertible_v<money, numeric<10, 3>> &&
              !std::is_convertible_v<money, numeric<10, 1>> && std::is_constructible_v<numeric<10, 1>, money>);
static_assert(abs(-price) == price && abs(price) == price);
static_assert(money{"-7.00"}.to_integer<signed char>() == -7 && money{255}.to_integer<unsigned char>() == 255);

TEST(numeric, results_have_room_or_are_refused) {
    const widest nines{std::string(38, '9')};
    EXPECT_EQ((money{"99999999.99"} * money{"99999999.99"}).to_string(), "9999999998000000.0001");
    EXPECT_THROW((void)(nines * nines), pgmodel::encode_error);
    EXPECT_THROW((void)(nines * money{"10"}), pgmodel::encode_error);
    EXPECT_THROW((void)(nines + money{1}), pgmodel::encode_error);
    EXPECT_THROW((void)(numeric<10, 1>{price}), pgmodel::encode_error);
    EXPECT_THROW((void)(numeric<3, 2>{price}), pgmodel::encode_error);
    EXPECT_EQ((numeric<3, 1>{money{"19.90"}}), (numeric<3, 1>{"19.9"}));
    EXPECT_TRUE((money::nan() * quantity).is_nan() && (quantity + money::nan()).is_nan());
    EXPECT_TRUE(money::nan() == numeric<5>::nan() && money::nan() > numeric<5>{7});
    EXPECT_EQ((price.round<0>(rounding::up).to_string()), "20");
    EXPECT_EQ((price.round<4>(rounding::up).to_string()), "19.9900");
    EXPECT_EQ((money{"99999999.99"}.round<1>(rounding::half_up).to_string()), "100000000.0");
}

TEST(numeric, quotients) {
    const auto quotient = [](const char* a, const char* b, rounding how) {
        return divide<2>(money{a}, money{b}, how).to_string();
    };
    EXPECT_EQ(quotient("1", "3", rounding::half_up), "0.33");
    EXPECT_EQ(quotient("2", "3", rounding::half_up), "0.67");
    EXPECT_EQ(quotient("-2", "3", rounding::down), "-0.66");
    EXPECT_EQ(quotient("-1", "3", rounding::up), "-0.34");
    EXPECT_EQ(quotient("1", "8", rounding::half_even), "0.12");
    EXPECT_EQ(quotient("1", "-8", rounding::half_up), "-0.13");
    EXPECT_EQ(quotient("3", "8", rounding::half_even), "0.38");
    EXPECT_EQ(quotient("99999999.99", "0.01", rounding::down), "9999999999.00");
    EXPECT_EQ(divide<0>(widest{std::string(38, '9')}, widest{std::string(38, '9')}, rounding::up), 1);
    EXPECT_EQ(divide<0>(numeric<38, 38>{"0.5"}, money{"0.01"}, rounding::down), 50);
    EXPECT_TRUE(divide<2>(money::nan(), money{0}, rounding::down).is_nan());
    EXPECT_THROW((void)quotient("1", "0", rounding::down), pgmodel::usage_error);
    EXPECT_THROW((void)(divide<1>(widest{std::string(38, '9')}, widest{1}, rounding::down)), pgmodel::encode_error);
}

TEST(numeric, to_integers) {
    EXPECT_EQ(widest{std::numeric_limits<std::uint64_t>::max()}.to_integer<std::uint64_t>(),
              std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(widest{std::numeric_limits<std::int64_t>::min()}.to_integer<std::int64_t>(),
              std::numeric_limits<std::int64_t>::min());
    EXPECT_THROW((void)price.to_integer<int>(), pgmodel::usage_error);
    EXPECT_THROW((void)money{-1}.to_integer<unsigned>(), pgmodel::usage_error);
    EXPECT_THROW((void)money{128}.to_integer<signed char>(), pgmodel::usage_error);
    EXPECT_THROW((void)money::nan().to_integer<int>(), pgmodel::usage_error);
    EXPECT_THROW((void)widest{std::string(38, '9')}.to_integer<std::uint64_t>(), pgmodel::usage_error);
}

}  // namespace

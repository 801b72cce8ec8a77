// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Every codec against a server: what we send is what it reads, its answer is the same bytes, and its text is ours.

#include <pgmodel/types.hpp>

#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "database.hpp"

namespace {

enum class mood { sad, ok, Happy };

class codecs : public testing::Test {
protected:
    static void SetUpTestSuite() {
        db_.reset(PQconnectdb(pgmodel_test::create_database("codecs").c_str()));
        ask("set timezone = 'UTC'");
        ask("create type mood as enum ('sad', 'ok', 'Happy')");
    }
    static void TearDownTestSuite() { db_.reset(); }

    struct clear {
        void operator()(PGresult* result) const { PQclear(result); }
        void operator()(PGconn* db) const { PQfinish(db); }
    };
    using result = std::unique_ptr<PGresult, clear>;

    static result ask(const char* sql) {
        result answer(PQexec(db_.get(), sql));
        EXPECT_NE(PQresultStatus(answer.get()), PGRES_FATAL_ERROR) << PQerrorMessage(db_.get());
        return answer;
    }

    struct resolver : pgmodel::type_resolver {
        resolver() : type_resolver(&find) {}
        static pgmodel::oid find(pgmodel::type_resolver&, const pgmodel::type_ref& type) {
            const auto answer = ask(("select '" + std::string(type.name) + "'::regtype::oid").c_str());
            return static_cast<pgmodel::oid>(std::stoul(PQgetvalue(answer.get(), 0, 0)));
        }
    };

    template <class T>
    static void check(const T& value, bool same_text = true) {
        using codec = pgmodel::codec<T>;
        resolver types;
        std::string bytes(codec::size(value), '\0');
        pgmodel::writer out(bytes.data(), &types);
        codec::encode(value, out);
        const std::string name(codec::type.name), text = codec::text(value);
        std::string declared = name;
        if constexpr (requires { codec::declared; })
            declared = codec::declared;
        const Oid type = codec::type.id ? codec::type.id : types.resolve(codec::type);
        const Oid param_types[]{type, 25};
        const char* values[]{bytes.data(), text.c_str()};
        const int lengths[]{static_cast<int>(bytes.size()), 0}, formats[]{1, 0};
        const std::string ask_all = "select $1::" + declared + ", $2::" + declared;
        const result binary(PQexecParams(db_.get(), ask_all.c_str(), 2, param_types, values, lengths, formats, 1));
        ASSERT_EQ(PQresultStatus(binary.get()), PGRES_TUPLES_OK)
            << name << ' ' << text << ' ' << PQerrorMessage(db_.get());
        EXPECT_EQ(PQftype(binary.get(), 0), type);
        for (int column : {0, 1}) {
            const std::string back(PQgetvalue(binary.get(), 0, column),
                                   static_cast<std::size_t>(PQgetlength(binary.get(), 0, column)));
            const T decoded = codec::decode(pgmodel::reader(back.data(), back.size()));
            if constexpr (!std::is_floating_point_v<T>) {
                EXPECT_TRUE(decoded == value) << name << ' ' << text;
            }
            if (same_text) {
                EXPECT_EQ(back, bytes) << name << ' ' << text;
            }
        }
        const result plain(PQexecParams(db_.get(),
                                        ("select $1::" + declared + "::text, format_type(" + std::to_string(type) +
                                         ", " + std::to_string(PQfmod(binary.get(), 0)) + ")")
                                            .c_str(),
                                        1, param_types, values, lengths, formats, 0));
        ASSERT_EQ(PQresultStatus(plain.get()), PGRES_TUPLES_OK) << PQerrorMessage(db_.get());
        if (same_text) {
            EXPECT_EQ(PQgetvalue(plain.get(), 0, 0), text);
        }
        EXPECT_EQ(PQgetvalue(plain.get(), 0, 1), declared);
    }

    static inline std::unique_ptr<PGconn, clear> db_;
    std::mt19937_64 random_{7};
};

TEST_F(codecs, scalars) {
    check(true);
    check(false);
    for (auto v : {std::numeric_limits<std::int64_t>::min(), std::int64_t{0}, std::numeric_limits<std::int64_t>::max()})
        check(v);
    check(std::numeric_limits<std::int16_t>::min());
    check(std::numeric_limits<std::uint32_t>::max());
    for (double v : {0.1, -0.0, 1e300, 5e-324, 1e22, 123456.789}) {
        check(v, false);
        check(static_cast<float>(v), false);
    }
    check(std::numeric_limits<double>::infinity());
    check(std::numeric_limits<double>::quiet_NaN());
    check(std::string("h\xc3\xa9 'x' \\ \""));
    check(std::string());
    check(pgmodel::varchar<200>("abc"));
    check(pgmodel::varchar<>("abc"));
    check(pgmodel::bytes{std::byte{0}, std::byte{255}});
    check(pgmodel::bytes{});
    for (auto v : {mood::sad, mood::Happy})
        check(v);
    for (int i = 0; i < 100; ++i) {
        check(pgmodel::uuid::v4());
        check(pgmodel::uuid::v7());
    }
    check(pgmodel::uuid::nil);
    check(nlohmann::json{{"a", {1, 2, nullptr}}, {"b", "x"}}, false);
    check(pgmodel::jsonb_text("{\"a\": 1}"));
    check(pgmodel::json_text("{\"b\"  : 1,\"a\":[]}"));
}

TEST_F(codecs, text_of_all_characters) {
    std::string all;
    for (std::uint32_t c = 1; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        if (c < 0x80)
            all += static_cast<char>(c);
        else if (c < 0x800) {
            all += static_cast<char>(0xC0 | c >> 6);
            all += static_cast<char>(0x80 | (c & 63));
        } else if (c < 0x10000) {
            all += static_cast<char>(0xE0 | c >> 12);
            all += static_cast<char>(0x80 | (c >> 6 & 63));
            all += static_cast<char>(0x80 | (c & 63));
        } else {
            all += static_cast<char>(0xF0 | c >> 18);
            all += static_cast<char>(0x80 | (c >> 12 & 63));
            all += static_cast<char>(0x80 | (c >> 6 & 63));
            all += static_cast<char>(0x80 | (c & 63));
        }
    }
    check(all);
}

TEST_F(codecs, numerics) {
    using pgmodel::numeric;
    for (int i = 0; i < 300; ++i) {
        const auto digits = static_cast<unsigned>(random_() % 19);
        auto units =
            static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(pgmodel::detail::power_of_ten(digits)));
        if (i % 2)
            units = -units;
        check(numeric<18, 0>::from_unscaled(units));
        check(numeric<18, 2>::from_unscaled(units));
        check(numeric<18, 7>::from_unscaled(units));
        check(numeric<18, 18>::from_unscaled(units));
        check(numeric<38, 20>::from_unscaled(units));
        const auto wide = static_cast<pgmodel::detail::int128>(units) *
                          static_cast<pgmodel::detail::int128>(random_() % 1000000000000000000u);
        check(numeric<38, 5>::from_unscaled(wide));
        check(numeric<38, 38>::from_unscaled(wide));
        check(numeric<38, 37>::from_unscaled(wide));
    }
    check(numeric<10, 2>::nan());
    check(numeric<38, 0>{std::string(38, '9')});
    check(std::vector<numeric<10, 2>>{1, numeric<10, 2>{"19.99"}});
}

TEST_F(codecs, times) {
    using namespace pgmodel;
    const auto range =
        static_cast<std::uint64_t>(detail::end_of_microseconds) - static_cast<std::uint64_t>(detail::first_microsecond);
    for (int i = 0; i < 1000; ++i) {
        auto raw = static_cast<std::int64_t>(static_cast<std::uint64_t>(detail::first_microsecond) + random_() % range);
        if (i % 3 == 0)
            raw = static_cast<std::int64_t>(random_() % 2000000000000000u) - 1000000000000000;
        check(timestamptz::from_raw(raw));
        check(timestamp::from_raw(raw));
        check(date::from_raw(detail::first_day +
                             static_cast<std::int64_t>(
                                 random_() % static_cast<std::uint64_t>(detail::end_of_days - detail::first_day))));
    }
    check(timestamptz::infinity);
    check(timestamptz::minus_infinity);
    check(timestamp::infinity);
    check(date::infinity);
    check(date::minus_infinity);
    check(timestamptz{});
    check(timestamp{});
    check(date{});
}

TEST_F(codecs, arrays) {
    using std::optional;
    check(std::vector<std::int32_t>{});
    check(std::vector<std::int32_t>{1, -2});
    check(std::vector<bool>{true, false}, false);
    check(std::vector<std::string>{"a b", "null", "", "\"", "{", "plain", "a\\b", "NULLS", "a,b", "\xc3\xa9", "\n",
                                   "\t", "\r", "\v", "\f", " "});
    check(std::vector<optional<std::string>>{"a", std::nullopt, "NULL", ""});
    check(std::vector<mood>{mood::ok, mood::Happy});
    check(std::vector<optional<mood>>{std::nullopt, mood::ok});
    check(std::vector<mood>{});
    check(std::vector<pgmodel::bytes>{{}, {std::byte{7}}});
    check(std::vector<pgmodel::uuid>{pgmodel::uuid::v4()});
    check(std::vector<pgmodel::timestamptz>{pgmodel::timestamptz::now()});
    check(std::vector<pgmodel::date>{pgmodel::date{}});
    check(std::vector<pgmodel::varchar<5>>{"abc"});
    check(std::vector<pgmodel::jsonb_text>{pgmodel::jsonb_text{"{\"a\": 1}"}});
    check(std::vector<double>{1.5});
    check(std::vector<std::int16_t>{5});
    check(std::vector<pgmodel::json_text>{pgmodel::json_text{"[1]"}});
    check(std::vector<std::vector<std::int32_t>>{{1, 2, 3}, {4, 5, 6}});
    check(std::vector<std::vector<std::int32_t>>{});
    check(std::vector<std::vector<std::vector<optional<std::string>>>>{{{"a", std::nullopt}, {"{}", ""}}});
    check(std::vector<std::vector<std::vector<std::vector<std::vector<std::vector<bool>>>>>>{{{{{{true}, {false}}}}}},
          false);
    check(std::array<pgmodel::numeric<10, 2>, 2>{1, 2});
    check(std::vector<std::array<mood, 2>>{{mood::ok, mood::sad}, {mood::ok, mood::Happy}});
}

TEST_F(codecs, arrays_that_a_vector_cannot_hold) {
    const auto failure = [](const char* sql) {
        const result answer(PQexecParams(db_.get(), sql, 0, nullptr, nullptr, nullptr, nullptr, 1));
        try {
            (void)pgmodel::codec<std::vector<std::int32_t>>::decode(pgmodel::reader(
                PQgetvalue(answer.get(), 0, 0), static_cast<std::size_t>(PQgetlength(answer.get(), 0, 0))));
        } catch (const pgmodel::value_error& error) {
            return error.reason;
        }
        return std::string{};
    };
    EXPECT_EQ(failure("select '[2:3]={1,2}'::integer[]"), "");
    EXPECT_EQ(failure("select '[-1:0]={1,2}'::integer[]"), "");
    EXPECT_EQ(failure("select '{{1,2}}'::integer[]"), "an array of another number of dimensions than the C++ type");
    EXPECT_EQ(failure("select '{1,NULL}'::integer[]"), "a NULL element; use elements of std::optional");
    EXPECT_EQ(failure("select '{1}'::bigint[]"), "an array of another element type");
    EXPECT_EQ(failure("select array_fill(7, array[3])"), "");
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/json.hpp>

#include <pgmodel/document/nlohmann.hpp>  // newer versions of that library make std::optional of a document ambiguous
#include <pgmodel/types/array.hpp>

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "round_trip.hpp"

namespace {

using namespace pgmodel_test;
using namespace std::string_literals;
using nlohmann::json;
using pgmodel::codec;
using pgmodel::json_text;
using pgmodel::jsonb_text;

static_assert(codec<json>::type.id == 3802 && codec<nlohmann::ordered_json>::type.id == 3802);
static_assert(codec<jsonb_text>::type.id == 3802 && codec<json_text>::type.id == 114);
static_assert(codec<json>::accepts(114) && codec<jsonb_text>::accepts(114) && codec<json_text>::accepts(3802));
static_assert(!pgmodel::detail::json_document<std::string> && !pgmodel::detail::json_document<jsonb_text> &&
              !pgmodel::detail::json_document<int>);

constexpr auto no_nul = "pgmodel: a JSON string holds the character NUL";
constexpr auto no_string =
    "pgmodel: this document has no JSON form: at $: a string that is not UTF-8 or holds the character NUL";

TEST(json, documents_survive) {
    for (const json& value : {json(), json(true), json(-5), json(0.1), json("h\xc3\xa9"), json::array(), json::object(),
                              json{{"a", {1, 2, nullptr}}, {"b", {{"c", "\"\\\n\x01"}}}}}) {
        EXPECT_EQ(round_trip(value), value);
        EXPECT_EQ(encoded(value)[0], '\x01');
        EXPECT_EQ(codec<json>::text(value), value.dump());
    }
    // What jsonb_send and json_send of a server write.
    const json expected{{"a", {1, 2}}};
    EXPECT_EQ(decode<json>(hex("017b2261223a205b312c20325d7d")), expected);
    EXPECT_EQ(decode<json>("{\"a\": [1, 2]}"), expected);
    const std::vector<std::optional<json>> several{expected, std::nullopt, json()};
    EXPECT_EQ(round_trip(several), several);
    const nlohmann::ordered_json ordered{{"b", 1}, {"a", 2}};
    EXPECT_EQ(round_trip(ordered).dump(), ordered.dump());
}

TEST(json, bad_bytes) {
    const auto whole = encoded(json{{"key", "secret"}});
    EXPECT_EQ(decode_failure<json>(""), "an empty JSON document");
    EXPECT_EQ(decode_failure<json>("\x02{}"), "a jsonb of an unknown version");
    EXPECT_EQ(decode_failure<json>("\0{}"s), "a jsonb of an unknown version");
    EXPECT_EQ(decode_failure<json>("\x01"), "an empty JSON document");
    EXPECT_EQ(decode_failure<pgmodel::json_text>("\x01\x01"), "a jsonb of an unknown version");
    for (std::size_t size = 2; size < whole.size(); ++size)
        EXPECT_EQ(decode_failure<json>(whole.substr(0, size)).substr(0, 15), "at $: the text ") << size;
    EXPECT_EQ(decode_failure<json>(whole + "x"), "at $: something stands behind the document");
    EXPECT_EQ(decode_failure<json>("\x01\"\xff\""), "at $: a string that is not UTF-8");
    EXPECT_EQ(decode_failure<json>("\x01{}\0\"1"s), "at $: something stands behind the document");
}

// Whatever that library's own parser makes of a text is read, and what it refuses is refused.
TEST(json, text_is_read_as_its_library_reads_it) {
    for (const char* text :
         {"null", " true", "false\n", "0", "-0", "-0.0", "1", "1.0", "1e2", "-1E-2", "9223372036854775807",
          "9223372036854775808", "-9223372036854775808", "1e-400", "-1e-400", "0.0", "5e-324", "1.7976931348623157e308",
          "\"\"", R"("\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t")", R"("\u0000")", "[]", "{}", "[[],[{}],{\"\":[]}]",
          R"({"a":1,"b":{"a":[1,{"c":null}]},"a":{"d":2}})", "[1,-2,3.5,\"x\",null,true,{\"k\":[]}]"}) {
        const json expected = json::parse(text);
        const json read = decode<json>(text);
        EXPECT_EQ(read, expected) << text;
        EXPECT_EQ(read.dump(), expected.dump()) << text;
        EXPECT_EQ(read.type(), expected.type()) << text;
        EXPECT_EQ(decode<nlohmann::ordered_json>(text).dump(), nlohmann::ordered_json::parse(text).dump()) << text;
    }
    const std::string tiny = "0." + std::string(400, '0') + "1";
    EXPECT_EQ(decode<json>(tiny), json::parse(tiny));
    EXPECT_EQ(decode<json>("-" + tiny).dump(), json::parse("-" + tiny).dump());
    for (const char* text : {" ", "nul", "tru", "01", "-", "1.", ".5", "1e", "+1", "1e999", "-1e999", "[1,]", "[,1]", "[1 2]",
                             "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "[}", "{]", "\"\t\"", R"("\ud83d")",
                             R"("\ude00")", R"("\x")", R"("\u12g4")", "[1] 2", "\"a", "'a'"}) {
        EXPECT_FALSE(json::accept(text)) << text;
        EXPECT_EQ(decode_failure<json>(text).substr(0, 6), "at $: ") << text;
    }
    const std::string deep = std::string(100000, '[') + std::string(100000, ']');
    EXPECT_EQ(decode<json>(deep).size(), 1);
}

TEST(json, text_is_that_of_its_library) {
    for (const double number : {0.0, -0.0, 1.0, -1.0, 0.5, 1e14, 123456789012345.0, 999999999999999.9, 1e15, 1.5e15, 1e16, 1e22, 1e100,
                                1.7976931348623157e308, 0.1, 0.0001, 0.00012, 0.000099, 1e-5, 1.5e-7, 5e-324, 1234.5678, 1e-100}) {
        EXPECT_EQ(codec<json>::text(number), json(number).dump());
        EXPECT_EQ(codec<json>::text(-number), json(-number).dump());
    }
    for (const json& value :
         {json(std::numeric_limits<std::int64_t>::min()), json(std::numeric_limits<std::uint64_t>::max()), json(0), json(0u), json(-1), json(10),
          json("\"\\/\b\f\n\r\t\x01\x1f\x7f\xc3\xa9"), json{{"\n", {{"", json::array({json::object(), json::array(), nullptr, true})}}}, {"b", false}},
          json::binary({0, 9, 255}), json::binary({}, 7), json{{"a", json::binary({1})}}}) {
        EXPECT_EQ(codec<json>::text(value), value.dump());
        EXPECT_EQ(encoded(value), "\x01" + value.dump());
    }
    const nlohmann::ordered_json ordered{{"b", {1, {{"z", 2}, {"y", 3.0}}}}, {"a", nullptr}};
    EXPECT_EQ(codec<nlohmann::ordered_json>::text(ordered), ordered.dump());
    json deep;
    for (int i = 0; i < 10000; ++i) deep = json::array({std::move(deep)});
    EXPECT_EQ(codec<json>::text(deep), std::string(10000, '[') + "null" + std::string(10000, ']'));
}

TEST(json, what_the_server_would_refuse_is_not_sent) {
    EXPECT_EQ(encode_failure(json("\xff")), no_string);
    EXPECT_EQ(encode_failure(json{{"\xc3", 1}}), no_string);
    EXPECT_EQ(encode_failure(json("a\0b"s)), no_string);
    EXPECT_EQ(encode_failure(json{{"\0"s, 1}}), no_string);
    EXPECT_EQ(encode_failure(json("\\\0"s)), no_string);
    EXPECT_EQ(encode_failure(json(json::value_t::discarded)), "pgmodel: this document has no JSON form: at $: a value that was discarded");
    // A backslash and the letters, not the character.
    EXPECT_EQ(encode_failure(json("\\u0000")), "");
    EXPECT_EQ(encode_failure(json("\\\\u0000")), "");
    EXPECT_EQ(encode_failure(jsonb_text("\"\\u0000\"")), no_nul);
    EXPECT_EQ(encode_failure(jsonb_text("\"\\\\u0000\"")), "");
    EXPECT_EQ(encode_failure(jsonb_text("\"\\\\\\u0000\"")), no_nul);
    EXPECT_EQ(encode_failure(json_text("\"\\u0000\"")), "");
    EXPECT_EQ(encode_failure(jsonb_text("\"\xff\"")), "pgmodel: text is not valid UTF-8");
    EXPECT_EQ(encode_failure(json_text("\"\xff\"")), "pgmodel: text is not valid UTF-8");
    EXPECT_EQ(encode_failure(json_text("\"\0\""s)), "pgmodel: text holds a NUL byte");
}

// What the JSON library would silently make another number, or null.
TEST(json, no_number_is_changed) {
    constexpr auto lossy = "at $: an integer that the JSON library cannot hold";
    const auto failure = [](const std::string& text) { return decode_failure<json>("\x01" + text); };
    for (const char* text : {"9007199254740993", "-9223372036854775808", "18446744073709551615", "18446744073709551616",
                             "[1180591620717411303424, -1180591620717411303424]", R"({"12345678901234567890123": 1})",
                             R"(["\"12345678901234567890123", 0.12345678901234567890123])"})
        EXPECT_EQ(failure(text), "") << text;
    EXPECT_EQ(failure("15" + std::string(299, '0')), "") << "1.5e300 as the server writes it";
    EXPECT_EQ(failure("-17539208653669854" + std::string(236, '0')), "") << "and a double of which the library prints 17 digits";
    EXPECT_EQ(failure("175392086536698541" + std::string(236, '0')), lossy);
    for (const char* text : {"18446744073709551617", "-9223372036854775809", "12345678901234567890123456789",
                             R"({"a": [1, {"b\"": 1180591620717411303425}]})", "[-1180591620717411303425]"})
        EXPECT_EQ(failure(text), lossy) << text;
    EXPECT_EQ(failure("1" + std::string(309, '0')), "at $: a number out of the range of the JSON library");
    for (const auto& text : {"1" + std::string(400, '0') + "e-10", "-1" + std::string(400, '0') + ".5e-9", std::string("1e400")})
        EXPECT_EQ(failure(text), "at $: a number out of the range of the JSON library") << text;
    const auto number = [](const std::string& text) { return decode<json>("\x01" + text); };
    EXPECT_EQ(number("1" + std::string(400, '0') + "e-400"), 1.0);
    EXPECT_EQ(number("0." + std::string(400, '0') + "1e10"), 0.0);
    EXPECT_EQ(number("1e-400"), 0.0);
    constexpr auto endless = "pgmodel: this document has no JSON form: at $: a number that is not finite";
    for (const double number : {std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::infinity()}) {
        EXPECT_EQ(encode_failure(json(number)), endless);
        EXPECT_EQ(encode_failure(json{{"a", {1, {{"b", number}}}}}), endless);
        EXPECT_EQ(encode_failure(nlohmann::ordered_json{{"a", number}}), endless);
    }
}

TEST(json, unparsed_text_is_kept) {
    const jsonb_text document("{\"b\" : 1.00}");
    EXPECT_EQ(encoded(document), "\x01{\"b\" : 1.00}");
    EXPECT_EQ(round_trip(document), document);
    const json_text plain("{\"b\" : 1.00}");
    EXPECT_EQ(encoded(plain), "{\"b\" : 1.00}");
    EXPECT_EQ(round_trip(plain), plain);
    EXPECT_EQ(decode<json_text>("\x01[]").str(), "[]");
    EXPECT_EQ(decode<jsonb_text>("[]").str(), "[]");
    EXPECT_EQ(decode_failure<jsonb_text>(""), "an empty JSON document");
    EXPECT_EQ(decode_failure<json_text>("\x02[]"), "a jsonb of an unknown version");
    EXPECT_EQ(jsonb_text{}.str(), "null");
    EXPECT_EQ(json_text{}.str(), "null");
    EXPECT_EQ(jsonb_text{}, jsonb_text{"null"});
    EXPECT_EQ(jsonb_text{"[1]"}.str(), "[1]");
}

}  // namespace

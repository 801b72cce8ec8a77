// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/types/interval.hpp>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace {

namespace pg = pgmodel;
using namespace std::string_literals;

enum class theme { light, dark };

struct size {
    int width{};
    int height{};
};
struct settings {
    theme colors = theme::light;
    std::vector<std::string> tags{};
    std::optional<size> window{};
    std::map<std::string, double> weights{};
    bool beta{};
};

struct everything {
    bool yes = true;
    std::int64_t big = std::numeric_limits<std::int64_t>::min();
    std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    std::int8_t small = -128;
    float real = 0.1F;
    double wide = -1.5e300;
    std::string text = "a\"\\\n\x01\u00e9\U0001F600";
    pg::varchar<5> short_text{"five5"};
    pg::uuid id{"00000000-0000-0000-0000-000000000001"};
    pg::numeric<30, 4> price{"12345678901234567890.1250"};
    pg::date day{"2024-02-29"};
    pg::timestamp local{"2024-02-29T12:30:00.5"};
    pg::timestamptz moment{"2024-02-29T12:30:00Z"};
    pg::interval length{"1 year 2 days 03:04:05"};
    pg::bytes raw{std::byte{0}, std::byte{0xff}};
    std::array<int, 3> triple{1, 2, 3};
    std::deque<bool> flags{true, false};
    std::vector<bool> bits{false, true};
    std::vector<std::optional<int>> gaps{1, std::nullopt, 3};
    pg::jsonb_text unparsed{R"({"a": [1, 2]})"};
    nlohmann::json parsed = nlohmann::json::parse(R"({"b":null})");
    pg::jsonb<size> inner{size{3, 4}};
    std::chrono::seconds timeout{30};
    std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds> since{std::chrono::seconds{0}};
};

constexpr auto all_of_it =
    R"({"yes":true,"big":-9223372036854775808,"most":18446744073709551615,"small":-128,"real":0.1,"wide":-1.5e+300,)"
    "\"text\":\"a\\\"\\\\\\n\\u0001\u00e9\U0001F600\","
    R"("short_text":"five5","id":"00000000-0000-0000-0000-000000000001","price":12345678901234567890.1250,)"
    R"("day":"2024-02-29","local":"2024-02-29T12:30:00.5","moment":"2024-02-29T12:30:00+00:00",)"
    R"("length":"1 year 2 days 03:04:05","raw":"\\x00ff","triple":[1,2,3],"flags":[true,false],"bits":[false,true],)"
    R"("gaps":[1,null,3],"unparsed":{"a": [1, 2]},"parsed":{"b":null},"inner":{"width":3,"height":4},"timeout":30,)"
    R"("since":"1970-01-01T00:00:00+00:00"})";

/// What is wrong with the text; empty if nothing is.
template <class T>
std::string reason(std::string_view text) {
    try {
        (void)pg::from_json<T>(text);
    } catch (const pg::decode_error& e) {
        const std::string what = e.what();
        return what.substr(what.find("at $"));
    }
    return {};
}
template <class T>
std::string refusal(const T& value) {
    try {
        (void)pg::to_json(value);
    } catch (const pg::encode_error& e) {
        const std::string what = e.what();
        return what.substr(what.find("at $"));
    }
    return {};
}

TEST(jsonb, writes_each_type_as_the_server_would) { EXPECT_EQ(pg::to_json(everything{}), all_of_it); }

TEST(jsonb, reads_what_it_has_written) {
    auto blank = pg::from_json<everything>(all_of_it);
    EXPECT_EQ(pg::to_json(blank), all_of_it);
    EXPECT_EQ(blank.text, everything{}.text);
    EXPECT_EQ(blank.most, everything{}.most);
    EXPECT_EQ(blank.unparsed.str(), R"({"a": [1, 2]})");
}

TEST(jsonb, takes_keys_in_any_order_and_leaves_what_is_missing) {
    const auto read = pg::from_json<settings>(R"( { "beta" : true , "window":{"height":2,"width":1},"colors":"dark" } )");
    EXPECT_EQ(read.colors, theme::dark);
    EXPECT_TRUE(read.beta && read.tags.empty());
    EXPECT_EQ(read.window->height, 2);
    EXPECT_EQ(pg::to_json(pg::from_json<settings>("{}")), pg::to_json(settings{}));
    EXPECT_EQ(pg::to_json(settings{}), R"({"colors":"light","tags":[],"window":null,"weights":{},"beta":false})");
}

TEST(jsonb, says_where_an_error_is) {
    EXPECT_EQ(reason<settings>(R"({"tags":["a",7]})"), "at $.tags[1]: a string is expected");
    EXPECT_EQ(reason<settings>(R"({"window":{"width":true}})"), "at $.window.width: a number is expected");
    EXPECT_EQ(reason<settings>(R"({"weights":{"secret":"x"}})"), "at $.weights.*: a number is expected");
    EXPECT_EQ(reason<settings>(R"({"colour":"red"})"), "at $.colour: a key that the struct does not have");
    EXPECT_EQ(reason<settings>(R"({"beta":true,"beta":true})"), "at $.beta: a key that is there twice");
    EXPECT_EQ(reason<settings>(R"({"weights":{"a":1,"a":2}})"), "at $.weights.*: a key that is there twice");
    EXPECT_EQ(reason<settings>(R"({"colors":"blue"})"), "at $.colors: a label that the enum does not have");
    EXPECT_EQ(reason<settings>(R"({"beta":true,"a key that is longer than a short string" 1})"), "at $.beta: a colon is expected");
    EXPECT_EQ(reason<settings>("null"), "at $: an object is expected");
    EXPECT_EQ(reason<settings>("{} {}"), "at $: something stands behind the document");
    EXPECT_EQ(reason<settings>(""), "at $: the text ends too early");
    EXPECT_EQ(reason<std::vector<int>>("[1,]"), "at $[1]: a value is expected behind a comma");
    EXPECT_EQ((reason<std::array<int, 2>>("[1]")), "at $: fewer elements than the field has");
    EXPECT_EQ((reason<std::array<int, 2>>("[1,2,3]")), "at $[2]: more elements than the field has");
    EXPECT_EQ(reason<pg::uuid>("\"x\""), "at $: a text that is no value of the field's type");
    EXPECT_EQ(reason<pg::varchar<2>>("\"abc\""), "at $: a text that the field cannot hold");
    EXPECT_EQ(reason<bool>("1"), "at $: true or false is expected");
    EXPECT_EQ(reason<bool>("trux"), "at $: a word that JSON does not have");
    EXPECT_EQ(reason<pg::bytes>("\"\\\\x0\""), "at $: bytes are written as \\x and hexadecimal digits");
    EXPECT_EQ(reason<pg::bytes>("\"\\\\x0g\""), "at $: bytes are written as \\x and hexadecimal digits");
}

TEST(jsonb, numbers_are_exact_or_refused) {
    EXPECT_EQ(pg::from_json<std::int64_t>("9007199254740993"), 9007199254740993);
    EXPECT_EQ(pg::from_json<int>("1.00"), 1);
    EXPECT_EQ(pg::from_json<int>("-0"), 0);
    EXPECT_EQ(pg::from_json<unsigned>("-0"), 0U);
    EXPECT_EQ(reason<int>("1.5"), "at $: a number with decimals or an exponent for a field that is an integer");
    EXPECT_EQ(reason<int>("1e2"), "at $: a number with decimals or an exponent for a field that is an integer");
    EXPECT_EQ(reason<std::int8_t>("128"), "at $: a number out of the range of the field");
    EXPECT_EQ(reason<std::uint16_t>("-1"), "at $: a number out of the range of the field");
    EXPECT_EQ(reason<std::int64_t>("12345678901234567890123456789"), "at $: a number out of the range of the field");
    EXPECT_EQ(reason<double>("9007199254740993"), "at $: an integer that the field cannot hold exactly");
    EXPECT_EQ(pg::from_json<double>("9007199254740992"), 9007199254740992.0);
    EXPECT_EQ(pg::from_json<double>("1000000000000000000000"), 1e21);
    EXPECT_EQ(reason<double>("12345678901234567890123456789"), "at $: an integer that the field cannot hold exactly");
    EXPECT_EQ(pg::from_json<double>("-15" + std::string(299, '0')), -1.5e300) << "as the server writes it";
    EXPECT_EQ(pg::from_json<double>("1180591620717411303424"), 0x1p70);
    EXPECT_EQ(reason<double>("1180591620717411303425"), "at $: an integer that the field cannot hold exactly");
    EXPECT_EQ(pg::from_json<float>("16777216"), 16777216.0F);
    EXPECT_EQ(pg::from_json<double>("12345678901234567000"), 12345678901234567000.0) << "17 digits are a double";
    EXPECT_EQ(reason<double>("123456789012345678"), "at $: an integer that the field cannot hold exactly");
    EXPECT_EQ(reason<float>("16777217"), "at $: an integer that the field cannot hold exactly");
    EXPECT_EQ(pg::from_json<float>("3" + std::string(38, '0')), 3e38F) << "as the server writes it";
    EXPECT_EQ(reason<double>("1e400"), "at $: a number out of the range of the field");
    EXPECT_EQ(reason<float>("1e40"), "at $: a number out of the range of the field");
    EXPECT_EQ(pg::from_json<double>("-1.5E+2"), -150.0);
    for (auto text : {"01", "+1", ".5", "1.", "1e", "--1", "0x1", "NaN", "Infinity", "-"})
        EXPECT_NE(reason<double>(text), "") << text;
    EXPECT_EQ((pg::from_json<pg::numeric<10, 2>>("\"1.50\"").to_string()), "1.50");
    EXPECT_EQ((reason<pg::numeric<10, 2>>("1.555")), "at $: a number or text that is no value of the field's type");
    EXPECT_EQ(pg::to_json(pg::numeric<10, 2>::nan()), "\"NaN\"");
    EXPECT_EQ(refusal(std::vector<double>{1, std::numeric_limits<double>::quiet_NaN()}), "at $[1]: a number that is not finite");
    EXPECT_EQ(refusal(std::numeric_limits<float>::infinity()), "at $: a number that is not finite");
}

TEST(jsonb, times_of_chrono_end_where_their_units_do) {
    using few = std::chrono::time_point<std::chrono::system_clock, std::chrono::duration<std::int32_t>>;
    using seconds = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;
    constexpr auto text = "\"2038-01-19T03:14:06+00:00\"";
    EXPECT_EQ(pg::to_json(pg::from_json<few>(text)), text);
    EXPECT_EQ(reason<few>("\"2038-01-20T00:00:00+00:00\""), "at $: a time that the field cannot hold exactly");
    EXPECT_EQ(reason<few>("\"0044-03-15T00:00:00+00:00 BC\""), "at $: a time that the field cannot hold exactly");
    EXPECT_EQ(reason<seconds>("\"2024-01-01T00:00:00.5+00:00\""), "at $: a time that the field cannot hold exactly");
    EXPECT_EQ(reason<seconds>("\"infinity\""), "at $: an infinite time");
}

TEST(jsonb, texts_are_unicode) {
    EXPECT_EQ(pg::from_json<std::string>(R"("\u0041\u00e9\ud83d\ude00\/\b\f\n\r\t")"), "A\u00e9\U0001F600/\b\f\n\r\t");
    for (auto text : {R"("\ud83d")", R"("\ud83dx")", R"("\ud83d\u0041")", R"("\ude00")"})
        EXPECT_EQ(reason<std::string>(text), "at $: half of a surrogate pair") << text;
    EXPECT_EQ(reason<std::string>("\"\xff\""), "at $: a string that is not UTF-8");
    EXPECT_EQ(reason<std::string>("\"\xed\xa0\x80\""), "at $: a string that is not UTF-8");
    EXPECT_EQ(reason<std::string>("\"\n\""), "at $: a control character within a string");
    EXPECT_EQ(reason<std::string>("\"abc"), "at $: the text ends within a string");
    EXPECT_EQ(reason<std::string>(R"("\x")"), "at $: an escape that JSON does not have");
    EXPECT_EQ(reason<std::string>(R"("\u00g0")"), "at $: an escape that JSON does not have");
    EXPECT_EQ(pg::from_json<std::string>(R"("a\u0000b")"), "a\0b"s);
    EXPECT_EQ(refusal("a\0b"s), "at $: a string that is not UTF-8 or holds the character NUL");
    EXPECT_EQ(refusal(settings{.tags = {"fine", "\xc3"}}), "at $.tags[1]: a string that is not UTF-8 or holds the character NUL");
    EXPECT_EQ(refusal(std::map<std::string, int>{{"\xff", 1}}), "at $.*: a string that is not UTF-8 or holds the character NUL");
}

struct tree {
    std::vector<tree> children{};
};

TEST(jsonb, is_bounded_in_depth) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_EQ(reason<pg::jsonb_text>(nested(512)), "");
    EXPECT_EQ(reason<pg::jsonb_text>(nested(513)), "at $: nested too deeply");
    EXPECT_EQ(reason<pg::jsonb_text>(nested(1'000'000)), "at $: nested too deeply");
    std::string deep = "{}";
    for (int i = 0; i < 200; ++i) deep = R"({"children":[)" + deep + "]}";
    EXPECT_EQ(pg::to_json(pg::from_json<tree>(deep)).size(), deep.size() + std::string(R"("children":[])").size());
    for (int i = 0; i < 200; ++i) deep = R"({"children":[)" + deep + "]}";
    EXPECT_TRUE(reason<tree>(deep).ends_with("nested too deeply"));
    tree built;
    for (int i = 0; i < 300; ++i) {
        tree up;
        up.children.push_back(std::move(built));
        built = std::move(up);
    }
    EXPECT_TRUE(refusal(built).ends_with("nested too deeply"));
}

struct account {
    std::string class_{};
    int limit = 7;
    std::string cache = "none";
    std::map<std::string, nlohmann::json> others{};

    static constexpr auto document() {
        using a = account;
        return pg::document(pg::key<&a::class_>.named("class").required(), pg::key<&a::cache>.skipped(),
                            pg::other_keys<&a::others>);
    }
};
struct lenient {
    int a{};
    static constexpr auto document() { return pg::document(pg::ignore_unknown_keys); }
};
struct foreign {
    int first{};
};

}  // namespace

template <>
struct pgmodel::document_of<foreign> {
    static constexpr auto document() { return pgmodel::document(pgmodel::key<&foreign::first>.named("1st")); }
};

namespace {

TEST(jsonb, follows_the_declaration_of_a_struct) {
    const auto read = pg::from_json<account>(R"({"class":"a","x":{"y":[1]},"cache":2})");
    EXPECT_EQ(read.class_, "a");
    EXPECT_EQ(read.limit, 7);
    EXPECT_EQ(read.cache, "none");
    EXPECT_EQ(pg::to_json(read), R"({"class":"a","limit":7,"cache":2,"x":{"y":[1]}})");
    EXPECT_EQ(reason<account>("{}"), "at $.class: the key is missing");
    EXPECT_EQ(reason<account>(R"({"class":"a","x":1,"x":2})"), "at $.x: a key that is there twice");
    EXPECT_EQ(reason<account>(R"({"class":"a","x":[18446744073709551617]})"), "at $.x: an integer that the JSON library cannot hold");
    EXPECT_EQ(refusal(account{.class_ = "a", .others = {{"x", std::numeric_limits<double>::quiet_NaN()}}}),
              "at $.x: a number that is not finite");
    EXPECT_EQ(refusal(account{.class_ = "a", .others = {{"class", 3}}}), "at $.class: one of the other keys is called like a field");
    EXPECT_EQ(pg::from_json<lenient>(R"({"b":[{"c":null}],"a":3})").a, 3);
    EXPECT_NE(reason<lenient>(R"({"b":[1 2],"a":3})"), "");
    EXPECT_EQ(pg::to_json(foreign{5}), R"({"1st":5})");
}

TEST(jsonb, unparsed_text_must_be_json) {
    struct outer {
        pg::jsonb_text inner{};
    };
    EXPECT_EQ(refusal(outer{pg::jsonb_text{R"(1,"admin":true)"}}), "at $.inner: a text that is not JSON");
    EXPECT_EQ(pg::to_json(outer{pg::jsonb_text{"[1]"}}), R"({"inner":[1]})");
}

TEST(jsonb, behaves_as_its_value) {
    pg::jsonb<settings> document{settings{.tags = {"x"}}};
    document->beta = true;
    EXPECT_EQ((*document).tags.size(), 1U);
    EXPECT_EQ(document, (pg::jsonb<settings>{settings{.tags = {"x"}, .beta = true}}));
    EXPECT_FALSE(document == pg::jsonb<settings>{});
    EXPECT_EQ(document.to_string(), pg::to_json(*document));
    const std::string moved = (*pg::jsonb<settings>{settings{.tags = {"y"}}}).tags[0];
    EXPECT_EQ(moved, "y");
}

TEST(jsonb, travels_with_its_version) {
    using document = pg::jsonb<std::vector<int>>;
    using codec = pg::codec<document>;
    static_assert(codec::type.id == 3802 && pg::codec<pg::json<int>>::type.id == 114);
    const document value{{1, 23}};
    std::string bytes(codec::size(value), '?');
    pg::writer out(bytes.data());
    codec::encode(value, out);
    EXPECT_EQ(bytes, "\1[1,23]");
    EXPECT_EQ(out.position(), bytes.data() + bytes.size());
    EXPECT_EQ(codec::decode(pg::reader(bytes.data(), bytes.size())), value);
    for (const auto& wrong : {"\2[1]"s, ""s, "\1"s, "\1[1]x"s})
        EXPECT_THROW(codec::decode(pg::reader(wrong.data(), wrong.size())), pg::value_error) << wrong;
}

}  // namespace

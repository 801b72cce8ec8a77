// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Compiled apart: what it includes gives types conversions to nlohmann::json.

#include <pgmodel.hpp>
#include <pgmodel/document/nlohmann.hpp>
#include <pgmodel/types/any_array.hpp>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "all_values.hpp"

namespace nlohmann_test {

namespace pg = pgmodel;
using nlohmann::json;

/// Each value comes back through the text of its document.
struct kept {
    template <class T>
    void expect(const T& value) const {
        const std::string text = json(value).dump();
        EXPECT_TRUE(json::parse(text).get<T>() == value) << text;
    }
    template <class T>
    void operator()(const T& lesser, const T& greater) const {
        expect(lesser);
        expect(greater);
    }
};

TEST(nlohmann_json, keeps_values_of_every_type) {
    pgmodel_test::each_value_type(kept{});
    pgmodel_test::each_other_type(kept{});
    kept{}(std::optional<pg::uuid>{}, std::optional{pg::uuid::v7()});
    const pg::interval length{"1 mon -00:00:01"};
    EXPECT_EQ(nlohmann::ordered_json(length).get<pg::interval>(), length);
}

TEST(nlohmann_json, has_the_form_of_documents) {
    EXPECT_EQ(json(pg::date{"2024-02-29"}), "2024-02-29");
    EXPECT_EQ(json(pg::timestamptz{"2024-02-29T12:30:00Z"}), "2024-02-29T12:30:00+00:00");
    EXPECT_EQ(json(pg::bytes{std::byte{1}, std::byte{255}}), "\\x01ff");
    EXPECT_EQ(json(pg::hstore{{"b", std::nullopt}, {"a", "1"}}), json::parse(R"({"a":"1","b":null})"));
    EXPECT_EQ(json(pg::jsonb_text{"[1, {}]"}), json::parse("[1,{}]"));
    EXPECT_EQ(json(pgmodel_test::hue::green), "green");
    EXPECT_EQ(json(pgmodel_test::sample_id{7}), 7);
    EXPECT_EQ(json(std::optional<pg::uuid>{}), nullptr);
    EXPECT_EQ(json(std::chrono::seconds{30}), 30);
    const pgmodel_test::sample_pair pair{1, "a", {pgmodel_test::hue::red}, pg::numeric<10, 2>{"1.5"}};
    EXPECT_EQ(nlohmann::ordered_json(pair).dump(),
              R"({"number":1,"text":"a","hues":["red"],"price":1.5})");
    std::map<std::string, pg::date> days = json::parse(R"({"a":"2024-02-29"})");
    EXPECT_EQ(days.at("a"), pg::date{"2024-02-29"});
}

TEST(nlohmann_json, has_arrays_of_any_shape) {
    using numbers = pg::any_array<std::optional<std::int32_t>>;
    const auto back = [](const numbers& all, std::string_view text) {
        const json document = all;
        EXPECT_EQ(document.dump(), text);
        EXPECT_EQ(document.get<numbers>(), all);
    };
    back(numbers{}, "[]");
    back(numbers({1, std::nullopt}), "[1,null]");
    back(numbers({1, 2, 3, 4, 5, 6}, {{2}, {3}}), "[[1,2,3],[4,5,6]]");
    EXPECT_EQ(json(pg::any_array<bool>({true, false}, {{2}, {1}})).dump(), "[[true],[false]]");
    EXPECT_THROW(json(numbers({1}, 0)).dump(), pg::encode_error);
    for (const char* text : {"[[1],[2,3]]", "[[1],2]", "[1,[2]]", "[[]]", "[[[[[[[1]]]]]]]", "1"})
        EXPECT_THROW((void)json::parse(text).get<numbers>(), pg::decode_error) << text;
}

TEST(nlohmann_json, no_number_is_changed) {
    EXPECT_EQ(json(pg::numeric<>{"1.5"}).dump(), "1.5");
    EXPECT_EQ(json(pg::numeric<>{"1.50"}).dump(), "\"1.50\"") << "a double keeps no zeros at the end";
    EXPECT_EQ((json(pg::numeric<10, 2>{"1.50"}).dump()), "1.5") << "but this type does";
    EXPECT_EQ(json(pg::numeric<>{"0.1"}).dump(), "0.1");
    EXPECT_EQ((json(pg::numeric<38, 0>{"18446744073709551615"}).dump()), "18446744073709551615");
    EXPECT_EQ((json(pg::numeric<38, 0>{"-9223372036854775808"}).dump()), "-9223372036854775808");
    EXPECT_EQ((json(pg::numeric<38, 0>{"18446744073709551617"}).dump()), "\"18446744073709551617\"");
    EXPECT_EQ((json(pg::numeric<38, 4>{"12345678901234567890.1250"}).dump()), "\"12345678901234567890.1250\"");
    EXPECT_EQ(json(pg::numeric<>{"1e400"}).dump(), "\"1" + std::string(400, '0') + "\"");
    EXPECT_EQ(json(pg::numeric<>{"NaN"}).dump(), "\"NaN\"");
    EXPECT_EQ(json::parse("12345678901234567").get<pg::numeric<>>().to_string(), "12345678901234567");
}

/// What is wrong; empty if nothing is.
template <class Do>
std::string reason(const Do& run) {
    try {
        run();
    } catch (const pg::error& e) {
        return e.what();
    }
    return {};
}

TEST(nlohmann_json, a_document_becomes_an_optional_one) {
    const nlohmann::json document = {1, 2};
    const std::optional<nlohmann::json> maybe = document;
    EXPECT_EQ(maybe, document);
    EXPECT_EQ(nlohmann::json(maybe).dump(), "[1,2]");
    EXPECT_EQ(nlohmann::json(std::optional<nlohmann::json>()).dump(), "null");
}

TEST(nlohmann_json, strings_may_hold_the_character_nul) {
    const std::string text("a\0\xc3\xa9", 4);
    EXPECT_EQ(json({{"text", text}}).get<pgmodel_test::sample_pair>().text, text);
    EXPECT_THROW(json({{"text", text + "\xff"}}).get<pgmodel_test::sample_pair>(), pg::decode_error);
}

TEST(nlohmann_json, errors_name_type_and_place) {
    using pgmodel_test::sample_pair;
    EXPECT_EQ(reason([] { (void)json("x").get<pg::uuid>(); }),
              "pgmodel: the JSON text is no pgmodel::uuid: at $: a text that is no value of the field's type");
    EXPECT_EQ(reason([] { (void)json::parse(R"({"hues":["red","blue"]})").get<sample_pair>(); }),
              "pgmodel: the JSON text is no pgmodel_test::sample_pair: at $.hues[1]: a label that the enum does not have");
    EXPECT_EQ(reason([] { (void)json::parse(R"({"number":2147483648})").get<sample_pair>(); }),
              "pgmodel: the JSON text is no pgmodel_test::sample_pair: at $.number: a number out of the range of the field");
    EXPECT_EQ(reason([] { (void)json(std::optional<float>{std::numeric_limits<float>::infinity()}); }),
              "pgmodel: this std::optional<float> has no JSON form: at $: a number that is not finite");
    EXPECT_EQ(reason([] { (void)json(sample_pair{.text = "\xff"}); }),
              "pgmodel: this pgmodel_test::sample_pair has no JSON form: at $.text: a string that is not UTF-8 or holds the "
              "character NUL");
    EXPECT_EQ(reason([] { (void)json(pg::varchar<2>{"abc"}); }),
              "pgmodel: this pgmodel::varchar<2> has no JSON form: at $: a text that is longer than its type allows, or not UTF-8");
    EXPECT_EQ(reason([] { (void)json(pg::jsonb_text{"1e400"}); }),
              "pgmodel: this pgmodel::jsonb_text has no JSON form: at $: a number out of the range of the JSON library");
    EXPECT_EQ(reason([] { (void)json(pg::jsonb_text{"[18446744073709551617]"}); }),
              "pgmodel: this pgmodel::jsonb_text has no JSON form: at $: an integer that the JSON library cannot hold");
    EXPECT_EQ(reason([] { (void)json{{"number", std::numeric_limits<double>::quiet_NaN()}}.get<sample_pair>(); }),
              "pgmodel: the JSON document is no pgmodel_test::sample_pair: it holds a number that is not finite, or a string that is not UTF-8");
    EXPECT_EQ(reason([] { (void)json("\xff").get<pg::varchar<5>>(); }),
              "pgmodel: the JSON document is no pgmodel::varchar<5>: it holds a number that is not finite, or a string that is not UTF-8");
}

enum class labelled { first, second };
NLOHMANN_JSON_SERIALIZE_ENUM(labelled, {{labelled::first, "1st"}, {labelled::second, "2nd"}})
struct defined {
    int a{};
    NLOHMANN_DEFINE_TYPE_INTRUSIVE(defined, a)
};
struct converted {
    int a{};
};
void to_json(json& document, const converted& value) { document = {value.a}; }
void from_json(const json& document, converted& value) { value.a = document.at(0); }
/// As NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE makes them since 3.12: for documents of that library and nothing else.
struct constrained {
    int a{};
};
template <class Document, std::enable_if_t<nlohmann::detail::is_basic_json<Document>::value, int> = 0>
void to_json(Document& document, const constrained& value) {
    document = {value.a, "constrained"};
}
template <class Document, std::enable_if_t<nlohmann::detail::is_basic_json<Document>::value, int> = 0>
void from_json(const Document& document, constrained& value) {
    value.a = document.at(0);
}
struct of_a_domain {
    int a{};
    static constexpr auto domain() { return pg::domain("of_a_domain"); }
};
template <class Document, std::enable_if_t<nlohmann::detail::is_basic_json<Document>::value, int> = 0>
void to_json(Document& document, const of_a_domain& value) {
    document = {value.a, "domain"};
}
/// Newer versions of that library would make a text of it.
struct also_a_text {
    std::string a{};
    operator std::string_view() const { return a; }
};
/// That library's own functions are among those that are looked up for it.
template <class Document>
struct envelope {
    Document body{};
};

TEST(nlohmann_json, leaves_a_programs_own_conversions_alone) {
    EXPECT_EQ(json(labelled::second), "2nd");
    EXPECT_EQ(json("2nd").get<labelled>(), labelled::second);
    EXPECT_EQ(json(defined{3}).dump(), R"({"a":3})");
    EXPECT_EQ(json(converted{3}).dump(), "[3]");
    EXPECT_EQ(json::parse("[4]").get<converted>().a, 4);
    EXPECT_EQ(json(constrained{3}).dump(), R"([3,"constrained"])");
    EXPECT_EQ(json::parse("[4]").get<constrained>().a, 4);
    EXPECT_EQ(json(of_a_domain{3}).dump(), R"([3,"domain"])");
    EXPECT_EQ(json(also_a_text{"x"}).dump(), R"({"a":"x"})");
    EXPECT_EQ(json::parse(R"({"a":"x"})").get<also_a_text>().a, "x");
    EXPECT_EQ(json(envelope<json>{{1, 2}}).dump(), R"({"body":[1,2]})");
    EXPECT_EQ(json::parse(R"({"body":[1,2]})").get<envelope<json>>().body, json({1, 2}));
    EXPECT_EQ(json(std::vector<int>{1}).dump(), "[1]");
    EXPECT_EQ(json(json::array({1})).dump(), "[1]");
    static_assert(!std::is_constructible_v<json, void (*)(int)>);
}

}  // namespace nlohmann_test

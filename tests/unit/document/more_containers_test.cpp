// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/document.hpp>

#include <pgmodel/types/any_array.hpp>
#include <pgmodel/types/boolean.hpp>
#include <pgmodel/types/uuid.hpp>
#include <pgmodel/types/varchar.hpp>
#include <pgmodel/types/wrapped.hpp>

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace more_containers_test {

namespace pg = pgmodel;
using namespace std::chrono_literals;

enum class size { small, large };
struct user_id {
    std::int64_t value{};
    auto operator<=>(const user_id&) const = default;
};

}  // namespace more_containers_test

template <>
struct pgmodel::codec<more_containers_test::user_id> : pgmodel::wrapped<&more_containers_test::user_id::value> {};

namespace more_containers_test {

struct shop {
    std::map<size, std::int32_t> stock{};
    std::map<std::int64_t, std::string> names{};
    std::map<user_id, std::vector<bool>> rights{};
    std::unordered_map<pg::uuid, std::optional<double>> weights{};
    std::map<pg::varchar<3>, std::map<std::uint8_t, int>> nested{};
    std::map<pg::date, int> days{};
    std::set<std::string> tags{};
    std::unordered_set<std::int32_t> numbers{};
    std::deque<std::int32_t> queue{};
    std::list<std::string> log{};
    std::pair<std::string, std::int32_t> best{};
    std::tuple<bool, std::optional<size>, std::array<int, 2>> mixed{};
    std::chrono::year_month_day since{};
    std::chrono::local_time<std::chrono::seconds> opens{};

    bool operator==(const shop&) const = default;
};

template <class T>
std::string reason(const std::string& text) {
    try {
        (void)pg::from_json<T>(text);
    } catch (const pg::decode_error& e) {
        const std::string what = e.what();
        return what.substr(what.find("at $"));
    }
    return {};
}

const shop some{.stock = {{size::small, 1}, {size::large, 2}},
                .names = {{-9223372036854775807, "a"}, {7, "b"}},
                .rights = {{user_id{5}, {true, false}}},
                .weights = {{pg::uuid::nil, 1.5}},
                .nested = {{"abc", {{255, 1}}}},
                .days = {{pg::date{"2024-02-29"}, 1}},
                .tags = {"x", "y"},
                .numbers = {3},
                .queue = {2, 1},
                .log = {"in", "out"},
                .best = {"a", 1},
                .mixed = {true, size::large, {1, 2}},
                .since = std::chrono::year{2024} / 2 / 29,
                .opens = std::chrono::local_days{std::chrono::year{2024} / 1 / 1} + 8h};

TEST(more_containers, have_their_forms) {
    const std::string text =
        R"({"stock":{"small":1,"large":2},"names":{"-9223372036854775807":"a","7":"b"},"rights":{"5":[true,false]},)"
        R"("weights":{"00000000-0000-0000-0000-000000000000":1.5},"nested":{"abc":{"255":1}},"days":{"2024-02-29":1},)"
        R"("tags":["x","y"],"numbers":[3],"queue":[2,1],"log":["in","out"],"best":["a",1],"mixed":[true,"large",[1,2]],)"
        R"("since":"2024-02-29","opens":"2024-01-01T08:00:00"})";
    EXPECT_EQ(pg::to_json(some), text);
    EXPECT_EQ(pg::from_json<shop>(text), some);
    EXPECT_EQ(pg::to_json(std::pair<int, int>{1, 2}), "[1,2]");
    EXPECT_EQ((pg::jsonb<std::set<int>>{{2, 1}}).to_string(), "[1,2]");
}
TEST(more_containers, have_keys_that_are_true_or_false) {
    const std::map<bool, std::string> answers{{false, "no"}, {true, "yes"}};
    EXPECT_EQ(pg::to_json(answers), R"({"false":"no","true":"yes"})");
    EXPECT_EQ((pg::from_json<std::map<bool, std::string>>(R"({"true":"yes","false":"no"})")), answers);
    EXPECT_THROW((pg::from_json<std::map<bool, std::string>>(R"({"t":"yes"})")), pg::decode_error);
}

TEST(more_containers, hold_arrays_of_any_shape) {
    using numbers = pg::any_array<std::optional<std::int32_t>>;
    const auto back = [](const numbers& all, std::string_view text) {
        EXPECT_EQ(pg::to_json(all), text);
        EXPECT_EQ(pg::from_json<numbers>(text), all);
    };
    back(numbers{}, "[]");
    back(numbers({1, std::nullopt}), "[1,null]");
    back(numbers({1, 2, 3, 4, 5, 6}, {{2}, {3}}), "[[1,2,3],[4,5,6]]");
    back(numbers({1, 2}, {{1}, {1}, {1}, {1}, {1}, {2}}), "[[[[[[1,2]]]]]]");
    using flags = pg::any_array<bool>;
    EXPECT_EQ(pg::to_json(flags({true, false}, {{2}, {1}})), "[[true],[false]]");
    EXPECT_EQ(pg::from_json<flags>("[[true],[false]]"), flags({true, false}, {{2}, {1}}));
    EXPECT_THROW(pg::to_json(numbers({1}, 0)), pg::encode_error);
    for (const char* text : {"[[1],[2,3]]", "[[1],2]", "[1,[2]]", "[[]]", "[[],[1]]", "[[[[[[[1]]]]]]]", "[[1],[]]", "1",
                             "[[[1]],[2]]"})
        EXPECT_THROW(pg::from_json<numbers>(text), pg::decode_error) << text;
}

TEST(more_containers, name_what_is_wrong_by_its_path) {
    EXPECT_EQ(reason<shop>(R"({"stock":{"huge":1}})"), "at $.stock.*: a key that is no value of the map's type");
    EXPECT_EQ(reason<shop>(R"({"stock":{"small":"x"}})"), "at $.stock.*: a number is expected");
    EXPECT_EQ(reason<shop>(R"({"names":{"1.0":"x"}})"), "at $.names.*: a key that is no integer of the map's type");
    EXPECT_EQ(reason<shop>(R"({"names":{"9223372036854775808":"x"}})"),
              "at $.names.*: a key that is no integer of the map's type");
    EXPECT_EQ(reason<shop>(R"({"names":{"07":"x","7":"y"}})"), "at $.names.*: a key that is there twice");
    EXPECT_EQ(reason<shop>(R"({"rights":{"":[]}})"), "at $.rights.*: a key that is no integer of the map's type");
    EXPECT_EQ(reason<shop>(R"({"weights":{"x":1}})"), "at $.weights.*: a key that is no value of the map's type");
    EXPECT_EQ(reason<shop>(R"({"nested":{"abc":{"256":1}}})"),
              "at $.nested.*.*: a key that is no integer of the map's type");
    EXPECT_EQ(reason<shop>(R"({"tags":["x","x"]})"), "at $.tags[1]: an element that is there twice");
    EXPECT_EQ(reason<shop>(R"({"best":["a"]})"), "at $.best: fewer elements than the field has");
    EXPECT_EQ(reason<shop>(R"({"best":["a",1,2]})"), "at $.best[2]: more elements than the field has");
    EXPECT_EQ(reason<shop>(R"({"mixed":[true,null,[1,"x"]]})"), "at $.mixed[2][1]: a number is expected");
    EXPECT_EQ(reason<shop>(R"({"since":"2024-02-30"})"), "at $.since: a text that is no value of the field's type");
    EXPECT_EQ(reason<shop>(R"({"since":"infinity"})"), "at $.since: an infinite time");
    EXPECT_EQ(reason<shop>(R"({"since":"40000-01-01"})"), "at $.since: a day that the field cannot hold");
    EXPECT_EQ(reason<shop>(R"({"opens":"2024-01-01T08:00:00.5"})"), "at $.opens: a time that the field cannot hold exactly");
    using short_seconds = std::chrono::duration<std::int32_t>;
    EXPECT_EQ(reason<std::vector<std::chrono::local_time<short_seconds>>>(R"(["2050-01-01T00:00:00"])"),
              "at $[0]: a time that the field cannot hold exactly");
    shop wrong;
    wrong.since = std::chrono::year{2023} / 2 / 29;
    EXPECT_THROW((void)pg::to_json(wrong), pg::encode_error);
}

}  // namespace more_containers_test

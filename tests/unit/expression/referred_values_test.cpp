// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// std::cref() wherever a value may stand: the text and the values are those of the value itself.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/bits.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/range.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/expression/text.hpp>
#include <pgmodel/expression/text_search.hpp>
#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "expression_text.hpp"

namespace pg = pgmodel;
using pg::col;
using pgmodel_test::text;
using pgmodel_test::types;
using pgmodel_test::values;

namespace {

struct item {
    std::int64_t id{};
    std::string name{};
    std::optional<std::string> note{};
    pg::citext email{};
    pg::varchar<20> code{};
    pg::fixed_char<3> unit{};
    std::int32_t amount{};
    double weight{};
    std::vector<std::string> tags{};
    pg::jsonb_text document{};
    pg::range<std::int32_t> sizes{};
    pg::timestamptz at{};
};

constexpr auto id = col<&item::id>;
constexpr auto name = col<&item::name>;
constexpr auto note = col<&item::note>;
constexpr auto email = col<&item::email>;
constexpr auto code = col<&item::code>;
constexpr auto unit = col<&item::unit>;
constexpr auto amount = col<&item::amount>;
constexpr auto weight = col<&item::weight>;
constexpr auto tags = col<&item::tags>;
constexpr auto document = col<&item::document>;
constexpr auto sizes = col<&item::sizes>;

const std::string word = "a word that is longer than a statement keeps in itself";
const std::string few = "ab";
const std::vector<std::string> list{"one", "two"};
const std::vector<std::int64_t> numbers{1, 2};
const std::optional<std::string> some = "some";
const std::int32_t seven = 7;
const double half = 0.5;
const pg::citext mail = "Ada@example.org";
const pg::jsonb_text json{R"({"a": 1})"};
const pg::range<std::int32_t> range{1, 5};

template <class Value, class Make>
void expect_same(const Value& value, const Make& make, int line = __builtin_LINE()) {
    const auto kept = make(value);
    const auto referred = make(std::cref(value));
    EXPECT_EQ(text(referred), text(kept)) << "line " << line;
    EXPECT_EQ(types(referred), types(kept)) << "line " << line << ": " << text(kept);
    EXPECT_EQ(values(referred), values(kept)) << "line " << line << ": " << text(kept);
}

TEST(referred_values, comparisons) {
    expect_same(word, [](auto x) { return name == x; });
    expect_same(word, [](auto x) { return x == email; });
    expect_same(word, [](auto x) { return name.between(x, x); });
    expect_same(few, [](auto x) { return unit.not_between(x, x); });
    expect_same(word, [](auto x) { return name.is_distinct_from(x); });
    expect_same(some, [](auto x) { return name.is_distinct_from(x); });
    expect_same(some, [](auto x) { return note.is_not_distinct_from(x); });
    expect_same(list, [](auto x) { return name.in(x); });
    expect_same(list, [](auto x) { return name.not_in(x); });
    expect_same(list, [](auto x) { return email.in(x); });
    expect_same(list, [](auto x) { return unit.in(x); });
    expect_same(list, [](auto x) { return code.in(x); });
    expect_same(numbers, [](auto x) { return id.in(x); });
    expect_same(numbers, [](auto x) { return amount.in(x); });
    expect_same(seven, [](auto x) { return id.in({x, x}); });
    expect_same(word, [](auto x) { return email.not_in(std::vector{x}); });
    expect_same(std::set<std::string>{"x"}, [](auto x) { return name.in(x); });
    expect_same(list, [](auto x) { return name == pg::any(x); });
    expect_same(list, [](auto x) { return name != pg::all(x); });
    expect_same(list, [](auto x) { return name.like(pg::any(x)); });
    expect_same(word, [](auto x) { return x == pg::any(tags); });
    expect_same(word, [](auto x) { return pg::row(name, id) == pg::row(x, 1); });
    expect_same(word, [](auto x) { return pg::row(x, 1) < pg::row(email, id); });
    expect_same(word, [](auto x) { return pg::row(name, id).is_distinct_from(pg::row(x, 1)); });
    expect_same(std::vector<std::tuple<std::string, int>>{{"a", 1}}, [](auto x) { return pg::row(name, id).in(x); });
    expect_same(std::vector<std::tuple<std::string, int>>{{"a", 1}}, [](auto x) { return pg::row(name, id).not_in(x); });
}

TEST(referred_values, texts) {
    expect_same(word, [](auto x) { return name.like(x); });
    expect_same(word, [](auto x) { return email.not_ilike(x); });
    expect_same(word, [](auto x) { return name.regex(x); });
    expect_same(word, [](auto x) { return name.starts_with(x); });
    expect_same(word, [](auto x) { return unit.ends_with(x); });
    expect_same(word, [](auto x) { return name.contains(x); });
    expect_same(word, [](auto x) { return name.icontains(x); });
    expect_same(word, [](auto x) { return name.istarts_with(x); });
    expect_same(word, [](auto x) { return name.iends_with(x); });
    expect_same(word, [](auto x) { return name + x; });
    expect_same(word, [](auto x) { return pg::concat(name, x); });
    expect_same(word, [](auto x) { return pg::concat_ws(x, name, x); });
    expect_same(word, [](auto x) { return pg::position(x, name); });
    expect_same(word, [](auto x) { return pg::replace(name, x, "y"); });
    expect_same(word, [](auto x) { return pg::to_char(id, x); });
    expect_same(word, [](auto x) { return pg::websearch<"english">(x); });
    expect_same(word, [](auto x) { return pg::to_tsquery<"english">(x); });
}

TEST(referred_values, choices) {
    expect_same(word, [](auto x) { return pg::case_when(id == 1, x).when(id == 2, x).otherwise(x); });
    expect_same(word, [](auto x) { return pg::coalesce(note, x); });
    expect_same(word, [](auto x) { return pg::coalesce(email, x); });
    expect_same(word, [](auto x) { return pg::nullif(name, x); });
    expect_same(seven, [](auto x) { return pg::greatest(id, x); });
    expect_same(word, [](auto x) { return pg::value(x); });
    expect_same(mail, [](auto x) { return pg::value(x); });
    expect_same(seven, [](auto x) { return pg::value(x); });
}

TEST(referred_values, numbers) {
    expect_same(seven, [](auto x) { return id + x; });
    expect_same(seven, [](auto x) { return amount % x; });
    expect_same(half, [](auto x) { return weight * x; });
    expect_same(seven, [](auto x) { return pg::round(pg::cast<pg::numeric<10, 2>>(weight), x); });
    expect_same(half, [](auto x) { return pg::power(weight, x); });
    expect_same(seven, [](auto x) { return pg::mod(id, x); });
}

TEST(referred_values, containers) {
    expect_same(word, [](auto x) { return tags.contains(x); });
    expect_same(list, [](auto x) { return tags.contains(x); });
    expect_same(list, [](auto x) { return tags.contained_by(x); });
    expect_same(list, [](auto x) { return tags.overlaps(x); });
    expect_same(list, [](auto x) { return tags + x; });
    expect_same(word, [](auto x) { return tags + x; });
    expect_same(seven, [](auto x) { return tags[x]; });
    expect_same(word, [](auto x) { return pg::array_append(tags, x); });
    expect_same(word, [](auto x) { return pg::array_position(tags, x); });
    expect_same(word, [](auto x) { return pg::array(name, x); });
    expect_same(list, [](auto x) { return pg::array_length(pg::value(x), 1); });
    expect_same(json, [](auto x) { return document.contains(x); });
    expect_same(json, [](auto x) { return document.contained_by(x); });
    expect_same(word, [](auto x) { return document[x]; });
    expect_same(word, [](auto x) { return document[x].as_text() == x; });
    expect_same(word, [](auto x) { return document - x; });
    expect_same(word, [](auto x) { return pg::has_key(document, x); });
    expect_same(list, [](auto x) { return pg::has_any_key(document, x); });
    expect_same(word, [](auto x) { return pg::jsonb_build_object("a", x); });
    expect_same(word, [](auto x) { return pg::jsonb_set(document, list, x); });
    expect_same(list, [](auto x) { return pg::jsonb_set(document, x, 1); });
    expect_same(seven, [](auto x) { return sizes.contains(x); });
    expect_same(range, [](auto x) { return sizes.contains(x); });
    expect_same(range, [](auto x) { return sizes.overlaps(x); });
    expect_same(range, [](auto x) { return amount.contained_by(x); });
    expect_same(range, [](auto x) { return pg::adjacent_to(sizes, x); });
    expect_same(range, [](auto x) { return sizes * x; });
    expect_same(seven, [](auto x) { return pg::make_range<std::int32_t>(x, amount); });
}

constexpr auto similarity = pg::function<"similarity", float(std::string, std::optional<std::string>)>;
constexpr auto distance = pg::operator_of<"<->", float(std::string, std::string)>;

TEST(referred_values, functions_and_fragments) {
    expect_same(word, [](auto x) { return similarity(name, x); });
    expect_same(some, [](auto x) { return similarity(name, x); });
    expect_same(word, [](auto x) { return distance(name, x); });
    expect_same(word, [](auto x) { return pg::raw<"$1 = any ($2)", bool>(x, tags); });
    expect_same(word, [](auto x) { return pg::raw<"$1 < $2", bool(std::string, std::string)>(x, name); });
    expect_same(word, [](auto x) { return pg::string_agg(name, x); });
}

}  // namespace

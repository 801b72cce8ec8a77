// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The text, type and nullability of operators and functions of arrays and JSON documents. That the server agrees is
// tested in integration/expressions_documents_test.cpp.

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/document_path.hpp>
#include <pgmodel/expression/jsonb.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "../../support/expression_text.hpp"

namespace documents_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;
using pgmodel_test::gives;
using pgmodel_test::nullable;
using pgmodel_test::text;
using pgmodel_test::types;
using pgmodel_test::values;

enum class shade { light, dark };
struct colors {
    std::string back{};
    std::optional<std::int32_t> depth{};

    static constexpr auto document() { return pg::document(pg::key<&colors::back>.named("it's back")); }
};
struct settings {
    std::string theme{};
    shade state = shade::light;
    bool loud{};
    std::vector<std::int32_t> sizes{};
    colors inner{};
    pg::numeric<6, 2> limit{};
};

struct item {
    std::int32_t n{};
    std::optional<std::string> nick{};
    std::vector<std::string> tags{};
    std::optional<std::vector<std::int64_t>> ids{};
    std::vector<std::optional<std::int32_t>> holes{};
    std::vector<std::vector<std::int32_t>> grid{};
    std::array<std::int32_t, 2> pair{};
    nlohmann::json doc{};
    pg::json_text kept{};
    pg::jsonb<settings> setup{};
};
using i = item;

TEST(documents, arrays) {
    EXPECT_EQ(text(5 == pg::any(col<&i::ids>)), "$1 = any(ids)");
    EXPECT_EQ(types(5 == pg::any(col<&i::ids>)), "bigint");
    EXPECT_EQ(text(col<&i::n> < pg::all(std::vector<std::int32_t>{1})), "n < all($1)");
    EXPECT_EQ(text(col<&i::nick>.ilike(pg::any(col<&i::tags>))), "nick ilike any(tags)");
    EXPECT_EQ(text(col<&i::tags>[1] == "x"), "tags[$1] = $2");
    EXPECT_EQ(types(col<&i::tags>[1L]), "integer");
    EXPECT_EQ(text(pg::slice(col<&i::tags>, 1, col<&i::n>)), "tags[$1:n]");
    EXPECT_EQ(text(pg::slice(col<&i::tags>, 2, pg::open_end)), "tags[$1:]");
    EXPECT_EQ(text(pg::slice(col<&i::tags>, pg::open_end, col<&i::n>)), "tags[:n]");
    EXPECT_EQ(text(pg::slice(col<&i::tags>, pg::open_end, pg::open_end)), "tags[:]");
    EXPECT_EQ(text(pg::slice(col<&i::grid>, 1, 2, lit<2>, pg::open_end)), "grid[$1:$2][2:]");
    EXPECT_EQ(types(pg::slice(col<&i::grid>, 1, 2, 1L, 2)), "integer integer integer integer");
    EXPECT_EQ(text(!(5 == pg::any(col<&i::ids>))), "not $1 = any(ids)");
    EXPECT_EQ(text(pg::slice(col<&i::tags> + col<&i::tags>, 2, 5)), "(tags || tags)[$1:$2]");
    EXPECT_EQ(text(col<&i::tags>.contains(std::vector<std::string>{})), "tags @> $1");
    EXPECT_EQ(types(col<&i::tags>.contains(std::vector<std::string>{})), "text[]");
    EXPECT_EQ(text(pg::array(col<&i::nick>, "x") + col<&i::tags>), "array[nick, $1] || tags");
    EXPECT_EQ(text(col<&i::grid>[2][1] == 5), "grid[$1][$2] = $3");
    static_assert(gives<std::int32_t>(col<&i::grid>[lit<2>][lit<1>]));
    static_assert(gives<std::vector<std::int32_t>>(pg::array_append(col<&i::pair>, lit<1>)) &&
                  gives<std::vector<std::int32_t>>(col<&i::pair> + col<&i::pair>) &&
                  gives<std::int32_t>(col<&i::pair>[lit<1>]));
    EXPECT_EQ(text((col<&i::tags> + "x")[1]), "(tags || $1)[$2]");
    EXPECT_EQ(text(pg::slice(col<&i::tags>, 1, 2)[1]), "(tags[$1:$2])[$3]");
    EXPECT_EQ(text(pg::array(col<&i::n>, 1, 2)), "array[n, $1, $2]");
    EXPECT_EQ(text(col<&i::tags>.overlaps(std::vector<std::string>{"a"}) && col<&i::tags>.contained_by("x")),
              "tags && $1 and tags <@ $2");
    EXPECT_EQ(values(col<&i::tags>.overlaps("a")), "{a}");
    EXPECT_EQ(types(pg::array_append(col<&i::ids>, 5)), "bigint");
    EXPECT_THROW((void)(col<&i::n> == pg::any(std::vector<std::int32_t>{}) && col<&i::holes>[5LL << 40] == 1),
                 pg::encode_error);
    static_assert(nullable(col<&i::tags>[lit<1>]) && gives<std::string>(col<&i::tags>[lit<1>]));
    static_assert(nullable(col<&i::n> == pg::any(col<&i::ids>)) && nullable(col<&i::n> == pg::any(col<&i::holes>)) &&
                  !nullable(col<&i::nick>.is_null() == pg::any(pg::array(lit<true>))));
    static_assert(nullable(col<&i::ids> + col<&i::ids>) && !nullable(pg::array_append(col<&i::ids>, col<&i::n>)));
    static_assert(gives<std::vector<std::optional<std::string>>>(col<&i::tags> + col<&i::nick>) &&
                  gives<std::vector<std::optional<std::string>>>(pg::array_agg(col<&i::nick>)));
    static_assert(!nullable(pg::cardinality(col<&i::tags>)) && nullable(pg::array_length(col<&i::tags>)) &&
                  nullable(pg::array_position(col<&i::tags>, lit<"x">)) &&
                  nullable(pg::string_agg(col<&i::nick>, lit<",">)));
    static_assert(decltype(pg::array_agg(col<&i::n>))::aggregate);
    // An array is an element of one that has a dimension more.
    using lists = std::vector<std::vector<std::int32_t>>;
    EXPECT_EQ(text(col<&i::grid> + std::vector<std::int32_t>{1, 2}), "grid || $1");
    static_assert(gives<lists>(col<&i::grid> + col<&i::pair>) && gives<lists>(col<&i::pair> + col<&i::grid>) &&
                  gives<lists>(col<&i::grid> + col<&i::grid>));
}

TEST(documents, json) {
    const auto doc = col<&i::doc>;
    EXPECT_EQ(text(doc["a"]["b"][0]), "doc -> $1 -> $2 -> $3");
    EXPECT_EQ(types(doc["a"]["b"][0]), "text text integer");
    EXPECT_EQ(text(doc["a"][lit<"b">].as_text() == "x"), "doc -> $1 ->> 'b' = $2");
    EXPECT_EQ(text(pg::at_path(doc, {"a", "0"}).as_text()), "doc #>> $1");
    EXPECT_EQ(values(pg::at_path(doc, {"a", "0"})), "{a,0}");
    EXPECT_EQ(types(pg::at_path(doc, {"a", "0"})), "text[]");
    EXPECT_EQ(text(pg::at_path(doc, pg::array(col<&i::nick>, "x")).as_text()), "doc #>> array[nick, $1]");
    EXPECT_EQ(text(pg::jsonb_set(doc, pg::array(col<&i::nick>, "x"), 5, false)),
              "jsonb_set(doc, array[nick, $1], to_jsonb($2), $3)");
    EXPECT_EQ(text(doc.as_text()), "doc #>> '{}'");
    EXPECT_EQ(text((doc - "a")["b"]), "doc - $1 -> $2");
    EXPECT_EQ(text(doc - (doc["a"].as_text())), "doc - (doc ->> $1)");
    EXPECT_EQ(text(doc.contains(nlohmann::json{{"a", 1}})), "doc @> $1");
    EXPECT_EQ(types(doc.contains(nlohmann::json{{"a", 1}})), "jsonb");
    EXPECT_EQ(text(pg::has_key(doc, "a") && pg::has_any_key(doc, {"b"})), "doc ? $1 and doc ?| $2");
    EXPECT_EQ(text(pg::path_exists(doc, "$.a")), "doc @? $1");
    EXPECT_EQ(types(pg::path_exists(doc, "$.a")), "jsonpath");
    EXPECT_EQ(text(pg::path_matches(doc, lit<"$.a > 1">)), "doc @@ '$.a > 1'");
    EXPECT_EQ(text(pg::jsonb_set(doc, {"a"}, 5)), "jsonb_set(doc, $1, to_jsonb($2))");
    EXPECT_EQ(text(pg::jsonb_set(doc, {"a"}, doc["b"], false)), "jsonb_set(doc, $1, doc -> $2, $3)");
    EXPECT_EQ(text(pg::jsonb_build_object("n", col<&i::n>)), "jsonb_build_object($1, n)");
    EXPECT_EQ(text(pg::to_jsonb(lit<"x">)), "to_jsonb(text 'x')");
    EXPECT_EQ(text(pg::jsonb_array_length(doc["a"]) > 2), "jsonb_array_length(doc -> $1) > $2");
    EXPECT_TRUE(gives<nlohmann::json>(doc["a"]) && nullable(doc["a"]) && nullable(doc["a"].as_text()));
    static_assert(gives<nlohmann::json>(pg::jsonb_strip_nulls(col<&i::doc>)) &&
                  gives<pg::json_text>(col<&i::kept>[lit<1>]));
    static_assert(gives<nlohmann::json>(pg::to_jsonb<nlohmann::json>(col<&i::n>)) &&
                  gives<pg::jsonb_text>(pg::to_jsonb(col<&i::n>)));
    static_assert(!nullable(pg::jsonb_build_array(col<&i::nick>)) && nullable(pg::to_jsonb(col<&i::nick>)) &&
                  nullable(pg::jsonb_agg(col<&i::n>)));
}

TEST(documents, typed_json) {
    const auto setup = col<&i::setup>;
    EXPECT_EQ(text(pg::at<&settings::theme>(setup) == "dark"), "setup ->> 'theme' = $1");
    EXPECT_EQ(text(pg::at<&settings::loud>(setup).is_true()), "cast(setup ->> 'loud' as boolean) is true");
    EXPECT_EQ(text(pg::at<&settings::inner, &colors::depth>(setup) > 3),
              "cast(setup -> 'inner' ->> 'depth' as integer) > $1");
    EXPECT_EQ(text(pg::at<&settings::inner, &colors::back>(setup)), "setup -> 'inner' ->> 'it''s back'");
    EXPECT_EQ(text(pg::at<&settings::sizes>(setup)[0]), "setup -> 'sizes' -> $1");
    EXPECT_EQ(text(pg::at<&settings::state>(setup) == shade::dark), "cast(setup ->> 'state' as shade) = $1");
    EXPECT_EQ(text(pg::at<&settings::limit>(setup)), "cast(setup ->> 'limit' as numeric(6,2))");
    EXPECT_EQ(text(setup["theme"].as_text()), "setup ->> $1");
    using whole = decltype(pg::at<&settings::inner>(col<&i::setup>));
    static_assert(std::is_same_v<whole::value_type, pg::jsonb<colors>> && whole::nullable && whole::constant);
    static_assert(gives<std::int32_t>(pg::at<&settings::inner, &colors::depth>(col<&i::setup>)) &&
                  gives<pg::jsonb<std::vector<std::int32_t>>>(pg::at<&settings::sizes>(col<&i::setup>)) &&
                  gives<pg::jsonb_text>(col<&i::setup>[lit<"theme">]));
}
template <class T>
std::string theme_of() {
    return text(pg::at<&settings::theme>(col<&T::setup>));
}

/// Keys as literals: an index on the expression serves the query.
template <class T>
constexpr auto city_of = col<&T::doc>[lit<"address">][lit<"city">].as_text();
TEST(documents, in_templates) {
    EXPECT_EQ(text(city_of<item> == "Oslo"), "doc -> 'address' ->> 'city' = $1");
    static_assert(decltype(city_of<item>)::constant);
    EXPECT_EQ(theme_of<item>(), "setup ->> 'theme'");
}

}  // namespace documents_test

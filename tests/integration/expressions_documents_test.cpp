// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Every operator and function of arrays and JSON documents, once on a real server.

#include <pgmodel/document.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/document_path.hpp>
#include <pgmodel/expression/jsonb.hpp>

#include "evaluate.hpp"

namespace expressions_documents_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct inner {
    std::int32_t depth{};
    std::optional<pg::date> day{};
};
struct settings {
    std::string theme{};
    std::vector<std::int32_t> sizes{};
    inner within{};
};

struct item {
    std::int32_t n{};
    std::string name{};
    std::optional<std::string> none{};
    std::vector<std::string> tags{};
    std::vector<std::int32_t> numbers{};
    std::optional<std::vector<std::int32_t>> missing{};
    std::vector<std::optional<std::int32_t>> holes{};
    std::vector<std::vector<std::int32_t>> grid{};
    pg::jsonb_text doc{};
    pg::json_text kept{};
    pg::jsonb<settings> setup{};
};
using i = item;

class expressions_documents : public pgmodel_test::evaluation {
protected:
    static void SetUpTestSuite() {
        begin("expressions_documents",
              "create table item (n integer, name text, none text, tags text[], numbers integer[], missing integer[],"
              " holes integer[], grid integer[], doc jsonb, kept json, setup jsonb);"
              "insert into item values (2, 'b', null, '{a,b,c}', '{1,2,3,2}', null, '{1,null}', '{{1,2},{3,4}}',"
              " '{\"a\": {\"b\": [10, \"x\"]}, \"s\": \"text\", \"z\": null}', '{\"k\": 1}',"
              " '{\"theme\": \"dark\", \"sizes\": [1, 2], \"within\": {\"depth\": 3, \"day\": \"2024-05-17\"}}')");
    }
};

TEST_F(expressions_documents, arrays) {
    expect(col<&i::tags>.contains("b"), "true");
    expect(col<&i::tags>.contains(std::vector<std::string>{}), "true");
    expect(!("b" == pg::any(col<&i::tags>)), "false");
    expect(pg::slice(col<&i::grid>, 1, 2, 2, 2), "{{2},{4}}");
    expect(pg::slice(col<&i::grid>, pg::open_end, pg::open_end, col<&i::n>, pg::open_end), "{{2},{4}}");
    expect(pg::slice(col<&i::grid>, 1, 1), "{{1,2}}");
    expect(col<&i::tags>.contains(std::vector<std::string>{"a", "z"}), "false");
    expect(col<&i::tags>.contained_by(std::vector<std::string>{"a", "b", "c", "d"}), "true");
    expect(col<&i::tags>.overlaps(std::vector<std::string>{"z", "c"}), "true");
    expect(col<&i::numbers>.overlaps(col<&i::holes>), "true");
    expect(col<&i::numbers>.contains(col<&i::missing>), "NULL");
    expect(col<&i::n> == pg::any(col<&i::numbers>), "true");
    expect(7 == pg::any(col<&i::numbers>), "false");
    expect(7 > pg::all(col<&i::numbers>), "true");
    expect(col<&i::n> != pg::all(col<&i::holes>), "NULL");
    expect(col<&i::n> < pg::any(std::vector<std::int32_t>{1, 5}), "true");
    expect(col<&i::name>.like(pg::any(std::vector<std::string>{"x%", "b%"})), "true");
    expect(col<&i::tags>[2], "b");
    expect(col<&i::tags>[col<&i::n> + 1], "c");
    expect(col<&i::tags>[9], "NULL");
    expect(col<&i::grid>[2][1], "3");
    expect(3 == pg::any(col<&i::grid>), "true");
    expect(pg::array_ndims(col<&i::grid>), "2");
    expect(pg::string_to_array("x,y", ",")[2], "y");
    expect(pg::slice(col<&i::tags>, 2, 9), "{b,c}");
    expect(pg::slice(pg::array_append(col<&i::tags>, "d"), 3, 4)[1], "c");
    expect(col<&i::tags> + "d", "{a,b,c,d}");
    expect("0" + col<&i::tags>, "{0,a,b,c}");
    expect(col<&i::tags> + col<&i::none>, "{a,b,c,NULL}");
    expect(col<&i::tags> + std::vector<std::string>{"d"}, "{a,b,c,d}");
    expect(col<&i::numbers> + col<&i::missing>, "{1,2,3,2}");
    expect(col<&i::missing> + col<&i::missing>, "NULL");
    expect(pg::array(col<&i::n>, 5), "{2,5}");
    expect(pg::array(col<&i::name>, col<&i::none>), "{b,NULL}");
    expect(pg::cardinality(col<&i::tags>), "3");
    expect(pg::array_length(col<&i::tags>), "3");
    expect(pg::array_ndims(col<&i::tags>), "1");
    expect(pg::array_dims(col<&i::tags>), "[1:3]");
    expect(pg::array_position(col<&i::tags>, "c"), "3");
    expect(pg::array_position(col<&i::tags>, "z"), "NULL");
    expect(pg::array_positions(col<&i::numbers>, 2), "{2,4}");
    expect(pg::array_append(col<&i::missing>, 2), "{2}");
    expect(pg::array_prepend(0, col<&i::numbers>), "{0,1,2,3,2}");
    expect(pg::array_remove(col<&i::numbers>, 2), "{1,3}");
    expect(pg::array_replace(col<&i::numbers>, 2, 9), "{1,9,3,9}");
    expect(pg::trim_array(col<&i::numbers>, 2), "{1,2}");
    expect(pg::array_to_string(col<&i::tags>, "-"), "a-b-c");
    expect(pg::array_to_string(col<&i::holes>, ",", "?"), "1,?");
    expect(pg::string_to_array("x,y", ","), "{x,y}");
    expect(pg::string_to_array("x,", ",", ""), "{x,NULL}");
    expect(pg::array_agg(col<&i::n>), "{2}");
    expect(pg::array_agg(col<&i::none>), "{NULL}");
    expect(pg::string_agg(col<&i::name>, ", "), "b");
    expect(pg::unnest(pg::slice(col<&i::numbers>, 1, 1)), "1");
}

TEST_F(expressions_documents, json) {
    const auto doc = col<&i::doc>;
    expect(doc["s"], "\"text\"");
    expect(doc["s"].as_text(), "text");
    expect(doc["z"].as_text(), "NULL");
    expect(doc["a"]["b"][0], "10");
    expect(doc["a"]["b"][1].as_text(), "x");
    expect(doc[lit<"a">][col<&i::name>][1], "\"x\"");
    expect(doc["none"], "NULL");
    expect(pg::at_path(doc, {"a", "b", "1"}), "\"x\"");
    expect(pg::at_path(doc, {"a", "b", "1"}).as_text(), "x");
    expect(pg::at_path(doc, pg::array(pg::value("a"), col<&i::name>, "1")).as_text(), "x");
    expect(pg::at_path(col<&i::kept>, pg::array(lit<"k">, lit<"none">)), "NULL");
    expect(pg::has_any_key(doc, col<&i::tags>) && !pg::has_all_keys(doc, col<&i::tags>), "true");
    expect(pg::delete_path(doc, pg::array(lit<"a">, col<&i::name>))["a"], "{}");
    expect(pg::jsonb_set(doc, pg::array(lit<"a">, col<&i::name>), 5)["a"], "{\"b\": 5}");
    expect(pg::jsonb_set(doc, pg::array(lit<"a">, lit<"none">), 5, false)["a"], "{\"b\": [10, \"x\"]}");
    expect(col<&i::kept>["k"], "1");
    expect(col<&i::kept>["k"].as_text(), "1");
    expect(pg::cast<std::int32_t>(doc["a"]["b"][0]), "10");
    expect(doc["s"] == pg::jsonb_text("\"text\""), "true");
    expect(doc.contains(pg::jsonb_text(R"({"s": "text"})")), "true");
    expect(doc.contained_by(pg::jsonb_text("{}")), "false");
    expect(doc.contains(doc), "true");
    expect(pg::has_key(doc, "a"), "true");
    expect(pg::has_key(doc, col<&i::name>), "false");
    expect(pg::has_any_key(doc, {"q", "a"}), "true");
    expect(pg::has_all_keys(doc, {"q", "a"}), "false");
    expect((doc["a"] + pg::jsonb_text(R"({"c": 1})"))["c"], "1");
    expect((doc - "a")["a"], "NULL");
    expect((doc - std::vector<std::string>{"a", "s"}).as_text(), "{\"z\": null}");
    expect(doc["a"]["b"] - 0, "[\"x\"]");
    expect(pg::delete_path(doc, {"a", "b", "0"})["a"], "{\"b\": [\"x\"]}");
    expect(pg::path_exists(doc, "$.a.b[*] ? (@ == 10)"), "true");
    expect(pg::path_exists(doc, lit<"$.q">), "false");
    expect(pg::path_matches(doc, "$.s == \"text\""), "true");
    expect(pg::path_matches(doc, "$.s"), "NULL");
    expect(pg::jsonb_path_exists(doc, "$.a.b[*] ? (@ == $x)", pg::jsonb_text(R"({"x": 10})")), "true");
    expect(pg::jsonb_path_exists(doc, "$.q"), "false");
    expect(pg::jsonb_path_match(doc, "exists($.a)"), "true");
    expect(pg::jsonb_path_query(doc, "$.a.b[0]"), "10");
    expect(pg::jsonb_path_query_array(doc, "$.a.b[*]"), "[10, \"x\"]");
    expect(pg::jsonb_path_query_first(doc, "$.q"), "NULL");
    expect(pg::jsonb_set(doc, {"s"}, "new")["s"], "\"new\"");
    expect(pg::jsonb_set(doc, {"q"}, col<&i::n>)["q"], "2");
    expect(pg::jsonb_set(doc, {"q"}, 5, false)["q"], "NULL");
    expect(pg::jsonb_set(doc, {"s"}, pg::jsonb_text("[1]"))["s"], "[1]");
    expect(pg::jsonb_insert(doc["a"]["b"], {"0"}, 1), "[1, 10, \"x\"]");
    expect(pg::jsonb_insert(doc["a"]["b"], {"0"}, 1, true), "[10, 1, \"x\"]");
    expect(pg::jsonb_strip_nulls(doc - "a"), "{\"s\": \"text\"}");
    expect(pg::jsonb_typeof(doc["a"]["b"]), "array");
    expect(pg::jsonb_array_length(doc["a"]["b"]), "2");
    expect(pg::jsonb_pretty(pg::jsonb_build_object()), "{\n}");
    expect(pg::jsonb_object_keys(doc - "a" - "z"), "s");
    expect(pg::jsonb_array_elements(doc["a"]["b"] - 0), "\"x\"");
    expect(pg::jsonb_array_elements_text(doc["a"]["b"] - 0), "x");
    expect(pg::to_jsonb("x"), "\"x\"");
    expect(pg::to_jsonb(lit<"x">), "\"x\"");
    expect(pg::to_jsonb(col<&i::numbers>), "[1, 2, 3, 2]");
    expect(pg::to_jsonb(col<&i::none>), "NULL");
    expect(pg::jsonb_build_object("n", col<&i::n>, lit<"name">, col<&i::none>), "{\"n\": 2, \"name\": null}");
    expect(pg::jsonb_build_array(1, "x", lit<"y">, col<&i::tags>), "[1, \"x\", \"y\", [\"a\", \"b\", \"c\"]]");
    expect(pg::jsonb_agg(col<&i::n>), "[2]");
    expect(pg::jsonb_object_agg(col<&i::name>, col<&i::n>), "{\"b\": 2}");
}

TEST_F(expressions_documents, typed_json) {
    const auto setup = col<&i::setup>;
    expect(pg::at<&settings::theme>(setup), "dark");
    expect(pg::at<&settings::theme>(setup) == "dark", "true");
    expect(pg::at<&settings::sizes>(setup), "[1, 2]");
    expect(pg::at<&settings::sizes>(setup)[1], "2");
    expect(pg::at<&settings::within, &inner::depth>(setup), "3");
    expect(pg::at<&settings::within, &inner::day>(setup) + 1, "2024-05-18");
    expect(setup.contains(pg::jsonb_text(R"({"theme": "dark"})")), "true");
    expect(setup["theme"].as_text(), "dark");
    expect((setup + pg::jsonb_text(R"({"theme": "light"})"))["theme"].as_text(), "light");
    expect((pg::jsonb_text(R"({"more": 1})") + setup)["more"].as_text(), "1");
    expect((col<&i::doc> + pg::jsonb<settings>(settings{}))["sizes"], "[]");
    expect(pg::jsonb_set(setup, {"theme"}, "light")["theme"].as_text(), "light");
}

}  // namespace expressions_documents_test

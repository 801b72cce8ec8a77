// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What stands in FROM without being a table, on a server: rows of the program, VALUES, functions of several columns; and
// ORDER BY the names that rows give to expressions.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/query/set_returning.hpp>
#include <pgmodel/query/values.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/inet.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

enum class size { small, large };
struct box {
    std::int32_t id{};
    std::string name{};
    pg::jsonb_text document{};
    size kind = size::small;
};
struct wanted {
    std::int32_t id{};
    std::optional<std::string> note{};
    size kind = size::small;
    bool operator==(const wanted&) const = default;
};
struct number {
    std::int64_t n{};
};
struct pair {
    std::string key{};
    pg::jsonb_text value{};
};
struct line {
    std::optional<std::int32_t> Count{};
    std::optional<pg::numeric<6, 2>> price{};
    bool operator==(const line&) const = default;
};
struct measured {
    std::string name{};
    std::int32_t length{};
    bool operator==(const measured&) const = default;
};
inline constexpr auto jsonb_each = pg::set_returning<"jsonb_each", pair(pg::jsonb_text)>;

class select_sources : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("select_sources");
        pg::session made(dsn());
        made.create_all(pg::registry<box>{});
        made.insert(std::vector<box>{{1, "one", pg::jsonb_text(R"({"a": 1, "b": [2]})"), size::small},
                                     {2, "seven", pg::jsonb_text(R"([{"Count": 3, "price": 1.50}, {"price": 2}])"), size::large},
                                     {3, "Eins", pg::jsonb_text("{}"), size::small}});
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    pg::session db{dsn()};
};

TEST_F(select_sources, rows_of_the_program) {
    const std::vector<wanted> list{{2, "b", size::large}, {3, std::nullopt, size::small}, {9, "none", size::small}};
    EXPECT_EQ(db.all(pg::select<wanted>().from(pg::values(list)).order_by(col<&wanted::id>)), list);
    const auto found = db.all(pg::select(col<&box::name>, col<&wanted::note>)
                                  .join(pg::values(list))
                                  .on(col<&wanted::id> == col<&box::id> && col<&wanted::kind> == col<&box::kind>)
                                  .order_by(col<&box::id>));
    using row = std::tuple<std::string, std::optional<std::string>>;
    EXPECT_EQ(found, (std::vector<row>{{"seven", "b"}, {"Eins", std::nullopt}}));
    EXPECT_TRUE(db.all(pg::select<wanted>().from(pg::values(std::vector<wanted>{}))).empty());
}

TEST_F(select_sources, values) {
    constexpr auto v = pg::alias<measured, "v">;
    const auto rows = pg::values<measured>(pg::row("a", 1), pg::row(lit<"b">, lit<2>), pg::row("c", 3)).as(v);
    EXPECT_EQ(db.all(pg::select(v).from(rows).where(v[col<&measured::length>] > 1).order_by(v[col<&measured::name>].desc())),
              (std::vector<measured>{{"c", 3}, {"b", 2}}));
    const auto spread = pg::values<number>(pg::cast<std::int64_t>(col<&box::id>), 10);
    EXPECT_EQ(db.all(pg::select(col<&box::id>, col<&number::n>).join(pg::lateral(spread)).where(col<&box::id> == 2).order_by(col<&number::n>)),
              (std::vector<std::tuple<std::int32_t, std::int64_t>>{{2, 2}, {2, 10}}));
}

TEST_F(select_sources, functions_of_several_columns) {
    const auto keys = db.all(pg::select(col<&pair::key>, col<&pair::value>)
                                 .from(pg::model<box>)
                                 .cross_join(jsonb_each(col<&box::document>))
                                 .where(col<&box::id> == 1)
                                 .order_by(col<&pair::key>));
    ASSERT_EQ(keys.size(), 2u);
    EXPECT_EQ(std::get<0>(keys[1]) + std::get<1>(keys[1]).str(), "b[2]");
    const auto lines = pg::lateral(pg::select<line>().from(pg::jsonb_to_recordset<line>(col<&box::document>)));
    EXPECT_EQ(db.all(pg::select<line>().from(pg::model<box>).cross_join(lines).where(col<&box::id> == 2).order_by(col<&line::price>)),
              (std::vector<line>{{3, pg::numeric<6, 2>("1.50")}, {std::nullopt, pg::numeric<6, 2>("2")}}));
}

/// A field that is no std::optional says that each object has the key.
TEST_F(select_sources, objects_that_lack_a_key) {
    struct named {
        std::string name{};
    };
    const auto names = [](const char* objects) {
        return pg::select<named>().from(pg::jsonb_to_recordset<named>(pg::value(pg::jsonb_text(objects))));
    };
    EXPECT_EQ(db.one(names(R"([{"name": "a", "more": 1}])")).name, "a");
    EXPECT_THROW((void)db.all(names(R"([{"name": "a"}, {"more": 1}])")), pg::decode_error);
}

struct side_by_side {
    std::optional<std::string> word{};
    std::optional<std::int64_t> n{};
    std::optional<std::string> key{};
    std::optional<pg::jsonb_text> value{};
    std::int64_t place{};
};
TEST_F(select_sources, functions_side_by_side) {
    const auto words = pg::unnest(pg::string_to_array(col<&box::name>, "n"));
    const auto sources = pg::rows_from<side_by_side>(words, pg::generate_series<number>(5, 6), jsonb_each(col<&box::document>));
    const auto rows = db.all(pg::select(pg::model<side_by_side>)
                                 .from(pg::model<box>)
                                 .cross_join(sources.with_ordinality())
                                 .where(col<&box::id> == 3)
                                 .order_by(col<&side_by_side::place>));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].word, "Ei");
    EXPECT_EQ(rows[1].word, "s");
    EXPECT_EQ(rows[1].n, 6);
    EXPECT_EQ(rows[1].place, 2);
    EXPECT_FALSE(rows[0].key || rows[0].value) << "an empty document has no keys";
}

struct numbered_pair {
    std::string key{};
    pg::jsonb_text value{};
    std::int64_t place{};
};
struct numbered_line {
    std::optional<std::int32_t> Count{};
    std::optional<pg::numeric<6, 2>> price{};
    std::int64_t place{};
    bool operator==(const numbered_line&) const = default;
};
TEST_F(select_sources, functions_of_several_columns_are_numbered) {
    constexpr auto pairs = pg::set_returning<"jsonb_each", numbered_pair(pg::jsonb_text)>;
    const auto keys = db.all(pg::select(col<&numbered_pair::place>, col<&numbered_pair::key>)
                                 .from(pg::model<box>)
                                 .cross_join(pairs(col<&box::document>).with_ordinality())
                                 .where(col<&box::id> == 1)
                                 .order_by(col<&numbered_pair::place>));
    EXPECT_EQ(keys, (std::vector<std::tuple<std::int64_t, std::string>>{{1, "a"}, {2, "b"}}));
    const auto lines = pg::jsonb_to_recordset<numbered_line>(col<&box::document>).with_ordinality();
    EXPECT_EQ(db.all(pg::select<numbered_line>().from(pg::model<box>).cross_join(lines).where(col<&box::id> == 2).order_by(col<&numbered_line::price>)),
              (std::vector<numbered_line>{{3, pg::numeric<6, 2>("1.50"), 1}, {std::nullopt, pg::numeric<6, 2>("2"), 2}}));
    const auto sources = pg::rows_from<numbered_line>(pg::jsonb_to_recordset<line>(pg::value(pg::jsonb_text(R"([{"price": 1}])")))).with_ordinality();
    EXPECT_EQ(db.all(pg::select<numbered_line>().from(sources)),
              (std::vector<numbered_line>{{std::nullopt, pg::numeric<6, 2>("1"), 1}}));
}

TEST_F(select_sources, whole_rows_as_documents) {
    constexpr auto other = pg::alias<box, "other">;
    EXPECT_EQ(db.first(pg::select(pg::to_jsonb(pg::model<box>)).where(col<&box::id> == 1))->str(),
              R"({"id": 1, "kind": "small", "name": "one", "document": {"a": 1, "b": [2]}})");
    const auto names = pg::select(pg::cast<std::string>(pg::jsonb_agg(other).order_by(other[col<&box::id>].desc()))).from(other);
    EXPECT_TRUE((*db.first(names))->starts_with(R"([{"id": 3, "kind")"));
    const auto missing = pg::select(pg::to_jsonb(other)).from(pg::model<box>).left_join(other).on(other[col<&box::id>] == -1).limit(1);
    EXPECT_EQ(db.all(missing), (std::vector<std::optional<pg::jsonb_text>>(1)));
    EXPECT_EQ(db.first(pg::select(pg::count(pg::row(col<&box::kind>, col<&box::kind>)).distinct())),
              db.first(pg::select(pg::count(col<&box::kind>).distinct())));
}

TEST_F(select_sources, rows_in_a_query) {
    const auto both = pg::row(col<&box::name>, col<&box::kind>);
    constexpr auto other = pg::alias<box, "other">;
    const auto large = pg::select(other[col<&box::name>], other[col<&box::kind>]).where(other[col<&box::id>] == 2);
    EXPECT_EQ(db.all(pg::select(col<&box::id>).where(both.in(large))), (std::vector<std::int32_t>{2}));
    EXPECT_EQ(db.all(pg::select(col<&box::id>).where(both.not_in(large)).order_by(col<&box::id>)), (std::vector<std::int32_t>{1, 3}));
}

TEST_F(select_sources, order_by_a_name_of_the_rows) {
    const auto length = pg::length(col<&box::name>);
    // `name` is the name of a column and of something else.
    const auto q = pg::select(pg::lower(col<&box::name>), length).into<measured>();
    EXPECT_EQ(db.all(q.order_by(pg::lower(col<&box::name>))), (std::vector<measured>{{"eins", 4}, {"one", 3}, {"seven", 5}}));
    EXPECT_EQ(db.all(q.order_by(length.desc(), col<&box::name>)), (std::vector<measured>{{"seven", 5}, {"eins", 4}, {"one", 3}}));
}

struct network {
    std::int32_t id{};
    pg::cidr range{};
    std::optional<pg::json_text> document{};
    std::optional<pg::point> at{};
    std::string name{};
};

TEST_F(select_sources, values_of_every_kind_are_read_back) {
    db.create_all(pg::registry<network>{});
    db.insert(network{.range = pg::cidr("10.0.0.0/8"), .name = "ten"});
    using n = network;
    // Texts among the parameters are texts in the row.
    EXPECT_EQ(db.one(pg::select(col<&n::name>, pg::value("x"), pg::value(pg::varchar<3>("v")))),
              (std::tuple<std::string, std::string, std::string>("ten", "x", "v")));
    EXPECT_EQ(db.one(pg::select(pg::value(std::string("y")))), "y");
    EXPECT_EQ(db.one(pg::select(pg::array_agg(pg::value("x")), pg::array(pg::value("y"), col<&n::name>), pg::max(pg::value("z")))
                         .from(pg::model<network>)
                         .group_by(col<&n::name>)),
              (std::tuple(std::vector<std::string>{"x"}, std::vector<std::string>{"y", "ten"}, std::string("z"))));
    EXPECT_EQ(db.all(pg::select(col<&n::name>).union_all(pg::select(pg::value("z")))),
              (std::vector<std::string>{"ten", "z"}));
    // What the server knows of inet only is of the network's own type here.
    EXPECT_EQ(db.one(pg::select(pg::max(col<&n::range>))), pg::cidr("10.0.0.0/8"));
    EXPECT_EQ(db.one(pg::select(pg::nullif(col<&n::range>, pg::cidr("10.1.0.0/16")))), pg::cidr("10.0.0.0/8"));
    // Types that have no = are values of one expression all the same.
    EXPECT_EQ(db.one(pg::select(pg::coalesce(col<&n::document>, pg::json_text{"{}"}))).str(), "{}");
    EXPECT_EQ(db.one(pg::select(pg::coalesce(col<&n::at>, pg::point{1, 2}))), (pg::point{1, 2}));
    EXPECT_EQ(db.one(pg::select(pg::case_when(col<&n::id> == 2, col<&n::at>).otherwise(pg::point{3, 4}))), (pg::point{3, 4}));
    db.drop_all(pg::registry<network>{});
}

}  // namespace

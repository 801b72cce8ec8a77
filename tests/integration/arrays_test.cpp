// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Fields that are arrays of every shape: columns, one row, many rows, conditions.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/types/any_array.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "database.hpp"

namespace arrays_test {

namespace pg = pgmodel;
using pg::col;

enum class tone { low, high };

struct grid {
    std::int64_t id{};
    std::vector<std::vector<std::int32_t>> cells{};
    std::array<double, 3> place{};
    std::array<std::array<std::optional<std::string>, 2>, 2> names{};
    std::vector<std::vector<tone>> tones{};
    std::vector<pg::box> boxes{};
    std::optional<std::vector<std::vector<pg::numeric<>>>> numbers{};
    std::vector<std::vector<pg::bytes>> documents{};

    bool operator==(const grid&) const = default;
    static constexpr auto table() { return pg::table("grids", pg::field<&grid::id>.primary_key().identity()); }
};
inline constexpr pg::registry<grid> all{};

TEST(arrays, of_every_shape_are_fields) {
    pg::session db{pgmodel_test::create_database("arrays")};
    db.create_all(all);
    grid row;
    row.cells = {{1, 2, 3}, {4, 5, 6}};
    row.place = {1, -2.5, 1e300};
    row.names = {{{"a,b", std::nullopt}, {"", "{\"\\"}}};
    row.tones = {{tone::high, tone::low}};
    row.boxes = {{{0, 0}, {1, 1}}, {{2, 2}, {3.5, 4}}};
    row.numbers = {{pg::numeric<>{"1.50"}, pg::numeric<>::nan()}};
    row.documents = {{{std::byte{0}, std::byte{255}}, {}}};
    const auto again = row;
    row.id = db.insert(row).id;
    EXPECT_EQ(db.find<grid>(row.id), row);
    auto many = db.insert(std::vector<grid>{again, grid{}});
    ASSERT_EQ(many.size(), 2u);
    many[0].id = row.id;
    EXPECT_EQ(many[0], row);
    EXPECT_TRUE(many[1].cells.empty() && !many[1].numbers);
    const auto found = [&](auto condition) { return db.all(pg::select<grid>().where(condition)).size(); };
    EXPECT_EQ(found(col<&grid::cells> == row.cells && col<&grid::place> == row.place && col<&grid::tones> == row.tones),
              2u);
    EXPECT_EQ(found(col<&grid::cells>.contains(5)), 2u);
    EXPECT_EQ(found(col<&grid::place>.contains(-2.5)), 2u);
    EXPECT_EQ(found(6 == pg::any(col<&grid::cells>)), 2u);
    // Expressions as elements.
    EXPECT_EQ(found(col<&grid::cells>.contains(pg::lit<5>) && !col<&grid::cells>.contains(pg::lit<7>)), 2u);
    EXPECT_EQ(found(col<&grid::tones>.contains(pg::lit<tone::high>)), 2u);
    EXPECT_EQ(found(col<&grid::names>.contains(pg::nullif(pg::value(""), "x"))), 2u);
    EXPECT_EQ(found(col<&grid::names>.contains(pg::nullif(pg::value(""), ""))), 0u);
    EXPECT_EQ(found(col<&grid::numbers>.contains(pg::value(pg::numeric<>{"1.5"}))), 2u);
    // Refused before anything is sent, whichever way it goes.
    auto jagged = again;
    jagged.cells = {{1}, {2, 3}};
    EXPECT_THROW(db.insert(jagged), pg::encode_error);
    EXPECT_THROW(db.insert(std::vector<grid>{again, jagged}), pg::encode_error);
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from grids"), 3);
}

struct board {
    std::int64_t id{};
    std::vector<std::int32_t> row{};
    std::vector<std::int64_t> numbers{};
    std::array<std::array<std::int32_t, 2>, 2> fixed{};
    std::vector<std::vector<std::int32_t>> cells{};
    std::optional<std::vector<std::vector<std::optional<std::int32_t>>>> holes{};
    std::vector<pg::varchar<2>> words{};
};
TEST(arrays, are_joined_as_the_server_joins_them) {
    pg::session db{pgmodel_test::create_database("arrays_joined")};
    db.create_all(pg::registry<board>{});
    using list = std::vector<std::int32_t>;
    using lists = std::vector<list>;
    using b = board;
    db.insert(b{.row = {1, 2}, .numbers = {5}, .fixed = {{{1, 2}, {3, 4}}}, .cells = {{7, 8}}, .holes = {{{9, std::nullopt}}}, .words = {"x"}});
    const auto one = [&](auto joined) { return *db.first(pg::select(joined).from(pg::model<b>)); };
    EXPECT_EQ(one(col<&b::cells> + col<&b::row>), (lists{{7, 8}, {1, 2}}));
    EXPECT_EQ(one(col<&b::row> + col<&b::cells>), (lists{{1, 2}, {7, 8}}));
    EXPECT_EQ(one(col<&b::cells> + col<&b::cells>), (lists{{7, 8}, {7, 8}}));
    EXPECT_EQ(one(col<&b::cells> + list{5, 6}), (lists{{7, 8}, {5, 6}}));
    EXPECT_EQ(one(list{5, 6} + col<&b::cells>), (lists{{5, 6}, {7, 8}}));
    EXPECT_EQ(one(col<&b::fixed> + col<&b::row>), (lists{{1, 2}, {3, 4}, {1, 2}}));
    EXPECT_EQ(one(col<&b::cells> + col<&b::holes>), (std::vector<std::vector<std::optional<std::int32_t>>>{{7, 8}, {9, std::nullopt}}));
    EXPECT_EQ(one(col<&b::row> + col<&b::numbers>), (std::vector<std::int64_t>{1, 2, 5}));
    EXPECT_EQ(one(col<&b::words> + std::vector<std::string>{"longer"}), (std::vector<std::string>{"x", "longer"}));
    db.execute(pg::update(pg::model<b>).set(col<&b::cells> = col<&b::cells> + col<&b::row>).all_rows());
    EXPECT_EQ(db.first(pg::select(col<&b::cells>)), (lists{{7, 8}, {1, 2}}));
    // What it cannot join, it does not get: three dimensions and one do not compile.
    db.execute(pg::update(pg::model<b>).set(col<&b::row> = list{1, 2, 3}).all_rows());
    EXPECT_THROW(one(col<&b::cells> + col<&b::row>), pg::server_error) << "of another length";
}

/// A column of arrays can hold one of any shape.
struct shape {
    std::int64_t id{};
    pg::any_array<std::string> words{};
    std::optional<pg::any_array<std::optional<pg::numeric<10, 2>>>> prices{};
    pg::any_array<tone> tones{};

    bool operator==(const shape&) const = default;
    static constexpr auto table() {
        return pg::table("shapes", pg::field<&shape::id>.primary_key().identity(),
                         pg::field<&shape::words>.server_default(pg::any_array<std::string>{}),
                         pg::index(col<&shape::words>).using_gin());
    }
};
struct elements {
    std::int64_t id{};
    std::vector<std::string> words{};
    static constexpr auto table() { return pg::table("shapes", pg::field<&elements::id>.primary_key()); }
};

TEST(arrays, of_any_shape_come_back_as_they_were) {
    pg::session db{pgmodel_test::create_database("arrays")};
    db.create_all(pg::registry<shape>{});
    shape row{.words = {{"a", "b,\"\\"}, 0}};
    row.prices = {{pg::numeric<10, 2>{"1.50"}, std::nullopt}, {{1, 5}, {2, -1}}};
    row.tones = {{tone::low, tone::high}, {{2, 1}, {1, 1}, {1, 7}}};
    row = db.insert(row);
    EXPECT_EQ(db.find<shape>(row.id), row);
    EXPECT_EQ(db.scalar<std::string>("select words::text || prices::text || tones::text from shapes"),
              row.words.to_string() + row.prices->to_string() + row.tones.to_string());
    auto many = db.insert(std::vector<shape>{{.words = row.words, .prices = row.prices, .tones = row.tones}, shape{}});
    ASSERT_EQ(many.size(), 2u);
    EXPECT_TRUE(many[0].words == row.words && many[0].prices == row.prices && many[0].tones == row.tones);
    EXPECT_TRUE(many[1].words.empty() && !many[1].prices && many[1].tones.empty());
    const auto count = [&](auto condition) { return db.count(pg::select<shape>().where(condition)); };
    EXPECT_EQ(
        count(col<&shape::words> == row.words && col<&shape::words> != pg::any_array<std::string>(row.words.values())),
        2);
    EXPECT_EQ(count(col<&shape::words>.contains("a") && "a" == pg::any(col<&shape::words>)), 2);
    EXPECT_EQ(db.all(pg::select(col<&shape::words>[0]).where(col<&shape::id> == row.id)),
              std::vector<std::optional<std::string>>{"a"});
    EXPECT_EQ(db.scalar<pg::any_array<std::int32_t>>("select '[2:3][0:0]={{1},{2}}'::integer[]").dimensions(),
              (std::vector<pg::array_dimension>{{2, 2}, {1, 0}}));
    // The same as elements alone.
    EXPECT_EQ(db.get<elements>(row.id).words, row.words.values());
    row.words = {};
    db.update(row);
    EXPECT_EQ(db.find<shape>(row.id), row);
}

TEST(arrays, of_any_shape_are_joined) {
    pg::session db{pgmodel_test::create_database("arrays_of_any_shape_joined")};
    struct table_of_any {
        std::int64_t id{};
        pg::any_array<std::int32_t> cells{};
        pg::any_array<std::optional<std::int32_t>> holes{};
        std::vector<std::vector<std::int32_t>> rows{};
        std::vector<std::int64_t> numbers{};
    };
    using t = table_of_any;
    using any_of = pg::any_array<std::int32_t>;
    using dimensions = std::vector<pg::array_dimension>;
    db.create_all(pg::registry<t>{});
    db.insert(t{.cells = {{1, 2, 3, 4}, {{2, 5}, {2, 1}}}, .holes = {{5, std::nullopt}}, .rows = {{8, 9}}, .numbers = {10}});
    const auto one = [&](auto joined) { return *db.first(pg::select(joined).from(pg::model<t>)); };
    const auto cells = col<&t::cells>;
    EXPECT_EQ(one(cells + cells), any_of({1, 2, 3, 4, 1, 2, 3, 4}, dimensions{{4, 5}, {2, 1}}));
    EXPECT_EQ(one(cells + col<&t::rows>), any_of({1, 2, 3, 4, 8, 9}, dimensions{{3, 5}, {2, 1}}));
    EXPECT_EQ(one(col<&t::rows> + cells), any_of({8, 9, 1, 2, 3, 4}, dimensions{{3, 1}, {2, 1}}));
    EXPECT_EQ(one(cells + any_of({6, 7})), any_of({1, 2, 3, 4, 6, 7}, dimensions{{3, 5}, {2, 1}}));
    const auto holes = pg::any_array<std::optional<std::int32_t>>({1, 2, 3, 4, 5, std::nullopt}, dimensions{{3, 5}, {2, 1}});
    EXPECT_EQ(one(cells + col<&t::holes>), holes);
    EXPECT_EQ(one(col<&t::holes> + col<&t::numbers>),
              pg::any_array<std::optional<std::int64_t>>({5, std::nullopt, 10}));
    // Elements are added where there is one dimension.
    EXPECT_EQ(one(col<&t::holes> + 6), pg::any_array<std::optional<std::int32_t>>({5, std::nullopt, 6}));
    EXPECT_EQ(one(pg::array_append(col<&t::holes>, 6)), one(col<&t::holes> + 6));
    EXPECT_EQ(one(pg::array_remove(col<&t::holes>, 5)), pg::any_array<std::optional<std::int32_t>>({std::nullopt}));
    EXPECT_THROW(one(cells + 6), pg::server_error);
    // What none equals is unknown beside a NULL, and an element.
    EXPECT_EQ(one(pg::lit<6> == pg::any(col<&t::holes>)), std::nullopt);
    EXPECT_EQ(db.all(pg::select(pg::unnest(col<&t::holes>)).from(pg::model<t>)),
              (std::vector<std::optional<std::int32_t>>{5, std::nullopt}));
}

/// Elements that can be NULL, beside values of which none is.
struct readings {
    std::int64_t id{};
    std::vector<std::optional<std::int32_t>> values{};

    bool operator==(const readings&) const = default;
    static constexpr auto table() { return pg::table("readings", pg::field<&readings::id>.primary_key()); }
};

TEST(arrays, of_optional_elements_take_those_without) {
    pg::session db{pgmodel_test::create_database("arrays_of_optional")};
    db.create_all(pg::registry<readings>{});
    db.insert(std::vector<readings>{{1, {1, std::nullopt}}, {2, {}}});
    const std::vector<std::int32_t> some{3, 1};
    const auto values = col<&readings::values>;
    db.execute(pg::update(pg::model<readings>).set(values = some).where(col<&readings::id> == 2));
    const auto found = [&](auto condition) { return db.count(pg::select<readings>().where(condition)); };
    EXPECT_EQ(found(values == some), 1);
    EXPECT_EQ(found(values == std::cref(some) && values.contains(some) && values.contains(std::cref(some))), 1);
    EXPECT_EQ(found(values.overlaps(some)), 2);
    using optionals = std::vector<std::optional<std::int32_t>>;
    EXPECT_EQ(db.all(pg::select(values + some).order_by(col<&readings::id>)),
              (std::vector<optionals>{{1, std::nullopt, 3, 1}, {3, 1, 3, 1}}));
}

}  // namespace arrays_test

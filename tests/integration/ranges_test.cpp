// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Every operation of ranges and multiranges on every pair of many ranges: the server's answer is ours.

#include <pgmodel.hpp>
#include <pgmodel/types/multirange.hpp>
#include <pgmodel/types/stream.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "database.hpp"

template <>
struct pgmodel::range_type<float> {
    static constexpr type_ref type{0, "temperatures"}, array_type{0, "temperatures[]"};
    static constexpr type_ref multirange{0, "temperature_set"}, multirange_array{0, "temperature_set[]"};
};

namespace ranges_test {

namespace pg = pgmodel;
using pg::col;

class ranges : public testing::Test {
protected:
    static const std::string& dsn() {
        static const std::string dsn = pgmodel_test::create_database("ranges");
        return dsn;
    }
    pg::session db_{dsn()};
};

/// Each pair of bounds with each pair of brackets, where the server allows it.
template <class T>
std::vector<pg::range<T>> all_ranges(const std::vector<std::string>& bounds) {
    std::vector<pg::range<T>> out{{}};
    for (std::size_t i = 0; i < bounds.size(); ++i)
        for (std::size_t j = i; j <= bounds.size(); ++j)
            for (const char lower : {'[', '('})
                for (const char upper : {']', ')'}) {
                    const std::string end = j == bounds.size() ? "" : bounds[j];
                    out.emplace_back(std::string(1, lower) + bounds[i] + "," + end + upper);
                    if (i == 0) out.emplace_back(std::string(1, lower) + "," + end + upper);
                }
    return out;
}

template <class T>
struct answers {
    bool overlaps{}, adjacent{}, before{}, contains{}, less{}, equal{};
    pg::range<T> both{}, merged{};
    std::optional<pg::range<T>> sum{}, difference{};
    pg::multirange<T> set_sum{}, set_both{}, set_difference{};
    bool same_hash{};
};

template <class T>
void compare_all_pairs(pg::connection& db, const std::vector<pg::range<T>>& ranges) {
    const std::string type(pg::codec<pg::range<T>>::type.name), set(pg::codec<pg::multirange<T>>::type.name);
    const std::string sql =
        "with r as (select r, i, " + set + "(r) as m from unnest($1) with ordinality u(r, i)) "
        "select a.r && b.r as overlaps, a.r -|- b.r as adjacent, a.r << b.r as before, a.r @> b.r as contains, "
        "a.r < b.r as less, a.r = b.r as equal, a.r * b.r as both, range_merge(a.r, b.r) as merged, "
        "case when a.r && b.r or a.r -|- b.r or isempty(a.r) or isempty(b.r) then a.r + b.r end as sum, "
        "case when (select count(*) from unnest(a.m - b.m)) < 2 then a.r - b.r end as difference, "
        "a.m + b.m as set_sum, a.m * b.m as set_both, a.m - b.m as set_difference, "
        "hash_range(a.r) = hash_range(b.r) as same_hash from r a, r b order by a.i, b.i";
    const auto rows = db.all<answers<T>>(sql.c_str(), ranges);
    ASSERT_EQ(rows.size(), ranges.size() * ranges.size());
    auto row = rows.begin();
    const auto or_nothing = [](auto operation) -> std::optional<pg::range<T>> {
        try {
            return operation();
        } catch (const pg::usage_error&) {
            return {};
        }
    };
    for (const auto& a : ranges)
        for (const auto& b : ranges) {
            const std::string pair = a.to_string() + " and " + b.to_string();
            EXPECT_EQ(a.overlaps(b), row->overlaps) << pair;
            EXPECT_EQ(a.is_adjacent_to(b), row->adjacent) << pair;
            EXPECT_EQ(a.is_before(b), row->before) << pair;
            EXPECT_EQ(b.is_after(a), row->before) << pair;
            EXPECT_EQ(a.contains(b), row->contains) << pair;
            EXPECT_EQ(a < b, row->less) << pair;
            EXPECT_EQ(a == b, row->equal) << pair;
            EXPECT_EQ(a * b, row->both) << pair;
            EXPECT_EQ(merge(a, b), row->merged) << pair;
            EXPECT_EQ(or_nothing([&] { return a + b; }), row->sum) << pair;
            EXPECT_EQ(or_nothing([&] { return a - b; }), row->difference) << pair;
            const pg::multirange<T> all_of_a{a};
            EXPECT_EQ(all_of_a + b, row->set_sum) << pair;
            EXPECT_EQ(all_of_a * b, row->set_both) << pair;
            EXPECT_EQ(all_of_a - b, row->set_difference) << pair;
            if (a == b) {
                EXPECT_EQ(std::hash<pg::range<T>>{}(a), std::hash<pg::range<T>>{}(b)) << pair;
                EXPECT_TRUE(row->same_hash) << pair;
            }
            ++row;
        }
}

TEST_F(ranges, operations_are_the_servers) {
    compare_all_pairs(db_, all_ranges<std::int32_t>({"-1", "0", "1", "2"}));
    compare_all_pairs(db_, all_ranges<pg::numeric<10, 2>>({"-1", "1.5", "2"}));
    compare_all_pairs(db_, all_ranges<pg::date>({"-infinity", "2024-02-28", "2024-03-01", "infinity"}));
    compare_all_pairs(db_, all_ranges<pg::timestamptz>({"-infinity", "2024-02-28T00:00Z", "infinity"}));
    compare_all_pairs(db_, all_ranges<std::int64_t>({"-9223372036854775808", "9223372036854775806"}));
}

TEST_F(ranges, multirange_operations_are_the_servers) {
    using set = pg::multirange<std::int32_t>;
    struct row {
        set sum{}, both{}, difference{};
        bool overlaps{}, contains{}, less{}, equal{};
        pg::range<std::int32_t> hull{};
    };
    std::vector<set> sets;
    for (unsigned bits = 0; bits < 64; bits += 3) {  // which of the numbers 0 to 5 are in it
        std::vector<pg::range<std::int32_t>> parts;
        for (int i = 0; i < 6; ++i)
            if (bits >> i & 1) parts.emplace_back(i, i + 1);
        if (bits % 4 == 0) parts.emplace_back(pg::inclusive(5), pg::unbounded);
        sets.emplace_back(parts);
    }
    const auto rows = db_.all<row>(
        "with r as (select r, i from unnest($1) with ordinality u(r, i)) select a.r + b.r as sum, a.r * b.r as both, "
        "a.r - b.r as difference, a.r && b.r as overlaps, a.r @> b.r as contains, a.r < b.r as less, "
        "a.r = b.r as equal, range_merge(a.r) as hull from r a, r b order by a.i, b.i",
        sets);
    ASSERT_EQ(rows.size(), sets.size() * sets.size());
    auto at = rows.begin();
    for (const auto& a : sets)
        for (const auto& b : sets) {
            const std::string pair = a.to_string() + " and " + b.to_string();
            EXPECT_EQ(a + b, at->sum) << pair;
            EXPECT_EQ(a * b, at->both) << pair;
            EXPECT_EQ(a - b, at->difference) << pair;
            EXPECT_EQ(a.overlaps(b), at->overlaps) << pair;
            EXPECT_EQ(a.contains(b), at->contains) << pair;
            EXPECT_EQ(a < b, at->less) << pair;
            EXPECT_EQ(a == b, at->equal) << pair;
            EXPECT_EQ(a.hull(), at->hull) << pair;
            ++at;
        }
}

TEST_F(ranges, text_is_the_servers) {
    const auto check = [&](const auto& value) {
        using type = std::decay_t<decltype(value)>;
        const std::string name(pg::codec<type>::type.name);
        EXPECT_EQ(db_.scalar<std::string>(("select $1::" + name + "::text").c_str(), value), value.to_string());
        EXPECT_EQ(db_.scalar<type>(("select $1::text::" + name).c_str(), value.to_string()), value);
    };
    for (const char* text : {"[1,5]", "(,)", "empty", "(,5]", "[-2147483648,)"}) check(pg::range<std::int32_t>{text});
    for (const char* text : {"[0044-03-15 BC,2024-01-01)", "[-infinity,infinity]", "(5874897-12-30,)"})
        check(pg::range<pg::date>{text});
    check(pg::range<pg::timestamp>{"(2024-01-01T01:00,infinity]"});
    check(pg::multirange<std::int32_t>{"{[1,2),(5,)}"});
    check(pg::multirange<pg::timestamp>{"{[2024-01-01T01:00,2024-01-01T02:00:00.5]}"});
    // What the server reads, we read as well.
    using texts = std::vector<const char*>;
    for (const char* text : texts{" [ 1 , 5 ] ", "[\"1\",\\5)", "[,]", "EMPTY", "[1\"0\",20)", "(3,4)"})
        EXPECT_EQ(pg::range<std::int32_t>{text},
                  db_.scalar<pg::range<std::int32_t>>("select $1::text::int4range", text))
            << text;
    for (const char* text : texts{" { } ", "{ [1,2) , empty , [2,3] }", "{(,),[5,6)}"})
        EXPECT_EQ(pg::multirange<std::int32_t>{text},
                  db_.scalar<pg::multirange<std::int32_t>>("select $1::text::int4multirange", text))
            << text;
}

struct booking {
    std::int64_t id{};
    pg::range<pg::timestamptz> during = pg::range<pg::timestamptz>::all();
    pg::range<std::int32_t> seats{};
    std::optional<pg::range<pg::numeric<10, 2>>> price{};
    pg::multirange<pg::date> days{};
    std::vector<pg::range<std::int64_t>> parts{};
    std::vector<std::optional<pg::multirange<std::int32_t>>> sets{};
    pg::range<float> degrees{};

    bool operator==(const booking&) const = default;
    static constexpr auto table() { return pg::table("bookings", pg::field<&booking::id>.primary_key().identity()); }
};
inline constexpr pg::registry<booking> all{};

TEST_F(ranges, through_insert_select_and_where) {
    db_.execute("create type temperatures as range (subtype = float4, multirange_type_name = temperature_set)");
    db_.create_all(all);
    booking row;
    row.during = {pg::inclusive(pg::timestamptz{"2024-01-01T00:00Z"}), pg::inclusive(pg::timestamptz::infinity)};
    row.seats = {3, 9};
    row.price = pg::range<pg::numeric<10, 2>>{"(1.5,2.25]"};
    row.days = pg::multirange<pg::date>{"{[2024-01-01,2024-01-03],[-infinity,2000-01-01)}"};
    row.parts = {{1, 2}, {}, pg::range<std::int64_t>::all()};
    row.sets = {std::nullopt, pg::multirange<std::int32_t>{{1, 2}, {4, 5}}};
    row.degrees = {pg::exclusive(-1.5F), pg::unbounded};
    const auto again = row;
    row.id = db_.insert(row).id;
    EXPECT_EQ(db_.find<booking>(row.id), row);
    const auto more = db_.insert(std::vector<booking>{again, booking{}});
    EXPECT_EQ(more.at(0).parts, row.parts);
    EXPECT_EQ(more.at(0).degrees, row.degrees);
    using b = booking;
    const auto found = [&](auto condition) { return db_.all(pg::select<booking>().where(condition)).size(); };
    EXPECT_EQ(found(col<&b::during> == row.during && col<&b::seats> == row.seats && col<&b::price> == *row.price &&
                    col<&b::days> == row.days && col<&b::parts> == row.parts && col<&b::degrees> == row.degrees),
              2u);
    EXPECT_EQ(found(col<&b::seats> < row.seats), 1u);
    EXPECT_EQ(found(col<&b::seats>.in({row.seats, {1, 2}})), 2u);
    EXPECT_EQ(found(col<&b::price>.is_null()), 1u);
}

}  // namespace ranges_test

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A program's own functions by the names of SQL's: called with values of this library's types, for which a compiler
// looks into the library as well, they are the ones that are meant; and the library calls none of them.

#include <pgmodel.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace own_functions {

template <class... T>
std::string sum(const T&...) {
    return "own";
}
template <class... T>
std::string avg(const T&...) {
    return "own";
}
template <class... T>
std::string count(const T&...) {
    return "own";
}
template <class... T>
std::string max(const T&...) {
    return "own";
}
template <class... T>
std::string min(T&&...) {
    return "own";
}
template <class First, class... T>
std::string coalesce(const First&, const T&...) {
    return "own";
}
template <class... T>
std::string concat(const T&...) {
    return "own";
}
template <class T>
std::string exists(const T&) {
    return "own";
}
template <class... T>
std::string cast(const T&...) {
    return "own";
}
template <class... T>
std::string insert(const T&...) {
    return "own";
}
template <class... T>
std::string remove(const T&...) {
    return "own";
}
template <class... T>
std::string merge(const T&...) {
    return "own";
}
template <class... T>
std::string except(const T&...) {
    return "own";
}
template <class... T>
std::string distinct(const T&...) {
    return "own";
}
template <class... T>
std::string excluded(const T&...) {
    return "own";
}
template <class... T>
std::string select_distinct(const T&...) {
    return "own";
}
template <class... T>
std::string generate_series(const T&...) {
    return "own";
}
template <class... T>
std::string unique_index(const T&...) {
    return "own";
}
template <class... T>
std::string text(const T&...) {
    return "own";
}
template <class... T>
std::string literal(const T&...) {
    return "own";
}
template <class... T>
std::string between(const T&...) {
    return "own";
}
template <class... T>
std::string like(const T&...) {
    return "own";
}
template <class... T>
std::string is_null(const T&...) {
    return "own";
}
template <class... T>
std::string date_trunc(const T&...) {
    return "own";
}
template <class... T>
std::string array_agg(const T&...) {
    return "own";
}
template <class... T>
std::string string_agg(const T&...) {
    return "own";
}
template <class... T>
std::string format(const T&...) {
    return "own";
}
template <class... T>
std::string delete_(const T&...) {
    return "own";
}
template <class... T>
void select(T&&...) = delete;
template <class... T>
void render(T&&...) = delete;
template <class... T>
void compare(T&&...) = delete;
template <class... T>
void found(T&&...) = delete;
template <class... T>
void modify(T&&...) = delete;
template <class... T>
void calculate(T&&...) = delete;
template <class... T>
void combine(T&&...) = delete;

struct sale {
    std::int64_t id{};
    pgmodel::numeric<10, 2> price{};
    pgmodel::varchar<20> name{};
    pgmodel::date day{};
};

TEST(own_functions, are_called_with_values_of_this_library) {
    sale s;
    EXPECT_EQ(sum(s.price, s.price), "own");
    EXPECT_EQ(sum(s.price), "own");
    EXPECT_EQ(avg(s.price), "own");
    EXPECT_EQ(count(s.day), "own");
    EXPECT_EQ(max(s.day, s.day), "own");
    EXPECT_EQ(min(s.price, s.price), "own");
    EXPECT_EQ(coalesce(s.day, s.day), "own");
    EXPECT_EQ(concat(s.name, s.name), "own");
    EXPECT_EQ(cast(s.name), "own");
    EXPECT_EQ(insert(s.name, s.day), "own");
    EXPECT_EQ(remove(s.day), "own");
    EXPECT_EQ(merge(s.day, s.day), "own");
    EXPECT_EQ(except(s.day), "own");
    EXPECT_EQ(distinct(s.name), "own");
    EXPECT_EQ(excluded(s.name), "own");
    EXPECT_EQ(exists(s.name), "own");
    EXPECT_EQ(select_distinct(s.name), "own");
    EXPECT_EQ(generate_series(s.name, s.day), "own");
    EXPECT_EQ(unique_index(s.name), "own");
    EXPECT_EQ(text(s.name), "own");
    EXPECT_EQ(literal(s.name), "own");
    EXPECT_EQ(between(s.name, s.day), "own");
    EXPECT_EQ(like(s.name, s.day), "own");
    EXPECT_EQ(is_null(s.name), "own");
    EXPECT_EQ(date_trunc(s.name, s.day), "own");
    EXPECT_EQ(array_agg(s.name), "own");
    EXPECT_EQ(string_agg(s.name), "own");
    EXPECT_EQ(format(s.name, s.day), "own");
    EXPECT_EQ(delete_(s.name), "own");
}

namespace converted {

struct sale {
    pgmodel::varchar<20> name{};
};
std::string select_distinct(std::string_view) { return "own"; }
std::string unique_index(std::string_view) { return "own"; }
std::string text(std::string_view) { return "own"; }
std::string literal(std::string_view) { return "own"; }
std::string is_null(std::string_view) { return "own"; }
std::string array_agg(std::string_view) { return "own"; }
std::string delete_(std::string_view) { return "own"; }
std::string distinct(std::string_view) { return "own"; }
std::string remove(std::string_view) { return "own"; }
std::string generate_series(std::string_view, std::string_view) { return "own"; }
std::string between(std::string_view, std::string_view) { return "own"; }
std::string like(std::string_view, std::string_view) { return "own"; }
std::string date_trunc(std::string_view, std::string_view) { return "own"; }
std::string format(std::string_view, std::string_view) { return "own"; }

// What they take is another type, to which the value is converted.
TEST(own_functions, are_called_with_values_that_are_converted) {
    const sale s;
    EXPECT_EQ(select_distinct(s.name), "own");
    EXPECT_EQ(unique_index(s.name), "own");
    EXPECT_EQ(text(s.name), "own");
    EXPECT_EQ(literal(s.name), "own");
    EXPECT_EQ(is_null(s.name), "own");
    EXPECT_EQ(array_agg(s.name), "own");
    EXPECT_EQ(delete_(s.name), "own");
    EXPECT_EQ(distinct(s.name), "own");
    EXPECT_EQ(remove(s.name), "own");
    EXPECT_EQ(generate_series(s.name, s.name), "own");
    EXPECT_EQ(between(s.name, s.name), "own");
    EXPECT_EQ(like(s.name, s.name), "own");
    EXPECT_EQ(date_trunc(s.name, s.name), "own");
    EXPECT_EQ(format(s.name, s.name), "own");
}

}  // namespace converted

TEST(own_functions, are_not_called_by_this_library) {
    namespace pg = pgmodel;
    using pg::col;
    constexpr auto q = pg::select(col<&sale::day>, pg::sum(col<&sale::price>), pg::max(col<&sale::id>), pg::count())
                           .where(col<&sale::name>.contains(pg::lit<"x">) && col<&sale::id> + 1 > 2)
                           .group_by(col<&sale::day>);
    static_assert(decltype(q)::sql == "select day, sum(price), max(id), count(*) from sale where strpos(name, 'x') > 0 and "
                                      "id + $1 > $2 group by day");
}

}  // namespace own_functions

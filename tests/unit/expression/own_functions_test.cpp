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
}

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

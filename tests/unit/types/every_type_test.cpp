// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// What all value types can do alike: compare, be keys, be printed.

#include <pgmodel/types/stream.hpp>

#include <gtest/gtest.h>

#include <compare>
#include <concepts>
#include <ostream>
#include <sstream>
#include <string>
#include <type_traits>
#include <unordered_set>

#include "all_values.hpp"

namespace every_type_test {

namespace pg = pgmodel;

/// Types whose values have no order: the server has none either, or another than that of the values.
template <class T>
constexpr bool unordered = false;
template <>
constexpr bool unordered<pg::point> = true;  // the server has none for shapes, or orders them by size alone
template <>
constexpr bool unordered<pg::line> = true;
template <>
constexpr bool unordered<pg::lseg> = true;
template <>
constexpr bool unordered<pg::box> = true;
template <>
constexpr bool unordered<pg::circle> = true;
template <>
constexpr bool unordered<pg::path> = true;
template <>
constexpr bool unordered<pg::polygon> = true;
template <>
constexpr bool unordered<pg::citext> = true;  // by the server's collation, without regard to case
template <>
constexpr bool unordered<pg::xml> = true;
template <>
constexpr bool unordered<pg::jsonpath> = true;
template <>
constexpr bool unordered<pg::hstore> = true;  // the server's order of these is of no meaning
template <>
constexpr bool unordered<pg::tsvector> = true;
template <>
constexpr bool unordered<pg::tsquery> = true;
template <>
constexpr bool unordered<pg::jsonb_text> = true;  // two texts can be one document
template <>
constexpr bool unordered<pg::json_text> = true;
template <class T>
constexpr bool unordered<pg::jsonb<T>> = true;
template <class T>
constexpr bool unordered<pg::json<T>> = true;

struct stated {
    template <class T>
    void operator()(const T& lesser, const T& greater) const {
        const std::string type(pg::detail::cpp_type_name<T>());
        static_assert(std::regular<T>);
        EXPECT_TRUE(lesser == T(lesser)) << type;
        EXPECT_TRUE(lesser != greater) << type;

        static_assert(std::three_way_comparable<T> != unordered<T>);
        if constexpr (!unordered<T>) {
            EXPECT_TRUE(lesser < greater && greater > lesser && !(greater <= lesser)) << type;
            EXPECT_TRUE((lesser <=> T(lesser)) == 0) << type;
        }

        if constexpr (requires { std::hash<T>{}(lesser); }) {
            EXPECT_EQ(std::hash<T>{}(lesser), std::hash<T>{}(T(lesser))) << type;
            EXPECT_NE(std::hash<T>{}(lesser), std::hash<T>{}(greater)) << type;
        } else {
            static_assert(std::same_as<T, pg::jsonb<std::vector<int>>>, "its content has no hash");
        }

        std::ostringstream out;
        out << greater;
        EXPECT_FALSE(out.str().empty()) << type;
        if constexpr (requires { greater.to_string(); }) {
            EXPECT_EQ(out.str(), greater.to_string()) << type;
        }
    }
};

TEST(every_type, compares_hashes_and_prints) { pgmodel_test::each_value_type(stated{}); }

TEST(every_type, texts_print_as_they_are) {
    std::ostringstream out;
    out << pg::varchar<5>{"a"} << ' ' << pg::jsonb_text{"[1]"} << ' ' << pg::fixed_char<3>{"b"};
    EXPECT_EQ(out.str(), "a [1] b");
}

struct plain {
    int number{};
};
TEST(every_type, documents_hash_as_they_compare) {
    const std::hash<pg::jsonb<plain>> by_text;
    EXPECT_EQ(by_text(plain{1}), by_text(plain{1}));
    EXPECT_NE(by_text(plain{1}), by_text(plain{2}));
    const std::unordered_set<pg::json<std::string>> set{std::string("a"), std::string("a"), std::string("b")};
    EXPECT_EQ(set.size(), 2u);
}

}  // namespace every_type_test

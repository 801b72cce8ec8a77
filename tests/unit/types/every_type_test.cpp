// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// What all value types can do alike: compare, be keys, be printed.

#include <pgmodel/types/any_array.hpp>
#include <pgmodel/types/stream.hpp>
#include <pgmodel/types/text_of.hpp>
#include <pgmodel/types/value_hash.hpp>

#include <gtest/gtest.h>

#include <compare>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <vector>

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

/// What of every type of a column there is.
template <class T>
void hashes_by_parts(const T& lesser, const T& greater) {
    const pg::value_hash hash;
    EXPECT_EQ(hash(lesser), hash(T(lesser))) << pg::text_of(lesser);
    EXPECT_NE(hash(lesser), hash(greater)) << pg::text_of(greater);
    const std::unordered_set<T, pg::value_hash> both{lesser, greater, lesser};
    EXPECT_EQ(both.size(), 2u);
    EXPECT_EQ(pg::text_of(greater), pg::codec<T>::text(greater));
}

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
        hashes_by_parts(lesser, greater);

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

TEST(every_type, of_cpp_and_of_programs_has_a_hash_and_a_text) {
    const auto each = [](const auto& lesser, const auto& greater) { hashes_by_parts(lesser, greater); };
    pgmodel_test::each_other_type(each);
    each(pg::any_array<std::optional<int>>{{1}}, pg::any_array<std::optional<int>>{{1}, 0});
}

/// Other bits, or another order, and equal.
struct measured {
    double at{};
    pg::numeric<> price{};
    std::optional<std::vector<pg::bytes>> parts{};
    bool operator==(const measured&) const = default;
};
TEST(every_type, equal_values_have_one_hash) {
    const pg::value_hash hash;
    const measured a{0.0, pg::numeric<>{"1.5"}, {{{std::byte{1}}}}}, b{-0.0, pg::numeric<>{"1.50"}, {{{std::byte{1}}}}};
    ASSERT_TRUE(a == b);
    EXPECT_EQ(hash(a), hash(b));
    EXPECT_NE(hash(a), hash(measured{}));
    const std::unordered_set<std::string> few{"a", "b", "c"};
    using set = pg::jsonb<std::unordered_set<std::string>>;
    auto wider = few;
    wider.rehash(1000);
    EXPECT_EQ(hash(set{few}), hash(set{wider}));
    using map = pg::jsonb<std::map<std::string, std::vector<int>>>;
    EXPECT_EQ(hash(map{{{"a", {1}}}}), hash(map{{{"a", {1}}}}));
    EXPECT_NE(hash(map{{{"a", {1}}}}), hash(map{{{"a", {2}}}}));
    EXPECT_EQ(hash(std::string("a")), std::hash<std::string>{}("a"));
}

}  // namespace every_type_test

namespace harbour {
enum class berth { north, south };
struct pier_id {
    std::int64_t value{};
    bool operator==(const pier_id&) const = default;
};
struct depth {
    double metres{};
    static constexpr auto domain() { return pgmodel::domain("depth"); }
};
struct mooring {
    berth at{};
    std::optional<std::string> name{};
    std::vector<depth> depths{};
};
struct ship {  // a model
    std::int64_t id{};
    static constexpr auto table() { return pgmodel::table("ships"); }
};
struct crane {  // no type of a column
    void* handle{};
};
struct loud {
    std::int32_t value{};
    friend std::ostream& operator<<(std::ostream& out, const loud&) { return out << "LOUD"; }
};
using pgmodel::operator<<;
}  // namespace harbour
template <>
struct pgmodel::codec<harbour::pier_id> : pgmodel::wrapped<&harbour::pier_id::value> {};
template <>
struct std::hash<harbour::pier_id> : pgmodel::value_hash {};

namespace every_type_test {

template <class T>
concept printed = requires(std::ostream& out, const T& value) { out << value; };

TEST(every_type, of_a_program_prints_where_its_namespace_says_so) {
    std::ostringstream out;
    out << harbour::berth::south << ' ' << harbour::pier_id{7} << ' ' << harbour::depth{1.5} << ' '
        << harbour::mooring{harbour::berth::north, "a b", {{2}, {3.25}}} << ' ' << harbour::loud{};
    EXPECT_EQ(out.str(), "south 7 1.5 (north,\"a b\",\"{2,3.25}\") LOUD");
    EXPECT_THROW(out << static_cast<harbour::berth>(5), pg::encode_error);
    static_assert(!printed<harbour::ship> && !printed<harbour::crane> && !printed<std::vector<harbour::ship>>);
    static_assert(!printed<pgmodel_test::hue> && printed<std::string> && printed<std::int64_t>);
    EXPECT_EQ(std::hash<harbour::pier_id>{}(harbour::pier_id{7}), std::hash<std::int64_t>{}(7));
}

TEST(every_type, has_the_text_that_the_server_prints) {
    EXPECT_EQ(pg::text_of(harbour::berth::south), "south");
    EXPECT_EQ(pg::text_of(std::vector<std::optional<int>>{1, std::nullopt}), "{1,NULL}");
    EXPECT_EQ(pg::text_of(pg::bytes{std::byte{0}, std::byte{255}}), "\\x00ff");
    EXPECT_EQ(pg::text_of(true), "true");
}

}  // namespace every_type_test

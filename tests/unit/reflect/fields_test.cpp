// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/reflect/fields.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace {

using namespace std::string_view_literals;
using pgmodel::detail::addresses_of;
using pgmodel::detail::field_count;
using pgmodel::detail::field_index;
using pgmodel::detail::field_names;
using pgmodel::detail::field_type;
using pgmodel::detail::get_field;
using pgmodel::detail::member_name;
using pgmodel::detail::owner_of;
using pgmodel::detail::type_of;

template <class T>
std::string names() {
    std::string all;
    for (auto name : field_names<T>.at)
        all.append(name).append(" ");
    return all;
}

}  // namespace

struct global {
    std::int64_t id{};
};

namespace shop::inner {
struct order {
    std::int64_t id{};
    std::optional<std::string> note{};
    std::vector<std::string> tags{};
    bool open = true;

    struct line {
        int amount = 1;
        std::string_view unit{};
    };
    static constexpr int limit = 5;  // not a field
    int total() const { return 0; }
};
template <class T>
struct box {
    T content{};
    int size{};
};
}  // namespace shop::inner

namespace {

struct hidden {
    int number{};
    std::unique_ptr<int> only_moved{};
};
struct nested {
    hidden first{};
    shop::inner::order second{};
    int third{};
};
#ifdef __clang__
#pragma clang diagnostic ignored "-Wdollar-in-identifier-extension"
#endif
struct odd_names {
    int _under{};
    int x1{}, Camel{}, with_2_digits{}, class_{};
    int größe{};
    int a$1{}, $$b{};
};
struct equal_types {
    int a{}, b{}, c{};
};
struct no_unique {
    char small{};
    double big{};
    char other{};
};

TEST(fields, structs_in_every_scope) {
    EXPECT_EQ(names<global>(), "id ");
    EXPECT_EQ(names<shop::inner::order>(), "id note tags open ");
    EXPECT_EQ(names<shop::inner::order::line>(), "amount unit ");
    EXPECT_EQ(names<shop::inner::box<std::vector<int>>>(), "content size ");
    EXPECT_EQ(names<hidden>(), "number only_moved ");
    struct local {
        int here{};
        std::string there{};
    };
    EXPECT_EQ(names<local>(), "here there ");
    EXPECT_EQ((field_index<&local::there>), 1u);
}

template <class T>
std::string names_in_template() {
    struct local {
        T value{};
        int n{};
    };
    return names<local>() + std::string(member_name<&local::value>);
}
TEST(fields, of_a_struct_in_a_template) {
    EXPECT_EQ((names_in_template<std::vector<std::optional<int>>>()), "value n value");
}

TEST(fields, names_are_what_was_written) {
    EXPECT_EQ(names<odd_names>(), "_under x1 Camel with_2_digits class_ größe a$1 $$b ");
    static_assert(member_name<&odd_names::with_2_digits> == "with_2_digits"sv);
    static_assert(member_name<&odd_names::_under> == "_under"sv);
    static_assert(member_name<&shop::inner::box<std::string>::content> == "content"sv);
}

TEST(fields, types) {
    using shop::inner::order;
    static_assert(field_count<order> == 4);
    static_assert(std::is_same_v<field_type<0, order>, std::int64_t>);
    static_assert(std::is_same_v<field_type<1, order>, std::optional<std::string>>);
    static_assert(std::is_same_v<field_type<2, order>, std::vector<std::string>>);
    static_assert(std::is_same_v<field_type<3, order>, bool>);
    static_assert(field_count<nested> == 3, "a nested struct is one field");
    static_assert(std::is_same_v<field_type<1, nested>, order>);
}

TEST(fields, member_pointers) {
    static_assert(std::is_same_v<owner_of<&nested::third>, nested>);
    static_assert(std::is_same_v<type_of<&nested::first>, hidden>);
    static_assert(field_index<&nested::first> == 0 && field_index<&nested::third> == 2);
    static_assert(field_index<&equal_types::a> == 0 && field_index<&equal_types::b> == 1 &&
                  field_index<&equal_types::c> == 2);
    static_assert(field_index<&no_unique::other> == 2);
}

TEST(fields, access) {
    equal_types row{1, 2, 3};
    get_field<1>(row) = 20;
    EXPECT_EQ(row.b, 20);
    const auto& constant = row;
    EXPECT_EQ(get_field<2>(constant), 3);
    hidden h{5, std::make_unique<int>(6)};
    EXPECT_EQ(*get_field<1>(h), 6);
}

#define PGMODEL_TEN(letter)                                                                                            \
    int letter##0 = 0, letter##1 = 1, letter##2 = 2, letter##3 = 3, letter##4 = 4, letter##5 = 5, letter##6 = 6,       \
        letter##7 = 7, letter##8 = 8, letter##9 = 9;
struct ten {
    PGMODEL_TEN(a)
};
struct ninety_nine {
    PGMODEL_TEN(a)
    PGMODEL_TEN(b) PGMODEL_TEN(c) PGMODEL_TEN(d) PGMODEL_TEN(e) PGMODEL_TEN(f) PGMODEL_TEN(g) PGMODEL_TEN(h)
        PGMODEL_TEN(i) int j0{},
        j1{}, j2{}, j3{}, j4{}, j5{}, j6{}, j7{};
    std::optional<std::string> last{};
};
struct thirty_two {
    PGMODEL_TEN(a)
    PGMODEL_TEN(b) PGMODEL_TEN(c) int d0{};
    std::string last{};
};
struct thirty_three {
    PGMODEL_TEN(a)
    PGMODEL_TEN(b) PGMODEL_TEN(c) int d0{};
    std::string d1{};
    std::vector<std::string> last{};
};
struct hundred {
    PGMODEL_TEN(a)
    PGMODEL_TEN(b) PGMODEL_TEN(c) PGMODEL_TEN(d) PGMODEL_TEN(e) PGMODEL_TEN(f) PGMODEL_TEN(g) PGMODEL_TEN(h)
        PGMODEL_TEN(i) PGMODEL_TEN(j)
};
template <std::size_t N>
struct array_in_the_middle {
    PGMODEL_TEN(a)
    PGMODEL_TEN(b) PGMODEL_TEN(c) PGMODEL_TEN(d) int array[N]{};
    PGMODEL_TEN(e)
};
struct array_at_the_end {
    PGMODEL_TEN(a)
    PGMODEL_TEN(b) PGMODEL_TEN(c) PGMODEL_TEN(d) int array[9]{};
};
struct reference_in_the_middle {
    PGMODEL_TEN(a)
    PGMODEL_TEN(b) PGMODEL_TEN(c) PGMODEL_TEN(d) const int& first = a0;
    int& second = a0;
    PGMODEL_TEN(e)
};
struct reference_behind_a_field {
    int own{};
    int& other = own;
    int last{};
};
#undef PGMODEL_TEN

TEST(fields, what_is_no_single_value) {
    using pgmodel::detail::aggregate_fault;
    using pgmodel::detail::scan_aggregate;
    static_assert(scan_aggregate<array_in_the_middle<1>>().fault == aggregate_fault::array);
    static_assert(scan_aggregate<array_in_the_middle<2>>().fault == aggregate_fault::array);
    static_assert(scan_aggregate<array_in_the_middle<20>>().fault == aggregate_fault::array);
    static_assert(scan_aggregate<array_at_the_end>().fault == aggregate_fault::array);
    static_assert(scan_aggregate<reference_in_the_middle>().fault == aggregate_fault::no_default_value);
    static_assert(scan_aggregate<reference_behind_a_field>().fault == aggregate_fault::no_default_value);
}

TEST(fields, up_to_a_hundred) {
    static_assert(field_count<ten> == 10 && field_count<ninety_nine> == 99 && field_count<hundred> == 100);
    static_assert(field_count<thirty_two> == 32 && field_count<thirty_three> == 33, "where values follow the braces");
    EXPECT_EQ(field_names<thirty_two>.at[31], "last");
    EXPECT_EQ(field_names<thirty_three>.at[32], "last");
    EXPECT_EQ(field_names<ten>.at[9], "a9");
    EXPECT_EQ(field_names<ninety_nine>.at[98], "last");
    EXPECT_EQ(field_names<hundred>.at[0], "a0");
    EXPECT_EQ(field_names<hundred>.at[99], "j9");
    static_assert(field_index<&hundred::j9> == 99 && field_index<&hundred::f5> == 55);
    const hundred row;
    EXPECT_EQ(get_field<57>(row), 7);
}

// What the checks before reflection must let through: none of these is a fault, each has looked like one.
struct one_string {
    std::string only{};
};
struct one_optional {
    std::optional<std::int64_t> only{};
};
enum class without_linkage { x };
struct optionals_without_linkage {
    std::optional<without_linkage> first{};
    std::vector<std::optional<without_linkage>> second{};
    std::optional<std::vector<without_linkage>> third{};
};
struct one_vector {
    std::vector<one_string> only{};
};
struct takes_anything {
    struct any_of {
        any_of() = default;
        template <class T>
        any_of(T&&) {}
    };
    any_of value{};
    int n{};
};
struct with_functions {
    int a{};
    friend bool operator==(const with_functions&, const with_functions&) = default;
    static int made() { return 1; }
    using type = int;
    enum class kind { x };
    kind k{};
};

TEST(fields, structs_that_look_odd) {
    static_assert(field_count<one_string> == 1 && field_count<one_optional> == 1 && field_count<one_vector> == 1);
    static_assert(field_count<optionals_without_linkage> == 3);
    static_assert(field_count<takes_anything> == 2);
    static_assert(field_count<with_functions> == 2);
    EXPECT_EQ(names<with_functions>(), "a k ");
    EXPECT_EQ(with_functions{}, with_functions{});
}

}  // namespace

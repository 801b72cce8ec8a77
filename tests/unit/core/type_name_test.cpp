// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Compiled apart: it asks for the names of namespaces.

#include <pgmodel/core/type_name.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shop {
struct article {};
template <class T>
struct box {
    struct inside {};
};
enum class status { draft };
namespace {
struct hidden {};
}  // namespace
}  // namespace shop

namespace {

using pgmodel::detail::cpp_type_name;
using pgmodel::detail::unqualified_type_name;

static_assert(unqualified_type_name<shop::article> == "article");
static_assert(unqualified_type_name<shop::status> == "status");
static_assert(unqualified_type_name<shop::hidden> == "hidden");
static_assert(unqualified_type_name<shop::box<shop::article>> == "box<shop::article>");
static_assert(unqualified_type_name<shop::box<shop::article>::inside> == "inside");
static_assert(unqualified_type_name<int> == "int");

template <class T>
std::string_view local_name() {
    struct local_row {};
    return unqualified_type_name<local_row>;
}

TEST(type_name, local_structs_lose_their_function) {
    struct row {};
    static_assert(unqualified_type_name<row> == "row");
    EXPECT_EQ(local_name<std::vector<int>>(), "local_row");
    auto in_lambda = [](int) {
        struct inner {};
        return unqualified_type_name<inner>;
    };
    EXPECT_EQ(in_lambda(1), "inner");
}

static_assert(cpp_type_name<std::string>() == "std::string");
#ifndef _GLIBCXX_DEBUG  // whose vector is another
static_assert(cpp_type_name<std::vector<std::optional<std::string>>>() == "std::vector<std::optional<std::string>>");
#endif
static_assert(cpp_type_name<std::string_view>() == "std::string_view");
static_assert(cpp_type_name<std::int64_t>() == "long" || cpp_type_name<std::int64_t>() == "long long");
static_assert(cpp_type_name<std::uint16_t>() == "unsigned short");
static_assert(cpp_type_name<shop::article>() == "shop::article");
static_assert(cpp_type_name<shop::hidden>() == "shop::hidden");
static_assert(cpp_type_name<nlohmann::json>() == "nlohmann::json");

TEST(type_name, is_static_text) {
    EXPECT_EQ(cpp_type_name<int>().data(), cpp_type_name<int>().data());
    EXPECT_EQ(cpp_type_name<int>(), "int");
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/index_method.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "all_values.hpp"

namespace {

using namespace pgmodel;
using namespace pgmodel::detail;

struct holder {
    std::int32_t number{};
    std::optional<std::vector<xml>> documents{};
};
struct document_id {
    json_text value{};
};

}  // namespace

template <>
struct pgmodel::codec<document_id> : pgmodel::wrapped<&document_id::value> {};

namespace {

TEST(index_methods, of_what_is_made_of_types) {
    static_assert(is_sortable<std::optional<std::string>>() && is_groupable<std::vector<std::int32_t>>());
    static_assert(!is_sortable<std::optional<json_text>>() && !is_groupable<std::vector<std::vector<point>>>());
    static_assert(!is_sortable<holder>() && !is_groupable<holder>() && !has_equality<std::vector<holder>>());
    static_assert(!is_sortable<document_id>() && !has_equality<document_id>());
    static_assert(is_sortable<pgmodel_test::sample_year>() && is_sortable<pgmodel_test::sample_pair>());
    static_assert(has_equality<box>() && !is_sortable<box>() && !is_groupable<box>() && !has_equality<std::vector<box>>());
    static_assert(is_sortable<tsvector>() && index_methods<std::vector<tsvector>>() == (method::btree | method::gin));
}

TEST(index_methods, of_types_that_the_server_numbers_itself) {
    static_assert(index_methods<citext>() == method::all && is_groupable<hstore>());
    static_assert(index_methods<pgmodel_test::hue>() == (method::btree | method::hash | method::gin | method::gist));
    static_assert(!(index_methods<std::vector<std::string>>() & method::gist));
    static_assert(index_methods<std::vector<std::int32_t>>() & method::gist);  // by the extension intarray
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
// Compiled apart, as the namespaces must have no name.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/sort.hpp>
#include <pgmodel/session/links.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct shelf_number {
    std::int64_t value{};
};
struct spot {
    std::int32_t floor{};
    std::string hall{};
};

}  // namespace

template <>
struct pgmodel::codec<shelf_number> : pgmodel::wrapped<&shelf_number::value> {};

namespace {

struct shelf {
    shelf_number id{};
    spot place{};
    std::string name{};

    static constexpr auto table() {
        return pg::table("first_shelves", pg::field<&shelf::id>.primary_key(), pg::field<&shelf::name>.named("first_name"));
    }
};
struct box {
    std::int64_t id{};
    std::string label{};

    static constexpr auto table() { return pg::table("first_boxes", pg::field<&box::id>.primary_key()); }
};
struct shelf_box {
    std::int64_t shelf_id{};
    std::int64_t box_id{};

    static constexpr auto table() {
        using l = shelf_box;
        return pg::table("first_links", pg::primary_key(col<&l::shelf_id>, col<&l::box_id>),
                         pg::field<&l::box_id>.references(col<&box::id>));
    }
};

constexpr auto database = "unnamed_first";

#define SUITE unnamed_first
#include "unnamed_rows.hpp"

}  // namespace

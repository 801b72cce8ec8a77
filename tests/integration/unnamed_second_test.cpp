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
    std::int32_t value{};
};
struct spot {
    std::string hall{};
    std::int32_t floor{};

    static constexpr auto composite() {
        return pg::composite("second_spot", pg::attribute<&spot::hall>("wing"), pg::attribute<&spot::floor>("story"));
    }
};

}  // namespace

template <>
struct pgmodel::codec<shelf_number> : pgmodel::wrapped<&shelf_number::value> {};

namespace {

struct shelf {
    std::string name{};
    spot place{};
    shelf_number id{};

    static constexpr auto table() {
        return pg::table("second_shelves", pg::field<&shelf::id>.primary_key().named("number"));
    }
};
struct box {
    std::string label{};
    std::int64_t id{};

    static constexpr auto table() { return pg::table("second_boxes", pg::field<&box::id>.primary_key().named("number")); }
};
struct shelf_box {
    std::int64_t box_id{};
    std::int64_t shelf_id{};

    static constexpr auto table() {
        using l = shelf_box;
        return pg::table("second_links", pg::unique(col<&l::box_id>, col<&l::shelf_id>), pg::no_primary_key,
                         pg::field<&l::shelf_id>.named("shelf"), pg::field<&l::box_id>.references(col<&box::id>));
    }
};

constexpr auto database = "unnamed_second";

#define SUITE unnamed_second
#include "unnamed_rows.hpp"

}  // namespace

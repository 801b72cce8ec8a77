// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Models with range types of their own, and comments on what stands beside tables.
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/objects.hpp>
#include <pgmodel/types/multirange.hpp>
#include <pgmodel/types/range.hpp>
#include <pgmodel/types/wrapped.hpp>

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace pgmodel_test {

struct seat_number {
    std::int32_t value{};
    auto operator<=>(const seat_number&) const = default;
};

}  // namespace pgmodel_test

template <>
struct pgmodel::codec<pgmodel_test::seat_number> : pgmodel::wrapped<&pgmodel_test::seat_number::value> {};

template <>
struct pgmodel::range_type<pgmodel_test::seat_number> {
    static constexpr type_ref type{0, "hall.seat_range"}, array_type{0, "hall.seat_range[]"};
    static constexpr type_ref multirange{0, "hall.\"Seats\""}, multirange_array{0, "hall.\"Seats\"[]"};
    static constexpr range_declaration declaration{.comment = "From the aisle on"};
};
template <>
struct pgmodel::range_type<double> {
    static constexpr type_ref type{0, "floats"}, array_type{0, "floats[]"};
    static constexpr type_ref multirange{0, "many_floats"}, multirange_array{0, "many_floats[]"};
    static constexpr range_declaration declaration{.subtype_diff = "float8mi", .operator_class = "float8_ops"};
};
template <>
struct pgmodel::range_type<std::string> {
    static constexpr type_ref type{0, "words"}, array_type{0, "words[]"};
    static constexpr type_ref multirange{0, "words_multirange"}, multirange_array{0, "words_multirange[]"};
    static constexpr range_declaration declaration{.operator_class = "text_pattern_ops", .collation = "C"};
};

namespace pgmodel_test {

struct stage_light {
    std::string name{};
    pgmodel::range<double> heights{};

    static constexpr auto composite() {
        return pgmodel::composite("light", pgmodel::attribute<&stage_light::name>().comment("As on its case"));
    }
};

struct reservation {
    std::int64_t id{};
    pgmodel::range<seat_number> seats{};
    pgmodel::multirange<seat_number> others{};
    std::vector<pgmodel::range<std::string>> names{};
    stage_light light{};

    static constexpr auto table() {
        namespace pg = pgmodel;
        using r = reservation;
        return pg::table("reservations", pg::field<&r::id>.primary_key().identity(),
                         pg::index(pg::col<&r::seats>).using_gist());
    }
};
struct hall_objects {
    static constexpr auto objects() {
        namespace pg = pgmodel;
        return pg::objects(pg::comment_on_schema("hall", "Where it's played"),
                           pg::extension<"btree_gist">.comment("For seats"));
    }
};
inline constexpr pgmodel::registry<hall_objects, reservation> hall{};

}  // namespace pgmodel_test

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which partitions overlap, as far as their bounds can be compared, and that a table may have many of them.

#include <pgmodel/model/partition_bounds.hpp>

#include <pgmodel/expression/column.hpp>
#include <pgmodel/model/table_items.hpp>
#include <pgmodel/partitions.hpp>
#include <pgmodel/types/date.hpp>

#include <gtest/gtest.h>

#include <string>

namespace {

namespace pg = pgmodel;
using namespace pgmodel::detail;
using pg::col;

struct event {
    pg::date day{};
    std::string kind{};
};
constexpr auto by_day = pg::partition_by_range(col<&event::day>);
constexpr auto by_kind = pg::partition_by_list(col<&event::kind>);

constexpr pg::date day(std::size_t n) { return pg::date::from_raw(static_cast<std::int64_t>(n)); }

/// What `.partition()` makes when it is called for each; all are of one type.
template <class Declared, class Partition, std::size_t... I>
constexpr auto many(const Declared& declared, Partition make, std::index_sequence<I...>) {
    return partition_by_declaration<Declared::strategy, decltype(declared.keys), decltype(make(I))...>{
        {}, {}, declared.keys, {make(I)...}};
}
constexpr auto one_of(const auto& declared) {
    using part = std::remove_cvref_t<decltype(declared.partitions)>;
    return []<class P>(const pack<P>& p) { return p.template get<0, P>(); }(static_cast<const part&>(declared.partitions));
}

// Compilers count their steps: a year of days would not do if each were compared with each.
TEST(PartitionBounds, ManyPartitionsInTheirOrder) {
    constexpr auto days = [](std::size_t i) { return one_of(by_day.partition("p", pg::from(day(i)), pg::to(day(i + 1)))); };
    static_assert(find_bound_fault(many(by_day, days, std::make_index_sequence<200>{})) == bound_fault::none);
    constexpr auto backwards = [](std::size_t i) { return one_of(by_day.partition("p", pg::from(day(200 - i)), pg::to(day(201 - i)))); };
    static_assert(find_bound_fault(many(by_day, backwards, std::make_index_sequence<100>{})) == bound_fault::none);
    const auto kinds = [](std::size_t i) { return one_of(by_kind.partition("p", pg::in(std::to_string(i)))); };
    EXPECT_EQ(find_bound_fault(many(by_kind, kinds, std::make_index_sequence<100>{})), bound_fault::none);
}

TEST(PartitionBounds, WhatOverlaps) {
    constexpr auto first = by_day.partition("a", pg::from(pg::min_value), pg::to(day(5)));
    static_assert(find_bound_fault(first.partition("b", pg::from(day(5)), pg::to(pg::max_value))) == bound_fault::none);
    static_assert(find_bound_fault(first.partition("b", pg::from(day(4)), pg::to(pg::max_value))) == bound_fault::overlap);
    static_assert(find_bound_fault(first.partition("b", pg::from(pg::min_value), pg::to(day(1)))) == bound_fault::overlap);
    static_assert(find_bound_fault(first.partition("b", pg::from(day(7)), pg::to(day(7)))) == bound_fault::empty_range);
    static_assert(find_bound_fault(by_day.partition("b", pg::from(day(9)), pg::to(day(12)))
                                       .partition("c", pg::from(day(1)), pg::to(day(2)))
                                       .partition("d", pg::from(day(11)), pg::to(day(13)))) == bound_fault::overlap);
}

struct measured {
    pg::numeric<30, 2> price{};
    double weight{};
    std::string code{};

    static constexpr auto table() {
        return pg::table("measured", pg::no_primary_key, pg::field<&measured::code>.collate("C"));
    }
};
TEST(PartitionBounds, NumericsFloatsAndBytes) {
    using n = pg::numeric<30, 2>;
    constexpr auto prices = pg::partition_by_range(col<&measured::price>);
    constexpr auto cheap = prices.partition("a", pg::from(n{"-0.02"}), pg::to(n{"90000000000000000000.50"}));
    static_assert(find_bound_fault(cheap.partition("b", pg::from(n{"90000000000000000000.50"}), pg::to(pg::max_value))) == bound_fault::none);
    static_assert(find_bound_fault(cheap.partition("b", pg::from(n{"90000000000000000000.49"}), pg::to(n::nan()))) == bound_fault::none, "where NaN lies the server knows");
    static_assert(find_bound_fault(cheap.partition("b", pg::from(n{"90000000000000000000.49"}), pg::to(pg::max_value))) == bound_fault::overlap);
    static_assert(find_bound_fault(prices.partition("b", pg::from(n{"-0.01"}), pg::to(n{"-0.02"}))) == bound_fault::empty_range);
    constexpr auto weights = pg::partition_by_range(col<&measured::weight>);
    constexpr auto light = weights.partition("a", pg::from(-1.5), pg::to(0.0));
    static_assert(find_bound_fault(light.partition("b", pg::from(-0.0), pg::to(1e300))) == bound_fault::none);
    static_assert(find_bound_fault(light.partition("b", pg::from(-1e-300), pg::to(1))) == bound_fault::overlap);
    constexpr auto codes = pg::partition_by_range(col<&measured::code>);
    constexpr auto first = codes.partition("a", pg::from("A"), pg::to("a"));
    static_assert(find_bound_fault(first.partition("b", pg::from("a"), pg::to("\xc3\xa4"))) == bound_fault::none);
    static_assert(find_bound_fault(first.partition("b", pg::from("Z"), pg::to("b"))) == bound_fault::overlap);
    static_assert(find_bound_fault(codes.partition("b", pg::from("a"), pg::to("B"))) == bound_fault::empty_range);
}

// Of texts the order is that of a collation.
TEST(PartitionBounds, OnlyTheServerKnows) {
    constexpr auto texts = pg::partition_by_range(col<&event::kind>);
    static_assert(find_bound_fault(texts.partition("b", pg::from("b"), pg::to("a"))) == bound_fault::none);
    static_assert(find_bound_fault(texts.partition("b", pg::from("a"), pg::to("c")).partition("c", pg::from("b"), pg::to("d"))) ==
                  bound_fault::none);
    static_assert(find_bound_fault(texts.partition("b", pg::from("a"), pg::to("c")).partition("c", pg::from("a"), pg::to("d"))) ==
                  bound_fault::overlap);
    static_assert(find_bound_fault(by_kind.partition("b", pg::in("a", pg::null_value)).partition("c", pg::in("b", pg::null_value))) ==
                  bound_fault::value_twice);
}

}  // namespace

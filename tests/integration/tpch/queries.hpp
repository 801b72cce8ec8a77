// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The 22 queries of the TPC-H benchmark (specification 2.4), as functions of their substitution parameters, and the structs
// that their rows are.

#pragma once

#include <pgmodel/expression/date_time.hpp>

#include <optional>
#include <string>
#include <vector>

#include "models.hpp"

namespace tpch {

using pg::lit;
using c = customer;
using l = lineitem;
using n = nation;
using o = orders;
using p = part;
using ps = partsupp;
using r = region;
using s = supplier;

using number = pg::numeric<>;
using sum_of = std::optional<number>;  // NULL where there are no rows to add

template <pg::fixed_string Text>
inline constexpr auto exactly = pg::constant<number, Text>;
template <pg::fixed_string Length>
inline constexpr auto length_of_time = pg::constant<pg::interval, Length>;

inline constexpr auto n1 = pg::alias<n, "n1">;
inline constexpr auto n2 = pg::alias<n, "n2">;
inline constexpr auto l1 = pg::alias<l, "l1">;
inline constexpr auto l2 = pg::alias<l, "l2">;
inline constexpr auto l3 = pg::alias<l, "l3">;

/// What the customer pays.
inline constexpr auto discounted = col<&l::l_extendedprice> * (lit<1> - col<&l::l_discount>);
inline constexpr auto revenue = pg::sum(discounted);

// 1: pricing summary report

struct pricing_summary {
    pg::fixed_char<1> l_returnflag, l_linestatus;
    sum_of sum_qty, sum_base_price, sum_disc_price, sum_charge, avg_qty, avg_price, avg_disc;
    std::int64_t count_order{};
    bool operator==(const pricing_summary&) const = default;
};
inline auto q1(std::int32_t days) {
    return pg::select(col<&l::l_returnflag>, col<&l::l_linestatus>, pg::sum(col<&l::l_quantity>), pg::sum(col<&l::l_extendedprice>),
                      revenue, pg::sum(discounted * (lit<1> + col<&l::l_tax>)), pg::avg(col<&l::l_quantity>),
                      pg::avg(col<&l::l_extendedprice>), pg::avg(col<&l::l_discount>), pg::count())
        .where(col<&l::l_shipdate> <= pg::constant<pg::date, "1998-12-01"> - days)
        .group_by(col<&l::l_returnflag>, col<&l::l_linestatus>)
        .order_by(col<&l::l_returnflag>, col<&l::l_linestatus>)
        .into<pricing_summary>();
}

// 2: minimum cost supplier

struct cheapest_supplier {
    money s_acctbal;
    pg::fixed_char<25> s_name, n_name;
    std::int32_t p_partkey{};
    pg::fixed_char<25> p_mfgr;
    pg::varchar<40> s_address;
    pg::fixed_char<15> s_phone;
    pg::varchar<101> s_comment;
    bool operator==(const cheapest_supplier&) const = default;
};
inline auto q2(std::int32_t size, std::string type, std::string region_name) {
    const auto of_region = [](auto query, const std::string& name) {
        return query.join(col<&ps::ps_suppkey>)
            .join(col<&s::s_nationkey>)
            .join(col<&n::n_regionkey>)
            .where(col<&r::r_name> == name);
    };
    const auto least = of_region(pg::select(pg::min(col<&ps::ps_supplycost>)).where(col<&ps::ps_partkey> == col<&p::p_partkey>), region_name);
    return of_region(pg::select(col<&s::s_acctbal>, col<&s::s_name>, col<&n::n_name>, col<&p::p_partkey>, col<&p::p_mfgr>,
                                col<&s::s_address>, col<&s::s_phone>, col<&s::s_comment>)
                         .from(pg::model<p>)
                         .join(col<&ps::ps_partkey>),
                     region_name)
        .where(col<&p::p_size> == size && col<&p::p_type>.ends_with(type) && col<&ps::ps_supplycost> == pg::scalar(least))
        .order_by(col<&s::s_acctbal>.desc(), col<&n::n_name>, col<&s::s_name>, col<&p::p_partkey>)
        .limit(100)
        .into<cheapest_supplier>();
}

// 3: shipping priority

struct unshipped_order {
    std::int64_t l_orderkey{};
    sum_of revenue;
    pg::date o_orderdate;
    std::int32_t o_shippriority{};
    bool operator==(const unshipped_order&) const = default;
};
inline auto q3(std::string segment, pg::date day) {
    return pg::select(col<&l::l_orderkey>, revenue, col<&o::o_orderdate>, col<&o::o_shippriority>)
        .from(pg::model<c>)
        .join(col<&o::o_custkey>)
        .join(col<&l::l_orderkey>)
        .where(col<&c::c_mktsegment> == segment && col<&o::o_orderdate> < day && col<&l::l_shipdate> > day)
        .group_by(col<&l::l_orderkey>, col<&o::o_orderdate>, col<&o::o_shippriority>)
        .into<unshipped_order>()
        .order_by(revenue.desc(), col<&o::o_orderdate>)
        .limit(10);
}

// 4: order priority checking

struct priority_count {
    pg::fixed_char<15> o_orderpriority;
    std::int64_t order_count{};
    bool operator==(const priority_count&) const = default;
};
inline auto q4(pg::date from) {
    const auto late = pg::select<l>().where(col<&l::l_orderkey> == col<&o::o_orderkey> && col<&l::l_commitdate> < col<&l::l_receiptdate>);
    return pg::select(col<&o::o_orderpriority>, pg::count())
        .where(col<&o::o_orderdate> >= from && col<&o::o_orderdate> < pg::value(from) + length_of_time<"3 months"> && pg::exists(late))
        .group_by(col<&o::o_orderpriority>)
        .order_by(col<&o::o_orderpriority>)
        .into<priority_count>();
}

// 5: local supplier volume

struct nation_revenue {
    pg::fixed_char<25> n_name;
    sum_of revenue;
    bool operator==(const nation_revenue&) const = default;
};
inline auto q5(std::string region_name, pg::date from) {
    return pg::select(col<&n::n_name>, revenue)
        .from(pg::model<c>)
        .join(col<&o::o_custkey>)
        .join(col<&l::l_orderkey>)
        .join(pg::model<s>)
        .join(col<&s::s_nationkey>)
        .join(col<&n::n_regionkey>)
        .where(col<&c::c_nationkey> == col<&s::s_nationkey> && col<&r::r_name> == region_name && col<&o::o_orderdate> >= from &&
               col<&o::o_orderdate> < pg::value(from) + length_of_time<"1 year">)
        .group_by(col<&n::n_name>)
        .into<nation_revenue>()
        .order_by(revenue.desc());
}

// 6: forecasting revenue change

inline auto q6(pg::date from, money discount, std::int32_t quantity) {
    const money cent("0.01");
    return pg::select(pg::sum(col<&l::l_extendedprice> * col<&l::l_discount>))
        .where(col<&l::l_shipdate> >= from && col<&l::l_shipdate> < pg::value(from) + length_of_time<"1 year"> &&
               col<&l::l_discount>.between(pg::value(discount) - cent, pg::value(discount) + cent) && col<&l::l_quantity> < quantity);
}

// 7: volume shipping

struct shipping {
    pg::fixed_char<25> supp_nation, cust_nation;
    number l_year, volume;
};
struct shipped_volume {
    pg::fixed_char<25> supp_nation, cust_nation;
    number l_year;
    sum_of revenue;
    bool operator==(const shipped_volume&) const = default;
};
inline auto q7(std::string one, std::string other) {
    const auto volumes = pg::select(n1[col<&n::n_name>], n2[col<&n::n_name>], pg::extract<"year">(col<&l::l_shipdate>), discounted)
                             .from(pg::model<s>)
                             .join(pg::model<l>)
                             .join(pg::model<o>)
                             .join(pg::model<c>)
                             .join(n1).on(n1[col<&n::n_nationkey>] == col<&s::s_nationkey>)
                             .join(n2).on(n2[col<&n::n_nationkey>] == col<&c::c_nationkey>)
                             .where(((n1[col<&n::n_name>] == one && n2[col<&n::n_name>] == other) ||
                                     (n1[col<&n::n_name>] == other && n2[col<&n::n_name>] == one)) &&
                                    col<&l::l_shipdate>.between(pg::constant<pg::date, "1995-01-01">, pg::constant<pg::date, "1996-12-31">))
                             .into<shipping>();
    return pg::select(col<&shipping::supp_nation>, col<&shipping::cust_nation>, col<&shipping::l_year>, pg::sum(col<&shipping::volume>))
        .from(pg::subquery(volumes))
        .group_by(col<&shipping::supp_nation>, col<&shipping::cust_nation>, col<&shipping::l_year>)
        .order_by(col<&shipping::supp_nation>, col<&shipping::cust_nation>, col<&shipping::l_year>)
        .into<shipped_volume>();
}

// 8: national market share

struct all_nations {
    number o_year, volume;
    pg::fixed_char<25> nation;
};
struct market_share {
    number o_year;
    sum_of mkt_share;
    bool operator==(const market_share&) const = default;
};
inline auto q8(std::string nation_name, std::string region_name, std::string type) {
    using a = all_nations;
    const auto volumes = pg::select(pg::extract<"year">(col<&o::o_orderdate>), discounted, n2[col<&n::n_name>])
                             .from(pg::model<p>)
                             .join(pg::model<l>)
                             .join(pg::model<s>)
                             .join(pg::model<o>)
                             .join(pg::model<c>)
                             .join(n1).on(n1[col<&n::n_nationkey>] == col<&c::c_nationkey>)
                             .join(pg::model<r>).on(n1[col<&n::n_regionkey>] == col<&r::r_regionkey>)
                             .join(n2).on(n2[col<&n::n_nationkey>] == col<&s::s_nationkey>)
                             .where(col<&r::r_name> == region_name &&
                                    col<&o::o_orderdate>.between(pg::constant<pg::date, "1995-01-01">, pg::constant<pg::date, "1996-12-31">) &&
                                    col<&p::p_type> == type)
                             .into<all_nations>();
    return pg::select(col<&a::o_year>, pg::sum(pg::case_when(col<&a::nation> == nation_name, col<&a::volume>).otherwise(lit<0>)) /
                                           pg::sum(col<&a::volume>))
        .from(pg::subquery(volumes))
        .group_by(col<&a::o_year>)
        .order_by(col<&a::o_year>)
        .into<market_share>();
}

// 9: product type profit measure

struct profit {
    pg::fixed_char<25> nation;
    number o_year, amount;
};
struct yearly_profit {
    pg::fixed_char<25> nation;
    number o_year;
    sum_of sum_profit;
    bool operator==(const yearly_profit&) const = default;
};
inline auto q9(std::string color) {
    const auto profits = pg::select(col<&n::n_name>, pg::extract<"year">(col<&o::o_orderdate>),
                                    discounted - col<&ps::ps_supplycost> * col<&l::l_quantity>)
                             .from(pg::model<l>)
                             .join(pg::model<ps>)
                             .join(col<&ps::ps_partkey>)
                             .join(col<&ps::ps_suppkey>)
                             .join(col<&l::l_orderkey>)
                             .join(col<&s::s_nationkey>)
                             .where(col<&p::p_name>.contains(color))
                             .into<profit>();
    return pg::select(col<&profit::nation>, col<&profit::o_year>, pg::sum(col<&profit::amount>))
        .from(pg::subquery(profits))
        .group_by(col<&profit::nation>, col<&profit::o_year>)
        .order_by(col<&profit::nation>, col<&profit::o_year>.desc())
        .into<yearly_profit>();
}

// 10: returned item reporting

struct returning_customer {
    std::int32_t c_custkey{};
    pg::varchar<25> c_name;
    sum_of revenue;
    money c_acctbal;
    pg::fixed_char<25> n_name;
    pg::varchar<40> c_address;
    pg::fixed_char<15> c_phone;
    pg::varchar<117> c_comment;
    bool operator==(const returning_customer&) const = default;
};
inline auto q10(pg::date from) {
    return pg::select(col<&c::c_custkey>, col<&c::c_name>, revenue, col<&c::c_acctbal>, col<&n::n_name>, col<&c::c_address>,
                      col<&c::c_phone>, col<&c::c_comment>)
        .join(col<&o::o_custkey>)
        .join(col<&l::l_orderkey>)
        .join(col<&c::c_nationkey>)
        .where(col<&o::o_orderdate> >= from && col<&o::o_orderdate> < pg::value(from) + length_of_time<"3 months"> &&
               col<&l::l_returnflag> == "R")
        .group_by(col<&c::c_custkey>, col<&n::n_name>)
        .into<returning_customer>()
        .order_by(revenue.desc())
        .limit(20);
}

// 11: important stock identification

struct stock_value {
    std::int32_t ps_partkey{};
    sum_of value;
    bool operator==(const stock_value&) const = default;
};
inline auto q11(std::string nation_name, number fraction) {
    constexpr auto value = pg::sum(col<&ps::ps_supplycost> * col<&ps::ps_availqty>);
    const auto in_nation = [](auto query, const std::string& name) {
        return query.join(col<&ps::ps_suppkey>).join(col<&s::s_nationkey>).where(col<&n::n_name> == name);
    };
    return in_nation(pg::select(col<&ps::ps_partkey>, value), nation_name)
        .group_by(col<&ps::ps_partkey>)
        .having(value > pg::scalar(in_nation(pg::select(value * fraction).from(pg::model<ps>), nation_name)))
        .into<stock_value>()
        .order_by(value.desc());
}

// 12: shipping modes and order priority

struct priority_lines {
    pg::fixed_char<10> l_shipmode;
    std::optional<std::int64_t> high_line_count, low_line_count;
    bool operator==(const priority_lines&) const = default;
};
inline auto q12(std::string one, std::string other, pg::date from) {
    const auto lines_if = [](auto condition) { return pg::sum(pg::case_when(condition, lit<1>).otherwise(lit<0>)); };
    return pg::select(col<&l::l_shipmode>, lines_if(col<&o::o_orderpriority> == lit<"1-URGENT"> || col<&o::o_orderpriority> == lit<"2-HIGH">),
                      lines_if(col<&o::o_orderpriority> != lit<"1-URGENT"> && col<&o::o_orderpriority> != lit<"2-HIGH">))
        .join(col<&l::l_orderkey>)
        .where(col<&l::l_shipmode>.in({one, other}) && col<&l::l_commitdate> < col<&l::l_receiptdate> &&
               col<&l::l_shipdate> < col<&l::l_commitdate> && col<&l::l_receiptdate> >= from &&
               col<&l::l_receiptdate> < pg::value(from) + length_of_time<"1 year">)
        .group_by(col<&l::l_shipmode>)
        .order_by(col<&l::l_shipmode>)
        .into<priority_lines>();
}

// 13: customer distribution

struct c_orders {
    std::int32_t c_custkey{};
    std::int64_t c_count{};
};
struct customer_distribution {
    std::int64_t c_count{}, custdist{};
    bool operator==(const customer_distribution&) const = default;
};
inline auto q13(const std::string& one, const std::string& other) {
    const auto counts = pg::select(col<&c::c_custkey>, pg::count(col<&o::o_orderkey>))
                            .left_join(pg::model<o>)
                            .on(col<&o::o_custkey> == col<&c::c_custkey> && col<&o::o_comment>.not_like("%" + one + "%" + other + "%"))
                            .group_by(col<&c::c_custkey>)
                            .into<c_orders>();
    return pg::select(col<&c_orders::c_count>, pg::count())
        .from(pg::subquery(counts))
        .group_by(col<&c_orders::c_count>)
        .into<customer_distribution>()
        .order_by(pg::count().desc(), col<&c_orders::c_count>.desc());
}

// 14: promotion effect

inline auto q14(pg::date from) {
    return pg::select(exactly<"100.00"> * pg::sum(pg::case_when(col<&p::p_type>.like("PROMO%"), discounted).otherwise(lit<0>)) / revenue)
        .from(pg::model<l>)
        .join(pg::model<p>)
        .where(col<&l::l_shipdate> >= from && col<&l::l_shipdate> < pg::value(from) + length_of_time<"1 month">);
}

// 15: top supplier

struct supplier_revenue {
    std::int32_t supplier_no{};
    sum_of total_revenue;
};
struct top_supplier {
    std::int32_t s_suppkey{};
    pg::fixed_char<25> s_name;
    pg::varchar<40> s_address;
    pg::fixed_char<15> s_phone;
    sum_of total_revenue;
    bool operator==(const top_supplier&) const = default;
};
inline auto q15(pg::date from) {
    using sr = supplier_revenue;
    const auto revenues = pg::cte(pg::select(col<&l::l_suppkey>, revenue)
                                      .where(col<&l::l_shipdate> >= from && col<&l::l_shipdate> < pg::value(from) + length_of_time<"3 months">)
                                      .group_by(col<&l::l_suppkey>)
                                      .into<sr>());
    return pg::with(revenues)
        .select(col<&s::s_suppkey>, col<&s::s_name>, col<&s::s_address>, col<&s::s_phone>, col<&sr::total_revenue>)
        .from(pg::model<s>)
        .join(revenues)
        .on(col<&sr::supplier_no> == col<&s::s_suppkey>)
        .where(col<&sr::total_revenue> == pg::scalar(pg::select(pg::max(col<&sr::total_revenue>)).from(revenues)))
        .order_by(col<&s::s_suppkey>)
        .into<top_supplier>();
}

// 16: parts/supplier relationship

struct supplier_count {
    pg::fixed_char<10> p_brand;
    pg::varchar<25> p_type;
    std::int32_t p_size{};
    std::int64_t supplier_cnt{};
    bool operator==(const supplier_count&) const = default;
};
inline auto q16(std::string brand, const std::string& type, const std::vector<std::int32_t>& sizes) {
    constexpr auto suppliers = pg::count(col<&ps::ps_suppkey>).distinct();
    const auto blamed = pg::select(col<&s::s_suppkey>).where(col<&s::s_comment>.like("%Customer%Complaints%"));
    return pg::select(col<&p::p_brand>, col<&p::p_type>, col<&p::p_size>, suppliers)
        .from(pg::model<ps>)
        .join(pg::model<p>)
        .where(col<&p::p_brand> != brand && col<&p::p_type>.not_like(type + "%") && col<&p::p_size>.in(sizes) &&
               col<&ps::ps_suppkey>.not_in(blamed))
        .group_by(col<&p::p_brand>, col<&p::p_type>, col<&p::p_size>)
        .into<supplier_count>()
        .order_by(suppliers.desc(), col<&p::p_brand>, col<&p::p_type>, col<&p::p_size>);
}

// 17: small-quantity-order revenue

inline auto q17(std::string brand, std::string container) {
    return pg::select(pg::sum(col<&l::l_extendedprice>) / exactly<"7.0">)
        .from(pg::model<l>)
        .join(pg::model<p>)
        .where(col<&p::p_brand> == brand && col<&p::p_container> == container &&
               col<&l::l_quantity> <
                   pg::scalar(pg::select(exactly<"0.2"> * pg::avg(col<&l::l_quantity>)).from(pg::model<l>).where(col<&l::l_partkey> == col<&p::p_partkey>)));
}

// 18: large volume customer

struct large_order {
    pg::varchar<25> c_name;
    std::int32_t c_custkey{};
    std::int64_t o_orderkey{};
    pg::date o_orderdate;
    money o_totalprice;
    sum_of quantity;
    bool operator==(const large_order&) const = default;
};
inline auto q18(std::int32_t quantity) {
    constexpr auto sum = pg::sum(col<&l::l_quantity>);
    return pg::select(col<&c::c_name>, col<&c::c_custkey>, col<&o::o_orderkey>, col<&o::o_orderdate>, col<&o::o_totalprice>, sum)
        .join(col<&o::o_custkey>)
        .join(col<&l::l_orderkey>)
        .where(col<&o::o_orderkey>.in(pg::select(col<&l::l_orderkey>).group_by(col<&l::l_orderkey>).having(sum > quantity)))
        .group_by(col<&c::c_custkey>, col<&o::o_orderkey>)
        .order_by(col<&o::o_totalprice>.desc(), col<&o::o_orderdate>)
        .limit(100)
        .into<large_order>();
}

// 19: discounted revenue

struct kind_of_part {
    std::string brand;
    std::vector<std::string> containers;
    std::int32_t quantity{}, most_size{};
};
inline auto q19(const kind_of_part& small, const kind_of_part& medium, const kind_of_part& large) {
    const auto is = [](const kind_of_part& kind) {
        return col<&p::p_brand> == kind.brand && col<&p::p_container>.in(kind.containers) &&
               col<&l::l_quantity>.between(kind.quantity, kind.quantity + 10) && col<&p::p_size>.between(1, kind.most_size);
    };
    return pg::select(revenue)
        .from(pg::model<l>)
        .join(pg::model<p>)
        .where((is(small) || is(medium) || is(large)) && col<&l::l_shipmode>.in({"AIR", "AIR REG"}) &&
               col<&l::l_shipinstruct> == "DELIVER IN PERSON");
}

// 20: potential part promotion

struct promoting_supplier {
    pg::fixed_char<25> s_name;
    pg::varchar<40> s_address;
    bool operator==(const promoting_supplier&) const = default;
};
inline auto q20(std::string color, pg::date from, std::string nation_name) {
    const auto half_of_shipped = pg::select(exactly<"0.5"> * pg::sum(col<&l::l_quantity>))
                                     .from(pg::model<l>)
                                     .where(col<&l::l_partkey> == col<&ps::ps_partkey> && col<&l::l_suppkey> == col<&ps::ps_suppkey> &&
                                            col<&l::l_shipdate> >= from && col<&l::l_shipdate> < pg::value(from) + length_of_time<"1 year">);
    const auto colored = pg::select(col<&p::p_partkey>).where(col<&p::p_name>.starts_with(color));
    const auto stocked = pg::select(col<&ps::ps_suppkey>)
                             .where(col<&ps::ps_partkey>.in(colored) && col<&ps::ps_availqty> > pg::scalar(half_of_shipped));
    return pg::select(col<&s::s_name>, col<&s::s_address>)
        .join(col<&s::s_nationkey>)
        .where(col<&s::s_suppkey>.in(stocked) && col<&n::n_name> == nation_name)
        .order_by(col<&s::s_name>)
        .into<promoting_supplier>();
}

// 21: suppliers who kept orders waiting

struct waiting_count {
    pg::fixed_char<25> s_name;
    std::int64_t numwait{};
    bool operator==(const waiting_count&) const = default;
};
inline auto q21(std::string nation_name) {
    const auto others = [](auto other) {
        return pg::select(other).where(other[col<&l::l_orderkey>] == l1[col<&l::l_orderkey>] && other[col<&l::l_suppkey>] != l1[col<&l::l_suppkey>]);
    };
    return pg::select(col<&s::s_name>, pg::count())
        .join(l1)
        .join(pg::model<o>)
        .join(col<&s::s_nationkey>)
        .where(col<&o::o_orderstatus> == "F" && l1[col<&l::l_receiptdate>] > l1[col<&l::l_commitdate>] && pg::exists(others(l2)) &&
               !pg::exists(others(l3).where(l3[col<&l::l_receiptdate>] > l3[col<&l::l_commitdate>])) && col<&n::n_name> == nation_name)
        .group_by(col<&s::s_name>)
        .into<waiting_count>()
        .order_by(pg::count().desc(), col<&s::s_name>)
        .limit(100);
}

// 22: global sales opportunity

struct custsale {
    std::string cntrycode;
    money c_acctbal;
};
struct sales_opportunity {
    std::string cntrycode;
    std::int64_t numcust{};
    sum_of totacctbal;
    bool operator==(const sales_opportunity&) const = default;
};
inline auto q22(const std::vector<std::string>& codes) {
    constexpr auto code = pg::substring(col<&c::c_phone>, lit<1>, lit<2>);
    const auto average = pg::select(pg::avg(col<&c::c_acctbal>)).from(pg::model<c>).where(col<&c::c_acctbal> > lit<0> && code.in(codes));
    const auto idle = pg::select(code, col<&c::c_acctbal>)
                          .from(pg::model<c>)
                          .where(code.in(codes) && col<&c::c_acctbal> > pg::scalar(average) &&
                                 !pg::exists(pg::select<o>().where(col<&o::o_custkey> == col<&c::c_custkey>)))
                          .into<custsale>();
    return pg::select(col<&custsale::cntrycode>, pg::count(), pg::sum(col<&custsale::c_acctbal>))
        .from(pg::subquery(idle))
        .group_by(col<&custsale::cntrycode>)
        .order_by(col<&custsale::cntrycode>)
        .into<sales_opportunity>();
}

}  // namespace tpch

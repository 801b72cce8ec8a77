// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The eight tables of the TPC-H benchmark (specification 1.4), with its names, types and keys.

#pragma once

#include <pgmodel.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <cstdint>

namespace tpch {

namespace pg = pgmodel;
using pg::col;

using money = pg::numeric<15, 2>;

struct region {
    std::int32_t r_regionkey{};
    pg::fixed_char<25> r_name{};
    pg::varchar<152> r_comment{};

    static constexpr auto table() { return pg::table("region", pg::field<&region::r_regionkey>.primary_key()); }
};

struct nation {
    std::int32_t n_nationkey{};
    pg::fixed_char<25> n_name{};
    std::int32_t n_regionkey{};
    pg::varchar<152> n_comment{};

    static constexpr auto table() {
        using n = nation;
        return pg::table("nation", pg::field<&n::n_nationkey>.primary_key(),
                         pg::field<&n::n_regionkey>.references(pg::model<region>));
    }
};

struct supplier {
    std::int32_t s_suppkey{};
    pg::fixed_char<25> s_name{};
    pg::varchar<40> s_address{};
    std::int32_t s_nationkey{};
    pg::fixed_char<15> s_phone{};
    money s_acctbal{};
    pg::varchar<101> s_comment{};

    static constexpr auto table() {
        using s = supplier;
        return pg::table("supplier", pg::field<&s::s_suppkey>.primary_key(),
                         pg::field<&s::s_nationkey>.references(pg::model<nation>));
    }
};

struct customer {
    std::int32_t c_custkey{};
    pg::varchar<25> c_name{};
    pg::varchar<40> c_address{};
    std::int32_t c_nationkey{};
    pg::fixed_char<15> c_phone{};
    money c_acctbal{};
    pg::fixed_char<10> c_mktsegment{};
    pg::varchar<117> c_comment{};

    static constexpr auto table() {
        using c = customer;
        return pg::table("customer", pg::field<&c::c_custkey>.primary_key(),
                         pg::field<&c::c_nationkey>.references(pg::model<nation>));
    }
};

struct part {
    std::int32_t p_partkey{};
    pg::varchar<55> p_name{};
    pg::fixed_char<25> p_mfgr{};
    pg::fixed_char<10> p_brand{};
    pg::varchar<25> p_type{};
    std::int32_t p_size{};
    pg::fixed_char<10> p_container{};
    money p_retailprice{};
    pg::varchar<23> p_comment{};

    static constexpr auto table() { return pg::table("part", pg::field<&part::p_partkey>.primary_key()); }
};

struct partsupp {
    std::int32_t ps_partkey{};
    std::int32_t ps_suppkey{};
    std::int32_t ps_availqty{};
    money ps_supplycost{};
    pg::varchar<199> ps_comment{};

    static constexpr auto table() {
        using ps = partsupp;
        return pg::table("partsupp", pg::primary_key(col<&ps::ps_partkey>, col<&ps::ps_suppkey>),
                         pg::field<&ps::ps_partkey>.references(pg::model<part>),
                         pg::field<&ps::ps_suppkey>.references(pg::model<supplier>).index());
    }
};

struct orders {
    std::int64_t o_orderkey{};
    std::int32_t o_custkey{};
    pg::fixed_char<1> o_orderstatus{};
    money o_totalprice{};
    pg::date o_orderdate{};
    pg::fixed_char<15> o_orderpriority{};
    pg::fixed_char<15> o_clerk{};
    std::int32_t o_shippriority{};
    pg::varchar<79> o_comment{};

    static constexpr auto table() {
        using o = orders;
        return pg::table("orders", pg::field<&o::o_orderkey>.primary_key(),
                         pg::field<&o::o_custkey>.references(pg::model<customer>).index());
    }
};

struct lineitem {
    std::int64_t l_orderkey{};
    std::int32_t l_partkey{};
    std::int32_t l_suppkey{};
    std::int32_t l_linenumber{};
    money l_quantity{};
    money l_extendedprice{};
    money l_discount{};
    money l_tax{};
    pg::fixed_char<1> l_returnflag{};
    pg::fixed_char<1> l_linestatus{};
    pg::date l_shipdate{};
    pg::date l_commitdate{};
    pg::date l_receiptdate{};
    pg::fixed_char<25> l_shipinstruct{};
    pg::fixed_char<10> l_shipmode{};
    pg::varchar<44> l_comment{};

    static constexpr auto table() {
        using l = lineitem;
        return pg::table("lineitem", pg::primary_key(col<&l::l_orderkey>, col<&l::l_linenumber>),
                         pg::field<&l::l_orderkey>.references(pg::model<orders>),
                         pg::field<&l::l_partkey>.references(pg::model<part>),
                         pg::field<&l::l_suppkey>.references(pg::model<supplier>),
                         pg::foreign_key(col<&l::l_partkey>, col<&l::l_suppkey>).references(pg::model<partsupp>),
                         pg::index(col<&l::l_partkey>, col<&l::l_suppkey>));
    }
};

inline constexpr pg::registry<region, nation, supplier, customer, part, partsupp, orders, lineitem> models{};

}  // namespace tpch

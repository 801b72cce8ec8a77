// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The 22 queries of TPC-H: the text of each, and that it finds the same rows as the specification's own text.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "database.hpp"
#include "tpch/generate.hpp"
#include "tpch/queries.hpp"
#include "tpch/standard.hpp"

namespace {

using namespace tpch;

class tpch_database : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("tpch");
        pg::session made(dsn());
        made.create_all(models);
        generator().fill(made);
        made.execute_script("analyze");
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    /// The query finds rows, and those that this text finds, in the same order.
    template <class Query>
    void same(const Query& query, const char* standard) {
        using row = typename Query::row;
        const std::vector<row> found = db.all(query);
        const std::vector<row> expected = db.all<row>(standard);
        EXPECT_EQ(found.size(), expected.size());
        EXPECT_TRUE(found == expected);
        EXPECT_FALSE(found.empty());
        if constexpr (std::is_same_v<row, sum_of>) {
            EXPECT_TRUE(found.at(0).has_value());
        }
    }

    pg::session db{dsn()};
};

TEST_F(tpch_database, has_the_rows_of_its_scale) {
    EXPECT_EQ(db.count<orders>(), order_rows);
    EXPECT_EQ(db.count<partsupp>(), 4 * part_rows);
    EXPECT_EQ(db.count<lineitem>(), 59689);
}

TEST_F(tpch_database, q1) {
    const auto q = q1(90);
    static_assert(decltype(q)::sql ==
                  "select l_returnflag, l_linestatus, sum(l_quantity) as sum_qty, sum(l_extendedprice) as "
                  "sum_base_price, sum(l_extendedprice * (1 - l_discount)) as sum_disc_price, sum(l_extendedprice "
                  "* (1 - l_discount) * (1 + l_tax)) as sum_charge, avg(l_quantity) as avg_qty, "
                  "avg(l_extendedprice) as avg_price, avg(l_discount) as avg_disc, count(*) as count_order "
                  "from lineitem where l_shipdate <= date '1998-12-01' - $1 group by l_returnflag, l_linestatus "
                  "order by l_returnflag, l_linestatus");
    same(q, standard::q1);
}

TEST_F(tpch_database, q2) {
    const auto q = q2(15, "BRASS", "EUROPE");
    static_assert(decltype(q)::sql ==
                  "select supplier.s_acctbal, supplier.s_name, nation.n_name, part.p_partkey, part.p_mfgr, "
                  "supplier.s_address, supplier.s_phone, supplier.s_comment from part "
                  "join partsupp on partsupp.ps_partkey = part.p_partkey "
                  "join supplier on partsupp.ps_suppkey = supplier.s_suppkey "
                  "join nation on supplier.s_nationkey = nation.n_nationkey "
                  "join region on nation.n_regionkey = region.r_regionkey "
                  "where region.r_name = $1 and part.p_size = $2 and part.p_type like $3 and "
                  "partsupp.ps_supplycost = (select min(partsupp.ps_supplycost) from partsupp "
                  "join supplier on partsupp.ps_suppkey = supplier.s_suppkey "
                  "join nation on supplier.s_nationkey = nation.n_nationkey "
                  "join region on nation.n_regionkey = region.r_regionkey "
                  "where partsupp.ps_partkey = part.p_partkey and region.r_name = $4) "
                  "order by supplier.s_acctbal desc, nation.n_name, supplier.s_name, part.p_partkey limit $5");
    same(q, standard::q2);
}

TEST_F(tpch_database, q3) {
    const auto q = q3("BUILDING", pg::date("1995-03-15"));
    static_assert(decltype(q)::sql ==
                  "select lineitem.l_orderkey, sum(lineitem.l_extendedprice * (1 - lineitem.l_discount)) as "
                  "revenue, orders.o_orderdate, orders.o_shippriority from customer "
                  "join orders on orders.o_custkey = customer.c_custkey "
                  "join lineitem on lineitem.l_orderkey = orders.o_orderkey "
                  "where customer.c_mktsegment = $1 and orders.o_orderdate < $2 and lineitem.l_shipdate > $3 "
                  "group by lineitem.l_orderkey, orders.o_orderdate, orders.o_shippriority "
                  "order by revenue desc, orders.o_orderdate limit $4");
    same(q, standard::q3);
}

TEST_F(tpch_database, q4) {
    const auto q = q4(pg::date("1993-07-01"));
    static_assert(decltype(q)::sql ==
                  "select o_orderpriority, count(*) as order_count from orders "
                  "where o_orderdate >= $1 and o_orderdate < $2 + interval '3 months' and exists (select "
                  "from lineitem "
                  "where lineitem.l_orderkey = orders.o_orderkey and lineitem.l_commitdate < "
                  "lineitem.l_receiptdate) group by o_orderpriority order by o_orderpriority");
    same(q, standard::q4);
}

TEST_F(tpch_database, q5) {
    const auto q = q5("ASIA", pg::date("1994-01-01"));
    static_assert(decltype(q)::sql ==
                  "select nation.n_name, sum(lineitem.l_extendedprice * (1 - lineitem.l_discount)) as revenue "
                  "from customer join orders on orders.o_custkey = customer.c_custkey "
                  "join lineitem on lineitem.l_orderkey = orders.o_orderkey "
                  "join supplier on lineitem.l_suppkey = supplier.s_suppkey "
                  "join nation on supplier.s_nationkey = nation.n_nationkey "
                  "join region on nation.n_regionkey = region.r_regionkey "
                  "where customer.c_nationkey = supplier.s_nationkey and region.r_name = $1 and orders.o_orderdate "
                  ">= $2 and orders.o_orderdate < $3 + interval '1 year' group by nation.n_name "
                  "order by revenue desc");
    same(q, standard::q5);
}

TEST_F(tpch_database, q6) {
    const auto q = q6(pg::date("1994-01-01"), money("0.06"), 24);
    static_assert(decltype(q)::sql ==
                  "select sum(l_extendedprice * l_discount) from lineitem "
                  "where l_shipdate >= $1 and l_shipdate < $2 + interval '1 year' and l_discount between $3 - $4 "
                  "and $5 + $6 and l_quantity < $7");
    same(q, standard::q6);
}

TEST_F(tpch_database, q7) {
    const auto q = q7("FRANCE", "GERMANY");
    static_assert(decltype(q)::sql ==
                  "select supp_nation, cust_nation, l_year, sum(volume) as revenue "
                  "from (select n1.n_name as supp_nation, n2.n_name as cust_nation, extract(year "
                  "from lineitem.l_shipdate) as l_year, lineitem.l_extendedprice * (1 - lineitem.l_discount) as "
                  "volume from supplier join lineitem on lineitem.l_suppkey = supplier.s_suppkey "
                  "join orders on lineitem.l_orderkey = orders.o_orderkey "
                  "join customer on orders.o_custkey = customer.c_custkey "
                  "join nation as n1 on n1.n_nationkey = supplier.s_nationkey "
                  "join nation as n2 on n2.n_nationkey = customer.c_nationkey "
                  "where (n1.n_name = $1 and n2.n_name = $2 or n1.n_name = $3 and n2.n_name = $4) and "
                  "lineitem.l_shipdate between date '1995-01-01' and date '1996-12-31') as shipping "
                  "group by supp_nation, cust_nation, l_year order by supp_nation, cust_nation, l_year");
    same(q, standard::q7);
}

TEST_F(tpch_database, q8) {
    const auto q = q8("BRAZIL", "AMERICA", "ECONOMY ANODIZED STEEL");
    static_assert(decltype(q)::sql ==
                  "select o_year, sum(case when nation = $1 then volume else 0 end) / sum(volume) as mkt_share "
                  "from (select extract(year "
                  "from orders.o_orderdate) as o_year, lineitem.l_extendedprice * (1 - lineitem.l_discount) as "
                  "volume, n2.n_name as nation from part join lineitem on lineitem.l_partkey = part.p_partkey "
                  "join supplier on lineitem.l_suppkey = supplier.s_suppkey "
                  "join orders on lineitem.l_orderkey = orders.o_orderkey "
                  "join customer on orders.o_custkey = customer.c_custkey "
                  "join nation as n1 on n1.n_nationkey = customer.c_nationkey "
                  "join region on n1.n_regionkey = region.r_regionkey "
                  "join nation as n2 on n2.n_nationkey = supplier.s_nationkey "
                  "where region.r_name = $2 and orders.o_orderdate between date '1995-01-01' and date '1996-12-31' "
                  "and part.p_type = $3) as all_nations group by o_year order by o_year");
    same(q, standard::q8);
}

TEST_F(tpch_database, q9) {
    const auto q = q9("green");
    static_assert(decltype(q)::sql ==
                  "select nation, o_year, sum(amount) as sum_profit "
                  "from (select nation.n_name as nation, extract(year "
                  "from orders.o_orderdate) as o_year, lineitem.l_extendedprice * (1 - lineitem.l_discount) - "
                  "partsupp.ps_supplycost * lineitem.l_quantity as amount from lineitem "
                  "join partsupp on lineitem.l_partkey = partsupp.ps_partkey and lineitem.l_suppkey = "
                  "partsupp.ps_suppkey join part on partsupp.ps_partkey = part.p_partkey "
                  "join supplier on partsupp.ps_suppkey = supplier.s_suppkey "
                  "join orders on lineitem.l_orderkey = orders.o_orderkey "
                  "join nation on supplier.s_nationkey = nation.n_nationkey where part.p_name like $1) as profit "
                  "group by nation, o_year order by nation, o_year desc");
    same(q, standard::q9);
}

TEST_F(tpch_database, q10) {
    const auto q = q10(pg::date("1993-10-01"));
    static_assert(decltype(q)::sql ==
                  "select customer.c_custkey, customer.c_name, sum(lineitem.l_extendedprice * (1 - "
                  "lineitem.l_discount)) as revenue, customer.c_acctbal, nation.n_name, customer.c_address, "
                  "customer.c_phone, customer.c_comment from customer "
                  "join orders on orders.o_custkey = customer.c_custkey "
                  "join lineitem on lineitem.l_orderkey = orders.o_orderkey "
                  "join nation on customer.c_nationkey = nation.n_nationkey "
                  "where orders.o_orderdate >= $1 and orders.o_orderdate < $2 + interval '3 months' and "
                  "lineitem.l_returnflag = $3 group by customer.c_custkey, nation.n_name order by revenue desc "
                  "limit $4");
    same(q, standard::q10);
}

TEST_F(tpch_database, q11) {
    const auto q = q11("GERMANY", number("0.01"));
    static_assert(decltype(q)::sql ==
                  "select partsupp.ps_partkey, sum(partsupp.ps_supplycost * partsupp.ps_availqty) as value "
                  "from partsupp join supplier on partsupp.ps_suppkey = supplier.s_suppkey "
                  "join nation on supplier.s_nationkey = nation.n_nationkey where nation.n_name = $1 "
                  "group by partsupp.ps_partkey "
                  "having sum(partsupp.ps_supplycost * partsupp.ps_availqty) > (select sum(partsupp.ps_supplycost "
                  "* partsupp.ps_availqty) * $2 from partsupp "
                  "join supplier on partsupp.ps_suppkey = supplier.s_suppkey "
                  "join nation on supplier.s_nationkey = nation.n_nationkey where nation.n_name = $3) "
                  "order by value desc");
    same(q, standard::q11);
}

TEST_F(tpch_database, q12) {
    const auto q = q12("MAIL", "SHIP", pg::date("1994-01-01"));
    static_assert(decltype(q)::sql ==
                  "select lineitem.l_shipmode, sum(case when orders.o_orderpriority = '1-URGENT' or "
                  "orders.o_orderpriority = '2-HIGH' then 1 else 0 end) as high_line_count, sum(case when "
                  "orders.o_orderpriority <> '1-URGENT' and orders.o_orderpriority <> '2-HIGH' then 1 else 0 end) "
                  "as low_line_count from lineitem join orders on lineitem.l_orderkey = orders.o_orderkey "
                  "where lineitem.l_shipmode = any($1) and lineitem.l_commitdate < lineitem.l_receiptdate and "
                  "lineitem.l_shipdate < lineitem.l_commitdate and lineitem.l_receiptdate >= $2 and "
                  "lineitem.l_receiptdate < $3 + interval '1 year' group by lineitem.l_shipmode "
                  "order by lineitem.l_shipmode");
    same(q, standard::q12);
}

TEST_F(tpch_database, q13) {
    const auto q = q13("special", "requests");
    static_assert(decltype(q)::sql ==
                  "select c_count, count(*) as custdist "
                  "from (select customer.c_custkey, count(orders.o_orderkey) as c_count from customer left "
                  "join orders on orders.o_custkey = customer.c_custkey and orders.o_comment not like $1 "
                  "group by customer.c_custkey) as c_orders group by c_count order by custdist desc, c_count desc");
    same(q, standard::q13);
}

TEST_F(tpch_database, q14) {
    const auto q = q14(pg::date("1995-09-01"));
    static_assert(decltype(q)::sql ==
                  "select 100.00 * sum(case when part.p_type like $1 then lineitem.l_extendedprice * (1 - "
                  "lineitem.l_discount) else 0 end) / sum(lineitem.l_extendedprice * (1 - lineitem.l_discount)) "
                  "from lineitem join part on lineitem.l_partkey = part.p_partkey "
                  "where lineitem.l_shipdate >= $2 and lineitem.l_shipdate < $3 + interval '1 month'");
    same(q, standard::q14);
}

TEST_F(tpch_database, q15) {
    const auto q = q15(pg::date("1996-01-01"));
    static_assert(decltype(q)::sql ==
                  "with supplier_revenue as (select l_suppkey as supplier_no, sum(l_extendedprice * (1 - "
                  "l_discount)) as total_revenue from lineitem "
                  "where l_shipdate >= $1 and l_shipdate < $2 + interval '3 months' "
                  "group by l_suppkey) select supplier.s_suppkey, supplier.s_name, supplier.s_address, "
                  "supplier.s_phone, supplier_revenue.total_revenue from supplier "
                  "join supplier_revenue on supplier_revenue.supplier_no = supplier.s_suppkey "
                  "where supplier_revenue.total_revenue = (select max(total_revenue) "
                  "from supplier_revenue) order by supplier.s_suppkey");
    same(q, standard::q15);
}

TEST_F(tpch_database, q16) {
    const auto q = q16("Brand#45", "MEDIUM POLISHED", {49, 14, 23, 45, 19, 3, 36, 9});
    static_assert(decltype(q)::sql ==
                  "select part.p_brand, part.p_type, part.p_size, count(distinct partsupp.ps_suppkey) as "
                  "supplier_cnt from partsupp join part on partsupp.ps_partkey = part.p_partkey "
                  "where part.p_brand <> $1 and part.p_type not like $2 and part.p_size = any($3) and "
                  "partsupp.ps_suppkey not in (select s_suppkey from supplier where s_comment like $4) "
                  "group by part.p_brand, part.p_type, part.p_size "
                  "order by supplier_cnt desc, part.p_brand, part.p_type, part.p_size");
    same(q, standard::q16);
}

TEST_F(tpch_database, q17) {
    const auto q = q17("Brand#23", "MED BOX");
    static_assert(decltype(q)::sql ==
                  "select sum(lineitem.l_extendedprice) / 7.0 from lineitem "
                  "join part on lineitem.l_partkey = part.p_partkey "
                  "where part.p_brand = $1 and part.p_container = $2 and lineitem.l_quantity < (select 0.2 * "
                  "avg(lineitem.l_quantity) from lineitem where lineitem.l_partkey = part.p_partkey)");
    same(q, standard::q17);
}

TEST_F(tpch_database, q18) {
    const auto q = q18(300);
    static_assert(decltype(q)::sql ==
                  "select customer.c_name, customer.c_custkey, orders.o_orderkey, orders.o_orderdate, "
                  "orders.o_totalprice, sum(lineitem.l_quantity) as quantity from customer "
                  "join orders on orders.o_custkey = customer.c_custkey "
                  "join lineitem on lineitem.l_orderkey = orders.o_orderkey "
                  "where orders.o_orderkey in (select l_orderkey from lineitem group by l_orderkey "
                  "having sum(l_quantity) > $1) group by customer.c_custkey, orders.o_orderkey "
                  "order by orders.o_totalprice desc, orders.o_orderdate limit $2");
    same(q, standard::q18);
}

TEST_F(tpch_database, q19) {
    const auto q = q19({"Brand#12", {"SM CASE", "SM BOX", "SM PACK", "SM PKG"}, 1, 5},
                       {"Brand#23", {"MED BAG", "MED BOX", "MED PKG", "MED PACK"}, 10, 10},
                       {"Brand#34", {"LG CASE", "LG BOX", "LG PACK", "LG PKG"}, 20, 15});
    static_assert(decltype(q)::sql ==
                  "select sum(lineitem.l_extendedprice * (1 - lineitem.l_discount)) from lineitem "
                  "join part on lineitem.l_partkey = part.p_partkey "
                  "where (part.p_brand = $1 and part.p_container = any($2) and lineitem.l_quantity between $3 and "
                  "$4 and part.p_size between $5 and $6 or part.p_brand = $7 and part.p_container = any($8) and "
                  "lineitem.l_quantity between $9 and $10 and part.p_size between $11 and $12 or part.p_brand = "
                  "$13 and part.p_container = any($14) and lineitem.l_quantity between $15 and $16 and part.p_size "
                  "between $17 and $18) and lineitem.l_shipmode = any($19) and lineitem.l_shipinstruct = $20");
    same(q, standard::q19);
}

TEST_F(tpch_database, q20) {
    const auto q = q20("forest", pg::date("1994-01-01"), "CANADA");
    static_assert(decltype(q)::sql ==
                  "select supplier.s_name, supplier.s_address from supplier "
                  "join nation on supplier.s_nationkey = nation.n_nationkey "
                  "where supplier.s_suppkey in (select ps_suppkey from partsupp "
                  "where ps_partkey in (select p_partkey from part "
                  "where p_name like $1) and ps_availqty > (select 0.5 * sum(lineitem.l_quantity) from lineitem "
                  "where lineitem.l_partkey = partsupp.ps_partkey and lineitem.l_suppkey = partsupp.ps_suppkey and "
                  "lineitem.l_shipdate >= $2 and lineitem.l_shipdate < $3 + interval '1 year')) and nation.n_name "
                  "= $4 order by supplier.s_name");
    same(q, standard::q20);
}

TEST_F(tpch_database, q21) {
    const auto q = q21("SAUDI ARABIA");
    static_assert(decltype(q)::sql ==
                  "select supplier.s_name, count(*) as numwait from supplier "
                  "join lineitem as l1 on l1.l_suppkey = supplier.s_suppkey "
                  "join orders on l1.l_orderkey = orders.o_orderkey "
                  "join nation on supplier.s_nationkey = nation.n_nationkey "
                  "where orders.o_orderstatus = $1 and l1.l_receiptdate > l1.l_commitdate and exists (select "
                  "from lineitem as l2 where l2.l_orderkey = l1.l_orderkey and l2.l_suppkey <> l1.l_suppkey) "
                  "and not exists (select from lineitem as l3 "
                  "where l3.l_orderkey = l1.l_orderkey and l3.l_suppkey <> l1.l_suppkey and l3.l_receiptdate > "
                  "l3.l_commitdate) and nation.n_name = $2 group by supplier.s_name "
                  "order by numwait desc, supplier.s_name limit $3");
    same(q, standard::q21);
}

TEST_F(tpch_database, q22) {
    const auto q = q22({"13", "31", "23", "29", "30", "18", "17"});
    static_assert(decltype(q)::sql ==
                  "select cntrycode, count(*) as numcust, sum(c_acctbal) as totacctbal "
                  "from (select substring(c_phone, 1, 2) as cntrycode, c_acctbal from customer "
                  "where substring(c_phone, 1, 2) = any($1) and c_acctbal > (select avg(c_acctbal) from customer "
                  "where c_acctbal > 0 and substring(c_phone, 1, 2) = any($2)) and not exists (select from orders "
                  "where orders.o_custkey = customer.c_custkey)) as custsale group by cntrycode order by cntrycode");
    same(q, standard::q22);
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// A TPC-H database at a scale of about 0.01, the same on every machine: 15000 orders with some 60000 lines. Values are drawn as
// the specification (4.2.3) says, but what a query asks for is frequent enough that each finds something.

#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models.hpp"

namespace tpch {

inline constexpr std::int32_t supplier_rows = 100, customer_rows = 1500, part_rows = 2000, order_rows = 15000;

/// SplitMix64, whose numbers do not depend on the standard library.
class dice {
public:
    std::uint64_t next() {
        std::uint64_t x = state_ += 0x9e3779b97f4a7c15;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }
    /// From `low` to `high`, both included.
    std::int32_t between(std::int32_t low, std::int32_t high) {
        return low + static_cast<std::int32_t>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    template <std::size_t N>
    std::string one_of(const std::array<std::string_view, N>& list) {
        return std::string(list[next() % N]);
    }

private:
    std::uint64_t state_ = 19920507;
};

inline std::string formatted(const char* format, int a, int b = 0, int c = 0, int d = 0) {
    char text[64];
    std::snprintf(text, sizeof text, format, a, b, c, d);
    return text;
}

class generator {
public:
    /// Fills the tables, which are there and empty.
    void fill(pg::connection& db) {
        db.insert(regions());
        db.insert(nations());
        db.insert(suppliers());
        db.insert(customers());
        db.insert(parts());
        db.insert(stocks());
        make_orders();
        db.insert(std::move(orders_));
        db.insert(std::move(lines_));
    }

private:
    static constexpr std::array<std::string_view, 12> words{"carefully", "deposits", "foxes",   "ideas",    "pending", "packages",
                                                            "quickly",   "requests", "special", "theodolites", "accounts", "silent"};
    static constexpr std::array<std::string_view, 20> colors{"almond", "azure", "beige", "black", "blue",   "chocolate", "coral",
                                                             "cream",  "cyan",  "dark",  "drab",  "forest", "ghost",     "green",
                                                             "ivory",  "khaki", "lace",  "lemon", "linen",  "rose"};
    static constexpr std::array<std::string_view, 6> type_sizes{"STANDARD", "SMALL", "MEDIUM", "LARGE", "ECONOMY", "PROMO"};
    static constexpr std::array<std::string_view, 5> type_finishes{"ANODIZED", "BURNISHED", "PLATED", "POLISHED", "BRUSHED"};
    static constexpr std::array<std::string_view, 5> type_metals{"TIN", "NICKEL", "BRASS", "STEEL", "COPPER"};
    static constexpr std::array<std::string_view, 5> container_sizes{"SM", "LG", "MED", "JUMBO", "WRAP"};
    static constexpr std::array<std::string_view, 8> containers{"CASE", "BOX", "BAG", "JAR", "PKG", "PACK", "CAN", "DRUM"};
    static constexpr std::array<std::string_view, 5> segments{"AUTOMOBILE", "BUILDING", "FURNITURE", "MACHINERY", "HOUSEHOLD"};
    static constexpr std::array<std::string_view, 5> priorities{"1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW"};
    static constexpr std::array<std::string_view, 4> instructions{"DELIVER IN PERSON", "COLLECT COD", "NONE", "TAKE BACK RETURN"};
    static constexpr std::array<std::string_view, 7> modes{"REG AIR", "AIR", "RAIL", "SHIP", "TRUCK", "MAIL", "FOB"};

    static money cents(std::int64_t amount) { return money::from_unscaled(amount); }
    std::string comment() { return random_.one_of(words) + " " + random_.one_of(words) + " " + random_.one_of(words); }
    std::string phone(std::int32_t nation_key) {
        return formatted("%d-%03d-%03d-%04d", nation_key + 10, random_.between(100, 999), random_.between(100, 999),
                         random_.between(1000, 9999));
    }
    /// A part is sold by four suppliers.
    static std::int32_t supplier_of(std::int32_t part_key, std::int32_t i) {
        return (part_key + i * (supplier_rows / 4 + (part_key - 1) / supplier_rows)) % supplier_rows + 1;
    }
    static std::int64_t retail_cents(std::int32_t part_key) { return 90000 + part_key / 10 % 20001 + 100 * (part_key % 1000); }

    static std::vector<region> regions() {
        std::vector<region> out;
        for (const char* name : {"AFRICA", "AMERICA", "ASIA", "EUROPE", "MIDDLE EAST"})
            out.push_back({.r_regionkey = static_cast<std::int32_t>(out.size()), .r_name = name, .r_comment = ""});
        return out;
    }
    static std::vector<nation> nations() {
        constexpr std::pair<const char*, std::int32_t> all[]{
            {"ALGERIA", 0}, {"ARGENTINA", 1}, {"BRAZIL", 1}, {"CANADA", 1},  {"EGYPT", 4}, {"ETHIOPIA", 0},     {"FRANCE", 3},
            {"GERMANY", 3}, {"INDIA", 2},     {"INDONESIA", 2}, {"IRAN", 4}, {"IRAQ", 4},  {"JAPAN", 2},        {"JORDAN", 4},
            {"KENYA", 0},   {"MOROCCO", 0},   {"MOZAMBIQUE", 0}, {"PERU", 1}, {"CHINA", 2}, {"ROMANIA", 3},      {"SAUDI ARABIA", 4},
            {"VIETNAM", 2}, {"RUSSIA", 3},    {"UNITED KINGDOM", 3}, {"UNITED STATES", 1}};
        std::vector<nation> out;
        for (const auto& [name, region_key] : all)
            out.push_back({.n_nationkey = static_cast<std::int32_t>(out.size()), .n_name = name, .n_regionkey = region_key, .n_comment = ""});
        return out;
    }
    std::vector<supplier> suppliers() {
        std::vector<supplier> out;
        for (std::int32_t key = 1; key <= supplier_rows; ++key) {
            const std::int32_t nation_key = key % 25;
            out.push_back({.s_suppkey = key,
                           .s_name = formatted("Supplier#%09d", key),
                           .s_address = formatted("Quay %d", random_.between(1, 999)),
                           .s_nationkey = nation_key,
                           .s_phone = phone(nation_key),
                           .s_acctbal = cents(random_.between(-99999, 999999)),
                           .s_comment = key % 20 == 7 ? "Customer words, then Complaints" : comment()});
        }
        return out;
    }
    std::vector<customer> customers() {
        std::vector<customer> out;
        for (std::int32_t key = 1; key <= customer_rows; ++key) {
            const std::int32_t nation_key = random_.between(0, 24);
            out.push_back({.c_custkey = key,
                           .c_name = formatted("Customer#%09d", key),
                           .c_address = formatted("Street %d", random_.between(1, 999)),
                           .c_nationkey = nation_key,
                           .c_phone = phone(nation_key),
                           .c_acctbal = cents(random_.between(-99999, 999999)),
                           .c_mktsegment = random_.one_of(segments),
                           .c_comment = comment()});
        }
        return out;
    }
    std::vector<part> parts() {
        // Query 19 asks for these, and query 17 for one of them.
        struct wanted {
            const char *brand, *container;
            std::int32_t most_size;
        };
        constexpr wanted kinds[]{{"Brand#12", "SM CASE", 5}, {"Brand#23", "MED BOX", 10}, {"Brand#34", "LG PKG", 15}};
        std::vector<part> out;
        for (std::int32_t key = 1; key <= part_rows; ++key) {
            const std::int32_t maker = random_.between(1, 5);
            part row{.p_partkey = key,
                     .p_name = random_.one_of(colors) + " " + random_.one_of(colors) + " " + random_.one_of(colors),
                     .p_mfgr = formatted("Manufacturer#%d", maker),
                     .p_brand = formatted("Brand#%d%d", maker, random_.between(1, 5)),
                     .p_type = random_.one_of(type_sizes) + " " + random_.one_of(type_finishes) + " " + random_.one_of(type_metals),
                     .p_size = random_.between(1, 50),
                     .p_container = random_.one_of(container_sizes) + " " + random_.one_of(containers),
                     .p_retailprice = cents(retail_cents(key)),
                     .p_comment = random_.one_of(words)};
            if (key % 20 == 0) {
                const wanted& kind = kinds[key / 20 % 3];
                row.p_brand = kind.brand;
                row.p_container = kind.container;
                row.p_size = random_.between(1, kind.most_size);
            }
            out.push_back(std::move(row));
        }
        return out;
    }
    std::vector<partsupp> stocks() {
        std::vector<partsupp> out;
        for (std::int32_t key = 1; key <= part_rows; ++key)
            for (std::int32_t i = 0; i < 4; ++i)
                out.push_back({.ps_partkey = key,
                               .ps_suppkey = supplier_of(key, i),
                               .ps_availqty = random_.between(1, 9999),
                               .ps_supplycost = cents(random_.between(100, 100000)),
                               .ps_comment = comment()});
        return out;
    }
    void make_orders() {
        const pg::date first("1992-01-01"), now("1995-06-17");
        for (std::int32_t number = 0; number < order_rows; ++number) {
            // A third of the customers has no orders.
            const std::int32_t buyer = 3 * random_.between(0, customer_rows / 3 - 1) + random_.between(1, 2);
            orders row{.o_orderkey = number / 8 * 32 + number % 8 + 1,
                       .o_custkey = buyer,
                       .o_orderdate = first + std::chrono::days(random_.between(0, 2405)),
                       .o_orderpriority = random_.one_of(priorities),
                       .o_clerk = formatted("Clerk#%09d", random_.between(1, 10)),
                       .o_shippriority = 0,
                       .o_comment = random_.between(1, 50) == 1 ? "special words, urgent requests" : comment()};
            const bool large = number % 500 == 0;
            const std::int32_t count = large ? 7 : random_.between(1, 7);
            std::int32_t open = 0;
            std::int64_t total = 0;
            for (std::int32_t place = 1; place <= count; ++place) {
                const std::int32_t part_key = random_.between(1, part_rows), quantity = random_.between(large ? 45 : 1, 50);
                const std::int64_t price = quantity * retail_cents(part_key);
                const std::int32_t discount = random_.between(0, 10), tax = random_.between(0, 8);
                const pg::date shipped = row.o_orderdate + std::chrono::days(random_.between(1, 121));
                const pg::date received = shipped + std::chrono::days(random_.between(1, 30));
                open += shipped > now;
                total += price * (100 - discount) * (100 + tax) / 10000;
                lines_.push_back({.l_orderkey = row.o_orderkey,
                                  .l_partkey = part_key,
                                  .l_suppkey = supplier_of(part_key, random_.between(0, 3)),
                                  .l_linenumber = place,
                                  .l_quantity = quantity,
                                  .l_extendedprice = cents(price),
                                  .l_discount = cents(discount),
                                  .l_tax = cents(tax),
                                  .l_returnflag = received > now ? "N" : random_.between(0, 1) == 0 ? "R" : "A",
                                  .l_linestatus = shipped > now ? "O" : "F",
                                  .l_shipdate = shipped,
                                  .l_commitdate = row.o_orderdate + std::chrono::days(random_.between(30, 90)),
                                  .l_receiptdate = received,
                                  .l_shipinstruct = random_.one_of(instructions),
                                  .l_shipmode = random_.one_of(modes),
                                  .l_comment = random_.one_of(words)});
            }
            row.o_orderstatus = open == 0 ? "F" : open == count ? "O" : "P";
            row.o_totalprice = cents(total);
            orders_.push_back(std::move(row));
        }
    }

    dice random_;
    std::vector<orders> orders_;
    std::vector<lineitem> lines_;
};

}  // namespace tpch

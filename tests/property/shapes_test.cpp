// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Addresses, bits, shapes and text search.

#include "generators.hpp"
#include "property.hpp"

#include <pgmodel/types/bit.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/inet.hpp>
#include <pgmodel/types/macaddr.hpp>
#include <pgmodel/types/tsquery.hpp>
#include <pgmodel/types/tsvector.hpp>

namespace property_test::of_shapes {

std::string ip6(random_source& random) {
    std::string out;
    for (int i = 0; i < 8; ++i) {
        if (i > 0) out.push_back(':');
        out += one_in(random, 2) ? "0" : one_of<std::string>(random, {"1", "ffff", "a0", "fe80", "102"});
    }
    return out;
}
pg::inet address(random_source& random) {
    if (one_in(random, 2)) {
        std::string out;
        for (int i = 0; i < 4; ++i)
            out += (i > 0 ? "." : "") +
                   std::to_string(one_in(random, 2) ? below(random, 256) : one_of<std::size_t>(random, {0, 1, 255}));
        return pg::inet{one_in(random, 2) ? out : out + "/" + std::to_string(below(random, 33))};
    }
    const auto out = ip6(random);
    return pg::inet{one_in(random, 2) ? out : out + "/" + std::to_string(below(random, 129))};
}
pg::cidr network(random_source& random) {
    std::string out;
    if (one_in(random, 2)) {
        const auto prefix = below(random, 33);
        const auto all = static_cast<std::uint32_t>(random()) & (prefix == 0 ? 0 : ~std::uint32_t{0} << (32 - prefix));
        for (int shift = 24; shift >= 0; shift -= 8)
            out += std::to_string(all >> shift & 255) + (shift > 0 ? "." : "");
        return pg::cidr{out + "/" + std::to_string(prefix)};
    }
    const auto groups = below(random, 9);
    for (std::size_t i = 0; i < 8; ++i) {
        out += i > 0 ? ":" : "";
        out += i >= groups ? "0" : one_of<std::string>(random, {"0", "1", "ffff", "a0", "8000"});
    }
    return pg::cidr{out + "/" + std::to_string(groups * 16)};
}
std::string bits(random_source& random, std::size_t count) {
    std::string out;
    while (out.size() < count) out.append(1 + below(random, 9), one_in(random, 2) ? '0' : '1');
    out.resize(count);
    return out;
}
std::string bytes_with(random_source& random, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        constexpr const char* all = "0123456789abcdef";
        if (i > 0) out.push_back(':');
        out.push_back(all[below(random, 16)]);
        out.push_back(all[below(random, 16)]);
    }
    return out;
}

TEST(property, addresses_and_bits) {
    EXPECT_EQ((fault_of<pg::inet, "inets">(address)), "");
    EXPECT_EQ((fault_of<pg::cidr, "cidrs">(network)), "");
    EXPECT_EQ((fault_of<pg::macaddr, "macaddrs">([](auto& random) { return pg::macaddr{bytes_with(random, 6)}; })), "");
    EXPECT_EQ((fault_of<pg::macaddr8, "macaddr8s">([](auto& random) { return pg::macaddr8{bytes_with(random, 8)}; })),
              "");
    EXPECT_EQ((fault_of<pg::bit<9>, "bits">([](auto& random) { return pg::bit<9>{bits(random, 9)}; })), "");
    EXPECT_EQ((fault_of<pg::varbit<20>, "short_varbits">(
                  [](auto& random) { return pg::varbit<20>{bits(random, below(random, 21))}; })),
              "");
    EXPECT_EQ(
        (fault_of<pg::varbit<>, "varbits">([](auto& random) { return pg::varbit<>{bits(random, below(random, 80))}; })),
        "");
}

double coordinate(random_source& random) {
    const auto out = floating<double>(random);
    return out == out ? out : 0;  // the sign of NaN is not in its text, and NaN has no order
}
pg::point point(random_source& random) { return {coordinate(random), coordinate(random)}; }

TEST(property, shapes) {
    // The server's = compares areas, with a tolerance.
    constexpr options no_equality{.comparable = false};
    EXPECT_EQ((fault_of<pg::point, "points">(point, no_equality)), "");
    EXPECT_EQ((fault_of<pg::line, "lines">(
                  [](auto& random) {
                      pg::line out{coordinate(random), coordinate(random), coordinate(random)};
                      if (std::abs(out.a) < 1e-5 && std::abs(out.b) < 1e-5) out.a = 1;  // no line
                      return out;
                  },
                  no_equality)),
              "");
    EXPECT_EQ((fault_of<pg::lseg, "lsegs">(
                  [](auto& random) {
                      return pg::lseg{point(random), point(random)};
                  },
                  no_equality)),
              "");
    EXPECT_EQ((fault_of<pg::box, "boxes">(
                  [](auto& random) {
                      return pg::box{point(random), point(random)};
                  },
                  no_equality)),
              "");
    EXPECT_EQ((fault_of<pg::circle, "circles">(
                  [](auto& random) {
                      return pg::circle{point(random), std::abs(coordinate(random))};
                  },
                  no_equality)),
              "");
    EXPECT_EQ((fault_of<pg::path, "paths">([](auto& random) {
                  auto points = list(random, point);
                  points.push_back(point(random));
                  return pg::path{points, one_in(random, 2)};
              }, no_equality)), "");
    EXPECT_EQ((fault_of<pg::polygon, "polygons">([](auto& random) {
                  auto points = list(random, point);
                  points.push_back(point(random));
                  return pg::polygon{points};
              }, no_equality)), "");
}

std::string word(random_source& random) {
    std::string out = "'";
    for (const char c : text(random, 5) + "x") out += c == '\'' ? "''" : c == '\\' ? "\\\\" : std::string(1, c);
    return out + "'" + one_of<std::string>(random, {"", "", ":*", ":A", ":*BD"});
}
/// Trees of words, of any shape.
std::string search(random_source& random, std::size_t depth) {
    if (depth == 0 || one_in(random, 3)) return word(random);
    if (one_in(random, 4)) return "!(" + search(random, depth - 1) + ")";
    return "(" + search(random, depth - 1) + ")" + one_of<std::string>(random, {" & ", " | ", " <-> ", " <16384> ", " <0> "}) +
           "(" + search(random, depth - 1) + ")";
}

TEST(property, text_search) {
    EXPECT_EQ((fault_of<pg::tsquery, "tsqueries">([](auto& random) { return pg::tsquery{search(random, 4)}; })), "");
    EXPECT_EQ((fault_of<pg::tsvector, "tsvectors">([](auto& random) {
                  std::string words;
                  for (auto count = below(random, 6); count > 0; --count) {
                      words += " '";
                      for (const char c : text(random, 6) + "x")
                          words += c == '\'' ? "''" : c == '\\' ? "\\\\" : std::string(1, c);
                      words += "'";
                      if (one_in(random, 2)) continue;
                      words += ":" + std::to_string(1 + below(random, 16'383)) +
                               one_of<std::string>(random, {"", "A", "B", "C"});
                  }
                  return pg::tsvector{words};
              })), "");
}

}  // namespace property_test::of_shapes

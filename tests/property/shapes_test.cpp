// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Addresses, bits, shapes and text search.

#include "generators.hpp"
#include "property.hpp"

#include <pgmodel/types/bit.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/inet.hpp>
#include <pgmodel/types/macaddr.hpp>
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
    EXPECT_EQ((fault_of<pg::macaddr, "macaddrs">([](auto& random) { return pg::macaddr{bytes_with(random, 6)}; })), "");
    EXPECT_EQ((fault_of<pg::macaddr8, "macaddr8s">([](auto& random) { return pg::macaddr8{bytes_with(random, 8)}; })),
              "");
    EXPECT_EQ((fault_of<pg::bit<9>, "bits">([](auto& random) { return pg::bit<9>{bits(random, 9)}; })), "");
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

TEST(property, text_search) {
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

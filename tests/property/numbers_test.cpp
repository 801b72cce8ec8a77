// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Numbers and texts.

#include "generators.hpp"
#include "property.hpp"

#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/hstore.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/ltree.hpp>
#include <pgmodel/types/object_id.hpp>
#include <pgmodel/types/pg_lsn.hpp>
#include <pgmodel/types/xid8.hpp>

namespace property_test::of_numbers {

/// Printed by us as a number that may have another form than the server's.
constexpr options other_text{.same_text = false};

TEST(property, integers) {
    EXPECT_EQ((fault_of<std::int16_t, "smallints">(integer<std::int16_t>)), "");
    EXPECT_EQ((fault_of<std::int32_t, "integers">(integer<std::int32_t>)), "");
    EXPECT_EQ((fault_of<std::int64_t, "bigints">(integer<std::int64_t>)), "");
    EXPECT_EQ((fault_of<std::uint8_t, "tiny_ones">(integer<std::uint8_t>)), "");
    EXPECT_EQ((fault_of<std::uint16_t, "short_ones">(integer<std::uint16_t>)), "");
    EXPECT_EQ((fault_of<std::uint32_t, "unsigned_ones">(integer<std::uint32_t>)), "");
    EXPECT_EQ((fault_of<bool, "booleans">([](auto& random) { return one_in(random, 2); }, other_text)), "");
    const auto any = [](auto& random) { return static_cast<std::uint64_t>(integer<std::int64_t>(random)); };
    EXPECT_EQ((fault_of<pg::object_id, "oids">(
                  [&](auto& random) { return pg::object_id(static_cast<std::uint32_t>(any(random))); })),
              "");
    EXPECT_EQ((fault_of<pg::xid8, "xids">([&](auto& random) { return pg::xid8(any(random)); })), "");
    EXPECT_EQ((fault_of<pg::pg_lsn, "lsns">([&](auto& random) { return pg::pg_lsn(any(random)); })), "");
}

TEST(property, floating) {
    EXPECT_EQ((fault_of<float, "reals">(floating<float>, other_text)), "");
    EXPECT_EQ((fault_of<double, "doubles">(floating<double>, other_text)), "");
}

template <unsigned P, unsigned S>
pg::numeric<P, S> fixed(random_source& random) {
    if (one_in(random, 50)) return pg::numeric<P, S>::nan();
    const std::string all = digits(random, 1 + below(random, P)), padded = std::string(S + 1, '0') + all;
    std::string text = one_in(random, 2) ? "-" : "";
    text.append(padded, 0, padded.size() - S).append(1, '.').append(padded, padded.size() - S);
    return pg::numeric<P, S>{text};
}
pg::numeric<> number(random_source& random) {
    using numeric = pg::numeric<>;
    if (one_in(random, 40)) return one_of<numeric>(random, {numeric::nan(), numeric::infinity(), -numeric::infinity()});
    if (one_in(random, 5'000))
        return one_of<numeric>(random,
                               {numeric{"1e131071"}, numeric{"1e-16383"}, numeric{"-" + digits(random, 30'000)}});
    std::string text = one_in(random, 2) ? "-" : "";
    text += digits(random, 1 + below(random, one_in(random, 20) ? 200 : 30));
    if (!one_in(random, 3)) text += "." + digits(random, 1 + below(random, 20));
    if (one_in(random, 3)) text += "e" + std::to_string(static_cast<int>(below(random, 80)) - 40);
    return numeric{text};
}

TEST(property, numerics) {
    EXPECT_EQ((fault_of<pg::numeric<10, 2>, "prices">(fixed<10, 2>)), "");
    EXPECT_EQ((fault_of<pg::numeric<18, 18>, "fractions">(fixed<18, 18>)), "");
    EXPECT_EQ((fault_of<pg::numeric<38, 0>, "whole_ones">(fixed<38, 0>)), "");
    EXPECT_EQ((fault_of<pg::numeric<38, 19>, "wide_ones">(fixed<38, 19>)), "");
    EXPECT_EQ((fault_of<pg::numeric<>, "long_ones">(number)), "");
}

TEST(property, texts) {
    for (const char* name : {"citext", "hstore", "ltree"})
        database().execute(("create extension if not exists " + std::string(name)).c_str());
    EXPECT_EQ((fault_of<std::string, "texts">([](auto& random) { return text(random); })), "");
    EXPECT_EQ((fault_of<pg::varchar<>, "varchars">([](auto& random) { return pg::varchar<>{text(random)}; })), "");
    EXPECT_EQ(
        (fault_of<pg::varchar<1000>, "short_varchars">([](auto& random) { return pg::varchar<1000>{text(random)}; })),
        "");
    EXPECT_EQ((fault_of<pg::fixed_char<1000>, "chars">([](auto& random) { return pg::fixed_char<1000>{text(random)}; },
                                                       other_text)),
              "");
    EXPECT_EQ((fault_of<pg::citext, "citexts">([](auto& random) { return pg::citext{text(random)}; })), "");
    EXPECT_EQ((fault_of<pg::bytes, "byteas">([](auto& random) {
                  pg::bytes out(one_in(random, 200) ? 8'192 : below(random, 40));
                  for (auto& byte : out)
                      byte = std::byte(one_in(random, 2) ? random() : one_of<unsigned>(random, {0, 255, 39, 92}));
                  return out;
              })), "");
    EXPECT_EQ((fault_of<pg::hstore, "hstores">([](auto& random) {
                  pg::hstore out;
                  for (auto count = below(random, 5); count > 0; --count)
                      out.set(text(random, 8), one_in(random, 4) ? std::nullopt : std::optional(text(random, 8)));
                  return out;
              })), "");
    EXPECT_EQ((fault_of<pg::ltree, "ltrees">([](auto& random) {
                  std::string path;
                  for (auto levels = below(random, 6); levels > 0; --levels) {
                      if (!path.empty()) path.push_back('.');
                      for (auto size = 1 + below(random, 6); size > 0; --size)
                          path.push_back(one_of(random, {'a', 'Z', '0', '_', 'q'}));
                  }
                  return pg::ltree{path};
              })), "");
}

}  // namespace property_test::of_numbers

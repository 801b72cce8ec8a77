// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Arrays, composite types, identifiers, enums, domains and ids.

#include "generators.hpp"
#include "property.hpp"

#include <pgmodel/types/any_array.hpp>
#include <pgmodel/types/boost_uuid.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/range.hpp>

namespace property_test::of_arrays {

struct ticket {
    std::int64_t number{};
    bool operator==(const ticket&) const = default;
};
struct article_number {
    pg::varchar<6> text{};
    bool operator==(const article_number&) const = default;
};

}  // namespace property_test::of_arrays

template <>
struct pgmodel::codec<property_test::of_arrays::ticket> : pgmodel::wrapped<&property_test::of_arrays::ticket::number> {};
template <>
struct pgmodel::codec<property_test::of_arrays::article_number>
    : pgmodel::wrapped<&property_test::of_arrays::article_number::text> {};

namespace property_test::of_arrays {

enum class mood { sad, ok, very_happy };
mood feeling(random_source& random) { return one_of(random, {mood::sad, mood::ok, mood::very_happy}); }
std::string word(random_source& random) {
    return one_in(random, 8) ? one_of<std::string>(random, {"null", "NULL", "", " "}) : text(random, 6);
}
pg::range<std::int32_t> part(random_source& random) {
    const auto low = static_cast<std::int32_t>(below(random, 1'000));
    return {low, low + static_cast<std::int32_t>(below(random, 100))};
}
pg::uuid identifier(random_source& random) {
    if (one_in(random, 20)) return one_of<pg::uuid>(random, {pg::uuid::nil, pg::uuid{~0ull, ~0ull}});
    return {random(), random()};
}
std::vector<std::vector<std::int32_t>> table(random_source& random) {
    std::vector<std::vector<std::int32_t>> out(below(random, 4));
    const auto width = 1 + below(random, 3);
    for (auto& row : out)
        for (auto i = width; i > 0; --i) row.push_back(integer<std::int32_t>(random));
    return out;
}

TEST(property, arrays) {
    constexpr options other_text{.same_text = false};
    EXPECT_EQ((fault_of<std::vector<std::int32_t>, "integer_arrays">(
                  [](auto& random) { return list(random, integer<std::int32_t>); })),
              "");
    EXPECT_EQ((fault_of<std::vector<std::string>, "text_arrays">([](auto& random) { return list(random, word); })), "");
    EXPECT_EQ((fault_of<std::vector<std::optional<std::string>>, "texts_or_nulls">(
                  [](auto& random) { return gaps(random, word); })),
              "");
    EXPECT_EQ((fault_of<std::vector<double>, "double_arrays">(
                  [](auto& random) { return list(random, floating<double>); }, other_text)),
              "");
    EXPECT_EQ((fault_of<std::vector<std::vector<std::int32_t>>, "tables_of_integers">(table)), "");
    EXPECT_EQ((fault_of<std::array<std::int64_t, 3>, "triples">([](auto& random) {
                  return std::array{integer<std::int64_t>(random), integer<std::int64_t>(random),
                                    integer<std::int64_t>(random)};
              })),
              "");
    EXPECT_EQ((fault_of<std::vector<pg::range<std::int32_t>>, "range_arrays">(
                  [](auto& random) { return list(random, part); })),
              "");
    EXPECT_EQ((fault_of<std::vector<std::optional<pg::uuid>>, "uuid_arrays">(
                  [](auto& random) { return gaps(random, identifier); })),
              "");
}

/// Of no to six dimensions, counted from anywhere.
template <class T, class Make>
pg::any_array<T> shaped(random_source& random, Make make) {
    std::vector<pg::array_dimension> dimensions;
    std::size_t count = 1;
    for (auto n = below(random, one_in(random, 4) ? 7 : 3); n > 0; --n) {
        const auto length = 1 + below(random, 3);
        const auto last = std::numeric_limits<std::int32_t>::max() - static_cast<std::int32_t>(length);
        dimensions.push_back({static_cast<std::int32_t>(length),
                              one_of<std::int32_t>(random, {1, 1, 0, -7, last, std::numeric_limits<std::int32_t>::min()})});
        count *= length;
    }
    if (dimensions.empty()) return {};
    std::vector<T> values;
    while (values.size() < count) values.push_back(make(random));
    return {std::move(values), std::move(dimensions)};
}

TEST(property, arrays_of_any_shape) {
    EXPECT_EQ((fault_of<pg::any_array<std::int32_t>, "any_integers">(
                  [](auto& random) { return shaped<std::int32_t>(random, integer<std::int32_t>); })),
              "");
    EXPECT_EQ((fault_of<pg::any_array<std::optional<std::string>>, "any_texts">([](auto& random) {
                  return shaped<std::optional<std::string>>(random, [](auto& source) {
                      return one_in(source, 4) ? std::nullopt : std::optional(word(source));
                  });
              })),
              "");
    EXPECT_EQ((fault_of<pg::any_array<pg::numeric<>>, "any_numerics">([](auto& random) {
                  return shaped<pg::numeric<>>(random, [](auto& source) {
                      return pg::numeric<>(std::to_string(integer<std::int32_t>(source)) + "." +
                                           std::to_string(below(source, 1'000)));
                  });
              })),
              "");
}

struct home {
    std::string street{};
    std::optional<std::int32_t> number{};
    std::vector<std::optional<std::string>> names{};
    pg::range<std::int32_t> floors{};
};
struct tenant {
    home at{};
    std::optional<pg::uuid> key{};
};
home dwelling(random_source& random) {
    return {word(random), one_in(random, 3) ? std::nullopt : std::optional(integer<std::int32_t>(random)),
            gaps(random, word), part(random)};
}

TEST(property, composite_types) {
    EXPECT_EQ((fault_of<home, "homes">(dwelling)), "");
    EXPECT_EQ((fault_of<tenant, "tenants">([](auto& random) {
                  return tenant{dwelling(random), one_in(random, 2) ? std::nullopt : std::optional(identifier(random))};
              })),
              "");
    EXPECT_EQ((fault_of<std::vector<home>, "lists_of_homes">([](auto& random) { return list(random, dwelling); })), "");
}

/// A domain.
struct share {
    std::int32_t percent{};

    static constexpr auto domain() {
        using pg::domain_value;
        return pg::domain("share", pg::check(domain_value<share> >= 0), pg::check(domain_value<share> <= 100));
    }
    bool operator==(const share&) const = default;
};

TEST(property, identifiers_enums_and_domains) {
    EXPECT_EQ((fault_of<pg::uuid, "uuids">(identifier)), "");
    EXPECT_EQ((fault_of<boost::uuids::uuid, "boost_uuids">(
                  [](auto& random) { return pg::to_boost_uuid(identifier(random)); })),
              "");
    EXPECT_EQ((fault_of<mood, "moods">(feeling)), "");
    EXPECT_EQ((fault_of<std::vector<std::optional<mood>>, "lists_of_moods">(
                  [](auto& random) { return gaps(random, feeling); })),
              "");
    EXPECT_EQ((fault_of<share, "shares">([](auto& random) { return share{static_cast<std::int32_t>(below(random, 101))}; })),
              "");
}

ticket numbered(random_source& random) { return {integer<std::int64_t>(random)}; }

TEST(property, ids) {
    EXPECT_EQ((fault_of<ticket, "tickets">(numbered)), "");
    EXPECT_EQ((fault_of<std::vector<std::optional<ticket>>, "lists_of_tickets">(
                  [](auto& random) { return gaps(random, numbered); })),
              "");
    EXPECT_EQ((fault_of<article_number, "article_numbers">([](auto& random) {
                  std::string digits;
                  for (auto n = below(random, 7); n > 0; --n) digits += one_of<std::string>(random, {"0", "x", "\u00e9", "\"", "\\"});
                  return article_number{pg::varchar<6>{digits}};
              })),
              "");
}

}  // namespace property_test::of_arrays

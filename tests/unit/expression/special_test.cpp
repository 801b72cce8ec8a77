// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The text, type and nullability of operators and functions of ranges, text search, trigrams, addresses, shapes and
// bits, of rows and of raw SQL. That the server agrees is tested in integration/expressions_special_test.cpp.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/bits.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/expression/geometry.hpp>
#include <pgmodel/expression/network.hpp>
#include <pgmodel/expression/range.hpp>
#include <pgmodel/expression/ranking.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/expression/trigram.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "../../support/expression_text.hpp"

namespace special_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;
using pgmodel_test::gives;
using pgmodel_test::nullable;
using pgmodel_test::text;
using pgmodel_test::types;
using pgmodel_test::values;

struct item {
    std::int32_t n{};
    std::int64_t big{};
    std::string name{};
    std::optional<std::string> nick{};
    pg::range<std::int32_t> ints{};
    pg::multirange<std::int32_t> many{};
    std::optional<pg::range<pg::timestamptz>> stay{};
    pg::tsvector words{};
    pg::inet address{};
    pg::point spot{};
    pg::box frame{};
    pg::bytes data{};
    std::vector<std::string> tags{};

    static constexpr auto search() {
        return pg::setweight<'A'>(pg::to_tsvector<"english">(col<&item::name>)) +
               pg::setweight<'B'>(pg::to_tsvector<"english">(pg::coalesce(col<&item::nick>, lit<"">)));
    }
};
using i = item;
using ints = pg::range<std::int32_t>;

TEST(special, ranges) {
    EXPECT_EQ(text(col<&i::ints>.contains(5)), "ints @> $1");
    EXPECT_EQ(types(col<&i::ints>.contains(5)), "integer");
    EXPECT_EQ(types(col<&i::ints>.contains(ints(1, 5))), "int4range");
    EXPECT_EQ(types(col<&i::many>.contains(ints(1, 5))), "int4range");
    EXPECT_EQ(text(col<&i::stay>.contains(pg::now())), "stay @> now()");
    EXPECT_EQ(text(col<&i::n>.contained_by(ints(1, 5))), "n <@ $1");
    EXPECT_EQ(text(col<&i::ints>.overlaps(col<&i::many>) && col<&i::n> == 1), "ints && many and n = $1");
    EXPECT_EQ(text(pg::adjacent_to(col<&i::ints>, ints(1, 5))), "ints -|- $1");
    EXPECT_EQ(text(pg::upper(col<&i::ints> * ints(1, 5)) - 1), "upper(ints * $1) - $2");
    EXPECT_EQ(text(pg::make_range<pg::timestamptz>(pg::now(), std::nullopt)), "tstzrange(now(), $1)");
    static_assert(nullable(pg::lower(col<&i::ints>)) && !nullable(pg::isempty(col<&i::ints>)) &&
                  nullable(col<&i::stay>.contains(pg::now())) &&
                  !nullable(pg::make_range<std::int32_t>(col<&i::n>, std::nullopt)));
    static_assert(gives<pg::timestamptz>(pg::lower(col<&i::stay>)) && gives<ints>(col<&i::ints> - col<&i::ints>) &&
                  gives<pg::multirange<std::int32_t>>(pg::range_agg(col<&i::ints>)));
}

TEST(special, text_search) {
    const auto query = pg::websearch<"english">("cat") && !pg::to_tsquery<"english">("dog:*");
    EXPECT_EQ(text(query), "websearch_to_tsquery('english', $1) && !! to_tsquery('english', $2)");
    EXPECT_EQ(
        text(i::search().matches(pg::websearch<"english">("x"))),
        "setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', coalesce(nick, '')), 'B')"
        " @@ websearch_to_tsquery('english', $1)");
    EXPECT_EQ(text(col<&i::words>.matches(query || query)),
              "words @@ (websearch_to_tsquery('english', $1) && !! to_tsquery('english', $2) || "
              "(websearch_to_tsquery('english', $3) && !! to_tsquery('english', $4)))");
    EXPECT_EQ(text(pg::rank(col<&i::words>, pg::plain_search<"simple">("x")).desc()),
              "ts_rank(words, plainto_tsquery('simple', $1)) desc");
    EXPECT_EQ(text(pg::headline<"english">(col<&i::name>, pg::websearch<"english">("x"), "MaxWords=5")),
              "ts_headline('english', name, websearch_to_tsquery('english', $1), $2)");
    static_assert(gives<float>(pg::rank(i::search(), pg::to_tsquery<"english">(lit<"x">))) &&
                  gives<pg::tsvector>(i::search()) && decltype(i::search())::constant);
    static_assert(nullable(pg::to_tsvector<"english">(col<&i::nick>)) && !nullable(i::search()));
}

TEST(special, trigrams_addresses_shapes_and_bits) {
    EXPECT_EQ(text(pg::is_similar(col<&i::name>, "x") && pg::similarity(col<&i::name>, "x") > 0.5),
              "name % $1 and similarity(name, $2) > $3");
    EXPECT_EQ(text(pg::is_similar(col<&i::name>, col<&i::name> + "x")), "name % (name || $1)");
    EXPECT_EQ(text(pg::trigram_distance(col<&i::name>, "x").asc()), "name <-> $1 asc");
    EXPECT_EQ(text(pg::subnet_of(col<&i::address>, pg::inet("10.0.0.0/8"))), "address << $1");
    EXPECT_EQ(text(pg::distance(col<&i::spot>, pg::point{1, 2}) < 5), "spot <-> $1 < $2");
    EXPECT_EQ(types(col<&i::frame>.contains(pg::point{1, 2})), "point");
    EXPECT_EQ(text((col<&i::n> & 4) == 4), "n & $1 = $2");
    EXPECT_EQ(text((col<&i::n> | 1) & ~col<&i::big>), "n | $1 & ~ big");
    EXPECT_EQ(text(pg::encode(pg::sha256(col<&i::data>), lit<"hex">)), "encode(sha256(data), 'hex')");
    static_assert(gives<std::int64_t>(col<&i::n> | col<&i::big>) && gives<pg::box>(col<&i::frame> + col<&i::spot>));
}

TEST(special, rows) {
    EXPECT_EQ(text(pg::row(col<&i::n>, col<&i::name>) < pg::row(5, "x")), "(n, name) < ($1, $2)");
    EXPECT_EQ(types(pg::row(col<&i::big>, col<&i::name>) < pg::row(5, "x")), "bigint text");
    EXPECT_EQ(text(pg::row(col<&i::n>, 5) == pg::row(4, col<&i::big>) && col<&i::n> > 1),
              "(n, $1) = ($2, big) and n > $3");
    const auto list =
        pg::row(col<&i::n>, col<&i::name>).in(std::vector<std::tuple<int, std::string>>{{1, "a"}, {2, "b"}});
    EXPECT_EQ(text(list), "(n, name) in (select * from unnest($1, $2))");
    EXPECT_EQ(types(list), "integer[] text[]");
    EXPECT_EQ(values(list), "{1,2} {a,b}");
    static_assert(nullable(pg::row(col<&i::n>, col<&i::nick>) == pg::row(col<&i::n>, col<&i::name>)) &&
                  !nullable(pg::row(col<&i::n>, col<&i::n>) == pg::row(col<&i::n>, col<&i::n>)));
    EXPECT_THROW((void)(pg::row(col<&i::n>, col<&i::name>) < pg::row(5LL << 40, "x")), pg::encode_error);
    const auto place = pg::row(col<&i::n>, col<&i::nick>);
    EXPECT_EQ(text(place.is_distinct_from(pg::row(5, "x")) && col<&i::n> > 1),
              "(n, nick) is distinct from ($1, $2) and n > $3");
    EXPECT_EQ(text(!place.is_not_distinct_from(pg::row(5, col<&i::name>))),
              "not (n, nick) is not distinct from ($1, name)");
    static_assert(!nullable(place.is_distinct_from(pg::row(col<&i::n>, col<&i::nick>))));
}

TEST(special, brackets_of_raw_sql_may_be_deep) {
    const auto fault = [](std::size_t depth) {
        const auto ignored = [](const auto&) {};
        return pg::detail::read_fragment(std::string(depth, '(') + std::string(depth, ')'), ignored, ignored);
    };
    EXPECT_EQ(fault(32), pg::detail::fragment_fault::none);
    EXPECT_EQ(fault(33), pg::detail::fragment_fault::unclosed);
}

TEST(special, raw_sql) {
    EXPECT_EQ(text(pg::raw<"$1 similar to $2", bool>(col<&i::name>, "a|b")), "name similar to $1");
    EXPECT_EQ(text(col<&i::n> > 1 && pg::raw<"$2 between $1 and $1", bool>(5, col<&i::n> + 1)),
              "n > $1 and ((n + $2) between $3 and $4)");
    EXPECT_EQ(values(col<&i::n> > 1 && pg::raw<"$2 between $1 and $1", bool>(5, col<&i::n> + 1)), "1 1 5 5");
    EXPECT_EQ(types(pg::raw<"f($1)", bool(std::int64_t)>(5)), "bigint");
    EXPECT_EQ(text(pg::raw<"'$1; --' || E'\\'$1'", std::string>()), "'$1; --' || E'\\'$1'");
    static_assert(nullable(pg::raw<"$1", std::string>(col<&i::nick>)) &&
                  !nullable(pg::raw<"$1", std::string>(col<&i::name>)) &&
                  nullable(pg::raw<"$1", std::optional<std::string>>(col<&i::name>)) &&
                  !nullable(pg::raw<"$1 is null", bool(std::optional<std::string>)>(col<&i::nick>)));
    static_assert(decltype(pg::raw<"$1", std::string>(col<&i::name>))::constant);
}

TEST(special, values_in_braces_are_of_the_type_beside_them) {
    EXPECT_EQ(types(col<&i::ints>.overlaps({1, pg::unbounded})), "int4range");
    EXPECT_EQ(types(col<&i::ints>.contained_by({1, 5})), "int4range");
    EXPECT_EQ(types(col<&i::tags>.overlaps({"a", "b"})), "text[]");
    EXPECT_EQ(types(col<&i::tags>.contains({"a", "b"})), "text[]");
}

}  // namespace special_test

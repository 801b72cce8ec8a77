// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Every operator and function of ranges, text search, trigrams, network addresses, shapes, bits and bytes, once on a
// real server; and what the user declares.

#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/bits.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/expression/geometry.hpp>
#include <pgmodel/expression/hstore.hpp>
#include <pgmodel/expression/ltree.hpp>
#include <pgmodel/expression/network.hpp>
#include <pgmodel/expression/range.hpp>
#include <pgmodel/expression/ranking.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/expression/trigram.hpp>
#include <pgmodel/types/pg_lsn.hpp>

#include <functional>

#include "evaluate.hpp"

namespace expressions_special_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct item {
    std::int32_t n{};
    std::int64_t big{};
    std::string name{};
    std::optional<std::string> none{};
    pg::range<std::int32_t> ints{};
    pg::range<std::int32_t> endless{};
    pg::multirange<std::int32_t> many{};
    pg::tsvector words{};
    pg::inet address{};
    pg::cidr net{};
    pg::point spot{};
    pg::box frame{};
    pg::circle round{};
    pg::path way{};
    pg::polygon field{};
    pg::lseg edge{};
    pg::line axis{};
    pg::bit<8> mask{};
    pg::bytes raw{};
    pg::hstore pairs{};
    pg::ltree place{};
};
using i = item;

class expressions_special : public pgmodel_test::evaluation {
protected:
    static void SetUpTestSuite() {
        begin("expressions_special",
              "create extension pg_trgm; create extension fuzzystrmatch;"
              "create extension hstore; create extension ltree;"
              "create table item (n integer, big bigint, name text, none text, ints int4range, endless int4range,"
              " many int4multirange, words tsvector, address inet, net cidr, spot point, frame box, round circle, way "
              "path,"
              " field polygon, edge lseg, axis line, mask bit(8), raw bytea, pairs hstore, place ltree);"
              "insert into item values (5, 12, 'the quick brown fox', null, '[1,10)', '[3,)', '{[1,3),[7,9)}',"
              " to_tsvector('english', 'the quick brown fox'), '10.1.2.3/24', '10.1.0.0/16', '(1,1)', '(4,4),(0,0)',"
              " '<(0,0),2>', '((0,0),(4,0),(4,3))', '((0,0),(4,0),(4,4))', '((0,0),(3,4))', '{1,-1,0}', B'00001111',"
              " '\\x010203', 'a=>1, b=>null', 'Top.Science.Astronomy')");
    }
};

TEST_F(expressions_special, ranges) {
    using ints = pg::range<std::int32_t>;
    const auto a = col<&i::ints>;
    expect(a.contains(5), "true");
    expect(a.contains(col<&i::n>), "true");
    expect(a.contains(ints(2, 3)), "true");
    expect(a.contains(col<&i::many>), "true");
    expect(col<&i::many>.contains(5), "false");
    expect(col<&i::many>.contains(ints(1, 2)), "true");
    expect(col<&i::n>.contained_by(a), "true");
    expect(col<&i::n>.contained_by(ints(1, 5)), "false");
    expect(a.contained_by(col<&i::endless>), "false");
    expect(a.overlaps(col<&i::endless>), "true");
    expect(a.overlaps(ints(10, 20)), "false");
    expect(col<&i::many>.overlaps(a), "true");
    expect(a == ints(1, 10), "true");
    expect(a < ints(2, 3), "true");
    expect(pg::strictly_left_of(a, ints(10, 20)), "true");
    expect(pg::strictly_right_of(a, ints(10, 20)), "false");
    expect(pg::not_extend_right_of(a, col<&i::endless>), "true");
    expect(pg::not_extend_left_of(a, col<&i::endless>), "false");
    expect(pg::adjacent_to(a, ints(10, 20)), "true");
    expect(pg::adjacent_to(col<&i::many>, ints(9, 20)), "true");
    expect(a + ints(10, 20), "[1,20)");
    expect(a - ints(5, 20), "[1,5)");
    expect(a * col<&i::endless>, "[3,10)");
    expect(col<&i::many> + col<&i::many>, "{[1,3),[7,9)}");
    expect(col<&i::many> * pg::cast<pg::multirange<std::int32_t>>(a), "{[1,3),[7,9)}");
    expect(pg::lower(a), "1");
    expect(pg::upper(a), "10");
    expect(pg::upper(col<&i::endless>), "NULL");
    expect(pg::lower(col<&i::many>), "1");
    expect(pg::isempty(a), "false");
    expect(pg::lower_inc(a), "true");
    expect(pg::upper_inc(a), "false");
    expect(pg::lower_inf(a), "false");
    expect(pg::upper_inf(col<&i::endless>), "true");
    expect(pg::range_merge(a, ints(20, 30)), "[1,30)");
    expect(pg::range_merge(col<&i::many>), "[1,9)");
    expect(pg::make_range<std::int32_t>(col<&i::n>, 7), "[5,7)");
    expect(pg::make_range<std::int32_t>(col<&i::n>, std::nullopt), "[5,)");
    expect(pg::make_range<std::int64_t>(1, col<&i::big>, "[]"), "[1,13)");
    expect(pg::range_agg(a), "{[1,10)}");
    expect(pg::range_intersect_agg(a), "[1,10)");
    expect(pg::unnest_ranges(col<&i::many> * pg::cast<pg::multirange<std::int32_t>>(pg::value(ints(1, 5)))), "[1,3)");
}

TEST_F(expressions_special, text_search) {
    const auto document = pg::to_tsvector<"english">(col<&i::name>);
    const auto fox = pg::websearch<"english">("fox");
    expect(document, "'brown':3 'fox':4 'quick':2");
    expect(document.matches(fox), "true");
    expect(col<&i::words>.matches(pg::plain_search<"english">("quick foxes")), "true");
    expect(col<&i::words>.matches(pg::phrase_search<"english">("quick fox")), "false");
    expect(col<&i::words>.matches(pg::to_tsquery<"english">("fo:* & !dog")), "true");
    expect(fox && pg::websearch<"english">("dog"), "'fox' & 'dog'");
    expect(fox || pg::websearch<"english">("dog"), "'fox' | 'dog'");
    expect(!fox, "!'fox'");
    expect(col<&i::words>.matches(!(fox && pg::websearch<"english">("dog"))), "true");
    expect(pg::followed_by(fox, pg::websearch<"english">("dog")), "'fox' <-> 'dog'");
    expect(pg::tsquery_phrase(fox, pg::websearch<"english">("dog"), 3), "'fox' <3> 'dog'");
    expect(pg::ts_rewrite(fox, fox, pg::to_tsquery<"simple">("dog")), "'dog'");
    expect(pg::numnode(pg::to_tsquery<"english">("a & fox")), "1");
    expect(pg::rank(document, fox), "0.06079271");
    expect(pg::rank(document, fox, 1), "0.030396355");
    expect(pg::rank_cd(document, fox), "0.1");
    expect(pg::rank_cd(document, fox, 0), "0.1");
    expect(pg::weighted_rank({0.2f, 0.2f, 0.4f, 1.0f}, document, fox), "0.12158542");
    expect(pg::headline<"english">(col<&i::name>, fox), "the quick brown <b>fox</b>");
    expect(pg::headline<"english">(col<&i::name>, fox, "StartSel=*, StopSel=*"), "the quick brown *fox*");
    expect(pg::setweight<'A'>(col<&i::words>), "'brown':3A 'fox':4A 'quick':2A");
    expect(pg::strip(col<&i::words>), "'brown' 'fox' 'quick'");
    expect(col<&i::words> + pg::setweight<'B'>(pg::to_tsvector<"english">(pg::value("dogs"))),
           "'brown':3 'dog':5B 'fox':4 'quick':2");
    expect(pg::ts_delete(col<&i::words>, "fox"), "'brown':3 'quick':2");
    expect(pg::tsvector_to_array(col<&i::words>), "{brown,fox,quick}");
    expect(pg::array_to_tsvector(std::vector<std::string>{"a"}), "'a'");
    expect(pg::length(col<&i::words>), "3");
    expect(pg::to_tsvector<"english">(pg::value(pg::jsonb_text(R"({"a": "dogs"})"))), "'dog':1");
    expect(pg::cast<std::string>(pg::to_tsquery<"english">("fox")), "'fox'");
}

TEST_F(expressions_special, trigrams) {
    expect(pg::similarity(col<&i::name>, "quick brown"), "0.6");
    expect(pg::word_similarity("quik", col<&i::name>), "0.6");
    expect(pg::strict_word_similarity("quik", col<&i::name>), "0.375");
    expect(pg::is_similar(col<&i::name>, "cat"), "false");
    expect(pg::is_word_similar("quick", col<&i::name>), "true");
    expect(pg::is_strict_word_similar("quick", col<&i::name>), "true");
    expect(pg::trigram_distance(col<&i::name>, "quick brown"), "0.39999998");
    expect(pg::word_distance("quick", col<&i::name>), "0");
    expect(pg::strict_word_distance("quick", col<&i::name>), "0");
    expect(pg::show_trgm("a"), "{\"  a\",\" a \"}");
    expect(pg::is_similar(col<&i::name>, "the " + pg::left("quick brown", 11)), "true");
}

TEST_F(expressions_special, addresses) {
    const auto a = col<&i::address>;
    expect(pg::subnet_of(a, col<&i::net>), "true");
    expect(pg::subnet_of_or_equal(a, a), "true");
    expect(pg::contains_subnet(col<&i::net>, a), "true");
    expect(pg::contains_subnet_or_equal(a, pg::inet("10.1.2.0/25")), "true");
    expect(a.overlaps(col<&i::net>), "true");
    expect(a.overlaps(pg::inet("10.9.0.0/16")), "false");
    expect(a + 5, "10.1.2.8/24");
    expect(a - 1, "10.1.2.2/24");
    expect(a - a, "0");
    expect(a == col<&i::net>, "false");
    expect(pg::host(a), "10.1.2.3");
    expect(pg::masklen(a), "24");
    expect(pg::family(a), "4");
    expect(pg::netmask(a), "255.255.255.0/32");
    expect(pg::hostmask(a), "0.0.0.255/32");
    expect(pg::network_of(a), "10.1.2.0/24");
    expect(pg::broadcast(a), "10.1.2.255/24");
    expect(pg::abbrev(a), "10.1.2.3/24");
    expect(pg::set_masklen(a, 16), "10.1.2.3/16");
    expect(pg::inet_same_family(a, a), "true");
    expect(pg::inet_merge(a, pg::inet("10.1.3.0/24")), "10.1.2.0/23");
    expect(~a, "245.254.253.252/24");
    expect(a & pg::netmask(a), "10.1.2.0/32");
    expect(pg::macaddr8_set7bit(pg::value(pg::macaddr8("00:34:56:ab:cd:ef:01:23"))), "02:34:56:ab:cd:ef:01:23");
}

TEST_F(expressions_special, shapes) {
    const auto spot = col<&i::spot>;
    expect(pg::distance(spot, pg::point{4, 5}), "5");
    expect(pg::distance(col<&i::round>, spot), "0");
    expect(pg::same_as(spot, pg::point{1, 1}), "true");
    expect(col<&i::frame>.contains(spot), "true");
    expect(col<&i::frame>.contains(pg::point{9, 9}), "false");
    expect(col<&i::frame>.contains(col<&i::frame>), "true");
    expect(col<&i::round>.contains(pg::point{1, 1}), "true");
    expect(col<&i::field>.contains(pg::point{3, 1}), "true");
    expect(col<&i::way>.contains(pg::point{4, 0}), "true");
    expect(spot.contained_by(col<&i::frame>), "true");
    expect(col<&i::frame>.overlaps(col<&i::frame>), "true");
    expect(pg::left_of(spot, pg::point{2, 0}), "true");
    expect(pg::right_of(spot, pg::point{2, 0}), "false");
    expect(pg::below(spot, pg::point{0, 2}), "true");
    expect(pg::above(spot, pg::point{0, 2}), "false");
    expect(pg::intersects(col<&i::edge>, col<&i::frame>), "true");
    expect(pg::is_parallel(col<&i::axis>, col<&i::axis>), "true");
    expect(pg::is_perpendicular(col<&i::axis>, col<&i::axis>), "false");
    expect(pg::closest_point(spot, col<&i::axis>), "(1,1)");
    expect(pg::closest_point(col<&i::edge>, col<&i::edge>), "NULL");
    expect(pg::closest_point(pg::make_line(pg::point{0, 0}, pg::point{3, 4}), col<&i::edge>), "NULL");
    static_assert(!decltype(pg::closest_point(spot, col<&i::edge>))::nullable);
    static_assert(!decltype(pg::closest_point(col<&i::edge>, col<&i::frame>))::nullable);
    expect(spot.contained_by(col<&i::axis>), "true");
    expect(spot.contained_by(pg::lseg{{0, 0}, {1, 1}}), "true");
    expect(col<&i::edge>.contained_by(col<&i::axis>), "false");
    expect(col<&i::edge>.contained_by(col<&i::frame>), "true");
    const pg::box other{{5, 5}, {1, 1}};
    expect(pg::not_extend_right_of(col<&i::frame>, other), "true");
    expect(pg::not_extend_left_of(other, col<&i::frame>), "true");
    expect(pg::not_extend_above(other, col<&i::frame>), "false");
    expect(pg::not_extend_below(col<&i::frame>, other), "false");
    expect(pg::intersection(col<&i::frame>, other), "(4,4),(1,1)");
    expect(pg::intersection(col<&i::frame>, pg::box{{9, 9}, {8, 8}}), "NULL");
    expect(pg::intersection(col<&i::edge>, pg::lseg{{0, 4}, {3, 0}}), "(1.5,2)");
    expect(pg::intersection(pg::line{1, 1, -4}, col<&i::axis>), "(2,2)");
    expect(pg::intersection(pg::line{1, -1, 9}, col<&i::axis>), "NULL");
    expect(pg::is_horizontal(col<&i::edge>), "false");
    expect(pg::is_vertical(col<&i::axis>), "false");
    expect(pg::is_horizontal(spot, pg::point{7, 1}), "true");
    expect(pg::is_vertical(pg::point{7, 1}, spot), "false");
    expect(spot + pg::point{1, 2}, "(2,3)");
    expect(col<&i::frame> + spot, "(5,5),(1,1)");
    expect(col<&i::way> + col<&i::way>, "NULL");
    expect(pg::popen(col<&i::way>) + pg::popen(col<&i::way>), "[(0,0),(4,0),(4,3),(0,0),(4,0),(4,3)]");
    static_assert(!decltype(col<&i::way> + spot)::nullable);
    expect(col<&i::round> * pg::point{2, 0}, "<(0,0),4>");
    expect(pg::area(col<&i::frame>), "16");
    expect(pg::area(col<&i::way>), "6");
    expect(pg::center(col<&i::frame>), "(2,2)");
    expect(pg::height(col<&i::frame>), "4");
    expect(pg::width(col<&i::frame>), "4");
    expect(pg::diagonal(col<&i::frame>), "[(4,4),(0,0)]");
    expect(pg::radius(col<&i::round>), "2");
    expect(pg::diameter(col<&i::round>), "4");
    expect(pg::npoints(col<&i::field>), "3");
    expect(pg::path_length(col<&i::edge>), "5");
    expect(pg::isclosed(col<&i::way>), "true");
    expect(pg::isopen(col<&i::way>), "false");
    expect(pg::npoints(pg::popen(pg::pclose(col<&i::way>))), "3");
    expect(pg::slope(spot, pg::point{2, 3}), "2");
    expect(pg::bound_box(col<&i::frame>, col<&i::frame>), "(4,4),(0,0)");
    expect(pg::make_point(1, col<&i::n>), "(1,5)");
    expect(pg::make_box(spot, pg::point{2, 2}), "(2,2),(1,1)");
    expect(pg::make_circle(spot, 1.5), "<(1,1),1.5>");
    expect(pg::make_lseg(spot, pg::point{2, 2}), "[(1,1),(2,2)]");
    expect(pg::make_line(pg::point{0, 0}, pg::point{1, 1}), "{1,-1,0}");
    expect(pg::cast<pg::box>(col<&i::round>),
           "(1.414213562373095,1.414213562373095),(-1.414213562373095,-1.414213562373095)");
}

// What an operator takes as a column, it takes as a value, on either side.
TEST_F(expressions_special, values_on_either_side) {
    using ints = pg::range<std::int32_t>;
    const ints far(10, 20);
    expect(pg::strictly_right_of(far, col<&i::ints>), "true");
    expect(pg::adjacent_to(std::cref(far), col<&i::ints>), "true");
    expect(far + col<&i::ints>, "[1,20)");
    expect(col<&i::words>.matches(pg::tsquery("'fox'")), "true");
    expect(pg::websearch<"english">("fox") && pg::tsquery("'dog'"), "'fox' & 'dog'");
    expect(pg::tsquery("'dog'") || pg::websearch<"english">("fox"), "'dog' | 'fox'");
    expect(pg::rank(col<&i::words>, pg::tsquery("'fox'")), "0.06079271");
    expect(pg::headline<"english">(col<&i::name>, pg::tsquery("'fox'")), "the quick brown <b>fox</b>");
    expect(pg::websearch<"english">("fox dog").contains(pg::tsquery("'fox'")), "true");
    expect(pg::websearch<"english">("fox").contained_by(pg::tsquery("'fox' & 'dog'")), "true");
    expect(pg::range_merge(far, col<&i::ints>), "[1,20)");
    expect(pg::greatest(7, col<&i::n>, col<&i::big>), "12");
    expect(pg::least("z", col<&i::name>), "the quick brown fox");
    expect(pg::nullif("x", col<&i::name>), "x");
    const std::vector<std::int32_t> list{4, 5};
    expect(pg::array_position(list, col<&i::n>), "2");
    expect(pg::array_positions(std::cref(list), col<&i::n>), "{2}");
    expect(pg::array_append(list, col<&i::n>), "{4,5,5}");
    expect(pg::array_prepend(col<&i::n>, list), "{5,4,5}");
    expect(pg::array_remove(list, col<&i::n>), "{4}");
    expect(pg::age(pg::date("2024-03-01"), pg::value(pg::date("2024-02-29"))), "1 day");
    const pg::cidr net("10.1.0.0/16");
    expect(pg::subnet_of(col<&i::address>, net), "true");
    expect(pg::contains_subnet(std::cref(net), col<&i::address>), "true");
    expect(col<&i::address>.overlaps(net), "true");
    expect(col<&i::address> == net, "false");
    expect(net == col<&i::net>, "true");
    const pg::point p{4, 5};
    expect(pg::distance(p, col<&i::spot>), "5");
    expect(pg::distance(col<&i::spot>, std::cref(p)), "5");
    expect(pg::left_of(pg::point{0, 0}, col<&i::spot>), "true");
    expect(pg::value(p).contained_by(col<&i::frame>), "false");
    expect(pg::bit<8>("00000011") & col<&i::mask>, "00000011");
    expect(pg::date("2024-02-29") + pg::value(pg::time_of_day("01:00")), "2024-02-29 01:00:00");
    expect(pg::value(pg::date("2024-02-29")) + pg::time_of_day("01:00"), "2024-02-29 01:00:00");
    expect(pg::timetz("01:00+00") + pg::value(pg::date("2024-02-29")) - pg::timestamptz("2024-02-29 00:00+00"),
           "01:00:00");
    expect(pg::timestamp("2024-02-29 01:00") - pg::value(pg::interval("1 hour")), "2024-02-29 00:00:00");
    expect(pg::value(pg::interval("1 day")) * pg::numeric<3, 1>("1.5"), "1 day 12:00:00");
    expect(pg::value(pg::pg_lsn("0/10")) + 1, "0/11");
    expect(pg::value(pg::pg_lsn("0/10")) - pg::numeric<3, 0>("1"), "0/F");
}

TEST_F(expressions_special, bits_and_bytes) {
    expect(col<&i::n> & 4, "4");
    expect(col<&i::n> | col<&i::big>, "13");
    expect(col<&i::n> ^ 1, "4");
    expect(~col<&i::n>, "-6");
    expect(col<&i::n> << 2, "20");
    expect(col<&i::big> >> 2, "3");
    expect(col<&i::mask> & pg::bit<8>("00000011"), "00000011");
    expect(~col<&i::mask>, "11110000");
    expect(col<&i::mask> << 2, "00111100");
    expect(col<&i::mask> + col<&i::mask>, "0000111100001111");
    expect(col<&i::mask> + pg::bit<8>("00000011"), "0000111100000011");
    expect(pg::coalesce(pg::cast<pg::varbit<8>>(col<&i::mask>), pg::cast<pg::varbit<12>>(col<&i::mask> + col<&i::mask>)),
           "00001111");
    expect(pg::coalesce(pg::cast<pg::varbit<12>>(col<&i::mask>), col<&i::mask>), "00001111");
    expect(pg::cast<pg::varbit<12>>(col<&i::mask>) == pg::cast<pg::varbit<8>>(col<&i::mask>), "true");
    expect(pg::octet_length(col<&i::mask>), "1");
    expect(pg::octet_length(col<&i::mask> + col<&i::mask>), "2");
    expect(pg::octet_length(col<&i::raw>), "3");
    expect(pg::octet_length(col<&i::name>), "19");
    expect(pg::md5(col<&i::raw>), "5289df737df57326fcdd22597afb1fac");
    expect(pg::length(col<&i::mask>), "8");
    expect(pg::length(col<&i::raw>), "3");
    expect(pg::bit_count(col<&i::mask>), "4");
    expect(pg::bit_count(col<&i::raw>), "4");
    expect(pg::get_bit(col<&i::raw>, 0), "1");
    expect(pg::set_bit(col<&i::mask>, 0, 1), "10001111");
    expect(pg::get_byte(col<&i::raw>, 1), "2");
    expect(pg::set_byte(col<&i::raw>, 1, 255), "\\x01ff03");
    expect(pg::byte_substring(col<&i::raw>, 2), "\\x0203");
    expect(col<&i::raw> + col<&i::raw>, "\\x010203010203");
    expect(pg::encode(col<&i::raw>, "hex"), "010203");
    expect(pg::decode("AQID", "base64"), "\\x010203");
    expect(pg::convert_from(col<&i::raw>, "LATIN1"), "\x01\x02\x03");
    expect(pg::convert_to("a", "UTF8"), "\\x61");
    expect(pg::left(pg::encode(pg::sha224(col<&i::raw>), "hex"), 8), "3917aaaa");
    expect(pg::left(pg::encode(pg::sha256(col<&i::raw>), "hex"), 8), "039058c6");
    expect(pg::left(pg::encode(pg::sha384(col<&i::raw>), "hex"), 8), "86229dc6");
    expect(pg::left(pg::encode(pg::sha512(col<&i::raw>), "hex"), 8), "27864cc5");
    expect_any(pg::gen_random_uuid());
}

TEST_F(expressions_special, pairs_and_paths) {
    const auto h = col<&i::pairs>;
    expect(h["a"], "1");
    expect(h["b"], "NULL");
    expect(h.contains(pg::hstore{{"a", "1"}}), "true");
    expect(h.contained_by(h), "true");
    expect((h + pg::hstore{{"c", "3"}})["c"], "3");
    expect(pg::exist(h, "b"), "true");
    expect(pg::defined(h, "b"), "false");
    expect(pg::exist_all(h, std::vector<std::string>{"a", "z"}), "false");
    expect(pg::exist_any(h, std::vector<std::string>{"a", "z"}), "true");
    expect(pg::akeys(h), "{a,b}");
    expect(pg::avals(h), "{1,NULL}");
    expect(pg::hstore_slice(h, std::vector<std::string>{"a"}), "\"a\"=>\"1\"");
    expect(pg::without_key(h, "b"), "\"a\"=>\"1\"");
    expect(pg::make_hstore("k", std::nullopt), "\"k\"=>NULL");
    expect(pg::hstore_to_jsonb(h), "{\"a\": \"1\", \"b\": null}");
    const auto p = col<&i::place>;
    expect(p.contained_by(pg::ltree("Top.Science")), "true");
    expect(p.contains(pg::ltree("Top.Science")), "false");
    expect(pg::matches_lquery(p, "*.Science.*"), "true");
    expect(pg::matches_words(p, "Astro* & !Music"), "true");
    expect(p + pg::ltree("Stars"), "Top.Science.Astronomy.Stars");
    expect(pg::nlevel(p), "3");
    expect(pg::subpath(p, 1), "Science.Astronomy");
    expect(pg::subpath(p, 0, 1), "Top");
    expect(pg::subltree(p, 1, 2), "Science");
    expect(pg::lca(p, pg::ltree("Top.Music")), "Top");
    expect(pg::path_index(p, pg::ltree("Science")), "1");
    expect(pg::text2ltree("A.B"), "A.B");
    expect(pg::ltree2text(p), "Top.Science.Astronomy");
}

TEST_F(expressions_special, rows) {
    expect(pg::row(col<&i::n>, col<&i::name>) < pg::row(5, "u"), "true");
    expect(pg::row(col<&i::n>, col<&i::big>) == pg::row(5, 12), "true");
    expect(pg::row(col<&i::n>, col<&i::big>) != pg::row(col<&i::big>, col<&i::n>), "true");
    expect(pg::row(col<&i::n>, 3) <= pg::row(4, col<&i::big>), "false");
    expect(pg::row(col<&i::n>, col<&i::none>) > pg::row(5, "a"), "NULL");
    expect(pg::row(col<&i::n>, col<&i::none>) >= pg::row(4, "a"), "true");
    expect(pg::row(col<&i::n>, col<&i::name>)
               .in(std::vector<std::tuple<int, std::string>>{{1, "x"}, {5, "the quick brown fox"}}),
           "true");
    expect(pg::row(col<&i::n>, col<&i::name>).not_in(std::vector<std::tuple<int, std::string>>{}), "true");
}

inline constexpr auto levenshtein = pg::function<"levenshtein", std::int32_t(std::string, std::string)>;
inline constexpr auto num_nulls =
    pg::function<"num_nulls", std::int32_t(std::optional<std::string>, std::optional<std::string>)>;
inline constexpr auto starts = pg::operator_of<"^@", bool(std::string, std::string)>;
inline constexpr auto same_text = pg::operator_of<"pg_catalog.=", bool(std::string, std::string)>;
inline constexpr auto square_root = pg::operator_of<"|/", double(double)>;
inline constexpr auto median = pg::aggregate<"max", std::optional<std::int32_t>(std::int32_t)>;

TEST_F(expressions_special, of_the_user) {
    expect(levenshtein(col<&i::name>, "the quick brown box"), "1");
    expect(levenshtein(col<&i::name>, col<&i::none>), "NULL");
    expect(num_nulls(col<&i::name>, col<&i::none>), "1");
    expect(num_nulls(std::nullopt, col<&i::none>), "2");
    expect(starts(col<&i::name>, "the"), "true");
    expect(same_text(col<&i::name>, "x") == lit<false>, "true");
    expect(square_root(col<&i::n> + 4), "3");
    expect(median(col<&i::n>), "5");
    expect(pg::raw<"$1 similar to $2 || '%'", bool>(col<&i::name>, "the"), "true");
    expect(pg::raw<"$2 + $1 * $2", std::int32_t>(col<&i::n>, col<&i::n> + 1) * 2, "72");
    expect(pg::raw<"coalesce($1, 'it''s $1')", std::string(std::optional<std::string>)>(col<&i::none>), "it's $1");
    expect(pg::raw<"nullif($1, $1)", std::optional<std::string>>("x"), "NULL");
    expect(pg::raw<"current_setting('server_encoding')", std::string>(), "UTF8");
}

}  // namespace expressions_special_test

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The music shop as documents, trees and pages: JSON paths, typed documents, recursive queries that are sorted or come back to where
// they began. Each answer of the query builder is that of the SQL which a person has written beside it.

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/expression/document_path.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/query/search_cycle.hpp>
#include <pgmodel/query/set_returning.hpp>
#include <pgmodel/query/values.hpp>
#include <pgmodel/session/keyset.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "chinook_stand_in.hpp"
#include "real_data.hpp"

namespace {

namespace pg = pgmodel;
using namespace chinook;
using pg::col;
using pg::lit;

struct facts {
    std::string artist{};
    std::int32_t tracks{};
    std::optional<double> minutes{};

    bool operator==(const facts&) const = default;
};
/// An album as a document, and typed.
struct card {
    std::int32_t album_id{};
    pg::jsonb_text document{};
    pg::jsonb<facts> about{};

    static constexpr auto table() { return pg::table("card", pg::field<&card::album_id>.primary_key()); }
};

struct chinook_documents : pgmodel_test::real_database<chinook_documents, pgmodel_test::chinook_stand_in> {
    static void SetUpTestSuite() {
        real_database::SetUpTestSuite();
        db->create_all(pg::registry<card>{});
        db->execute("insert into card select album_id, jsonb_build_object('title', a.title, 'tracks', jsonb_agg(jsonb_build_object("
                    "'name', t.name, 'seconds', milliseconds / 1000, 'by', composer) order by track_id)), jsonb_build_object('artist', "
                    "r.name, 'tracks', count(*), 'minutes', round(sum(milliseconds) / 60000.0, 1)) from album a join track t using "
                    "(album_id) join artist r using (artist_id) group by a.album_id, a.title, r.name");
    }
};

TEST_F(chinook_documents, paths) {
    using k = card;
    expect_rows(pg::select(col<&k::album_id>, pg::jsonb_path_query_array(col<&k::document>, "$.tracks[*] ? (@.seconds > 600).name"),
                           pg::jsonb_path_query_first(col<&k::document>, "$.tracks[*] ? (@.seconds > $least).seconds",
                                                      pg::jsonb_text(R"({"least": 700})")),
                           col<&k::document>["tracks"][0]["name"].as_text())
                    .where(pg::path_exists(col<&k::document>, "$.tracks[*] ? (@.seconds > 600)") &&
                           !pg::path_matches(col<&k::document>, "$.title starts with \"Lost\""))
                    .order_by(col<&k::album_id>),
                "select album_id, jsonb_path_query_array(document, '$.tracks[*] ? (@.seconds > 600).name'), jsonb_path_query_first("
                "document, '$.tracks[*] ? (@.seconds > $least).seconds', '{\"least\": 700}'), document #>> '{tracks,0,name}' from card "
                "where document @? '$.tracks[*] ? (@.seconds > 600)' and not document @@ '$.title starts with \"Lost\"' order by 1",
                41);
}

TEST_F(chinook_documents, elements_as_rows) {
    struct piece {
        std::optional<std::string> name;
        std::optional<std::int32_t> seconds;
        std::optional<std::string> by;
    };
    expect_rows(pg::select(col<&piece::by>, pg::count(), pg::sum(col<&piece::seconds>))
                    .from(pg::model<card>)
                    .cross_join(pg::jsonb_to_recordset<piece>(col<&card::document>["tracks"]))
                    .where(col<&piece::by>.is_not_null())
                    .group_by(col<&piece::by>)
                    .having(pg::count() >= 20)
                    .order_by(pg::count().desc(), col<&piece::by>),
                "select by, count(*), sum(seconds) from card, jsonb_to_recordset(document -> 'tracks') as x (name text, seconds integer, "
                "by text) where by is not null group by by having count(*) >= 20 order by 2 desc, 1",
                15);
}

TEST_F(chinook_documents, typed_paths) {
    using k = card;
    const auto minutes = pg::at<&facts::minutes>(col<&k::about>);
    expect_rows(pg::select(pg::at<&facts::artist>(col<&k::about>), pg::count(), pg::max(minutes), pg::sum(pg::at<&facts::tracks>(col<&k::about>)))
                    .where(minutes > 60.5 && pg::at<&facts::artist>(col<&k::about>).not_like("The %"))
                    .group_by(pg::at<&facts::artist>(col<&k::about>))
                    .having(pg::count() > 1)
                    .order_by(pg::max(minutes).desc(), pg::at<&facts::artist>(col<&k::about>)),
                "select about ->> 'artist', count(*), max((about ->> 'minutes')::float8), sum((about ->> 'tracks')::integer) from card where "
                "(about ->> 'minutes')::float8 > 60.5 and about ->> 'artist' not like 'The %' group by 1 having count(*) > 1 order by 3 "
                "desc, 1",
                17);
    pg::transaction tx{*db};
    tx.execute(pg::update(pg::model<k>).set(pg::at<&facts::tracks>(col<&k::about>) = 99).where(col<&k::album_id> == 1));
    EXPECT_EQ(tx.get<card>(1).about->tracks, 99);
    EXPECT_EQ(tx.get<card>(1).about->artist, tx.scalar<std::string>("select name from artist join album using (artist_id) where album_id = 1"));
}

struct step {
    std::int32_t id{};
    std::optional<std::int32_t> boss{};
    std::int32_t depth{};
};
TEST_F(chinook_documents, trees_in_their_order) {
    using e = employee;
    const auto tree = pg::cte(pg::select(col<&e::id>, col<&e::reports_to>, lit<0>)
                                  .where(col<&e::reports_to>.is_null())
                                  .into<step>()
                                  .union_all(pg::select(col<&e::id>, col<&e::reports_to>, col<&step::depth> + lit<1>)
                                                 .from(pg::model<e>)
                                                 .join(pg::model<step>)
                                                 .on(col<&step::id> == col<&e::reports_to>)
                                                 .into<step>()));
    const auto deep = pg::search_depth_first(tree, col<&step::id>);
    expect_rows(pg::with_recursive(deep).select(col<&step::id>, col<&step::depth>).from(deep).order_by(deep.search_order()),
                "with recursive s (id, boss, depth) as (select employee_id, reports_to, 0 from employee where reports_to is null union all "
                "select e.employee_id, reports_to, depth + 1 from employee e join s on s.id = reports_to) search depth first by id set o "
                "select id, depth from s order by o",
                8);
    const auto broad = pg::search_breadth_first(tree, col<&step::id>);
    expect_rows(pg::with_recursive(broad).select(col<&step::id>).from(broad).order_by(broad.search_order()),
                "with recursive s (id, boss, depth) as (select employee_id, reports_to, 0 from employee where reports_to is null union all "
                "select e.employee_id, reports_to, depth + 1 from employee e join s on s.id = reports_to) search breadth first by id set o "
                "select id from s order by o",
                8);
}

// Up and down the tree, which leads back to where it began.
TEST_F(chinook_documents, ways_that_come_back) {
    using e = employee;
    const auto ways = pg::detect_cycles(
        pg::cte(pg::select(col<&e::id>, col<&e::reports_to>, lit<0>)
                    .where(col<&e::id> == lit<3>)
                    .into<step>()
                    .union_all(pg::select(col<&e::id>, col<&e::reports_to>, col<&step::depth> + lit<1>)
                                   .from(pg::model<e>)
                                   .join(pg::model<step>)
                                   .on(col<&step::id> == col<&e::reports_to> || col<&step::boss> == col<&e::id>)
                                   .into<step>())),
        col<&step::id>);
    expect_rows(pg::with_recursive(ways)
                    .select(col<&step::id>, pg::min(col<&step::depth>), pg::bool_or(ways.is_cycle()))
                    .from(ways)
                    .group_by(col<&step::id>)
                    .order_by(col<&step::id>),
                "with recursive s (id, boss, depth) as (select employee_id, reports_to, 0 from employee where employee_id = 3 union all "
                "select e.employee_id, reports_to, depth + 1 from employee e join s on s.id = reports_to or s.boss = e.employee_id) cycle id "
                "set c using p select id, min(depth), bool_or(c) from s group by id order by id",
                8);
}

TEST_F(chinook_documents, keyset_pages_of_a_join) {
    using t = track;
    const auto q = pg::select(col<&t::id>, col<&album::title>, col<&t::composer>)
                       .left_join(col<&t::album_id>)
                       .where(col<&t::milliseconds> > 300000)
                       .order_by(col<&t::composer>.nulls_first(), col<&t::unit_price>.desc(), col<&t::id>);
    const auto all = db->all(q);
    std::vector<decltype(q)::row> read;
    auto page = pg::keyset(*db, q, 100, pg::last_page);
    for (;;) {
        read.insert(read.begin(), page.rows.begin(), page.rows.end());
        if (!page.has_previous()) break;
        page = pg::keyset(*db, q, 100, page.previous);
    }
    EXPECT_GT(all.size(), missing.empty() ? 500u : 200u);
    EXPECT_EQ(read, all);
}

TEST_F(chinook_documents, words_of_a_function_that_returns_rows) {
    struct found {
        std::optional<std::string> word;
        std::int64_t place;
    };
    static constexpr auto words = pg::function<"string_to_table", std::optional<std::string>(std::string, std::string)>;
    expect_rows(pg::select(col<&found::word>, pg::count())
                    .from(pg::model<track>)
                    .cross_join(pg::table_function<found>(words(pg::cast<std::string>(pg::lower(col<&track::name>)), " ")).with_ordinality())
                    .where(col<&found::place> == 1 && pg::length(col<&found::word>) > 3)
                    .group_by(col<&found::word>)
                    .having(pg::count() > 14)
                    .order_by(pg::count().desc(), col<&found::word>),
                "select w, count(*) from track, string_to_table(lower(name), ' ') with ordinality as x (w, n) where n = 1 and length(w) > 3 "
                "group by w having count(*) > 14 order by 2 desc, 1",
                3);
}

TEST_F(chinook_documents, lists_of_the_program) {
    struct target {
        std::string country;
        std::optional<pg::numeric<10, 2>> least;
    };
    using i = invoice;
    const std::vector<target> targets{{"Brazil", money("180")}, {"Norway", money("50")}, {"Nowhere", std::nullopt}};
    expect_rows(pg::select(col<&target::country>, pg::sum(col<&i::total>) >= pg::max(col<&target::least>), pg::count(col<&i::id>))
                    .from(pg::values(targets))
                    .left_join(pg::model<i>)
                    .on(col<&i::billing_country> == col<&target::country>)
                    .group_by(col<&target::country>)
                    .order_by(col<&target::country>),
                "select country, sum(total) >= max(least), count(invoice_id) from (values ('Brazil', 180), ('Norway', 50), ('Nowhere', null)) "
                "t (country, least) left join invoice on billing_country = country group by country order by country",
                3);
}

}  // namespace

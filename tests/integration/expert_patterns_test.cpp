// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The patterns that those who know PostgreSQL use: islands, calendars, trees with paths, pivots, sessions of clicks; each gives
// the rows of SQL by hand.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/ordered_set.hpp>
#include <pgmodel/expression/range.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/expression/text.hpp>
#include <pgmodel/query/search_cycle.hpp>
#include <pgmodel/query/set_returning.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace pg = pgmodel;
using pg::col;
using pg::lit;

namespace expert_patterns_test {

struct customer {
    std::int32_t id{};
    std::string name{};
    std::optional<std::int32_t> referred_by{};
};
struct purchase {
    std::int32_t id{};
    std::int32_t customer_id{};
    pg::date day{};
    pg::numeric<10, 2> amount{};
    std::string status{};
    pg::jsonb_text lines{"[]"};

    static constexpr auto table() {
        using p = purchase;
        return pg::table("purchases", pg::field<&p::id>.primary_key(),
                         pg::field<&p::customer_id>.references(pg::model<customer>));
    }
};
struct click {
    std::int32_t id{};
    std::int32_t customer_id{};
    pg::timestamptz at{};
    std::string page{};
};
struct reading {
    std::int32_t id{};
    std::int32_t sensor{};
    std::optional<std::int32_t> level{};
};
struct booking {
    std::int32_t id{};
    std::int32_t room{};
    pg::range<pg::date> stay{};
};

struct day_row {
    pg::timestamp at{};
};
struct island {
    std::int32_t customer_id{};
    pg::date day{};
    pg::date origin{};
};
struct node {
    std::int32_t id{};
    std::string name{};
    std::vector<std::int32_t> path{};
    std::int32_t depth{};
};
struct line {
    std::string sku{};
    std::optional<std::int32_t> quantity{};
};
struct marked {
    std::int32_t id{};
    std::int32_t customer_id{};
    pg::timestamptz at{};
    std::int32_t starts{};
};
struct session_row {
    std::int32_t customer_id{};
    pg::timestamptz at{};
    std::int64_t number{};
};
struct newest {
    pg::date day{};
    pg::numeric<10, 2> amount{};
};
struct numbered {
    std::int32_t id{};
    std::int64_t place{};
};
struct number {
    std::int32_t n{};
};
struct counted {
    std::int32_t sensor{};
    std::optional<std::int32_t> level{};
    std::int64_t part{};
};

using c = customer;
using p = purchase;
using k = click;

class expert_patterns : public testing::Test {
protected:
    static inline std::string dsn;
    static void SetUpTestSuite() {
        dsn = pgmodel_test::create_database("expert_patterns");
        pg::session db{dsn};
        db.create_all(pg::registry<customer, purchase, click, reading, booking>{});
        db.execute("insert into customer values (1, 'Ada', null), (2, 'Bob', 1), (3, 'Cy', 2), (4, 'Di', 1)");
        db.execute("insert into purchases select g, 1 + g % 3, date '2024-01-01' + (g * g) % 40, g * 3.5, "
                   "(array['paid','open','void'])[1 + g % 3], "
                   "jsonb_build_array(jsonb_build_object('sku', 'a' || g % 4, 'quantity', g), jsonb_build_object('sku', 'b')) "
                   "from generate_series(1, 60) g");
        db.execute(
            "insert into click select g, 1 + g % 3, timestamptz '2024-01-01 08:00+00' + (g * g % 97) * interval '7 minutes', "
            "'/' || g % 5 from generate_series(1, 80) g");
        db.execute("insert into reading select g, 1 + g % 2, case when g % 4 < 2 then g end from generate_series(1, 40) g");
        db.execute("insert into booking values (1, 1, '[2024-01-01,2024-01-05)'), (2, 1, '[2024-01-04,2024-01-08)'), "
                   "(3, 1, '[2024-01-10,2024-01-12)'), (4, 2, '[2024-01-01,2024-01-03)')");
    }
    pg::session db{dsn};

    template <class Query>
    void same(const Query& query, const char* sql, std::size_t rows, int line = __builtin_LINE()) {
        using row = typename Query::row;
        const auto built = db.all(query);
        const auto by_hand = db.all<row>(sql);
        EXPECT_EQ(by_hand.size(), rows) << "line " << line;
        EXPECT_TRUE(built == by_hand) << "line " << line << ": " << pg::sql_text(query);
    }
};

TEST_F(expert_patterns, gaps_and_islands) {
    auto days = pg::subquery(pg::select(col<&p::customer_id>, col<&p::day>,
                                        col<&p::day> - pg::cast<std::int32_t>(pg::dense_rank().over(
                                                           pg::partition_by(col<&p::customer_id>).order_by(col<&p::day>))))
                                 .into<island>());
    same(pg::select(col<&island::customer_id>, pg::min(col<&island::day>), pg::max(col<&island::day>),
                    pg::count(col<&island::day>).distinct())
             .from(days)
             .group_by(col<&island::customer_id>, col<&island::origin>)
             .having(pg::count(col<&island::day>).distinct() > 1)
             .order_by(col<&island::customer_id>, pg::min(col<&island::day>)),
         "select customer_id, min(day), max(day), count(distinct day) from (select customer_id, day, day - (dense_rank() over "
         "(partition by customer_id order by day))::int as origin from purchases) i group by customer_id, origin having "
         "count(distinct day) > 1 order by 1, 2",
         6);
}

TEST_F(expert_patterns, gaps_between_rows) {
    struct step {
        pg::date day{};
        std::optional<pg::date> next{};
    };
    auto steps = pg::subquery(pg::select(col<&p::day>, pg::lead(col<&p::day>).over(pg::order_by(col<&p::day>))).into<step>());
    same(pg::select(col<&step::day> + 1, col<&step::next> - 1)
             .from(steps)
             .where(col<&step::next> - col<&step::day> > 1)
             .order_by(col<&step::day>),
         "select day + 1, next - 1 from (select day, lead(day) over (order by day) as next from purchases) s where next - day "
         "> 1 order by day",
         6);
}

TEST_F(expert_patterns, top_n_of_each_by_lateral) {
    auto last = pg::lateral(pg::select(col<&p::day>, col<&p::amount>)
                                .where(col<&p::customer_id> == col<&c::id>)
                                .order_by(col<&p::day>.desc(), col<&p::id>.desc())
                                .limit(2)
                                .into<newest>());
    same(pg::select(col<&c::name>, col<&newest::day>, col<&newest::amount>)
             .from(pg::model<customer>)
             .left_join(last)
             .order_by(col<&c::id>, col<&newest::day>.desc(), col<&newest::amount>),
         "select name, day, amount from customer left join lateral (select day, amount from purchases where customer_id = "
         "customer.id order by day desc, purchases.id desc limit 2) l on true order by customer.id, day desc, amount",
         7);
}

TEST_F(expert_patterns, top_n_of_each_by_numbers) {
    auto places = pg::subquery(
        pg::select(col<&p::id>, pg::row_number().over(pg::partition_by(col<&p::customer_id>).order_by(col<&p::amount>.desc())))
            .into<numbered>());
    same(pg::select(col<&p::id>, col<&p::amount>, col<&numbered::place>)
             .from(pg::model<purchase>)
             .join(places)
             .on(col<&numbered::id> == col<&p::id> && col<&numbered::place> <= 3)
             .order_by(col<&p::customer_id>, col<&numbered::place>),
         "select p.id, amount, place from purchases p join (select id, row_number() over (partition by customer_id order by "
         "amount desc) "
         "as place from purchases) n on n.id = p.id and place <= 3 order by customer_id, place",
         9);
}

TEST_F(expert_patterns, a_tree_with_paths) {
    auto tree =
        pg::cte(pg::select(col<&c::id>, col<&c::name>, pg::array(col<&c::id>), lit<0>)
                    .where(col<&c::referred_by>.is_null())
                    .into<node>()
                    .union_all(pg::select(col<&c::id>, col<&c::name>, col<&node::path> + col<&c::id>, col<&node::depth> + lit<1>)
                                   .from(pg::model<customer>)
                                   .join(pg::model<node>)
                                   .on(col<&node::id> == col<&c::referred_by>)
                                   .where(col<&c::id> != pg::all(col<&node::path>))
                                   .into<node>()));
    same(pg::with_recursive(tree)
             .select(pg::repeat("  ", col<&node::depth>) + col<&node::name>, pg::array_to_string(col<&node::path>, "/"))
             .from(tree)
             .order_by(col<&node::path>),
         "with recursive node as (select id, name, array[id] as path, 0 as depth from customer where referred_by is null union "
         "all "
         "select c.id, c.name, path || c.id, depth + 1 from customer c join node on node.id = c.referred_by where c.id <> all "
         "(path)) select repeat('  ', depth) || name, array_to_string(path, '/') from node order by path",
         4);
}

TEST_F(expert_patterns, ways_that_come_back_with_the_rows_of_a_table) {
    struct way {
        std::int32_t id{};
        std::int32_t length{};
    };
    // Who was referred by whom, both ways, so that every way comes back.
    constexpr auto other = pg::alias<customer, "other">;
    auto ways = pg::search_depth_first(
        pg::cte(pg::select(col<&c::id>, lit<0>).where(col<&c::id> == 1).into<way>().union_all(
            pg::select(other[col<&c::id>], col<&way::length> + lit<1>)
                .from(pg::model<way>)
                .join(other)
                .on(other[col<&c::referred_by>] == col<&way::id> ||
                    pg::exists(pg::select<customer>().where(col<&c::id> == col<&way::id> && col<&c::referred_by> == other[col<&c::id>])))
                .into<way>())),
        col<&way::id>);
    auto round = pg::detect_cycles(ways, col<&way::id>);
    same(pg::with_recursive(round)
             .select(col<&c::name>, col<&way::length>, round.is_cycle(), col<&p::id>)
             .from(round)
             .join(pg::model<customer>)
             .on(col<&c::id> == col<&way::id>)
             .left_join(pg::model<purchase>)
             .on(col<&p::customer_id> == col<&c::id> && !round.is_cycle() && col<&p::amount> > 200)
             .where(!round.is_cycle() || col<&way::length> > 1)
             .order_by(round.search_order(), col<&p::id>),
         "with recursive way(id, length) as (select id, 0 from customer where id = 1 union all select o.id, length + 1 from way join customer "
         "o on o.referred_by = way.id or exists (select from customer c where c.id = way.id and c.referred_by = o.id)) search depth first by "
         "id set seq cycle id set again using path select c.name, length, again, p.id from way join customer c on c.id = way.id left join "
         "purchases p on p.customer_id = c.id and not again and amount > 200 where not again or length > 1 order by seq, p.id",
         7);
}

TEST_F(expert_patterns, a_series_by_recursion) {
    auto series = pg::cte(pg::select(lit<1>).into<number>().union_all(
        pg::select(col<&number::n> * lit<2>).from(pg::model<number>).where(col<&number::n> < 1000).into<number>()));
    same(pg::with_recursive(series).select(pg::sum(col<&number::n>), pg::count()).from(series),
         "with recursive number (n) as (values (1) union all select n * 2 from number where n < 1000) select sum(n), count(*) "
         "from number",
         1);
}

TEST_F(expert_patterns, a_calendar_joined_with_data) {
    auto days =
        pg::generate_series<day_row>(pg::constant<pg::timestamp, "2024-01-01 00:00:00">,
                                     pg::constant<pg::timestamp, "2024-01-14 00:00:00">, pg::constant<pg::interval, "1 day">);
    same(pg::select(pg::cast<pg::date>(col<&day_row::at>), pg::count(col<&p::id>), pg::coalesce(pg::sum(col<&p::amount>), lit<0>))
             .from(days)
             .left_join(pg::model<purchase>)
             .on(col<&p::day> == pg::cast<pg::date>(col<&day_row::at>) && col<&p::status> != "void")
             .group_by(col<&day_row::at>)
             .order_by(col<&day_row::at>),
         "select at::date, count(p.id), coalesce(sum(amount), 0) from generate_series(timestamp '2024-01-01', '2024-01-14', '1 "
         "day') at left join purchases p on day = at::date and status <> 'void' group by at order by at",
         14);
}

TEST_F(expert_patterns, pivot_by_filter) {
    const auto money = pg::sum(col<&p::amount>);
    same(pg::select(pg::date_trunc<"month">(pg::cast<pg::timestamp>(col<&p::day>)), money.filter(col<&p::status> == "paid"),
                    money.filter(col<&p::status> == "open"), money.filter(col<&p::status>.in({"void", "lost"})),
                    pg::count().filter(col<&p::amount> > 100) * 100 / pg::count())
             .group_by(pg::date_trunc<"month">(pg::cast<pg::timestamp>(col<&p::day>)))
             .order_by(pg::date_trunc<"month">(pg::cast<pg::timestamp>(col<&p::day>))),
         "select date_trunc('month', day::timestamp), sum(amount) filter (where status = 'paid'), sum(amount) filter (where "
         "status = 'open'), sum(amount) filter (where status in ('void', 'lost')), count(*) filter (where amount > 100) * 100 / "
         "count(*) from purchases group by 1 order by 1",
         2);
}

TEST_F(expert_patterns, moving_windows) {
    same(
        pg::select(col<&p::day>,
                   pg::sum(col<&p::amount>)
                       .over(pg::order_by(col<&p::day>).range(pg::preceding(pg::interval("7 days")), pg::current_row)),
                   pg::avg(col<&p::amount>).over(pg::order_by(col<&p::day>, col<&p::id>).rows(pg::preceding(6), pg::current_row)),
                   pg::count().over(pg::order_by(col<&p::day>).groups(pg::preceding(2), pg::following(2)).exclude_group()))
            .order_by(col<&p::day>, col<&p::id>),
        "select day, sum(amount) over (order by day range between interval '7 days' preceding and current row), avg(amount) over "
        "(order by day, id rows between 6 preceding and current row), count(*) over (order by day groups between 2 preceding and "
        "2 following exclude group) from purchases order by day, id",
        60);
}

TEST_F(expert_patterns, lines_of_documents) {
    same(pg::select(col<&p::id>, col<&line::sku>, col<&line::quantity>)
             .from(pg::model<purchase>)
             .cross_join(pg::jsonb_to_recordset<line>(col<&p::lines>))
             .where(col<&line::quantity>.is_null() || col<&line::quantity> > 55)
             .order_by(col<&p::id>, col<&line::sku>),
         "select p.id, sku, quantity from purchases p cross join jsonb_to_recordset(lines) as line (sku text, quantity integer) "
         "where "
         "quantity is null or quantity > 55 order by p.id, sku",
         65);
    same(pg::select(col<&line::sku>, pg::sum(col<&line::quantity>))
             .from(pg::model<purchase>)
             .cross_join(pg::jsonb_to_recordset<line>(col<&p::lines>))
             .group_by(col<&line::sku>)
             .order_by(pg::sum(col<&line::quantity>).desc().nulls_last(), col<&line::sku>),
         "select sku, sum(quantity) from purchases, jsonb_to_recordset(lines) as line (sku text, quantity integer) group by sku "
         "order "
         "by 2 desc nulls last, 1",
         5);
}

TEST_F(expert_patterns, exclusion) {
    constexpr auto other = pg::alias<booking, "other">;
    using b = booking;
    same(pg::select(col<&b::id>, other[col<&b::id>], col<&b::stay> * other[col<&b::stay>])
             .join(other)
             .on(other[col<&b::room>] == col<&b::room> && other[col<&b::id>] > col<&b::id> &&
                 other[col<&b::stay>].overlaps(col<&b::stay>)),
         "select b.id, o.id, b.stay * o.stay from booking b join booking o on o.room = b.room and o.id > b.id and o.stay && "
         "b.stay",
         1);
    same(pg::select(col<&c::name>)
             .where(!pg::exists(pg::select<purchase>().where(col<&p::customer_id> == col<&c::id>)))
             .order_by(col<&c::name>),
         "select name from customer c where not exists (select from purchases where customer_id = c.id) order by name", 1);
    same(pg::select(col<&c::name>).left_join(pg::model<purchase>).where(col<&p::id>.is_null()),
         "select name from customer c left join purchases p on p.customer_id = c.id where p.id is null", 1);
    same(pg::select(col<&c::id>).except(pg::select(col<&p::customer_id>)),
         "select id from customer except select customer_id from purchases", 1);
    // Free nights of a room.
    same(pg::select(
             pg::unnest_ranges(pg::cast<pg::multirange<pg::date>>(pg::constant<pg::range<pg::date>, "[2024-01-01,2024-02-01)">) -
                               pg::range_agg(col<&b::stay>)))
             .from(pg::model<booking>)
             .where(col<&b::room> == 1),
         "select unnest(multirange(daterange '[2024-01-01,2024-02-01)') - range_agg(stay)) from booking where room = 1", 2);
}

TEST_F(expert_patterns, sessions_of_clicks) {
    const auto before = pg::lag(col<&k::at>).over(pg::partition_by(col<&k::customer_id>).order_by(col<&k::at>));
    auto starts = pg::cte(
        pg::select(col<&k::id>, col<&k::customer_id>, col<&k::at>,
                   pg::case_when(before.is_null() || col<&k::at> - before > pg::constant<pg::interval, "30 minutes">, lit<1>)
                       .otherwise(lit<0>))
            .into<marked>());
    auto numbers = pg::cte(
        pg::select(col<&marked::customer_id>, col<&marked::at>,
                   pg::coalesce(
                       pg::sum(col<&marked::starts>).over(pg::partition_by(col<&marked::customer_id>).order_by(col<&marked::at>)),
                       lit<0>))
            .from(starts)
            .into<session_row>());
    same(pg::with(starts, numbers)
             .select(col<&session_row::customer_id>, col<&session_row::number>, pg::min(col<&session_row::at>),
                     pg::max(col<&session_row::at>) - pg::min(col<&session_row::at>), pg::count())
             .from(numbers)
             .group_by(col<&session_row::customer_id>, col<&session_row::number>)
             .order_by(col<&session_row::customer_id>, col<&session_row::number>),
         "with s as (select *, case when lag(at) over w is null or at - lag(at) over w > '30 min' then 1 else 0 end as starts "
         "from "
         "click window w as (partition by customer_id order by at)), n as (select customer_id, at, coalesce(sum(starts) over "
         "(partition "
         "by customer_id order by at), 0) as number from s) select customer_id, number, min(at), max(at) - min(at), count(*) "
         "from n group "
         "by 1, 2 order by 1, 2",
         27);
}

TEST_F(expert_patterns, the_last_value_that_was_known) {
    using r = reading;
    auto parts = pg::subquery(pg::select(col<&r::sensor>, col<&r::level>,
                                         pg::count(col<&r::level>).over(pg::partition_by(col<&r::sensor>).order_by(col<&r::id>)))
                                  .into<counted>());
    same(pg::select(col<&counted::sensor>,
                    pg::first_value(col<&counted::level>).over(pg::partition_by(col<&counted::sensor>, col<&counted::part>)))
             .from(parts)
             .order_by(col<&counted::sensor>, col<&counted::part>),
         "select sensor, first_value(level) over (partition by sensor, part) from (select sensor, level, count(level) over "
         "(partition by "
         "sensor order by id) as part from reading) x order by sensor, part",
         40);
}

TEST_F(expert_patterns, statistics_of_groups) {
    same(pg::select(col<&p::status>, pg::percentile_cont(0.5).within_group(pg::cast<double>(col<&p::amount>)),
                    pg::percentile_disc(0.9).within_group(col<&p::amount>), pg::mode().within_group(col<&p::day>),
                    pg::stddev_samp(col<&p::amount>), pg::corr(pg::cast<double>(col<&p::amount>), pg::cast<double>(col<&p::id>)))
             .group_by(pg::rollup(col<&p::status>))
             .order_by(pg::grouping(col<&p::status>), col<&p::status>),
         "select status, percentile_cont(0.5) within group (order by amount::float8), percentile_disc(0.9) within group (order "
         "by amount), "
         "mode() within group (order by day), stddev_samp(amount), corr(amount::float8, id::float8) from purchases group by "
         "rollup (status) order by "
         "grouping(status), status",
         4);
    same(pg::select(
             pg::width_bucket(pg::cast<double>(col<&p::amount>), pg::constant<double, "0">, pg::constant<double, "250">, lit<5>),
             pg::count(), pg::make_range<std::int32_t>(pg::min(col<&p::id>), pg::max(col<&p::id>) + 1))
             .group_by(pg::width_bucket(pg::cast<double>(col<&p::amount>), pg::constant<double, "0">, pg::constant<double, "250">,
                                        lit<5>))
             .order_by(pg::count()),
         "select width_bucket(amount::float8, 0, 250, 5), count(*), int4range(min(id), max(id) + 1) from purchases group by 1 "
         "order by 2",
         5);
}

TEST_F(expert_patterns, shares_and_ratios) {
    same(pg::select(col<&p::customer_id>, pg::sum(col<&p::amount>),
                    pg::round(100 * pg::sum(col<&p::amount>) / pg::sum(pg::sum(col<&p::amount>)).over(), 1),
                    pg::sum(pg::sum(col<&p::amount>)).over(pg::order_by(pg::sum(col<&p::amount>).desc())),
                    pg::ntile(2).over(pg::order_by(pg::sum(col<&p::amount>))))
             .group_by(col<&p::customer_id>)
             .order_by(pg::sum(col<&p::amount>).desc()),
         "select customer_id, sum(amount), round(100 * sum(amount) / sum(sum(amount)) over (), 1), sum(sum(amount)) over (order "
         "by sum(amount) "
         "desc), ntile(2) over (order by sum(amount)) from purchases group by customer_id order by 2 desc",
         3);
}

TEST_F(expert_patterns, documents_of_trees) {
    same(pg::select(pg::jsonb_build_object(
                        "customer", col<&c::name>, "purchases",
                        pg::coalesce(pg::jsonb_agg(pg::jsonb_build_object("id", col<&p::id>, "amount", col<&p::amount>))
                                         .order_by(col<&p::id>)
                                         .filter(col<&p::id>.is_not_null()),
                                     pg::constant<pg::jsonb_text, "[]">)))
             .from(pg::model<customer>)
             .left_join(pg::model<purchase>)
             .on(col<&p::customer_id> == col<&c::id> && col<&p::amount> > 150)
             .group_by(col<&c::id>)
             .order_by(col<&c::id>),
         "select jsonb_build_object('customer', name, 'purchases', coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'amount', "
         "amount) order by "
         "p.id) filter (where p.id is not null), '[]')) from customer c left join purchases p on customer_id = c.id and amount > "
         "150 group by c.id "
         "order by c.id",
         4);
    same(pg::select(pg::jsonb_object_agg(
                        col<&c::name>,
                        pg::scalar(pg::select(pg::count()).from(pg::model<purchase>).where(col<&p::customer_id> == col<&c::id>))))
             .from(pg::model<customer>),
         "select jsonb_object_agg(name, (select count(*) from purchases where customer_id = c.id)) from customer c", 1);
}

TEST_F(expert_patterns, first_and_last_by_ordered_aggregates) {
    same(pg::select(col<&p::customer_id>, pg::array_agg(col<&p::status>).order_by(col<&p::day>, col<&p::id>)[1],
                    pg::slice(pg::array_agg(col<&p::id>).order_by(col<&p::amount>.desc()), 1, 3),
                    pg::string_agg(col<&p::status>, ",").distinct())
             .group_by(col<&p::customer_id>)
             .order_by(col<&p::customer_id>),
         "select customer_id, (array_agg(status order by day, id))[1], (array_agg(id order by amount desc))[1:3], "
         "string_agg(distinct status, ',') "
         "from purchases group by 1 order by 1",
         3);
}

TEST_F(expert_patterns, what_several_tables_say_in_one_list) {
    struct event {
        pg::timestamptz at{};
        std::string kind{};
        std::string text{};
    };
    auto feed = pg::subquery(pg::select(pg::at_time_zone<"UTC">(pg::cast<pg::timestamp>(col<&p::day>)), lit<"purchase">,
                                        pg::cast<std::string>(col<&p::amount>))
                                 .into<event>()
                                 .union_all(pg::select(col<&k::at>, lit<"click">, col<&k::page>).into<event>()));
    same(pg::select(col<&event::at>, col<&event::kind>, col<&event::text>)
             .from(feed)
             .order_by(col<&event::at>.desc(), col<&event::kind>, col<&event::text>)
             .limit(12),
         "select * from (select day::timestamp at time zone 'UTC' as at, 'purchase' as kind, amount::text as text from purchases "
         "union all select "
         "at, 'click', page from click) e order by at desc, kind, text limit 12",
         12);
}

TEST_F(expert_patterns, retention_of_cohorts) {
    struct first_day {
        std::int32_t customer_id{};
        pg::date first{};
    };
    auto firsts =
        pg::cte(pg::select(col<&p::customer_id>, pg::min(col<&p::day>)).group_by(col<&p::customer_id>).into<first_day>());
    const auto week = (col<&p::day> - col<&first_day::first>) / lit<7>;
    same(pg::with(firsts)
             .select(week, pg::count(col<&p::customer_id>).distinct())
             .from(firsts)
             .join(pg::model<purchase>)
             .on(col<&p::customer_id> == col<&first_day::customer_id>)
             .group_by(week)
             .order_by(week),
         "with f as (select customer_id, min(day) as first from purchases group by 1) select (day - first) / 7, count(distinct "
         "p.customer_id) from f join purchases p "
         "using (customer_id) group by 1 order by 1",
         5);
}

TEST_F(expert_patterns, keys_of_rows) {
    same(pg::select(col<&p::id>)
             .where(pg::row(col<&p::customer_id>, col<&p::day>)
                        .in(pg::select(col<&p::customer_id>, pg::max(col<&p::day>)).group_by(col<&p::customer_id>)))
             .order_by(col<&p::id>),
         "select id from purchases where (customer_id, day) in (select customer_id, max(day) from purchases group by 1) order by "
         "id",
         6);
    same(pg::select(col<&p::id>)
             .where(pg::row(col<&p::day>, col<&p::id>) > pg::row(pg::date("2024-02-05"), 3))
             .order_by(col<&p::day>, col<&p::id>)
             .limit(5),
         "select id from purchases where (day, id) > ('2024-02-05', 3) order by day, id limit 5", 5);
}

}  // namespace expert_patterns_test

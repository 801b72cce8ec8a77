// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/pretty.hpp>
#include <pgmodel/query/sort.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>

namespace {

namespace pg = pgmodel;
using pg::col;

struct team {
    std::int64_t id{};
    std::string name{};
};
struct person {
    std::int64_t id{};
    std::int64_t team_id{};
    std::string name{};
    std::int32_t age{};

    static constexpr auto table() {
        using p = person;
        return pg::table("people", pg::field<&p::id>.primary_key(), pg::field<&p::team_id>.references(col<&team::id>));
    }
};
using p = person;

template <class Condition>
std::string where(const Condition& condition) {
    const std::string text = pg::sql_text(pg::select(col<&p::id>).where(condition));
    const std::string before = "select id from people";
    return text == before ? "" : text.substr(before.size() + std::string(" where ").size());
}

TEST(condition, parts_are_joined_with_as_few_parentheses_as_needed) {
    pg::condition<person> c;
    EXPECT_TRUE(c.empty());
    EXPECT_EQ(where(c), "") << "an empty one holds for every row";
    c &= col<&p::age> > 5;
    EXPECT_EQ(where(c), "age > $1");
    c &= col<&p::name> == "x" || col<&p::name> == "y";
    c &= col<&p::id> != 4;
    EXPECT_EQ(where(c), "age > $1 and (name = $2 or name = $3) and id <> $4");
    c |= col<&p::id>.in({1, 2});
    c |= col<&p::id> == 3 && col<&p::age> == 4;
    EXPECT_EQ(where(c), "age > $1 and (name = $2 or name = $3) and id <> $4 or id = any($5) or id = $6 and age = $7");
    EXPECT_EQ(where(pg::condition<person>(col<&p::age> == 1)), "age = $1");
    EXPECT_EQ(where(!c), "not (" + where(c) + ")");
}

TEST(condition, two_parts_stay_together_before_what_comes_by_the_other_word) {
    pg::condition<person> either, both;
    either |= col<&p::id> == 1;
    either |= col<&p::id> == 2;
    either &= col<&p::age> > 3;
    EXPECT_EQ(where(either), "(id = $1 or id = $2) and age > $3");
    both &= col<&p::id> == 1;
    both &= col<&p::age> > 3;
    both |= col<&p::name> == "x";
    EXPECT_EQ(where(both), "id = $1 and age > $2 or name = $3");
}

TEST(condition, nested_and_empty_ones) {
    pg::condition<person> any, all, none;
    any |= col<&p::id> == 1;
    any |= col<&p::id> == 2;
    all &= col<&p::age> > 3;
    all &= any;
    all &= none;
    all |= none;
    EXPECT_EQ(where(all), "age > $1 and (id = $2 or id = $3)");
    const auto copy = all;
    all &= col<&p::name> == "x";
    EXPECT_EQ(where(copy), "age > $1 and (id = $2 or id = $3)") << "a copy stays what it was";
    none &= any;
    EXPECT_EQ(where(none), "id = $1 or id = $2");
}

TEST(condition, copies_share_their_parts_until_one_of_them_is_added_to) {
    pg::condition<person> first = col<&p::id> == 1;
    auto second = first;
    second &= col<&p::age> == 2;
    first &= col<&p::age> == 3;
    auto third = second;
    third &= third;
    const auto with_values = [](const auto& c) {
        return pg::sql_text(pg::select(col<&p::id>).where(c), pg::show_values);
    };
    EXPECT_EQ(with_values(first), "select id from people where id = '1'::bigint and age = 3");
    EXPECT_EQ(with_values(second), "select id from people where id = '1'::bigint and age = 2");
    EXPECT_EQ(where(third), "id = $1 and age = $2 and id = $3 and age = $4");
    {
        const auto fourth = third;
    }
    third &= col<&p::name> == "x";  // alone again
    EXPECT_EQ(where(third), "id = $1 and age = $2 and id = $3 and age = $4 and name = $5");
    const auto fifth = std::move(third);
    EXPECT_TRUE(third.empty());
    third |= col<&p::id> == 7;
    EXPECT_EQ(where(third), "id = $1");
    EXPECT_EQ(where(fifth), "id = $1 and age = $2 and id = $3 and age = $4 and name = $5");
}

// For the thread sanitizer.
TEST(condition, copies_belong_to_one_thread_each) {
    for (int round = 0; round < 20; ++round) {
        pg::condition<person> c = col<&p::id> == 1;
        c &= col<&p::name> == std::string(30, 'x');
        std::string texts[2];
        {
            const auto add = [mine = c](std::string& text) mutable {
                const auto before = mine;
                mine |= col<&p::age> == 2;
                mine &= before;
                text = where(mine);
            };
            std::jthread one(add, std::ref(texts[0])), other(add, std::ref(texts[1]));
        }
        c &= col<&p::age> == 3;
        EXPECT_EQ(texts[0], "(id = $1 and name = $2 or age = $3) and id = $4 and name = $5");
        EXPECT_EQ(texts[1], texts[0]);
        EXPECT_EQ(where(c), "id = $1 and name = $2 and age = $3");
    }
}

TEST(condition, texts_of_about_the_length_that_is_held_in_place) {
    constexpr auto longest = [] {
        pg::fixed_string<862> text;
        for (std::size_t i = 0; i < text.size(); ++i) text.text[i] = 'x';
        return text;
    }();
    std::size_t least = 2000, most = 0;
    for (int ids = 0; ids <= 8; ++ids) {
        pg::condition<person> c = col<&p::name> == pg::lit<longest>;
        std::string expected = "select id from people where name = '" + std::string(862, 'x') + "'";
        for (int i = 1; i <= 8; ++i) {
            if (i <= ids) c &= col<&p::id> == i;
            else c &= col<&p::age> == i;
            expected += (i <= ids ? " and id = $" : " and age = $") + std::to_string(i);
        }
        EXPECT_EQ(pg::sql_text(pg::select(col<&p::id>).where(c)), expected);
        least = std::min(least, expected.size());
        most = std::max(most, expected.size());
    }
    EXPECT_LT(least, 999u);
    EXPECT_GT(most, 1001u);
}

TEST(condition, as_many_parts_as_there_are) {
    pg::condition<person> c;
    std::string expected;
    for (int i = 1; i <= 200; ++i) {
        c |= col<&p::name> == std::string(30, 'x') + std::to_string(i);
        expected += (i == 1 ? "name = $" : " or name = $") + std::to_string(i);
        ASSERT_EQ(where(c), expected);
    }
}

TEST(condition, an_empty_one_leaves_nothing_behind) {
    const pg::condition<person> none;
    const auto a = col<&p::age> == 1;
    const auto b = col<&p::id> == 2;
    EXPECT_EQ(where(a && none), "age = $1");
    EXPECT_EQ(where(none && a), "age = $1");
    EXPECT_EQ(where(a || none), "age = $1");
    EXPECT_EQ(where(none || a), "age = $1");
    EXPECT_EQ(where(!none), "");
    EXPECT_EQ(where(!none && a), "age = $1");
    EXPECT_EQ(where(!(none && a)), "not age = $1");
    EXPECT_EQ(where(!(none || (a || b))), "not (age = $1 or id = $2)");
    EXPECT_EQ(where((a || b) && none), "age = $1 or id = $2") << "what is left needs no parentheses";
    EXPECT_EQ(where((a || b) && none && a), "(age = $1 or id = $2) and age = $3");
    EXPECT_EQ(where((a || none) && b), "age = $1 and id = $2");
    EXPECT_EQ(where((none || none) && !(none && !none)), "");
    EXPECT_EQ(where(a || (none && (a || b))), "age = $1 or age = $2 or id = $3");
    EXPECT_EQ(where(a && (none || (b && (none || a || b)))), "age = $1 and id = $2 and (age = $3 or id = $4)");
    EXPECT_EQ(where(none == pg::lit<true>), "true = true") << "a value is there, whatever it is made of";
    EXPECT_EQ(where((none && a) == pg::lit<true>), "(true and age = $1) = true");
    pg::condition<person> c = a || b;
    c &= none || none;
    c &= none || b;
    c |= !none;
    EXPECT_EQ(where(c), "(age = $1 or id = $2) and id = $3");
    EXPECT_EQ(where((none && c) || none), where(c));
    EXPECT_EQ(where(pg::exists(pg::select<team>().where(pg::condition<team>()))), "exists (select from team)");
}

TEST(condition, an_empty_one_in_other_clauses) {
    const pg::condition<person> none;
    const pg::condition<person, team> both;
    EXPECT_EQ(pg::sql_text(pg::select(col<&p::team_id>).group_by(col<&p::id>).having(none && pg::count() > 1)),
              "select team_id from people group by id having count(*) > $1");
    EXPECT_EQ(pg::sql_text(pg::select(col<&p::team_id>).group_by(col<&p::id>).having(none)),
              "select team_id from people group by id");
    EXPECT_EQ(pg::sql_text(pg::select(pg::count().filter(none), pg::count().filter(none && col<&p::age> > 1)).from(pg::model<p>)),
              "select count(*), count(*) filter (where age > $1) from people");
    EXPECT_EQ(pg::sql_text(pg::select(col<&p::id>).join(pg::model<team>).on(both)),
              "select people.id from people join team on true");
    EXPECT_EQ(pg::sql_text(pg::select(col<&p::id>).join(pg::model<team>).on(col<&team::id> == col<&p::team_id> && both)),
              "select people.id from people join team on team.id = people.team_id");
    EXPECT_EQ(pg::sql_text(pg::insert_into(pg::model<team>)
                               .values(col<&team::id> = 1, col<&team::name> = "x")
                               .on_conflict(col<&team::id>)
                               .do_update(col<&team::name> = "y")
                               .where(pg::condition<team>())),
              "insert into team (id, name) values ($1, $2) on conflict (id) do update set name = $3");
}

TEST(condition, any_number_of_parts_is_one_type_and_spans_joined_tables) {
    pg::condition<person, team> c;
    for (int i = 0; i < 3; ++i)
        c |= col<&p::age> == i;
    c &= col<&team::name>.like("A%");
    c &= pg::exists(pg::select<team>().where(col<&team::id> == 5));
    const auto query = pg::select(col<&p::name>).join(col<&p::team_id>).where(c).order_by(col<&p::id>).limit(2);
    EXPECT_EQ(
        pg::sql_text(query),
        "select people.name from people join team on people.team_id = team.id where (people.age = $1 or people.age = "
        "$2 or people.age = $3) and team.name like $4 and exists (select from team where id = $5) order by people.id "
        "limit $6");
    static_assert(std::is_same_v<decltype(query), const decltype(pg::select(col<&p::name>)
                                                                     .join(col<&p::team_id>)
                                                                     .where(pg::condition<person, team>())
                                                                     .order_by(col<&p::id>)
                                                                     .limit(1))>);
}

TEST(condition, of_groups) {
    const auto of = [](const auto& query) {
        const std::string sql = pg::sql_text(query);
        const auto at = sql.find(" group by");
        return at == std::string::npos ? sql : sql.substr(at + 1);
    };
    const auto by_name = pg::select(col<&p::name>, pg::count()).group_by(col<&p::name>);
    pg::having_condition<person> c;
    EXPECT_EQ(of(by_name.having(c)), "group by name") << "an empty one says nothing";
    c &= pg::count() > 3;
    EXPECT_EQ(of(by_name.having(c)), "group by name having count(*) > $1");
    c |= pg::max(col<&p::age>) < 50;
    const auto both = by_name.having(c);
    EXPECT_EQ(of(both), "group by name having count(*) > $1 or max(age) < $2");
    static_assert(std::is_same_v<decltype(both), const decltype(by_name.having(pg::having_condition<person>()))>);
    EXPECT_EQ(of(by_name.having(c && col<&p::name> == "a")), "group by name having (count(*) > $1 or max(age) < $2) and name = $3");
    EXPECT_EQ(of(by_name.having(!c)), "group by name having not (count(*) > $1 or max(age) < $2)");
    pg::having_condition<person> more{pg::min(col<&p::age>).is_not_null()};
    more &= c;
    EXPECT_EQ(of(by_name.where(pg::condition<person>(col<&p::age> > 1)).having(more)),
              "group by name having min(age) is not null and (count(*) > $2 or max(age) < $3)");
    // Over a join, and in a subquery that speaks of its own tables.
    pg::having_condition<person, team> of_both;
    of_both &= pg::max(col<&team::name>) == pg::min(col<&p::name>);
    EXPECT_EQ(of(pg::select(col<&p::id>).join(col<&p::team_id>).group_by(col<&p::id>).having(of_both)),
              "group by people.id having max(team.name) = min(people.name)");
    EXPECT_EQ(of(pg::select<team>().where(pg::exists(by_name.having(more)))),
              "group by name having min(age) is not null and (count(*) > $1 or max(age) < $2))");
}

TEST(condition, sort_orders_of_a_user) {
    const auto by = [](const char* text) {
        const auto query = pg::select<team>().order_by(pg::sort<team>(text, pg::allow<&team::name>()));
        return pg::sql_text(query).substr(std::string("select id, name from team order by ").size());
    };
    EXPECT_EQ(by(""), "id") << "the primary key makes the order whole";
    EXPECT_EQ(by("name"), "name, id");
    EXPECT_EQ(by(" -name , name"), "name desc, id");
    EXPECT_EQ(by("name desc"), "name desc, id");
    EXPECT_EQ(by("name asc"), "name, id");
    for (const char* refused : {"id", "name; drop table team", "Name", "name desc desc", "--name"})
        EXPECT_THROW(by(refused), pg::choice_error) << refused;
    try {
        by("secret");
        ADD_FAILURE();
    } catch (const pg::choice_error& e) {
        EXPECT_EQ(std::string(e.what()), "pgmodel: a sort order names a field that is not allowed; allowed are name");
    }
}

TEST(condition, sort_orders_over_a_join) {
    const auto by = [](const char* text) {
        const auto allowed = pg::allow<&p::age, &p::name, &team::name>();
        const auto query =
            pg::select(col<&p::id>).join(col<&p::team_id>).order_by(pg::sort<person, team>(text, allowed));
        return pg::sql_text(query).substr(
            std::string("select people.id from people join team on people.team_id = team.id order by ").size());
    };
    EXPECT_EQ(by(""), "people.id, team.id");
    EXPECT_EQ(by("-age,team.name"), "people.age desc, team.name, people.id, team.id");
    EXPECT_EQ(by("person.name desc, team.name asc"), "people.name desc, team.name, people.id, team.id");
    for (const char* refused : {"name", "id", "person.id", "team.age", "team", "team.", ".name", "people.name"})
        EXPECT_THROW(by(refused), pg::choice_error) << refused;
    try {
        by("secret");
        ADD_FAILURE();
    } catch (const pg::choice_error& e) {
        EXPECT_EQ(std::string(e.what()),
                  "pgmodel: a sort order names a field that is not allowed; allowed are age, person.name, team.name");
    }
}

// Where the primary key has no place in ORDER BY, the other fields that are allowed make the order whole.
TEST(condition, sort_orders_of_groups_and_distinct_rows) {
    const auto of = [](const auto& query) {
        const std::string sql = pg::sql_text(query);
        return sql.substr(sql.find("order by ") + 9);
    };
    const auto by = [](const char* text) { return pg::sort<person>(text, pg::allow<&p::name, &p::age>()); };
    const auto both = pg::select(col<&p::name>, col<&p::age>);
    EXPECT_EQ(of(both.group_by(col<&p::name>, col<&p::age>).order_by(by("-age"))), "age desc, name");
    EXPECT_EQ(of(both.group_by(col<&p::name>, col<&p::age>).order_by(by(""))), "name, age");
    EXPECT_EQ(of(both.group_by(col<&p::id>).order_by(by("-age"))), "age desc, id");
    EXPECT_EQ(of(both.group_by(col<&p::id>, pg::rollup(col<&p::team_id>)).order_by(by("-age"))), "age desc, id");
    EXPECT_EQ(of(both.distinct().order_by(by("-age"))), "age desc, name");
    EXPECT_EQ(of(pg::select<person>().distinct().order_by(by("-age"))), "age desc, id");
    EXPECT_EQ(of(both.distinct_on(col<&p::name>).order_by(col<&p::name>, by("-age"))), "name, age desc, id")
        << "DISTINCT ON takes more keys";
    EXPECT_EQ(of(both.union_(both).order_by(by("-name")).limit(3)), "name desc, age limit $1");
    EXPECT_EQ(of(pg::select<person>().union_all(pg::select<person>()).order_by(by("-name"))), "name desc, id");
    constexpr auto other = pg::alias<person, "other">;
    EXPECT_EQ(of(pg::select(other[col<&p::age>])
                     .from(other)
                     .except(pg::select(col<&p::age>))
                     .order_by(pg::sort<decltype(other)>("-age", pg::allow<other[col<&p::age>]>()))),
              "age desc");
    // A set operation of rows of a struct is sorted by the fields of that.
    EXPECT_EQ(of(pg::select(col<&p::id>, col<&p::name>)
                     .into<team>()
                     .union_(pg::select<team>())
                     .order_by(pg::sort<team>("-name", pg::allow<&team::id, &team::name>()))),
              "name desc, id");
    const std::string sql = pg::sql_text(pg::select(pg::count()).from(pg::subquery(pg::select<person>().order_by(by("age")).limit(2))));
    EXPECT_NE(sql.find("order by age, id"), std::string::npos) << sql;
}

TEST(condition, sort_orders_beside_names_that_into_gives) {
    const auto of = [](const auto& query) {
        const std::string sql = pg::sql_text(query);
        return sql.substr(sql.find("order by ") + 9);
    };
    const auto by = [](const char* text) { return pg::sort<person>(text, pg::allow<&p::name, &p::age>()); };
    struct shout {
        std::string name;
    };
    struct number {
        std::int32_t id;
    };
    struct label {
        std::string text;
    };
    // ORDER BY takes a name for one of the rows first.
    EXPECT_EQ(of(pg::select(pg::upper(col<&p::name>)).into<shout>().order_by(by("-name"))), "people.name desc, people.id");
    EXPECT_EQ(of(pg::select(-col<&p::age>).into<number>().order_by(by("name"))), "people.name, people.id");
    EXPECT_EQ(of(pg::select(pg::upper(col<&p::name>)).into<shout>().order_by(col<&p::age>, by("name"))),
              "people.age, people.name, people.id");
    EXPECT_EQ(of(pg::select(col<&p::name>).into<shout>().order_by(by("name"))), "name, id");
    EXPECT_EQ(of(pg::select(col<&p::name>).into<label>().order_by(by("name"))), "name, id");
    const auto names = pg::select(col<&p::name>).into<label>();
    EXPECT_EQ(of(names.union_(names).order_by(pg::sort<label>("-text", pg::allow<&label::text>()))), "text desc");
}

TEST(condition, sort_orders_with_an_alias) {
    constexpr auto other = pg::alias<person, "other">;
    const auto by = [&](const char* text) {
        const auto allowed = pg::allow<&p::age, &p::name, other[col<&p::name>], other[col<&p::age>]>();
        const auto query = pg::select(col<&p::id>)
                               .join(other)
                               .on(other[col<&p::team_id>] == col<&p::team_id>)
                               .order_by(pg::sort<person, decltype(other)>(text, allowed));
        const std::string sql = pg::sql_text(query);
        return sql.substr(sql.find("order by ") + 9);
    };
    EXPECT_EQ(by(""), "people.id, other.id");
    EXPECT_EQ(by("-other.name,person.name"), "other.name desc, people.name, people.id, other.id");
    EXPECT_THROW(by("name"), pg::choice_error);
    EXPECT_THROW(by("other.id"), pg::choice_error);
}

}  // namespace

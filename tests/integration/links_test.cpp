// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Many to many: links are set, and the rows on the far side are read for many rows at once.

#include <pgmodel.hpp>
#include <pgmodel/session/links.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <ranges>
#include <thread>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct tag {
    std::string slug{};
    std::string name{};
    bool operator==(const tag&) const = default;

    static constexpr auto table() { return pg::table("tags", pg::field<&tag::slug>.primary_key()); }
};
struct article {
    std::int64_t id{};
    std::string title{};

    static constexpr auto table() { return pg::table("articles", pg::field<&article::id>.primary_key()); }
};
struct article_tag {
    std::int64_t article_id{};
    std::string tag_slug{};
    std::int64_t number{};
    std::optional<std::string> note{};

    static constexpr auto table() {
        using l = article_tag;
        return pg::table("article_tags", pg::field<&l::article_id>.references(pg::model<article>),
                         pg::field<&l::tag_slug>.references(pg::model<tag>), pg::field<&l::number>.primary_key().identity(),
                         pg::unique(col<&l::tag_slug>, col<&l::article_id>));
    }
};
struct comment {
    std::int64_t id{};
    std::optional<std::int64_t> article_id{};
    std::string text{};

    static constexpr auto table() {
        using c = comment;
        return pg::table("comments", pg::field<&c::id>.primary_key(), pg::field<&c::article_id>.references(pg::model<article>));
    }
};

struct hint {
    std::int64_t article_id{};
    std::optional<std::string> tag_slug{};

    static constexpr auto table() {
        using h = hint;
        return pg::table("hints", pg::no_primary_key, pg::unique(col<&h::article_id>, col<&h::tag_slug>));
    }
};

TEST(links_text, is_one_statement) {
    using namespace pg::detail;
    EXPECT_EQ((rendered<set_links_statement<&article_tag::article_id, &article_tag::tag_slug>>::sql),
              "with pgmodel_gone as (delete from article_tags where article_id = $1 and tag_slug <> all($2) returning 1), "
              "pgmodel_made as (insert into article_tags (article_id, tag_slug) select distinct $1, id from unnest($2) as r (id) "
              "order by id on conflict (article_id, tag_slug) do nothing returning 1) "
              "select (select count(*) from pgmodel_made), (select count(*) from pgmodel_gone)");
    EXPECT_EQ((rendered<related_statement<article, tag, article_tag>>::sql),
              "select pgmodel_link.article_id, pgmodel_other.slug, pgmodel_other.name from article_tags as pgmodel_link "
              "join tags as pgmodel_other on pgmodel_other.slug = pgmodel_link.tag_slug "
              "where pgmodel_link.article_id = any($1) order by pgmodel_other.slug");
    EXPECT_EQ((rendered<related_statement<article, comment, comment>>::sql),
              "select pgmodel_link.article_id, pgmodel_link.id, pgmodel_link.article_id, pgmodel_link.text "
              "from comments as pgmodel_link where pgmodel_link.article_id = any($1) order by pgmodel_link.id");
}

class links : public ::testing::Test {
protected:
    std::string dsn = pgmodel_test::create_database("links");
    pg::session db{dsn};
    void SetUp() override {
        db.create_all(pg::registry<tag, article, article_tag, comment>{});
        db.insert(std::vector<tag>{{"a", "A"}, {"b", "B"}, {"c", "C"}, {"d", "D"}});
        db.insert(std::vector<article>{{1, "one"}, {2, "two"}, {3, "three"}});
    }
    auto set(std::int64_t id, const std::vector<std::string>& tags) {
        const auto done = db.set_links<&article_tag::article_id, &article_tag::tag_slug>(id, tags);
        return std::pair(done.inserted, done.removed);
    }
    std::vector<std::string> tags_of(std::int64_t id) {
        return db.all(pg::select(col<&article_tag::tag_slug>).where(col<&article_tag::article_id> == id).order_by(col<&article_tag::tag_slug>));
    }
    using counts = std::pair<std::uint64_t, std::uint64_t>;
};

TEST_F(links, insert_the_missing_and_remove_the_rest) {
    EXPECT_EQ(set(1, {"b", "a", "b"}), counts(2, 0)) << "named twice is there once";
    db.execute("update article_tags set note = 'kept' where tag_slug = 'b'");
    EXPECT_EQ(set(2, {"a"}), counts(1, 0));
    EXPECT_EQ(set(1, {"b", "c", "d"}), counts(2, 1));
    EXPECT_EQ(tags_of(1), (std::vector<std::string>{"b", "c", "d"}));
    EXPECT_EQ(tags_of(2), (std::vector<std::string>{"a"})) << "those of others stay";
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from article_tags where note = 'kept'"), 1) << "what stays is not written";
    EXPECT_EQ(set(1, {"b", "c", "d"}), counts(0, 0));
    EXPECT_EQ(set(1, {}), counts(0, 3));
    const auto two = db.set_links<&article_tag::article_id, &article_tag::tag_slug>(1, {"a", "d"});
    EXPECT_EQ(two.inserted, 2u);
}

TEST_F(links, of_a_column_that_may_be_null) {
    db.create_all(pg::registry<hint>{});
    db.insert(std::vector<hint>{{1, "a"}, {1, {}}, {2, {}}});
    const auto done = db.set_links<&hint::article_id, &hint::tag_slug>(1, {"a", "b"});
    EXPECT_EQ(counts(done.inserted, done.removed), counts(1, 1)) << "what is in no list goes";
    EXPECT_EQ(db.count<hint>(), 3);
}

TEST_F(links, of_one_row_by_many_at_once) {
    std::vector<std::string> tags;
    for (int i = 0; i < 300; ++i) tags.push_back("t" + std::to_string(i));
    std::vector<tag> rows;
    for (const auto& slug : tags) rows.push_back({slug, ""});
    db.insert(rows);
    std::vector<std::thread> threads;
    std::atomic<int> failed = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([this, &failed, i, tags]() mutable {
            pg::session own{dsn};
            for (int run = 0; run < 5; ++run) {
                std::rotate(tags.begin(), tags.begin() + 37 * (i + 1), tags.end());
                if (i % 2) std::reverse(tags.begin(), tags.end());
                const std::vector<std::string> some(tags.begin(), tags.begin() + 200);
                try {
                    own.set_links<&article_tag::article_id, &article_tag::tag_slug>(3, some);
                } catch (const pg::error&) {
                    ++failed;
                }
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(failed, 0) << "nobody waits for somebody who waits for him";
}

TEST_F(links, to_what_is_not_there) {
    set(1, {"a"});
    try {
        set(1, {"b", "nowhere"});
        FAIL();
    } catch (const pg::foreign_key_violation& e) {
        EXPECT_EQ(e.field(), "tag_slug");
    }
    EXPECT_EQ(tags_of(1), (std::vector<std::string>{"a"})) << "nothing was done";
}

TEST_F(links, are_read_for_many_rows) {
    set(1, {"c", "a"});
    set(3, {"a"});
    const auto articles = db.all(pg::select<article>().order_by(col<&article::id>.desc()));
    const auto tags = db.related<tag, article_tag>(articles);
    const auto names = [&](const article& a) {
        std::string all;
        for (const tag& t : tags.of(a)) all += t.name;
        return all;
    };
    EXPECT_EQ(names(articles[2]), "AC");
    EXPECT_EQ(names(articles[1]), "");
    EXPECT_EQ(names(articles[0]), "A");
    EXPECT_EQ(names(article{.id = 1}), "AC") << "a row is recognised by its key";
    EXPECT_EQ(names(article{.id = 9}), "");
    EXPECT_EQ(tags.rows().size(), 3u);
    EXPECT_TRUE((db.related<tag, article_tag>(std::vector<article>{}).rows().empty()));
}

TEST_F(links, children_of_many_parents) {
    db.insert(std::vector<comment>{{1, 1, "x"}, {2, {}, "nobody's"}, {3, 2, "y"}, {4, 1, "z"}});
    const auto articles = db.all(pg::select<article>());
    const auto comments = db.related<comment>(articles);
    ASSERT_EQ(comments.of(article{.id = 1}).size(), 2u);
    EXPECT_EQ(comments.of(article{.id = 1})[1].text, "z");
    EXPECT_EQ(comments.of(article{.id = 3}).size(), 0u);
}

struct person {
    std::int64_t id{};
    std::string name{};
    std::optional<std::string> nick{};

    static constexpr auto table() { return pg::table("people", pg::field<&person::id>.primary_key(), pg::field<&person::nick>.unique()); }
};
struct book {
    std::int64_t id{};
    std::int64_t author_id{};
    std::optional<std::int64_t> editor_id{};
    std::optional<std::string> owner{};
    std::int32_t year{};

    static constexpr auto table() {
        using b = book;
        return pg::table("books", pg::field<&b::id>.primary_key(), pg::field<&b::author_id>.references(pg::model<person>),
                         pg::field<&b::editor_id>.references(pg::model<person>), pg::field<&b::owner>.references(col<&person::nick>));
    }
};
struct friendship {
    std::int64_t from_id{};
    std::int64_t to_id{};

    static constexpr auto table() {
        using f = friendship;
        return pg::table("friendships", pg::primary_key(col<&f::from_id>, col<&f::to_id>),
                         pg::field<&f::from_id>.references(pg::model<person>), pg::field<&f::to_id>.references(pg::model<person>));
    }
};
TEST_F(links, by_the_column_that_is_named) {
    db.create_all(pg::registry<person, book, friendship>{});
    db.insert(std::vector<person>{{1, "Ann", "a"}, {2, "Ben", {}}, {3, "Cid", "c"}});
    db.insert(std::vector<book>{{1, 1, 2, "c", 2001}, {2, 1, {}, "a", 2002}, {3, 2, 1, {}, 2003}, {4, 1, 2, "a", 2004}});
    db.insert(std::vector<friendship>{{1, 2}, {1, 3}, {3, 1}});
    const auto people = db.all(pg::select<person>().order_by(col<&person::id>));
    const auto numbers = [](const auto& rows) {
        std::string all;
        for (const auto& row : rows) all += std::to_string(row.id);
        return all;
    };
    const auto edited = db.related<book, pg::via<&book::editor_id>>(people);
    EXPECT_EQ(numbers(edited.of(people[0])), "3");
    EXPECT_EQ(numbers(edited.of(people[1])), "14");
    EXPECT_EQ(numbers(edited.of(people[2])), "");
    const auto owned = db.related<book, pg::via<&book::owner>>(people);
    EXPECT_EQ(numbers(owned.of(people[0])), "24");
    EXPECT_EQ(numbers(owned.of(people[1])), "") << "a row whose key is NULL has none";
    EXPECT_EQ(owned.rows().size(), 3u);
    const auto friends = db.related<person, pg::via<&friendship::from_id, &friendship::to_id>>(people);
    EXPECT_EQ(numbers(friends.of(people[0])), "23");
    EXPECT_EQ(numbers(friends.of(people[2])), "1");
    const auto named_by = db.related<person, pg::via<&friendship::to_id, &friendship::from_id>>(people);
    EXPECT_EQ(numbers(named_by.of(people[1])), "1");
}

struct sheet {
    std::string tenant{};
    std::int64_t number{};
    std::string title{};

    static constexpr auto table() { return pg::table("sheets", pg::primary_key(col<&sheet::tenant>, col<&sheet::number>)); }
};
struct cell {
    std::int64_t id{};
    std::string tenant{};
    std::optional<std::int64_t> sheet_number{};
    std::string text{};

    static constexpr auto table() {
        using c = cell;
        return pg::table("cells", pg::field<&c::id>.primary_key(),
                         pg::foreign_key(col<&c::tenant>, col<&c::sheet_number>).references(col<&sheet::tenant>, col<&sheet::number>));
    }
};
TEST_F(links, along_a_key_of_several_columns) {
    EXPECT_EQ((pg::detail::rendered<pg::detail::related_statement<sheet, cell, cell>>::sql),
              "select pgmodel_link.tenant, pgmodel_link.sheet_number, pgmodel_link.id, pgmodel_link.tenant, "
              "pgmodel_link.sheet_number, pgmodel_link.text from cells as pgmodel_link where (pgmodel_link.tenant, "
              "pgmodel_link.sheet_number) in (select * from unnest($1, $2)) order by pgmodel_link.id");
    db.create_all(pg::registry<sheet, cell>{});
    db.insert(std::vector<sheet>{{"x", 1, "one"}, {"x", 2, "two"}, {"y", 1, "other"}});
    db.insert(std::vector<cell>{{1, "x", 1, "a"}, {2, "y", 1, "b"}, {3, "x", 1, "c"}, {4, "x", {}, "d"}, {5, "x", 2, "e"}});
    const std::vector<sheet> sheets{{"x", 1, ""}, {"y", 1, ""}, {"y", 2, ""}};
    const auto cells = db.related<cell>(sheets);
    EXPECT_EQ(cells.rows().size(), 3u);
    ASSERT_EQ(cells.of(sheets[0]).size(), 2u);
    EXPECT_EQ(cells.of(sheets[0])[1].text, "c");
    ASSERT_EQ(cells.of(sheets[1]).size(), 1u);
    EXPECT_EQ(cells.of(sheets[1])[0].text, "b");
    EXPECT_TRUE(cells.of(sheets[2]).empty());
}

struct pin {
    std::int64_t person_id{};
    std::string tenant{};
    std::int64_t number{};

    static constexpr auto table() {
        using p = pin;
        return pg::table("pins", pg::primary_key(col<&p::person_id>, col<&p::tenant>, col<&p::number>),
                         pg::field<&p::person_id>.references(pg::model<person>),
                         pg::foreign_key(col<&p::tenant>, col<&p::number>).references(col<&sheet::tenant>, col<&sheet::number>));
    }
};
TEST_F(links, to_a_key_of_several_columns) {
    db.create_all(pg::registry<person, sheet, pin>{});
    db.insert(std::vector<person>{{1, "Ann", {}}, {2, "Ben", {}}});
    db.insert(std::vector<sheet>{{"x", 1, "one"}, {"x", 2, "two"}, {"y", 1, "other"}});
    db.insert(std::vector<pin>{{1, "x", 2}, {1, "y", 1}, {2, "x", 1}});
    const auto people = db.all(pg::select<person>().order_by(col<&person::id>));
    const auto sheets = db.related<sheet, pin>(people);
    ASSERT_EQ(sheets.of(people[0]).size(), 2u) << "both columns join";
    EXPECT_EQ(sheets.of(people[0])[0].title, "two");
    EXPECT_EQ(sheets.of(people[0])[1].title, "other");
    ASSERT_EQ(sheets.of(people[1]).size(), 1u);
    EXPECT_EQ(sheets.of(people[1])[0].title, "one");
}

TEST_F(links, rows_of_any_query_by_a_field) {
    db.insert(std::vector<comment>{{1, 1, "x"}, {2, {}, "nobody's"}, {3, 2, "y"}, {4, 1, "z"}, {5, 1, "w"}});
    const auto articles = db.all(pg::select<article>());
    const auto newest = pg::grouped<&comment::article_id>(
        db.all(pg::select<comment>()
                   .where(col<&comment::article_id>.in(articles | std::views::transform(&article::id)) && col<&comment::text> != "x")
                   .order_by(col<&comment::id>.desc())));
    ASSERT_EQ(newest.of(1).size(), 2u);
    EXPECT_EQ(newest.of(1)[0].text, "w");
    EXPECT_EQ(newest.of(1)[1].text, "z");
    EXPECT_EQ(newest.of(2).size(), 1u);
    EXPECT_TRUE(newest.of(3).empty());
    const auto all = pg::grouped<&comment::article_id>(db.all(pg::select<comment>().order_by(col<&comment::id>)));
    ASSERT_EQ(all.rows().size(), 5u);
    EXPECT_EQ(all.rows().back().text, "nobody's") << "a row of no key is no one's";
    const auto by_text = pg::grouped<&comment::text>(std::vector<comment>{{1, 1, "b"}, {2, 1, "a"}, {3, 2, "b"}});
    EXPECT_EQ(by_text.of("b").size(), 2u);
}

}  // namespace

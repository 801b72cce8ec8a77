// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Keyset pages: that a walk through them is the whole query, whatever the data, and that the server finds each by an
// index.

#include <pgmodel.hpp>
#include <pgmodel/session/explain.hpp>
#include <pgmodel/session/keyset.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct author {
    std::int64_t id{};
    std::string name{};
};
struct note {
    std::int64_t id{};
    std::int64_t author_id{};
    std::int32_t score{};
    std::optional<std::int32_t> rank{};
    std::optional<std::string> title{};
    pg::timestamptz made{};

    static constexpr auto table() {
        using n = note;
        return pg::table("notes", pg::field<&n::id>.primary_key().identity(),
                         pg::field<&n::author_id>.references(col<&author::id>), pg::index(col<&n::score>, col<&n::id>),
                         pg::index(col<&n::score>.desc(), col<&n::made>, col<&n::id>),
                         pg::index(col<&n::rank>, col<&n::id>));
    }
};

struct spot {
    std::int32_t x{};
    std::optional<std::int32_t> y{};
    auto operator<=>(const spot&) const = default;
};
struct far_spot {
    spot value{};
    static constexpr auto domain() { return pg::domain("far_spot", pg::check(pg::domain_value<far_spot>.is_distinct_from(spot{}))); }
    auto operator<=>(const far_spot&) const = default;
};
struct marker {
    std::int64_t id{};
    std::optional<spot> at{};
    std::optional<far_spot> away{};

    static constexpr auto table() { return pg::table("markers", pg::field<&marker::id>.primary_key()); }
};

class keyset : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("keyset");
        pg::session db(dsn());
        db.create_all(pg::registry<author, note>{});
        db.insert(std::vector<author>{{.name = "Ada"}, {.name = "Bob"}});
    }
    /// Few different values, many of them NULL.
    void fill(std::size_t rows, unsigned seed) {
        std::mt19937 random(seed);
        const auto below = [&random](unsigned n) { return static_cast<int>(random() % n); };
        std::vector<note> all;
        for (std::size_t i = 0; i < rows; ++i) {
            note n{.author_id = 1 + below(2),
                   .score = below(4) - 1,
                   .made = pg::timestamptz::parse("2026-01-0" + std::to_string(1 + below(3)) + " 00:00:00+00").value()};
            if (below(3) > 0)
                n.rank = below(3);
            if (below(3) > 0)
                n.title = std::string(1, static_cast<char>("aBc"[below(3)]));
            all.push_back(n);
        }
        db.execute_script("truncate notes");
        db.insert(std::move(all));
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    pg::session db{dsn()};
};

template <class Row>
std::vector<std::int64_t> ids(const std::vector<Row>& rows) {
    std::vector<std::int64_t> out;
    for (const auto& row : rows) {
        if constexpr (std::is_same_v<Row, note>)
            out.push_back(row.id);
        else
            out.push_back(row);
    }
    return out;
}
/// Walks through all pages and back again.
template <class Query>
void walk(pg::connection& db, const Query& q) {
    const auto whole = ids(db.all(q));
    for (std::int64_t size : {1, 2, 3, 7, 100}) {
        const auto last = pg::keyset(db, q, size, pg::last_page);
        const std::size_t tail = std::min(whole.size(), static_cast<std::size_t>(size));
        ASSERT_EQ(ids(last.rows), std::vector(whole.end() - static_cast<std::ptrdiff_t>(tail), whole.end()));
        ASSERT_FALSE(last.has_next());
        ASSERT_EQ(last.has_previous(), tail < whole.size());
        if (last.has_previous()) {
            ASSERT_EQ(ids(pg::keyset(db, q, 1, last.previous).rows), std::vector{whole[whole.size() - tail - 1]});
        }
        std::vector<std::int64_t> forward, back;
        std::optional<pg::cursor> at;
        auto page = pg::keyset(db, q, size);
        ASSERT_FALSE(page.has_previous());
        for (;;) {
            for (auto id : ids(page.rows))
                forward.push_back(id);
            ASSERT_LE(page.rows.size(), static_cast<std::size_t>(size));
            if (!page.has_next())
                break;
            ASSERT_EQ(page.rows.size(), static_cast<std::size_t>(size));
            page = pg::keyset(db, q, size, page.next);
            ASSERT_TRUE(page.has_previous() && !page.rows.empty());
        }
        ASSERT_EQ(forward, whole) << pg::sql_text(q) << " by " << size;
        for (;;) {
            const auto here = ids(page.rows);
            back.insert(back.begin(), here.begin(), here.end());
            if (!page.has_previous())
                break;
            page = pg::keyset(db, q, size, page.previous);
            ASSERT_TRUE(page.has_next() && !page.rows.empty());
        }
        ASSERT_EQ(back, whole) << pg::sql_text(q) << " back by " << size;
    }
}

TEST_F(keyset, pages_are_the_whole_query_in_its_order) {
    const auto all = pg::select<note>();
    const auto some = pg::select(col<&note::id>).from(pg::model<note>);
    for (unsigned seed : {1u, 2u}) {
        fill(60, seed);
        walk(db, all.order_by(col<&note::id>));
        walk(db, all.order_by(col<&note::score>.desc(), col<&note::id>.desc()));
        walk(db, some.order_by(col<&note::score>.desc(), col<&note::made>, col<&note::id>.desc()));
        walk(db, some.order_by(col<&note::rank>, col<&note::id>));
        walk(db, some.order_by(col<&note::rank>.desc(), col<&note::title>, col<&note::id>.desc()));
        walk(db, some.order_by(col<&note::rank>.asc().nulls_first(), col<&note::title>.desc().nulls_last(),
                               col<&note::id>));
        walk(db, some.order_by(col<&note::score>, col<&note::rank>.desc().nulls_last(),
                               col<&note::title>.asc().nulls_first(), col<&note::id>));
        walk(db, some.where(col<&note::score> >= 0).order_by(pg::lower(col<&note::title>), col<&note::id>));
        walk(db, some.order_by(pg::cast<pg::date>(col<&note::made>), col<&note::made>.desc(), col<&note::id>));
        walk(db, some.join(col<&note::author_id>).order_by(col<&author::name>.desc(), col<&note::id>));
    }
    fill(0, 1);
    walk(db, all.order_by(col<&note::id>));
}
TEST_F(keyset, pages_are_not_shifted_by_what_is_added_and_removed) {
    fill(10, 3);
    const auto q = pg::select(col<&note::id>).order_by(col<&note::id>);
    const auto whole = db.all(q);
    const auto first = pg::keyset(db, q, 3);
    db.remove<note>(whole[0]);
    db.remove<note>(whole[2]);
    const auto second = pg::keyset(db, q, 3, first.next);
    EXPECT_EQ(second.rows, std::vector(whole.begin() + 3, whole.begin() + 6));
    EXPECT_EQ(pg::keyset(db, q, 3, second.previous).rows, std::vector{whole[1]});
}
TEST_F(keyset, a_page_that_has_lost_its_rows_knows_its_neighbours) {
    fill(4, 4);
    const auto q = pg::select(col<&note::id>).order_by(col<&note::id>);
    const auto whole = db.all(q);
    const auto first = pg::keyset(db, q, 2);
    db.remove<note>(whole[2]);
    db.remove<note>(whole[3]);
    const auto empty = pg::keyset(db, q, 2, first.next);
    EXPECT_TRUE(empty.rows.empty() && !empty.has_next());
    EXPECT_EQ(pg::keyset(db, q, 2, empty.previous).rows, (std::vector{whole[0], whole[1]}));
    db.execute_script("delete from notes");
    const auto none = pg::keyset(db, q, 2, empty.previous);
    EXPECT_TRUE(none.rows.empty() && !none.has_previous() && none.has_next());
}
TEST_F(keyset, takes_placeholders_and_structs) {
    fill(30, 5);
    struct line {
        std::int64_t id;
        std::string author;
    };
    const auto q = pg::select(col<&note::id>, col<&author::name>)
                       .from(pg::model<note>)
                       .join(col<&note::author_id>)
                       .where(col<&note::score> < pg::arg<int, "score">)
                       .order_by(col<&author::name>, col<&note::id>)
                       .into<line>();
    const auto whole = db.all(q, pg::bind<"score">(2));
    const auto first = pg::keyset(db, q, 4, {}, pg::bind<"score">(2));
    const auto second = pg::keyset(db, q, 4, first.next, pg::bind<"score">(2));
    ASSERT_EQ(second.rows.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_EQ(second.rows[i].id, whole.at(4 + i).id);
}
TEST_F(keyset, cursors_are_checked) {
    fill(10, 6);
    const auto q = pg::select(col<&note::id>).order_by(col<&note::rank>, col<&note::id>);
    const auto page = pg::keyset(db, q, 3);
    std::string text = page.next->str();
    EXPECT_EQ(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), text.npos);
    EXPECT_EQ(pg::keyset(db, q, 3, pg::cursor(text)).rows, pg::keyset(db, q, 3, page.next).rows);
    text[20] = text[20] == 'A' ? 'B' : 'A';
    EXPECT_THROW(pg::keyset(db, q, 3, pg::cursor(text)), pg::cursor_error);
    EXPECT_FALSE(pg::keyset(db, q, 3, pg::cursor("")).has_previous()) << "the first page";
    EXPECT_THROW(pg::keyset(db, q.order_by(col<&note::id>), 3, page.next), pg::cursor_error);
    EXPECT_THROW(pg::keyset(db, q, 0), pg::usage_error);
}
TEST_F(keyset, pages_are_found_by_an_index) {
    db.execute_script("truncate notes; insert into notes (author_id, score, rank, made) select 1, n / 10, nullif(n % "
                      "5000, 0), now() + n * interval "
                      "'1 second' from generate_series(1, 20000) n; insert into notes (author_id, score, made) select "
                      "1, 0, now() from "
                      "generate_series(1, 5000); analyze notes");
    const auto ends_early = [](const pg::query_plan& plan) {
        const auto* scan = plan.find([](const pg::plan_node& n) { return n.relation == "notes"; });
        return scan && !scan->index_condition.empty() && scan->actual_rows.value_or(0) <= 21 &&
               scan->rows_removed.value_or(0) <= 25 && !plan.has("Sort") && !plan.scans(pg::model<note>);
    };
    const auto check = [&](const auto& q, std::int64_t offset, const auto&... index) {
        auto page = pg::keyset(db, q, offset);
        ASSERT_TRUE(page.has_next());
        const auto next = pg::explain(db, pg::keyset_query(q, 20, *page.next), {.analyze = true});
        EXPECT_TRUE(next.uses_index(index...) && ends_early(next)) << next;
        page = pg::keyset(db, q, 20, page.next);
        const auto back = pg::explain(db, pg::keyset_query(q, 20, *page.previous), {.analyze = true});
        EXPECT_TRUE(back.uses_index(index...) && ends_early(back)) << back;
    };
    check(pg::select<note>().order_by(col<&note::score>, col<&note::id>), 15000, col<&note::score>, col<&note::id>);
    check(pg::select<note>().order_by(col<&note::score>.desc(), col<&note::made>, col<&note::id>), 15000,
          col<&note::score>, col<&note::made>, col<&note::id>);
    check(pg::select<note>().order_by(col<&note::rank>, col<&note::id>), 15000, col<&note::rank>, col<&note::id>);
    check(pg::select<note>().order_by(col<&note::rank>, col<&note::id>), 23000, col<&note::rank>, col<&note::id>);
}

// IS NULL of a composite value asks its attributes: of one that has a NULL among others, neither it nor IS NOT NULL is true.
TEST_F(keyset, keys_of_several_values_some_of_which_are_null) {
    db.create_all(pg::registry<marker>{});
    db.insert(std::vector<marker>{{1, std::nullopt, far_spot{{1, std::nullopt}}},
                                  {2, spot{1, std::nullopt}, std::nullopt},
                                  {3, spot{1, 2}, far_spot{{1, 5}}},
                                  {4, spot{1, std::nullopt}, far_spot{{1, 5}}},
                                  {5, std::nullopt, std::nullopt}});
    const auto walk = [this](const auto& query) {
        std::vector<std::int64_t> found;
        std::optional<pg::cursor> at;
        do {
            const auto page = pg::keyset(db, query, 1, at);
            for (const auto id : page.rows) found.push_back(id);
            at = page.next;
        } while (at && found.size() < 9);
        return found;
    };
    const auto all = [&](const auto& query) { EXPECT_EQ(walk(query), db.all(query)); };
    constexpr auto by = pg::select(col<&marker::id>);
    all(by.order_by(col<&marker::at>, col<&marker::id>));
    all(by.order_by(col<&marker::at>.desc(), col<&marker::id>));
    all(by.order_by(col<&marker::away>.nulls_first(), col<&marker::at>.desc(), col<&marker::id>));
    all(by.order_by(col<&marker::id>, col<&marker::away>));
}

}  // namespace

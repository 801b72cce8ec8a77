// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Soft delete: remove() marks, everything else does not see marked rows unless it says so.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/partitions.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/session/copy_csv.hpp>
#include <pgmodel/session/explain.hpp>
#include <pgmodel/session/get_or_insert.hpp>
#include <pgmodel/session/keyset.hpp>
#include <pgmodel/session/links.hpp>
#include <pgmodel/session/soft_delete.hpp>
#include <pgmodel/session/upsert_many.hpp>
#include <pgmodel/types/range.hpp>

#include <gtest/gtest.h>

#include <sstream>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct author {
    std::int64_t id{};
    std::string name{};
    bool gone = false;

    static constexpr auto table() {
        using a = author;
        return pg::table("authors", pg::field<&a::id>.primary_key().identity(), pg::field<&a::name>.unique(),
                         pg::field<&a::gone>.server_default(false).soft_delete());
    }
};
struct article {
    std::int64_t id{};
    std::optional<std::int64_t> author_id{};
    std::string slug{};
    std::string title{};
    std::int32_t revision{};
    std::optional<pg::timestamptz> deleted_at{};

    static constexpr auto table() {
        using a = article;
        return pg::table("articles", pg::field<&a::id>.primary_key().identity(), pg::field<&a::slug>.unique(),
                         pg::field<&a::author_id>.references(pg::model<author>), pg::field<&a::revision>.version(),
                         pg::field<&a::deleted_at>.soft_delete());
    }
};
struct stay {
    std::int64_t id{};
    std::int64_t room{};
    pg::range<pg::date> days{};
    bool cancelled = false;

    static constexpr auto table() {
        using s = stay;
        return pg::table("stays", pg::field<&s::id>.primary_key().identity(), pg::field<&s::cancelled>.soft_delete(),
                         pg::exclude(col<&s::days>.with(pg::op<"&&">)).using_gist());
    }
};
struct sale {
    std::int32_t year{};
    std::int64_t number{};
    std::int32_t amount{};
    bool cancelled = false;

    static constexpr auto table() {
        using s = sale;
        return pg::table("sales", pg::no_primary_key, pg::unique(col<&s::year>, col<&s::number>), pg::partition_by_list(col<&s::year>),
                         pg::field<&s::cancelled>.soft_delete());
    }
};
inline constexpr pg::registry<author, article> blog{};
using a = article;

std::string titles(const std::vector<article>& rows) {
    std::string all;
    for (const auto& row : rows)
        all += row.title + ' ';
    return all;
}

class SoftDelete : public testing::Test {
protected:
    SoftDelete() {
        db.create_all(blog);
        ada = db.insert(author{.name = "Ada"});
        rows = db.insert(std::vector<article>{{.author_id = ada.id, .slug = "a", .title = "A"},
                                              {.author_id = ada.id, .slug = "b", .title = "B"},
                                              {.slug = "c", .title = "C"}});
    }
    std::int64_t all_rows() { return db.count(pg::select<a>().with_removed()); }

    pg::session db{pgmodel_test::create_database("soft_delete")};
    author ada;
    std::vector<article> rows;
};

TEST_F(SoftDelete, RemovedRowsAreLeftOutEverywhere) {
    db.remove(rows[1]);
    EXPECT_EQ(all_rows(), 3);
    EXPECT_EQ(db.count<a>(), 2);
    EXPECT_FALSE(db.exists<a>(rows[1].id));
    EXPECT_FALSE(db.find<a>(rows[1].id));
    EXPECT_THROW(db.get<a>(rows[1].id), pg::not_found);
    const auto q = pg::select<a>().order_by(col<&a::id>);
    EXPECT_EQ(titles(db.all(q)), "A C ");
    EXPECT_EQ(titles(db.all(q.with_removed())), "A B C ");
    EXPECT_EQ(db.count(q), 2);
    EXPECT_FALSE(db.exists(pg::select<a>().where(col<&a::slug> == "b")));
    EXPECT_EQ(titles(db.all(pg::select<a>().where(pg::condition<a>{}))), "A C ");
    const auto page = db.page(q, 1, 5);
    EXPECT_EQ(page.total, 2);
    EXPECT_TRUE(page.rows.empty());
    const auto first = pg::keyset(db, q, 1);
    EXPECT_EQ(titles(pg::keyset(db, q, 1, first.next).rows), "C ");
    EXPECT_EQ(titles(db.related<article>(std::vector{ada}).rows()), "A ");
    std::ostringstream csv;
    pg::copy_csv(db, pg::select(col<&a::slug>).order_by(col<&a::id>), csv);
    EXPECT_EQ(csv.str(), "slug\na\nc\n");
    EXPECT_TRUE(pg::migrate::compare(db, blog).empty());
    // One that is held already is read as it is.
    db.refresh(rows[1]);
    EXPECT_TRUE(rows[1].deleted_at);
    EXPECT_EQ(rows[1].revision, 1);
}

TEST_F(SoftDelete, RemoveIsDoneOnce) {
    EXPECT_TRUE(db.remove<a>(rows[0].id));
    EXPECT_FALSE(db.remove<a>(rows[0].id));
    EXPECT_THROW(db.remove(rows[0]), pg::version_conflict);
    db.remove(ada);
    EXPECT_THROW(db.remove(ada), pg::not_found);
}

TEST_F(SoftDelete, ARemovedRowKnowsItAndCanBeRestored) {
    const auto before = rows[0];
    db.remove(rows[0]);
    EXPECT_EQ(rows[0].revision, before.revision + 1);
    EXPECT_TRUE(rows[0].deleted_at);
    EXPECT_EQ(rows[0].deleted_at, db.one(pg::select<a>().with_removed().where(col<&a::id> == before.id)).deleted_at);
    EXPECT_EQ(rows[0].title, "A");
    db.restore(rows[0]);
    EXPECT_EQ(rows[0].revision, before.revision + 2);
    EXPECT_FALSE(rows[0].deleted_at);
    db.update(rows[0]);

    // A constant stays what it was.
    const auto constant = rows[0];
    db.remove(constant);
    EXPECT_THROW(db.restore(rows[0]), pg::version_conflict);
    db.refresh(rows[0]);
    db.restore(rows[0]);
    db.remove(article(rows[0]));
    EXPECT_THROW(db.remove(rows[0]), pg::version_conflict);
    EXPECT_FALSE(rows[0].deleted_at) << "what fails changes nothing";

    db.remove(ada);
    EXPECT_TRUE(ada.gone);
    db.restore(ada);
    EXPECT_FALSE(ada.gone);
}

TEST_F(SoftDelete, RemovedRowsAreNotChanged) {
    auto held = rows[0];
    db.remove(rows[0]);
    held.title = "x";
    EXPECT_THROW(db.update(held), pg::version_conflict);
    EXPECT_FALSE((db.update<a>(held.id, col<&a::title> = "x")));
    EXPECT_EQ(db.execute(pg::update(pg::model<a>).set(col<&a::title> = "x").all_rows()), 2u);
    EXPECT_EQ(db.execute(pg::update(pg::model<a>).with_removed().set(col<&a::title> = "y").all_rows()), 3u);
}

TEST_F(SoftDelete, AnUpdateOfAllColumnsLeavesTheMarkAlone) {
    rows[0].deleted_at = pg::timestamptz{};
    db.update(rows[0]);
    EXPECT_TRUE(db.find<a>(rows[0].id));
    db.update<&a::deleted_at>(rows[0]);
    EXPECT_FALSE(db.find<a>(rows[0].id));
}

TEST_F(SoftDelete, KeysAreFreeAgain) {
    EXPECT_THROW(db.insert(article{.slug = "a"}), pg::unique_violation);
    db.remove(rows[0]);
    const auto again = db.insert(article{.slug = "a", .title = "A2"});
    try {
        db.insert(article{.slug = "a"});
        ADD_FAILURE();
    } catch (const pg::unique_violation& e) {
        EXPECT_EQ(e.field(), "slug");
        EXPECT_EQ(e.constraint(), "articles_slug_idx");
    }
    EXPECT_THROW(db.restore(rows[0]), pg::unique_violation);
    EXPECT_TRUE(rows[0].deleted_at);
    db.remove(again);
    db.restore(rows[0]);
    EXPECT_FALSE(rows[0].deleted_at);
    EXPECT_EQ(rows[0].revision, 2);
    EXPECT_EQ(db.get<a>(rows[0].id).title, "A");
}

TEST_F(SoftDelete, UpsertsAreAmongTheOthers) {
    db.remove(rows[0]);
    auto made = db.upsert<&a::slug>(article{.slug = "a", .title = "A2"});
    EXPECT_NE(made.id, rows[0].id);
    made = db.upsert<&a::slug>(article{.slug = "a", .title = "A3"});
    EXPECT_EQ(db.get<a>(made.id).title, "A3");
    auto counts = db.upsert<&a::slug>(std::vector<article>{{.slug = "a", .title = "A4"}, {.slug = "d", .title = "D"}});
    EXPECT_EQ(counts.inserted, 1u);
    EXPECT_EQ(counts.updated, 1u);
    EXPECT_EQ(db.get_or_insert<&a::slug>(article{.slug = "a"}).row.title, "A4");
    db.remove<a>(made.id);
    auto [row, created] = db.get_or_insert<&a::slug>(article{.slug = "a", .title = "A5"});
    EXPECT_TRUE(created);
    EXPECT_EQ(row.title, "A5");
    db.execute(pg::insert_into(pg::model<author>).values(col<&author::name> = "Ada").on_conflict(col<&author::name>).do_nothing());
    EXPECT_EQ(db.count<author>(), 1);
}

// The primary key is of all rows, so a row that is given again by it is there again.
TEST_F(SoftDelete, AnUpsertByThePrimaryKeyRestores) {
    db.remove(ada);
    EXPECT_TRUE(db.get_or_insert<&author::id>(author{.id = ada.id}).row.gone);
    db.upsert<&author::id>(author{.id = ada.id, .name = "Ada L."});
    EXPECT_EQ(db.get<author>(ada.id).name, "Ada L.");
}

TEST_F(SoftDelete, RestoreAndPurge) {
    EXPECT_FALSE(db.restore<a>(rows[0].id));
    EXPECT_THROW(db.restore(rows[0]), pg::version_conflict);
    EXPECT_THROW(db.restore(ada), pg::not_found);
    db.remove<a>(rows[0].id);
    EXPECT_TRUE(db.restore<a>(rows[0].id));
    EXPECT_TRUE(db.find<a>(rows[0].id));
    db.remove<a>(rows[0].id);
    EXPECT_TRUE(db.purge<a>(rows[0].id));
    EXPECT_FALSE(db.purge<a>(rows[0].id));
    db.purge(rows[1]);
    EXPECT_THROW(db.purge(rows[1]), pg::version_conflict);
    EXPECT_EQ(all_rows(), 1);
    db.remove<a>(rows[2].id);
    EXPECT_EQ(db.execute(pg::delete_from(pg::model<a>).with_removed().where(col<&a::deleted_at> <= pg::now())), 1u);
    EXPECT_EQ(all_rows(), 0);
}

TEST_F(SoftDelete, JoinsLeaveOutWhatTheyLeadTo) {
    db.remove(ada);
    const auto from = pg::select(pg::model<a>, col<&author::name>).from(pg::model<a>);
    EXPECT_EQ(db.all(from.join(col<&a::author_id>)).size(), 0u);
    EXPECT_EQ(db.all(from.join(pg::with_removed(pg::model<author>))).size(), 2u);
    const auto with_authors = db.all(from.left_join(col<&a::author_id>));
    ASSERT_EQ(with_authors.size(), 3u);
    for (const auto& [row, name] : with_authors)
        EXPECT_FALSE(name);
    EXPECT_EQ(db.all(from.left_join(col<&a::author_id>).order_by(col<&author::name>).for_update().of(pg::model<a>)).size(), 3u);
    const auto right = pg::select(col<&author::name>, col<&a::title>).from(pg::model<a>).right_join(pg::with_removed(pg::model<author>));
    db.remove(rows[0]);
    EXPECT_EQ(db.all(right).size(), 1u);
    db.remove(rows[1]);
    ASSERT_EQ(db.all(right).size(), 1u);
    EXPECT_FALSE(std::get<1>(db.all(right)[0]));
}

TEST_F(SoftDelete, ExclusionsHoldAmongTheOthers) {
    db.create_all(pg::registry<stay>{});
    const auto first = db.insert(stay{.room = 1, .days = pg::range<pg::date>("[2026-01-01,2026-01-05)")});
    auto second = first;
    second.id = 0;
    EXPECT_THROW(db.insert(second), pg::exclusion_violation);
    db.remove(first);
    db.insert(second);
}

// In partitions new rows are told from others by looking for those that were there.
TEST_F(SoftDelete, UpsertsIntoPartitionsCountWhatIsThere) {
    db.create_all(pg::registry<sale>{});
    db.execute_script("create table sales_all partition of sales default");
    const std::vector<sale> rows{{2026, 1, 10}, {2026, 2, 20}};
    EXPECT_EQ((db.upsert<&sale::year, &sale::number>(rows)).inserted, 2u);
    db.execute(pg::update(pg::model<sale>).set(col<&sale::cancelled> = true).where(col<&sale::number> == 1));
    const auto again = db.upsert<&sale::year, &sale::number>(rows);
    EXPECT_EQ(again.inserted, 1u);
    EXPECT_EQ(again.updated, 1u);
    EXPECT_EQ(db.count<sale>(), 2);
    EXPECT_EQ(db.count(pg::select<sale>().with_removed()), 3);
}

TEST_F(SoftDelete, QueriesInsideOthersLeaveThemOutToo) {
    db.remove(rows[0]);
    const auto kept = pg::cte(pg::select<a>());
    EXPECT_EQ(titles(db.all(pg::with(kept).select<a>().from(kept).order_by(col<&a::id>))), "B C ");
    const auto all = pg::cte(pg::select<a>().with_removed());
    EXPECT_EQ(titles(db.all(pg::with(all).select<a>().from(all).order_by(col<&a::id>))), "A B C ");
    const auto both = pg::select(col<&a::title>).union_all(pg::select(col<&a::title>).with_removed());
    EXPECT_EQ(db.all(both).size(), 5u);
    EXPECT_EQ(db.all(pg::select<author>().where(pg::exists(
                         pg::select<a>().where(col<&a::author_id> == col<&author::id> && col<&a::title> == "A")))).size(), 0u);
}

TEST_F(SoftDelete, TheIndexIsUsed) {
    db.execute("set enable_seqscan = off");
    EXPECT_TRUE(pg::explain(db, pg::select<a>().where(col<&a::slug> == "a")).uses_index("articles_slug_idx"));
}

}  // namespace

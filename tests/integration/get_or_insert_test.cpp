// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A row that is found by a unique key, or inserted: alone, against others, and where neither is possible.

#include <pgmodel.hpp>
#include <pgmodel/session/get_or_insert.hpp>

#include <gtest/gtest.h>

#include <future>
#include <set>
#include <thread>

#include "database.hpp"
#include "session_helpers.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using namespace pgmodel_test;

struct tag {
    std::int64_t id{};
    std::string name{};
    std::string color = "grey";
    std::int32_t uses{};

    static constexpr auto table() {
        using t = tag;
        return pg::table("tags", pg::field<&t::id>.primary_key().identity(), pg::field<&t::name>.unique(),
                         pg::field<&t::color>.server_default("grey"));
    }
};
struct membership {
    std::int64_t club{};
    std::optional<std::string> email{};
    std::int64_t serial{};

    static constexpr auto table() {
        using m = membership;
        return pg::table("memberships", pg::field<&m::serial>.primary_key().identity(), pg::unique(col<&m::club>, col<&m::email>));
    }
};

constexpr const auto& text_of(const pg::detail::insert_plan& plan) { return plan.usual->shape->sql; }

TEST(get_or_insert_text, looks_first_and_sends_the_key_once) {
    EXPECT_EQ(text_of(pg::detail::get_or_insert_plan<tag, &tag::name>),
              "with pgmodel_found as (select id, name, color, uses from tags where name = $1), "
              "pgmodel_made as (insert into tags (name, uses) select $1, $2 where not exists (select from pgmodel_found) "
              "on conflict (name) do nothing returning id, name, color, uses) "
              "select id, name, color, uses, false from pgmodel_found union all "
              "select id, name, color, uses, true from pgmodel_made");
    EXPECT_EQ(text_of(pg::detail::get_or_insert_plan<tag, &tag::id>),
              "with pgmodel_found as (select id, name, color, uses from tags where id = $1), "
              "pgmodel_made as (insert into tags (id, name, uses) select $1, $2, $3 where not exists (select from pgmodel_found) "
              "on conflict (id) do nothing returning id, name, color, uses) "
              "select id, name, color, uses, false from pgmodel_found union all "
              "select id, name, color, uses, true from pgmodel_made")
        << "a key is sent though the server could fill it";
}

class get_or_insert : public ::testing::Test {
protected:
    std::string dsn = create_database("get_or_insert");
    open_session db{dsn};
    void SetUp() override { db.create_all(pg::registry<tag, membership>{}); }
};

TEST_F(get_or_insert, inserts_once_and_then_finds) {
    const auto [made, created] = db.get_or_insert<&tag::name>(tag{.name = "c++", .uses = 3});
    EXPECT_TRUE(created);
    EXPECT_EQ(made.id, 1);
    EXPECT_EQ(made.color, "grey");
    const auto [found, again] = db.get_or_insert<&tag::name>(tag{.name = "c++", .color = "red", .uses = 9});
    EXPECT_FALSE(again);
    EXPECT_EQ(found.id, 1);
    EXPECT_EQ(found.uses, 3) << "a row that is there is left as it is";
    EXPECT_EQ(found.color, "grey");
    EXPECT_EQ(db.get_or_insert<&tag::name>(tag{.name = "sql", .color = "blue"}).row.color, "blue");
    EXPECT_EQ(db.get<tag>(2).name, "sql") << "and takes no number of the identity";
    EXPECT_TRUE(db.get_or_insert<&tag::id>(tag{.id = 7, .name = "seven"}).created);
    EXPECT_EQ(db.get_or_insert<&tag::id>(tag{.id = 7}).row.name, "seven");
}

TEST_F(get_or_insert, another_key_that_is_taken) {
    db.insert(tag{.name = "taken"});
    EXPECT_THROW(db.get_or_insert<&tag::id>(tag{.id = 5, .name = "taken"}), pg::unique_violation);
}

TEST_F(get_or_insert, a_key_that_is_null) {
    EXPECT_TRUE((db.get_or_insert<&membership::club, &membership::email>(membership{.club = 1, .email = "a@b"}).created));
    EXPECT_FALSE((db.get_or_insert<&membership::email, &membership::club>(membership{.club = 1, .email = "a@b"}).created));
    EXPECT_THROW((db.get_or_insert<&membership::club, &membership::email>(membership{.club = 1})), pg::usage_error);
}

TEST_F(get_or_insert, waits_for_a_transaction_that_inserts_the_same) {
    pg::session other{dsn};
    const int pid = backend(other);
    const auto start = [&other] {
        return std::async(std::launch::async, [&other] { return other.get_or_insert<&tag::name>(tag{.name = "c++"}); });
    };
    open_session watch{dsn};
    for (const bool commits : {false, true}) {
        pg::transaction tx{watch};
        const auto mine = tx.get_or_insert<&tag::name>(tag{.name = "c++"});
        EXPECT_TRUE(mine.created);
        auto theirs = start();
        wait_until_blocked(db, pid);
        if (commits) tx.commit();
        else tx.rollback();
        const auto got = theirs.get();
        EXPECT_EQ(got.created, !commits);
        if (commits) EXPECT_EQ(got.row.id, mine.row.id);
        else db.execute("delete from tags");
    }
}

TEST_F(get_or_insert, many_at_once_get_the_same_rows) {
    constexpr int workers = 6, tags = 40;
    std::vector<std::future<std::pair<std::set<std::int64_t>, int>>> all;
    for (int w = 0; w < workers; ++w)
        all.push_back(std::async(std::launch::async, [this] {
            pg::session own{dsn};
            std::pair<std::set<std::int64_t>, int> got{};
            for (int i = 0; i < tags; ++i) {
                const auto [row, created] = own.get_or_insert<&tag::name>(tag{.name = "tag " + std::to_string(i)});
                got.first.insert(row.id);
                got.second += created;
            }
            return got;
        }));
    int created = 0;
    std::set<std::int64_t> ids;
    for (auto& worker : all) {
        const auto got = worker.get();
        EXPECT_EQ(got.first.size(), static_cast<std::size_t>(tags));
        ids.insert(got.first.begin(), got.first.end());
        created += got.second;
    }
    EXPECT_EQ(created, tags);
    EXPECT_EQ(ids.size(), static_cast<std::size_t>(tags));
}

TEST_F(get_or_insert, in_a_snapshot_of_before) {
    pg::session other{dsn};
    int runs = 0;
    const auto got = db.transaction(
        [&](pg::transaction& tx) {
            tx.count<tag>();  // the snapshot is taken
            if (++runs == 1) other.insert(tag{.name = "c++"});
            return tx.get_or_insert<&tag::name>(tag{.name = "c++"});
        },
        {.level = pg::isolation::repeatable_read});
    EXPECT_EQ(runs, 2) << "a row that the snapshot does not show is a conflict, and the function runs again";
    EXPECT_FALSE(got.created);

    pg::transaction tx{db, {.level = pg::isolation::repeatable_read}};
    tx.count<tag>();
    other.insert(tag{.name = "sql"});
    EXPECT_THROW(tx.get_or_insert<&tag::name>(tag{.name = "sql"}), pg::transaction_conflict);
}

TEST_F(get_or_insert, a_trigger_that_lets_nothing_in) {
    db.execute_script("create function refuse() returns trigger language plpgsql as 'begin return null; end';"
                      "create trigger refuse before insert on tags for each row execute function refuse()");
    try {
        db.get_or_insert<&tag::name>(tag{.name = "c++"});
        FAIL();
    } catch (const pg::row_count_error& e) {
        EXPECT_STREQ(e.what(),
                     "pgmodel: a row of table \"tags\" is neither found by its key nor inserted; a trigger or a policy hides it, or the "
                     "column's type stores another value than the key");
    }
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// One row by its key: a PATCH, with and without its version.

#include <pgmodel.hpp>
#include <pgmodel/query/changes.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct note {
    std::int64_t id{};
    std::string title{};
    std::optional<std::string> body{};
    std::int32_t revision{};

    bool operator==(const note&) const = default;
    static constexpr auto table() {
        using n = note;
        return pg::table("notes", pg::field<&n::id>.primary_key(), pg::field<&n::revision>.version());
    }
};
struct seat {
    std::int32_t row{}, place{};
    std::string taken{};

    static constexpr auto table() { return pg::table("seats", pg::primary_key(col<&seat::row>, col<&seat::place>)); }
};
using n = note;

TEST(by_key, is_a_condition) {
    static_assert(decltype(pg::select<note>().where(pg::by_key<note>(1) && col<&n::title> == "x"))::sql ==
                  "select id, title, body, revision from notes where id = $1 and title = $2");
    static_assert(decltype(pg::select<seat>().where(!pg::by_key<seat>(1, 2)))::sql ==
                  "select \"row\", place, taken from seats where not (\"row\" = $1 and place = $2)");
}

struct update_by_key : ::testing::Test {
    pg::session db{pgmodel_test::create_database("update_by_key")};
    void SetUp() override {
        db.create_all(pg::registry<note, seat>{});
        db.insert(note{.id = 1, .title = "one"});
        db.insert(std::vector<seat>{{1, 1, ""}, {1, 2, ""}});
    }
};

TEST_F(update_by_key, gives_the_row_as_it_is_then) {
    EXPECT_EQ(db.update<note>(1, col<&n::title> = "two", col<&n::body> = "text"), (note{1, "two", "text", 1}));
    EXPECT_EQ(db.update<note>(2, col<&n::title> = "none"), std::nullopt);
    EXPECT_EQ(db.update<seat>(std::tuple(1, 2), col<&seat::taken> = "Ada")->taken, "Ada");
    EXPECT_EQ(db.get<seat>(1, 1).taken, "");
}

TEST_F(update_by_key, changes_of_the_run) {
    pg::changes<note> none, some;
    EXPECT_EQ(db.update<note>(1, none), (note{1, "one", {}, 0})) << "nothing is changed, not even the version";
    some.set(col<&n::body> = "text");
    EXPECT_EQ(db.update<note>(1, some), (note{1, "one", "text", 1}));
    EXPECT_EQ(db.update<note>(1, none, col<&n::title> = "two"), (note{1, "two", "text", 2}));
}

TEST_F(update_by_key, only_of_a_version) {
    pg::changes<note> none, some;
    some.set(col<&n::body> = "text");
    EXPECT_EQ(db.update<note>(1, some, pg::if_version(0))->revision, 1);
    EXPECT_THROW(db.update<note>(1, some, pg::if_version(0)), pg::version_conflict);
    EXPECT_THROW(db.update<note>(1, none, pg::if_version(0)), pg::version_conflict);
    EXPECT_EQ(db.update<note>(1, none, pg::if_version(1))->revision, 1);
    EXPECT_THROW(db.update<note>(5, some, pg::if_version(0)), pg::version_conflict) << "or it is gone";
}

}  // namespace

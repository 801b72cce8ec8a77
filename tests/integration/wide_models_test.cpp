// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Structs in a struct are flattened, so that a table has more columns than any struct has fields.

#include <pgmodel.hpp>
#include <pgmodel/session/copy_rows.hpp>
#include <pgmodel/session/get_or_insert.hpp>
#include <pgmodel/session/upsert_many.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct numbers {
    std::int32_t a{}, b{}, c{}, d{}, e{}, f{}, g{}, h{}, i{}, j{}, k{}, l{}, m{}, n{}, o{}, p{}, q{}, r{}, s{}, t{};
    bool operator==(const numbers&) const = default;
};
struct sheet {
    std::int64_t id{};
    numbers v{}, w{}, x{}, y{}, z{};
    std::int64_t number{};
    numbers last{};
    bool operator==(const sheet&) const = default;

    static constexpr auto table() {
        using s = sheet;
        return pg::table("sheets", pg::field<&s::id>.primary_key().identity(), pg::embedded<&s::v>.prefix("v_"),
                         pg::embedded<&s::w>.prefix("w_"), pg::embedded<&s::x>.prefix("x_"), pg::embedded<&s::y>.prefix("y_"),
                         pg::embedded<&s::z>.prefix("z_"), pg::field<&s::number>.unique(), pg::embedded<&s::last>.prefix("last_"));
    }
};

class wide_models : public ::testing::Test {
protected:
    pg::session db{pgmodel_test::create_database("wide_models")};
    void SetUp() override { db.create_all(pg::registry<sheet>{}); }
    static sheet make(std::int64_t number) {
        sheet made{.number = number};
        made.v.a = 1, made.z.t = 2, made.last.a = 3, made.last.t = static_cast<std::int32_t>(number);
        return made;
    }
};

TEST_F(wide_models, have_122_columns_of_which_all_travel) {
    const sheet one = db.insert(make(1));
    EXPECT_EQ(db.get<sheet>(one.id), one);
    sheet given = make(2);
    given.id = 77;  // sent, where the server could fill it
    EXPECT_EQ(db.insert(given), given);
    EXPECT_EQ(db.get<sheet>(77), given);
    given.last.t = 9;
    db.update(given);
    EXPECT_EQ(db.get<sheet>(77).last.t, 9);
}
TEST_F(wide_models, are_written_in_every_way) {
    auto rows = db.insert(std::vector<sheet>{make(1), make(2)});
    EXPECT_EQ(db.all(pg::select<sheet>().order_by(col<&sheet::number>)), rows);
    rows[0].last.t = 5;
    EXPECT_EQ(db.upsert<&sheet::number>(rows[0]).last.t, 5);
    rows[1].last.t = 6, rows[1].id = 0;
    EXPECT_EQ(db.upsert<&sheet::number>(rows).updated, 2u);
    EXPECT_EQ(db.one(pg::select<sheet>().where(col<&sheet::number> == 2)).last.t, 6);
    EXPECT_FALSE(db.get_or_insert<&sheet::number>(make(1)).created);
    EXPECT_TRUE(db.get_or_insert<&sheet::number>(make(3)).created);
    EXPECT_EQ(pg::copy_rows(db, std::vector<sheet>{make(4), make(5)}), 2u);
    EXPECT_EQ(db.one(pg::select<sheet>().where(col<&sheet::number> == 5)).last.t, 5);
}

}  // namespace

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

/// More columns than clang allows operands of a fold or pairs of brackets, with every kind of field that is looked at apart.
struct fifty {
    std::int32_t c0{}, c1{}, c2{}, c3{}, c4{}, c5{}, c6{}, c7{}, c8{}, c9{}, c10{}, c11{}, c12{}, c13{}, c14{}, c15{}, c16{}, c17{}, c18{}, c19{}, c20{}, c21{}, c22{}, c23{}, c24{},
        c25{}, c26{}, c27{}, c28{}, c29{}, c30{}, c31{}, c32{}, c33{}, c34{}, c35{}, c36{}, c37{}, c38{}, c39{}, c40{}, c41{}, c42{}, c43{}, c44{}, c45{}, c46{}, c47{}, c48{}, c49{};
    bool operator==(const fifty&) const = default;
};
enum class paper { white, blue };
struct archive {
    std::int64_t id{};
    std::string cache{};
    fifty a{}, b{}, c{}, d{};
    paper kind = paper::blue;
    std::int64_t number{};
    fifty e{}, f{}, last{};
    bool operator==(const archive&) const = default;

    static constexpr auto table() {
        using a = archive;
        return pg::table("archives", pg::field<&a::id>.primary_key().identity(), pg::transient<&a::cache>, pg::embedded<&a::a>.prefix("a_"),
                         pg::embedded<&a::b>.prefix("b_"), pg::embedded<&a::c>.prefix("c_"), pg::embedded<&a::d>.prefix("d_"),
                         pg::field<&a::number>.unique(), pg::embedded<&a::e>.prefix("e_"), pg::embedded<&a::f>.prefix("f_"),
                         pg::embedded<&a::last>.prefix("last_"));
    }
};

class wide_models : public ::testing::Test {
protected:
    pg::session db{pgmodel_test::create_database("wide_models")};
    void SetUp() override { db.create_all(pg::registry<sheet, archive>{}); }
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

TEST_F(wide_models, have_353_columns) {
    const auto made = [](std::int64_t number) {
        archive one{.number = number};
        one.a.c0 = 1, one.last.c0 = 2, one.last.c49 = static_cast<std::int32_t>(number);
        return one;
    };
    const archive one = db.insert(made(1));
    EXPECT_EQ(db.get<archive>(one.id), one);
    EXPECT_EQ(one.last.c49, 1);
    auto rows = db.insert(std::vector<archive>{made(2), made(3)});
    rows[0].last.c49 = 7, rows[0].kind = paper::white;
    db.update(rows[0]);
    rows[1].last.c49 = 8, rows[1].id = 0;
    EXPECT_EQ(db.upsert<&archive::number>(rows[1]).last.c49, 8);
    EXPECT_EQ(pg::copy_rows(db, std::vector<archive>{made(4)}), 1u);
    const auto all = db.all(pg::select<archive>().order_by(col<&archive::number>));
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[1], rows[0]);
    EXPECT_EQ(all[3].last, made(4).last);
    EXPECT_EQ(db.all<archive>("select * from archives order by number"), all);
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from pg_attribute where attrelid = 'archives'::regclass and attnum > 0"), 353);
}

}  // namespace

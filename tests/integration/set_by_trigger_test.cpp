// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Fields that a trigger of the model fills: what is sent, and what comes back after each way to write a row.

#include <pgmodel.hpp>
#include <pgmodel/objects.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

inline constexpr auto stamp = pg::trigger_function("stamp", R"(begin
    if tg_op = 'INSERT' then
        new.slug := coalesce(new.slug, lower(replace(new.title, ' ', '-')));
        new.edits := 0;
    else
        new.edits := old.edits + 1;
    end if;
    new.updated_at := timestamptz '2024-01-01 00:00+00' + new.edits * interval '1 day';
    return new;
end)");

struct page {
    std::int64_t id{};
    std::string title{};
    std::optional<std::string> slug{};
    std::int32_t edits{};
    pg::timestamptz updated_at{};
    std::int32_t views{};

    static constexpr auto table() {
        using p = page;
        return pg::table("pages", pg::field<&p::id>.primary_key().identity(), pg::field<&p::title>.unique(),
                         pg::field<&p::slug>.set_by_trigger(), pg::field<&p::edits>.set_by_trigger(),
                         pg::field<&p::updated_at>.set_by_trigger(),
                         pg::trigger("stamp").before().on_insert().on_update().for_each_row().execute(stamp));
    }
};
inline constexpr pg::registry<page> pages{};

pg::timestamptz day(int edits) { return pg::timestamptz("2024-01-0" + std::to_string(1 + edits) + " 00:00:00+00"); }

template <class Statement>
std::string text_of() {
    return std::string(pg::detail::row_statement_data<Statement>::value.shape->sql);
}

TEST(set_by_trigger, says_what_is_sent_and_what_comes_back) {
    EXPECT_EQ(text_of<pg::detail::usual_insert<page>>(),
              "insert into pages (title, views) values ($1, $2) returning id, slug, edits, updated_at");
    EXPECT_EQ(text_of<pg::detail::update_statement<page>>(),
              "update pages set title = $1, views = $2 where id = $3 returning slug, edits, updated_at");
    EXPECT_EQ((text_of<pg::detail::update_statement<page, &page::slug>>()),
              "update pages set slug = $1 where id = $2 returning slug, edits, updated_at");
    EXPECT_EQ((text_of<pg::detail::usual_insert<page, &page::title>>()),
              "insert into pages (title, views) values ($1, $2) on conflict (title) do update set views = excluded.views "
              "returning id, slug, edits, updated_at");
}

TEST(set_by_trigger, comes_back_after_insert_update_and_upsert) {
    pg::session db(pgmodel_test::create_database("set_by_trigger"));
    db.create_all(pages);

    auto one = db.insert(page{.title = "Plain Structs"});
    EXPECT_EQ(one.slug, "plain-structs");
    EXPECT_EQ(one.updated_at, day(0));
    one.views = 7;
    one.edits = 70;
    db.update(one);
    EXPECT_EQ(one.edits, 1) << "it is not sent";
    EXPECT_EQ(one.updated_at, day(1));
    one.views = 8;
    db.update<&page::views>(one);
    EXPECT_EQ(one.updated_at, day(2));
    one.slug = "plain";
    db.update<&page::slug>(one);
    EXPECT_EQ(one.slug, "plain");
    EXPECT_EQ(one.edits, 3);
    EXPECT_EQ(db.get<page>(one.id).slug, "plain") << "it was named";

    auto two = db.insert(page{.title = "Two Words", .slug = "own", .edits = 50});
    EXPECT_EQ(two.slug, "own") << "a field that was changed is sent";
    EXPECT_EQ(two.edits, 0) << "and comes back all the same";
    two = db.upsert<&page::title>(page{.title = "Two Words", .views = 5});
    EXPECT_EQ(two.slug, "own") << "the trigger's value of a row that is not inserted is no new one";
    EXPECT_EQ(two.edits, 1);
    EXPECT_EQ(two.updated_at, day(1));
    EXPECT_EQ(db.get<page>(two.id).views, 5);
    EXPECT_EQ(db.upsert<&page::title>(page{.title = "Two Words", .slug = "other"}).slug, "other");
    EXPECT_EQ(db.upsert<&page::title>(page{.title = "Three"}).slug, "three");

    const auto many = db.insert(std::vector<page>{{.title = "Four Five"}, {.title = "Six", .slug = "six!", .edits = 9}});
    EXPECT_EQ(many.at(0).slug, "four-five");
    EXPECT_EQ(many.at(1).slug, "six!");
    EXPECT_EQ(many.at(1).edits, 0);
    EXPECT_EQ(many.at(1).updated_at, day(0));
    const auto sent = db.insert(std::vector<page>{{.title = "A", .slug = "1"}, {.title = "B", .slug = "2"}});
    EXPECT_EQ(sent.at(1).slug, "2");
    EXPECT_EQ(db.one(pg::insert_into(pg::model<page>).values(col<&page::title> = "Built By", col<&page::views> = 1)
                         .returning(col<&page::slug>)),
              "built-by") << "no insert must name it";
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The body of a PATCH, from its text to the row.

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/query/json_changes.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

enum class state { draft, published };
enum class shipping { post, other };
}  // namespace
template <>
struct pgmodel::enum_of<shipping> {
    static constexpr auto type() {
        return pgmodel::enumeration("shipping", pgmodel::label<shipping::post>("post")).fallback(shipping::other);
    }
};
namespace {

struct looks {
    std::string theme{};
    std::int32_t size{};
    bool operator==(const looks&) const = default;
};
struct article {
    std::int64_t id{};
    pg::varchar<10> title{};
    std::optional<std::string> content{};
    std::vector<std::string> tags{};
    pg::numeric<6, 2> price{};
    state stage = state::draft;
    pg::jsonb<looks> look{};
    pg::jsonb_text facts{};
    std::optional<std::int32_t> rating{};
    std::int32_t revision{};
    std::string secret{"kept"};

    static constexpr auto table() {
        using a = article;
        return pg::table("articles", pg::field<&a::id>.primary_key().identity(), pg::field<&a::revision>.version());
    }
};
using a = article;

auto read(std::string_view body) {
    return pg::changes<article>::from_json(
        body, pg::allow<&a::title, &a::content, &a::tags, &a::price, &a::stage, &a::look, &a::facts, &a::rating>());
}
std::string refused(std::string_view body) {
    try {
        read(body);
    } catch (const pg::decode_error& e) {
        return e.what();
    }
    return "taken";
}

TEST(json_changes, of_fields_that_are_there) {
    EXPECT_TRUE(read("{}").empty());
    const auto c = read(R"({"title": "x", "content": null})");
    EXPECT_TRUE(c.sets(col<&a::title>));
    EXPECT_TRUE(c.sets(col<&a::content>));
    EXPECT_FALSE(c.sets(col<&a::tags>));
    EXPECT_EQ(pg::sql_text(pg::update(pg::model<article>).set(c).where(col<&a::id> == 1)),
              "update articles set title = $1, content = $2, revision = revision + 1 where id = $3");
}

TEST(json_changes, refuse_with_the_path) {
    const std::string start = "pgmodel: the JSON text is no change of a ";
    const auto ends = [&](std::string_view body, std::string_view end) {
        const std::string said = refused(body);
        EXPECT_TRUE(said.starts_with(start) && said.ends_with(end)) << said;
    };
    ends(R"({"titel": "x"})", ": at $.titel: a field that is not allowed");
    ends(R"({"secret": "x"})", ": at $.secret: a field that is not allowed");
    ends(R"({"title": null})", ": at $.title: null for a field that is never NULL");
    ends(R"({"title": 5})", ": at $.title: a string is expected");
    ends(R"({"title": "12345678901"})", ": at $.title: a text that the field cannot hold");
    ends(R"({"title": "a", "title": "b"})", ": at $.title: a field that is there twice");
    ends(R"({"content": "a\u0000"})", ": at $.content: a string with the character NUL");
    ends(R"({"tags": ["\u0000"]})", ": at $.tags[0]: a string with the character NUL");
    ends(R"({"facts": {"a": ["\u0000"]}})", ": at $.facts: a string with the character NUL");
    ends(R"({"tags": ["a", 5]})", ": at $.tags[1]: a string is expected");
    ends(R"({"stage": "gone"})", ": at $.stage: a label that the enum does not have");
    ends(R"({"look": {"color": 1}})", ": at $.look.color: a key that the struct does not have");
    ends(R"({"rating": 1e3})", ": at $.rating: a number with decimals or an exponent for a field that is an integer");
    ends(R"({"rating": 3000000000})", ": at $.rating: a number out of the range of the field");
    ends(R"([])", ": at $: an object is expected");
    ends(R"({"title": "x"} x)", ": at $: something stands behind the document");
    ends(R"({"title": "x")", ": at $.title: the text ends too early");
    ends("", ": at $: the text ends too early");
}

struct parcel {
    std::int64_t id{};
    std::optional<shipping> by{};
    std::vector<std::vector<std::int32_t>> sizes{};
};

TEST(json_changes, refuse_what_could_not_be_sent) {
    const auto refuse = [](std::string_view body, std::string_view path) {
        try {
            pg::changes<parcel>::from_json(body, pg::allow<&parcel::by, &parcel::sizes>());
            ADD_FAILURE() << body;
        } catch (const pg::decode_error& e) {
            EXPECT_NE(std::string_view(e.what()).find(path), std::string_view::npos) << e.what();
        }
    };
    refuse(R"({"by": "drone"})", "at $.by: a value of ");
    refuse(R"({"sizes": [[1], [2, 3]]})", "at $.sizes: the rows of an array differ in length");
    EXPECT_FALSE(pg::changes<parcel>::from_json(R"({"by": "post", "sizes": [[1], [2]]})", pg::allow<&parcel::by, &parcel::sizes>()).empty());
}

TEST(json_changes, become_a_row) {
    pg::session db{pgmodel_test::create_database("json_changes")};
    db.create_all(pg::registry<article>{});
    const auto made = db.insert(article{.title = "one", .content = "text", .rating = 3});
    const auto now = db.update<article>(made.id, read(R"({"title": "two", "content": null, "tags": ["a", "b"], "price": "19.99",
        "stage": "published", "look": {"theme": "dark", "size": 2}, "facts": null, "rating": null})"));
    ASSERT_TRUE(now);
    EXPECT_EQ(now->title, "two");
    EXPECT_EQ(now->content, std::nullopt);
    EXPECT_EQ(now->tags, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(now->price, (pg::numeric<6, 2>("19.99")));
    EXPECT_EQ(now->stage, state::published);
    EXPECT_EQ(*now->look, (looks{"dark", 2}));
    EXPECT_EQ(now->facts.str(), "null");
    EXPECT_EQ(now->rating, std::nullopt);
    EXPECT_EQ(now->revision, 1);
    EXPECT_EQ(now->secret, "kept");
    EXPECT_EQ(db.update<article>(made.id, read("{}"))->revision, 1) << "nothing to do changes nothing";
    EXPECT_EQ(db.update<article>(5, read(R"({"rating": 1})")).has_value(), false);
    EXPECT_EQ(db.update<article>(made.id, read(R"({"rating": 4})"), pg::if_version(1))->rating, 4);
    EXPECT_THROW(db.update<article>(made.id, read(R"({"rating": 5})"), pg::if_version(1)), pg::version_conflict);
}

}  // namespace

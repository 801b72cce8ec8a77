// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// "PostgreSQL-specific SQLAlchemy patterns": the article, with defaults of the client and of the server.

#include <nlohmann/json.hpp>

#include "sqlalchemy.hpp"

namespace {

namespace pg = pgmodel;
using namespace pgmodel_test;
using pg::col;

using texts = std::vector<pg::varchar<>>;

struct article {
    std::int32_t id{};
    std::optional<pg::uuid> uuid = pg::uuid::v4();
    pg::varchar<200> title{};
    std::optional<std::string> content{};
    std::optional<texts> tags = texts{};
    std::optional<nlohmann::json> metadata = nlohmann::json::object();  // a name that SQLAlchemy keeps for itself
    std::optional<pg::timestamptz> created_at{};
    std::optional<pg::timestamptz> updated_at{};

    static constexpr auto table() {
        using a = article;
        return pg::table("articles",
            pg::field<&a::id>.primary_key().identity(),
            pg::field<&a::created_at>.server_default(pg::now()),
            pg::field<&a::updated_at>.set_on_update(pg::now()),
            pg::index(col<&a::uuid>).unique());
    }
};

constexpr pg::registry<article> models{.naming = sqlalchemy_names};

class seed_article : public seed {
    void prepare() override { make("article", models); }
};

TEST_F(seed_article, does_not_run_as_printed) {
    EXPECT_TRUE(is_refused("article_as_printed", "Attribute name 'metadata' is reserved"));
}

TEST_F(seed_article, tables_are_the_same) {
    expect_same_tables({identity_for_serial("articles"), no_second_index("articles")});
}

// The short way to say `unique=True, index=True`.
namespace with_constraint {

struct article {
    std::int32_t id{};
    std::optional<pg::uuid> uuid = pg::uuid::v4();
    pg::varchar<200> title{};
    std::optional<std::string> content{};
    std::optional<texts> tags = texts{};
    std::optional<nlohmann::json> metadata = nlohmann::json::object();
    std::optional<pg::timestamptz> created_at{};
    std::optional<pg::timestamptz> updated_at{};

    static constexpr auto table() {
        using a = article;
        return pg::table("articles",
            pg::field<&a::id>.primary_key().identity(),
            pg::field<&a::uuid>.unique().index(),
            pg::field<&a::created_at>.server_default(pg::now()),
            pg::field<&a::updated_at>.set_on_update(pg::now()));
    }
};

constexpr pg::registry<article> models{.naming = sqlalchemy_names};

class seed_article_with_constraint : public seed {
    void prepare() override { make("article", models); }
};

TEST_F(seed_article_with_constraint, tables_are_the_same) {
    constexpr auto reason =
        "a constraint instead of a bare unique index: the rule stands in the table's definition, and the constraint's "
        "index serves the look-ups";
    const std::string index = " ON public.articles USING btree (uuid)";
    expect_same_tables({
        identity_for_serial("articles"),
        no_second_index("articles"),
        {"constraint articles.articles_uuid_key", "UNIQUE (uuid)", "", reason},
        {"index articles_uuid_key", "CREATE UNIQUE INDEX articles_uuid_key" + index, "", reason},
        {"index ix_articles_uuid", "", "CREATE UNIQUE INDEX ix_articles_uuid" + index, reason},
    });
}

}  // namespace with_constraint

TEST_F(seed_article, rows_of_sqlalchemy_are_read) {
    const auto rows = theirs().all(pg::select<article>().order_by(col<&article::id>));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].title, "plain");
    EXPECT_EQ(rows[0].content, std::nullopt);
    EXPECT_EQ(rows[0].tags, texts{});
    EXPECT_EQ(rows[0].metadata, nlohmann::json::object());
    EXPECT_TRUE(rows[0].created_at.has_value());
    EXPECT_EQ(rows[0].updated_at, std::nullopt);
    EXPECT_EQ(rows[1].title, "\xC3\x9Cn\xC3\xAF");
    EXPECT_EQ(rows[1].metadata, nlohmann::json::parse(R"({"a": null})"));
}

// The same life of a row: created_at comes from the server, updated_at with the first change, also in their table.
TEST_F(seed_article, rows_live_alike) {
    for (auto* db : {&ours(), &theirs()}) {
        auto made = db->insert(article{.title = "ours", .tags = texts{"a", "b"}});
        ASSERT_TRUE(made.created_at.has_value());
        EXPECT_EQ(made.updated_at, std::nullopt);
        EXPECT_EQ(made.uuid->to_string()[14], '4');

        made.title = "changed";
        db->update<&article::title>(made);
        EXPECT_GT(made.updated_at, made.created_at);
        const auto stored = db->get<article>(made.id);
        EXPECT_EQ(stored.title, "changed");
        EXPECT_EQ(stored.updated_at, made.updated_at);
        EXPECT_EQ(stored.created_at, made.created_at);
        EXPECT_EQ(stored.tags, (texts{"a", "b"}));

        EXPECT_THROW(db->insert(article{.uuid = made.uuid, .title = "twice"}), pg::unique_violation);
        EXPECT_THROW(db->insert(article{.title = std::string(201, 'x')}), pg::encode_error);
    }
}

}  // namespace

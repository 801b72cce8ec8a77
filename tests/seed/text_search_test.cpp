// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// "Full-text search": an expression index, and the query that it serves.

#include "sqlalchemy.hpp"

namespace {

namespace pg = pgmodel;
using namespace pgmodel_test;
using pg::col;

struct product {
    std::int32_t id{};
    pg::varchar<> name{};
    std::optional<std::string> description{};

    static constexpr auto search() {
        return pg::to_tsvector<"english">(col<&product::name> + pg::lit<" "> + col<&product::description>);
    }
    static constexpr auto table() {
        return pg::table("products",
            pg::field<&product::id>.primary_key().identity(),
            pg::index(search()).using_gin().named("idx_products_search"));
    }
};

constexpr pg::registry<product> models{};

class seed_text_search : public seed {
protected:
    void prepare() override { make("text_search", models); }
};

TEST_F(seed_text_search, tables_are_the_same) {
    expect_same_tables({identity_for_serial("products")});
}

auto search_for(const std::string& words) {
    return pg::select<product>().where(product::search().matches(pg::plain_search<"english">(words)));
}

TEST_F(seed_text_search, query_finds_the_same) {
    const auto expected = theirs().all<product>(
        "SELECT * FROM products WHERE to_tsvector('english', name || ' ' || description) @@ "
        "plainto_tsquery('english', 'search term')");
    const auto found = theirs().all(search_for("search term"));
    // The third product has no description, so the whole document is NULL: that is what the snippet says.
    ASSERT_EQ(expected.size(), 1U);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].id, expected[0].id);
    EXPECT_EQ(found[0].name, "Searching");
}

TEST_F(seed_text_search, index_serves_the_query) {
    for (auto* db : {&ours(), &theirs()}) {
        const auto plan = plan_of(*db, search_for("").sql(), "search term");
        EXPECT_NE(plan.find("Bitmap Index Scan on idx_products_search"), std::string::npos) << plan;
    }
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// "JSON/JSONB support": a document and a UUID with defaults that the client makes.

#include <nlohmann/json.hpp>

#include "sqlalchemy.hpp"

namespace {

namespace pg = pgmodel;
using namespace pgmodel_test;

struct product {
    std::int32_t id{};
    pg::varchar<> name{};
    std::optional<nlohmann::json> attributes = nlohmann::json::object();  // nullable, as the snippet says
    std::optional<pg::uuid> external_id = pg::uuid::v4();

    static constexpr auto table() {
        using p = product;
        return pg::table("products", pg::field<&p::id>.primary_key().identity(), pg::field<&p::external_id>.unique());
    }
};

constexpr pg::registry<product> models{.naming = sqlalchemy_names};

class seed_product : public seed {
protected:
    void prepare() override { make("product", models); }
};

TEST_F(seed_product, tables_are_the_same) {
    expect_same_tables({identity_for_serial("products"), no_second_index("products")});
}

TEST_F(seed_product, rows_of_sqlalchemy_are_read) {
    const auto rows = theirs().all(pg::select<product>().order_by(pg::col<&product::id>));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].id, 1);
    EXPECT_EQ(rows[0].name, "plain");
    EXPECT_EQ(rows[0].attributes, nlohmann::json::object());
    EXPECT_EQ(rows[0].external_id->to_string()[14], '4') << "uuid.uuid4";
    EXPECT_EQ(rows[1].attributes, nlohmann::json::parse(R"({"color": "red", "sizes": [1, 2]})"));
    EXPECT_EQ(rows[1].external_id, pg::uuid("5f0c32e4-1d5b-4e0c-8a5e-0d9b8d6f7a11"));
}

// The same defaults, also in the table that SQLAlchemy has made.
TEST_F(seed_product, defaults_are_the_same) {
    for (auto* db : {&ours(), &theirs()}) {
        const auto before = db->count<product>();
        const auto made = db->insert(product{.name = "ours"});
        EXPECT_EQ(made.id, before + 1);
        EXPECT_EQ(made.attributes, nlohmann::json::object());
        EXPECT_EQ(made.external_id->to_string()[14], '4');
        EXPECT_EQ(db->get<product>(made.id).external_id, made.external_id);
        EXPECT_THROW(db->insert(product{.name = "twice", .external_id = made.external_id}), pg::unique_violation);
        EXPECT_EQ(db->insert(product{.name = "bare", .attributes = {}, .external_id = {}}).attributes, std::nullopt);
    }
}

}  // namespace

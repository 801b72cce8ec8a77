// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Compiled apart: what it includes gives types conversions to nlohmann::json.

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/document/nlohmann.hpp>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "all_values.hpp"
#include "database.hpp"
#include "introspected.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

enum class document_theme { light, dark };
struct document_settings {
    document_theme colors = document_theme::light;
    std::vector<std::string> tags{};
    std::map<std::string, std::int64_t> counts{};
    std::optional<pg::date> until{};

    bool operator==(const document_settings&) const = default;
};
struct document_user {
    std::int64_t id{};
    pg::jsonb<document_settings> preferences{};
    std::optional<pg::jsonb<std::vector<int>>> numbers{};
    pg::json<document_settings> kept{};
    std::vector<pg::jsonb<document_settings>> history{};

    static constexpr auto table() {
        using u = document_user;
        return pg::table("document_users", pg::field<&u::id>.primary_key().identity(), pg::index(col<&u::preferences>).using_gin());
    }
};
inline constexpr pg::registry<document_user> models{};

const document_settings some{document_theme::dark, {"a \"quoted\" tag", "\u00e9"}, {{"logins", 9007199254740993}}, pg::date{"2024-02-29"}};

class documents : public ::testing::Test {
protected:
    static void SetUpTestSuite() { dsn = pgmodel_test::create_database("documents"); }
    void SetUp() override {
        db.drop_all(models);
        db.create_all(models);
        pgmodel_test::expect_introspected(db, models);
    }
    static inline std::string dsn;
    pg::session db{dsn};
};

TEST_F(documents, travel_in_rows_of_every_statement) {
    auto row = db.insert(document_user{.preferences = some, .numbers = std::vector<int>{3, 1}, .kept = some, .history = {some, document_settings{}}});
    const auto same = [&](const document_user& other) {
        return other.preferences == row.preferences && other.numbers == row.numbers && other.kept == row.kept && other.history == row.history;
    };
    EXPECT_TRUE(same(db.get<document_user>(row.id)));
    auto many = db.insert(std::vector<document_user>(3, document_user{.preferences = some, .history = {some}}));
    EXPECT_EQ(*db.get<document_user>(many[2].id).preferences, some);
    EXPECT_EQ(db.get<document_user>(many[2].id).numbers, std::nullopt);
    EXPECT_EQ(db.all(pg::select<document_user>().where(col<&document_user::preferences> == some)).size(), 4U);
    row.preferences->colors = document_theme::light;
    row.numbers.reset();
    db.update<&document_user::preferences, &document_user::numbers>(row);
    EXPECT_TRUE(same(db.get<document_user>(row.id)));
    EXPECT_EQ(db.all(pg::select<document_user>().where(col<&document_user::preferences> == some)).size(), 3U);
}

TEST_F(documents, are_what_the_server_takes_them_for) {
    db.insert(document_user{.preferences = some, .kept = some});
    EXPECT_EQ(db.scalar<std::string>("select preferences ->> 'colors' from document_users"), "dark");
    EXPECT_EQ(db.scalar<std::int64_t>("select (preferences #>> '{counts,logins}')::bigint from document_users"), 9007199254740993);
    EXPECT_EQ(db.scalar<std::string>("select preferences -> 'tags' ->> 0 from document_users"), "a \"quoted\" tag");
    EXPECT_TRUE(db.scalar<bool>("select preferences = kept::jsonb and jsonb_typeof(preferences -> 'until') = 'string' from document_users"));
    EXPECT_EQ(db.scalar<std::string>("select kept::text from document_users"), pg::to_json(some));
    EXPECT_EQ(*db.scalar<pg::jsonb<document_settings>>("select preferences from document_users"), some);
}

/// Both read each other's form of the value; nlohmann::json has the same one but for numbers that it would change.
struct as_the_server {
    pg::connection& db;

    template <class T>
    void operator()(const T& value) const {
        const pg::jsonb_text own{pg::to_json(value)};
        const auto [same, type, text] = db.one<std::tuple<bool, std::string, std::string>>(
            "select to_jsonb($1) = $2, pg_typeof($1)::text, to_jsonb($1)::text", value, own);
        EXPECT_TRUE(same) << type << " on the server: " << text << ", here: " << own.str();
        EXPECT_EQ(pg::from_json<T>(text), value) << type << ' ' << text;
        if constexpr (std::is_arithmetic_v<T>) return;  // that library's own
        const nlohmann::json document(value);
        const bool is_kept = document.is_string() && own.str() == document.get_ref<const std::string&>();
        EXPECT_TRUE(is_kept || document == nlohmann::json::parse(text)) << type << ' ' << document << ' ' << text;
    }
    template <class T>
    void operator()(const T& one, const T& other) const {
        (*this)(one);
        (*this)(other);
    }
};
TEST_F(documents, values_have_the_form_that_to_jsonb_gives_them) {
    db.execute_script("set time zone 'UTC'; set intervalstyle = postgres;"
                      "create extension hstore; create extension citext; create extension ltree");
    db.execute_script(pgmodel_test::types_of_samples);
    pgmodel_test::each_value_type(as_the_server{db});
    pgmodel_test::each_other_type(as_the_server{db});
    as_the_server{db}(pg::numeric<20, 3>{"12345678901234567.890"}, pg::numeric<20, 3>::nan());
    as_the_server{db}(pg::date::minus_infinity, pg::date{"2024-02-29"});
    as_the_server{db}(std::vector<std::optional<int>>{1, std::nullopt});
}

TEST_F(documents, what_another_has_written_is_read_or_refused_with_its_place) {
    const auto read = [this](const std::string& text) {
        return *db.scalar<pg::jsonb<document_settings>>("select $1::text::jsonb", text);
    };
    EXPECT_EQ(read("{}"), document_settings{});
    EXPECT_EQ(read(R"({"until": null, "counts": {"b": 2, "a": 1}, "counts": {"c": 3}})").counts.size(), 1U) << "the server keeps the last";
    try {
        read(R"({"tags": ["a", 5]})");
        ADD_FAILURE();
    } catch (const pg::decode_error& e) {
        EXPECT_NE(std::string_view(e.what()).find("at $.tags[1]: a string is expected"), std::string_view::npos) << e.what();
    }
    EXPECT_THROW(read(R"({"extra": 1})"), pg::decode_error);
    EXPECT_THROW(db.scalar<pg::jsonb<document_settings>>("select null::jsonb"), pg::decode_error) << "NULL is no document";
    EXPECT_THROW(db.scalar<pg::jsonb<document_settings>>("select 'null'::jsonb"), pg::decode_error) << "nor is null";
    EXPECT_EQ(db.scalar<std::optional<pg::jsonb<std::optional<int>>>>("select 'null'::jsonb"), pg::jsonb<std::optional<int>>{});
    EXPECT_EQ(db.scalar<std::optional<pg::jsonb<std::optional<int>>>>("select null::jsonb"), std::nullopt);
    EXPECT_EQ(*db.scalar<pg::jsonb<std::vector<int>>>("select '[]'::jsonb"), std::vector<int>{});
    EXPECT_EQ(*db.scalar<pg::jsonb<int>>("select '7'::jsonb"), 7);
}

TEST_F(documents, what_jsonb_cannot_hold_is_refused_before_it_is_sent) {
    auto row = db.insert(document_user{});
    row.preferences->tags = {std::string("a\0b", 3)};
    EXPECT_THROW(db.update(row), pg::encode_error);
    row.preferences->tags = {"\xed\xa0\x80"};
    EXPECT_THROW(db.update(row), pg::encode_error);
    EXPECT_EQ(db.count<document_user>(), 1);
    EXPECT_THROW(db.scalar<pg::jsonb_text>("select $1::text::jsonb", R"("\ud800")"), pg::server_error);
    EXPECT_THROW(db.scalar<pg::jsonb_text>("select $1::text::jsonb", R"("\u0000")"), pg::server_error);
    EXPECT_EQ(db.scalar<pg::jsonb_text>("select $1::text::jsonb", "1e400").str(), "1" + std::string(400, '0'));
    EXPECT_THROW(db.scalar<pg::jsonb<double>>("select $1::text::jsonb", "1e400"), pg::decode_error);
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_EQ(db.scalar<pg::jsonb_text>("select $1::text::jsonb", nested(3000)).str(), nested(3000));
    EXPECT_THROW(db.scalar<pg::jsonb<std::vector<pg::jsonb_text>>>("select $1::text::jsonb", nested(3000)), pg::decode_error);
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The models of a blog: plain structs, and what PostgreSQL is to know of them.
#pragma once

#include <nlohmann/json.hpp>                 // only because a field below is a JSON document
#include <pgmodel.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pg = pgmodel;
using pg::col;

enum class status { draft, published, archived };            // becomes a PostgreSQL enum type

struct author {
    std::int64_t id{};
    std::string  name{};

    static constexpr auto table() {
        using a = author;
        return pg::table("authors",
            pg::field<&a::id>.primary_key().identity(),
            pg::field<&a::name>.unique());
    }
};

struct article {
    std::int64_t                   id{};
    pg::uuid                       external_id = pg::uuid::v7();         // default=callable is a member initialiser
    std::int64_t                   author_id{};
    pg::varchar<200>               title{};
    std::optional<std::string>     content{};                            // optional = nullable, everything else NOT NULL
    std::vector<std::string>       tags{};                               // text[]
    nlohmann::json                 metadata = nlohmann::json::object();  // jsonb
    pg::numeric<10, 2>             price{};
    status                         state = status::draft;
    pg::timestamptz                created_at{};
    std::optional<pg::timestamptz> updated_at{};

    static constexpr auto search() {                                     // one expression for the index and the queries
        using a = article;
        return pg::to_tsvector<"english">(col<&a::title> + pg::lit<" "> + pg::coalesce(col<&a::content>, pg::lit<"">));
    }

    static constexpr auto table() {
        using a = article;
        return pg::table("articles",
            pg::field<&a::id>.primary_key().identity(),
            pg::field<&a::external_id>.unique(),
            pg::field<&a::author_id>.references(col<&author::id>, pg::on_delete_cascade).index(),
            pg::field<&a::state>.server_default(status::draft),
            pg::field<&a::created_at>.server_default(pg::now()).index(),
            pg::field<&a::updated_at>.set_on_update(pg::now()),
            pg::check(col<&a::price> >= 0),
            pg::index(col<&a::state>, col<&a::created_at>.desc()).named("idx_articles_state_created"),
            pg::index(col<&a::tags>).using_gin(),
            pg::index(search()).using_gin().named("idx_articles_search"),
            pg::index(col<&a::title>).where(col<&a::state> == pg::lit<status::published>),      // partial
            pg::index(pg::lower(col<&a::title>).ops(pg::text_pattern_ops)));                   // expression, operator class
    }
};

inline constexpr pg::registry<author, article> blog{};       // the metadata registry; bad models are reported here

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The row that is measured: ten columns of about 500 bytes, as a model and as what one would write by hand.
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/session/copy_rows.hpp>
#include <pgmodel/session/stream.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace benchmark_of_pgmodel {

namespace pg = pgmodel;

struct article {
    std::int64_t id{};
    pg::uuid external_id{};
    pg::varchar<200> title{};
    std::optional<std::string> content{};
    std::vector<std::string> tags{};
    pg::jsonb_text metadata{};
    double rating{};
    std::int32_t views{};
    pg::timestamptz created_at{};
    std::optional<pg::timestamptz> updated_at{};

    static constexpr auto table() {
        using a = article;
        return pg::table("articles", pg::field<&a::id>.primary_key().identity(), pg::field<&a::external_id>.unique());
    }
};

/// What is joined with it; only in the database that is read.
struct comment {
    std::int64_t id{};
    std::int64_t article_id{};
    std::string body{};
    std::int32_t stars{};

    static constexpr auto table() {
        using c = comment;
        return pg::table("comments", pg::field<&c::id>.primary_key().identity(),
                         pg::field<&c::article_id>.references(pg::col<&article::id>).index());
    }
};

inline constexpr pg::registry<article> models{};
inline constexpr pg::registry<article, comment> models_read{};

/// What a user may ask for, each or not.
struct wanted_articles {
    std::optional<std::int32_t> views_from{};
    std::optional<double> rating_from{};
    std::optional<std::string> title{};
    std::int64_t after{};
};

/// The same row in the types that need the least work; times in microseconds since 2000-01-01.
struct plain_article {
    std::int64_t id{};
    std::array<unsigned char, 16> external_id{};
    std::string title{};
    std::optional<std::string> content{};
    std::vector<std::string> tags{};
    std::string metadata{};
    double rating{};
    std::int32_t views{};
    std::int64_t created_at{};
    std::optional<std::int64_t> updated_at{};
};

inline std::uint64_t scramble(std::uint64_t n) {
    n += 0x9e3779b97f4a7c15ull;
    n = (n ^ (n >> 30)) * 0xbf58476d1ce4e5b9ull;
    n = (n ^ (n >> 27)) * 0x94d049bb133111ebull;
    return n ^ (n >> 31);
}

/// Row number n of the test data: always the same one.
inline plain_article make_plain_article(std::int64_t number) {
    static constexpr const char* words[] = {"river", "stone", "caf\u00e9", "window", "letter", "garden", "north", "paper",
                                            "market", "bridge", "summer", "forest", "engine", "harbour", "mirror", "salt"};
    auto state = scramble(static_cast<std::uint64_t>(number));
    const auto below = [&state](std::uint64_t limit) { return (state = scramble(state)) % limit; };
    const auto text = [&](std::size_t bytes) {
        std::string all;
        while (all.size() < bytes) (all += all.empty() ? "" : " ") += words[below(16)];
        return all;
    };
    plain_article a;
    a.id = number;
    for (auto& byte : a.external_id) byte = static_cast<unsigned char>(below(256));
    a.title = text(15 + below(40));
    if (below(4) != 0) a.content = text(100 + below(400));
    for (auto n = below(5); n > 0; --n) a.tags.push_back(text(1 + below(12)));
    a.metadata = "{\"lang\": \"en\", \"flags\": [\"new\", \"" + text(1) + "\"], \"stats\": {\"likes\": " +
                 std::to_string(below(10000)) + ", \"shares\": " + std::to_string(below(1000)) + "}, \"author\": \"" + text(8) +
                 "\"}";
    a.rating = static_cast<double>(below(500000)) / 100000;
    a.views = static_cast<std::int32_t>(below(1000000));
    a.created_at = 750'000'000'000'000 + static_cast<std::int64_t>(below(31'536'000'000'000));
    if (below(2) != 0) a.updated_at = a.created_at + static_cast<std::int64_t>(below(86'400'000'000));
    return a;
}

inline article make_article(std::int64_t number) {
    plain_article p = make_plain_article(number);
    std::uint64_t halves[2]{};
    for (std::size_t i = 0; i < 16; ++i) halves[i / 8] = halves[i / 8] << 8 | p.external_id[i];
    article a;
    a.id = p.id;
    a.external_id = pg::uuid(halves[0], halves[1]);
    a.title = std::move(p.title);
    a.content = std::move(p.content);
    a.tags = std::move(p.tags);
    a.metadata = pg::jsonb_text(std::move(p.metadata));
    a.rating = p.rating;
    a.views = p.views;
    a.created_at = pg::timestamptz::from_raw(p.created_at);
    if (p.updated_at) a.updated_at = pg::timestamptz::from_raw(*p.updated_at);
    return a;
}

/// Equal for equal rows, whichever way they were read.
inline std::uint64_t checksum(const plain_article& a) {
    auto sum = static_cast<std::uint64_t>(a.id) * 3 + a.title.size() + (a.content ? a.content->size() : 7) + a.metadata.size();
    for (const auto byte : a.external_id) sum += byte;
    for (const auto& tag : a.tags) sum += 5 * tag.size() + 1;
    sum += static_cast<std::uint64_t>(a.rating * 100000) + static_cast<std::uint64_t>(a.views);
    return sum + static_cast<std::uint64_t>(a.created_at) + (a.updated_at ? static_cast<std::uint64_t>(*a.updated_at) : 11);
}
inline std::uint64_t checksum(const article& a) {
    plain_article p{.id = a.id, .external_id = {}, .title = a.title.str(), .content = a.content, .tags = a.tags,
                    .metadata = a.metadata.str(), .rating = a.rating, .views = a.views, .created_at = a.created_at.raw(),
                    .updated_at = {}};
    for (std::size_t i = 0; i < 8; ++i) {
        p.external_id[i] = static_cast<unsigned char>(a.external_id.high() >> (56 - 8 * i));
        p.external_id[8 + i] = static_cast<unsigned char>(a.external_id.low() >> (56 - 8 * i));
    }
    if (a.updated_at) p.updated_at = a.updated_at->raw();
    return checksum(p);
}

}  // namespace benchmark_of_pgmodel

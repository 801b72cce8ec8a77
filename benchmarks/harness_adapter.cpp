// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// pgmodel for a benchmark harness that compares several libraries: its header `bench.hpp` brings the work, the rows
// and their data; it is not part of this repository, so nothing here builds this file.
//   g++ -std=c++20 -O2 -Iinclude -I$(pg_config --includedir) -I<folder of bench.hpp> benchmarks/harness_adapter.cpp -lpq

#include <bench.hpp>

#include <pgmodel.hpp>

#include <functional>
#include <utility>

namespace adapter {

namespace pg = pgmodel;

// The harness's rows in pgmodel's types, one model for each of its tables.
struct article {
    std::int64_t id{};
    pg::uuid uuid{};
    pg::varchar<200> title{};
    std::optional<std::string> content{};
    std::vector<std::string> tags{};
    pg::jsonb_text metadata{};
    double rating{};
    std::int32_t views{};
    pg::timestamptz created_at{};
    std::optional<pg::timestamptz> updated_at{};
    static constexpr auto table() { return pg::table("articles", pg::field<&article::id>.primary_key().identity()); }
};
struct parsed_article {
    std::int64_t id{};
    pg::uuid uuid{};
    pg::varchar<200> title{};
    std::optional<std::string> content{};
    std::vector<std::string> tags{};
    nlohmann::json metadata{};
    double rating{};
    std::int32_t views{};
    pg::timestamptz created_at{};
    std::optional<pg::timestamptz> updated_at{};
    static constexpr auto table() { return pg::table("articles", pg::field<&parsed_article::id>.primary_key().identity()); }
};
struct written_article {
    std::int64_t id{};
    pg::uuid uuid{};
    pg::varchar<200> title{};
    std::optional<std::string> content{};
    std::vector<std::string> tags{};
    pg::jsonb_text metadata{};
    double rating{};
    std::int32_t views{};
    pg::timestamptz created_at{};
    std::optional<pg::timestamptz> updated_at{};
    static constexpr auto table() { return pg::table("articles_w", pg::field<&written_article::id>.primary_key().identity()); }
};
struct updated_article {
    std::int64_t id{};
    pg::uuid uuid{};
    pg::varchar<200> title{};
    std::optional<std::string> content{};
    std::vector<std::string> tags{};
    pg::jsonb_text metadata{};
    double rating{};
    std::int32_t views{};
    pg::timestamptz created_at{};
    std::optional<pg::timestamptz> updated_at{};
    static constexpr auto table() { return pg::table("articles_u", pg::field<&updated_article::id>.primary_key().identity()); }
};
struct measurement {
    std::int64_t id{};
    std::int32_t sensor{};
    double value{};
    pg::timestamptz at{};
    static constexpr auto table() { return pg::table("measurements", pg::no_primary_key); }
};

inline std::int64_t since_1970(pg::timestamptz at) { return at.raw() + bench::pg_epoch_us; }

template <class Row>
std::uint64_t sum(const Row& a) {
    std::uint64_t h = static_cast<std::uint64_t>(a.id) * 3 + a.title.size() + (a.content ? a.content->size() : 7);
    if constexpr (requires { a.metadata.str(); }) h += bench::meta_sum(a.metadata.str());
    else h += bench::meta_sum(a.metadata);
    for (int i = 0; i < 8; ++i) h += (a.uuid.high() >> 8 * i & 255) + (a.uuid.low() >> 8 * i & 255);
    for (auto& t : a.tags) h += t.size() * 5 + 1;
    h += static_cast<std::uint64_t>(a.rating * 100000 + 0.5) + static_cast<std::uint64_t>(a.views);
    return h + static_cast<std::uint64_t>(since_1970(a.created_at)) % 1000003 +
           (a.updated_at ? static_cast<std::uint64_t>(since_1970(*a.updated_at)) % 1000003 : 11);
}
inline std::uint64_t sum(const measurement& m) {
    return bench::sum(bench::Measurement{m.id, m.sensor, m.value, since_1970(m.at)});
}

inline pg::uuid uuid_of(const bench::Article& a) {
    std::uint64_t halves[2]{};
    for (std::size_t i = 0; i < 16; ++i) halves[i / 8] = halves[i / 8] << 8 | a.uuid[i];
    return {halves[0], halves[1]};
}
inline pg::timestamptz since_2000(std::int64_t since_1970) {
    return pg::timestamptz::from_raw(since_1970 - bench::pg_epoch_us);
}
inline std::optional<pg::timestamptz> since_2000(const std::optional<std::int64_t>& since_1970) {
    if (!since_1970) return std::nullopt;
    return since_2000(*since_1970);
}
/// The harness hands its own rows over; the strings of `to` are used again, so that the copy costs no allocation.
template <class Row>
void assign(const bench::Article& from, Row& to) {
    to.id = 0;
    to.uuid = uuid_of(from);
    to.title = from.title;
    to.content = from.content;
    to.tags = from.tags;
    to.metadata = pg::jsonb_text(from.metadata);
    to.rating = from.rating;
    to.views = from.views;
    to.created_at = since_2000(from.created_at);
    to.updated_at = since_2000(from.updated_at);
}

struct by_pgmodel {
    static constexpr const char* name = "pgmodel";
    by_pgmodel(const char* dsn, const std::string&) : db(dsn) {}

    article point(std::int64_t id) { return db.get<article>(id); }
    /// Of a row that is no model of its own, a built statement refers to the texts where they are.
    std::int64_t insert_one(const bench::Article& a) {
        using pg::col;
        const pg::jsonb_text metadata(a.metadata);
        return db.one(pg::insert_into(pg::model<written_article>)
                          .values(col<&written_article::uuid> = uuid_of(a), col<&written_article::title> = std::cref(a.title),
                                  col<&written_article::content> = std::cref(a.content),
                                  col<&written_article::tags> = std::cref(a.tags),
                                  col<&written_article::metadata> = std::cref(metadata),
                                  col<&written_article::rating> = a.rating, col<&written_article::views> = a.views,
                                  col<&written_article::created_at> = since_2000(a.created_at),
                                  col<&written_article::updated_at> = since_2000(a.updated_at))
                          .returning(col<&written_article::id>));
    }
    void bulk(const std::vector<bench::Article>& rows) {
        std::vector<written_article> all(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) assign(rows[i], all[i]);
        db.insert(std::move(all));
    }
    std::vector<article> all() { return db.all(pg::select<article>()); }
    std::vector<parsed_article> all_json() { return db.all(pg::select<parsed_article>()); }
    std::vector<measurement> narrow() { return db.all(pg::select<measurement>()); }
    void update_one(std::int64_t id, const std::string& title, std::int32_t views, double rating, std::int64_t us) {
        updated.id = id;
        updated.title = title;
        updated.views = views;
        updated.rating = rating;
        updated.updated_at = since_2000(us);
        db.update<&updated_article::title, &updated_article::views, &updated_article::rating, &updated_article::updated_at>(updated);
    }
    void upsert(const bench::Article& a) {
        assign(a, updated);
        updated.id = a.id;
        db.upsert<&updated_article::id>(std::ref(updated));
    }
    void tx100(std::int64_t base) {
        db.transaction([&](pg::transaction& tx) {
            for (std::int64_t k = base; k < base + 100; ++k) {
                updated.id = bench::pick_u(k);
                updated.views = static_cast<std::int32_t>(k);
                tx.update<&updated_article::views>(updated);
            }
        });
    }

    struct Pool {
        Pool(const char* dsn, int size) : pool(dsn, {.size = static_cast<std::size_t>(size)}) {}
        void touch() { auto lease = pool.acquire(); }
        pg::pool pool;
    };

    pg::session db;
    updated_article updated{};
};

}  // namespace adapter

int main(int count, char** arguments) { return bench::bench_main<adapter::by_pgmodel>(count, arguments); }

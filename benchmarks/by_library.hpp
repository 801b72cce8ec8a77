// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The same through pgmodel, as a user writes it.
#pragma once

#include "article.hpp"

#include <pgmodel/query/condition.hpp>

#include <functional>
#include <utility>

namespace benchmark_of_pgmodel {

class by_library {
public:
    using row = article;
    static row make(std::int64_t number) { return make_article(number); }

    explicit by_library(const char* dsn) : db_(dsn) {}

    row find(std::int64_t id) { return db_.get<article>(id); }
    std::vector<row> all() { return db_.all(pg::select<article>()); }
    std::vector<row> next(std::int64_t id, std::int64_t most) {
        return db_.all(pg::select<article>().where(pg::col<&row::id> > id).order_by(pg::col<&row::id>).limit(most));
    }
    pg::varchar<200> set_views(std::int64_t id, std::int32_t views) {
        return db_.one(pg::update(pg::model<article>)
                           .set(pg::col<&row::views> = views)
                           .where(pg::col<&row::id> == id)
                           .returning(pg::col<&row::title>));
    }
    std::vector<std::tuple<pg::varchar<200>, std::string, std::int32_t>> comments(std::int64_t id, std::int64_t most) {
        return db_.all(pg::select(pg::col<&row::title>, pg::col<&comment::body>, pg::col<&comment::stars>)
                           .from(pg::model<comment>)
                           .join(pg::col<&comment::article_id>)
                           .where(pg::col<&comment::id> > id)
                           .order_by(pg::col<&comment::id>)
                           .limit(most));
    }
    std::vector<row> filtered(const wanted_articles& wanted) {
        pg::condition<row> all;
        if (wanted.views_from) all &= pg::col<&row::views> >= *wanted.views_from;
        if (wanted.rating_from) all &= pg::col<&row::rating> >= *wanted.rating_from;
        if (wanted.title) all &= pg::col<&row::title> == std::string_view(*wanted.title);
        all &= pg::col<&row::id> > wanted.after;
        return db_.all(pg::select<row>().where(all).order_by(pg::col<&row::id>).limit(10));
    }
    std::int64_t insert_or_count(row& a) {
        return db_.one(pg::insert_into(pg::model<row>)
                           .values(pg::col<&row::external_id> = a.external_id, pg::col<&row::title> = std::cref(a.title),
                                   pg::col<&row::content> = std::cref(a.content), pg::col<&row::tags> = std::cref(a.tags),
                                   pg::col<&row::metadata> = std::cref(a.metadata), pg::col<&row::rating> = a.rating,
                                   pg::col<&row::views> = a.views, pg::col<&row::created_at> = a.created_at,
                                   pg::col<&row::updated_at> = a.updated_at)
                           .on_conflict(pg::col<&row::external_id>)
                           .do_update(pg::col<&row::views> = pg::col<&row::views> + pg::excluded(pg::col<&row::views>),
                                      pg::col<&row::rating> = pg::excluded(pg::col<&row::rating>))
                           .returning(pg::col<&row::id>));
    }
    void insert(row& a) {
        a.id = 0;
        db_.insert(std::ref(a));
    }
    void insert_moved(row& a) {
        a.id = 0;
        a = db_.insert(std::move(a));
    }
    void update(row& a) { db_.update<&row::title, &row::rating, &row::views, &row::updated_at>(a); }
    void upsert(row& a) {
        a.id = 0;
        db_.upsert<&row::external_id>(std::ref(a));
    }
    void upsert_by_id(row& a) { db_.upsert<&row::id>(std::ref(a)); }
    void insert_many(std::vector<row>& rows) {
        for (auto& a : rows) a.id = 0;
        rows = db_.insert(std::move(rows));
    }
    std::uint64_t copy_rows(const std::vector<row>& rows) { return pg::copy_rows(db_, rows); }
    std::uint64_t stream() {
        std::uint64_t sum = 0;
        for (auto&& a : pg::stream(db_, pg::select<row>())) sum += a.title.size();
        return sum;
    }
    std::uint64_t stream_numbers() {
        std::uint64_t sum = 0;
        for (auto [id, article_id, stars] :
             pg::stream(db_, pg::select(pg::col<&comment::id>, pg::col<&comment::article_id>, pg::col<&comment::stars>)))
            sum += static_cast<std::uint64_t>(id + article_id + stars);
        return sum;
    }
    std::uint64_t stream_single_numbers() { return stream_numbers(); }
    void script(const char* sql) { db_.execute_script(sql); }

private:
    pg::session db_;
};

class pool_by_library {
public:
    explicit pool_by_library(const char* dsn) : pool_(dsn, {.size = 4}) {}
    void touch() { auto lease = pool_.acquire(); }

private:
    pg::pool pool_;
};

}  // namespace benchmark_of_pgmodel

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The same through pgmodel, as a user writes it.
#pragma once

#include "article.hpp"

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
    void insert(row& a) {
        a.id = 0;
        a = db_.insert(std::move(a));
    }
    void update(row& a) { db_.update<&row::title, &row::rating, &row::views, &row::updated_at>(a); }
    void upsert(row& a) {
        a.id = 0;
        a = db_.upsert<&row::external_id>(std::move(a));
    }
    void upsert_by_id(row& a) { a = db_.upsert<&row::id>(std::move(a)); }
    void insert_many(std::vector<row>& rows) {
        for (auto& a : rows) a.id = 0;
        rows = db_.insert(std::move(rows));
    }
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

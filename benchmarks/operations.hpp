// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is measured, each written once for both ways.
#pragma once

#include "by_hand.hpp"
#include "by_library.hpp"

#include <benchmark/benchmark.h>

namespace benchmark_of_pgmodel {

/// Two databases of one server: one that is only read, with the test data, and one that is written.
struct databases {
    std::string read{}, written{};
};

inline constexpr std::int64_t rows_read = 100'000, rows_written = 10'000;

/// Some key of the test data: not in order, so that neither side profits from the last one.
inline std::int64_t pick(std::uint64_t n, std::int64_t rows) {
    return static_cast<std::int64_t>(scramble(n) % static_cast<std::uint64_t>(rows)) + 1;
}

/// The state of an operation and how to do it once; `rows` is what one run is divided by.
template <class Client>
struct select_by_key {
    static constexpr const char* name = "select by key";
    static constexpr std::int64_t rows = 1, times = 4000;
    explicit select_by_key(const databases& on) : db(on.read.c_str()) {}
    void once() { benchmark::DoNotOptimize(db.find(pick(n++, rows_read))); }
    Client db;
    std::uint64_t n = 0;
};

template <class Client>
struct writing {
    explicit writing(const databases& on) : db(on.written.c_str()) {
        db.script("truncate articles restart identity");
        for (std::int64_t i = 1; i <= 2000; ++i) data.push_back(Client::make(i));
    }
    typename Client::row& next() { return data[n++ % data.size()]; }
    /// The next one, which is not in the table: the second key is unique.
    typename Client::row& next_new() {
        if (n % data.size() == 0) db.script("truncate articles");
        return next();
    }
    Client db;
    std::vector<typename Client::row> data{};
    std::size_t n = 0;
};
template <class Client>
struct insert_returning : writing<Client> {
    static constexpr const char* name = "insert returning";
    static constexpr std::int64_t rows = 1, times = 2000;
    explicit insert_returning(const databases& on) : writing<Client>(on) {}
    void once() { this->db.insert(this->next_new()); }
};
/// The row goes in and comes back as a value.
template <class Client>
struct insert_moved : writing<Client> {
    static constexpr const char* name = "insert, row moved";
    static constexpr std::int64_t rows = 1, times = 2000;
    explicit insert_moved(const databases& on) : writing<Client>(on) {}
    void once() { this->db.insert_moved(this->next_new()); }
};
template <class Client>
struct update : writing<Client> {
    static constexpr const char* name = "update";
    static constexpr std::int64_t rows = 1, times = 4000;
    explicit update(const databases& on) : writing<Client>(on) {
        for (auto& a : this->data) this->db.insert(a);
    }
    void once() { this->db.update(this->next()); }
};
template <class Client>
struct upsert : writing<Client> {
    static constexpr const char* name = "upsert";
    static constexpr std::int64_t rows = 1, times = 4000;
    explicit upsert(const databases& on) : writing<Client>(on) {}
    void once() { this->db.upsert(this->next()); }
};
template <class Client>
struct upsert_by_id : writing<Client> {
    static constexpr const char* name = "upsert by id";
    static constexpr std::int64_t rows = 1, times = 4000;
    explicit upsert_by_id(const databases& on) : writing<Client>(on) {}
    void once() { this->db.upsert_by_id(this->next()); }
};
template <class Client>
struct built_select {
    static constexpr const char* name = "built select of 10 rows";
    static constexpr std::int64_t rows = 1, times = 2000;
    explicit built_select(const databases& on) : db(on.read.c_str()) {}
    void once() { benchmark::DoNotOptimize(db.next(pick(n++, rows_read), 10)); }
    Client db;
    std::uint64_t n = 0;
};
template <class Client>
struct built_update : writing<Client> {
    static constexpr const char* name = "built update returning";
    static constexpr std::int64_t rows = 1, times = 4000;
    explicit built_update(const databases& on) : writing<Client>(on) {
        for (auto& a : this->data) this->db.insert(a);
    }
    void once() {
        const auto& a = this->next();
        benchmark::DoNotOptimize(this->db.set_views(a.id, a.views));
    }
};
template <class Client>
struct join_of_two {
    static constexpr const char* name = "join, 10 rows into tuples";
    static constexpr std::int64_t rows = 1, times = 2000;
    explicit join_of_two(const databases& on) : db(on.read.c_str()) {}
    void once() { benchmark::DoNotOptimize(db.comments(pick(n++, rows_read), 10)); }
    Client db;
    std::uint64_t n = 0;
};
template <class Client>
struct filtered_select {
    static constexpr const char* name = "select, run-time condition";
    static constexpr std::int64_t rows = 1, times = 2000;
    explicit filtered_select(const databases& on) : db(on.read.c_str()) {}
    void once() {
        wanted_articles wanted{.after = pick(n, rows_read)};
        if (n % 2 != 0) wanted.views_from = 100'000;
        if (n % 3 != 0) wanted.rating_from = 1.5;
        ++n;
        benchmark::DoNotOptimize(db.filtered(wanted));
    }
    Client db;
    std::uint64_t n = 0;
};
template <class Client>
struct built_upsert : writing<Client> {
    static constexpr const char* name = "built insert on conflict";
    static constexpr std::int64_t rows = 1, times = 4000;
    explicit built_upsert(const databases& on) : writing<Client>(on) {
        for (auto& a : this->data) this->db.insert(a), a.views = 1;
    }
    void once() { benchmark::DoNotOptimize(this->db.insert_or_count(this->next())); }
};
template <class Client>
struct read_all {
    static constexpr const char* name = "read 100,000 rows";
    static constexpr std::int64_t rows = rows_read, times = 1;
    explicit read_all(const databases& on) : db(on.read.c_str()) {}
    void once() { benchmark::DoNotOptimize(db.all()); }
    Client db;
};
template <class Client>
struct insert_many {
    static constexpr const char* name = "insert 10,000 rows";
    static constexpr std::int64_t rows = rows_written, times = 1;
    explicit insert_many(const databases& on) : db(on.written.c_str()) {
        for (std::int64_t i = 1; i <= rows; ++i) data.push_back(Client::make(i));
    }
    void once() {
        db.script("truncate articles");
        db.insert_many(data);
    }
    Client db;
    std::vector<typename Client::row> data{};
};
template <class Client>
struct copy_many : insert_many<Client> {
    static constexpr const char* name = "copy 10,000 rows";
    using insert_many<Client>::insert_many;
    void once() {
        this->db.script("truncate articles");
        benchmark::DoNotOptimize(this->db.copy_rows(this->data));
    }
};
template <class Client>
struct stream_all : read_all<Client> {
    static constexpr const char* name = "stream 100,000 rows";
    using read_all<Client>::read_all;
    void once() { benchmark::DoNotOptimize(this->db.stream()); }
};
template <class Client>
struct stream_numbers : read_all<Client> {
    static constexpr const char* name = "stream of 3 numbers";
    using read_all<Client>::read_all;
    void once() { benchmark::DoNotOptimize(this->db.stream_numbers()); }
};
/// The other way of libpq, which makes a result of each row.
template <class Client>
struct stream_single_numbers : read_all<Client> {
    static constexpr const char* name = "the same by single rows";
    using read_all<Client>::read_all;
    void once() { benchmark::DoNotOptimize(this->db.stream_single_numbers()); }
};
template <class Pool>
struct pool_touch {
    static constexpr const char* name = "pool acquire, release";
    static constexpr std::int64_t rows = 1, times = 500'000;
    explicit pool_touch(const databases& on) : pool(on.read.c_str()) {}
    void once() { pool.touch(); }
    Pool pool;
};

/// Makes the tables and the rows that are read; both ways must read the same.
inline void fill(const databases& databases) {
    pg::session(databases.written).create_all(models);
    pg::session db(databases.read);
    db.create_all(models_read);
    for (std::int64_t first = 1; first <= rows_read; first += rows_written) {
        std::vector<article> rows;
        for (std::int64_t i = 0; i < rows_written; ++i) rows.push_back(make_article(first + i));
        db.insert(std::move(rows));
    }
    db.execute_script("insert into comments (article_id, body, stars) select id, left(metadata::text, 60), id % 6 from articles "
                      "order by id");
    db.execute_script("vacuum (freeze, analyze) articles, comments");
    std::uint64_t sums[3]{};
    for (std::int64_t i = 1; i <= rows_read; ++i) sums[0] += checksum(make_plain_article(i));
    for (const auto& a : by_library(databases.read.c_str()).all()) sums[1] += checksum(a);
    for (const auto& a : by_hand(databases.read.c_str()).all()) sums[2] += checksum(a);
    if (sums[0] != sums[1] || sums[0] != sums[2]) throw pg::error("the two ways have not read the same rows");
    by_library ours(databases.read.c_str());
    by_hand theirs(databases.read.c_str());
    if (ours.stream() != theirs.stream() || ours.stream_numbers() != theirs.stream_numbers() || ours.stream_numbers() != theirs.stream_single_numbers())
        throw pg::error("the streams have not read the same rows");
    const wanted_articles wanted{.views_from = 1000, .rating_from = 1.5};
    for (const auto& [title, body, stars] : ours.comments(70, 10)) sums[1] += title.size() + body.size() * 3 + static_cast<unsigned>(stars);
    for (const auto& [title, body, stars] : theirs.comments(70, 10)) sums[2] += title.size() + body.size() * 3 + static_cast<unsigned>(stars);
    for (const auto& a : ours.filtered(wanted)) sums[1] += checksum(a);
    for (const auto& a : theirs.filtered(wanted)) sums[2] += checksum(a);
    if (sums[1] != sums[2]) throw pg::error("the two ways have not read the same rows of a query");
}

}  // namespace benchmark_of_pgmodel

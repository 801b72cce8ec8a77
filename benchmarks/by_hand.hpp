// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The reference: what an expert writes on libpq for this one table. Everything is prepared once, binary both ways and
// asynchronous with one poll(), without a buffer that is not needed and without any check that is not needed here.
#pragma once

#include "article.hpp"

#include <libpq-fe.h>
#include <poll.h>
#include <pthread.h>

#include <cstring>
#include <stdexcept>
#include <tuple>
#include <unordered_map>

namespace benchmark_of_pgmodel {

template <class Number>
inline Number from_network(const char* at) {
    Number value;
    std::memcpy(&value, at, sizeof value);
    if constexpr (sizeof value == 4) return static_cast<Number>(__builtin_bswap32(static_cast<std::uint32_t>(value)));
    else return static_cast<Number>(__builtin_bswap64(static_cast<std::uint64_t>(value)));
}
inline double double_from_network(const char* at) {
    const auto bits = from_network<std::uint64_t>(at);
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}
inline char* put(char* at, std::int32_t value) {
    const auto swapped = __builtin_bswap32(static_cast<std::uint32_t>(value));
    std::memcpy(at, &swapped, sizeof swapped);
    return at + sizeof swapped;
}
inline char* put(char* at, std::int64_t value) {
    const auto swapped = __builtin_bswap64(static_cast<std::uint64_t>(value));
    std::memcpy(at, &swapped, sizeof swapped);
    return at + sizeof swapped;
}
inline char* put(char* at, double value) {
    std::int64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return put(at, bits);
}
inline char* put(char* at, const void* bytes, std::size_t size) {
    std::memcpy(at, bytes, size);
    return at + size;
}

class by_hand {
public:
    using row = plain_article;
    static row make(std::int64_t number) { return make_plain_article(number); }

    explicit by_hand(const char* dsn) : conn_(PQconnectdb(dsn)) {
        if (PQstatus(conn_) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(conn_));
        prepare("find", std::string(select) + " where id = $1");
        prepare("all", select);
        prepare("next", std::string(select) + " where id > $1 order by id limit $2");
        prepare("set_views", "update articles set views = $1 where id = $2 returning title");
        prepare("insert", std::string(insert_into) + values + " returning id");
        prepare("update", "update articles set title = $1, rating = $2, views = $3, updated_at = $4 where id = $5");
        const std::string set =
            "title = excluded.title, content = excluded.content, tags = excluded.tags, metadata = excluded.metadata, "
            "rating = excluded.rating, views = excluded.views, created_at = excluded.created_at, updated_at = excluded.updated_at";
        prepare("upsert", std::string(insert_into) + values + " on conflict (external_id) do update set " + set + " returning id");
        prepare("insert_or_count", std::string(insert_into) + values + " on conflict (external_id) do update set views = "
                                   "articles.views + excluded.views, rating = excluded.rating returning id");
        prepare("upsert_by_id", "insert into articles (id, external_id, title, content, tags, metadata, rating, views, created_at, "
                                "updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do update set "
                                "external_id = excluded.external_id, " + set);
        prepare("insert_many",
                std::string(insert_into) +
                    "select a, b, c, d::text[], e, f, g, h, i from unnest($1::uuid[], $2::varchar[], $3::text[], $4::text[], "
                    "$5::jsonb[], $6::float8[], $7::int4[], $8::timestamptz[], $9::timestamptz[]) as r (a, b, c, d, e, f, g, h, i) "
                    "returning id");
    }
    by_hand(const by_hand&) = delete;
    ~by_hand() { PQfinish(conn_); }

    row find(std::int64_t id) {
        char bytes[8];
        put(bytes, id);
        const char* const parameters[] = {bytes};
        const int lengths[] = {8}, formats[] = {1};
        PGresult* r = run("find", 1, parameters, lengths, formats);
        row found = decode(r, 0);
        PQclear(r);
        return found;
    }
    std::vector<row> all() { return rows(run("all", 0, nullptr, nullptr, nullptr)); }
    std::vector<row> next(std::int64_t id, std::int64_t most) {
        char bytes[16];
        put(put(bytes, id), most);
        const char* const parameters[] = {bytes, bytes + 8};
        const int lengths[] = {8, 8}, formats[] = {1, 1};
        return rows(run("next", 2, parameters, lengths, formats));
    }
    std::string set_views(std::int64_t id, std::int32_t views) {
        char bytes[12];
        put(put(bytes, views), id);
        const char* const parameters[] = {bytes, bytes + 4};
        const int lengths[] = {4, 8}, formats[] = {1, 1};
        PGresult* r = run("set_views", 2, parameters, lengths, formats);
        std::string title(PQgetvalue(r, 0, 0), static_cast<std::size_t>(PQgetlength(r, 0, 0)));
        PQclear(r);
        return title;
    }
    std::vector<std::tuple<std::string, std::string, std::int32_t>> comments(std::int64_t id, std::int64_t most) {
        char bytes[16];
        put(put(bytes, id), most);
        const char* const parameters[] = {bytes, bytes + 8};
        const int lengths[] = {8, 8}, formats[] = {1, 1};
        if (!joins_) prepare("comments", "select articles.title, comments.body, comments.stars from comments join articles on "
                                         "comments.article_id = articles.id where comments.id > $1 order by comments.id limit $2");
        joins_ = true;
        PGresult* r = run("comments", 2, parameters, lengths, formats);
        const int count = PQntuples(r);
        std::vector<std::tuple<std::string, std::string, std::int32_t>> all;
        all.reserve(static_cast<std::size_t>(count));
        const auto text = [r](int i, int column) {
            return std::string(PQgetvalue(r, i, column), static_cast<std::size_t>(PQgetlength(r, i, column)));
        };
        for (int i = 0; i < count; ++i) all.emplace_back(text(i, 0), text(i, 1), from_network<std::int32_t>(PQgetvalue(r, i, 2)));
        PQclear(r);
        return all;
    }
    /// Its text is put together and prepared once for each text.
    std::vector<row> filtered(const wanted_articles& wanted) {
        std::string sql = select;
        const char* before = " where ";
        char bytes[28];
        char* at = bytes;
        const char* parameters[5];
        int lengths[5], count = 0;
        static constexpr int formats[] = {1, 1, 1, 1, 1};
        const auto add = [&](const char* condition, const char* value, std::size_t size) {
            parameters[count] = value;
            lengths[count++] = static_cast<int>(size);
            (((sql += before) += condition) += " $") += static_cast<char>('0' + count);
            before = " and ";
        };
        const auto number = [&](const char* condition, auto value) {
            char* const begin = at;
            at = put(at, value);
            add(condition, begin, sizeof value);
        };
        if (wanted.views_from) number("views >=", *wanted.views_from);
        if (wanted.rating_from) number("rating >=", *wanted.rating_from);
        if (wanted.title) add("title =", wanted.title->data(), wanted.title->size());
        number("id >", wanted.after);
        (sql += " order by id limit $") += static_cast<char>('1' + count);
        const char* const end = at;
        at = put(at, std::int64_t{10});
        parameters[count] = end;
        lengths[count++] = 8;
        auto found = texts_.find(sql);
        if (found == texts_.end()) {
            found = texts_.emplace(sql, "text" + std::to_string(texts_.size())).first;
            prepare(found->second.c_str(), sql);
        }
        return rows(run(found->second.c_str(), count, parameters, lengths, formats));
    }
    std::int64_t insert_or_count(row& a) {
        fill(a, 0);
        PGresult* r = run("insert_or_count", 9, parameters_, lengths_, formats_);
        const auto id = from_network<std::int64_t>(PQgetvalue(r, 0, 0));
        PQclear(r);
        return id;
    }
    static std::vector<row> rows(PGresult* r) {
        const int count = PQntuples(r);
        std::vector<row> rows;
        rows.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) rows.push_back(decode(r, i));
        PQclear(r);
        return rows;
    }
    void insert(row& a) {
        fill(a, 0);
        take_id(run("insert", 9, parameters_, lengths_, formats_), a);
    }
    void insert_moved(row& a) { insert(a); }
    void update(row& a) {
        char bytes[28];
        char* at = put(put(bytes, a.rating), a.views);
        if (a.updated_at) at = put(at, *a.updated_at);
        put(bytes + 20, a.id);
        const char* const parameters[] = {a.title.data(), bytes, bytes + 8, a.updated_at ? bytes + 12 : nullptr, bytes + 20};
        const int lengths[] = {static_cast<int>(a.title.size()), 8, 4, 8, 8}, formats[] = {1, 1, 1, 1, 1};
        PGresult* r = run("update", 5, parameters, lengths, formats);
        if (PQcmdTuples(r)[0] != '1') throw std::runtime_error("no such row");
        PQclear(r);
    }
    void upsert(row& a) {
        fill(a, 0);
        take_id(run("upsert", 9, parameters_, lengths_, formats_), a);
    }
    void upsert_by_id(row& a) {
        fill(a, 1);
        char bytes[8];
        put(bytes, a.id);
        parameters_[0] = bytes;
        lengths_[0] = 8;
        formats_[0] = 1;
        PGresult* r = run("upsert_by_id", 10, parameters_, lengths_, formats_);
        if (PQcmdTuples(r)[0] != '1') throw std::runtime_error("the row was not stored");
        PQclear(r);
    }
    void insert_many(std::vector<row>& rows) {
        std::size_t titles = 0, contents = 0, tags = 0, documents = 0;
        for (const auto& a : rows) {
            titles += a.title.size();
            if (a.content) contents += a.content->size();
            tags += array_text_size(a.tags);
            documents += 1 + a.metadata.size();
        }
        const std::size_t n = rows.size(), fixed = 20 + 4 * n;
        const std::size_t sizes[9] = {fixed + 16 * n, fixed + titles, fixed + contents, fixed + tags, fixed + documents,
                                      fixed + 8 * n, fixed + 4 * n, fixed + 8 * n, fixed + 8 * n};
        static constexpr std::int32_t types[9] = {2950, 1043, 25, 25, 3802, 701, 23, 1184, 1184};
        std::size_t total = 0;
        for (const auto size : sizes) total += size;
        std::vector<char> bytes;
        bytes.reserve(total);  // the bytes stay uninitialised
        char* begin[9];
        char* at[9];
        std::size_t next = 0;
        for (std::size_t i = 0; i < 9; ++i) {
            begin[i] = at[i] = bytes.data() + next;
            next += sizes[i];
            for (const std::int32_t head : {1, 1, types[i], static_cast<std::int32_t>(n), 1}) at[i] = put(at[i], head);
        }
        const auto text = [](char*& to, const std::string& s) {
            to = put(put(to, static_cast<std::int32_t>(s.size())), s.data(), s.size());
        };
        for (const auto& a : rows) {
            at[0] = put(put(at[0], 16), a.external_id.data(), 16);
            text(at[1], a.title);
            if (a.content) text(at[2], *a.content);
            else at[2] = put(at[2], -1);
            char* const length = at[3];
            at[3] = put_array_text(length + 4, a.tags);
            put(length, static_cast<std::int32_t>(at[3] - length - 4));
            at[4] = put(at[4], static_cast<std::int32_t>(a.metadata.size() + 1));
            *at[4]++ = 1;
            at[4] = put(at[4], a.metadata.data(), a.metadata.size());
            at[5] = put(put(at[5], 8), a.rating);
            at[6] = put(put(at[6], 4), a.views);
            at[7] = put(put(at[7], 8), a.created_at);
            at[8] = a.updated_at ? put(put(at[8], 8), *a.updated_at) : put(at[8], -1);
        }
        const char* parameters[9];
        int lengths[9], formats[9];
        for (std::size_t i = 0; i < 9; ++i) {
            parameters[i] = begin[i];
            lengths[i] = static_cast<int>(at[i] - begin[i]);
            formats[i] = 1;
        }
        PGresult* r = run("insert_many", 9, parameters, lengths, formats);
        for (std::size_t i = 0; i < n; ++i) rows[i].id = from_network<std::int64_t>(PQgetvalue(r, static_cast<int>(i), 0));
        PQclear(r);
    }
    /// COPY in the binary format, by one buffer that is sent whenever it holds 64 kB: less is slower, more is not faster.
    std::uint64_t copy_rows(const std::vector<row>& rows) {
        PGresult* r = PQexec(conn_, "copy articles (id, external_id, title, content, tags, metadata, rating, views, created_at, updated_at) "
                                    "from stdin (format binary)");
        if (PQresultStatus(r) != PGRES_COPY_IN) throw std::runtime_error(PQerrorMessage(conn_));
        PQclear(r);
        constexpr std::size_t full = 1 << 16;
        std::vector<char> bytes;
        bytes.reserve(full + 4096);  // the bytes stay uninitialised
        char* at = put(bytes.data(), "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
        const auto send = [&] {
            if (PQputCopyData(conn_, bytes.data(), static_cast<int>(at - bytes.data())) != 1) throw std::runtime_error(PQerrorMessage(conn_));
            at = bytes.data();
        };
        const auto text = [&at](const std::string& s) { at = put(put(at, static_cast<std::int32_t>(s.size())), s.data(), s.size()); };
        for (const auto& a : rows) {
            *at++ = 0, *at++ = 10;
            at = put(put(at, 8), a.id);
            at = put(put(at, 16), a.external_id.data(), 16);
            text(a.title);
            if (a.content) text(*a.content);
            else at = put(at, -1);
            char* const length = at;
            at = put_text_array(at + 4, a.tags);
            put(length, static_cast<std::int32_t>(at - length - 4));
            at = put(at, static_cast<std::int32_t>(a.metadata.size() + 1));
            *at++ = 1;
            at = put(at, a.metadata.data(), a.metadata.size());
            at = put(put(put(put(at, 8), a.rating), 4), a.views);
            at = put(put(at, 8), a.created_at);
            at = a.updated_at ? put(put(at, 8), *a.updated_at) : put(at, -1);
            if (at - bytes.data() >= static_cast<std::ptrdiff_t>(full)) send();
        }
        *at++ = '\377', *at++ = '\377';
        send();
        PQputCopyEnd(conn_, nullptr);
        r = PQgetResult(conn_);
        const auto stored = static_cast<std::uint64_t>(std::atoll(PQcmdTuples(r)));
        PQclear(r);
        while (PGresult* rest = PQgetResult(conn_)) PQclear(rest);
        return stored;
    }
    /// By a cursor, of which the next rows are fetched while these are read.
    std::uint64_t stream() {
        std::uint64_t sum = 0;
        by_cursor(select, [&](const PGresult* r, int i) { sum += decode(r, i).title.size(); });
        return sum;
    }
    std::uint64_t stream_numbers() {
        std::uint64_t sum = 0;
        by_cursor(numbers, [&](const PGresult* r, int i) { sum += number(r, i); });
        return sum;
    }
    std::uint64_t stream_single_numbers() {
        std::uint64_t sum = 0;
        if (!PQsendQueryParams(conn_, numbers, 0, nullptr, nullptr, nullptr, nullptr, 1) || !PQsetSingleRowMode(conn_))
            throw std::runtime_error(PQerrorMessage(conn_));
        while (PGresult* r = PQgetResult(conn_)) {
            if (PQresultStatus(r) == PGRES_SINGLE_TUPLE) sum += number(r, 0);
            PQclear(r);
        }
        return sum;
    }
    void script(const char* sql) {
        PGresult* r = PQexec(conn_, sql);
        const bool good = PQresultStatus(r) == PGRES_COMMAND_OK;
        PQclear(r);
        if (!good) throw std::runtime_error(PQerrorMessage(conn_));
    }

private:
    static constexpr const char* numbers = "select comments.id, comments.article_id, comments.stars from comments";
    static std::uint64_t number(const PGresult* r, int i) {
        return static_cast<std::uint64_t>(from_network<std::int64_t>(PQgetvalue(r, i, 0)) + from_network<std::int64_t>(PQgetvalue(r, i, 1)) +
                                          from_network<std::int32_t>(PQgetvalue(r, i, 2)));
    }
    /// The binary form, of elements that are not NULL.
    static char* put_text_array(char* at, const std::vector<std::string>& texts) {
        at = put(put(put(at, texts.empty() ? 0 : 1), 0), 25);
        if (texts.empty()) return at;
        at = put(put(at, static_cast<std::int32_t>(texts.size())), 1);
        for (const auto& text : texts) at = put(put(at, static_cast<std::int32_t>(text.size())), text.data(), text.size());
        return at;
    }
    template <class Row>
    void by_cursor(const std::string& sql, const Row& row) {
        script("begin read only; set local cursor_tuple_fraction = 1");
        script(("declare c no scroll cursor for " + sql).c_str());
        const auto send = [&] {
            if (!PQsendQueryParams(conn_, "fetch 1000 from c", 0, nullptr, nullptr, nullptr, nullptr, 1))
                throw std::runtime_error(PQerrorMessage(conn_));
        };
        send();
        for (int count = 1000; count == 1000;) {
            PGresult* r = PQgetResult(conn_);
            count = PQntuples(r);
            PQclear(PQgetResult(conn_));
            if (count == 1000) send();
            for (int i = 0; i < count; ++i) row(r, i);
            PQclear(r);
        }
        script("commit");
    }

    static constexpr const char* select =
        "select id, external_id, title, content, tags, metadata, rating, views, created_at, updated_at from articles";
    static constexpr const char* insert_into =
        "insert into articles (external_id, title, content, tags, metadata, rating, views, created_at, updated_at) ";
    static constexpr const char* values = "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    void prepare(const char* name, const std::string& sql) {
        PGresult* r = PQprepare(conn_, name, sql.c_str(), 0, nullptr);
        const bool good = PQresultStatus(r) == PGRES_COMMAND_OK;
        PQclear(r);
        if (!good) throw std::runtime_error(PQerrorMessage(conn_));
    }
    PGresult* run(const char* name, int count, const char* const* parameters, const int* lengths, const int* formats) {
        if (!PQsendQueryPrepared(conn_, name, count, parameters, lengths, formats, 1))
            throw std::runtime_error(PQerrorMessage(conn_));
        do {
            pollfd wanted{PQsocket(conn_), static_cast<short>(PQflush(conn_) == 1 ? POLLIN | POLLOUT : POLLIN), 0};
            if (::poll(&wanted, 1, 30'500) < 1) throw std::runtime_error("no answer");
            if (!PQconsumeInput(conn_)) throw std::runtime_error(PQerrorMessage(conn_));
        } while (PQisBusy(conn_));
        PGresult* r = PQgetResult(conn_);
        const auto status = PQresultStatus(r);
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
            PQclear(r);
            throw std::runtime_error(PQerrorMessage(conn_));
        }
        PQclear(PQgetResult(conn_));
        return r;
    }
    static void take_id(PGresult* r, row& a) {
        a.id = from_network<std::int64_t>(PQgetvalue(r, 0, 0));
        PQclear(r);
    }

    static row decode(const PGresult* r, int i) {
        row a;
        a.id = from_network<std::int64_t>(PQgetvalue(r, i, 0));
        std::memcpy(a.external_id.data(), PQgetvalue(r, i, 1), 16);
        a.title.assign(PQgetvalue(r, i, 2), static_cast<std::size_t>(PQgetlength(r, i, 2)));
        if (const int size = PQgetlength(r, i, 3); size != 0 || !PQgetisnull(r, i, 3))
            a.content.emplace(PQgetvalue(r, i, 3), static_cast<std::size_t>(size));
        const char* tags = PQgetvalue(r, i, 4);
        if (from_network<std::int32_t>(tags) != 0) {
            auto count = from_network<std::int32_t>(tags + 12);
            a.tags.reserve(static_cast<std::size_t>(count));
            for (tags += 20; count > 0; --count) {
                const auto size = from_network<std::int32_t>(tags);
                a.tags.emplace_back(tags + 4, static_cast<std::size_t>(size));
                tags += 4 + size;
            }
        }
        a.metadata.assign(PQgetvalue(r, i, 5) + 1, static_cast<std::size_t>(PQgetlength(r, i, 5) - 1));
        a.rating = double_from_network(PQgetvalue(r, i, 6));
        a.views = from_network<std::int32_t>(PQgetvalue(r, i, 7));
        a.created_at = from_network<std::int64_t>(PQgetvalue(r, i, 8));
        if (PQgetlength(r, i, 9) != 0) a.updated_at = from_network<std::int64_t>(PQgetvalue(r, i, 9));
        return a;
    }

    void fill(const row& a, int first) {
        int k = first;
        const auto bind = [&](const void* bytes, std::size_t size, int format = 1) {
            parameters_[k] = static_cast<const char*>(bytes);
            lengths_[k] = static_cast<int>(size);
            formats_[k++] = format;
        };
        bind(a.external_id.data(), 16);
        bind(a.title.data(), a.title.size());
        bind(a.content ? a.content->data() : nullptr, a.content ? a.content->size() : 0);
        std::size_t size = a.tags.empty() ? 12 : 20;
        for (const auto& tag : a.tags) size += 4 + tag.size();
        if (tags_.size() < size) tags_.resize(size);
        char* at = tags_.data();
        if (a.tags.empty())
            put(put(put(at, 0), 0), 25);
        else {
            for (const std::int32_t head : {1, 0, 25, static_cast<std::int32_t>(a.tags.size()), 1}) at = put(at, head);
            for (const auto& tag : a.tags) at = put(put(at, static_cast<std::int32_t>(tag.size())), tag.data(), tag.size());
        }
        bind(tags_.data(), size);
        bind(a.metadata.c_str(), a.metadata.size(), 0);  // as text it needs no version byte, so no copy
        put(numbers_, a.rating);
        put(numbers_ + 8, a.views);
        put(numbers_ + 12, a.created_at);
        if (a.updated_at) put(numbers_ + 20, *a.updated_at);
        bind(numbers_, 8);
        bind(numbers_ + 8, 4);
        bind(numbers_ + 12, 8);
        bind(a.updated_at ? numbers_ + 20 : nullptr, 8);
    }

    /// unnest() flattens arrays of arrays, so each array goes as its text.
    static std::size_t array_text_size(const std::vector<std::string>& tags) {
        std::size_t size = tags.empty() ? 2 : 1;
        for (const auto& tag : tags) {
            size += 3 + tag.size();
            for (const char c : tag) size += c == '"' || c == '\\';
        }
        return size;
    }
    static char* put_array_text(char* at, const std::vector<std::string>& tags) {
        *at++ = '{';
        for (const auto& tag : tags) {
            *at++ = '"';
            for (const char c : tag) {
                if (c == '"' || c == '\\') *at++ = '\\';
                *at++ = c;
            }
            *at++ = '"';
            *at++ = ',';
        }
        if (!tags.empty()) --at;
        *at++ = '}';
        return at;
    }

    PGconn* conn_;
    bool joins_ = false;
    std::unordered_map<std::string, std::string> texts_{};
    const char* parameters_[10]{};
    int lengths_[10]{}, formats_[10]{};
    char numbers_[28]{};
    std::vector<char> tags_;
};

/// The least that a correct pool does: lock, last in first out, and a look at the connection when it comes back.
class pool_by_hand {
public:
    explicit pool_by_hand(const char* dsn) {
        for (int i = 0; i < 4; ++i) idle_.push_back(PQconnectdb(dsn));
    }
    pool_by_hand(const pool_by_hand&) = delete;
    ~pool_by_hand() {
        for (auto* conn : idle_) PQfinish(conn);
    }
    void touch() {
        PGconn* conn = acquire();
        release(conn);
    }

private:
    [[gnu::noinline]] PGconn* acquire() {
        ::pthread_mutex_lock(&lock_);
        while (idle_.empty()) ::pthread_cond_wait(&returned_, &lock_);
        PGconn* conn = idle_.back();
        idle_.pop_back();
        ::pthread_mutex_unlock(&lock_);
        return conn;
    }
    [[gnu::noinline]] void release(PGconn* conn) {
        if (PQstatus(conn) != CONNECTION_OK || PQtransactionStatus(conn) != PQTRANS_IDLE) PQreset(conn);
        ::pthread_mutex_lock(&lock_);
        idle_.push_back(conn);
        ::pthread_mutex_unlock(&lock_);
        ::pthread_cond_signal(&returned_);
    }
    pthread_mutex_t lock_ = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t returned_ = PTHREAD_COND_INITIALIZER;
    std::vector<PGconn*> idle_;
};

}  // namespace benchmark_of_pgmodel

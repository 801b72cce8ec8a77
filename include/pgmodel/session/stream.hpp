// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The rows of a query one after the other, however many there are. Not part of <pgmodel.hpp>.
//
//     for (auto&& row : pg::stream(db, pg::select<article>())) ...
#pragma once

#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/returning.hpp>
#include <pgmodel/session/connection.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>

namespace pgmodel {

/// How a stream fetches its rows.
struct stream_options {
    std::size_t batch = 1000;  ///< rows that are fetched at once; two times as many are in memory at most
};

namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"stream", First, More...> = true;

/// Where a stream is.
struct stream_position {
    result batch{};            ///< the rows that were fetched last
    std::size_t row = 0;       ///< of the batch
    std::size_t stop = 0;      ///< the row at which there is something to do
    std::uint64_t before = 0;  ///< rows of the batches before
    bool over = false;         ///< there are no more rows
    void (*go_on)(stream_position&) = nullptr;  ///< at `stop`
    void (*end)(stream_position*) = nullptr;

    void advance() {
        if (++row >= stop) go_on(*this);
    }
};
struct end_stream {
    void operator()(stream_position* at) const { at->end(at); }
};
using stream_owner = std::unique_ptr<stream_position, end_stream>;

/// Declares a cursor.
PGMODEL_FUNCTION
stream_owner declare_stream(channel& c, const statement_shape& shape, const value_ref* refs);
/// Fetches the first rows and compares their columns with what is expected.
PGMODEL_FUNCTION
void start_stream(stream_position& at, const stream_options& wanted);
PGMODEL_FUNCTION
[[noreturn]] void throw_moved_stream();

}  // namespace detail

/// What `stream()` returns: a range of rows that is walked through once, and can be moved. Its end, also before the
/// last row, ends what it has begun on the connection.
template <class Reader>
class row_stream {
public:
    using row = typename Reader::row;

    class iterator {
    public:
        using iterator_concept = std::input_iterator_tag;
        using value_type = row;
        using difference_type = std::ptrdiff_t;

        /// Decodes the row, each time. Throws `decode_error`.
        row operator*() const { return read(*at_); }
        /// Fetches more where that is needed; throws what the server says.
        iterator& operator++() {
            at_->advance();
            return *this;
        }
        void operator++(int) { at_->advance(); }
        bool operator==(std::default_sentinel_t) const { return at_->over; }

    private:
        friend class row_stream;
        explicit iterator(detail::stream_position* at) : at_(at) {}

        detail::stream_position* at_;
    };

    explicit row_stream(detail::stream_owner at) : at_(std::move(at)) {}

    /// Where the stream is now. Throws `usage_error` when it was moved from.
    iterator begin() {
        if (!at_) detail::throw_moved_stream();
        return iterator(at_.get());
    }
    std::default_sentinel_t end() const { return {}; }

private:
    static row read(const detail::stream_position& in) {
        detail::decode_position at{in.row};
        try {
            return Reader::read(in.batch, at);
        } catch (const value_error& e) {
            at.row += static_cast<std::size_t>(in.before);
            detail::throw_unreadable(e, in.batch, at, Reader::columns::list, Reader::columns::count,
                                     detail::table_of_reader<Reader>);
        }
    }

    detail::stream_owner at_;
};

namespace detail {

struct declared_stream {
    using type = stream_owner;

    template <class = when_used>
    static stream_owner run(channel& c, const statement_shape& shape, const value_ref* refs) {
        return declare_stream(c, shape, refs);
    }
};
template <class Query>
struct streamable {
    static constexpr bool reads = query<Query>;
    static_assert(reads, "pgmodel: stream() reads what a select finds; what a statement returns that changes rows is "
                         "read by db.all(statement)");
    static constexpr bool value = reads;
};
/// Are these the values of placeholders, without options before them?
template <class... Given>
concept no_options = (!std::is_same_v<Given, stream_options> && ...);

}  // namespace detail

/// The rows of a query, each decoded when its turn comes: `for (auto&& row : pg::stream(db, query))`, with at most two
/// batches of them in memory. Values of placeholders stand behind the options.
///
/// `DECLARE ... CURSOR`, and `FETCH` of one batch while the rows of the one before are read. Outside a transaction the
/// stream is one of its own, which is read only and ends with it; in one it is part of that. The connection is the
/// stream's until its end, which comes after the last row, or when the stream goes; others get `usage_error`. Errors of
/// the server come at the batch that they are in, rows before it have been given. Throws `schema_mismatch` at once.
/// The session's deadline is that of each batch; where the program takes its time for the rows, the next batch is not
/// fetched ahead.
template <detail::statement Query, class... Bound>
row_stream<typename Query::reader> stream(connection& db, const Query& query, const stream_options& wanted,
                                          const Bound&... values) {
    using answer_reader = typename Query::reader;
    static_assert(Query::checks::value && detail::checked_rows<Query>::value);
    if constexpr (detail::streamable<Query>::value) {
        auto at = detail::run_query<Query, typename answer_reader::columns, detail::declared_stream>(
            detail::connection_access::channel_of(db), query, values...);
        detail::start_stream(*at, wanted);
        return row_stream<answer_reader>(std::move(at));
    }
}
template <detail::statement Query, class... Bound>
    requires(detail::no_options<Bound...>)
row_stream<typename Query::reader> stream(connection& db, const Query& query, const Bound&... values) {
    return stream(db, query, stream_options{}, values...);
}

/// The same of SQL text, which says what rows they are: `pg::stream<row>(db, "select ... where n > $1", 5)`.
template <class Row, class... Values>
row_stream<detail::row_reader<Row>> stream(connection& db, const raw_sql& sql, const stream_options& wanted,
                                           const Values&... values) {
    using answer_reader = detail::row_reader<Row>;
    auto at = detail::run_raw<typename answer_reader::columns, detail::declared_stream>(
        detail::connection_access::channel_of(db), sql, values...);
    detail::start_stream(*at, wanted);
    return row_stream<answer_reader>(std::move(at));
}
template <class Row, class... Values>
    requires(detail::no_options<Values...>)
row_stream<detail::row_reader<Row>> stream(connection& db, const raw_sql& sql, const Values&... values) {
    return stream<Row>(db, sql, stream_options{}, values...);
}

template <class Query, class... Given>
    requires(!detail::statement<Query>)
auto stream(connection&, const Query&, const Given&...) {
    constexpr bool text = std::is_convertible_v<const Query&, raw_sql>;
    static_assert(!text, "pgmodel: SQL text does not say what its rows are; name their type: "
                         "pgmodel::stream<row>(db, \"select ...\")");
    static_assert(text, "pgmodel: stream() takes a query, such as pgmodel::select<model>().where(...)");
}

}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/stream.ipp>
#endif

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The rows of any query as CSV, made by the server and handed on as they come. Not part of <pgmodel.hpp>.
//
//     std::ofstream file("articles.csv");
//     pg::copy_csv(db, pg::select<article>().where(col<&article::state> == status::published), file);
#pragma once

#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/literal_sql.hpp>
#include <pgmodel/query/returning.hpp>
#include <pgmodel/session/bulk_access.hpp>
#include <pgmodel/session/connection.hpp>

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

namespace pgmodel {

/// How CSV is written, as COPY calls it.
struct csv_options {
    bool header = true;  ///< a first line with the columns' names
    char delimiter = ',';
    char quote = '"';
    std::string null{};      ///< what stands for NULL; an empty text is `""`
    bool quote_all = false;  ///< every value that is not NULL, whether it needs it or not
};

namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"copy_csv", First, More...> = true;

inline std::string csv_clauses(const csv_options& wanted) {
    std::string out = ") to stdout with (format csv, header ";
    out += wanted.header ? "true" : "false";
    const auto add = [&out](std::string_view name, std::string_view value) {
        if (value.find('\0') != value.npos) throw usage_error("pgmodel: a NUL character has no place in CSV");
        (out += ", ") += name;
        quote_literal(value, out);
    };
    add("delimiter ", {&wanted.delimiter, 1});
    add("quote ", {&wanted.quote, 1});
    add("null ", wanted.null);
    if (wanted.quote_all) out += ", force_quote *";
    return out + ")";
}
/// Both texts are those of the query: with its values, and without them for messages.
template <class Sink>
std::uint64_t run_copy_csv(channel& c, std::string_view query, std::string_view label, Sink& sink,
                           const csv_options& wanted) {
    const std::string clauses = csv_clauses(wanted);
    // In a line of its own, what ends it cannot be part of a comment.
    const auto text = [&clauses](std::string_view of) { return "copy (" + std::string(of) + "\n" + clauses; };
    const std::string told = text(label);
    return bulk_access::run_alone(
               c, told,
               "pgmodel: the connection is used by what is given the rows that it copies; use another connection",
               [&] { return bulk_access::copy_out(c, text(query), told, sink); })
        .affected();
}
struct stream_sink {
    std::ostream& out;

    void operator()(std::string_view lines) {
        out.write(lines.data(), static_cast<std::streamsize>(lines.size()));
        if (!out) throw error("pgmodel: the stream that CSV is written to takes no more");
    }
};
template <class Out>
decltype(auto) csv_sink(Out& out) {
    constexpr bool stream = std::is_convertible_v<Out*, std::ostream*>;
    constexpr bool function = std::is_invocable_v<Out&, std::string_view>;
    static_assert(stream || function,
                  "pgmodel: copy_csv() writes to a std::ostream, or calls a function with each std::string_view");
    if constexpr (stream) return stream_sink{out};
    else return (out);
}

}  // namespace detail

/// `COPY (query) TO STDOUT (FORMAT csv)`: writes the rows, however many there are, line by line to a std::ostream, or
/// gives them to a function of a std::string_view, and says how many there were. Values of placeholders stand behind
/// the options.
///
/// COPY takes no parameters: the values are literals of their own types in what is sent. Errors and the statement log
/// show the text without them; the server's own log may show them. An error of the server in the midst of it is thrown
/// when part of the rows was written already. When `out` fails, the server is told to stop, which fails a transaction
/// that is open; the connection can be used again. The session's deadline is that of the whole export.
template <detail::statement Statement, class Out, class... Bound>
std::uint64_t copy_csv(connection& db, const Statement& statement, Out&& out, const csv_options& wanted = {},
                       const Bound&... values) {
    static_assert(detail::checked_rows<Statement>::value);
    auto&& sink = detail::csv_sink(out);
    return detail::run_copy_csv(detail::connection_access::channel_of(db),
                                detail::literal_sql<Statement>(statement, values...),
                                detail::render_at_run_time<Statement>(statement).sql(), sink, wanted);
}
template <class T, class Out, class... More>
detail::called_without_query<T> copy_csv(connection&, detail::model_tag<T>, Out&&, const More&...);
/// The same of SQL text, which has no parameters.
template <class Out>
std::uint64_t copy_csv(connection& db, const raw_sql& sql, Out&& out, const csv_options& wanted = {}) {
    auto&& sink = detail::csv_sink(out);
    return detail::run_copy_csv(detail::connection_access::channel_of(db), sql.view(), sql.view(), sink, wanted);
}

}  // namespace pgmodel

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What COPY and streams need of a connection beyond its statements. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/core/socket.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/session/cancel.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/connection.hpp>

#include <libpq-fe.h>
#include <poll.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// The connection of whoever may use the channel now.
struct lent_connection : connection {
    explicit lent_connection(detail::channel& c) : connection(&c, c.user()) {}
};

/// A friend of the classes under a connection.
struct bulk_access {
    using guest = channel::guest;

    /// From here on the connection is the guest's.
    static std::uint64_t let_in(channel& c, guest& who) {
        const auto token = c.enter();
        c.guest_ = &who;
        return token;
    }
    static void see_off(channel& c) {
        c.guest_ = nullptr;
        c.return_to(c.depth() - 1);
    }

    /// Runs it once, with nobody else on the connection meanwhile.
    template <class Run>
    static result run_alone(channel& c, std::string_view label, const char* refusal, Run run) {
        struct sole_guest : guest {
            channel& on;
            const std::size_t depth;
            const std::uint64_t token;
            sole_guest(channel& where, const char* text)
                : guest{text, nullptr}, on(where), depth(where.depth()), token(let_in(where, *this)) {}
            sole_guest(const sole_guest&) = delete;
            ~sole_guest() {
                on.guest_ = nullptr;
                if (on.entered(depth + 1, token)) on.return_to(depth);  // else the transaction around it has ended
            }
        };
        return c.guarded(
            [&] {
                return c.logged(label, [&] {
                    const sole_guest hold(c, refusal);
                    return run();
                });
            },
            true);
    }

    /// Compares a model's table with the model, now: of what COPY is given the server knows only the length. Throws
    /// `schema_mismatch`.
    template <class = when_used>
    static void check_table(channel& c, const field_finder& fields) {
        const table_description table(*fields.model);
        const auto shape = table.shape(fields);
        bool named = false;
        for (const auto& column : table.columns) named |= column.type.id == 0;
        if (named) c.forget_types();
        c.describe_table(table, shape);
        if (const auto hash = shape.hash ^ hash_types(shape); !c.checked_models_.holds(hash))
            c.checked_models_.add(hash, fields);
    }
    /// Compares the columns of an answer, and notes their order. Throws `schema_mismatch`.
    template <class = when_used>
    static void compare(channel& c, const result& answer, const statement_shape& shape,
                        growing_array<std::uint16_t>& order) {
        auto problem = check_columns(answer, shape, c, order);
        bool named = false;
        for (std::size_t i = 0; i < shape.column_count; ++i) named |= shape.columns[i].type.id == 0;
        if (problem.found && named) {  // a type may have been made anew
            c.forget_types();
            problem = check_columns(answer, shape, c, order);
        }
        if (problem.found) c.throw_mismatch(std::move(problem), shape.sql);
    }

    /// Tells the server to stop, within what is left of the deadline; the answer is still to be read.
    template <class = when_used>
    static bool cancel(libpq_link& link) {
        constexpr int longest_ms = 10'000;  // where nothing has a deadline
        return cancel_request::done_within(link.get(), link.timeout_ < 0 ? longest_ms : link.left());
    }
    /// Waits for something from the server, and reads it; false when nothing has come.
    template <class = when_used>
    static bool has_come(libpq_link& link, int within_ms) {
        if (!PQisBusy(link.get())) return true;
        pollfd wanted{PQsocket(link.get()), POLLIN, 0};
        if (::poll(&wanted, 1, within_ms) > 0 && !PQconsumeInput(link.get())) return true;
        return !PQisBusy(link.get());
    }

    /// Asks for rows that `receive` reads later.
    template <class = when_used>
    static void ask_ahead(channel& c, const char* sql) {
        libpq_link& link = c.link_;
        link.require_open(sql);
        link.begin();
        if (!PQsendQueryParams(link.get(), sql, 0, nullptr, nullptr, nullptr, nullptr, 1)) link.lose_while_sending(sql);
        static_cast<void>(PQflush(link.get()));
    }
    /// The time of the answer begins when it is waited for.
    template <class = when_used>
    static result receive(channel& c, std::string_view sql) {
        c.link_.require_open(sql);
        c.link_.begin();
        c.link_.untouched_ = false;  // something may have come
        return c.link_.collect(sql);
    }
    /// In which each answer must come; -1: there is no limit.
    template <class = when_used>
    static int time_limit_ms(const channel& c) {
        return c.link_.limit_ms_;
    }
    /// Of an answer that nobody is told of.
    template <class = when_used>
    static void note_failure(channel& c, const result& answer) {
        if (c.link_.transaction_failed() && c.failed_by_.empty()) c.failed_by_ = state_of(answer.get());
    }
    /// Does a statement without a word to what is known of the database: such as that something was written.
    template <class Run>
    static void unnoticed(channel& c, Run run) {
        const bool wrote = c.wrote_;
        run();
        c.wrote_ = wrote;
    }

    /// Runs one `COPY ... TO STDOUT`, whose lines `sink` is given as they come; `label` is the text for messages. When
    /// `sink` throws, the server is told to stop; when it cannot be told in time, the connection is closed.
    template <class Sink>
    static result copy_out(channel& c, const std::string& sql, std::string_view label, Sink& sink) {
        libpq_link& link = c.link_;
        link.require_open(label);
        std::exception_ptr failure;
        auto answer = receive_copy(link, sql.c_str(), label, sink, failure);
        return end_copy(c, std::move(answer), label, failure);
    }

    /// Begins a `COPY ... FROM STDIN`; throws what the server says of it.
    template <class = when_used>
    static void begin_copy_in(channel& c, const statement_shape& shape) {
        libpq_link& link = c.link_;
        link.require_open(shape.sql);
        link.begin();
        const std::string sql(shape.sql);
        link.send(sql.size(), sql, [&] { return PQsendQuery(link.get(), sql.c_str()) != 0; });
        result first{link.next(sql)};
        if (PQresultStatus(first.get()) == PGRES_COPY_IN) return;
        const auto answer = link.collect_rest(std::move(first), sql);
        if (!libpq_link::is_success(answer)) c.fail(answer, shape.sql, &shape);
        link.lose_its_place(sql);
    }
    /// What one message of data holds, so that libpq, which sends multiples of 8 kB, sends all of it and moves nothing.
    static constexpr std::size_t copy_message = (1 << 16) - 5;
    /// Sends a part of the data, of which the last message may be on its way when this returns. False: the server takes
    /// no more, and its answer says why.
    template <class = when_used>
    static bool put_copy(libpq_link& link, std::string_view data, std::string_view label) {
        while (!data.empty()) {
            const std::string_view part = data.substr(0, copy_message);
            if (!flush_copy(link, label)) return false;
            const int put = PQputCopyData(link.get(), part.data(), static_cast<int>(part.size()));
            if (put < 0) return false;
            if (put > 0) data.remove_prefix(part.size());
        }
        return true;
    }
    /// Ends it: with all data, or `complete` is false and nothing is stored. Throws `failure`, which is the program's,
    /// or what the server says; `row` is the one that it speaks of, if it does.
    template <class = when_used>
    static result end_copy_in(channel& c, const statement_shape& shape, bool complete,
                              const std::exception_ptr& failure, std::uint64_t& row) {
        libpq_link& link = c.link_;
        result answer;
        try {
            // When this fails, the answer tells why.
            static_cast<void>(PQputCopyEnd(link.get(), complete ? nullptr : "the program has no more rows"));
            answer = link.collect(shape.sql);
        } catch (...) {
            link.close();
            if (failure) std::rethrow_exception(failure);
            throw;
        }
        row = row_of(answer.get(), shape.field_of.model->name);
        return end_copy(c, std::move(answer), shape.sql, failure, &shape);
    }

private:
    template <class Sink>
    static result receive_copy(libpq_link& link, const char* sql, std::string_view label, Sink& sink,
                               std::exception_ptr& failure) {
        PGconn* const conn = link.get();
        link.begin();
        link.send(std::string_view(sql).size(), label, [&] { return PQsendQuery(conn, sql) != 0; });
        result first{link.next(label)};
        if (PQresultStatus(first.get()) != PGRES_COPY_OUT) return link.collect_rest(std::move(first), label);
        for (;;) {
            char* data = nullptr;
            const int size = PQgetCopyData(conn, &data, 1);
            if (size == -2 && PQstatus(conn) == CONNECTION_OK) link.lose_memory(label);
            if (size < 0 || (size == 0 && !link.wait(link.left(), label))) break;
            if (size > 0 && !failure) {
                try {
                    sink(std::string_view(data, static_cast<std::size_t>(size)));
                } catch (...) {
                    failure = std::current_exception();
                    if (!cancel(link)) {
                        PQfreemem(data);
                        link.close();
                        throw;
                    }
                }
            }
            PQfreemem(data);
        }
        return link.collect(label);
    }
    /// `failure`: of the program, before the server's own.
    template <class = when_used>
    static result end_copy(channel& c, result answer, std::string_view label, const std::exception_ptr& failure,
                           const statement_shape* shape = nullptr) {
        const bool lost = PQstatus(c.link_.get()) != CONNECTION_OK;
        if (!libpq_link::is_success(answer) && (!failure || lost)) c.fail(answer, label, shape);
        if (failure) {
            note_failure(c, answer);
            std::rethrow_exception(failure);
        }
        c.note_tag(PQcmdStatus(answer.get()), label);
        return answer;
    }

    /// The number in `COPY table, line 7`, in whatever language.
    template <class = when_used>
    static std::uint64_t row_of(const PGresult* failed, std::string_view table) {
        const auto context = error_field(failed, PG_DIAG_CONTEXT);
        const std::string head = "COPY " + std::string(table) + ", ";
        const auto begin = context.rfind(head);
        std::uint64_t row = 0;
        if (begin == context.npos) return row;
        for (auto at = begin + head.size(); at < context.size() && context[at] != '\n'; ++at) {
            const bool digit = context[at] >= '0' && context[at] <= '9';
            if (digit) row = 10 * row + static_cast<std::uint64_t>(context[at] - '0');
            else if (row != 0) break;
        }
        return row;
    }
    /// Has the server sent an error, or closed the connection? libpq tells it only when all data has been sent.
    template <class = when_used>
    static bool refuses(const libpq_link& link) {
        if (link.tls_) return false;
        char bytes[4096];
        const auto size = ::recv(PQsocket(link.get()), bytes, sizeof bytes, peek_at_once);
        if (size <= 0) return size == 0 || (errno != EAGAIN && errno != EINTR);
        // The field of an error that is in no language; libpq may have read the beginning of what is here, so that
        // nobody knows where messages begin.
        const std::string_view here(bytes, static_cast<std::size_t>(size));
        for (const std::string_view severity : {"\0VERROR", "\0VFATAL", "\0VPANIC"})
            if (here.find(std::string_view(severity.data(), 8)) != here.npos) return true;
        return false;
    }
    /// Waits until nothing is unsent; false if the server takes no more.
    template <class = when_used>
    static bool flush_copy(libpq_link& link, std::string_view label) {
        if (refuses(link)) return false;
        for (;;) {
            if (link.left() == 0) {
                // Behind TLS the server's own word may be there, unseen.
                if (!link.tls_) link.lose_by_deadline(label);
                return false;
            }
            const int unsent = PQflush(link.get());
            if (unsent <= 0) return unsent == 0;
            pollfd wanted{PQsocket(link.get()), POLLIN | POLLOUT, 0};
            const int ready = ::poll(&wanted, 1, link.left());
            if (ready == 0) link.lose_by_deadline(label);
            if (ready > 0 && wanted.revents & ~POLLOUT && (refuses(link) || !PQconsumeInput(link.get()))) return false;
        }
    }
};

}  // namespace pgmodel::detail

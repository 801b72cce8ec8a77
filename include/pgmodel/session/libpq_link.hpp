// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// One libpq connection, used without ever blocking in libpq: what is sent is answered before a deadline, or the
// connection is closed, so that nothing stale can be read from it.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/fork_count.hpp>
#include <pgmodel/core/socket.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/connect.hpp>
#include <pgmodel/session/options.hpp>
#include <pgmodel/session/result.hpp>
#include <pgmodel/session/send_watch.hpp>
#include <pgmodel/session/server_failure.hpp>

#include <libpq-fe.h>
#include <poll.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

/// Owns a PGconn. After close() every use throws `connection_error`.
class libpq_link {
public:
    template <class = when_used>
    explicit libpq_link(const options& wanted)
        : usual_limit_ms_(limit_of(wanted.deadline)), limit_ms_(usual_limit_ms_), conn_(connect(wanted)) {
        PQsetNoticeReceiver(conn_, &note, this);
        read_clock(began_);
    }
    libpq_link(const libpq_link&) = delete;
    ~libpq_link() { close(); }

    PGconn* get() const { return conn_; }
    /// A forked child has only a copy of its parent's socket, on which it would talk into the parent's statements.
    bool open() const { return conn_ && fork_count == forks_; }
    bool in_transaction() const { return PQtransactionStatus(conn_) != PQTRANS_IDLE; }
    /// An error has failed the transaction: the server takes nothing but its end.
    bool transaction_failed() const { return PQtransactionStatus(conn_) == PQTRANS_INERROR; }

    template <class = when_used>
    void close() {
        if (!conn_) return;
        // A forked child must not end its parent's session; it can only let go of its copy of the socket. By a FILE:
        // <unistd.h>, which has close(), is much for a compiler to read.
        if (fork_count == forks_) PQfinish(conn_);
        else if (auto* socket = ::fdopen(PQsocket(conn_), "r")) std::fclose(socket);
        conn_ = nullptr;
    }

    template <class = when_used>
    void require_open(std::string_view sql = {}) const {
        if (!open()) [[unlikely]]
            throw connection_error(conn_ ? "pgmodel: the connection is of the process that this one was forked from; "
                                           "open another one"
                                         : "pgmodel: the connection was lost before, or closed",
                                   {.statement = std::string(sql), .lost = true});
    }

    /// Somebody has said LISTEN on this connection.
    void expect_notifications() { listens_ = true; }
    bool listens() const { return listens_; }
    /// After UNLISTEN: those that have come are not for who uses the connection next.
    void drop_notifications() {
        while (PGnotify* const dropped = PQnotifies(conn_)) PQfreemem(dropped);
        listens_ = false;
    }

    /// After a statement that may have set `client_encoding`, of which the server tells when it is ready again.
    template <class = when_used>
    void require_utf8(std::string_view sql) {
        static const int utf8 = pg_char_to_encoding("UTF8");
        if (PQclientEncoding(conn_) != utf8) [[unlikely]]
            lose("pgmodel: texts travel as UTF8, so client_encoding stays that; the connection was closed", sql);
    }

    /// The time of what is sent next begins now. It is over half a second after the deadline, because the server has
    /// the same one and normally says so itself.
    void begin() { begin(limit_ms_); }
    /// Another deadline than the session's, to which the server is told to keep as well, until `usual_deadline()`.
    void other_deadline(std::chrono::milliseconds deadline) { limit_ms_ = limit_of(deadline); }
    void usual_deadline() { limit_ms_ = usual_limit_ms_; }
    template <class = when_used>
    void begin(int limit_ms) {
        read_clock(began_);
        timeout_ = limit_ms;
        untouched_ = true;
    }
    /// Calls `call`, which calls PQsend*, for a message of about this size. What the socket does not take at once is
    /// sent while the answer is waited for; a large message is sent before this returns. Throws when the time is up.
    template <class Send>
    void send(std::size_t bytes, std::string_view sql, Send call) {
        if (!(bytes < large_message ? call() : send_large(sql, call))) [[unlikely]]
            lose_while_sending(sql);
    }
    /// When begin() was called last.
    std::int64_t last_used_in_ms() const { return in_ms(began_); }
    void pretend_last_use(std::int64_t when) {
        began_ = {static_cast<time_t>(when / 1000), static_cast<long>(when % 1000) * 1'000'000};
    }

    /// The next result of what was sent, null after the last. Closes the connection and throws when the time is up.
    template <class = when_used>
    PGresult* next(std::string_view sql) {
        if (untouched_) {
            untouched_ = false;
            wait(timeout_, sql);  // nothing can be there yet
        }
        while (PQisBusy(conn_))
            if (!wait(left(), sql)) break;
        return PQgetResult(conn_);
    }
    /// next() where no COPY can have been asked for: libpq would give its result again and again.
    template <class = when_used>
    result next_but_copy(std::string_view sql) {
        result r{next(sql)};
        const auto status = PQresultStatus(r.get());
        if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) lose_its_place(sql);
        return r;
    }
    /// The next result of a pipeline, null only where the connection is lost.
    template <class = when_used>
    result next_of_pipeline(std::string_view sql) {
        for (int ends = 0; ends < 2; ++ends)  // one behind each command
            if (auto r = next_but_copy(sql); r || PQstatus(conn_) == CONNECTION_BAD) return r;
        lose_its_place(sql);
    }
    /// The first result of what was just sent. For what runs all the time: the same as next(), with the usual case
    /// inlined.
    template <class = when_used>
    [[gnu::always_inline]] PGresult* first(const std::string_view& sql) {
        untouched_ = false;
        const int unsent = PQflush(conn_);
        pollfd wanted{PQsocket(conn_), static_cast<short>(unsent == 1 ? POLLIN | POLLOUT : POLLIN), 0};
        if (wanted.fd < 0 || ::poll(&wanted, 1, timeout_) != 1 || wanted.revents != POLLIN || !PQconsumeInput(conn_) ||
            tls_ || PQisBusy(conn_)) [[unlikely]]
            return next(sql);
        return PQgetResult(conn_);
    }
    /// Almost always: one result, and the server is ready again.
    template <class = when_used>
    [[gnu::always_inline]] bool is_all(const PGresult* answer) {
        return is_success(answer) && !PQisBusy(conn_) && PQtransactionStatus(conn_) != PQTRANS_ACTIVE;
    }

    /// All results of what was sent: the first error, else the last result. COPY is ended and refused. `seen` is told
    /// of each success.
    template <class Seen>
    result collect(std::string_view sql, Seen seen) {
        result kept{next(sql)};
        if (is_all(kept.get())) [[likely]]
            seen(kept.get());
        else kept = collect_rest(std::move(kept), sql, seen);
        return kept;
    }

    template <class = when_used>
    static bool is_success(const PGresult* r) {
        const auto status = PQresultStatus(r);
        return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY;
    }
    static bool is_success(const result& r) { return is_success(r.get()); }

    template <class Seen>
    [[gnu::noinline]] result collect_rest(result r, std::string_view sql, Seen& seen) {
        result kept;
        bool failed = false, copied = false;
        for (; r; r = result{next(sql)}) {
            switch (PQresultStatus(r.get())) {
                case PGRES_COMMAND_OK:
                case PGRES_TUPLES_OK:
                case PGRES_EMPTY_QUERY:
                    seen(r.get());
                    if (!failed) kept = std::move(r);
                    break;
                case PGRES_COPY_IN:
                    copied = true;
                    if (PQputCopyEnd(conn_, "COPY is refused") != 1) lose_while_sending(sql);
                    break;
                case PGRES_COPY_OUT:
                    copied = true;
                    skip_copy(sql);
                    break;
                case PGRES_COPY_BOTH:
                    lose("pgmodel: the server switched to replication; the connection was closed", sql);
                default:
                    if (!failed) kept = std::move(r);
                    failed = true;
            }
        }
        if (copied && open() && PQstatus(conn_) == CONNECTION_OK)
            throw usage_error("pgmodel: COPY to or from the client cannot be run as a plain statement",
                              {.statement = std::string(sql)});
        if (!kept) [[unlikely]]
            lose("pgmodel: the server sent no result; the connection was closed", sql);
        return kept;
    }

    template <class = when_used>
    result collect(std::string_view sql) {
        return collect(sql, see_nothing{});
    }
    /// All results where the first one has been read.
    template <class = when_used>
    result collect_rest(result r, std::string_view sql) {
        see_nothing seen;
        return collect_rest(std::move(r), sql, seen);
    }

    /// Closes the connection and throws `connection_error`.
    template <class = when_used>
    [[noreturn]] void lose(std::string_view sentence, std::string_view sql) {
        close();
        std::string text(sentence);
        if (!last_words_.empty()) text.append(" [").append(last_words_.code()).append("]");
        throw connection_error(text, {.state = last_words_, .statement = std::string(sql), .lost = true});
    }

    template <class = when_used>
    [[noreturn]] void lose_memory(std::string_view sql) {
        lose("pgmodel: out of memory; the connection was closed", sql);
    }
    /// What the server sends is no answer to what it was asked.
    template <class = when_used>
    [[noreturn]] void lose_its_place(std::string_view sql) {
        lose("pgmodel: the server does not keep to its protocol; the connection was closed", sql);
    }

    /// After PQsend* has failed: nobody knows what went out.
    template <class = when_used>
    [[noreturn]] void lose_while_sending(std::string_view sql) {
        lose(PQstatus(conn_) == CONNECTION_BAD
                 ? "pgmodel: the connection to the server was lost"
                 : "pgmodel: libpq could not send the statement; the connection was closed",
             sql);
    }

    /// Without a round trip: false when the server has closed the connection or said that it is going to.
    template <class = when_used>
    bool looks_alive() {
        for (int round = 0; open() && last_words_.empty() && round < 16; ++round) {
            char byte;
            const auto size = ::recv(PQsocket(conn_), &byte, 1, peek_at_once);
            if (size < 0) return errno == EAGAIN || errno == EINTR;
            // A killed server session leaves a FATAL notice, and only then the end of the stream.
            if (size == 0 || !PQconsumeInput(conn_)) return false;
            static_cast<void>(PQisBusy(conn_));  // looks at what has come, and keeps notifications
            if (PQstatus(conn_) != CONNECTION_OK) return false;
        }
        return open() && last_words_.empty();
    }

    /// A round trip that does nothing, answered within `limit`.
    template <class = when_used>
    bool answers(int limit_ms) {
        if (!looks_alive()) return false;
        try {
            begin(limit_ms);
            if (!PQsendQuery(conn_, "")) return false;
            const auto r = collect({});
            return PQresultStatus(r.get()) == PGRES_EMPTY_QUERY;
        } catch (...) {
            return false;
        }
    }

private:
    friend struct bulk_access;

    struct see_nothing {
        void operator()(PGresult*) const {}
    };

    static constexpr int grace_ms = 500;
    static int limit_of(std::chrono::milliseconds deadline) {
        return deadline.count() <= 0 ? -1 : limit_for_poll(deadline.count()) + grace_ms;
    }

    int left() const { return timeout_ < 0 ? -1 : left_for_poll(in_ms(began_) + timeout_); }

    template <class Send>
    bool send_large(std::string_view sql, Send& call) {
        untouched_ = false;
        const bool limited = timeout_ >= 0;
        send_watch watch(limited ? PQsocket(conn_) : -1, limited ? in_ms(began_) + timeout_ : 0);
        if (limited && !watch.started()) return call();
        PQsetnonblocking(conn_, 0);
        const bool sent = call();
        if (watch.stop()) [[unlikely]]
            lose_by_deadline(sql);
        return PQsetnonblocking(conn_, 1) == 0 && sent;
    }
    template <class = when_used>
    [[noreturn]] void lose_by_deadline(std::string_view sql) {
        close();  // even if there is no memory for the sentence
        lose("pgmodel: no answer in " + std::to_string(timeout_) +
                 " ms; the connection was closed, and whether the statement took effect is not known",
             sql);
    }

    /// Waits until something can be read or sent, and does it. False: the connection is gone, PQgetResult tells.
    template <class = when_used>
    bool wait(int timeout, std::string_view sql) {
        const int unsent = PQflush(conn_);  // what PQsend* could not send at once
        pollfd wanted{PQsocket(conn_), static_cast<short>(unsent == 1 ? POLLIN | POLLOUT : POLLIN), 0};
        if (wanted.fd < 0) return false;
        const int ready = ::poll(&wanted, 1, timeout);
        late_reads_ = timeout == 0 ? late_reads_ + 1 : 0;
        if (ready == 0 || late_reads_ > most_late_reads) [[unlikely]]
            lose_by_deadline(sql);
        if (ready < 0) [[unlikely]] {
            if (errno == EINTR) return true;
            lose("pgmodel: poll failed; the connection was closed", sql);
        }
        if (!(wanted.revents & ~POLLOUT)) return true;
        if (PQconsumeInput(conn_)) [[likely]] {
            // TLS may hold decrypted bytes back that poll() does not see.
            if (tls_ && PQisBusy(conn_)) return PQconsumeInput(conn_) != 0;
            return true;
        }
        if (PQstatus(conn_) != CONNECTION_BAD) lose_memory(sql);
        return false;
    }

    template <class = when_used>
    void skip_copy(std::string_view sql) {
        for (;;) {
            char* data = nullptr;
            const int size = PQgetCopyData(conn_, &data, 1);
            PQfreemem(data);
            if (size == -2 && PQstatus(conn_) == CONNECTION_OK) lose_memory(sql);
            if (size < 0 || (size == 0 && !wait(left(), sql))) return;
        }
    }

    static void note(void* self, const PGresult* notice) {
        if (is_fatal(notice)) static_cast<libpq_link*>(self)->last_words_ = state_of(notice);
    }

    int usual_limit_ms_;  ///< -1: none
    int limit_ms_;
    int timeout_ = -1;
    int late_reads_ = 0;
    bool untouched_ = false;
    unsigned forks_ = counted_forks();
    PGconn* conn_;
    bool tls_ = PQsslInUse(conn_) != 0;
    timespec began_{};  ///< made into milliseconds where they are needed
    sqlstate last_words_{};  ///< the server has said that it ends the connection, and why
    bool listens_ = false;
};

}  // namespace pgmodel::detail

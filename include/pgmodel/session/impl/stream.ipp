// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/exchange.hpp>
#include <pgmodel/session/bulk_access.hpp>
#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/stream.hpp>
#include <pgmodel/session/transaction.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

inline constexpr std::string_view declare_cursor = "declare pgmodel_stream no scroll cursor for ";
inline constexpr const char* close_cursor = "close pgmodel_stream";

/// A cursor, whose connection refers to it until it is over.
class open_stream final : public stream_position, bulk_access::guest {
public:
    explicit open_stream(channel& c)
        : guest{"pgmodel: the connection is used by a stream of rows; end the stream, or use another connection",
                &evict_stream},
          channel_(&c) {
        go_on = &go_on_with;
        end = [](stream_position* at) { delete static_cast<open_stream*>(at); };
    }
    open_stream(const open_stream&) = delete;
    ~open_stream() { abandon(true); }

    template <class = when_used>
    void declare(const statement_shape& shape, const value_ref* refs) {
        if (effect_of(shape.sql) == statement_effect::writes)
            throw usage_error("pgmodel: stream() reads what a select finds; what a statement returns that changes rows "
                              "is read by all()",
                              {.statement = std::string(shape.sql)});
        channel& c = *channel_;
        sql_ = shape.sql;
        shape_ = shape;
        shape_.sql = sql_;
        shape_.parameters = nullptr;  // they live as long as this call
        // Where all statements are guarded (tests), the transaction that they are in is none of the user's.
        if (c.depth() == 0 ? !c.in_transaction() : c.depth() == c.guarded_depth()) begin_own(c);

        const std::string text = std::string(declare_cursor) + sql_;
        statement_shape declaration = shape;
        declaration.sql = text;
        declaration.columns = nullptr;
        declaration.column_count = 0;
        declaration.match = match_columns::none;
        declaration.lasting = false;
        declaration.set_hash();
        bulk_access::unnoticed(c, [&] { run_values(c, declaration, refs); });
        declared_ = true;
    }
    template <class = when_used>
    void start(const stream_options& wanted) {
        constexpr std::size_t most = 1'000'000'000;
        if (wanted.batch == 0) throw usage_error("pgmodel: a batch of a stream has at least one row");
        size_ = wanted.batch < most ? wanted.batch : most;
        fetch_ = "fetch " + std::to_string(size_) + " from pgmodel_stream";
        channel& c = *channel_;
        for (std::size_t i = 0; i < shape_.column_count; ++i)
            if (shape_.columns[i].type.id == 0) c.resolve(shape_.columns[i].type);
        take(fetch(c));
        bulk_access::compare(c, batch, shape_, order_);
        batch.set_order(order_.empty() ? nullptr : order_.data());
        bulk_access::let_in(c, *this);
        let_in_ = true;
        if (over) finish();
    }

private:
    template <class = when_used>
    void begin_own(channel& c) {
        lent_connection on(c);
        own_.emplace(on, transaction_options{.read_only = true});
        // All rows are wanted, not the first ones soon.
        bulk_access::ask_ahead(c, "set local cursor_tuple_fraction = 1");
        const auto answer = bulk_access::receive(c, "set local cursor_tuple_fraction = 1");
        if (!libpq_link::is_success(answer)) c.fail(answer, "set local cursor_tuple_fraction = 1");
    }

    template <class = when_used>
    result fetch(channel& c) {
        return c.logged(fetch_, [&] {
            if (!in_flight_) bulk_access::ask_ahead(c, fetch_.c_str());
            in_flight_ = true;
            auto answer = bulk_access::receive(c, sql_);
            in_flight_ = false;
            if (!libpq_link::is_success(answer)) c.fail(answer, sql_, &shape_);
            return answer;
        });
    }
    void take(result fetched) {
        before += count_;
        batch = std::move(fetched);
        batch.set_statement(&sql_);
        batch.set_order(order_.empty() ? nullptr : order_.data());
        count_ = batch.rows();
        last_ = count_ < size_;
        row = 0;
        over = count_ == 0;
        // The time that the first rows take tells whether the rest is done long before the deadline.
        asks_at_ = last_ ? count_ : count_ / 8;
        stop = asks_at_ == 0 ? 1 : asks_at_;
        if (stop > count_) stop = count_;
        came_ = now_in_ms();
    }

    template <class = when_used>
    static void go_on_with(stream_position& at) {
        static_cast<open_stream&>(at).go_on_here();
    }
    template <class = when_used>
    void go_on_here() {
        if (row < count_) {
            stop = count_;
            if (channel_ && !last_ && is_quick()) {
                bulk_access::ask_ahead(*channel_, fetch_.c_str());
                in_flight_ = true;
            }
            return;
        }
        if (over) throw usage_error("pgmodel: this stream is at its end");
        if (!channel_) {
            over = true;
            throw usage_error("pgmodel: the transaction or session that this stream reads from has ended");
        }
        try {
            if (last_) over = true;
            else take(fetch(*channel_));
        } catch (...) {
            over = true;
            abandon(true);
            throw;
        }
        if (over) finish();
    }
    /// A batch that waits to be taken would meet the deadline on the server.
    bool is_quick() const {
        const int limit = bulk_access::time_limit_ms(*channel_);
        return limit < 0 || (now_in_ms() - came_) * 8 < limit / 4;
    }

    /// All rows have been read.
    template <class = when_used>
    void finish() {
        channel& c = *exchange_plain(channel_);
        leave(c);
        if (own_ && c.depth() == 1) {
            own_->commit();
        } else {
            close(c);
            if (own_) own_->commit();
        }
        own_.reset();
    }
    template <class = when_used>
    static void close(channel& c) {
        bulk_access::ask_ahead(c, close_cursor);
        const auto answer = bulk_access::receive(c, close_cursor);
        if (!libpq_link::is_success(answer)) c.fail(answer, close_cursor);
    }
    void leave(channel& c) {
        if (exchange_plain(let_in_)) bulk_access::see_off(c);
    }

    /// Before the last row. `stays`: the transaction around it goes on.
    template <class = when_used>
    void abandon(bool stays) {
        if (!channel_) return;
        channel& c = *exchange_plain(channel_);
        try {
            if (in_flight_ && c.open()) drop_batch(c);
            leave(c);
            if (!own_ && stays && declared_ && c.open() && !c.link().transaction_failed()) close(c);
        } catch (...) {
            leave(c);
            c.link().close();
        }
        own_.reset();
    }
    template <class = when_used>
    void drop_batch(channel& c) {
        constexpr int soon_ms = 20;
        in_flight_ = false;
        c.link().begin();
        // What is cancelled fails the transaction, so only one that ends here.
        if (own_ && !bulk_access::has_come(c.link(), soon_ms) && !bulk_access::cancel(c.link()))
            return c.link().close();
        bulk_access::note_failure(c, bulk_access::receive(c, fetch_));
    }
    static void evict_stream(guest& self) { static_cast<open_stream&>(self).abandon(false); }

    channel* channel_;  ///< null when the stream is over
    std::string sql_{}, fetch_{};
    statement_shape shape_{};
    growing_array<std::uint16_t> order_{};
    std::optional<scoped_transaction> own_{};
    std::size_t size_ = 0, count_ = 0, asks_at_ = 0;
    std::int64_t came_ = 0;
    bool declared_ = false, let_in_ = false, in_flight_ = false, last_ = false;
};

PGMODEL_BODY
stream_owner declare_stream(channel& c, const statement_shape& shape, const value_ref* refs) {
    auto* const made = new open_stream(c);
    stream_owner at(made);
    made->declare(shape, refs);
    return at;
}
PGMODEL_BODY
void start_stream(stream_position& at, const stream_options& wanted) { static_cast<open_stream&>(at).start(wanted); }
PGMODEL_BODY
void throw_moved_stream() { throw usage_error("pgmodel: this stream was moved from"); }

}  // namespace pgmodel::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What sessions, transactions and leases of a pool share: one connection, who may use it now, the buffer for
// parameters, the statement log. One thread at a time.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/error.hpp>
#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/statement_shape.hpp>
#include <pgmodel/query/value_writer.hpp>
#include <pgmodel/session/options.hpp>
#include <pgmodel/session/prepare.hpp>
#include <pgmodel/session/result.hpp>

#include <libpq-fe.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

class channel final : public statement_runner {
public:
    /// Connects; throws `connection_error`.
    template <class = when_used>
    explicit channel(options wanted)
        : statement_runner(std::move(wanted)), special_(options_.log ? logs : 0), control_(&run_control<>) {}

    ~channel() { evict(); }

    /// For encoded parameters, which stay there until their statement has run.
    value_memory& memory() { return memory_; }

    /// Runs a statement, prepared under a name at its first time on this connection: one round trip from then on.
    /// Throws what the server says, `schema_mismatch` when its columns are not the expected ones, and `encode_error` or
    /// `usage_error` for parameters that PostgreSQL cannot take.
    template <class = when_used>
    result run(const statement_shape& shape, const bound_parameters& given) {
        auto answer = special_ ? run_specially(shape, given) : execute(shape, given);
        memory_.finish();
        return answer;
    }

    /// Runs one or many statements without parameters, in the simple protocol; rows that they return are dropped.
    template <class = when_used>
    void script(const char* sql) {
        guarded([&] { return control(sql), result{}; });
    }
    /// Like script(), for what begins and ends transactions and savepoints. By a pointer, since destructors call it: so
    /// only programs that connect need what it needs.
    void control(const char* sql) { control_(*this, sql, true); }

    /// Before somebody else uses the connection: false when it cannot be used any more. A round trip if a transaction
    /// is open, and one if the connection listens, else none. `more`: SQL that is run, too.
    bool reset(const char* more = nullptr) noexcept {
        leave(1);
        link_.usual_deadline();  // a transaction that was left open may have had another
        if (!link_.open()) return false;
        const auto status = PQtransactionStatus(link_.get());
        if (status == PQTRANS_IDLE && !link_.listens() && !more) [[likely]]
            return true;
        return reset_at_length(status, more);
    }

    // Who may use the connection: the session has the token 0; each transaction takes one, and only the innermost open
    // one may run statements. Tokens are never used twice.
    std::uint64_t user() const { return user_; }
    std::size_t depth() const { return waiting_.size(); }
    /// Before a transaction begins: enter() needs no memory then, without which nobody would know of it.
    void await_entry() { waiting_.reserve(depth() + 1); }
    template <class = when_used>
    std::uint64_t enter() {
        waiting_.push_back(user_);
        return user_ = ++tokens_;
    }
    /// Whether the transaction with this token at this depth is still open, perhaps with others inside it.
    bool entered(std::size_t at, std::uint64_t token) const {
        return at < depth() ? waiting_[at] == token : at == depth() && user_ == token;
    }
    /// Something is under way that nothing but the connection's end would end.
    bool held() const { return guest_ && !guest_->evict; }
    /// Why whoever has this token may not run anything now.
    template <class = when_used>
    const char* refusal(std::uint64_t token) const {
        bool entered = token == 0;
        for (const auto user : waiting_) entered |= user == token;
        if (!entered) return "pgmodel: this transaction has ended";
        if (guest_) return guest_->refusal;
        return token == 0 ? "pgmodel: the session is used while a transaction is open on it; use the transaction"
                          : "pgmodel: another transaction is open inside this one; use that";
    }
    /// Ends the transaction at this depth, and those inside it.
    template <class = when_used>
    void leave(std::size_t at) {
        evict();
        return_to(at - 1);
        if (at <= guarded_depth_) guard(0);
    }

    /// Statements at this depth of transactions run in a savepoint each, as if each were its own transaction; 0: none.
    template <class = when_used>
    void guard(std::size_t depth) {
        guarded_depth_ = depth;
        special_ = (options_.log ? logs : 0) | (depth ? guards : 0);
    }
    std::size_t guarded_depth() const { return guarded_depth_; }
    /// Checks deferred constraints and leaves them deferred.
    static constexpr std::string_view check_deferred =
        "savepoint pgmodel_check; set constraints all immediate; rollback to savepoint pgmodel_check; ";

    /// Runs it and tells the statement log, if there is one.
    template <class Run>
    result logged(std::string_view sql, Run run);

private:
    friend struct bulk_access;

    /// Who has something under way on the connection, which nobody else may use until it is over.
    struct guest {
        const char* refusal;  ///< what the others are told
        void (*evict)(guest&);  ///< the transaction or the session ends before; null: it cannot be made to go
    };
    void evict() {
        if (!guest_) [[likely]]
            return;
        if (guest_->evict) guest_->evict(*guest_);
        else link_.close();
    }

    /// Those at higher depths are no users any more.
    void return_to(std::size_t at) {
        if (at >= depth()) return;
        user_ = waiting_[at];
        waiting_.resize(at);
    }

    static constexpr unsigned logs = 1, guards = 2;

    template <class Run>
    result guarded(Run run, bool again = false);
    template <class = when_used>
    void undo_guarded();
    template <class = when_used>
    static void run_control(channel& self, const char* sql, bool told);
    template <class = when_used>
    result run_specially(const statement_shape& shape, const bound_parameters& given);
    bool reset_at_length(PGTransactionStatusType status, const char* more) noexcept;

    std::uint64_t user_ = 0;
    unsigned special_;
    value_memory memory_{};
    growing_array<std::uint64_t> waiting_;  ///< for who is inside them
    std::uint64_t tokens_ = 0;
    std::size_t guarded_depth_ = 0;
    guest* guest_ = nullptr;
    void (*control_)(channel&, const char*, bool told);
};

[[gnu::noinline]] inline bool channel::reset_at_length(PGTransactionStatusType status, const char* more) noexcept {
    if (status != PQTRANS_IDLE && status != PQTRANS_INTRANS && status != PQTRANS_INERROR) return false;
    try {
        guard(0);
        // These are not told to the log.
        if (status != PQTRANS_IDLE) control_(*this, "rollback", false);
        if (link_.listens()) {
            control_(*this, "unlisten *", false);
            link_.drop_notifications();
        }
        if (more) control_(*this, more, false);
        return !link_.in_transaction();
    } catch (...) {
        return false;
    }
}

template <class Run>
result channel::logged(std::string_view sql, Run run) {
    if (!options_.log) return run();
    const auto start = std::chrono::steady_clock::now();
    logged_statement entry{.sql = sql};
    const auto report = [&] {
        entry.duration =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
        // The answer is still to be read, and what another statement would forget or write over may be needed.
        guest reader{"pgmodel: a statement log cannot use the connection that it is told of; give it another one",
                     nullptr};
        guest* const others = exchange_plain(guest_, &reader);
        const auto user = exchange_plain(user_, ++tokens_);
        try {
            options_.log(entry);
        } catch (...) {
            // What the statement has done is not undone by it: a BEGIN would be open that nobody knows of.
        }
        user_ = user;
        guest_ = others;
    };
    try {
        auto answer = run();
        if (answer) entry.rows = answer.rows() ? answer.rows() : static_cast<std::size_t>(answer.affected());
        report();
        return answer;
    } catch (const error& e) {
        entry.state = e.sqlstate();
        entry.failed = true;
        report();
        throw;
    } catch (...) {
        entry.failed = true;
        report();
        throw;
    }
}

/// In a savepoint of its own, if statements at this depth are guarded, with what would happen at its COMMIT. `again`:
/// it is not to be repeated.
template <class Run>
result channel::guarded(Run run, bool again) {
    if (!guarded_depth_ || depth() != guarded_depth_) return run();
    for (;; again = true) {
        run_script("savepoint pgmodel_guard");
        try {
            auto answer = run();
            run_script((std::string(check_deferred) + "release savepoint pgmodel_guard").c_str());
            return answer;
        } catch (const error& failure) {
            undo_guarded();
            const bool stale = failure.sqlstate() == "26000" || failure.info().routine == "RevalidateCachedQuery";
            if (again || !stale || !open()) throw;
        } catch (...) {
            undo_guarded();
            throw;
        }
    }
}
template <class>
void channel::undo_guarded() {
    if (!open()) return;
    run_script("rollback to savepoint pgmodel_guard; release savepoint pgmodel_guard");
    forget_failure();
}

template <class>
void channel::run_control(channel& self, const char* sql, bool told) {
    const auto run = [&] { return self.run_script(sql), result{}; };
    told ? self.logged(sql, run) : run();
}
template <class>
result channel::run_specially(const statement_shape& shape, const bound_parameters& given) {
    return guarded([&] { return logged(shape.sql, [&] { return execute(shape, given); }); });
}

}  // namespace pgmodel::detail

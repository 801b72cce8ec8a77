// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Cancelling what a connection runs, within a time. libpq opens another connection for it and blocks until the server
// closes that, however long it takes.
#pragma once

#include <pgmodel/core/pthread.hpp>
#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/monitor.hpp>

#include <libpq-fe.h>

#include <cstdint>
#include <new>

namespace pgmodel::detail {

/// A request that runs on a thread of its own. Who waits for it no longer leaves it behind, and it ends by itself.
class cancel_request {
public:
    /// False when the server has not taken it in time: then it may still come, and meet the next statement.
    static bool done_within(PGconn* conn, std::int64_t limit_ms) {
        // Who asks has an exception in flight already, perhaps because there is no memory.
        auto* const request = new (std::nothrow) cancel_request(conn);
        if (!request) return false;
        pthread_t thread;
        if (!request->handle_ || !start_thread(thread, &run, request)) {
            delete request;
            return false;
        }
        ::pthread_detach(thread);
        return request->wait(end_of_wait(limit_ms));
    }

private:
    explicit cancel_request(PGconn* conn) : handle_(PQgetCancel(conn)) {}
    ~cancel_request() { PQfreeCancel(handle_); }

    static void* run(void* self) {
        auto* const request = static_cast<cancel_request*>(self);
        char reason[256];
        const bool taken = PQcancel(request->handle_, reason, sizeof reason) != 0;
        request->end([&](locked&) {
            request->taken_ = taken;
            request->changed_.signal();
        });
        return nullptr;
    }
    bool wait(std::int64_t end_time) {
        bool taken = false;
        end([&](locked& hold) {
            while (users_ == 2 && changed_.wait_until(hold, end_time)) {
            }
            taken = taken_;
        });
        return taken;
    }
    /// The last of both users removes it.
    template <class Step>
    void end(const Step& step) {
        bool last = false;
        {
            locked hold(lock_);
            step(hold);
            last = --users_ == 0;
        }
        if (last) delete this;
    }

    PGcancel* handle_;
    lock lock_{};
    condition changed_{};
    int users_ = 2;
    bool taken_ = false;
};

}  // namespace pgmodel::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A deadline for sending in libpq's blocking mode. When libpq may not block, it moves all that is unsent to the front
// of its buffer after each piece that the socket takes: time that grows with the square of the size, minutes for the
// largest messages. When it may block, nothing but the end of the socket stops it.
#pragma once

#include <pgmodel/core/pthread.hpp>
#include <pgmodel/core/socket.hpp>
#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/monitor.hpp>

#include <cstddef>
#include <cstdint>

namespace pgmodel::detail {

/// From this size on, to start a thread costs less than to move what is unsent.
inline constexpr std::size_t large_message = 1 << 20;

/// Shuts the socket down if this object still lives at the time `end` of now_in_ms(). A socket of -1 is not watched.
class send_watch {
public:
    send_watch(int socket, std::int64_t end) : socket_(socket), end_(end) {
        if (socket < 0) return;
        started_ = start_thread(thread_, &run, this);
    }
    send_watch(const send_watch&) = delete;
    ~send_watch() { stop(); }

    /// False when the system has no thread for it.
    bool started() const { return started_; }
    /// Ends the watch; was the time up before?
    bool stop() {
        if (!started_) return expired_;
        {
            locked hold(lock_);
            over_ = true;
            changed_.signal();
        }
        ::pthread_join(thread_, nullptr);
        started_ = false;
        return expired_;
    }

private:
    static void* run(void* self) {
        auto& watch = *static_cast<send_watch*>(self);
        locked hold(watch.lock_);
        while (!watch.over_)
            if (!watch.changed_.wait_until(hold, watch.end_) && !watch.over_) {
                watch.expired_ = watch.over_ = true;
                ::shutdown(watch.socket_, both_ways);
            }
        return nullptr;
    }

    int socket_;
    std::int64_t end_;
    lock lock_{};
    condition changed_{};
    bool over_ = false, expired_ = false, started_ = false;
    pthread_t thread_{};
};

}  // namespace pgmodel::detail

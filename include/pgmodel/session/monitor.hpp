// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Threads, a lock, and a condition with a deadline, of POSIX: <mutex> and <condition_variable> would cost every program
// that includes the library a tenth of a second to compile.
#pragma once

#include <pgmodel/core/pthread.hpp>
#include <pgmodel/session/clock.hpp>

#include <time.h>

#include <cstdint>

namespace pgmodel::detail {

/// Starts a thread that is not interrupted: the program's signal handlers run on its own threads. False when the system
/// has none.
inline bool start_thread(pthread_t& thread, void* (*run)(void*), void* argument) {
#ifdef PGMODEL_SETS_SIGMASK_OF_THREADS
    __sigset_t all;
    __builtin_memset(&all, 0xFF, sizeof all);
    pthread_attr_t attributes;
    if (::pthread_attr_init(&attributes) != 0) return false;
    const bool started = ::pthread_attr_setsigmask_np(&attributes, &all) == 0 &&
                         ::pthread_create(&thread, &attributes, run, argument) == 0;
    ::pthread_attr_destroy(&attributes);
#else
    sigset_t all, before;
    sigfillset(&all);  // a macro on macOS
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const bool started = ::pthread_create(&thread, nullptr, run, argument) == 0;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
#endif
    return started;
}

class lock {
public:
    lock() { ::pthread_mutex_init(&mutex_, nullptr); }
    lock(const lock&) = delete;
    ~lock() { ::pthread_mutex_destroy(&mutex_); }

private:
    friend class locked;
    friend class condition;
    pthread_mutex_t mutex_;
};

/// Holds a lock until its own end.
class locked {
public:
    explicit locked(lock& what) : mutex_(&what.mutex_) { ::pthread_mutex_lock(mutex_); }
    locked(const locked&) = delete;
    ~locked() { ::pthread_mutex_unlock(mutex_); }

private:
    friend class condition;
    pthread_mutex_t* mutex_;
};

class condition {
public:
    condition() {
        pthread_condattr_t attributes;
        ::pthread_condattr_init(&attributes);
#ifndef __APPLE__
        ::pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
#endif
        ::pthread_cond_init(&condition_, &attributes);
        ::pthread_condattr_destroy(&attributes);
    }
    condition(const condition&) = delete;
    ~condition() { ::pthread_cond_destroy(&condition_); }

    void signal() { ::pthread_cond_signal(&condition_); }

    /// Lets go of the lock while it waits, until a signal comes (perhaps also for no reason) or the time `end` of
    /// now_in_ms() is reached: false.
    bool wait_until(locked& held, std::int64_t end) {
        const auto left = end - now_in_ms();
        if (left <= 0) return false;
        timespec until{};
#ifdef __APPLE__
        ::clock_gettime(CLOCK_REALTIME, &until);
#else
        ::clock_gettime(CLOCK_MONOTONIC, &until);
#endif
        until.tv_sec += static_cast<time_t>(left / 1000);
        until.tv_nsec += static_cast<long>(left % 1000) * 1'000'000;
        if (until.tv_nsec >= 1'000'000'000) {
            ++until.tv_sec;
            until.tv_nsec -= 1'000'000'000;
        }
        ::pthread_cond_timedwait(&condition_, held.mutex_, &until);
        return true;
    }

private:
    pthread_cond_t condition_;
};

}  // namespace pgmodel::detail

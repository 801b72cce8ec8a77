// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a process shares with the one that it was forked from, it must let go of.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/pthread.hpp>

namespace pgmodel::detail {

/// The forks that made this process: a child must not use up the random bits that its parent uses too, nor end its
/// parent's connections. Written only in a child that has no other thread yet. What makes a process without handlers
/// of pthread_atfork(), such as _Fork(), is not counted.
inline unsigned fork_count = 0;
/// `fork_count`, which counts from the first call of this on.
inline unsigned counted_forks() {
    static const int watching = ::pthread_atfork(nullptr, nullptr, [] { ++fork_count; });
    if (watching != 0) throw usage_error{"pgmodel: the operating system cannot tell when this process forks"};
    return fork_count;
}

}  // namespace pgmodel::detail

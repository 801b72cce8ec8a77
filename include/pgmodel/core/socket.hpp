// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is used of <sys/socket.h>. Of glibc it is declared here, as in <pgmodel/core/pthread.hpp>: the whole is 1,000
// tokens for a compiler to read.
#pragma once

#include <sys/types.h>

#include <cstddef>

#if defined(__GLIBC__) && defined(__linux__) && !defined(_SYS_SOCKET_H)
extern "C" {
ssize_t recv(int, void*, std::size_t, int);
int shutdown(int, int) noexcept;
}
namespace pgmodel::detail {

inline constexpr int peek_at_once = 0x42;
inline constexpr int both_ways = 2;

}  // namespace pgmodel::detail
#else
#include <sys/socket.h>

namespace pgmodel::detail {

/// How recv() looks at what has come, without waiting and without taking it.
inline constexpr int peek_at_once = MSG_PEEK | MSG_DONTWAIT;
/// What shutdown() ends.
inline constexpr int both_ways = SHUT_RDWR;

}  // namespace pgmodel::detail
#endif

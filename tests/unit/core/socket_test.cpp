// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/core/socket.hpp>

#include <gtest/gtest.h>

#include <sys/socket.h>
#include <unistd.h>

namespace {

static_assert(pgmodel::detail::peek_at_once == (MSG_PEEK | MSG_DONTWAIT));
static_assert(pgmodel::detail::both_ways == SHUT_RDWR);

TEST(socket, looks_at_what_has_come_and_ends) {
    int ends[2];
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    char byte = 0;
    EXPECT_EQ(::recv(ends[0], &byte, 1, pgmodel::detail::peek_at_once), -1) << "nothing has, and nobody waits";
    ASSERT_EQ(::write(ends[1], "x", 1), 1);
    for (int times = 0; times < 2; ++times) EXPECT_EQ(::recv(ends[0], &byte, 1, pgmodel::detail::peek_at_once), 1);
    EXPECT_EQ(byte, 'x');
    EXPECT_EQ(::shutdown(ends[0], pgmodel::detail::both_ways), 0);
    EXPECT_EQ(::read(ends[1], &byte, 1), 0);
    for (const int end : ends) ::close(end);
}

}  // namespace

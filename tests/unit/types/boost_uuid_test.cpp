// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/boost_uuid.hpp>

#include <gtest/gtest.h>

#include "round_trip.hpp"

namespace {

using namespace pgmodel_test;

TEST(boost_uuid, is_the_same_sixteen_bytes) {
    const pgmodel::uuid id{"00010203-0405-0607-08f9-fafbfcfdfeff"};
    const boost::uuids::uuid other = pgmodel::to_boost_uuid(id);
    EXPECT_EQ(pgmodel::to_uuid(other), id);
    EXPECT_EQ(encoded(other), encoded(id));
    EXPECT_EQ(round_trip(other), other);
    EXPECT_EQ(pgmodel::codec<boost::uuids::uuid>::text(other), "00010203-0405-0607-08f9-fafbfcfdfeff");
    expect_only_whole<boost::uuids::uuid>(encoded(other));
}

}  // namespace

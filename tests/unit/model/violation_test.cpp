// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Fields behind a constraint of which the server tells only the name, since its user may not read the table.

#include <gtest/gtest.h>

#include "table_models.hpp"

namespace {

using namespace table_models;
using pgmodel::detail::fields_of_named;

TEST(violation, names_given_at_fields_and_in_the_table) {
    EXPECT_EQ(fields_of_named<line>("lines_pk"), "id");
    EXPECT_EQ(fields_of_named<room>("rooms_pk"), "id");
    EXPECT_EQ(fields_of_named<room>("rooms_code"), "code");
    EXPECT_EQ(fields_of_named<room>("rooms_by_floor"), "") << "an index that is not unique is never violated";
    EXPECT_EQ(fields_of_named<room>("high"), "floor");
    EXPECT_EQ(fields_of_named<booking>("bookings_room"), "room_id");
    EXPECT_EQ(fields_of_named<booking>("bookings_successor"), "id");
    EXPECT_EQ(fields_of_named<booking>("nothing"), "");
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Constants of any type, with the text that stands in SQL.

#include <pgmodel.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/multirange.hpp>
#include <pgmodel/types/tsquery.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace constant_test {

namespace pg = pgmodel;

struct event {
    std::int64_t id{};
};

TEST(constant, is_of_types_that_only_the_server_reads) {
    constexpr auto q =
        pg::select(pg::constant<pg::multirange<std::int32_t>, "{[1,3)}">, pg::constant<pg::tsquery, "'a'">,
                   pg::constant<pg::polygon, "((0,0),(1,1))">, pg::constant<pg::date, "2024-02-29">)
            .from(pg::model<event>);
    EXPECT_EQ(q.sql(), "select int4multirange '{[1,3)}', tsquery '''a''', polygon '((0,0),(1,1))', date '2024-02-29' "
                       "from event");
}
TEST(constant, of_an_array_is_cast) {
    constexpr auto q =
        pg::select(pg::constant<std::vector<std::int32_t>, "{1,2}">).from(pg::model<event>);
    EXPECT_EQ(q.sql(), "select cast('{1,2}' as integer[]) from event");
}

}  // namespace constant_test

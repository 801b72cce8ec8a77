// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/query/recursion.hpp>

#include <gtest/gtest.h>

namespace pg = pgmodel;
using pg::col;
using pg::lit;

namespace recursion_test {

struct member {
    std::int64_t id{};
    std::int64_t boss_id{};
};
struct level {
    std::int64_t id{};
    std::int32_t depth{};
};
constexpr auto other = pg::alias<level, "other">;
constexpr auto start = pg::select(col<&member::id>, lit<0>).where(col<&member::boss_id> == lit<0>).into<level>();
constexpr auto members = pg::select(col<&member::id>, lit<1>).from(pg::model<member>);

template <class Query>
constexpr int reads(const Query&) {
    return pg::detail::reads_of<level, Query>().all;
}
template <class Query>
constexpr int missing(const Query&) {
    return pg::detail::reads_of<level, Query>().missing;
}

TEST(recursion, is_found_wherever_from_reads_the_name) {
    constexpr auto on = col<&level::id> == col<&member::boss_id>;
    static_assert(reads(start) == 0);
    static_assert(reads(members.join(pg::model<level>).on(on)) == 1);
    static_assert(reads(members.join(other).on(other[col<&level::id>] == col<&member::boss_id>)) == 1);
    static_assert(reads(members.join(pg::subquery(pg::select<level>().where(col<&level::depth> < lit<9>))).on(on)) == 1);
    static_assert(reads(start.union_all(members.join(pg::model<level>).on(on).join(other).on(on).into<level>())) == 2);
    // A WITH of its own gives the name to another query.
    static_assert(reads(pg::with(pg::cte(start)).select<level>().from(pg::model<level>)) == 0);
}

TEST(recursion, knows_what_outer_joins_leave_out) {
    constexpr auto on = col<&level::id> == col<&member::boss_id>;
    static_assert(missing(members.left_join(pg::model<level>).on(on)) == 1);
    static_assert(missing(members.right_join(pg::model<level>).on(on)) == 0);
    static_assert(missing(pg::select(lit<1>).from(pg::model<level>).left_join(pg::model<member>).on(on)) == 0);
    static_assert(missing(pg::select(lit<1>).from(pg::model<level>).full_join(pg::model<member>).on(on)) == 1);
}

TEST(recursion, may_stand_in_a_subquery_and_on_the_safe_side_of_a_join) {
    const auto tree = pg::cte(start.union_all(pg::select(pg::coalesce(col<&member::id>, lit<0L>), other[col<&level::depth>] + lit<1>)
                                                  .from(pg::subquery(pg::select<level>().where(col<&level::depth> < lit<9>)).as(other))
                                                  .left_join(pg::model<member>)
                                                  .on(other[col<&level::id>] == col<&member::boss_id>)
                                                  .where(col<&member::id>.is_not_null())
                                                  .into<level>()));
    static_assert(pg::detail::recursive_rows<level, decltype(tree.query)>::recursive);
    const auto numbers = pg::cte(pg::select(pg::cast<std::int64_t>(lit<1>), lit<0>).into<level>().union_(
        pg::select(col<&level::id> + lit<1L>, col<&level::depth>).from(pg::model<level>).where(col<&level::id> < lit<9L>).into<level>()));
    static_assert(decltype(pg::with_recursive(numbers).select(pg::count()).from(numbers))::sql ==
                  "with recursive level as (select cast(1 as bigint) as id, 0 as depth union select id + 1 as id, depth from level "
                  "where id < 9) select count(*) from level");
}

}  // namespace recursion_test

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// What PostgreSQL makes a FULL JOIN by, and what compiles.

#include <pgmodel.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/types/json.hpp>

#include <gtest/gtest.h>

#include "database.hpp"
#include "expression_text.hpp"

namespace pg = pgmodel;
using pg::col;

namespace full_join_test {

struct left_side {
    std::int32_t id{};
    std::int32_t a{};
    std::optional<std::int32_t> b{};
    bool c{};
};
struct right_side {
    std::int32_t number{};
    std::int32_t x{};
    std::optional<std::int32_t> y{};
    bool z{};
    static constexpr auto table() { return pg::table("right_side", pg::field<&right_side::number>.primary_key()); }
};

constexpr auto a = col<&left_side::a>;
constexpr auto b = col<&left_side::b>;
constexpr auto c = col<&left_side::c>;
constexpr auto x = col<&right_side::x>;
constexpr auto y = col<&right_side::y>;
constexpr auto z = col<&right_side::z>;

class full_join : public testing::Test {
protected:
    pg::session db{pgmodel_test::create_database("full_join")};

    void SetUp() override { db.create_all(pg::registry<left_side, right_side>{}); }

    /// Does the server take the condition, and do we say the same?
    template <class Condition>
    void expect(bool taken, const Condition& on) {
        auto query = pg::select(a).from(pg::model<left_side>).full_join(pg::model<right_side>).on(on);
        using from = typename decltype(query)::from_type;
        const std::string text = pgmodel_test::text(on);
        bool server = true;
        try {
            db.execute("select 1 from left_side full join right_side on " + text);
        } catch (const pg::server_error& e) {
            EXPECT_EQ(e.sqlstate(), pg::sqlstate{"0A000"}) << text << ": " << e.what();
            server = false;
        }
        EXPECT_EQ(server, taken) << text;
        EXPECT_EQ((pg::detail::joined_source<from, 1>::full), server) << text;
    }
};

TEST_F(full_join, is_made_by_what_the_server_makes_it_by) {
    expect(true, a == x);
    expect(true, x == a);
    expect(true, a + pg::lit<1> == x * pg::lit<2>);
    expect(true, a == x && b < y);
    expect(true, b < y && (a == x && c));
    expect(true, pg::lit<true>);
    expect(true, pg::lit<false>);
    expect(true, !(a != x));
    expect(true, !!(a == x));
    expect(true, !(a != x || b != y));
    expect(true, !(a != x || b > y));
    expect(true, c == z);
    expect(true, pg::row(a, b) == pg::row(x, y));
    expect(false, a < x);
    expect(false, a != x);
    expect(false, !(a == x));
    expect(false, a == x || b == y);
    expect(false, !(a != x && b != y));
    expect(false, a == pg::lit<1>);
    expect(false, a == b);
    expect(false, a + x == pg::lit<3>);
    expect(false, a.is_not_distinct_from(x));
    expect(false, (a == x).is_true());
    expect(false, c);
    expect(false, c && z);
    expect(false, a == x - a);
    expect(false, b.is_null() && y.is_null());
    expect(true, !(a < x || pg::lit<true>));
    expect(false, pg::lit<true> && a < x);
    expect(true, pg::lit<true> && a == x);
    expect(true, pg::lit<false> || a == x);
    expect(true, pg::lit<true> || a < x);
    expect(true, pg::lit<false> && a < x);
    expect(true, (a == x && c) || (a == x && z));
    expect(true, (a == x && c && b == y) || (z && a == x));
    expect(true, a == x || a == x);
    expect(true, !((a != x || c) && (a != x || z)));
    expect(true, a == x || (a == x && z));
    expect(false, (a == x && c) || (b == y && z));
    expect(false, (a == x && c) || z);
    expect(false, !((a == x && c) || (a == x && z)));
    expect(true, (a == x) == pg::lit<true>);
    expect(true, (a == x) != pg::lit<false>);
    expect(true, pg::lit<false> == (a != x));
    expect(false, (a == x) == pg::lit<false>);
    expect(true, pg::lit<1> == pg::lit<1>);
    expect(true, pg::lit<1> > pg::lit<2>);
    expect(true, pg::lit<1> + pg::lit<1> == pg::lit<2>);
    expect(true, pg::lit<true>.is_true());
    expect(true, pg::lit<true> == pg::lit<false>);
}

}  // namespace full_join_test

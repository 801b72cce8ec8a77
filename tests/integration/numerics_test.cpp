// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The arithmetic of numbers on every pair of many: the server's answer, decimals and all, is ours.

#include <pgmodel.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "database.hpp"
#include "introspected.hpp"

namespace numerics_test {

namespace pg = pgmodel;
using number = pg::numeric<>;
using pg::col;

class numerics : public testing::Test {
protected:
    static const std::string& dsn() {
        static const std::string dsn = pgmodel_test::create_database("numerics");
        return dsn;
    }
    pg::session db_{dsn()};
};

std::vector<number> some_numbers() {
    std::vector<number> out;
    for (const char* text : {"NaN", "Infinity", "-Infinity", "0", "0.00", "1", "-1", "1.50", "9999", "10000", "0.0001",
                             "-0.00010000", "99999999.99999999", "100000000", "1e100", "-1e-100"})
        out.emplace_back(text);
    std::mt19937 random(5);
    for (int i = 0; i < 40; ++i) {
        std::string text = random() % 2 != 0 ? "-" : "";
        for (auto digits = random() % 30 + 1; digits > 0; --digits)
            text.push_back(random() % 3 == 0 ? '9' : random() % 2 != 0 ? '0' : static_cast<char>('0' + random() % 10));
        text.append("e-" + std::to_string(random() % 25));
        out.emplace_back(text);
    }
    return out;
}

TEST_F(numerics, arithmetic_is_the_servers) {
    struct row {
        std::string sum{}, difference{}, product{}, rounded{}, tens{}, negated{}, absolute{};
        std::optional<std::string> cut{};
        bool less{}, equal{}, same_hash{};
    };
    const auto numbers = some_numbers();
    const auto rows =
        db_.all<row>("with n as (select v, i from unnest($1) with ordinality u(v, i)) select (a.v + b.v)::text as sum, "
                     "(a.v - b.v)::text as difference, (a.v * b.v)::text as product, round(a.v, 3)::text as rounded, "
                     "round(a.v, -2)::text as tens, (-a.v)::text as negated, abs(a.v)::text as absolute, "
                     "case when b.v <> 0 and a.v not in ('NaN', 'Infinity', '-Infinity') and b.v not in ('NaN', "
                     "'Infinity', '-Infinity') "
                     "then (div(a.v * 1e7, b.v) * 1e-7)::numeric(1000, 7)::text end as cut, "
                     "a.v < b.v as less, a.v = b.v as equal, hash_numeric(a.v) = hash_numeric(b.v) as same_hash "
                     "from n a, n b order by a.i, b.i",
                     numbers);
    ASSERT_EQ(rows.size(), numbers.size() * numbers.size());
    auto at = rows.begin();
    for (const auto& a : numbers)
        for (const auto& b : numbers) {
            const std::string pair = a.to_string() + " and " + b.to_string();
            EXPECT_EQ((a + b).to_string(), at->sum) << pair;
            EXPECT_EQ((a - b).to_string(), at->difference) << pair;
            EXPECT_EQ((a * b).to_string(), at->product) << pair;
            EXPECT_EQ(a.round(3, pg::half_up).to_string(), at->rounded) << pair;
            EXPECT_EQ(a.round(-2, pg::half_up).to_string(), at->tens) << pair;
            EXPECT_EQ((-a).to_string(), at->negated) << pair;
            EXPECT_EQ(abs(a).to_string(), at->absolute) << pair;
            if (at->cut) {
                EXPECT_EQ(divide(a, b, 7, pg::rounding::down).to_string(), *at->cut) << pair;
            }
            EXPECT_EQ(a < b, at->less) << pair;
            EXPECT_EQ(a == b, at->equal) << pair;
            if (a == b) {
                EXPECT_EQ(std::hash<number>{}(a), std::hash<number>{}(b)) << pair;
                EXPECT_TRUE(at->same_hash) << pair;
            }
            ++at;
        }
}

TEST_F(numerics, text_is_read_as_the_server_reads_it) {
    for (const char* text : {"0", "-0", "-0.00", "+7", ".5", "3.", "1.5e3", "1.50000e3", "1.5E-7", "00012.5", "inf",
                             "-Infinity", "nan", "123456e-2", "1e131071", "1e-16383", "0e10", "0.0000e2", "0.0000e9"})
        EXPECT_EQ(number{text}.to_string(), db_.scalar<std::string>("select $1::text::numeric::text", text)) << text;
    // Each end of the range, and one beyond it.
    for (const auto& [text, fits] : {std::pair<std::string, bool>{"1e131072", false}, {"1e-16384", false},
                                     {std::string(131'072, '9') + '.' + std::string(16'383, '9'), true},
                                     {std::string(131'073, '9'), false}, {"0." + std::string(16'384, '9'), false}}) {
        const auto ours = number::parse(text);
        EXPECT_EQ(ours.has_value(), fits) << text.size();
        if (fits) {
            EXPECT_TRUE(db_.scalar<number>("select $1::text::numeric", text) == *ours);
            EXPECT_TRUE(db_.scalar<number>("select $1::numeric", *ours) == *ours);
        } else {
            EXPECT_THROW((void)db_.scalar<number>("select $1::text::numeric", text), pg::server_error) << text.size();
        }
    }
}

struct account {
    std::int64_t id{};
    number balance{};
    std::optional<number> limit{};
    std::vector<number> history{};
    pg::numeric<38, 10> fixed{};

    bool operator==(const account&) const = default;
    static constexpr auto table() { return pg::table("accounts", pg::field<&account::id>.primary_key().identity()); }
};
inline constexpr pg::registry<account> all{};

TEST_F(numerics, through_insert_select_and_where) {
    db_.create_all(all);
    pgmodel_test::expect_introspected(db_, all);
    account row{.balance = number{"-1.500"}, .limit = number::infinity(), .history = some_numbers()};
    const auto again = row;
    row.id = db_.insert(row).id;
    const auto found = db_.find<account>(row.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, row);
    EXPECT_EQ(found->balance.to_string(), "-1.500");
    EXPECT_EQ(db_.insert(std::vector<account>{again, {}}).at(0).history, row.history);
    using a = account;
    const auto count = [&](auto condition) { return db_.all(pg::select<account>().where(condition)).size(); };
    EXPECT_EQ(count(col<&a::balance> == number{"-1.5"} && col<&a::limit> == number::infinity()), 2u);
    EXPECT_EQ(count(col<&a::balance> < 0), 2u);
    EXPECT_EQ(count(col<&a::balance> + 2 > pg::numeric<4, 1>{"0.4"}), 3u);
    EXPECT_EQ(count(col<&a::limit>.in({number::infinity(), number{1}})), 2u);
    EXPECT_EQ(count(col<&a::fixed> == 0), 3u);
}

}  // namespace numerics_test

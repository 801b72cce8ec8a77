// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Texts of intervals around the limits of each field: what the server reads is read, what it refuses is none.

#include <pgmodel.hpp>
#include <pgmodel/types/interval.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "database.hpp"

namespace pg = pgmodel;

namespace {

/// Every unit at and beyond the numbers that fit, alone and beside another one that brings the sum back or takes it
/// beyond; each also negated by `ago`.
std::vector<std::string> texts() {
    struct limit {
        const char* unit;
        std::int64_t greatest;
    };
    std::vector<std::string> all;
    const auto add = [&all](const std::string& text) {
        all.push_back(text);
        all.push_back(text + " ago");
    };
    const limit limits[]{{"days", 2147483647}, {"weeks", 306783378}, {"months", 2147483647}, {"years", 178956970},
                         {"years", 2147483647}, {"decades", 214748364}, {"centuries", 21474836}, {"millennia", 2147483},
                         {"decades", 17895697}, {"hours", 2562047788}, {"microseconds", 9223372036854775807}};
    for (const auto& [unit, greatest] : limits)
        for (const std::int64_t beyond : {-1, 0, 1}) {
            if (greatest == INT64_MAX && beyond > 0) continue;
            const std::string number = std::to_string(greatest + beyond) + " " + unit;
            add(number);
            add("-" + number);
        }
    for (const char* text :
         {"2147483648 days -1 week", "2147483647 days 1 week", "2147483640 days 1 week", "-1 week 2147483650 days",
          "2147483647 days 0.2 week", "2147483648 months -1 year", "2147483647 months -1 year", "2147483647 months 1 year",
          "178956971 years -12 months", "178956970 years 7 months", "178956970 years 8 months", "-178956970 years -8 months",
          "-178956970 years -9 months", "2147483647 years -214748364 decades", "2147483647 years -2147483 millennia",
          "2147483648 years -1 decade", "178956970-7", "178956970-8", "-178956970-8", "-178956970-9", "178956971-0",
          "0.5 month 2147483640 days", "0.9 month 2147483640 days", "2147483647.9 days", "-2147483648.9 days",
          "2147483647.5 months", "178956970.6 years", "178956970.7 years", "2562047788:00:54.775807", "2562047788:00:54.775808",
          "-2562047788:00:54.775807", "-2562047788:00:54.775809", "2562047788 hours 54 seconds", "2562047788:00:55",
          "9223372036854 seconds 775807 microseconds", "9223372036854 seconds 775808 microseconds",
          "2562047789 hours -1 hour", "2562047789 hours -60 minutes", "106751991 days 2562047788 hours"})
        add(text);
    for (const char* text : {"P2147483647D", "P2147483648D", "P2147483648DT-1H", "P2147483648D1W", "P306783379W", "P178956970Y7M",
                             "P178956970Y8M", "P178956971Y-12M", "P2147483647M1Y", "P-178956970Y-8M", "P2147483648Y",
                             "PT2562047788H", "PT2562047789H", "PT9223372036854.775807S", "PT9223372036855S", "P00010203",
                             "P2147483647-01-01", "P178956970-07-01", "P178956970-08-01", "P0001-2147483648-01",
                             "PT153722867280M", "PT153722867281M"})
        all.push_back(text);
    return all;
}

TEST(interval_limits, are_those_of_the_server) {
    pg::session db{pgmodel_test::create_database("interval_limits")};
    const auto all = texts();
    EXPECT_GE(all.size(), 200u);
    for (const auto& text : all) {
        std::optional<std::string> theirs;
        try {
            theirs = db.scalar<std::string>("select $1::text::interval::text", text);
        } catch (const pg::server_error&) {
        }
        const auto ours = pg::interval::parse(text);
        EXPECT_EQ(ours.has_value(), theirs.has_value()) << text << ": " << theirs.value_or("refused");
        if (ours && theirs) {
            EXPECT_EQ(ours->to_string(), *theirs) << text;
        }
    }
    // The least one is written by the server, and read by us only.
    const std::string least = "-2562047788:00:54.775808";
    EXPECT_EQ(db.scalar<std::string>("select ('-2562047788:00:54.775807'::interval - '1 us'::interval)::text"), least);
    EXPECT_EQ(pg::interval(least).to_string(), least);
    EXPECT_THROW(db.scalar<std::string>("select $1::text::interval::text", least), pg::server_error);
}

struct shifts {
    std::int64_t id{};
    std::vector<pg::interval> lengths{};
};

TEST(interval_limits, arrays_of_many_rows_keep_each_sign) {
    pg::session db{pgmodel_test::create_database("interval_signs")};
    db.create_all(pg::registry<shifts>{});
    const std::vector<pg::interval> signs{{-1, 2, 0}, {-1, 0, 3'000'000}, {1, -2, 3}, {0, 0, -1}, {-1, -2, -3}, {0, 0, 0}, {5, 0, -3'600'000'001},
                                          {0, 0, INT64_MIN}};
    for (const char* style : {"postgres", "sql_standard", "iso_8601", "postgres_verbose"}) {
        db.execute_script(std::string("truncate shifts; set intervalstyle = ") + style);
        db.insert(std::vector<shifts>{{.id = 1, .lengths = signs}, {.id = 2, .lengths = {}}});
        EXPECT_EQ(db.get<shifts>(1).lengths, signs) << style;
    }
}

}  // namespace

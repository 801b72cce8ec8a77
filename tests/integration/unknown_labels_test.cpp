// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Labels that a newer version of the program has written stay when an older one updates the row.

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "database.hpp"

namespace unknown_labels_test {

namespace pg = pgmodel;

enum class way { post, courier, other };
enum class mood { calm, unsure };

}  // namespace unknown_labels_test

template <>
struct pgmodel::enum_of<unknown_labels_test::way> {
    using way = unknown_labels_test::way;
    static constexpr auto type() {
        return pgmodel::enumeration("way", pgmodel::label<way::post>("post"), pgmodel::label<way::courier>("courier"))
            .fallback(way::other);
    }
};
/// Its fallback is a label as any other.
template <>
struct pgmodel::enum_of<unknown_labels_test::mood> {
    using mood = unknown_labels_test::mood;
    static constexpr auto type() {
        return pgmodel::enumeration("mood", pgmodel::label<mood::calm>("calm"), pgmodel::label<mood::unsure>("unsure"))
            .fallback(mood::unsure);
    }
};

namespace unknown_labels_test {

struct parcel {
    std::int64_t id{};
    way by = way::post;
    std::optional<way> back{};
    mood sender = mood::calm;
    std::string note{};
    std::int32_t version{};

    static constexpr auto table() {
        return pg::table("parcels", pg::field<&parcel::id>.primary_key(), pg::field<&parcel::version>.version());
    }
};
/// Nothing else to update.
struct route {
    std::int64_t id{};
    way by = way::post;
};

/// More of them than one could have a statement for each combination of.
struct journey {
    std::int64_t id{};
    way first = way::post, second = way::post, third = way::post, fourth = way::post, fifth = way::post;
    std::optional<way> back{};
    std::string note{};

    static constexpr auto table() { return pg::table("journeys", pg::field<&journey::id>.primary_key()); }
};

TEST(unknown_labels, stay_in_any_number_of_columns) {
    pg::session db{pgmodel_test::create_database("unknown_labels_of_many")};
    db.create_all(pg::registry<journey>{});
    db.execute_script("alter type way add value 'drone'; alter type way add value 'ship'");
    db.execute_script("insert into journeys values (1, 'drone', 'post', 'ship', 'drone', 'ship', 'drone', '')");
    auto row = db.get<journey>(1);
    row.second = way::courier;
    row.fourth = way::courier;
    row.note = "a";
    db.update(row);
    const auto stored = [&] {
        return db.scalar<std::string>("select concat_ws(' ', first, second, third, fourth, fifth, back, note) from journeys");
    };
    EXPECT_EQ(stored(), "drone courier ship courier ship drone a");
    row.first = row.third = row.fifth = way::post;
    row.back.reset();
    db.update(row);
    EXPECT_EQ(stored(), "post courier post courier post a");
    EXPECT_EQ(db.get<journey>(1).back, std::nullopt);
}

TEST(unknown_labels, stay_when_the_whole_row_is_updated) {
    pg::session db{pgmodel_test::create_database("unknown_labels")};
    db.create_all(pg::registry<parcel, route>{});
    db.execute_script("alter type way add value 'drone'; alter type mood add value 'odd'");
    db.execute_script(
        "insert into parcels values (1, 'drone', 'drone', 'odd', '', 0), (2, 'post', null, 'calm', '', 0)");
    const auto stored = [&](std::int64_t id) {
        return db.scalar<std::string>(
            "select concat_ws(' ', by, back, sender, note, version) from parcels where id = $1", id);
    };
    auto row = db.get<parcel>(1);
    EXPECT_TRUE(row.by == way::other && row.back == way::other && row.sender == mood::unsure);
    row.note = "a";
    db.update(row);
    EXPECT_EQ(stored(1), "drone drone unsure a 1");
    row.by = way::courier;
    db.update(row);
    EXPECT_EQ(stored(1), "courier drone unsure a 2");
    row.back.reset();
    db.update(row);
    EXPECT_EQ(stored(1), "courier unsure a 3");
    auto known = db.get<parcel>(2);
    known.back = way::courier;
    db.update(known);
    EXPECT_EQ(stored(2), "post courier calm  1");
    // Only what is named cannot be left out.
    row.by = way::other;
    EXPECT_THROW(db.update<&parcel::by>(row), pg::encode_error);
    EXPECT_THROW(db.insert(parcel{.id = 3, .by = way::other}), pg::encode_error);
    EXPECT_THROW(db.update(route{1, way::other}), pg::encode_error);
}

}  // namespace unknown_labels_test

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Types of a program's own, and of other libraries, as fields of models.

#include <pgmodel.hpp>
#include <pgmodel/types/boost_uuid.hpp>
#include <pgmodel/types/wrapped.hpp>

#include <gtest/gtest.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "database.hpp"
#include "introspected.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct parcel_id {
    std::int64_t value{};
    auto operator<=>(const parcel_id&) const = default;
};

}  // namespace

template <>
struct pgmodel::codec<parcel_id> : pgmodel::wrapped<&parcel_id::value> {};

namespace {

struct parcel {
    parcel_id id{};
    std::optional<parcel_id> replaces{};
    std::vector<parcel_id> beside{};
    boost::uuids::uuid token{};

    bool operator==(const parcel&) const = default;

    static constexpr auto table() {
        using p = parcel;
        return pg::table("parcels", pg::field<&p::id>.primary_key().identity(),
                         pg::field<&p::replaces>.references(col<&p::id>));
    }
};
inline constexpr pg::registry<parcel> depot{};

TEST(own_types, are_fields_keys_and_operands) {
    pg::session db{pgmodel_test::create_database("own_types")};
    db.create_all(depot);
    pgmodel_test::expect_introspected(db, depot);
    const pg::uuid token{"00010203-0405-0607-08f9-fafbfcfdfeff"};
    const parcel first{.id = {1}, .token = pg::to_boost_uuid(token)};
    const parcel second{.id = {1ll << 40}, .replaces = parcel_id{1}, .beside = {{7}, {-8}}, .token = first.token};
    EXPECT_EQ(db.insert(first), first);
    EXPECT_EQ(db.insert(second), second);
    EXPECT_EQ(db.all(pg::select<parcel>().where(col<&parcel::replaces> == parcel_id{1})), std::vector{second});
    EXPECT_EQ(db.all(pg::select(col<&parcel::id>).where(col<&parcel::token> == first.token).order_by(
                  col<&parcel::id>.desc())),
              (std::vector<parcel_id>{second.id, first.id}));
    EXPECT_EQ(db.scalar<std::string>("select concat_ws(' ', pg_typeof(id), pg_typeof(beside), beside, token) "
                                     "from parcels where id = $1", second.id),
              "bigint bigint[] {7,-8} 00010203-0405-0607-08f9-fafbfcfdfeff");
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Keys of types that round or normalise what is stored: the C++ type does it as the server, or the value that is asked
// for is compared as it was given.

#include <pgmodel.hpp>
#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/fixed_char.hpp>

#include <gtest/gtest.h>

#include <string>

#include "database.hpp"

namespace pg = pgmodel;

namespace {

template <class Key>
struct keyed {
    Key id{};
    std::string note{};
    static constexpr auto table() { return pg::table("keyed", pg::field<&keyed::id>.primary_key()); }
};
struct moment {
    pg::timestamp at{};
    std::string note{};
    static constexpr auto table() {
        return pg::table("moments", pg::field<&moment::at>.primary_key().type(pg::sql<"timestamp(3) without time zone">));
    }
};

class rounded_keys : public testing::Test {
protected:
    /// The row is found, updated and removed by either value.
    template <class Key>
    void same(const Key& stored, const Key& asked) {
        db_.execute_script("drop table if exists keyed");
        db_.create_all(pg::registry<keyed<Key>>{});
        db_.insert(keyed<Key>{stored, "a"});
        EXPECT_THROW(db_.insert(keyed<Key>{asked, "b"}), pg::unique_violation);
        const auto found = db_.find<keyed<Key>>(asked);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->id, stored);
        db_.update(keyed<Key>{asked, "c"});
        EXPECT_EQ(db_.get<keyed<Key>>(stored).note, "c");
        db_.remove(keyed<Key>{asked});
        EXPECT_FALSE(db_.find<keyed<Key>>(stored));
    }

    pg::session db_{pgmodel_test::create_database("rounded_keys")};
};

TEST_F(rounded_keys, of_types_that_normalise_in_the_program_too) {
    same(pg::numeric<5, 2>{"1.50"}, pg::numeric<5, 2>{"1.5"});
    same(pg::fixed_char<4>{"ab"}, pg::fixed_char<4>{"ab  "});
    EXPECT_FALSE((pg::numeric<5, 2>::parse("1.505")));
    db_.execute_script("create extension citext");
    same(pg::citext{"Abc"}, pg::citext{"aBC"});
}

// The server rounds what it stores, and not what it compares with.
TEST_F(rounded_keys, of_a_type_that_only_the_column_has) {
    db_.create_all(pg::registry<moment>{});
    const pg::timestamp exact("2024-01-01 12:00:00.0006"), rounded("2024-01-01 12:00:00.001");
    db_.insert(moment{exact, "a"});
    EXPECT_FALSE(db_.find<moment>(exact));
    EXPECT_EQ(db_.get<moment>(rounded).note, "a");
    EXPECT_THROW(db_.update(moment{exact, "b"}), pg::not_found);
    EXPECT_FALSE(db_.remove<moment>(exact));
    EXPECT_THROW(db_.insert(moment{exact, "b"}), pg::unique_violation);
    db_.update(moment{rounded, "b"});
    EXPECT_TRUE(db_.remove<moment>(rounded));
}

}  // namespace

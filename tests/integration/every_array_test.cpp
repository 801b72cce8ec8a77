// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Of every type: arrays of two dimensions with other first indexes and NULL elements come back as they were and print
// as the server prints them, and a value is the literal of it in DDL.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include <pgmodel/model/ddl_text.hpp>
#include <pgmodel/types/any_array.hpp>

#include "all_values.hpp"
#include "database.hpp"

namespace every_array_test {

namespace pg = pgmodel;

class every_array {
public:
    explicit every_array(const char* database) : db(pgmodel_test::create_database(database)) {
        db.execute_script("create extension hstore; create extension citext; create extension ltree;");
        db.execute_script(pgmodel_test::types_of_samples);
    }

    template <class T>
    void operator()(const T& lesser, const T& greater) const {
        SCOPED_TRACE(pg::detail::cpp_type_name<T>());
        try {
            if constexpr (pg::detail::array_element<T>) arrays(lesser, greater);
            for (const T& value : {lesser, greater}) literal(value);
            ++types;
        } catch (const pg::error& e) {
            ADD_FAILURE() << e.what() << ' ' << e.info().server_message;
        }
    }
    mutable int types = 0;

private:
    template <class T>
    void arrays(const T& lesser, const T& greater) const {
        using array = pg::any_array<std::optional<T>>;
        const array given{{lesser, std::nullopt, greater, greater}, {{2, -1}, {2, 7}}};
        const auto found = db.one<std::tuple<array, std::string, std::string>>(
            "select $1, array_dims($1), $1::text", given);
        EXPECT_TRUE(std::get<0>(found) == given);
        EXPECT_EQ(std::get<1>(found), "[-1:0][7:8]");
        // The server prints a document with spaces of its own.
        if constexpr (!std::is_same_v<T, pg::jsonb<std::vector<int>>>) {
            EXPECT_EQ(std::get<2>(found), given.to_string());
        }

        using rows = std::vector<std::vector<std::optional<T>>>;
        const rows nested{{lesser, std::nullopt}, {greater, lesser}};
        EXPECT_TRUE(db.scalar<rows>("select $1", nested) == nested);
        using deep = std::vector<std::vector<std::vector<T>>>;
        const deep three{{{lesser, greater}}, {{greater, greater}}};
        EXPECT_TRUE(db.scalar<deep>("select $1", three) == three);
        EXPECT_EQ((db.one<std::tuple<array, std::string>>("select $1, coalesce(array_dims($1), 'none')", array{})),
                  (std::tuple(array{}, std::string("none"))));
        literal(std::vector<T>{lesser, greater});
    }
    template <class T>
    void literal(const T& value) const {
        pg::detail::ddl_text written;
        written.parameter(&value);
        const std::string type(pg::detail::declared_type<T>());
        EXPECT_TRUE(db.scalar<T>(pg::raw_sql("select (" + written.text + ")::" + type)) == value) << written.text;
        db.execute_script(("create table t (v " + type + " not null default " + written.text +
                           "); insert into t default values").c_str());
        EXPECT_TRUE(db.scalar<T>("select v from t") == value) << written.text;
        db.execute_script("drop table t");
    }

    mutable pg::session db;
};

TEST(every_array, of_texts_numbers_times_and_documents) {
    const every_array each{"every_plain_array"};
    pgmodel_test::each_plain_type(each);
    EXPECT_EQ(each.types, 17);
}
TEST(every_array, of_ranges_networks_bits_and_shapes) {
    const every_array each{"every_special_array"};
    pgmodel_test::each_special_type(each);
    EXPECT_EQ(each.types, 27);
}
TEST(every_array, of_cpp_and_of_programs) {
    const every_array each{"every_other_array"};
    pgmodel_test::each_other_type(each);
    EXPECT_EQ(each.types, 18);
}

}  // namespace every_array_test

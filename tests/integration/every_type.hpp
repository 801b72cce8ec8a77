// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// A value of any type comes back equal from every place of a query that can give it; what the server does not have for
// a type is named.
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/document_path.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/query/values.hpp>

#include <gtest/gtest.h>

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "all_values.hpp"
#include "database.hpp"

namespace every_type_test {

namespace pg = pgmodel;
using pg::col;

template <class T>
struct member {
    T value{};
    std::optional<T> maybe{};
};
template <class T>
struct sample {
    std::int64_t id{};
    T value{};
    std::optional<T> maybe{};
    pg::jsonb<member<T>> document{};

    static constexpr auto table() { return pg::table("samples", pg::field<&sample::id>.primary_key()); }
};
template <class T>
struct listed {
    std::int32_t n{};
    T value{};

    static constexpr auto table() { return pg::table("listed", pg::no_primary_key); }
};

template <class T>
constexpr bool has_equality = pg::detail::has_equality<T>();
/// The server has an order, and it is that of C++.
template <class T>
constexpr bool has_order = pg::detail::is_sortable<T>() && std::three_way_comparable<T>;
/// min() and max() are not made of everything that can be sorted: of composite values from PostgreSQL 18 on.
template <class T>
constexpr bool has_max = has_order<T>&& pg::detail::has_least_value<T>() && !pg::detail::composite_struct<T>;
/// No array of arrays.
template <class T>
constexpr bool has_arrays = pg::detail::array_element<T>;

/// What one query gives of a value, in every way that a query has.
template <class T>
struct places {
    T read{};
    std::optional<T> read_null{};
    T cased{}, coalesced{};
    std::optional<T> of_query{}, before{}, first{};
    T sent{}, bound{};
    std::optional<T> joined{}, joined_null{};
    std::optional<typename decltype(pg::at<&member<T>::value>(col<&sample<T>::document>))::value_type> in_document{};
    std::optional<T> nullified{};
    std::optional<T> greatest{}, least{};
    pg::jsonb<member<T>> built{};
};
/// All that is one value, and NULL.
template <class T>
struct aggregated {
    std::optional<std::vector<T>> all{};
    std::optional<std::vector<std::optional<T>>> gaps{};
    std::optional<T> min{}, max{};
};

class every_type {
public:
    explicit every_type(const char* database) : db(pgmodel_test::create_database(database)) {
        db.execute_script("create extension hstore; create extension citext; create extension ltree;");
        db.execute_script(pgmodel_test::types_of_samples);
    }

    template <class T>
    void operator()(const T& lesser, const T& greater) const {
        SCOPED_TRACE(pg::detail::cpp_type_name<T>());
        try {
            check(lesser, greater);
        } catch (const pg::error& e) {
            ADD_FAILURE() << e.what() << ' ' << e.info().server_message << ' ' << e.info().statement;
        }
    }
    template <class T>
    void check(const T& lesser, const T& greater) const {
        using s = sample<T>;
        using maybe_t = std::optional<T>;
        const maybe_t none = std::nullopt;
        constexpr auto id = col<&s::id>;
        constexpr auto value = col<&s::value>;
        constexpr auto maybe = col<&s::maybe>;
        db.execute_script("drop table if exists samples");
        const std::string type(pg::detail::declared_type<T>());
        db.execute_script("create table samples (id bigint primary key, value " + type + " not null, maybe " + type +
                          ", document jsonb not null)");
        db.insert(std::vector<s>{{1, lesser, lesser, {{lesser, std::nullopt}}},
                                 {2, greater, std::nullopt, {{greater, greater}}}});

        constexpr auto other = pg::alias<s, "other">;
        constexpr auto by_id = pg::order_by(id);
        const auto found = db.all(pg::select(value, maybe, pg::case_when(id == 1, value).otherwise(greater),
                                             pg::coalesce(maybe, greater), pg::scalar(pg::select(value).where(id == 2)),
                                             pg::lag(value).over(by_id), pg::first_value(value).over(by_id),
                                             pg::value(greater), pg::arg<T, "given">, other[value], other[maybe],
                                             pg::at<&member<T>::value>(col<&s::document>), nullified(value, lesser),
                                             greatest(value, lesser), least(value, greater),
                                             pg::jsonb_build_object("value", value, "maybe", maybe))
                                      .left_join(other)
                                      .on(other[id] == id + 1)
                                      .where(all_of(value, maybe, lesser, greater))
                                      .order_by(id)
                                      .template into<places<T>>(),
                                  pg::bind<"given">(lesser));
        ASSERT_EQ(found.size(), 2u);
        const maybe_t null_if_lesser = has_equality<T> ? none : maybe_t(lesser);
        expect(found[0], {lesser, lesser, lesser, lesser, greater, none, lesser, greater, lesser, greater, none, lesser,
                          null_if_lesser, lesser, lesser, lesser, lesser});
        expect(found[1], {greater, none, greater, greater, greater, lesser, lesser, greater, lesser, none, none,
                          greater, greater, greater, greater, greater, none});

        using l = listed<T>;
        EXPECT_TRUE(
            (db.all(pg::select(col<&l::value>)
                        .from(pg::values<l>(pg::row(1, lesser), pg::row(2, greater)))
                        .union_all(pg::select(value).where(id == 2))) == std::vector<T>{lesser, greater, greater}));
        EXPECT_TRUE((db.template scalar<T>("select $1", greater) == greater));
        EXPECT_TRUE((db.template scalar<maybe_t>("select $1", maybe_t(lesser)) == maybe_t(lesser)));
        EXPECT_TRUE((db.template scalar<maybe_t>("select $1", none) == none));
        if constexpr (has_arrays<T>) {
            const auto both = db.one(pg::select(pg::array_agg(value).order_by(id), pg::array_agg(maybe).order_by(id),
                                                least_of(value), greatest_of(value))
                                         .template into<aggregated<T>>());
            EXPECT_TRUE(
                (both.all == std::vector<T>{lesser, greater} && both.gaps == std::vector<maybe_t>{lesser, none}));
            EXPECT_TRUE(both.min == lesser && both.max == greater);
        }
        EXPECT_TRUE(
            (db.all(pg::update(pg::model<s>).set(value = greater, maybe = greater).where(id == 1).returning(value)) ==
             std::vector<T>{greater}));
    }

private:
    /// What is a document itself within a document, is one of the same kind as the whole.
    template <class T, class Part>
    static std::optional<T> part(const std::optional<Part>& value) {
        if (!value)
            return std::nullopt;
        if constexpr (std::is_same_v<T, Part>)
            return value;
        else if constexpr (std::is_same_v<Part, std::string>)
            return T(*value);
        else if constexpr (std::is_same_v<Part, pg::jsonb_text>)
            return T(value->str());
        else
            return T(**value);
    }
    template <class T>
    static void expect(const places<T>& p, const std::vector<std::optional<T>>& expected) {
        const std::vector<std::optional<T>> found{
            p.read,      p.read_null, p.cased, p.coalesced,    p.of_query,    p.before,
            p.first,     p.sent,      p.bound, p.joined,       p.joined_null, part<T>(p.in_document),
            p.nullified, p.greatest,  p.least, p.built->value, p.built->maybe};
        for (std::size_t i = 0; i < found.size(); ++i)
            EXPECT_TRUE(found[i] == expected[i]) << "place " << i;
    }
    template <class Value, class Maybe, class T>
    static constexpr auto all_of(Value value, Maybe maybe, const T& lesser, const T& greater) {
        if constexpr (!has_equality<T>)
            return maybe.is_null() || value.is_not_null();
        else if constexpr (!has_arrays<T>)
            return value == greater || maybe.is_not_distinct_from(lesser);
        else
            return value == greater ||
                   (maybe.is_not_distinct_from(lesser) && maybe.is_distinct_from(greater) && value.in({lesser}));
    }
    template <class Value, class T>
    static constexpr auto nullified(Value value, const T& other) {
        if constexpr (has_equality<T>)
            return pg::nullif(value, other);
        else
            return value;
    }
    template <class Value, class T>
    static constexpr auto greatest(Value value, const T& other) {
        if constexpr (has_order<T>)
            return pg::greatest(value, other);
        else
            return value;
    }
    template <class Value, class T>
    static constexpr auto least(Value value, const T& other) {
        if constexpr (has_order<T>)
            return pg::least(value, other);
        else
            return value;
    }
    template <class Value>
    static constexpr auto least_of(Value value) {
        if constexpr (has_max<typename Value::value_type>)
            return pg::min(value);
        else
            return pg::array_agg(value).order_by(col<&sample<typename Value::value_type>::id>)[1];
    }
    template <class Value>
    static constexpr auto greatest_of(Value value) {
        if constexpr (has_max<typename Value::value_type>)
            return pg::max(value);
        else
            return pg::array_agg(value).order_by(col<&sample<typename Value::value_type>::id>)[2];
    }

    mutable pg::session db;
};

}  // namespace every_type_test

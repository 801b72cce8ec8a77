// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// The property that every codec must have: a value that is written, by one row, by many or by COPY, is what the server prints
/// it as, is what comes back to the bit, and is equal to itself in a condition.
///
/// PGMODEL_PROPERTY_SEED repeats a run, PGMODEL_PROPERTY_VALUES is how many values each type gets.

#pragma once

#include <pgmodel.hpp>
#include <pgmodel/session/copy_rows.hpp>
#include <pgmodel/session/stream.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "database.hpp"

namespace property_test {

namespace pg = pgmodel;
using random_source = std::mt19937_64;

inline std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}
inline const std::uint64_t seed = setting("PGMODEL_PROPERTY_SEED", std::random_device{}());
inline constexpr std::size_t usual_values = 12'000;  // a million of all types
inline const std::size_t values_of_each_type = setting("PGMODEL_PROPERTY_VALUES", usual_values);
inline std::size_t values_checked = 0;

/// Says which seed it was, and how much was done.
class report : public testing::Environment {
public:
    void SetUp() override { std::cout << "property: PGMODEL_PROPERTY_SEED=" << seed << std::endl; }
    void TearDown() override {
        std::cout << "property: " << values_checked << " values" << std::endl;
        const auto& run = *testing::UnitTest::GetInstance();
        if (values_of_each_type < usual_values || run.test_to_run_count() < run.total_test_count()) return;
        EXPECT_GE(values_checked, 1'000'000u) << "of all types together";
    }
};
inline testing::Environment* const reported = testing::AddGlobalTestEnvironment(new report);

/// What is different between us and the server without being wrong.
struct options {
    bool same_text = true;
    bool comparable = true;  ///< false: its = means something else
};

/// An array of the values, with NULLs; of what can be no element nothing.
template <class T>
using list_of = std::conditional_t<pg::detail::array_element<T>, std::vector<std::optional<T>>, std::optional<bool>>;

template <class T, pg::fixed_string Name>
struct row {
    std::int64_t id{};
    T value{};
    std::optional<T> maybe{};
    list_of<T> list{};

    static constexpr auto table() { return pg::table(Name.text, pg::field<&row::id>.primary_key()); }
};

/// How the server has printed the rows.
struct printed {
    std::int64_t id{};
    std::string text{};
    std::optional<std::string> list{};
    bool equal{};
};

template <class T, pg::fixed_string Name>
class property {
public:
    using model = row<T, Name>;

    property(pg::session& db, options how) : db_(db), how_(how) {}

    /// Empty, or the one value that is wrong, and why.
    std::string check(std::span<const T> values) {
        std::string fault;
        for (std::size_t at = 0; at < values.size() && fault.empty(); at += batch)
            fault = check_many(values.subspan(at, std::min(batch, values.size() - at)));
        // One statement for each value is slow: some values are enough, because the bytes are the same.
        for (std::size_t at = 0; at < std::min<std::size_t>(values.size(), 250) && fault.empty(); ++at)
            fault = check_one(values[at]);
        return fault;
    }

private:
    static constexpr std::size_t batch = 2'000;
    static constexpr bool has_equality = pg::detail::has_equality<T>();

    bool is_comparable() const { return has_equality && how_.comparable; }
    template <class Value>
    static std::string bytes_of(const Value& value) {
        std::string bytes(pg::codec<Value>::size(value), '\0');
        pg::writer out(bytes.data(), nullptr);
        pg::codec<Value>::encode(value, out);
        return bytes;
    }
    static constexpr bool has_lists = pg::detail::array_element<T>;
    /// Every fifth row has a list, of this value, NULL and the next one.
    list_of<T> list_at(std::span<const T> values, std::size_t i) {
        list_of<T> list{};
        if constexpr (has_lists)
            if (i % 5 == 0) list = {values[i], std::nullopt, values[(i + 1) % values.size()]};
        return list;
    }
    std::string named(const T& value, const std::string& why) {
        std::string out =
            std::string(Name.view()) + ": " + why + ": " + pg::codec<T>::text(value).substr(0, 500) + " (";
        for (const char c : bytes_of(value).substr(0, 200)) {
            constexpr const char* digits = "0123456789abcdef";
            out += digits[static_cast<unsigned char>(c) / 16];
            out += digits[static_cast<unsigned char>(c) % 16];
        }
        return out + ")";
    }

    std::string check_many(std::span<const T> values) {
        std::string fault = try_many(values);
        if (fault.empty() || values.size() == 1) return fault;
        // Down to one value: the half that fails, as long as one does.
        for (const auto half : {values.first(values.size() / 2), values.subspan(values.size() / 2)})
            if (auto smaller = check_many(half); !smaller.empty()) return smaller;
        return std::string(Name.view()) + ": only together: " + fault;
    }
    std::string try_many(std::span<const T> values) {
        values_checked += values.size();
        try {
            std::vector<model> rows;
            rows.reserve(values.size());
            for (const T& value : values) {
                const auto id = static_cast<std::int64_t>(rows.size());
                rows.push_back({id, value, id % 3 == 0 ? std::nullopt : std::optional<T>(value),
                                list_at(values, rows.size())});
            }
            db_.execute(("truncate " + std::string(Name.view())).c_str());
            if (auto fault = compare(rows, db_.insert(rows), "returned by the insert"); !fault.empty()) return fault;
            const auto read = db_.all(pg::select<model>().order_by(pg::col<&model::id>));
            if (auto fault = compare(rows, read, "read"); !fault.empty()) return fault;
            if (auto fault = compare_texts(values, rows); !fault.empty()) return fault;
            db_.execute(("truncate " + std::string(Name.view())).c_str());
            pg::copy_rows(db_, rows);
            std::vector<model> streamed;
            for (auto&& each : pg::stream(db_, pg::select<model>().order_by(pg::col<&model::id>), {.batch = 700}))
                streamed.push_back(std::move(each));
            return compare(rows, streamed, "copied and streamed");
        } catch (const pg::error& error) {
            return named(values.front(), std::string(error.what()) + " " + error.info().server_message);
        }
    }
    std::string compare(const std::vector<model>& sent, const std::vector<model>& back, const char* how) {
        if (sent.size() != back.size()) return std::string(Name.view()) + ": a number of rows";
        for (std::size_t i = 0; i < sent.size(); ++i) {
            if (back[i].id != sent[i].id) return std::string(Name.view()) + ": an order of rows";
            if (bytes_of(back[i].value) != bytes_of(sent[i].value))
                return named(sent[i].value,
                             std::string("changed when ") + how + " to " + pg::codec<T>::text(back[i].value));
            if (back[i].maybe.has_value() != sent[i].maybe.has_value() ||
                (back[i].maybe && bytes_of(*back[i].maybe) != bytes_of(*sent[i].maybe)))
                return named(sent[i].value, std::string("changed in an optional when ") + how);
            if constexpr (has_lists)
                if (bytes_of(back[i].list) != bytes_of(sent[i].list))
                    return named(sent[i].value, std::string("changed in a list when ") + how);
        }
        return {};
    }
    std::string compare_texts(std::span<const T> values, const std::vector<model>& rows) {
        // The server's output function, and its = with the same values in a parameter. (unnest()
        // would take arrays and composite values apart.)
        const std::string table(Name.view());
        constexpr bool as_list = pg::detail::array_element<T> && !pg::detail::composite_struct<T>;
        const std::string sql =
            std::string("select t.id, format('%s', t.value) as text, ") +
            "case when t.id % 5 = 0 then t.list::text end as list, " +
            (is_comparable() ? "t.value = u.value" : "true") + " as equal from " + table + " t join " +
            (as_list ? "unnest($1) with ordinality u(value, i) on t.id = u.i - 1" : table + " u on t.id = u.id") +
            " order by t.id";
        std::vector<printed> answers;
        if constexpr (as_list) answers = db_.all<printed>(sql.c_str(), std::vector<T>(values.begin(), values.end()));
        else answers = db_.all<printed>(sql.c_str());
        if (answers.size() != rows.size()) return table + ": rows of the server's texts";
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (how_.same_text && answers[i].text != pg::codec<T>::text(values[i]))
                return named(values[i], "printed by the server as " + answers[i].text.substr(0, 500));
            if (!answers[i].equal) return named(values[i], "not equal to itself");
            if constexpr (has_lists)
                if (how_.same_text && answers[i].list && answers[i].list != pg::codec<list_of<T>>::text(rows[i].list))
                    return named(values[i], "printed by the server in a list as " + answers[i].list->substr(0, 500));
        }
        return {};
    }
    std::string check_one(const T& value) {
        ++values_checked;
        try {
            db_.execute(("delete from " + std::string(Name.view())).c_str());
            const model sent{7, value, value, list_at({&value, 1}, 0)};
            const auto back = db_.insert(sent);
            if (auto fault = compare({sent}, {back}, "returned by an insert of one row"); !fault.empty()) return fault;
            if constexpr (has_equality) {
                if (!how_.comparable) return {};
                const auto found = db_.all(
                    pg::select<model>().where(pg::col<&model::value> == value && pg::col<&model::maybe> == value));
                if (found.empty()) return named(value, "not found by a condition");
                if (auto fault = compare({sent}, found, "found by a condition"); !fault.empty()) return fault;
            }
            return {};
        } catch (const pg::error& error) {
            return named(value, std::string(error.what()) + " " + error.info().server_message);
        }
    }

    pg::session& db_;
    options how_;
};

inline pg::session& database() {
    static pg::session db{[] {
        const auto dsn = pgmodel_test::create_database("property");
        pg::session{dsn}.execute("alter database pgmodel_test_property set timezone = 'UTC'");
        return dsn;
    }()};
    return db;
}

/// Checks `count` values that `make(random)` gives.
template <class T, pg::fixed_string Name, class Make>
std::string fault_of(Make make, options how = {}, std::size_t count = values_of_each_type) {
    auto& db = database();
    db.execute(("drop table if exists " + std::string(Name.view())).c_str());
    db.create_all(pg::registry<row<T, Name>>{});
    random_source random(seed);
    const auto values = std::make_unique<T[]>(count);  // not a vector: that of bool has no values
    for (std::size_t i = 0; i < count; ++i) values[i] = make(random);
    return property<T, Name>(db, how).check({values.get(), count});
}

}  // namespace property_test

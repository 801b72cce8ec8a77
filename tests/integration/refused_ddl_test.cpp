// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// What does not compile is what the server refuses, and no more.

#include <pgmodel.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/partitions.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/range.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "database.hpp"
#include "expression_text.hpp"

namespace pg = pgmodel;
using pg::col;

namespace {

enum class light { red, green };

struct thing {
    std::int64_t id{};
    std::int32_t number{};
    std::string name{};
    pg::timestamptz at{};
    pg::timestamp local{};
    pg::date day{};
    pg::time_of_day hour{};
    pg::interval length{};
    light state{};
    std::vector<std::int32_t> numbers{};
    std::vector<pg::timestamptz> moments{};
    pg::range<pg::date> days{};
    pg::uuid key{};

    static constexpr auto table() { return pg::table("things", pg::field<&thing::id>.primary_key()); }
};

class refused_ddl : public testing::Test {
protected:
    bool accepted(const std::string& statements) {
        try {
            db_.execute_script("begin;" + statements + ";rollback");
            return true;
        } catch (const pg::server_error&) {
            db_.execute_script("rollback");
            return false;
        }
    }
    /// Do server and library say the same of an index over this?
    template <class E>
    void compare(const E& e) {
        const std::string text = pgmodel_test::text(e);
        const bool fixed = !pg::detail::can_change<E> && !pg::detail::changes_with_session<E>;
        EXPECT_EQ(fixed, accepted("create index on things ((" + text + "))")) << text;
    }

    pg::session db_{pgmodel_test::create_database("refused_ddl")};
};

TEST_F(refused_ddl, of_what_depends_on_the_session) {
    using t = thing;
    db_.create_all(pg::registry<thing>{});
    const auto at = col<&t::at>;
    const auto local = col<&t::local>;
    const auto day = col<&t::day>;
    const auto week = pg::constant<pg::interval, "7 days">;

    compare(pg::date_trunc<"day">(at));
    compare(pg::date_trunc<"day">(local));
    compare(pg::date_trunc<"month">(day));
    compare(pg::date_trunc<"day">(col<&t::length>));
    compare(pg::date_trunc<"day">(pg::at_time_zone<"UTC">(at)));
    compare(pg::extract<"year">(at));
    compare(pg::extract<"year">(local));
    compare(pg::extract<"hour">(col<&t::hour>));
    compare(pg::extract<"year">(pg::at_time_zone<"UTC">(day)));
    compare(pg::age(local));
    compare(pg::age(local, local));
    compare(pg::to_timestamp(col<&t::name>, pg::lit<"YYYY">));
    compare(pg::to_timestamp(pg::cast<double>(col<&t::number>)));
    compare(pg::isfinite(at));
    compare(at + week);
    compare(local + week);
    compare(day - week);
    compare(at - at);
    compare(at - pg::constant<pg::timestamptz, "2024-01-01 00:00:00+00">);
    compare(at > pg::constant<pg::timestamptz, "2024-01-01 00:00:00+00">);
    compare(pg::case_when(at + week > at, col<&t::number>).otherwise(pg::lit<0>));
    compare(pg::coalesce(pg::cast<std::string>(day), pg::lit<"">));

    compare(pg::cast<pg::date>(at));
    compare(pg::cast<pg::timestamp>(at));
    compare(pg::cast<pg::timestamptz>(local));
    compare(pg::cast<pg::timestamptz>(day));
    compare(pg::cast<pg::date>(local));
    compare(pg::cast<pg::timestamp>(day));
    compare(pg::cast<pg::time_of_day>(at));
    compare(pg::cast<pg::time_of_day>(local));
    compare(pg::cast<pg::timetz>(col<&t::hour>));
    compare(pg::cast<std::string>(at));
    compare(pg::cast<std::string>(day));
    compare(pg::cast<std::string>(col<&t::hour>));
    compare(pg::cast<std::string>(col<&t::number>));
    compare(pg::cast<std::string>(col<&t::state>));
    compare(pg::cast<std::string>(col<&t::numbers>));
    compare(pg::cast<std::string>(col<&t::days>));
    compare(pg::cast<std::string>(col<&t::key>));
    compare(pg::cast<pg::varchar<10>>(col<&t::name>));
    compare(pg::cast<pg::date>(col<&t::name>));
    compare(pg::cast<pg::interval>(col<&t::name>));
    compare(pg::cast<pg::time_of_day>(col<&t::name>));
    compare(pg::cast<std::int32_t>(col<&t::name>));
    compare(pg::cast<pg::uuid>(col<&t::name>));
    compare(pg::cast<std::vector<std::int64_t>>(col<&t::numbers>));
    compare(pg::cast<std::vector<pg::date>>(col<&t::moments>));

    compare(pg::concat(col<&t::name>, col<&t::number>));
    compare(pg::concat_ws(pg::lit<"-">, col<&t::name>, col<&t::number>));
    compare(pg::format(pg::lit<"%s">, col<&t::name>));

    db_.execute_script("create schema app; create function app.concat(text, text) returns text immutable language sql as "
                       "$$select $1 || $2$$");
    compare(pg::raw<"app.concat($1, 'x')", std::string>(col<&t::name>));
    compare(pg::raw<"concat($1, 'x')", std::string>(col<&t::name>));
    compare(pg::raw<"pg_catalog.concat($1, 'x')", std::string>(col<&t::name>));

    // A literal is read at once.
    compare(pg::cast<pg::date>(pg::lit<"2024-01-01">));
    compare(day > pg::cast<pg::date>(pg::lit<"2024-01-01">));
    compare(at > pg::cast<pg::timestamptz>(pg::lit<"2024-01-01 00:00:00+00">));
    compare(col<&t::state> == pg::cast<light>(pg::lit<"red">));
    compare(pg::cast<std::string>(pg::lit<light::red>));
    compare(pg::cast<std::vector<std::int32_t>>(pg::lit<"{1}">));
    compare(pg::cast<std::string>(pg::cast<pg::date>(pg::lit<"2024-01-01">)));
}

// A function of which one form is immutable is not in the list.
TEST_F(refused_ddl, of_functions_whose_result_can_change) {
    for (const auto name : pg::detail::changing_functions) {
        const auto immutable =
            db_.scalar<std::int64_t>("select count(*) from pg_proc where proname = $1 and provolatile = 'i'", name);
        EXPECT_EQ(immutable, 0) << name;
    }
}

// The casts that are functions: this list and the catalog.
TEST_F(refused_ddl, of_casts) {
    for (const auto& [from, to, immutable] : db_.all<std::tuple<std::int64_t, std::int64_t, bool>>(
             "select castsource::bigint, casttarget::bigint, provolatile = 'i' from pg_cast join pg_proc p on p.oid = castfunc")) {
        const auto source = static_cast<pg::oid>(from), target = static_cast<pg::oid>(to);
        if (!pg::detail::has_cast(source, target)) continue;
        EXPECT_EQ(immutable, !pg::detail::converted_by_session(source, target)) << from << " as " << to;
    }
}

TEST_F(refused_ddl, of_storage_parameters) {
    namespace of = pg::detail::stored_as;
    using pg::detail::parameter_fault;
    db_.execute_script("create table a (a integer, b text, p point); create view w as select a from a");
    const struct {
        unsigned of;
        std::string before, behind;
    } things[]{{of::table, "alter table a set (", ")"},
               {of::btree, "create index on a (a) with (", ")"},
               {of::hash, "create index on a using hash (a) with (", ")"},
               {of::gin, "create index on a using gin (to_tsvector('english', b)) with (", ")"},
               {of::gist, "create index on a using gist (p) with (", ")"},
               {of::spgist, "create index on a using spgist (p) with (", ")"},
               {of::brin, "create index on a using brin (a) with (", ")"},
               {of::column, "alter table a alter a set (", ")"},
               {of::view, "alter view w set (", ")"}};
    const std::string newer[]{"vacuum_max_eager_freeze_failure_rate", "autovacuum_vacuum_max_threshold"};
    const auto check = [&](const pg::detail::storage_parameter& parameter, const auto& thing) {
        std::string value(parameter.text);
        if (parameter.is_number) value = std::to_string(static_cast<std::int64_t>(parameter.number));
        const bool fits = pg::detail::fault_of_parameter(parameter, thing.of) == parameter_fault::none;
        const std::string statement = thing.before + std::string(parameter.name) + " = " + value + thing.behind;
        EXPECT_EQ(fits, accepted(statement)) << statement;
    };
    for (const auto& known : pg::detail::known_parameters) {
        if (pgmodel_test::server_version() < 18 && (known.name == newer[0] || known.name == newer[1])) continue;
        const std::string name(known.name), toast = "toast." + name;
        for (const auto& thing : things) {
            if (known.least > known.most) {
                const char* const word = known.name == "buffering"      ? "auto"
                                         : known.name == "check_option" ? "local"
                                                                        : "true";
                check(pg::with(name.c_str(), word), thing);
                check(pg::with(name.c_str(), 7), thing);
            } else {
                for (const double value : {known.least, known.most, known.least - 1})
                    check(pg::with(name.c_str(), value), thing);
                if (known.most < 1e8) check(pg::with(name.c_str(), known.most + 1), thing);
                check(pg::with(name.c_str(), true), thing);
            }
        }
        check(pg::with(toast.c_str(), known.least > known.most ? 1 : known.most), things[0]);
    }
    for (const auto& thing : things) check(pg::with("filfactor", 70), thing);
    for (const unsigned each : {of::table, of::view, of::btree})
        EXPECT_EQ(pg::detail::fault_of_parameter(pg::with("tsdb.hypertable", true), each), parameter_fault::none);
}

TEST_F(refused_ddl, of_texts_of_types) {
    using pg::detail::type_text_fault;
    db_.execute_script("create schema storage; create domain storage.check as integer; create domain storage as integer; "
                       "create domain generated as integer");
    for (const char* type : {"storage", "generated", "storage.check", "\"storage\".check", "storage[]", "double precision",
                             "integer storage plain", "integer not null", "check", "serial", "text collate \"C\"",
                             "integer compression pglz"}) {
        const bool fits = accepted(std::string("select cast(null as ") + type + ")");  // where nothing else may stand
        EXPECT_EQ(pg::detail::fault_of_type(type) == type_text_fault::none, fits) << type;
    }
}

TEST_F(refused_ddl, of_states_on_views) {
    db_.execute_script("create view w as select 1 as a; create rule r as on insert to w do instead nothing; "
                       "create function f() returns trigger language plpgsql as 'begin return null; end'; "
                       "create trigger g instead of delete on w for each row execute function f()");
    for (const char* what : {"disable rule r", "enable always rule r", "disable trigger g", "enable replica trigger g"})
        EXPECT_FALSE(accepted(std::string("alter table w ") + what)) << what;
    db_.execute_script("create materialized view m as select 1 as a");
    for (const char* what : {"trigger g after insert on m for each statement execute function f()", "rule r as on insert to m do instead nothing",
                             "rule r as on insert to m do also notify x", "trigger g instead of insert on m for each row execute function f()"})
        EXPECT_FALSE(accepted(std::string("create ") + what)) << what;
}

struct owner {
    std::int64_t id{};
    static constexpr auto table() { return pg::table("owners", pg::field<&owner::id>.primary_key()); }
};
struct measurement {
    std::int64_t owner_id{};
    std::int32_t number{};
    static constexpr auto table() {
        using m = measurement;
        return pg::table("measurements", pg::no_primary_key,
                         pg::field<&m::owner_id>.references(pg::model<owner>, pg::not_valid),
                         pg::partition_by_list(col<&m::number>).partition("ones", pg::in(1)));
    }
};

// Of a partitioned table PostgreSQL has such a key since 18.
TEST_F(refused_ddl, of_a_partitioned_table_whose_foreign_key_is_not_valid) {
    constexpr pg::registry<owner, measurement> all{};
    const std::string script = pg::create_script(all);
    EXPECT_NE(script.find("add constraint measurements_owner_id_fkey foreign key (owner_id) references owners (id) not valid"),
              std::string::npos)
        << script;
    if (pgmodel_test::server_version() < 18) {
        EXPECT_THROW(db_.create_all(all), pg::server_error);
        return;
    }
    db_.create_all(all);
    EXPECT_FALSE(db_.scalar<bool>("select convalidated from pg_constraint where conname = 'measurements_owner_id_fkey' and "
                                  "conrelid = 'measurements'::regclass"));
}

}  // namespace

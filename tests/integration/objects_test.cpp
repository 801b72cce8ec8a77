// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Views, stored functions, triggers, policies and grants on the server: what the catalog says of them, and what they
// do.

#include <pgmodel/migrate/compare.hpp>
#include <pgmodel/session/materialized_view.hpp>

#include <gtest/gtest.h>

#include <exception>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"
#include "object_models.hpp"
#include "session_helpers.hpp"

namespace {

namespace pg = pgmodel;
using library::author;
using library::author_books;
using library::book;
using library::busy_author;
using library::note;
using library::title;
using pg::col;
using lines = std::vector<std::string>;

pg::session make(const char* name) {
    pg::session db{pgmodel_test::create_database(name)};
    for (const char* role : {"library_clerk", "library_reader"})
        db.execute_script("do $$ begin create role " + std::string(role) +
                          "; exception when duplicate_object or unique_violation then null; end $$");
    return db;
}

struct counting_objects {
    static constexpr auto objects() {
        return pg::objects(pg::stored_function("doubled").argument<std::int32_t>("n").returns<std::int32_t>().language("sql")
                               .body("select 2 * n"));
    }
};
TEST(objects, are_seen_by_who_has_waited_whatever_transactions_see) {
    constexpr pg::registry<counting_objects> models{};
    const auto dsn = pgmodel_test::create_database("objects_at_once");
    pg::session first(dsn), second(dsn), third(dsn);
    second.execute("set default_transaction_isolation = 'serializable'");
    const int pid = pgmodel_test::backend(second);
    pg::transaction tx(first);
    tx.create_all(models);
    std::exception_ptr failure;
    std::thread other([&] {
        try {
            second.create_all(models);
        } catch (...) {
            failure = std::current_exception();
        }
    });
    pgmodel_test::wait_until_blocked(third, pid);
    tx.commit();
    other.join();
    EXPECT_EQ(failure, nullptr);
}

TEST(objects, are_made_once_and_dropped) {
    pg::session db = make("objects");
    const auto empty = pgmodel_test::catalog_of(db);
    db.create_all(library::models);
    const auto full = pgmodel_test::catalog_of(db);
    db.create_all(library::models);
    EXPECT_EQ(pgmodel_test::catalog_of(db), full);

    db.execute_script("drop view titles; drop function books_of(bigint); drop aggregate total(integer)");
    db.create_all(library::models);
    EXPECT_EQ(pgmodel_test::catalog_of(db), full) << "what is missing is made again";
    EXPECT_EQ(to_string(pg::migrate::compare(db, library::models, {}, {.column_order = true})), "");
    db.execute_script("revoke all on author_books from public");
    db.create_all(library::models);
    EXPECT_EQ(db.scalar<bool>("select has_table_privilege('library_reader', 'author_books', 'select')"), false)
        << "what is there is left as it is";

    db.drop_all(library::models);
    db.drop_all(library::models);
    db.execute_script("drop schema tools");
    EXPECT_EQ(pgmodel_test::catalog_of(db), empty);
}

TEST(objects, functions_are_what_the_catalog_says) {
    pg::session db = make("objects_functions");
    db.create_all(library::models);
    const auto told = [&db](const std::string& name) {
        return db.scalar<std::string>("select concat_ws(' | ', prokind, pg_get_function_arguments(oid), "
                                      "pg_get_function_result(oid), provolatile, "
                                      "proparallel, proisstrict, prosecdef, procost, prorows, proconfig::text, "
                                      "obj_description(oid, 'pg_proc')) from pg_proc where proname = $1",
                                      name);
    };
    EXPECT_EQ(told("slug"), "f | of text | text | i | s | t | f | 100 | 0");
    EXPECT_EQ(told("book_count"),
              "f | of bigint, since integer DEFAULT 0, OUT n bigint | bigint | s | u | f | f | 500 | 0 | how many");
    EXPECT_EQ(told("books_of"), "f | author bigint | SETOF books | s | u | f | f | 100 | 7");
    EXPECT_EQ(told("pairs"), "f | VARIADIC of integer[] | TABLE(a integer, b text) | v | u | f | f | 100 | 1000");
    EXPECT_EQ(told("clean"), "p | INOUT n integer | v | u | f | f | 100 | 0");
    EXPECT_EQ(told("total"), "a | of integer | integer | i | s | f | f | 1 | 0 | a sum");
    EXPECT_EQ(told("noted"), "f |  | trigger | v | u | f | t | 100 | 0 | {\"search_path=public, pg_temp\"}");
    EXPECT_EQ(db.scalar<std::string>("select prosrc from pg_proc where proname = 'slug'"),
              "select lower(replace(of, ' ', '$$'))");
    EXPECT_EQ(db.scalar<std::string>("select slug('A B')"), "a$$b");
    EXPECT_EQ(db.scalar<std::int64_t>("select total(x) from generate_series(1, 4) as x"), 10);
    const auto typed =
        pg::select(pg::function<"book_count", std::int64_t(std::int64_t, std::int32_t)>(std::int64_t{1}, 0));
    EXPECT_EQ(db.scalar(typed), 0);
}

TEST(objects, triggers_are_what_the_catalog_says) {
    pg::session db = make("objects_triggers");
    db.create_all(library::models);
    const auto told = db.all<std::string>(
        "select concat_ws(' | ', pg_get_triggerdef(oid), obj_description(oid, 'pg_trigger')) from pg_trigger "
        "where not tgisinternal order by tgname");
    const lines expected{
        "CREATE TRIGGER a_noted AFTER INSERT ON public.books REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE "
        "FUNCTION tools.noted('it''s')",
        "CREATE TRIGGER b_touched BEFORE INSERT OR UPDATE OF title, year ON public.books FOR EACH ROW EXECUTE FUNCTION "
        "touched() | it's first",
        "CREATE TRIGGER c_changed BEFORE UPDATE ON public.books FOR EACH ROW WHEN (((old.* IS DISTINCT FROM new.*) AND "
        "(new.title = 'bad'::text) AND (NOT (old.year IS DISTINCT FROM new.year)))) EXECUTE FUNCTION refused()",
        "CREATE TRIGGER d_emptied BEFORE DELETE OR TRUNCATE ON public.books FOR EACH STATEMENT EXECUTE FUNCTION "
        "refused()",
        "CREATE CONSTRAINT TRIGGER e_late AFTER INSERT ON public.books DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN "
        "((new.title = 'late'::text)) EXECUTE FUNCTION refused()",
        "CREATE TRIGGER write INSTEAD OF UPDATE ON public.titles FOR EACH ROW EXECUTE FUNCTION written()"};
    EXPECT_EQ(told, expected);

    const auto ada = db.insert(author{.name = "Ada"});
    auto one = db.insert(book{.author_id = ada.id, .title = "One", .year = 1950});
    db.refresh(one);
    EXPECT_EQ(one.touched, 1);
    one.owner = "x";
    db.update<&book::owner>(one);
    db.refresh(one);
    EXPECT_EQ(one.touched, 1) << "neither title nor year was named";
    db.insert(std::vector<book>{{.author_id = ada.id, .title = "Two"}, {.author_id = ada.id, .title = "Three"}});
    EXPECT_EQ(db.all<std::string>("select text from note order by id"),
              (lines{"it's INSERT One", "it's INSERT Two,Three"}));
    one.title = "bad";
    EXPECT_THROW(db.update<&book::title>(one), pg::check_violation);
    EXPECT_THROW(db.remove(one), pg::check_violation);
    EXPECT_THROW(db.insert(book{.author_id = ada.id, .title = "late"}), pg::check_violation);
    db.execute("update titles set title = $1 where id = $2", "First", one.id);
    EXPECT_EQ(db.get<book>(one.id).title, "First");
}

TEST(objects, rules_rewrite) {
    pg::session db = make("objects_rules");
    db.create_all(library::models);
    EXPECT_EQ(
        db.all<std::string>("select concat_ws(' | ', rulename, is_instead, obj_description(r.oid, 'pg_rewrite')) from "
                            "pg_rewrite r where rulename <> '_RETURN' and ev_class in ('note'::regclass, "
                            "'titles'::regclass) order by 1"),
        (lines{"kept | t", "no_titles | t | none"}));
    const auto kept = db.insert(note{.text = "keep"});
    db.insert(note{.text = "lose"});
    db.execute("delete from note");
    EXPECT_EQ(db.all<std::string>("select text from note"), lines{"keep"});
    EXPECT_EQ(db.get<note>(kept.id).text, "keep");
}

TEST(objects, views_of_text_are_checked_when_they_are_made) {
    struct other_type {
        std::int64_t id{};
        static constexpr auto table() { return pg::view("wrong", pg::sql<"select 1 as id">); }
    };
    struct other_name {
        std::int64_t id{};
        static constexpr auto table() { return pg::view("wrong", pg::sql<"select 1::bigint as number">); }
    };
    pg::session db = make("objects_wrong_views");
    const auto failure = [&db](const auto& models) {
        try {
            db.create_all(models);
        } catch (const pg::schema_mismatch& e) {
            return std::string(e.what());
        }
        return std::string();
    };
    EXPECT_EQ(failure(pg::registry<other_type>{}),
              "pgmodel: column \"id\" of view wrong should be bigint, but it is integer");
    EXPECT_EQ(failure(pg::registry<other_name>{}),
              "pgmodel: column \"id\" of view wrong should be bigint, but there is none");
    EXPECT_EQ(db.scalar<bool>("select to_regclass('wrong') is null"), true) << "nothing is left of it";
}

TEST(objects, views_are_models) {
    pg::session db = make("objects_views");
    db.create_all(library::models);
    const auto ada = db.insert(author{.name = "Ada"});
    const auto bob = db.insert(author{.name = "Bob"});
    db.insert(author{.name = "it's"});
    db.insert(std::vector<book>{{.author_id = ada.id, .title = "One", .year = 1950},
                                {.author_id = ada.id, .title = "Two", .year = 1940}});

    const auto rows = db.all(pg::select<author_books>().order_by(col<&author_books::name>));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].books, 2);
    EXPECT_EQ(rows[0].first_year, 1940);
    EXPECT_EQ(rows[1].first_year, std::nullopt);
    EXPECT_EQ(db.get<author_books>(bob.id).name, "Bob");
    EXPECT_EQ(db.count<author_books>(), 2);
    const auto joined = db.all(pg::select(col<&author::name>, col<&author_books::books>)
                                   .from(pg::model<author>)
                                   .join(col<&author_books::author_id>)
                                   .where(col<&author_books::books> > 1));
    EXPECT_EQ(joined, (std::vector<std::tuple<std::string, std::int64_t>>{{"Ada", 2}}));

    EXPECT_EQ(db.all(pg::select(col<&library::name::value>).order_by(col<&library::name::value>)),
              (lines{"Ada", "Bob", "One", "Two", "it's"}));

    EXPECT_THROW(db.count<busy_author>(), pg::server_error) << "it was made without rows";
    pg::refresh_materialized_view(db, pg::model<busy_author>);
    EXPECT_EQ(db.all(pg::select(col<&busy_author::n>)), std::vector<std::int64_t>{2});
    db.insert(book{.author_id = ada.id, .title = "Three"});
    EXPECT_EQ(db.all(pg::select(col<&busy_author::n>)), std::vector<std::int64_t>{2});
    pg::refresh_materialized_view(db, pg::model<busy_author>, pg::view_refresh::concurrently);
    EXPECT_EQ(db.all(pg::select(col<&busy_author::n>)), std::vector<std::int64_t>{3});
    pg::refresh_materialized_view(db, pg::model<busy_author>, pg::view_refresh::with_no_data);
    EXPECT_THROW(db.count<busy_author>(), pg::server_error);

    const auto told = [&db](const std::string& name) {
        return db.scalar<std::string>(
            "select concat_ws(' | ', relkind, reloptions::text, obj_description(oid, 'pg_class')) "
            "from pg_class where relname = $1",
            name);
    };
    EXPECT_EQ(told("author_books"), "v | {security_barrier=true,security_invoker=true} | how much they wrote");
    EXPECT_EQ(told("titles"), "v | {check_option=local}");
    EXPECT_EQ(told("busy authors"), "m | {fillfactor=80}");
    EXPECT_EQ(db.all<std::string>("select indexdef from pg_indexes where tablename = 'busy authors' order by 1"),
              (lines{"CREATE INDEX \"busy authors_n_idx\" ON tools.\"busy authors\" USING btree (n DESC)",
                     "CREATE UNIQUE INDEX \"busy authors_id_idx\" ON tools.\"busy authors\" USING btree (id)"}));
    EXPECT_EQ(db.scalar<std::string>("select col_description('author_books'::regclass, 3)"), "of theirs");
}

TEST(objects, views_of_whole_rows) {
    pg::session db = make("objects_whole_rows");
    db.create_all(library::whole_rows);
    const auto ada = db.insert(author{.name = "Ada"});
    const auto one = db.insert(book{.author_id = ada.id, .title = "One", .year = 1940, .owner = "me"});
    db.insert(author{.name = "Bob"});

    const auto old = db.all(pg::select<library::old_book>());
    ASSERT_EQ(old.size(), 1u);
    EXPECT_EQ(old[0].title, "One");
    EXPECT_EQ(old[0].owner, "me");
    const auto twice = db.all(pg::select<library::writer>().where(col<&library::writer::called> == "Ada"));
    ASSERT_EQ(twice.size(), 2u);
    EXPECT_EQ(twice[1].number, ada.id);
    const auto all = db.all(pg::select<library::written_book>().order_by(col<&library::written_book::id>));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].number, one.id);
    EXPECT_EQ(all[0].year, 1940);
    EXPECT_EQ(all[1].name, "Bob");
    EXPECT_EQ(all[1].number, std::nullopt);
    EXPECT_EQ(all[1].one, 1);
}

/// Whether a view can have a check option is told as the server tells it.
TEST(objects, views_with_a_check_option_are_of_single_rows) {
    pg::session db = make("objects_check_option");
    db.execute_script("create table author (id bigint primary key, name text not null); "
                      "create table books (id bigint primary key, author_id bigint not null, year integer not null)");
    const auto expect = [&db](std::string_view name, const auto& query) {
        bool accepted = true;
        try {
            db.execute_script("create view " + std::string(name) + " with (check_option = local) as " + std::string(query.sql));
        } catch (const pg::server_error& e) {
            EXPECT_EQ(e.sqlstate().code(), "0A000") << name;
            accepted = false;
        }
        EXPECT_EQ((pg::detail::is_updatable<std::remove_cvref_t<decltype(query)>>()), accepted) << name;
    };
    const auto years = pg::select(pg::col<&book::id>, pg::col<&book::year>).from(pg::model<book>);
    expect("plain", years.where(pg::col<&book::year> > pg::lit<1900>).order_by(pg::col<&book::year>));
    expect("by_subquery", years.where(pg::col<&book::author_id>.in(pg::select(pg::col<&author::id>).from(pg::model<author>))));
    expect("of_a_join", years.join(pg::col<&book::author_id>));
    expect("of_groups", pg::select(pg::col<&book::year>).from(pg::model<book>).group_by(pg::col<&book::year>));
    expect("of_all", pg::select(pg::max(pg::col<&book::year>)).from(pg::model<book>));
    expect("of_distinct", years.distinct());
    expect("of_a_window", pg::select(pg::col<&book::id>, pg::row_number().over(pg::order_by(pg::col<&book::id>))).from(pg::model<book>));
    expect("of_a_union", years.union_all(years));
}

TEST(objects, policies_and_grants_hold) {
    pg::session db = make("objects_policies");
    db.create_all(library::models);
    struct row {
        std::string name;
        std::string permissive;
        std::vector<std::string> roles;
        std::string cmd;
        std::optional<std::string> qual;
        std::optional<std::string> with_check;
    };
    lines told;
    for (const auto& r :
         db.all<row>("select policyname::text as name, permissive, roles::text[] as roles, cmd, qual, with_check "
                     "from pg_policies order by 1")) {
        told.push_back(r.name + " " + r.permissive + " " + r.cmd);
        for (const auto& role : r.roles)
            told.back() += " " + role;
        told.back() += " " + r.qual.value_or("-") + " " + r.with_check.value_or("-");
    }
    EXPECT_EQ(told, (lines{"not_new RESTRICTIVE UPDATE public (touched < 100) -",
                           "own PERMISSIVE ALL library_clerk library_reader (owner = (CURRENT_USER)::text) ((owner = "
                           "(CURRENT_USER)::text) AND (year > 1900))",
                           "seen PERMISSIVE SELECT public true -"}));
    EXPECT_EQ(db.scalar<bool>("select relrowsecurity and relforcerowsecurity from pg_class where relname = 'books'"),
              true);

    const auto granted = [&db](const std::string& from) {
        return db.all<std::string>(pg::raw_sql("select coalesce(nullif(grantee, 0)::regrole::text, 'public') || ' ' || "
                                               "privilege_type || case when is_grantable then '*' else '' end from " +
                                               from + " and grantee <> grantor order by 1"));
    };
    EXPECT_EQ(granted("pg_class, aclexplode(relacl) where relname = 'books'"),
              (lines{"library_clerk INSERT", "library_clerk SELECT"}));
    EXPECT_EQ(granted("pg_attribute, aclexplode(attacl) where attrelid = 'books'::regclass"),
              (lines{"library_clerk UPDATE*", "library_clerk UPDATE*"}));
    EXPECT_EQ(granted("pg_class, aclexplode(relacl) where relname = 'author_books'"), lines{"public SELECT"});
    EXPECT_EQ(granted("pg_class, aclexplode(relacl) where relname = 'tickets'"),
              (lines{"library_clerk SELECT", "library_clerk USAGE"}));
    EXPECT_GE(granted("pg_class, aclexplode(relacl) where relname = 'note'").size(), 7u)
        << "PostgreSQL 17 has one more";
    EXPECT_EQ(granted("pg_namespace, aclexplode(nspacl) where nspname = 'tools'"), lines{"library_reader USAGE"});
    EXPECT_EQ(granted("pg_proc, aclexplode(proacl) where proname = 'book_count'"), lines{"library_clerk EXECUTE"});

    const auto ada = db.insert(author{.name = "Ada"});
    db.transaction([&](pg::transaction& tx) {
        tx.execute_script("grant select, insert on author to library_clerk; set local role library_clerk");
        const auto mine = tx.insert(book{.author_id = ada.id, .title = "Mine", .year = 1950, .owner = "library_clerk"});
        EXPECT_EQ(tx.count<book>(), 1);
        EXPECT_EQ(tx.execute("update books set title = 'Ours'"), 1u);
        pg::scoped_transaction inner{tx};
        EXPECT_THROW(inner.insert(book{.author_id = ada.id, .title = "Theirs", .year = 1950, .owner = "other"}),
                     pg::server_error);
    });
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A library with everything that a schema holds beside tables: its text is compared in a unit test, its catalog and
// what it does on a server.
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/objects.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace library {

namespace pg = pgmodel;
using pg::col;

inline constexpr auto tickets = pg::sequence<"tickets">(pg::start_with(100));
inline constexpr auto touched =
    pg::trigger_function("touched", "begin\n  new.touched := new.touched + 1;\n  return new;\nend")
        .comment("counts changes");
inline constexpr auto noted =
    pg::trigger_function("noted", "begin insert into note (text) values (tg_argv[0] || ' ' || tg_op || ' ' "
                                  "|| coalesce((select string_agg(title, ',') from fresh), '')); return null; end")
        .in_schema("tools")
        .security_definer()
        .set("search_path", "public, pg_temp");
inline constexpr auto refused =
    pg::trigger_function("refused", "begin raise exception 'no' using errcode = 'check_violation'; end");
inline constexpr auto written =
    pg::trigger_function("written", "begin update books set title = new.title where id = new.id; return new; end");
inline constexpr auto slug = pg::stored_function("slug")
                                 .argument<std::string>("of")
                                 .returns<std::string>()
                                 .language("sql")
                                 .immutable()
                                 .strict()
                                 .parallel_safe()
                                 .body("select lower(replace(of, ' ', '$$'))");
inline constexpr auto book_count =
    pg::stored_function("book_count")
        .argument<std::int64_t>("of")
        .argument<std::int32_t>("since", "0")
        .out<std::int64_t>("n")
        .returns<std::int64_t>()
        .language("sql")
        .stable()
        .cost(500)
        .comment("how many")
        .body("select count(*) from books where author_id = of and coalesce(year, 0) >= since");
inline constexpr auto books_of = pg::stored_function("books_of")
                                     .argument<std::int64_t>("author")
                                     .returns_set_of("books")
                                     .rows(7)
                                     .language("sql")
                                     .stable()
                                     .body("select * from books where author_id = author");
inline constexpr auto pairs = pg::stored_function("pairs")
                                  .variadic("of", "integer[]")
                                  .returns_column<std::int32_t>("a")
                                  .returns_column("b", "text")
                                  .language("sql")
                                  .body("select x, x::text from unnest(of) as x");
inline constexpr auto clean = pg::stored_procedure("clean").inout<std::int32_t>("n").body("begin n := n + 1; end");
inline constexpr auto total = pg::stored_aggregate("total")
                                  .argument<std::int32_t>("of")
                                  .transition("int4pl", "integer")
                                  .initial("0")
                                  .parallel_safe()
                                  .comment("a sum");

struct note {
    std::int64_t id{};
    std::string text{};

    static constexpr auto table() {
        return pg::table("note", pg::field<&note::id>.primary_key().identity(),
                         pg::rule("kept")
                             .on_delete()
                             .where(pg::old_row[col<&note::text>] == "keep")
                             .do_instead(pg::sql<"select old.id">).enabled_always());
    }
};
struct author {
    std::int64_t id{};
    std::string name{};
};
struct book {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title{};
    std::optional<std::int32_t> year{};
    std::int32_t touched{};
    std::string owner{};

    static constexpr auto table() {
        using b = book;
        return pg::table(
            "books", pg::field<&b::id>.primary_key().identity(), pg::field<&b::author_id>.references(col<&author::id>),
            pg::index(pg::function<"slug", std::string(std::string)>(col<&b::title>)).named("books_by_slug"),
            pg::trigger("b_touched")
                .before()
                .on_insert()
                .on_update_of(col<&b::title>, col<&b::year>)
                .for_each_row()
                .execute(library::touched)
                .comment("it's first"),
            pg::trigger("a_noted").after().on_insert().referencing_new("fresh").execute(noted, "it's"),
            pg::trigger("c_changed")
                .before()
                .on_update()
                .for_each_row()
                .when(pg::row_changed && pg::new_row[col<&b::title>] == "bad" &&
                      pg::old_row[col<&b::year>].is_not_distinct_from(pg::new_row[col<&b::year>]))
                .execute(refused),
            pg::trigger("d_emptied").before().on_delete().on_truncate().execute(refused),
            pg::constraint_trigger("e_late")
                .after()
                .on_insert()
                .for_each_row()
                .when(pg::new_row[col<&b::title>] == "late")
                .execute(refused)
                .initially_deferred(),
            pg::force_row_level_security, pg::policy("seen").for_select().using_(pg::lit<true>).comment("all see all"),
            pg::policy("own")
                .to("library_clerk", "library_reader")
                .using_(col<&b::owner> == pg::raw<"current_user::text", std::string>())
                .with_check(col<&b::owner> == pg::raw<"current_user::text", std::string>() && col<&b::year> > 1900),
            pg::policy("not_new").restrictive().for_update().using_(col<&b::touched> < 100),
            pg::grant(pg::select_privilege, pg::insert_privilege).to("library_clerk"),
            pg::grant(pg::update_privilege).on(col<&b::title>, col<&b::year>).to("library_clerk").with_grant_option());
    }
};
struct author_books {
    std::int64_t author_id{};
    std::string name{};
    std::int64_t books{};
    std::optional<std::int32_t> first_year{};

    static constexpr auto table() {
        using a = author_books;
        return pg::view(
            "author_books",
            pg::select(col<&author::id>, col<&author::name>, pg::count(col<&book::id>), pg::min(col<&book::year>))
                .from(pg::model<author>)
                .left_join(col<&book::author_id>)
                .where(col<&author::name> != pg::lit<"it's">)
                .group_by(col<&author::id>, col<&author::name>),
            pg::field<&a::author_id>.primary_key().references(pg::model<author>), pg::security_barrier,
            pg::security_invoker, pg::comment("how much they wrote"), pg::field<&a::books>.comment("of theirs"),
            pg::grant(pg::select_privilege).to("public"));
    }
};
struct busy_author {
    std::int64_t id{};
    std::int64_t n{};

    static constexpr auto table() {
        return pg::materialized_view(
            "busy authors", pg::sql<"select author_id as id, books as n from author_books where books > 1">,
            pg::in_schema("tools"), pg::with_no_data, pg::with("fillfactor", 80),
            pg::index(col<&busy_author::id>).unique(), pg::index(col<&busy_author::n>.desc()).comment("x"));
    }
};
struct title {
    std::int64_t id{};
    std::string title_{};

    static constexpr auto table() {
        return pg::view(
            "titles", pg::select(col<&book::id>, col<&book::title>), pg::field<&title::title_>.named("title"),
            pg::rule("no_titles").on_insert().where(pg::new_row[col<&title::id>] < 0).do_nothing().comment("none"),
            pg::check_option_local, pg::trigger("write").instead_of().on_update().for_each_row().execute(written));
    }
};
struct name {
    std::string value{};
    static constexpr auto table() {
        return pg::view("names", pg::select(col<&author::name>).union_(pg::select(col<&book::title>)));
    }
};
struct extra_objects {
    static constexpr auto objects() {
        return pg::objects(pg::extension<"plpgsql">, slug, book_count, books_of, pairs, clean, total, tickets,
                           pg::grant(pg::usage_privilege).on_schema("tools").to("library_reader"),
                           pg::revoke(pg::execute_privilege).on(book_count).from("public"),
                           pg::grant(pg::execute_privilege).on(book_count).to("library_clerk"),
                           pg::grant(pg::usage_privilege, pg::select_privilege).on(tickets).to("library_clerk"),
                           pg::grant(pg::all_privileges).on(pg::model<note>).to("library_clerk"));
    }
};

/// Views stand before what they are made of, on purpose.
inline constexpr pg::registry<busy_author, author_books, title, name, extra_objects, book, author, note> models{};

/// Views of whole rows: with the names of the model, with others, and of two models.
struct old_book {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title{};
    std::optional<std::int32_t> year{};
    std::int32_t touched{};
    std::string owner{};
    std::string memo{};

    static constexpr auto table() {
        return pg::view("old_books", pg::select<book>().where(col<&book::year> < pg::lit<1950>),
                        pg::transient<&old_book::memo>);
    }
};
struct writer {
    std::int64_t number{};
    std::string memo{};
    std::string called{};

    static constexpr auto table() {
        return pg::view("writers", pg::select<author>().union_all(pg::select<author>()), pg::transient<&writer::memo>);
    }
};
struct written_book {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> number{};
    std::optional<std::int64_t> author_id{};
    std::optional<std::string> title{};
    std::optional<std::int32_t> year{};
    std::optional<std::int32_t> touched{};
    std::optional<std::string> owner{};
    std::int32_t one{};

    static constexpr auto table() {
        return pg::view("written_books", pg::select(pg::model<author>, pg::model<book>, pg::lit<1>)
                                       .from(pg::model<author>)
                                       .left_join(col<&book::author_id>));
    }
};
struct functions_of_books {
    static constexpr auto objects() { return pg::objects(slug); }
};
inline constexpr pg::registry<functions_of_books, author, note, book, old_book, writer, written_book> whole_rows{};

}  // namespace library

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Models that say everything that can be said of a table. Their DDL is compared in unit/schema/describe_test.cpp and
// executed in integration/tables_test.cpp.
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/types/range.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace table_models {

enum class grade { low, high };
struct spot {
    std::int32_t x{};
    std::int32_t y{};
    static constexpr auto composite() { return pgmodel::composite("spot").in_schema("places").comment("on a map"); }
};

}  // namespace table_models

template <>
struct pgmodel::enum_of<table_models::grade> {
    static constexpr auto type() { return pgmodel::enumeration<table_models::grade>("grade").comment("it's a grade"); }
};

namespace table_models {

namespace pg = pgmodel;
using pg::col;

struct line {
    std::int32_t id{};
    std::int64_t number{};
    pg::numeric<10, 2> price{};
    std::int32_t quantity{};
    pg::numeric<10, 2> total{};
    std::optional<std::string> label{};
    std::string note{};
    pg::timestamptz at{};
    std::vector<std::string> tags{};
    std::int64_t ticket{};
    std::optional<std::string> lowered{};

    static constexpr auto table() {
        using l = line;
        return pg::table(
            "lines", pg::comment("it's what is sold"),
            pg::field<&l::id>.primary_key(pg::named("lines_pk"), pg::comment("the key"))
                .identity_always(pg::start_with(100), pg::increment_by(5), pg::maxvalue(100000), pg::cache(20), pg::cycle),
            pg::field<&l::number>.identity(pg::increment_by(-1)),
            pg::field<&l::total>.generated(pg::raw<"$1 * $2", pg::numeric<10, 2>>(col<&l::price>, col<&l::quantity>))
                .comment("price * quantity"),
            pg::field<&l::label>.collate("de-x-icu").comment("read by people").named("Label"),
            pg::field<&l::note>.server_default(pg::raw<"repeat('-', 3)", std::string>())
                .storage(pg::storage_external).compression(pg::compression_pglz).statistics(500)
                .with("n_distinct", -0.5),
            pg::field<&l::at>.type(pg::sql<"timestamp(3) with time zone">).server_default(pg::now()),
            pg::field<&l::tags>.collate("pg_catalog", "C"),
            pg::field<&l::ticket>.serial(),
            pg::field<&l::lowered>.generated(pg::lower(col<&l::label>)));
    }
};

struct room {
    std::int32_t id{};
    std::string name{};
    std::optional<std::string> code{};
    std::int32_t floor{};

    static constexpr auto table() {
        using r = room;
        return pg::table(
            "rooms",
            pg::primary_key(col<&r::id>)
                .named("rooms_pk")
                .include(col<&r::name>, col<&r::floor>)
                .with("fillfactor", 70)
                .comment("key"),
            pg::field<&r::code>.unique(pg::named("rooms_code"), pg::nulls_not_distinct, pg::comment("once")),
            pg::field<&r::floor>.index(pg::named("rooms_by_floor"), pg::comment("by floor")),
            pg::unique(col<&r::name>, col<&r::floor>)
                .nulls_not_distinct()
                .include(col<&r::code>)
                .initially_deferred()
                .comment("pair"),
            pg::unique(col<&r::floor>, col<&r::id>),
            pg::check(col<&r::floor> > -5).no_inherit().comment("no cellar").named("low"),
            pg::check(col<&r::floor> < 100).not_valid().named("high"));
    }
};

struct booking {
    std::int64_t id{};
    std::int32_t room_id{};
    pg::range<pg::timestamptz> during{};
    std::optional<std::int32_t> floor{};
    std::optional<std::int32_t> neighbour{};
    std::optional<std::int32_t> previous{};
    bool canceled{};

    static constexpr auto table() {
        using b = booking;
        return pg::table("bookings", pg::field<&b::id>.primary_key(pg::deferrable).identity(),
                         pg::field<&b::room_id>.references(col<&room::id>, pg::on_delete_cascade,
                                                           pg::named("bookings_room"), pg::initially_deferred,
                                                           pg::comment("where")),
                         pg::field<&b::previous>.references(pg::model<room>, pg::not_valid, pg::match_full),
                         pg::foreign_key(col<&b::floor>, col<&b::neighbour>)
                             .references(col<&room::floor>, col<&room::id>, pg::on_delete_set_null(col<&b::neighbour>),
                                         pg::on_update_cascade)
                             .deferrable()
                             .comment("to the other"),
                         pg::exclude(col<&b::room_id>.with(pg::op<"=">), col<&b::during>.with(pg::op<"&&">))
                             .using_gist()
                             .where(!col<&b::canceled>)
                             .with("fillfactor", 90)
                             .comment("one at a time"),
                         pg::exclude(pg::raw<"$1 + 1", std::int64_t>(col<&b::id>).with(pg::op<"pg_catalog.=">))
                             .initially_deferred()
                             .named("bookings_successor"));
    }
};

struct document {
    std::int64_t id{};
    std::string title{};
    std::optional<std::string> body{};
    std::vector<std::string> tags{};
    pg::timestamptz at{};
    std::int32_t year{};

    static constexpr auto table() {
        using d = document;
        return pg::table(
            "documents", pg::field<&d::id>.primary_key().identity(),
            pg::index(col<&d::title>.ops(pg::gist_trgm_ops, pg::with("siglen", 32))).using_gist().named("by_words"),
            pg::index(pg::collate<"C">(col<&d::title>), col<&d::year>.desc(), col<&d::body>.asc().nulls_first(),
                      pg::lower(col<&d::body>).ops(pg::text_pattern_ops)),
            pg::index(pg::collate<"de-x-icu">(col<&d::title>).desc().nulls_last()).using_btree().named("german"),
            pg::index(col<&d::year>)
                .unique()
                .nulls_not_distinct()
                .include(col<&d::title>, col<&d::body>)
                .with("fillfactor", 70)
                .with("deduplicate_items", false)
                .where(col<&d::year> > pg::lit<2000>)
                .comment("new ones"),
            pg::index(col<&d::tags>)
                .using_gin()
                .with("fastupdate", false)
                .with("gin_pending_list_limit", 4096)
                .named("by_tags"),
            pg::index(col<&d::at>, col<&d::year>)
                .using_brin()
                .with("pages_per_range", 1)
                .with("autosummarize", "")
                .named("by_time"),
            pg::index(col<&d::title>).using_hash().named("hashed"),
            pg::index(col<&d::title>).using_spgist().include(col<&d::year>).named("by_prefix"),
            pg::index(col<&d::title>.ops(pg::operator_class<"pg_catalog.varchar_pattern_ops">)).named("in_catalog"),
            pg::index(col<&d::year> + pg::lit<1>));
    }
};

struct session_row {
    std::string key{};
    std::string value{};

    static constexpr auto table() {
        using s = session_row;
        return pg::table("sessions", pg::unlogged, pg::using_method("heap"), pg::with("fillfactor", 70),
                         pg::with("autovacuum_enabled", false), pg::with("toast.autovacuum_enabled", false),
                         pg::tablespace("pg_default"), pg::comment("lost in a crash"),
                         pg::field<&s::key>.primary_key());
    }
};

struct scratch {
    std::int32_t id{};
    std::string text{};

    static constexpr auto table() {
        return pg::table("scratch", pg::temporary, pg::on_commit_delete_rows, pg::field<&scratch::id>.primary_key());
    }
};

struct typed {
    std::int32_t id{};
    grade level{};
    spot where{};
};

inline constexpr pg::registry<line, room, booking, document, session_row> all{};

}  // namespace table_models

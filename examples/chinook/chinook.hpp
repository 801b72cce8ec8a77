// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The Chinook database, a music shop, as plain structs: the 11 tables of https://github.com/lerocha/chinook-database
// with the names, types, keys and indexes that its PostgreSQL edition has.
#pragma once

#include <pgmodel.hpp>

#include <cstdint>
#include <optional>

namespace chinook {

namespace pg = pgmodel;
using pg::col;
using money = pg::numeric<10, 2>;

struct artist {
    std::int32_t id{};
    std::optional<pg::varchar<120>> name{};

    bool operator==(const artist&) const = default;
    static constexpr auto table() {
        using a = artist;
        return pg::table("artist", pg::field<&a::id>.named("artist_id").primary_key());
    }
};

struct album {
    std::int32_t id{};
    pg::varchar<160> title{};
    std::int32_t artist_id{};

    bool operator==(const album&) const = default;
    static constexpr auto table() {
        using a = album;
        return pg::table("album",
            pg::field<&a::id>.named("album_id").primary_key(),
            pg::field<&a::artist_id>.references(col<&artist::id>).index());
    }
};

struct employee {
    std::int32_t id{};
    pg::varchar<20> last_name{};
    pg::varchar<20> first_name{};
    std::optional<pg::varchar<30>> title{};
    std::optional<std::int32_t> reports_to{};
    std::optional<pg::timestamp> birth_date{};
    std::optional<pg::timestamp> hire_date{};
    std::optional<pg::varchar<70>> address{};
    std::optional<pg::varchar<40>> city{};
    std::optional<pg::varchar<40>> state{};
    std::optional<pg::varchar<40>> country{};
    std::optional<pg::varchar<10>> postal_code{};
    std::optional<pg::varchar<24>> phone{};
    std::optional<pg::varchar<24>> fax{};
    std::optional<pg::varchar<60>> email{};

    bool operator==(const employee&) const = default;
    static constexpr auto table() {
        using e = employee;
        return pg::table("employee",
            pg::field<&e::id>.named("employee_id").primary_key(),
            pg::field<&e::reports_to>.references(pg::model<employee>).index());
    }
};

struct customer {
    std::int32_t id{};
    pg::varchar<40> first_name{};
    pg::varchar<20> last_name{};
    std::optional<pg::varchar<80>> company{};
    std::optional<pg::varchar<70>> address{};
    std::optional<pg::varchar<40>> city{};
    std::optional<pg::varchar<40>> state{};
    std::optional<pg::varchar<40>> country{};
    std::optional<pg::varchar<10>> postal_code{};
    std::optional<pg::varchar<24>> phone{};
    std::optional<pg::varchar<24>> fax{};
    pg::varchar<60> email{};
    std::optional<std::int32_t> support_rep_id{};

    bool operator==(const customer&) const = default;
    static constexpr auto table() {
        using c = customer;
        return pg::table("customer",
            pg::field<&c::id>.named("customer_id").primary_key(),
            pg::field<&c::support_rep_id>.references(col<&employee::id>).index());
    }
};

struct genre {
    std::int32_t id{};
    std::optional<pg::varchar<120>> name{};

    bool operator==(const genre&) const = default;
    static constexpr auto table() {
        using g = genre;
        return pg::table("genre", pg::field<&g::id>.named("genre_id").primary_key());
    }
};

struct media_type {
    std::int32_t id{};
    std::optional<pg::varchar<120>> name{};

    bool operator==(const media_type&) const = default;
    static constexpr auto table() {
        using m = media_type;
        return pg::table("media_type", pg::field<&m::id>.named("media_type_id").primary_key());
    }
};

struct track {
    std::int32_t id{};
    pg::varchar<200> name{};
    std::optional<std::int32_t> album_id{};
    std::int32_t media_type_id{};
    std::optional<std::int32_t> genre_id{};
    std::optional<pg::varchar<220>> composer{};
    std::int32_t milliseconds{};
    std::optional<std::int32_t> bytes{};
    money unit_price{};

    bool operator==(const track&) const = default;
    static constexpr auto table() {
        using t = track;
        return pg::table("track",
            pg::field<&t::id>.named("track_id").primary_key(),
            pg::field<&t::album_id>.references(col<&album::id>).index(),
            pg::field<&t::media_type_id>.references(col<&media_type::id>).index(),
            pg::field<&t::genre_id>.references(col<&genre::id>).index());
    }
};

struct playlist {
    std::int32_t id{};
    std::optional<pg::varchar<120>> name{};

    bool operator==(const playlist&) const = default;
    static constexpr auto table() {
        using p = playlist;
        return pg::table("playlist", pg::field<&p::id>.named("playlist_id").primary_key());
    }
};

struct playlist_track {
    std::int32_t playlist_id{};
    std::int32_t track_id{};

    bool operator==(const playlist_track&) const = default;
    static constexpr auto table() {
        using p = playlist_track;
        return pg::table("playlist_track",
            pg::primary_key(col<&p::playlist_id>, col<&p::track_id>),
            pg::field<&p::playlist_id>.references(col<&playlist::id>).index(),
            pg::field<&p::track_id>.references(col<&track::id>).index());
    }
};

struct invoice {
    std::int32_t id{};
    std::int32_t customer_id{};
    pg::timestamp invoice_date{};
    std::optional<pg::varchar<70>> billing_address{};
    std::optional<pg::varchar<40>> billing_city{};
    std::optional<pg::varchar<40>> billing_state{};
    std::optional<pg::varchar<40>> billing_country{};
    std::optional<pg::varchar<10>> billing_postal_code{};
    money total{};

    bool operator==(const invoice&) const = default;
    static constexpr auto table() {
        using i = invoice;
        return pg::table("invoice",
            pg::field<&i::id>.named("invoice_id").primary_key(),
            pg::field<&i::customer_id>.references(col<&customer::id>).index());
    }
};

struct invoice_line {
    std::int32_t id{};
    std::int32_t invoice_id{};
    std::int32_t track_id{};
    money unit_price{};
    std::int32_t quantity{};

    bool operator==(const invoice_line&) const = default;
    static constexpr auto table() {
        using l = invoice_line;
        return pg::table("invoice_line",
            pg::field<&l::id>.named("invoice_line_id").primary_key(),
            pg::field<&l::invoice_id>.references(col<&invoice::id>).index(),
            pg::field<&l::track_id>.references(col<&track::id>).index());
    }
};

/// All models, each after those that it references.
inline constexpr pg::registry<artist, album, employee, customer, genre, media_type, track, playlist, playlist_track,
                              invoice, invoice_line>
    models{};

}  // namespace chinook

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The tables of Pagila, a film rental: those of https://github.com/xzilla/pagila with the names, types, defaults, keys,
// indexes, partitions and triggers that it has. Foreign keys are often smaller than the keys that they reference, each
// number comes from a sequence that belongs to nobody, and the payments have keys and indexes in some partitions only.
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/objects.hpp>
#include <pgmodel/partitions.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/range.hpp>
#include <pgmodel/types/tsvector.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pagila {

enum class rating { g, pg, pg_13, r, nc_17 };

}  // namespace pagila

/// Labels that are no names of C++.
template <>
struct pgmodel::enum_of<pagila::rating> {
    static constexpr auto type() {
        using r = pagila::rating;
        return pgmodel::enumeration("mpaa_rating", pgmodel::label<r::g>("G"), pgmodel::label<r::pg>("PG"),
                                    pgmodel::label<r::pg_13>("PG-13"), pgmodel::label<r::r>("R"),
                                    pgmodel::label<r::nc_17>("NC-17"));
    }
};

namespace pagila {

namespace pg = pgmodel;
using pg::col;

/// A domain over integer.
struct year {
    std::int32_t value{};

    auto operator<=>(const year&) const = default;
    static constexpr auto domain() {
        constexpr auto value = pg::domain_value<year>;
        return pg::domain("year", pg::check(value >= 1901 && value <= 2155));
    }
};

/// Each row says when it was changed.
inline constexpr auto last_updated = pg::trigger_function("last_updated", R"(
begin
    new.last_update := current_timestamp;
    return new;
end)");
inline constexpr auto touched = pg::trigger("last_updated").before().on_update().for_each_row().execute(last_updated);
/// As a timestamp without a zone, which is the server's own reading of the present.
inline constexpr auto present = pg::raw<"now()", pg::timestamp>();

struct country {
    std::int32_t id{};
    pg::varchar<50> name{};
    pg::timestamp last_update{};

    bool operator==(const country&) const = default;
    static constexpr auto table() {
        using c = country;
        return pg::table(
            "country",
            pg::field<&c::id>.named("country_id").primary_key()
                .server_default(pg::sequence<"country_country_id_seq">().nextval()),
            pg::field<&c::name>.named("country"), pg::field<&c::last_update>.server_default(present),
            pg::replica_identity_nothing, touched);
    }
};

struct city {
    std::int32_t id{};
    pg::varchar<50> name{};
    std::int16_t country_id{};
    pg::timestamp last_update{};

    bool operator==(const city&) const = default;
    static constexpr auto table() {
        using c = city;
        return pg::table("city",
            pg::field<&c::id>.named("city_id").primary_key()
                .server_default(pg::sequence<"city_city_id_seq">().nextval()),
            pg::field<&c::name>.named("city"),
            pg::field<&c::country_id>
                .references(col<&country::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict)
                .index(pg::named("idx_fk_country_id")),
            pg::field<&c::last_update>.server_default(present), touched);
    }
};

struct address {
    std::int32_t id{};
    pg::varchar<50> line{};
    std::optional<pg::varchar<50>> line2{};
    pg::varchar<20> district{};
    std::int16_t city_id{};
    std::optional<pg::varchar<10>> postal_code{};
    pg::varchar<20> phone{};
    pg::timestamp last_update{};

    bool operator==(const address&) const = default;
    static constexpr auto table() {
        using a = address;
        return pg::table("address",
            pg::field<&a::id>.named("address_id").primary_key()
                .server_default(pg::sequence<"address_address_id_seq">().nextval()),
            pg::field<&a::line>.named("address"),
            pg::field<&a::line2>.named("address2"),
            pg::field<&a::city_id>
                .references(col<&city::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict)
                .index(pg::named("idx_fk_city_id")),
            pg::field<&a::last_update>.server_default(present), touched);
    }
};

struct store;

/// Who works in a store, whose manager works there.
struct staff {
    std::int32_t id{};
    pg::varchar<45> first_name{};
    pg::varchar<45> last_name{};
    std::int16_t address_id{};
    std::optional<pg::varchar<50>> email{};
    std::int16_t store_id{};
    bool active = true;
    pg::varchar<16> username{};
    std::optional<pg::varchar<40>> password{};
    pg::timestamp last_update{};
    std::optional<pg::bytes> picture{};

    bool operator==(const staff&) const = default;
    static constexpr auto table() {
        using s = staff;
        return pg::table(
            "staff",
            pg::field<&s::id>.named("staff_id").primary_key()
                .server_default(pg::sequence<"staff_staff_id_seq">().nextval()),
            pg::field<&s::address_id>.references(col<&address::id>, pg::of_another_type, pg::on_update_cascade,
                                                 pg::on_delete_restrict),
            pg::field<&s::store_id>.references(pg::model<store>, pg::of_another_type),
            pg::field<&s::active>.server_default(true), pg::field<&s::last_update>.server_default(present), touched);
    }
};

struct store {
    std::int32_t id{};
    std::int16_t manager_id{};
    std::int16_t address_id{};
    pg::timestamp last_update{};

    bool operator==(const store&) const = default;
    static constexpr auto table() {
        using s = store;
        return pg::table(
            "store",
            pg::field<&s::id>.named("store_id").primary_key()
                .server_default(pg::sequence<"store_store_id_seq">().nextval()),
            pg::field<&s::manager_id>.named("manager_staff_id")
                .references(col<&staff::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict),
            pg::field<&s::address_id>.references(col<&address::id>, pg::of_another_type, pg::on_update_cascade,
                                                 pg::on_delete_restrict),
            pg::field<&s::last_update>.server_default(present),
            pg::index(col<&s::manager_id>).unique().named("idx_unq_manager_staff_id"), touched);
    }
};

struct customer {
    std::int32_t id{};
    std::int16_t store_id{};
    pg::varchar<45> first_name{};
    pg::varchar<45> last_name{};
    std::optional<pg::varchar<50>> email{};
    std::int16_t address_id{};
    bool activebool = true;
    pg::date create_date{};
    std::optional<pg::timestamp> last_update{};
    std::optional<std::int16_t> active{};  ///< the same as a number, computed

    bool operator==(const customer&) const = default;
    static constexpr auto table() {
        using c = customer;
        return pg::table("customer",
            pg::field<&c::id>.named("customer_id").primary_key()
                .server_default(pg::sequence<"customer_customer_id_seq">().nextval()),
            pg::field<&c::store_id>
                .references(col<&store::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict)
                .index(pg::named("idx_fk_store_id")),
            pg::field<&c::last_name>.index(pg::named("idx_last_name")),
            pg::field<&c::address_id>
                .references(col<&address::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict)
                .index(pg::named("idx_fk_address_id")),
            pg::field<&c::activebool>.server_default(true),
            pg::field<&c::create_date>.server_default(pg::raw<"current_date", pg::date>()),
            pg::field<&c::last_update>.server_default(present),
            pg::field<&c::active>.generated(pg::case_when(col<&c::activebool>.is_true(), 1).otherwise(0)), touched);
    }
};

struct actor {
    std::int32_t id{};
    pg::varchar<45> first_name{};
    pg::varchar<45> last_name{};
    pg::timestamp last_update{};

    bool operator==(const actor&) const = default;
    static constexpr auto table() {
        using a = actor;
        return pg::table(
            "actor", pg::field<&a::id>.named("actor_id").server_default(pg::sequence<"actor_actor_id_seq">().nextval()),
            pg::primary_key(col<&a::id>).include(col<&a::first_name>, col<&a::last_name>).named("actor_pkey_incl"),
            pg::field<&a::last_name>.index(pg::named("idx_actor_last_name")),
            pg::field<&a::last_update>.server_default(present), touched);
    }
};

struct category {
    std::int32_t id{};
    pg::varchar<25> name{};
    pg::timestamp last_update{};

    bool operator==(const category&) const = default;
    static constexpr auto table() {
        using c = category;
        return pg::table("category",
            pg::field<&c::id>.named("category_id").primary_key()
                .server_default(pg::sequence<"category_category_id_seq">().nextval()),
            pg::field<&c::last_update>.server_default(present), touched);
    }
};

struct language {
    std::int32_t id{};
    pg::fixed_char<20> name{};
    pg::timestamp last_update{};

    bool operator==(const language&) const = default;
    static constexpr auto table() {
        using l = language;
        return pg::table("language",
            pg::field<&l::id>.named("language_id").primary_key()
                .server_default(pg::sequence<"language_language_id_seq">().nextval()),
            pg::field<&l::last_update>.server_default(present), touched);
    }
};

struct film {
    std::int32_t id{};
    pg::varchar<255> title{};
    std::optional<std::string> description{};
    std::optional<year> release_year{};
    std::int16_t language_id{};
    std::optional<std::int16_t> original_language_id{};
    std::int16_t rental_duration = 3;  ///< days
    pg::numeric<4, 2> rental_rate{"4.99"};
    std::optional<std::int16_t> length{};  ///< minutes
    pg::numeric<5, 2> replacement_cost{"19.99"};
    std::optional<pagila::rating> rating = pagila::rating::g;
    pg::timestamp last_update{};
    std::optional<std::vector<std::string>> special_features{};
    pg::tsvector fulltext{};  ///< of title and description, by a trigger
    std::optional<pg::numeric<5, 2>> revenue_projection{};

    bool operator==(const film&) const = default;
    static constexpr auto table() {
        using f = film;
        return pg::table("film",
            pg::field<&f::id>.named("film_id").primary_key()
                .server_default(pg::sequence<"film_film_id_seq">().nextval()),
            pg::field<&f::title>.index(pg::named("idx_title")),
            pg::field<&f::language_id>
                .references(col<&language::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict)
                .index(pg::named("idx_fk_language_id")),
            pg::field<&f::original_language_id>
                .references(col<&language::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict)
                .index(pg::named("idx_fk_original_language_id")),
            pg::field<&f::rental_duration>.server_default(3),
            pg::field<&f::rental_rate>.server_default(pg::numeric<4, 2>("4.99")),
            pg::field<&f::replacement_cost>.server_default(pg::numeric<5, 2>("19.99")),
            pg::field<&f::rating>.server_default(pagila::rating::g),
            pg::field<&f::last_update>.server_default(present),
            pg::field<&f::revenue_projection>.generated(col<&f::rental_duration> * col<&f::rental_rate>),
            pg::index(col<&f::fulltext>).using_gist().named("film_fulltext_idx"),
            pg::trigger("film_fulltext_trigger").before().on_insert().on_update().for_each_row()
                .execute("tsvector_update_trigger", "fulltext", "pg_catalog.english", "title", "description"),
            touched);
    }
};

struct film_actor {
    std::int16_t actor_id{};
    std::int16_t film_id{};
    pg::timestamp last_update{};

    bool operator==(const film_actor&) const = default;
    static constexpr auto table() {
        using f = film_actor;
        return pg::table("film_actor",
            pg::primary_key(col<&f::actor_id>, col<&f::film_id>),
            pg::field<&f::actor_id>
                .references(col<&actor::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict),
            pg::field<&f::film_id>
                .references(col<&film::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict)
                .index(pg::named("idx_fk_film_id")),
            pg::field<&f::last_update>.server_default(present), touched);
    }
};

struct film_category {
    std::int16_t film_id{};
    std::int16_t category_id{};
    pg::timestamp last_update{};

    bool operator==(const film_category&) const = default;
    static constexpr auto table() {
        using f = film_category;
        return pg::table("film_category", pg::primary_key(col<&f::film_id>, col<&f::category_id>),
                         pg::field<&f::film_id>.references(col<&film::id>, pg::of_another_type, pg::on_update_cascade,
                                                           pg::on_delete_restrict),
                         pg::field<&f::category_id>.references(col<&category::id>, pg::of_another_type,
                                                               pg::on_update_cascade, pg::on_delete_restrict),
                         pg::field<&f::last_update>.server_default(present), touched);
    }
};

/// One copy of a film in a store.
struct inventory {
    std::int32_t id{};
    std::int16_t film_id{};
    std::int16_t store_id{};
    pg::timestamp last_update{};

    bool operator==(const inventory&) const = default;
    static constexpr auto table() {
        using i = inventory;
        return pg::table("inventory",
            pg::field<&i::id>.named("inventory_id").primary_key()
                .server_default(pg::sequence<"inventory_inventory_id_seq">().nextval()),
            pg::field<&i::film_id>
                .references(col<&film::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict),
            pg::field<&i::store_id>
                .references(col<&store::id>, pg::of_another_type, pg::on_update_cascade, pg::on_delete_restrict),
            pg::field<&i::last_update>.server_default(present),
            pg::index(col<&i::store_id>, col<&i::film_id>).named("idx_store_id_film_id"), touched);
    }
};

struct rental {
    std::int32_t id{};
    std::int32_t inventory_id{};
    std::int16_t customer_id{};
    std::int16_t staff_id{};
    pg::timestamp last_update{};
    pg::range<pg::timestamp> rental_period{};  ///< without an end until the film is brought back

    bool operator==(const rental&) const = default;
    static constexpr auto table() {
        using r = rental;
        return pg::table(
            "rental",
            pg::field<&r::id>.named("rental_id").primary_key()
                .server_default(pg::sequence<"rental_rental_id_seq">().nextval()),
            pg::field<&r::inventory_id>
                .references(col<&inventory::id>, pg::on_update_cascade, pg::on_delete_restrict)
                .index(pg::named("idx_fk_inventory_id")),
            pg::field<&r::customer_id>.references(col<&customer::id>, pg::of_another_type, pg::on_update_cascade,
                                                  pg::on_delete_restrict),
            pg::field<&r::staff_id>.references(col<&staff::id>, pg::of_another_type, pg::on_update_cascade,
                                               pg::on_delete_restrict),
            pg::field<&r::last_update>.server_default(present),
            pg::field<&r::rental_period>.server_default(
                pg::raw<"tsrange(now()::timestamp, null::timestamp)", pg::range<pg::timestamp>>()),
            touched);
    }
};

struct payment {
    std::int32_t id{};
    std::int16_t customer_id{};
    std::int16_t staff_id{};
    std::int32_t rental_id{};
    pg::numeric<5, 2> amount{};
    pg::timestamp payment_date{};

    bool operator==(const payment&) const = default;

    /// The partition of a month, with a key, references and indexes of its own.
    template <class Table>
    static constexpr auto month(Table table, const char* name, pg::timestamp from, pg::timestamp to, const char* key,
                                const char* customers, const char* staff_members) {
        using p = payment;
        return table.partition(
            name, pg::from(from), pg::to(to), pg::primary_key(col<&p::id>).named(key),
            pg::foreign_key(col<&p::customer_id>).references(col<&customer::id>, pg::of_another_type),
            pg::foreign_key(col<&p::staff_id>).references(col<&staff::id>, pg::of_another_type),
            pg::foreign_key(col<&p::rental_id>).references(col<&rental::id>),
            pg::index(col<&p::customer_id>).named(customers), pg::index(col<&p::staff_id>).named(staff_members));
    }
    static constexpr auto months() {
        const auto by_date =
            pg::partition_by_range(col<&payment::payment_date>).default_partition("payment_p0000_default");
        const auto until_1 = month(by_date, "payment_p2007_01", pg::timestamp("2007-01-01 00:00"),
                                   pg::timestamp("2007-02-01 00:00"), "idx_pk_payment_p2007_01_payment_id",
                                   "idx_fk_payment_p2007_01_customer_id", "idx_fk_payment_p2007_01_staff_id");
        const auto until_2 = month(until_1, "payment_p2007_02", pg::timestamp("2007-02-01 00:00"),
                                   pg::timestamp("2007-03-01 00:00"), "idx_pk_payment_p2007_02_payment_id",
                                   "idx_fk_payment_p2007_02_customer_id", "idx_fk_payment_p2007_02_staff_id");
        const auto until_3 = month(until_2, "payment_p2007_03", pg::timestamp("2007-03-01 00:00"),
                                   pg::timestamp("2007-04-01 00:00"), "idx_pk_payment_p2007_03_payment_id",
                                   "idx_fk_payment_p2007_03_customer_id", "idx_fk_payment_p2007_03_staff_id");
        const auto until_4 = month(until_3, "payment_p2007_04", pg::timestamp("2007-04-01 00:00"),
                                   pg::timestamp("2007-05-01 00:00"), "idx_pk_payment_p2007_04_payment_id",
                                   "idx_fk_payment_p2007_04_customer_id", "idx_fk_payment_p2007_04_staff_id");
        const auto until_5 = month(until_4, "payment_p2007_05", pg::timestamp("2007-05-01 00:00"),
                                   pg::timestamp("2007-06-01 00:00"), "idx_pk_payment_p2007_05_payment_id",
                                   "idx_fk_payment_p2007_05_customer_id", "idx_fk_payment_p2007_05_staff_id");
        const auto until_6 = month(until_5, "payment_p2007_06", pg::timestamp("2007-06-01 00:00"),
                                   pg::timestamp("2007-07-01 00:00"), "idx_pk_payment_p2007_06_payment_id",
                                   "idx_fk_payment_p2007_06_customer_id", "idx_fk_payment_p2007_06_staff_id");
        return until_6.partition("payment_p2007_07_max", pg::from(pg::timestamp("2007-07-01 00:00")),
                                 pg::to(pg::max_value));
    }
    static constexpr auto table() {
        using p = payment;
        return pg::table(
            "payment", pg::no_primary_key,
            pg::field<&p::id>.named("payment_id").server_default(pg::sequence<"payment_payment_id_seq">().nextval()),
            months(),
            pg::rule("payment_pk_update").on_update().where(pg::new_row[col<&p::id>] != pg::old_row[col<&p::id>])
                .do_instead(pg::sql<"select payment_id_change_handler(old.payment_id, new.payment_id, new.customer_id, "
                                    "new.staff_id, new.rental_id, new.amount, new.payment_date)">));
    }
};

/// All tables, each after those that it references but for the circle of stores and their staff.
inline constexpr pg::registry<country, city, address, staff, store, customer, actor, category, language, film,
                              film_actor, film_category, inventory, rental, payment>
    tables{};

}  // namespace pagila

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Rows for the Pagila database. A store has a manager, and its manager works in a store: who makes the first two of
// them takes one key of the circle away for the time of the transaction.
#pragma once

#include <vector>

#include "pagila.hpp"

namespace pagila {

/// Calls `fill` while nobody checks that the store is there in which one works, and has all of them checked at the end.
template <class Function>
void without_circle(pg::transaction& tx, Function fill) {
    namespace schema = pg::schema;
    const auto described = schema::describe(tables);
    for (const auto& t : described.tables)
        for (const auto& key : t.foreign_keys)
            if (t.name == "staff" && key.referred_table == "store") {
                tx.execute_script(drop_constraint(t, key.name));
                fill();
                tx.execute_script(add_foreign_key(t, key));
            }
}

/// A small shop of one store. What has a number of the server's leaves it to the server.
inline void open_small_shop(pg::connection& db) {
    db.transaction([](pg::transaction& tx) {
        const auto here = tx.insert(country{.name = "Canada"});
        const auto town = tx.insert(city{.name = "Lethbridge", .country_id = static_cast<std::int16_t>(here.id)});
        const auto at = static_cast<std::int16_t>(tx.insert(address{.line = "47 MySakila Drive",
                                                                    .district = "Alberta",
                                                                    .city_id = static_cast<std::int16_t>(town.id),
                                                                    .phone = "14033335568"})
                                                      .id);
        without_circle(tx, [&] {
            tx.insert(staff{.id = 1,
                            .first_name = "Mike",
                            .last_name = "Hillyer",
                            .address_id = at,
                            .store_id = 1,
                            .username = "Mike",
                            .picture = pg::bytes{std::byte{0x89}, std::byte{0x50}}});
            tx.insert(store{.id = 1, .manager_id = 1, .address_id = at});
        });
        tx.insert(std::vector<customer>{
            {.id = 1, .store_id = 1, .first_name = "Mary", .last_name = "Smith", .address_id = at},
            {.id = 2,
             .store_id = 1,
             .first_name = "Linda",
             .last_name = "Williams",
             .address_id = at,
             .activebool = false}});
        tx.insert(std::vector<category>{{.id = 1, .name = "Action"}, {.id = 2, .name = "Family"}});
        tx.insert(std::vector<actor>{{.id = 1, .first_name = "PENELOPE", .last_name = "GUINESS"},
                                     {.id = 2, .first_name = "NICK", .last_name = "WAHLBERG"}});
        const auto english = static_cast<std::int16_t>(tx.insert(language{.name = "English"}).id);
        tx.insert(std::vector<film>{
            {.id = 1,
             .title = "Academy Dinosaur",
             .description = "An Epic Drama of a Mad Scientist",
             .release_year = year{2006},
             .language_id = english,
             .rental_duration = 6,
             .rental_rate = pg::numeric<4, 2>("0.99"),
             .length = 86,
             .rating = rating::pg,
             .special_features = {{"Deleted Scenes", "Behind the Scenes"}}},
            {.id = 2, .title = "Ace Goldfinger", .language_id = english, .length = 48, .rating = rating::pg_13},
            {.id = 3, .title = "Alien Center", .language_id = english, .rating = rating::nc_17}});
        tx.insert(std::vector<film_actor>{{1, 1}, {2, 1}, {2, 2}});
        tx.insert(std::vector<film_category>{{1, 1}, {2, 2}, {3, 2}});
        tx.insert(std::vector<inventory>{{.id = 1, .film_id = 1, .store_id = 1},
                                         {.id = 2, .film_id = 1, .store_id = 1},
                                         {.id = 3, .film_id = 2, .store_id = 1}});
        const auto lent = [](int id, int copy, int who, const char* period) {
            return rental{.id = id,
                          .inventory_id = copy,
                          .customer_id = static_cast<std::int16_t>(who),
                          .staff_id = 1,
                          .rental_period = pg::range<pg::timestamp>(period)};
        };
        tx.insert(std::vector{lent(1, 1, 1, "[2007-01-03 10:00:00,2007-01-15 10:00:00)"),
                              lent(2, 2, 2, "[2007-02-20 18:00:00,)"),
                              lent(3, 3, 1, "[2007-08-01 09:30:00,2007-08-02 09:30:00)")});
        const auto paid = [](int id, int of, int who, const char* amount, const char* when) {
            return payment{id, static_cast<std::int16_t>(who), 1, of, pg::numeric<5, 2>(amount), pg::timestamp(when)};
        };
        tx.insert(std::vector{paid(1, 1, 1, "6.99", "2007-01-15 10:00:00"),
                              paid(2, 2, 2, "0.99", "2007-02-20 18:00:00"),
                              paid(3, 3, 1, "4.99", "2007-08-02 09:30:00")});
    });
}

}  // namespace pagila

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A film rental in the place of Pagila, where its dump is missing.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../../examples/pagila/fill.hpp"
#include "stand_in.hpp"

namespace pgmodel_test {

struct pagila_stand_in {
    static constexpr const char* dump = "pagila";

    /// Makes and fills all that the models declare, in an empty database.
    static void make(pgmodel::session& db) {
        db.create_all(pagila::models);
        db.transaction([](pgmodel::transaction& tx) {
            people(tx);
            list_films(tx);
            rent(tx);
        });
    }

private:
    static constexpr int customers = 120, actors = 60, films = 400, copies = 360, rentals = 600;

    static std::int16_t small(int number) { return static_cast<std::int16_t>(number); }

    static void people(pgmodel::transaction& tx) {
        using namespace pagila;
        std::vector<country> countries;
        for (int i = 1; i <= 8; ++i) countries.push_back({.id = i, .name = country_name(i)});
        tx.insert(countries);
        std::vector<city> cities;
        for (int i = 1; i <= 32; ++i) cities.push_back({.id = i, .name = city_name(i), .country_id = small(1 + (i + 7) % 8)});
        tx.insert(cities);
        std::vector<address> addresses;
        for (int i = 1; i <= 60; ++i) {
            address a{.id = i,
                      .line = std::to_string(i) + " Ñandú-Straße",
                      .district = i % 4 ? "北区" : "",
                      .city_id = small(1 + i * 5 % 32),
                      .phone = std::to_string(555000 + i)};
            if (i % 3 == 0) a.line2 = "2º";
            if (i % 5) a.postal_code = std::to_string(10000 + i * 7);
            addresses.push_back(std::move(a));
        }
        tx.insert(addresses);
        without_circle(tx, [&] {
            std::vector<staff> workers;
            for (int i = 1; i <= 3; ++i)
                workers.push_back({.id = i,
                                   .first_name = first_name(i + 20),
                                   .last_name = last_name(i * 9),
                                   .address_id = small(i),
                                   .store_id = small(1 + i % 2),
                                   .active = i != 3,
                                   .username = "user" + std::to_string(i)});
            workers[0].picture = pg::bytes{std::byte{0}, std::byte{0xff}};
            workers[1].email = "second@rental.example";
            tx.insert(workers);
            tx.insert(std::vector<store>{{.id = 1, .manager_id = 2, .address_id = 4}, {.id = 2, .manager_id = 1, .address_id = 5}});
        });
        // The first 14 of 24 first names are those of customers of the first store.
        std::vector<customer> list;
        for (int i = 1; i <= customers; ++i) {
            customer c{.id = i,
                       .store_id = small(i % 24 < 14 ? 1 : 2),
                       .first_name = first_name(i % 24),
                       .last_name = last_name(i),
                       .address_id = small(1 + i % 60),
                       .activebool = i % 9 != 0,
                       .create_date = pg::date("2005-02-14")};
            if (i % 6) c.email = "who" + std::to_string(i) + "@post.example";
            list.push_back(std::move(c));
        }
        tx.insert(list);
    }

    static void list_films(pgmodel::transaction& tx) {
        using namespace pagila;
        static constexpr const char* kinds[]{"Slow", "Travel", "Ärger", "Ночь",  "Horror",  "Robots", "恋",   "Été",
                                             "Sea",  "Noir",   "Sport", "Opera", "Animals", "War",    "Quiz", "Travel"};
        static constexpr const char* tongues[]{"English", "Русский", "日本語", "Français", "العربية"};
        static constexpr const char* adjectives[]{"Quiet", "Тихий",  "Größter", "Last",   "Été",   "静かな", "Mighty",
                                                  "Zero",  "Blue",   "Hidden",  "Über",   "Rainy", "Golden", "Northern",
                                                  "Épic",  "Broken", "Velvet",  "Hungry", "Old",   "Дальний"};
        static constexpr const char* nouns[]{"Airship", "Stairway", "Harbor",  "Shark",   "Boat",   "Dragon", "Robot",
                                             "Monkey",  "Epilogue", "Дом",     "Straße",  "夜",     "Garden", "O'Clock",
                                             "Winter",  "100%",     "Machine", "Lantern", "Mirror", "Kiosk"};
        static constexpr const char* beings[]{"boat", "shark", "monkey", "robot", "dragon", "собака", "médecin", "epicure"};
        static constexpr const char* features[]{"Trailers", "Commentaries", "Deleted Scenes", "Behind the Scenes"};
        static constexpr const char* rates[]{"0.50", "1.75", "3.25"};
        static constexpr rating others[]{rating::g, rating::pg, rating::pg_13, rating::nc_17};
        std::vector<actor> players;
        for (int i = 1; i <= actors; ++i) players.push_back({.id = i, .first_name = first_name(i), .last_name = last_name(i % 25)});
        tx.insert(players);
        std::vector<category> categories;
        for (int i = 1; i <= 16; ++i) categories.push_back({.id = i, .name = i == 2 ? "Family" : word(kinds, i - 1)});
        tx.insert(categories);
        std::vector<language> languages;
        for (int i = 1; i <= 5; ++i) languages.push_back({.id = i, .name = word(tongues, i - 1)});
        tx.insert(languages);

        std::vector<film> list;
        std::vector<film_actor> plays;
        std::vector<film_category> is;
        for (int i = 1; i <= films; ++i) {
            film f{.id = i,
                   .title = word(adjectives, i) + " " + word(nouns, i / 20 + i),
                   .language_id = small(1 + any(i, 1, 5)),
                   .rental_duration = small(3 + any(i, 2, 5)),
                   .rental_rate = pg::numeric<4, 2>(word(rates, any(i, 3, 3))),
                   .replacement_cost = pg::numeric<5, 2>::from_unscaled(999 + 100 * any(i, 4, 20)),
                   .rating = any(i, 5, 100) < 52 ? rating::r : others[any(i, 6, 4)]};
            if (!one_in(20, i, 7))
                f.description =
                    "A tale of a " + word(beings, any(i, 8, 8)) + " and a " + word(beings, any(i, 9, 8)) + " in " + city_name(i);
            if (!one_in(10, i, 10)) f.release_year = year{one_in(3, i, 11) ? 1999 : 2006};
            if (one_in(8, i, 12)) f.original_language_id = small(1 + any(i, 13, 5));
            // Lent out often, and one of those that are about an hour long.
            if (i == 1) f.length = small(61);
            else if (!one_in(20, i, 14)) f.length = small(40 + any(i, 15, 151));
            if (const int chosen = i * 5 % 17; chosen < 16) {
                f.special_features.emplace();
                for (int k = 0; k < 4; ++k)
                    if (chosen >> k & 1) f.special_features->push_back(features[k]);
            }
            list.push_back(std::move(f));
            // Some have no actor; two actors play together again and again.
            const int first = i % 40 == 0 ? 1 : 1 + i * 7 % actors, second = i % 40 == 0 ? 2 : 1 + (i * 11 + 5) % actors;
            if (i % 50 != 1) plays.push_back({small(first), small(i)});
            if (i % 50 != 1 && second != first) plays.push_back({small(second), small(i)});
            is.push_back({small(i), small(1 + i * 3 % 16)});
        }
        tx.insert(list);
        tx.insert(plays);
        tx.insert(is);
    }

    static void rent(pgmodel::transaction& tx) {
        using namespace pagila;
        static constexpr const char *amounts[]{"0.99", "1.99", "2.50", "4.99", "5.75", "9.99"}, *more[]{"5.75", "7.25", "9.99"};
        // Each of the first copies is of the first film; the last films have none.
        std::vector<inventory> stock;
        for (int i = 1; i <= copies; ++i)
            stock.push_back(
                {.id = i, .film_id = small(i <= 8 ? 1 : 2 + i * 7 % 359), .store_id = small(i <= 4 || (i > 15 && i % 3 == 1) ? 1 : 2)});
        tx.insert(stock);
        std::vector<rental> lent;
        std::vector<payment> paid;
        for (int i = 1; i <= rentals; ++i) {
            // Two customers come every day.
            const bool often = i % 10 == 0;
            const auto who = small(often ? 1 + i / 10 % 2 : 1 + i * 17 % customers), worker = small(1 + any(i, 20, 2));
            const int day = 135 + any(i, 21, 80), minute = any(i, 22, 1440);
            const auto from = moment(2005, day, minute);
            rental r{.id = i, .inventory_id = i <= 40 ? 1 + i % 8 : 1 + i * 11 % copies, .customer_id = who, .staff_id = worker};
            if (one_in(12, i, 23)) r.rental_period = pg::range<pg::timestamp>(pg::inclusive(from), pg::unbounded);
            else r.rental_period = pg::range<pg::timestamp>(from, moment(2005, day + 1 + any(i, 24, 9), minute + any(i, 25, 600)));
            lent.push_back(std::move(r));
            paid.push_back({i, who, worker, i, pg::numeric<5, 2>(often ? word(more, any(i, 26, 3)) : word(amounts, any(i, 27, 6))),
                            moment(2006, 310 + i * 11 % 280, any(i, 28, 1440))});
        }
        tx.insert(lent);
        tx.insert(paid);
    }
};

}  // namespace pgmodel_test

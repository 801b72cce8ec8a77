// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A music shop in the place of Chinook, where its dump is missing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../../examples/chinook/chinook.hpp"
#include "stand_in.hpp"

namespace pgmodel_test {

struct chinook_stand_in {
    static constexpr const char* dump = "chinook";

    /// Makes and fills the tables of an empty database.
    static void make(pgmodel::session& db) {
        db.create_all(chinook::models);
        db.transaction([](pgmodel::transaction& tx) {
            music(tx);
            people(tx);
            sales(tx);
        });
    }

private:
    static constexpr int tracks = 400, invoices = 150, lines = 600;

    static int cents(int track) { return one_in(4, track, 1) ? 149 : 89; }
    /// 20 on each of ten albums, 6 on each of thirty; the last ones are on none.
    static std::optional<std::int32_t> album_of(int track) {
        if (track <= 200) return (track - 1) / 20 + 1;
        if (track <= 380) return (track - 201) / 6 + 11;
        return std::nullopt;
    }

    static void music(pgmodel::transaction& tx) {
        using namespace chinook;
        static constexpr const char* bands[]{"Nine Lanterns", "The Paper Kites Club", "Тихий Час", "Les Égarés",
                                             "夜の電車",      "Bjørk & Eik",          "50% Off"};
        static constexpr const char* begins[]{"Winter",     "Silent", "Зимний",   "Lost",     "Straßen",
                                              "Électrique", "Radio",  "冬のうた", "Midnight", "Ocean"};
        static constexpr const char* ends[]{"Song", "Café", "Parade", "дождь", "Blues", "\"Live\"", "Überall"};
        static constexpr const char* composers[]{"A. Lumen", "B. Çelik", "Ю. Снегов", "D. O'Dell", "E. Ñandú"};
        std::vector<artist> artists;
        for (int i = 1; i <= 30; ++i) artists.push_back({i, word(bands, i) + " " + std::to_string(i)});
        artists.back().name.reset();
        tx.insert(artists);
        std::vector<album> albums;
        for (int i = 1; i <= 40; ++i) albums.push_back({i, word(begins, i) + " " + word(ends, i / 3), i <= 6 ? 2 + i % 2 : 3 + i * 5 % 26});
        tx.insert(albums);
        std::vector<genre> genres;
        for (int i = 1; i <= 12; ++i) genres.push_back({i, word(ends, i) + std::to_string(i)});
        tx.insert(genres);
        tx.insert(std::vector<media_type>{{1, "Shellac"}, {2, "Wax cylinder"}, {3, std::nullopt}});
        std::vector<track> list;
        for (int i = 1; i <= tracks; ++i) {
            track t{.id = i,
                    .name = word(begins, any(i, 2, 10)) + " " + word(ends, any(i, 3, 7)) + " " + std::to_string(i % 90),
                    .album_id = album_of(i),
                    .media_type_id = 1 + any(i, 4, 3),
                    .milliseconds = 150000 + any(i, 5, 650) * 1000 + i,
                    .unit_price = money::from_unscaled(cents(i))};
            if (!one_in(20, i, 6)) t.genre_id = 1 + any(i, 7, 12);
            if (!one_in(4, i, 8)) t.composer = word(composers, any(i, 9, 5));
            if (!one_in(9, i, 10)) t.bytes = t.milliseconds * 30 + any(i, 11, 999999);
            list.push_back(std::move(t));
        }
        tx.insert(list);
        tx.insert(std::vector<playlist>{{1, "Even"}, {2, "Каждая пятая"}, {3, "Four"}, {4, std::nullopt}});
        std::vector<playlist_track> listed;
        for (int i = 1; i <= tracks; ++i) {
            if (i % 2 == 0) listed.push_back({1, i});
            if (i % 5 == 0) listed.push_back({2, i});
            if (i % 100 == 0) listed.push_back({3, i});
        }
        tx.insert(listed);
    }

    static void people(pgmodel::transaction& tx) {
        using namespace chinook;
        static constexpr int bosses[]{0, 1, 2, 2, 2, 1, 6, 6};
        static constexpr const char* mail[]{"@gmail.example", "@yahoo.example", "@post.example", "@gmail.test"};
        std::vector<employee> employees;
        for (int i = 1; i <= 8; ++i) {
            employee e{.id = i, .last_name = last_name(i * 7), .first_name = first_name(i * 3), .birth_date = moment(1970 + i, i * 31, i)};
            if (bosses[i - 1]) e.reports_to = bosses[i - 1];
            if (i % 3) e.city = city_name(i);
            employees.push_back(std::move(e));
        }
        tx.insert(employees);
        std::vector<customer> customers;
        for (int i = 1; i <= 40; ++i) {
            customer c{.id = i,
                       .first_name = first_name(i),
                       .last_name = last_name(i),
                       .city = city_name(i),
                       .country = country_name(i),
                       .email = "who" + std::to_string(i) + word(mail, any(i, 20, 4))};
            if (i % 4 == 0) c.company = "Søn & \"Co\" " + std::to_string(i);
            if (i % 5) c.support_rep_id = 3 + i % 3;
            customers.push_back(std::move(c));
        }
        tx.insert(customers);
    }

    static void sales(pgmodel::transaction& tx) {
        using namespace chinook;
        std::vector<invoice> bills;
        for (int i = 1; i <= invoices; ++i) {
            const int who = 1 + i * 7 % 40;
            invoice bill{.id = i,
                         .customer_id = who,
                         .invoice_date = moment(2021, i * 11, i * 37 % 1440),
                         .billing_city = city_name(who),
                         .billing_country = country_name(who)};
            if (i % 3) bill.billing_address = std::to_string(i) + " Rue de l'Été";
            if (i % 4 == 0) bill.billing_postal_code = std::to_string(10000 + i);
            bills.push_back(std::move(bill));
        }
        std::vector<invoice_line> sold;
        std::vector<int> total(invoices);
        for (int i = 1; i <= lines; ++i) {
            const int track = 1 + i * 14 % tracks, quantity = 1 + any(i, 30, 3);
            sold.push_back({i, 1 + i % invoices, track, money::from_unscaled(cents(track)), quantity});
            total[static_cast<std::size_t>(i % invoices)] += cents(track) * quantity;
        }
        for (std::size_t i = 0; i < bills.size(); ++i) bills[i].total = money::from_unscaled(total[i]);
        tx.insert(bills);
        tx.insert(sold);
    }
};

}  // namespace pgmodel_test

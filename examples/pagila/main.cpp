// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// pagila: a film rental with all that a schema can hold: a domain, ranges, partitions, triggers, functions and views.
//
// It starts a PostgreSQL server of its own, which is gone at the end. Everything is made from the structs.

#include <pgmodel/expression/range.hpp>
#include <pgmodel/testing.hpp>

#include <exception>
#include <iostream>

#include "fill.hpp"

using namespace pagila;

namespace {

/// A range without an end: the film is not back yet.
void films_that_are_out(pg::connection& db) {
    std::cout << "Films that are out\n";
    const auto query = pg::select(col<&film::title>, col<&customer::last_name>, pg::lower(col<&rental::rental_period>))
                           .from(pg::model<rental>)
                           .join(col<&rental::inventory_id>)
                           .join(col<&inventory::film_id>)
                           .join(col<&rental::customer_id>)
                           .where(pg::upper_inf(col<&rental::rental_period>));
    for (const auto& [title, who, since] : db.all(query))
        std::cout << "  " << title.str() << " (" << who.str() << ", since " << since->to_string() << ")\n";
}

/// A view is read like a table.
void best_categories(pg::connection& db) {
    std::cout << "What each kind of film has brought in\n";
    for (const auto& row : db.all(pg::select<sales_by_film_category>()))
        std::cout << "  " << row.category->str() << ": " << row.total_sales->to_string() << '\n';
}

/// The words are found by an index that a trigger keeps up to date.
void films_about(pg::connection& db, const char* words) {
    std::cout << "Films about " << words << '\n';
    for (const auto& title :
         db.all(pg::select(col<&film::title>).where(col<&film::fulltext>.matches(pg::websearch<"english">(words)))))
        std::cout << "  " << title.str() << '\n';
}

/// What no model would accept, the server refuses; the error names the field.
void films_of_another_age(pg::connection& db) {
    try {
        db.insert(film{.title = "A Trip to the Moon", .release_year = year{1900}, .language_id = 1});
    } catch (const pg::check_violation& e) {
        std::cout << "No film before 1901: " << e.field() << " (" << e.constraint() << ")\n";
    }
}

}  // namespace

int main() {
    try {
        pg::testing::server server;
        pg::session db{server.connection_string()};
        db.create_all(models);
        open_small_shop(db);
        films_that_are_out(db);
        best_categories(db);
        films_about(db, "scientist -robot");
        films_of_another_age(db);
    } catch (const std::exception& failure) {
        std::cerr << "pagila: " << failure.what() << '\n';
        return 1;
    }
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// One program that uses every layer, built by each way to get at the library.

#include "note.hpp"

#include <pgmodel/testing.hpp>

#include <iostream>

namespace pg = pgmodel;
using pg::col;

inline constexpr pg::registry<consumer_note> models{};

int main() {
    try {
        pg::testing::server server;
        pg::session db{server.connection_string()};
        db.create_all(models);
        auto made = db.insert(consumer_note{.text = "hello", .extra = {{"n", 42}}});
        auto read = db.all(pg::select<consumer_note>().where(col<&consumer_note::text> == "hello"));
        if (read.size() != 1 || read[0].id != made.id || read[0].extra["n"] != 42) {
            std::cerr << "the row that came back is another one\n";
            return 1;
        }
#ifdef PGMODEL_SEPARATE_COMPILATION
        if (notes_that_say(db, "hello") != 1) {
            std::cerr << "another file of the program finds another number of rows\n";
            return 1;
        }
#endif
        std::cout << "pgmodel " << PGMODEL_VERSION_MAJOR << '.' << PGMODEL_VERSION_MINOR << '.' << PGMODEL_VERSION_PATCH
                  << " wrote and read row " << read[0].id << '\n';
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}

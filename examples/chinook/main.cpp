// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// chinook [CHINOOK.SQL]: what a music shop asks of its database.
//
// It starts a PostgreSQL server of its own, which is gone at the end. The tables are made from the structs of
// chinook.hpp and get a few rows; or they come, with the real data, from a plain dump of the Chinook database.

#include <pgmodel/testing.hpp>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "chinook.hpp"

using namespace chinook;

namespace {

// ---- data

/// A small shop. Each list goes out as one statement, and all of them in one transaction or none.
void open_small_shop(pg::connection& db) {
    db.transaction([](pg::transaction& tx) {
        tx.insert(std::vector<artist>{{1, "AC/DC"}, {2, "Antônio Carlos Jobim"}, {3, "Iron Maiden"}});
        tx.insert(std::vector<album>{
            {1, "For Those About To Rock We Salute You", 1}, {2, "Let There Be Rock", 1}, {3, "Warner 25 Anos", 2},
            {4, "Powerslave", 3}});
        tx.insert(media_type{1, "MPEG audio file"});
        tx.insert(std::vector<genre>{{1, "Rock"}, {2, "Jazz"}});
        const auto song = [](int id, const char* name, int album, int genre, int milliseconds) {
            return track{.id = id, .name = name, .album_id = album, .media_type_id = 1, .genre_id = genre,
                         .milliseconds = milliseconds, .unit_price = money("0.99")};
        };
        tx.insert(std::vector{song(1, "For Those About To Rock (We Salute You)", 1, 1, 343'719),
                              song(2, "Evil Walks", 1, 1, 263'497), song(3, "Let There Be Rock", 2, 1, 366'654),
                              song(4, "Whole Lotta Rosie", 2, 1, 323'761), song(5, "Desafinado", 3, 2, 185'338),
                              song(6, "Garota De Ipanema", 3, 2, 285'048), song(7, "Aces High", 4, 1, 271'019),
                              song(8, "Rime of the Ancient Mariner", 4, 1, 816'640)});

        tx.insert(employee{.id = 1, .last_name = "Adams", .first_name = "Andrew", .title = "General Manager"});
        tx.insert(employee{.id = 2, .last_name = "Peacock", .first_name = "Jane", .reports_to = 1});
        const auto buyer = [](int id, const char* first, const char* last, const char* country, const char* email) {
            return customer{.id = id, .first_name = first, .last_name = last, .country = country, .email = email,
                            .support_rep_id = 2};
        };
        tx.insert(std::vector{buyer(1, "Luís", "Gonçalves", "Brazil", "luisg@example.com"),
                              buyer(2, "Leonie", "Köhler", "Germany", "leonekohler@example.com"),
                              buyer(3, "Eduardo", "Martins", "Brazil", "eduardo@example.com"),
                              buyer(4, "Niklas", "Schröder", "Germany", "nschroder@example.com"),
                              buyer(5, "Fernanda", "Ramos", "Brazil", "fernadaramos4@example.com"),
                              buyer(6, "František", "Wichterlová", "Czech Republic", "frantisekw@example.com")});
        tx.insert(std::vector<invoice>{
            {.id = 1, .customer_id = 1, .invoice_date = pg::timestamp("2024-01-01 00:00:00"), .total = money("4.95")},
            {.id = 2, .customer_id = 2, .invoice_date = pg::timestamp("2024-01-02 10:30:00"), .total = money("1.98")}});
        const auto sold = [](int id, int invoice, int track, int quantity) {
            return invoice_line{id, invoice, track, money("0.99"), quantity};
        };
        tx.insert(std::vector{sold(1, 1, 3, 1), sold(2, 1, 8, 2), sold(3, 1, 6, 2), sold(4, 2, 8, 1),
                              sold(5, 2, 1, 1)});
    });
}

/// The real shop, by PostgreSQL's own client: a dump holds what only that can read (COPY ... FROM stdin).
void open_real_shop(const std::string& file, const std::string& dsn) {
    auto psql = (pg::testing::find_server_binaries() / "psql").string();
    if (access(psql.c_str(), X_OK) != 0) psql = "psql";
    const char* words[] = {psql.c_str(), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f", file.c_str(),
                           dsn.c_str(), nullptr};
    pid_t process = 0;
    int status = 0;
    if (posix_spawnp(&process, psql.c_str(), nullptr, nullptr, const_cast<char**>(words), environ) != 0 ||
        waitpid(process, &status, 0) != process || status != 0)
        throw std::runtime_error("psql could not load " + file);
}

// ---- questions; each function takes a connection, be it a session, a lease of a pool or a transaction

/// Joins follow the foreign keys that the models declare.
void longest_tracks(pg::connection& db, const std::string& name) {
    std::cout << "The longest tracks of " << name << '\n';
    const auto query = pg::select(col<&track::name>, col<&album::title>, col<&track::milliseconds>)
                           .from(pg::model<track>)
                           .join(col<&track::album_id>)
                           .join(col<&album::artist_id>)
                           .where(col<&artist::name> == name)
                           .order_by(col<&track::milliseconds>.desc())
                           .limit(3);
    for (const auto& [title, of_album, milliseconds] : db.all(query))
        std::cout << "  " << title.str() << " (" << of_album.str() << "), " << milliseconds / 1'000 << " s\n";
}

/// One row per group; a column that can be NULL is a std::optional.
void customers_by_country(pg::connection& db) {
    std::cout << "Where our customers live\n";
    const auto query = pg::select(col<&customer::country>, pg::count())
                           .group_by(col<&customer::country>)
                           .order_by(pg::count().desc(), col<&customer::country>)
                           .limit(3);
    for (const auto& [country, number] : db.all(query))
        std::cout << "  " << (country ? country->str() : "nobody knows") << ": " << number << '\n';
}

/// SQL as text where that says it best; columns find their fields by name, and types are checked all the same.
void top_artists(pg::connection& db) {
    struct earning {
        std::string artist;
        std::int64_t sold;
        money revenue;
    };
    std::cout << "Artists by revenue\n";
    for (const auto& each : db.all<earning>("select artist.name as artist, sum(line.quantity) as sold, "
                                            "       sum(line.unit_price * line.quantity) as revenue "
                                            "from invoice_line as line "
                                            "join track using (track_id) join album using (album_id) "
                                            "join artist using (artist_id) "
                                            "group by artist.artist_id order by revenue desc, artist limit $1",
                                            3))
        std::cout << "  " << each.artist << ": " << each.revenue.to_string() << " for " << each.sold << " tracks\n";
}

/// Either the playlist is there with all of its tracks, or nothing is.
playlist make_playlist(pg::connection& db, const char* name, int least_milliseconds) {
    return db.transaction([&](pg::transaction& tx) {
        // These tables number nothing themselves: two programs must not take the same number.
        tx.execute("lock table playlist in exclusive mode");
        const int id = tx.scalar<int>("select coalesce(max(playlist_id), 0) + 1 from playlist");
        const auto made = tx.insert(playlist{id, name});
        std::vector<playlist_track> members;
        const auto long_enough = pg::select(col<&track::id>).where(col<&track::milliseconds> >= least_milliseconds);
        for (const int track_id : tx.all(long_enough))
            members.push_back({id, track_id});
        tx.insert(std::move(members));
        return made;
    });
}

void make_a_mistake(pg::connection& db, const playlist& list) {
    const auto query = pg::select<playlist_track>().where(col<&playlist_track::playlist_id> == list.id);
    const auto first = db.first(query);
    if (!first) return;
    try {
        db.insert(*first);
    } catch (const pg::unique_violation& failure) {
        std::cout << "  no track twice: " << failure.field() << " (" << failure.constraint() << ")\n";
    }
}

void run(const char* dump) {
    pg::testing::server server;
    const std::string dsn = server.connection_string();
    if (dump) open_real_shop(dump, dsn);

    pg::session db{dsn};
    db.create_all(models);  // does nothing where the tables are there
    if (!dump) open_small_shop(db);

    std::cout << db.count<track>() << " tracks of " << db.count<artist>() << " artists\n";
    if (const auto found = db.find<artist>(1)) longest_tracks(db, found->name ? found->name->str() : "");
    customers_by_country(db);
    top_artists(db);

    auto list = make_playlist(db, "Long", 6 * 60'000);
    list.name = "Very long";
    db.update<&playlist::name>(list);
    const auto members = pg::select<playlist_track>().where(col<&playlist_track::playlist_id> == list.id);
    std::cout << "Playlist " << list.id << ", " << list.name->str() << ": " << db.count(members) << " tracks\n";
    make_a_mistake(db, list);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        run(argc > 1 ? argv[1] : nullptr);
    } catch (const std::exception& failure) {
        std::cerr << "chinook: " << failure.what() << '\n';
        return 1;
    }
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A new release of a service whose tables have changed: its migrations are part of the program, and whichever of its
// instances comes first runs them. It starts a PostgreSQL server of its own, which is gone when the program ends.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/testing.hpp>

#include <deploy_migrations.hpp>

#include <atomic>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace pg = pgmodel;
using pg::col;

struct product {
    std::int64_t id{};
    std::string name{};
    pg::numeric<10, 2> price{};
    std::optional<pg::timestamptz> discontinued_at{};

    static constexpr auto table() {
        using p = product;
        return pg::table("products", pg::field<&p::id>.primary_key().identity(),
                         pg::index(pg::lower(col<&p::name>)).named("products_by_name"),
                         pg::check(col<&p::price> >= 0).named("products_price_check"));
    }
};
constexpr pg::registry<product> shop{};

void show(pg::session& db) {
    for (const auto& each : pg::migrate::status(db, deploy_migrations)) std::cout << "    " << each << '\n';
}

void tour(const std::string& dsn) {
    pg::session db{dsn};
    std::cout << "The release that is there knows the first migration only\n";
    pg::migrate::up(db, deploy_migrations, {.to = 1});
    db.execute("insert into products (name, price) values ('Anvil', 99.5), ('Feather', -1)");
    show(db);

    std::cout << "Four instances of the new one start at once\n";
    std::atomic<std::size_t> applied{0};
    std::vector<pg::migrate::up_result> results(4);
    std::vector<std::thread> instances;
    for (auto& result : results)
        instances.emplace_back([&] {
            pg::session own{dsn};
            result = pg::migrate::up(own, shop, deploy_migrations);
            applied += result.applied.size();
        });
    for (auto& each : instances) each.join();
    std::cout << "    " << applied << " migrations have run\n";
    if (const auto& found = results[0].differences; !found.empty()) throw pg::schema_mismatch(to_string(found.front()));
    show(db);
    for (const product& p : db.all(pg::select<product>().order_by(col<&product::name>)))
        std::cout << "    " << p.name << ": " << p.price.to_string() << '\n';

    std::cout << "The release is taken back\n";
    for (const auto& each : pg::migrate::down(db, deploy_migrations, {.to = 1})) std::cout << "    back: " << each.name << '\n';
    std::cout << "What a DBA would run in its place\n" << pg::migrate::pending_sql(db, deploy_migrations, {.to = 2});
}

}  // namespace

int main() {
    try {
        pg::testing::server server;
        tour(server.connection_string());
        return 0;
    } catch (const pg::error& e) {
        std::cerr << "deploy: " << e.what() << '\n';
        return 1;
    }
}

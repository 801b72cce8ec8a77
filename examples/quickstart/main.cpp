// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A tour of pgmodel on a blog with authors and articles. It starts a PostgreSQL server of its own, which is gone when the
// program ends; give a connection string as the argument to use another one (the tables are dropped and made there).

#include "blog.hpp"

#include <pgmodel/testing.hpp>

#include <iostream>

namespace {

void title(const char* text) { std::cout << "\n--- " << text << "\n\n"; }

void show_statement(const pg::logged_statement& s) {
    std::cout << "    sql> " << s.sql << "\n         (" << s.rows << " rows, " << s.duration.count() << " us)\n";
}

void tour(const std::string& dsn) {
    title("The tables of two structs, as pgmodel writes them (no server needed for that)");
    std::cout << pg::create_script(blog);

    pg::session db{pg::options{.dsn = dsn}};
    db.drop_all(blog);
    db.create_all(blog);                                     // what is missing, in foreign-key order
    std::cout << "\nThe tables are made. From here on each statement is printed as it runs.\n";
    pg::session logged{pg::options{.dsn = dsn, .log = show_statement}};

    title("Insert: the row comes back with what the server has filled in");
    auto ada = logged.insert(author{.name = "Ada"});
    auto a = logged.insert(article{.author_id = ada.id, .title = "Plain structs", .tags = {"c++", "orm"}});
    std::cout << "author " << ada.name << " has got the id " << ada.id << "\narticle \"" << a.title.str() << "\" was created at "
              << a.created_at.to_string() << "\n";

    title("Insert many rows with one statement, whatever their number");
    std::vector<article> more;
    for (int i = 1; i <= 100; ++i)
        more.push_back({.author_id = ada.id, .title = "Macros, part " + std::to_string(i), .tags = {"macro"}});
    more = logged.insert(std::move(more));
    std::cout << "100 articles with the ids " << more.front().id << " to " << more.back().id << "\n";

    title("Select: conditions are C++ expressions; a wrong column or type does not compile");
    auto drafts = logged.all(pg::select<article>()           // std::vector<article>
                                 .where(col<&article::state> == status::draft && col<&article::tags>.contains("c++"))
                                 .order_by(col<&article::created_at>.desc())
                                 .limit(10));
    for (const article& draft : drafts) std::cout << "draft: " << draft.title.str() << "\n";

    title("Text search: the index and the query share one expression");
    auto found = logged.all(pg::select<article>().where(article::search().matches(pg::websearch<"english">("plain -macro"))));
    for (const article& hit : found) std::cout << "found: " << hit.title.str() << "\n";

    title("Join along the declared foreign key, and group");
    for (auto [name, n] : logged.all(pg::select(col<&author::name>, pg::count())      // std::string, std::int64_t
                                         .from(pg::model<author>)
                                         .join(col<&article::author_id>)              // the declared foreign key
                                         .group_by(col<&author::name>)))
        std::cout << name << " has written " << n << " articles\n";

    title("A transaction: run again as a whole when it conflicts with another one");
    logged.transaction([&](pg::transaction& tx) {
        a.state = status::published;
        tx.update<&article::state>(a);                       // this column only; updated_at = now() comes back into a
    });
    std::cout << "published and updated at " << a.updated_at.value().to_string() << "\n";

    title("Raw SQL, with the same checks of types");
    struct report {
        std::string name;
        std::int64_t articles;
    };
    auto rows = logged.all<report>("select name, count(*) as articles from authors join articles on author_id = authors.id "
                                   "where state = $1 group by name", status::published);
    for (const report& r : rows) std::cout << r.name << " has published " << r.articles << "\n";

    title("Errors are typed, and know the field");
    try {
        db.insert(author{.name = "Ada"});
    } catch (const pg::unique_violation& e) {
        std::cout << e.what() << "\n    SQLSTATE " << e.sqlstate().code() << ", constraint " << e.constraint() << ", field "
                  << e.field() << "\n";
    }
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc > 1) {
            tour(argv[1]);
        } else {
            std::cout << "Starting a private PostgreSQL server ...\n";
            pg::testing::server server;
            tour(server.connection_string());
        }
        return 0;
    } catch (const pg::error& e) {
        std::cerr << "quickstart: " << e.what() << "\n";
        return 1;
    }
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The migrations that it carries are those of the directory.

#include <app_carried_migrations.hpp>
#include <no_files.hpp>

#include <pgmodel/migrate/read_migrations.hpp>
#include <pgmodel/migrate/script_files.hpp>

#include <cstddef>
#include <iostream>
#include <span>

int main() {
    const auto files = pgmodel::migrate::read_scripts(MIGRATIONS);
    const std::span<const pgmodel::migrate::script> embedded = app_carried_migrations;
    bool same = files.size() == embedded.size() && shop::sql::files.empty();
    for (std::size_t i = 0; same && i < files.size(); ++i)
        same = files.data()[i].file == embedded[i].file && pgmodel::migrate::detail::normalised_text(files.data()[i].text) ==
                                                               pgmodel::migrate::detail::normalised_text(embedded[i].text);
    std::cout << embedded.size() << " migrations" << (same ? "" : ", which are not those of the directory") << '\n';
    return same ? 0 : 1;
}

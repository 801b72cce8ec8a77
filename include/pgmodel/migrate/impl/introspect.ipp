// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/migrate/introspect.hpp>
#include <pgmodel/migrate/read_database.hpp>
#include <pgmodel/session/transaction.hpp>

#include <utility>

namespace pgmodel::migrate {
namespace detail {

template <class = pgmodel::detail::when_used>
introspection read_whole(connection& db, const introspect_options& wanted) {
    reading all{db, wanted, true};
    schema::database found = read_database(all);
    return {std::move(found), std::move(all.unsupported)};
}

}  // namespace detail

PGMODEL_BODY
introspection introspect(connection& db, const introspect_options& wanted) {
    if (db.in_transaction()) return detail::read_whole(db, wanted);
    scoped_transaction snapshot{db, {.level = isolation::repeatable_read, .read_only = true}};
    introspection found = detail::read_whole(snapshot, wanted);
    snapshot.commit();
    return found;
}

}  // namespace pgmodel::migrate

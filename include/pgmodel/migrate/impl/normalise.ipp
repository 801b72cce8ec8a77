// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/migrate/normalise.hpp>
#include <pgmodel/migrate/scratch_place.hpp>
#include <pgmodel/schema/ddl.hpp>
#include <pgmodel/session/transaction.hpp>

namespace pgmodel::migrate {
namespace detail {

template <class = pgmodel::detail::when_used>
schema::database read_scratch(connection& db, const schema::database& model) {
    scratch_place scratch{db};
    const schema::database moved = scratch.moved(model);
    scratch.begin();
    for (const auto& statement : schema::create_statements(moved)) db.execute_script(statement);
    return scratch.read(model);
}

}  // namespace detail

PGMODEL_BODY
schema::database normalise(connection& db, const schema::database& model) {
    scoped_transaction undone{db};
    return detail::read_scratch(undone, model);
}

}  // namespace pgmodel::migrate

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/impl/create.ipp>
#include <pgmodel/session/is_current.hpp>

#include <cstddef>

namespace pgmodel::detail {

PGMODEL_BODY
bool has_objects_of(channel& c, const schema::database& db) {
    object_search<> search(c);
    want_objects(search, db);
    search.look();
    return search.all_found();
}

PGMODEL_BODY
bool has_columns_of(channel& c, const model_view* const* models, std::size_t count) {
    try {
        for (std::size_t i = 0; i < count; ++i)
            if (models[i]) c.compare_table({&fields_of_view, models[i]});
        return true;
    } catch (const schema_mismatch&) {
        return false;
    } catch (const server_error& failure) {
        if (failure.sqlstate() != "42809") throw;  // an index or a type has the table's name
        return false;
    }
}

}  // namespace pgmodel::detail

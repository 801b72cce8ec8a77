// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only a model that is a materialized view can be refreshed; declare it by pgmodel::materialized_view()
#include "../models.hpp"

#include <pgmodel/objects.hpp>
#include <pgmodel/session/materialized_view.hpp>

struct active {
    std::int64_t id{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::view("active", pg::select(col<&person::id>));
#else
        return pg::materialized_view("active", pg::select(col<&person::id>));
#endif
    }
};

void use(pg::connection& db) { pg::refresh_materialized_view(db, pg::model<active>); }

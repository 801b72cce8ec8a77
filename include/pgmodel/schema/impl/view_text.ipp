// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/view_text.hpp>

#include <string>

namespace pgmodel::schema {

PGMODEL_BODY
std::string create_view(const view& v) {
    std::string out =
        (v.materialized ? "create materialized view " : "create view ") + detail::qualified(v.schema, v.name);
    out += detail::method_clause(v.access_method) + detail::with_clause(v.parameters) +
           detail::tablespace_clause(" tablespace ", v.tablespace) + " as " + v.query;
    return out + (v.with_data ? "" : " with no data");
}
PGMODEL_BODY
std::string drop_view(const view& v) {
    return (v.materialized ? "drop materialized view if exists " : "drop view if exists ") +
           detail::qualified(v.schema, v.name);
}

}  // namespace pgmodel::schema

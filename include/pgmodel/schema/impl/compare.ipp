// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/compare.hpp>
#include <pgmodel/schema/compare_tables.hpp>

#include <utility>
#include <vector>

namespace pgmodel::schema {

PGMODEL_BODY
std::vector<difference> compare(const database& expected, const database& found, const compare_options& options) {
    detail::comparer out{options};
    detail::compare_objects(out, object_kind::extension, expected.extensions, found.extensions);
    detail::compare_objects(out, object_kind::enumeration, expected.enumerations, found.enumerations);
    detail::compare_objects(out, object_kind::domain, expected.domains, found.domains);
    detail::compare_objects(out, object_kind::composite, expected.composites, found.composites);
    detail::compare_objects(out, object_kind::range, expected.ranges, found.ranges);
    detail::compare_objects(out, object_kind::schema_comment, expected.schemas, found.schemas);
    detail::compare_objects(out, object_kind::sequence, expected.sequences, found.sequences);
    detail::compare_functions(out, object_kind::function, expected.functions, found.functions);
    detail::compare_functions(out, object_kind::aggregate, expected.aggregates, found.aggregates);
    detail::compare_objects(out, object_kind::table, expected.tables, found.tables,
                            [&out](const table& e, const table& f) { detail::compare_tables(out, e, f); });
    detail::compare_objects(out, object_kind::view, expected.views, found.views,
                            [&out](const view& e, const view& f) { detail::compare_views(out, e, f); });
    detail::compare_objects(out, object_kind::grant, expected.grants, found.grants);
    return std::move(out.differences);
}

PGMODEL_BODY
std::vector<difference> compare(const table& expected, const table& found, const compare_options& options) {
    detail::comparer out{options};
    detail::compare_tables(out, expected, found);
    return std::move(out.differences);
}

}  // namespace pgmodel::schema

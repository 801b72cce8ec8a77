// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Everything that an application needs. A model with a JSON field includes <nlohmann/json.hpp> as well; helpers for
// tests are in <pgmodel/testing.hpp>.
#pragma once

// Headers that hold sentences for the compiler are named here, each before the headers that need it: what a compiler
// says of an error begins with the way by which it has come to the header, and should be short.
// clang-format off
#include <pgmodel/core.hpp>
#include <pgmodel/reflect/aggregate.hpp>
#include <pgmodel/reflect/fields.hpp>
#include <pgmodel/types/enumerators.hpp>
#include <pgmodel/types/enumeration.hpp>
#include <pgmodel/types/domain.hpp>
#include <pgmodel/types/composite_type.hpp>
#include <pgmodel/types.hpp>
#include <pgmodel/expression/misused_members.hpp>
#include <pgmodel/expression/operand.hpp>
#include <pgmodel/expression/server_type.hpp>
#include <pgmodel/expression/operators.hpp>
#include <pgmodel/expression/subquery.hpp>
#include <pgmodel/expression/members.hpp>
#include <pgmodel/expression/argument.hpp>
#include <pgmodel/expression/assignment.hpp>
#include <pgmodel/expression/column.hpp>
#include <pgmodel/expression/alias.hpp>
#include <pgmodel/expression/key_list.hpp>
#include <pgmodel/expression/window.hpp>
#include <pgmodel/expression/aggregate_call.hpp>
#include <pgmodel/expression/containment.hpp>
#include <pgmodel/expression/subscript.hpp>
#include <pgmodel/expression/functions.hpp>
#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/cast.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/math.hpp>
#include <pgmodel/expression/text.hpp>
#include <pgmodel/model/storage_parameter.hpp>
#include <pgmodel/model/column_places.hpp>
#include <pgmodel/model/options.hpp>
#include <pgmodel/model/column_details.hpp>
#include <pgmodel/model/field.hpp>
#include <pgmodel/model/constraints.hpp>
#include <pgmodel/model/domain.hpp>
#include <pgmodel/model/index.hpp>
#include <pgmodel/model/exclusion.hpp>
#include <pgmodel/model/table_items.hpp>
#include <pgmodel/model/table.hpp>
#include <pgmodel/model/embedded.hpp>
#include <pgmodel/model/rebase.hpp>
#include <pgmodel/model/places.hpp>
#include <pgmodel/model/facts.hpp>
#include <pgmodel/model/item_checks.hpp>
#include <pgmodel/model/faults.hpp>
#include <pgmodel/model/checks.hpp>
#include <pgmodel/query/text.hpp>
#include <pgmodel/query/arguments.hpp>
#include <pgmodel/query/row.hpp>
#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/sources.hpp>
#include <pgmodel/query/joins.hpp>
#include <pgmodel/query/into.hpp>
#include <pgmodel/query/grouping.hpp>
#include <pgmodel/query/select_checks.hpp>
#include <pgmodel/query/aggregate_level.hpp>
#include <pgmodel/query/select_parts.hpp>
#include <pgmodel/query/misused_calls.hpp>
#include <pgmodel/expression/part_assignment.hpp>
#include <pgmodel/expression/row_assignment.hpp>
#include <pgmodel/query/set_list.hpp>
#include <pgmodel/query/returning.hpp>
#include <pgmodel/query/insert_rows.hpp>
#include <pgmodel/query/insert_select.hpp>
#include <pgmodel/query/conflict_target.hpp>
#include <pgmodel/query/on_conflict.hpp>
#include <pgmodel/query/insert_into.hpp>
#include <pgmodel/query/set_operation.hpp>
#include <pgmodel/query/select_query.hpp>
#include <pgmodel/query/subquery.hpp>
#include <pgmodel/query/select.hpp>
#include <pgmodel/query/changed_rows.hpp>
#include <pgmodel/query/update.hpp>
#include <pgmodel/query/delete_from.hpp>
#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/with.hpp>
#include <pgmodel/query/page.hpp>
#include <pgmodel/query/raw.hpp>
#include <pgmodel/session/connection_features.hpp>
#include <pgmodel/session/connection.hpp>

#include <pgmodel/expression.hpp>
#include <pgmodel/model.hpp>
#include <pgmodel/query.hpp>
#include <pgmodel/reflect.hpp>
#include <pgmodel/schema.hpp>
#include <pgmodel/session.hpp>
#include <pgmodel/version.hpp>
// clang-format on

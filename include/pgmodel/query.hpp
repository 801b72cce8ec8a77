// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/query/arguments.hpp>
#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/conflict_target.hpp>
#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/foreign_keys.hpp>
#include <pgmodel/query/grouping.hpp>
#include <pgmodel/query/insert.hpp>
#include <pgmodel/query/insert_into.hpp>
#include <pgmodel/query/insert_many.hpp>
#include <pgmodel/query/insert_rows.hpp>
#include <pgmodel/query/insert_select.hpp>
#include <pgmodel/query/into.hpp>
#include <pgmodel/query/joins.hpp>
#include <pgmodel/query/lent_insert.hpp>
#include <pgmodel/query/locking.hpp>
#include <pgmodel/query/model_view.hpp>
#include <pgmodel/query/on_conflict.hpp>
#include <pgmodel/query/raw.hpp>
#include <pgmodel/query/returning.hpp>
#include <pgmodel/query/row.hpp>
#include <pgmodel/query/select.hpp>
#include <pgmodel/query/select_checks.hpp>
#include <pgmodel/query/select_list.hpp>
#include <pgmodel/query/select_parts.hpp>
#include <pgmodel/query/select_query.hpp>
#include <pgmodel/query/set_list.hpp>
#include <pgmodel/query/set_operation.hpp>
#include <pgmodel/query/sources.hpp>
#include <pgmodel/query/statement_shape.hpp>
#include <pgmodel/query/subquery.hpp>
#include <pgmodel/query/text.hpp>
#include <pgmodel/query/with.hpp>

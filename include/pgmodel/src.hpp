// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The functions of the library that no template argument of yours changes, for one source file of a program whose other
// files only declare them: all are compiled with PGMODEL_SEPARATE_COMPILATION, and one of them is this line.
//
//     #include <pgmodel/src.hpp>
#pragma once

#include <pgmodel/core/compiler.hpp>

#ifndef PGMODEL_SEPARATE_COMPILATION
#error                                                                                                                 \
    "pgmodel: <pgmodel/src.hpp> is for separate compilation; define PGMODEL_SEPARATE_COMPILATION for the whole program"
#endif

#include <pgmodel/expression/impl/operand.ipp>
#include <pgmodel/model/impl/violation.ipp>
#include <pgmodel/query/impl/bind.ipp>
#include <pgmodel/query/impl/insert.ipp>
#include <pgmodel/query/impl/model_view.ipp>
#include <pgmodel/query/impl/row.ipp>
#include <pgmodel/query/impl/select_parts.ipp>
#include <pgmodel/query/impl/statement_shape.ipp>
#include <pgmodel/query/impl/value_writer.ipp>
#include <pgmodel/schema/impl/column_text.ipp>
#include <pgmodel/schema/impl/comment_text.ipp>
#include <pgmodel/schema/impl/constraint_text.ipp>
#include <pgmodel/schema/impl/ddl.ipp>
#include <pgmodel/schema/impl/describe_parts.ipp>
#include <pgmodel/schema/impl/describe_sequence.ipp>
#include <pgmodel/schema/impl/describe_type.ipp>
#include <pgmodel/schema/impl/function_text.ipp>
#include <pgmodel/schema/impl/names.ipp>
#include <pgmodel/schema/impl/object_order.ipp>
#include <pgmodel/schema/impl/partition_text.ipp>
#include <pgmodel/schema/impl/policy_text.ipp>
#include <pgmodel/schema/impl/statistics_text.ipp>
#include <pgmodel/schema/impl/text_parts.ipp>
#include <pgmodel/schema/impl/trigger_text.ipp>
#include <pgmodel/schema/impl/type_text.ipp>
#include <pgmodel/schema/impl/view_text.ipp>
#include <pgmodel/session/impl/connection.ipp>
#include <pgmodel/session/impl/copy_rows.ipp>
#include <pgmodel/session/impl/create.ipp>
#include <pgmodel/session/impl/get_or_insert.ipp>
#include <pgmodel/session/impl/is_current.ipp>
#include <pgmodel/session/impl/notifications.ipp>
#include <pgmodel/session/impl/partitions.ipp>
#include <pgmodel/session/impl/pool.ipp>
#include <pgmodel/session/impl/run.ipp>
#include <pgmodel/session/impl/session.ipp>
#include <pgmodel/session/impl/stream.ipp>
#include <pgmodel/session/impl/transaction.ipp>
#include <pgmodel/session/impl/upsert_many.ipp>
#include <pgmodel/types/impl/array_head.ipp>
#include <pgmodel/types/impl/calendar.ipp>
#include <pgmodel/types/impl/copied_text.ipp>
#include <pgmodel/types/impl/json.ipp>
#include <pgmodel/types/impl/json_document.ipp>
#include <pgmodel/types/impl/numeric.ipp>
#include <pgmodel/types/impl/utf8.ipp>
#include <pgmodel/types/impl/varchar.ipp>
#include <pgmodel/types/impl/wire.ipp>

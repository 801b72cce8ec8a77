// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/compiler.hpp>
#include <pgmodel/expression/aggregate_call.hpp>
#include <pgmodel/expression/aggregates.hpp>
#include <pgmodel/expression/alias.hpp>
#include <pgmodel/expression/argument.hpp>
#include <pgmodel/expression/assignment.hpp>
#include <pgmodel/expression/cast.hpp>
#include <pgmodel/expression/column.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/containment.hpp>
#include <pgmodel/expression/expression.hpp>
#include <pgmodel/expression/frame.hpp>
#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/functions.hpp>
#include <pgmodel/expression/key_list.hpp>
#include <pgmodel/expression/literal.hpp>
#include <pgmodel/expression/math.hpp>
#include <pgmodel/expression/members.hpp>
#include <pgmodel/expression/nodes.hpp>
#include <pgmodel/expression/operand.hpp>
#include <pgmodel/expression/operators.hpp>
#include <pgmodel/expression/ordering.hpp>
#include <pgmodel/expression/part_assignment.hpp>
#include <pgmodel/expression/pattern.hpp>
#include <pgmodel/expression/server_type.hpp>
#include <pgmodel/expression/subquery.hpp>
#include <pgmodel/expression/subscript.hpp>
#include <pgmodel/expression/text.hpp>
#include <pgmodel/expression/text_search.hpp>
#include <pgmodel/expression/window.hpp>
#include <pgmodel/expression/window_functions.hpp>

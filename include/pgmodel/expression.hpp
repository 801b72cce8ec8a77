// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/expression/column.hpp>
#include <pgmodel/expression/expression.hpp>
#include <pgmodel/expression/functions.hpp>
#include <pgmodel/expression/literal.hpp>
#include <pgmodel/expression/members.hpp>
#include <pgmodel/expression/nodes.hpp>
#include <pgmodel/expression/operand.hpp>
#include <pgmodel/expression/operators.hpp>
#include <pgmodel/expression/ordering.hpp>
#include <pgmodel/expression/text_search.hpp>

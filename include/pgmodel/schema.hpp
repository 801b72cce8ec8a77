// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/compiler.hpp>
#include <pgmodel/schema/column_text.hpp>
#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/constraint_text.hpp>
#include <pgmodel/schema/ddl.hpp>
#include <pgmodel/schema/describe.hpp>
#include <pgmodel/schema/function.hpp>
#include <pgmodel/schema/function_text.hpp>
#include <pgmodel/schema/names.hpp>
#include <pgmodel/schema/object_order.hpp>
#include <pgmodel/schema/parts.hpp>
#include <pgmodel/schema/policy.hpp>
#include <pgmodel/schema/policy_text.hpp>
#include <pgmodel/schema/sequence.hpp>
#include <pgmodel/schema/text_parts.hpp>
#include <pgmodel/schema/trigger.hpp>
#include <pgmodel/schema/trigger_text.hpp>
#include <pgmodel/schema/type_text.hpp>
#include <pgmodel/schema/values.hpp>

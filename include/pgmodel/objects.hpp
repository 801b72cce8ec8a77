// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a schema holds beside tables: views, stored functions, triggers, row-level security, grants and extensions. No
// part of <pgmodel.hpp>, which stays smaller for those who need none of it.
#pragma once

// First what holds sentences for the compiler: see <pgmodel.hpp>.
// clang-format off
#include <pgmodel/core/compiler.hpp>
#include <pgmodel/model/policy.hpp>
#include <pgmodel/model/stored_function.hpp>
#include <pgmodel/model/trigger.hpp>
#include <pgmodel/model/view.hpp>

#include <pgmodel/model/grant.hpp>
#include <pgmodel/model/objects.hpp>
#include <pgmodel/model/rule.hpp>
#include <pgmodel/model/statistics.hpp>
#include <pgmodel/schema/describe_objects.hpp>
// clang-format on

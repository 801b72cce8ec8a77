// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Everything that an application needs. A model with a JSON field includes <nlohmann/json.hpp> as well; helpers for tests
// are in <pgmodel/testing.hpp>.
#pragma once

#include <pgmodel/core.hpp>
#include <pgmodel/expression.hpp>
#include <pgmodel/model.hpp>
#include <pgmodel/query.hpp>
#include <pgmodel/reflect.hpp>
#include <pgmodel/schema.hpp>
#include <pgmodel/session.hpp>
#include <pgmodel/types.hpp>
#include <pgmodel/version.hpp>

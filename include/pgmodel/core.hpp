// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/compiler.hpp>
#include <pgmodel/core/error.hpp>
#include <pgmodel/core/fixed_string.hpp>
#include <pgmodel/core/identifier.hpp>
#include <pgmodel/core/never.hpp>
#include <pgmodel/core/pack.hpp>
#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/core/sqlstate.hpp>
#include <pgmodel/core/tagged.hpp>
#include <pgmodel/core/type_name.hpp>

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/compiler.hpp>
#include <pgmodel/reflect/aggregate.hpp>
#include <pgmodel/reflect/braces.hpp>
#include <pgmodel/reflect/fields.hpp>

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Typed JSON documents: `pg::jsonb<settings>` as a field, `pg::to_json` and `pg::from_json` for any struct.
#pragma once

// First: it holds sentences for the compiler, whose way to it should be short.
// clang-format off
#include <pgmodel/core/compiler.hpp>
#include <pgmodel/document/structure.hpp>
#include <pgmodel/document/jsonb.hpp>
#include <pgmodel/document/any_array.hpp>
#include <pgmodel/document/more_containers.hpp>
// clang-format on

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// What tests of programs that use pgmodel need: a private PostgreSQL server, and
/// a connection whose work is rolled back.
/// Not part of `<pgmodel.hpp>`.

#pragma once

#include <pgmodel/core/compiler.hpp>
#include <pgmodel/testing/rolled_back.hpp>
#include <pgmodel/testing/server.hpp>

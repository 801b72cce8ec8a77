// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// What tests of programs that use pgmodel need: a private PostgreSQL server.
/// Not part of `<pgmodel.hpp>`.

#pragma once

#include <pgmodel/testing/server.hpp>

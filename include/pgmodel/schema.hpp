// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/ddl.hpp>
#include <pgmodel/schema/describe.hpp>
#include <pgmodel/schema/names.hpp>
#include <pgmodel/schema/values.hpp>

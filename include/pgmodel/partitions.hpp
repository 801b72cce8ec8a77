// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Partitioned tables. No part of <pgmodel.hpp>, which stays smaller for those who have none.
#pragma once

// First what holds sentences for the compiler: see <pgmodel.hpp>.
// clang-format off
#include <pgmodel/core/compiler.hpp>
#include <pgmodel/model/partition.hpp>
#include <pgmodel/model/partition_checks.hpp>

#include <pgmodel/schema/describe_partition.hpp>
// clang-format on

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Live databases beside models. No part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/core/compiler.hpp>
#include <pgmodel/migrate/compare.hpp>
#include <pgmodel/migrate/introspect.hpp>
#include <pgmodel/migrate/normalise.hpp>
#include <pgmodel/schema/compare.hpp>

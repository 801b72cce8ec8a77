// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: from_json() has a header of its own; #include <pgmodel/query/json_changes.hpp>
#include "../models.hpp"

#include <pgmodel/query/changes.hpp>
#include <pgmodel/query/sort.hpp>

#ifndef PGMODEL_BAD
#include <pgmodel/query/json_changes.hpp>
#endif

auto read(std::string_view body) { return pg::changes<person>::from_json(body, pg::allow<&person::name>()); }

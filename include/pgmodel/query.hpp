// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/insert.hpp>
#include <pgmodel/query/insert_many.hpp>
#include <pgmodel/query/lent_insert.hpp>
#include <pgmodel/query/joins.hpp>
#include <pgmodel/query/model_view.hpp>
#include <pgmodel/query/raw.hpp>
#include <pgmodel/query/row.hpp>
#include <pgmodel/query/select.hpp>
#include <pgmodel/query/statement_shape.hpp>
#include <pgmodel/query/text.hpp>

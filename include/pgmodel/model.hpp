// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/compiler.hpp>
#include <pgmodel/model/checks.hpp>
#include <pgmodel/model/column_details.hpp>
#include <pgmodel/model/column_places.hpp>
#include <pgmodel/model/constraints.hpp>
#include <pgmodel/model/ddl_text.hpp>
#include <pgmodel/model/domain.hpp>
#include <pgmodel/model/embedded.hpp>
#include <pgmodel/model/exclusion.hpp>
#include <pgmodel/model/facts.hpp>
#include <pgmodel/model/field.hpp>
#include <pgmodel/model/immutable.hpp>
#include <pgmodel/model/index.hpp>
#include <pgmodel/model/item.hpp>
#include <pgmodel/model/item_checks.hpp>
#include <pgmodel/model/layout.hpp>
#include <pgmodel/model/mentioned.hpp>
#include <pgmodel/model/options.hpp>
#include <pgmodel/model/places.hpp>
#include <pgmodel/model/properties.hpp>
#include <pgmodel/model/rebase.hpp>
#include <pgmodel/model/reference.hpp>
#include <pgmodel/model/registry.hpp>
#include <pgmodel/model/sequence.hpp>
#include <pgmodel/model/sequence_request.hpp>
#include <pgmodel/model/storage_parameter.hpp>
#include <pgmodel/model/table.hpp>
#include <pgmodel/model/table_items.hpp>
#include <pgmodel/model/violation.hpp>

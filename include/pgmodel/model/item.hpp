// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What may stand in a table's declaration.
#pragma once

#include <pgmodel/core/tagged.hpp>

namespace pgmodel::detail {

/// The base of everything that `pgmodel::table(...)` takes.
struct item_tag {};
template <class T>
concept declaration_item = tagged<T, item_tag>;

/// The base of what belongs to a table or view beside it: triggers, policies, grants (see <pgmodel/objects.hpp>).
struct object_tag : item_tag {};

struct nothing_said {};

/// The base of what says how a table, or a partition, is partitioned.
struct partitioning_tag {};
template <class T>
concept partitioning_declaration = tagged<T, partitioning_tag>;

}  // namespace pgmodel::detail

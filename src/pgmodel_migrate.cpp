// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// All that the library pgmodel::compiled_migrate adds to pgmodel::compiled.

#include <pgmodel/migrate_src.hpp>

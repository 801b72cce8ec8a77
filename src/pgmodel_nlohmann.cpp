// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// All that the library pgmodel::compiled_nlohmann adds to pgmodel::compiled.

#include <pgmodel/nlohmann_src.hpp>

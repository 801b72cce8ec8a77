// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// All of the library pgmodel::compiled.

#include <pgmodel/src.hpp>

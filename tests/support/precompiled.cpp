// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Nothing but what is precompiled.

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Text that is looked at while it is copied, for many rows: it is in the processor's registers once. Not part of
// <pgmodel.hpp>.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel::detail {

/// Copies text to where there is room for it. Throws `encode_error` for text that PostgreSQL would refuse, when it may
/// have been copied.
void copy_text(char* to, std::string_view text);

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/types/impl/copied_text.ipp>
#endif

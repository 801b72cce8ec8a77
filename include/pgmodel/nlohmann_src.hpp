// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// As <pgmodel/src.hpp>, for programs whose models include <pgmodel/types/nlohmann.hpp>: this line in one source file.
//
//     #include <pgmodel/nlohmann_src.hpp>
#pragma once

#include <pgmodel/core/compiler.hpp>

#ifndef PGMODEL_SEPARATE_COMPILATION
#error "pgmodel: <pgmodel/nlohmann_src.hpp> is for separate compilation; define PGMODEL_SEPARATE_COMPILATION everywhere"
#endif

#include <pgmodel/types/nlohmann.hpp>

template class nlohmann::basic_json<>;

namespace pgmodel::detail {

template void read_document(json_reader&, nlohmann::json&);
template void write_document(json_writer&, const nlohmann::json&);

}  // namespace pgmodel::detail

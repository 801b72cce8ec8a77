// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Fields of nlohmann::json in programs of many files: `#include <pgmodel/types/nlohmann.hpp>` in place of
// <nlohmann/json.hpp>. Compiled separately, no file but the one with <pgmodel/nlohmann_src.hpp> makes the functions of
// such documents: their copies and destructors, dump(), what sends and reads them. Else it is that header, no more.
#pragma once

#include <pgmodel/types/json.hpp>

#include <nlohmann/json.hpp>

#ifdef PGMODEL_SEPARATE_COMPILATION

extern template class nlohmann::basic_json<>;

namespace pgmodel::detail {

extern template void read_document(json_reader&, nlohmann::json&);
extern template void write_document(json_writer&, const nlohmann::json&);

}  // namespace pgmodel::detail

#endif

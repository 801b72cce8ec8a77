// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// jsonpath: a path into a JSON document, unparsed. `#include <pgmodel/types/jsonpath.hpp>`
#pragma once

#include <pgmodel/types/document_text.hpp>

#include <string>

namespace pgmodel {

/// The text of a path, empty by default, which the server refuses. It returns the path in its own spelling:
/// `$.a[*]` comes back as `$."a"[*]`; it has no `=` for paths.
class jsonpath : public detail::document_text<jsonpath> {
public:
    using document_text::document_text;
};

template <>
struct codec<jsonpath> : detail::versioned_document_codec<jsonpath> {
    static constexpr type_ref type{4072, "jsonpath"};
    static constexpr type_ref array_type{4073, "jsonpath[]"};
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::jsonpath> : pgmodel::detail::document_hash<pgmodel::jsonpath> {};

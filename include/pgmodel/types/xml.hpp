// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// xml: a document or a part of one, unparsed. `#include <pgmodel/types/xml.hpp>`
#pragma once

#include <pgmodel/types/document_text.hpp>

#include <string>

namespace pgmodel {

/// The text of a document or a part of one, empty by default; the server checks it when it arrives (2200N). It has no
/// `=` for xml, and returns a document's declaration without its encoding.
class xml : public detail::document_text<xml> {
public:
    using document_text::document_text;
};

template <>
struct codec<xml> : detail::plain_document_codec<xml> {
    static constexpr type_ref type{142, "xml"};
    static constexpr type_ref array_type{143, "xml[]"};
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::xml> : pgmodel::detail::document_hash<pgmodel::xml> {};

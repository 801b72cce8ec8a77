// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// citext: text that the server compares without case; needs the extension of that name.
// `#include <pgmodel/types/citext.hpp>`
#pragma once

#include <pgmodel/types/document_text.hpp>

#include <string>

namespace pgmodel {

/// Text whose case the server ignores when it compares, by the rules of its locale. C++ has not those rules: here `==`
/// compares the characters.
class citext : public detail::document_text<citext> {
public:
    using document_text::document_text;
};

template <>
struct codec<citext> : detail::plain_document_codec<citext> {
    static constexpr type_ref type{0, "citext"};
    static constexpr type_ref array_type{0, "citext[]"};
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::citext> : pgmodel::detail::document_hash<pgmodel::citext> {};

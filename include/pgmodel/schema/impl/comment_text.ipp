// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

PGMODEL_BODY
std::string comment_on(const std::string& object, const std::string& comment) {
    std::string out = "comment on " + object + " is ";
    if (comment.empty()) return out + "null";
    quote_literal(comment, out);
    return out;
}

namespace detail {

PGMODEL_BODY
void add_comment(const std::string& object, const std::string& comment, std::vector<std::string>& out) {
    if (!comment.empty()) out.push_back(comment_on(object, comment));
}

}  // namespace detail

}  // namespace pgmodel::schema

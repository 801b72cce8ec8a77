// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// ltree: a path of labels in a tree; needs the extension of that name. `#include <pgmodel/types/ltree.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/document_text.hpp>

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {

/// Labels joined by dots, `Top.Science.Astronomy`; the empty path, by default, is the root.
class ltree {
public:
    constexpr ltree() = default;
    /// Any text can be held; the server checks it when it arrives (which characters a label may have depends on its
    /// version).
    constexpr explicit ltree(std::string text) noexcept : text_(std::move(text)) {}

    constexpr const std::string& str() const& { return text_; }
    constexpr std::string str() && { return std::move(text_); }
    constexpr const std::string& to_string() const { return text_; }

    constexpr bool empty() const { return text_.empty(); }
    /// How many labels.
    constexpr std::size_t levels() const {
        std::size_t count = !text_.empty();
        for (char c : text_) count += c == '.';
        return count;
    }
    /// Also of itself, as the server's `@>`.
    constexpr bool is_ancestor_of(const ltree& other) const {
        return text_.empty() || other.text_ == text_ ||
               (other.text_.starts_with(text_) && other.text_[text_.size()] == '.');
    }
    /// Without the last label; of the root the root.
    constexpr ltree parent() const {
        const auto dot = text_.rfind('.');
        return ltree{dot == std::string::npos ? std::string{} : text_.substr(0, dot)};
    }
    friend constexpr ltree operator/(const ltree& above, std::string_view label) {
        std::string text = above.text_;
        if (!text.empty()) text.push_back('.');
        return ltree{text.append(label)};
    }

    constexpr bool operator==(const ltree&) const = default;
    /// As the server: label by label by their bytes, an ancestor first.
    friend constexpr std::strong_ordering operator<=>(const ltree& a, const ltree& b) {
        std::string_view mine = a.text_, theirs = b.text_;
        while (!mine.empty() && !theirs.empty()) {
            const auto label = mine.substr(0, mine.find('.')), other = theirs.substr(0, theirs.find('.'));
            if (label != other) return label <=> other;
            mine.remove_prefix(label.size() < mine.size() ? label.size() + 1 : label.size());
            theirs.remove_prefix(other.size() < theirs.size() ? other.size() + 1 : other.size());
        }
        return mine.size() <=> theirs.size();
    }

private:
    std::string text_{};
};

template <>
struct codec<ltree> : detail::versioned_document_codec<ltree> {
    static constexpr type_ref type{0, "ltree"};
    static constexpr type_ref array_type{0, "ltree[]"};
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::ltree> : pgmodel::detail::document_hash<pgmodel::ltree> {};

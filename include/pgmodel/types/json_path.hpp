// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Where in a document something is, for messages: `$.theme.colors[3]`. The frames live on the stack of those who read
// or write the document, so that a path costs nothing until it is asked for.
#pragma once

#include <pgmodel/core/when_used.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// One level of a document: an object at one of its keys, or an array at one of its elements.
class json_frame {
public:
    explicit json_frame(json_frame*& top) : top_(top), up_(top) { top = this; }
    json_frame(const json_frame&) = delete;
    ~json_frame() { top_ = up_; }

    static constexpr std::size_t in_object = ~std::size_t{0};
    std::size_t index = in_object;  ///< of an array's element
    std::string_view key{};

    std::size_t depth() const {
        std::size_t levels = 0;
        for (const json_frame* at = this; at; at = at->up_) ++levels;
        return levels;
    }
    /// `top` may be null: the whole document.
    template <class = when_used>
    static std::string path(const json_frame* top) {
        if (!top) return "$";
        std::string out = path(top->up_);
        if (top->index != in_object) return out + "[" + std::to_string(top->index) + "]";
        out += ".";
        return out.append(top->key);
    }

private:
    json_frame*& top_;
    json_frame* up_;
};

/// The deepest nesting that is read or written: more would let a document use up the stack.
inline constexpr std::size_t deepest_json = 512;

}  // namespace pgmodel::detail

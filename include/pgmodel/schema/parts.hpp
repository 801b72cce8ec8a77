// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Small values that schema values of every kind are made of.
#pragma once

#include <pgmodel/core/when_used.hpp>

#include <string>

namespace pgmodel::schema {
namespace detail {
using pgmodel::detail::when_used;
}

/// A name and its schema; without one the search path decides.
struct qualified_name {
    std::string schema{};
    std::string name{};

    bool empty() const { return name.empty(); }
    bool operator==(const qualified_name&) const = default;
};

/// A storage parameter, one of an operator class, or a setting: `fillfactor`, `70`. Without a value it is written
/// alone.
struct parameter {
    std::string name{};
    std::string value{};

    bool operator==(const parameter&) const = default;
};

}  // namespace pgmodel::schema

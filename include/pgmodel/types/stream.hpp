// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `operator<<` for every value type of the library that has a `to_string()`. The headers of single types include
// it; for the types of <pgmodel.hpp>: `#include <pgmodel/types/stream.hpp>`.
#pragma once

#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/hash.hpp>

#include <iosfwd>
#include <string>

namespace pgmodel {

/// Writes what `to_string()` says.
template <class Traits, class Value>
    requires requires(const Value& value) { value.to_string(); } && detail::has_codec<Value>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const Value& value) {
    return out << value.to_string();
}

}  // namespace pgmodel

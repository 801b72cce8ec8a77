// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `operator<<` for every value type of the library that has a text, and for any other type with a codec and a
// `to_string()`. The headers of single types include
// it; for the types of <pgmodel.hpp>: `#include <pgmodel/types/stream.hpp>`.
#pragma once

#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/hash.hpp>

#include <iosfwd>
#include <string>

namespace pgmodel {

/// Writes what `to_string()` says, or `str()` where there is only that.
template <class Traits, class Value>
    requires(
                requires(const Value& value) { value.to_string(); } || requires(const Value& value) { value.str(); }) &&
            detail::has_codec<Value>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const Value& value) {
    if constexpr (requires { value.to_string(); }) return out << value.to_string();
    else return out << value.str();
}

}  // namespace pgmodel

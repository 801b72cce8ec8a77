// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Parameters on their way out: texts and other values that are already bytes are sent from where they are, the rest is
// encoded into the connection's memory for them (value_writer.hpp). Where many types meet, values go by address, with a
// function made once per type: that keeps the code of a statement small.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/literal_text.hpp>
#include <pgmodel/query/statement_shape.hpp>
#include <pgmodel/query/value_writer.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace pgmodel::detail {

template <class T>
concept has_view = requires(const T& v) { codec<T>::view(v); };

/// How many bytes any value takes; 0: it must be asked.
template <class T>
constexpr std::size_t width_of() {
    if constexpr (requires { codec<T>::width; }) return codec<T>::width;
    else return 0;
}

/// A value as libpq is given it; null for NULL.
struct encoded_value {
    const char* bytes = nullptr;
    std::size_t size = 0;
};

/// Where nobody knows the type of a value any more.
using encode_function = encoded_value (*)(const void* value, value_writer& out);

/// `out` is written to unless the bytes are already there.
template <class T>
encoded_value encode_value(const void* at, value_writer& out) {
    const T& value = *static_cast<const T*>(at);
    if constexpr (is_optional<T>) {
        return value ? encode_value<unwrapped<T>>(&*value, out) : encoded_value{};
    } else if constexpr (has_view<T>) {
        const std::string_view text = codec<T>::view(value);
        return {text.data() ? text.data() : "", text.size()};
    } else {
        if constexpr (width_of<T>() == 0) out.require(codec<T>::size(value));
        else if constexpr (width_of<T>() > value_writer::small) out.require(width_of<T>());
        const char* const begin = out.position();
        codec<T>::encode(value, out);
        if constexpr (width_of<T>() != 0) return {begin, width_of<T>()};
        else return {begin, static_cast<std::size_t>(out.position() - begin)};
    }
}

/// A value that is to be sent, wherever it is; it must live until the statement has run.
struct value_ref {
    const void* value;
    encode_function encode;
};

template <class T>
value_ref refer_to(const T& value) {
    return {&value, &encode_value<T>};
}

/// Collects the parameters of a query: given to `visit`.
struct value_collector {
    value_ref* next;

    void push(value_ref value) { *next++ = value; }
    template <class T>
    void operator()(const T& value) {
        push({&value, &encode_value<T>});
    }
};

/// Collects parameters of which only the run knows how many there are; or, where they are wanted, their literals.
struct value_gatherer {
    value_ref* next = nullptr;
    std::vector<std::string>* literals = nullptr;

    void push(value_ref value) { *next++ = value; }
    template <class T>
    void operator()(const T& value) {
        if (literals) literals->push_back(literal_text(value));
        else push({&value, &encode_value<T>});
    }
    template <class T, auto Name>
    void argument() {
        static_assert(sizeof(T) == 0,
                      "pgmodel: a condition that is put together at run time has its values; a placeholder has no "
                      "place in it");
    }
};

/// Adds to an encode_error of which statement it was, and which parameter; of many rows also which one, from 1.
PGMODEL_FUNCTION
[[noreturn]] void throw_encode_error(const encode_error& e, const statement_shape& shape, std::string_view field,
                                     std::size_t place, std::size_t row = 0);

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/query/impl/bind.ipp>
#endif

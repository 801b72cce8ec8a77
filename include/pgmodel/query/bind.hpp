// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Parameters on their way out: texts and other values that are already bytes are sent from where they are, the rest is
// encoded into the connection's buffer, whose size is computed first. Where many types meet, values go by address, with
// functions made once per type: that keeps the code of a statement small.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/literal_text.hpp>
#include <pgmodel/query/statement_shape.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace pgmodel::detail {

/// The server refuses messages of one GiB; libpq's lengths are ints.
inline constexpr std::size_t longest_value = (std::size_t{1} << 30) - 1000;

template <class T>
concept has_view = requires(const T& v) { codec<T>::view(v); };

/// How many bytes of the buffer any value takes; 0 for one that is sent from where it is, and for one that must be
/// asked.
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

/// `out` is written to unless the bytes are already there.
template <class T>
encoded_value encode_value(const void* at, writer& out) {
    const T& value = *static_cast<const T*>(at);
    if constexpr (is_optional<T>) {
        return value ? encode_value<unwrapped<T>>(&*value, out) : encoded_value{};
    } else if constexpr (has_view<T>) {
        const std::string_view text = codec<T>::view(value);
        return {text.data() ? text.data() : "", text.size()};
    } else {
        const char* const begin = out.position();
        codec<T>::encode(value, out);
        if constexpr (width_of<T>() != 0) return {begin, width_of<T>()};
        else return {begin, static_cast<std::size_t>(out.position() - begin)};
    }
}
[[noreturn]] void fail_size();

/// How a value of one C++ type is sent; made once per type and program.
struct value_access {
    std::size_t (*size)(const void*);  ///< the bytes of the buffer that it takes; null: `width`
    encoded_value (*encode)(const void*, writer&);
    std::size_t width;
    bool asked;  ///< whether there is a `size`: g++ with -fsanitize=undefined has no constant for that
};
template <class T>
std::size_t size_of_value(const void* value) {
    if constexpr (is_optional<T>) {
        const T& given = *static_cast<const T*>(value);
        return given ? codec<unwrapped<T>>::size(*given) : 0;
    } else {
        return codec<T>::size(*static_cast<const T*>(value));
    }
}
template <class T>
constexpr value_access make_access_to() {
    if constexpr (has_view<unwrapped<T>> || width_of<unwrapped<T>>() != 0)
        return {nullptr, &encode_value<T>, width_of<unwrapped<T>>(), false};
    else return {&size_of_value<T>, &encode_value<T>, 0, true};
}
template <class T>
inline constexpr value_access access_to = make_access_to<T>();

/// A value that is to be sent, wherever it is; it must live until the statement has run.
struct value_ref {
    const void* value;
    const value_access* access;
};

template <class T>
value_ref refer_to(const T& value) {
    return {&value, &access_to<T>};
}

/// Collects the parameters of a query: given to `visit`.
struct value_collector {
    value_ref* next;

    void push(value_ref value) { *next++ = value; }
    template <class T>
    void operator()(const T& value) {
        push({&value, &access_to<T>});
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
        else push({&value, &access_to<T>});
    }
    template <class T, auto Name>
    void argument() {
        static_assert(sizeof(T) == 0,
                      "pgmodel: a condition that is put together at run time has its values; a placeholder has no "
                      "place in it");
    }
};

/// Adds to an encode_error of which statement it was, and which parameter.
PGMODEL_FUNCTION
[[noreturn]] void throw_encode_error(const encode_error& e, const statement_shape& shape, std::string_view field,
                                     std::size_t place);

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/query/impl/bind.ipp>
#endif

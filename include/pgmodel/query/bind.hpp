// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Parameters on their way out: texts and other values that are already bytes are sent from where they are, the rest is
// encoded into the connection's buffer, whose size is computed first.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/query/statement_shape.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace pgmodel::detail {

/// The server refuses messages of one GiB; libpq's lengths are ints.
inline constexpr std::size_t longest_value = (std::size_t{1} << 30) - 1000;

template <class T>
concept has_view = requires(const T& v) { codec<T>::view(v); };

struct size_of_parameters {
    std::size_t bytes = 0;
    std::size_t next = 0;

    template <class T>
    void operator()(const T& value) {
        if constexpr (!has_view<T>) bytes += codec<T>::size(value);
        ++next;
    }
    template <class T>
    void operator()(const std::optional<T>& value) {
        if (value) (*this)(*value);
        else ++next;
    }
};

struct encode_parameters {
    writer out;
    const char** values;
    int* lengths;
    std::size_t next = 0;

    template <class T>
    void operator()(const T& value) {
        if constexpr (has_view<T>) {
            const std::string_view bytes = codec<T>::view(value);
            set(bytes.data() ? bytes.data() : "", bytes.size());
        } else {
            const char* begin = out.position();
            codec<T>::encode(value, out);
            set(begin, static_cast<std::size_t>(out.position() - begin));
        }
    }
    template <class T>
    void operator()(const std::optional<T>& value) {
        if (value) {
            (*this)(*value);
        } else {
            values[next] = nullptr;
            lengths[next++] = 0;
        }
    }

private:
    void set(const char* bytes, std::size_t size) {
        if (size > longest_value) [[unlikely]]
            throw encode_error("pgmodel: a value of 1 GiB or more cannot be sent to PostgreSQL");
        values[next] = bytes;
        lengths[next++] = static_cast<int>(size);
    }
};

template <std::size_t N>
struct all_binary {
    int formats[N + 1];
    constexpr all_binary() : formats{} {
        for (int& f : formats) f = 1;
    }
};
template <std::size_t N>
inline constexpr all_binary<N> binary_formats{};

/// Adds to an encode_error which parameter it was.
[[noreturn]] inline void throw_encode_error(const encode_error& e, std::string_view field, std::size_t place) {
    error_info info = e.info();
    info.field = field;
    throw encode_error(std::string(e.what()) +
                           (field.empty() ? " (parameter $" + std::to_string(place + 1) + ")" : " (field " + info.field + ")"),
                       std::move(info));
}

/// `N` parameters; `each(f)` calls f(value) for each in order. `fields` names them, or is null.
template <std::size_t N>
struct binding {
    const char* values[N + 1];
    int lengths[N + 1];

    template <class Channel, class Each>
    bound_parameters fill(Channel& channel, const Each& each, const std::string_view* fields = nullptr) {
        size_of_parameters size;
        encode_parameters encode{writer(nullptr), values, lengths};
        try {
            each(size);
            encode.out = writer(channel.scratch(size.bytes), &channel);
            each(encode);
        } catch (const encode_error& e) {
            const std::size_t place = encode.next ? encode.next : size.next % (N + 1);
            throw_encode_error(e, fields ? fields[place] : std::string_view{}, place);
        }
        return {values, lengths, binary_formats<N>.formats};
    }
};

}  // namespace pgmodel::detail

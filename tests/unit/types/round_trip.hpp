// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// Values through their codecs, without a server.

#pragma once

#include <pgmodel/types/codec.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace pgmodel_test {

template <class T>
concept has_declared = requires { pgmodel::codec<T>::declared; };

/// The binary format; fails the test when `size` is not what `encode` writes, or `view` says something else.
template <class T>
std::string encoded(const T& value, pgmodel::type_resolver* types = nullptr) {
    using codec = pgmodel::codec<T>;
    const std::size_t size = codec::size(value);
    // Memory of its own and of exactly this size: the sanitizer sees each byte too many.
    const std::unique_ptr<char[]> memory(new char[size]);
    pgmodel::writer out(memory.get(), types);
    codec::encode(value, out);
    EXPECT_EQ(static_cast<std::size_t>(out.position() - memory.get()), size);
    std::string bytes(memory.get(), size);
    if constexpr (requires { codec::view(value); }) {
        EXPECT_EQ(codec::view(value), bytes);
    }
    return bytes;
}

template <class T>
T decode(std::string_view bytes) {
    // Not a std::string: it has a byte after its end.
    const std::unique_ptr<char[]> memory(new char[bytes.size()]);
    if (!bytes.empty()) std::memcpy(memory.get(), bytes.data(), bytes.size());
    return pgmodel::codec<T>::decode(pgmodel::reader(memory.get(), bytes.size()));
}

template <class T>
T round_trip(const T& value) {
    return decode<T>(encoded(value));
}

/// Why the bytes cannot be decoded; empty if they can.
template <class T>
std::string decode_failure(std::string_view bytes) {
    try {
        (void)decode<T>(bytes);
    } catch (const pgmodel::value_error& error) {
        return error.reason;
    }
    return {};
}

/// Why the value cannot be sent; empty if it can.
template <class T>
std::string encode_failure(const T& value) {
    try {
        (void)encoded(value);
    } catch (const pgmodel::encode_error& error) {
        return error.what();
    }
    return {};
}

/// Decodes each beginning of the bytes, and the bytes with one more: all must be refused, none may read beyond its end.
template <class T>
void expect_only_whole(std::string_view bytes) {
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_NE(decode_failure<T>(bytes.substr(0, size)), "") << size << " of " << bytes.size() << " bytes";
    EXPECT_NE(decode_failure<T>(std::string(bytes) + '\0'), "") << "one byte more";
}

/// Bytes from hexadecimal digits; spaces are for the reader.
inline std::string hex(std::string_view digits) {
    std::string out;
    int high = -1;
    for (char c : digits) {
        if (c == ' ') continue;
        const int digit = c <= '9' ? c - '0' : c - 'a' + 10;
        if (high < 0) {
            high = digit;
        } else {
            out.push_back(static_cast<char>(high * 16 + digit));
            high = -1;
        }
    }
    return out;
}

}  // namespace pgmodel_test

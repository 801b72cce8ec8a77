// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Reading and writing PostgreSQL's binary format: network byte order, every read checked against the bytes that are
// there. The only place in the library that copies raw memory.
#pragma once

#include <pgmodel/core/exchange.hpp>
#include <pgmodel/core/when_used.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel {

/// PostgreSQL's number of a type; 0 means "looked up by name, once per connection".
using oid = std::uint32_t;

/// The labels that a program has for an enum type.
struct type_labels {
    const std::string_view* at{};
    std::size_t count{};
};

/// A PostgreSQL type as statements name it. User types (enums) have id 0 and a quoted name.
struct type_ref {
    oid id{};
    std::string_view name{};
    const type_labels* labels = nullptr;  ///< of an enum, or of an array of them: the server's type must have all
};

/// Finds the OIDs of types that are known by name only; a connection is one.
class type_resolver {
public:
    /// Throws `schema_mismatch` when the database has no type of this name, or one that lacks a label.
    oid resolve(const type_ref& type) { return find_(*this, type); }

protected:
    /// Not a virtual function: a compiler makes those, and all that they need, for each file that has the class.
    explicit type_resolver(oid (*find)(type_resolver&, const type_ref&)) : find_(find) {}
    ~type_resolver() = default;

private:
    oid (*find_)(type_resolver&, const type_ref&);
};

/// Thrown by a codec that cannot decode a value; the row decoder adds column and types and makes it a `decode_error`.
struct value_error {
    std::string reason;
};

namespace detail {

template <std::size_t N>
struct unsigned_of;
template <>
struct unsigned_of<1> {
    using type = std::uint8_t;
};
template <>
struct unsigned_of<2> {
    using type = std::uint16_t;
};
template <>
struct unsigned_of<4> {
    using type = std::uint32_t;
};
template <>
struct unsigned_of<8> {
    using type = std::uint64_t;
};

template <class U>
constexpr U to_network(U v) {
    if constexpr (sizeof(U) == 1 || std::endian::native == std::endian::big) return v;
    else if constexpr (sizeof(U) == 2) return static_cast<U>(__builtin_bswap16(v));
    else if constexpr (sizeof(U) == 4) return static_cast<U>(__builtin_bswap32(v));
    else return static_cast<U>(__builtin_bswap64(v));
}

/// The sum of two sizes, at most what std::size_t counts: too much for any message, so that it is refused before memory
/// is asked for. Only where that is of 32 bits can it be more.
[[gnu::always_inline]] constexpr std::size_t add_sizes(std::size_t a, std::size_t b) {
    if constexpr (sizeof(std::size_t) < 8) return a + b < a ? ~std::size_t{0} : a + b;
    else return a + b;
}
/// Four bytes for each element.
constexpr std::size_t size_of_lengths(std::size_t count) {
    return sizeof(std::size_t) < 8 && count >> 30 != 0 ? ~std::size_t{0} : 4 * count;
}

[[noreturn]] void fail_value(const char* reason);

}  // namespace detail

/// Reads one value of the binary format; never past its end.
class reader {
public:
    constexpr reader(const char* data, std::size_t size) : at_(data), end_(data + size) {}

    constexpr std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

    /// The next fixed-size number (integers and IEEE floats).
    template <class Number>
    Number read() {
        static_assert(std::is_arithmetic_v<Number>);
        if (left() < sizeof(Number)) [[unlikely]]
            detail::fail_value("the value is shorter than its type");
        typename detail::unsigned_of<sizeof(Number)>::type raw;
        __builtin_memcpy(&raw, at_, sizeof raw);
        at_ += sizeof raw;
        return std::bit_cast<Number>(detail::to_network(raw));
    }

    /// The next `size` bytes, without a copy: valid as long as the result is.
    std::string_view bytes(std::size_t size) {
        if (left() < size) [[unlikely]]
            detail::fail_value("the value is shorter than its length says");
        std::string_view view(at_, size);
        at_ += size;
        return view;
    }
    std::string_view rest() { return bytes(left()); }

    /// A value that has bytes left over is not of the expected type.
    void finish() const {
        if (at_ != end_) [[unlikely]]
            detail::fail_value("the value is longer than its type");
    }

private:
    const char* at_;
    const char* end_;
};

/// Writes the binary format into memory whose size was computed before (`codec::size`).
class writer {
public:
    constexpr writer() : writer(nullptr) {}
    constexpr explicit writer(char* out, type_resolver* types = nullptr) : out_(out), types_(types) {}

    template <class Number>
    void write(Number value) {
        static_assert(std::is_arithmetic_v<Number>);
        auto raw = detail::to_network(std::bit_cast<typename detail::unsigned_of<sizeof(Number)>::type>(value));
        __builtin_memcpy(out_, &raw, sizeof raw);
        out_ += sizeof raw;
    }
    void bytes(std::string_view data) {
        char* const to = reserve(data.size());
        if (!data.empty()) __builtin_memcpy(to, data.data(), data.size());
    }
    char* position() const { return out_; }
    /// Room for bytes that somebody else writes.
    char* reserve(std::size_t size) { return detail::exchange_plain(out_, out_ + size); }

    /// The OID of a type that is part of an encoded value (array elements): asked for once per connection if need be.
    oid id_of(const type_ref& type) const { return type.id || !types_ ? type.id : types_->resolve(type); }

protected:
    void move_to(char* out) { out_ = out; }

private:
    char* out_;
    type_resolver* types_;
};

}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/types/impl/wire.ipp>
#endif

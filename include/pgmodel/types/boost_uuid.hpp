// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// boost::uuids::uuid as a field, for programs that have it already.
// `#include <pgmodel/types/boost_uuid.hpp>`
#pragma once

#include <pgmodel/types/uuid.hpp>

#include <boost/uuid/uuid.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// The same sixteen bytes as the library's own type.
inline uuid to_uuid(const boost::uuids::uuid& value) {
    std::uint64_t halves[2]{};
    std::size_t i = 0;
    for (const std::uint8_t byte : value) {
        halves[i / 8] = halves[i / 8] << 8 | byte;
        ++i;
    }
    return {halves[0], halves[1]};
}

/// The same sixteen bytes as Boost's type.
inline boost::uuids::uuid to_boost_uuid(const uuid& value) {
    boost::uuids::uuid out{};
    std::size_t i = 0;
    for (std::uint8_t& byte : out) {
        const std::uint64_t half = i < 8 ? value.high() : value.low();
        byte = static_cast<std::uint8_t>(half >> (56 - i % 8 * 8));
        ++i;
    }
    return out;
}

template <>
struct codec<boost::uuids::uuid> {
    static constexpr type_ref type = codec<uuid>::type;
    static constexpr type_ref array_type = codec<uuid>::array_type;

    static constexpr std::size_t width = codec<uuid>::width;
    static constexpr std::size_t size(const boost::uuids::uuid&) { return width; }
    static void encode(const boost::uuids::uuid& value, writer& out) { codec<uuid>::encode(to_uuid(value), out); }
    static boost::uuids::uuid decode(reader in) { return to_boost_uuid(codec<uuid>::decode(in)); }
    static std::string text(const boost::uuids::uuid& value) { return to_uuid(value).to_string(); }
    static std::optional<boost::uuids::uuid> parse(std::string_view text) {
        const auto parsed = uuid::parse(text);
        if (!parsed) return {};
        return to_boost_uuid(*parsed);
    }
};

}  // namespace pgmodel

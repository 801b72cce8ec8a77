// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// object_id: PostgreSQL's oid, the number of an object in its catalogs. `#include <pgmodel/types/object_id.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/stream.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// The number of a catalog's object; 0 is none. (`pgmodel::oid` is the plain number, which maps to bigint.)
class object_id {
public:
    constexpr object_id() = default;
    constexpr explicit object_id(std::uint32_t value) : value_(value) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit object_id(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not of the type oid"};
        *this = *parsed;
    }

    /// Reads decimal digits; empty for other text and for more than fits.
    static constexpr std::optional<object_id> parse(std::string_view text) {
        std::uint32_t value = 0;
        if (text.empty()) return {};
        for (char c : text)
            if (c < '0' || c > '9' || __builtin_mul_overflow(value, 10u, &value) ||
                __builtin_add_overflow(value, static_cast<unsigned>(c - '0'), &value))
                return {};
        return object_id{value};
    }

    constexpr std::uint32_t value() const { return value_; }

    std::string to_string() const { return std::to_string(value_); }

    constexpr auto operator<=>(const object_id&) const = default;

private:
    std::uint32_t value_ = 0;
};

template <>
struct codec<object_id> {
    static constexpr type_ref type{26, "oid"};
    static constexpr type_ref array_type{1028, "oid[]"};

    static constexpr std::size_t width = sizeof(std::uint32_t);
    static constexpr std::size_t size(const object_id&) { return width; }
    static void encode(const object_id& value, writer& out) { out.write(value.value()); }
    static object_id decode(reader in) {
        const auto value = in.read<std::uint32_t>();
        in.finish();
        return object_id{value};
    }
    static std::string text(const object_id& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::object_id> {
    std::size_t operator()(const pgmodel::object_id& value) const noexcept {
        return pgmodel::detail::hash_of(value.value());
    }
};

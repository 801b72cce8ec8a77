// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// tid: the place of a row version in its table. `#include <pgmodel/types/tid.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/digits.hpp>
#include <pgmodel/types/stream.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// The place of a row version: a block of its table and a number within that, as the system column `ctid` has it.
/// Another version of the row has another place, and VACUUM FULL moves all.
class tid {
public:
    constexpr tid() = default;
    constexpr tid(std::uint32_t block, std::uint16_t offset) : block_(block), offset_(offset) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit tid(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not of the type tid"};
        *this = *parsed;
    }

    /// Reads `(42,7)`; empty for other text and for more than fits.
    static constexpr std::optional<tid> parse(std::string_view text) {
        if (!detail::take(text, '(')) return {};
        const auto block = detail::take_number(text, 10, 10);
        if (block < 0 || block > 0xffffffff || !detail::take(text, ',')) return {};
        const auto offset = detail::take_number(text, 10, 5);
        if (offset < 0 || offset > 0xffff || !detail::take(text, ')') || !text.empty()) return {};
        return tid{static_cast<std::uint32_t>(block), static_cast<std::uint16_t>(offset)};
    }

    constexpr std::uint32_t block() const { return block_; }
    constexpr std::uint16_t offset() const { return offset_; }

    /// `(42,7)`
    std::string to_string() const {
        std::string out = "(";
        out += std::to_string(block_);
        out += ',';
        out += std::to_string(offset_);
        out += ')';
        return out;
    }

    constexpr auto operator<=>(const tid&) const = default;

private:
    std::uint32_t block_ = 0;
    std::uint16_t offset_ = 0;
};

template <>
struct codec<tid> {
    static constexpr type_ref type{27, "tid"};
    static constexpr type_ref array_type{1010, "tid[]"};

    static constexpr std::size_t width = sizeof(std::uint32_t) + sizeof(std::uint16_t);
    static constexpr std::size_t size(const tid&) { return width; }
    static void encode(const tid& value, writer& out) {
        out.write(value.block());
        out.write(value.offset());
    }
    static tid decode(reader in) {
        const auto block = in.read<std::uint32_t>();
        const auto offset = in.read<std::uint16_t>();
        in.finish();
        return {block, offset};
    }
    static std::string text(const tid& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::tid> {
    std::size_t operator()(const pgmodel::tid& value) const noexcept {
        return pgmodel::detail::hash_of(std::uint64_t{value.block()} << 16 | value.offset());
    }
};

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// nothing: what a function of the server gives that returns void. `#include <pgmodel/types/nothing.hpp>`
#pragma once

#include <pgmodel/types/codec.hpp>

#include <string>

namespace pgmodel {

/// The value of a function that returns void: `pg::function<"pg_notify", void(std::string, std::string)>`. All are
/// equal; PostgreSQL has no operators of them.
struct nothing {
    bool operator==(const nothing&) const = default;
};

template <>
struct codec<nothing> {
    static constexpr type_ref type{2278, "void"};
    static constexpr type_ref array_type{0, "void[]"};

    static constexpr std::size_t width = 0;
    static constexpr std::size_t size(const nothing&) { return width; }
    static void encode(const nothing&, writer&) {}
    static nothing decode(reader in) {
        in.finish();
        return {};
    }
    static std::string text(const nothing&) { return {}; }
};

}  // namespace pgmodel

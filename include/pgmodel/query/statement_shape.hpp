// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the session must know of a statement, without templates: its text, the types of its parameters and what its
// columns are expected to be. A typed statement has one constant shape; raw SQL makes one on the stack.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/codec.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace pgmodel::detail {

/// A column that a statement must return.
struct expected_column {
    std::string_view name{};                 ///< the column's name; empty: any
    type_ref type{};                         ///< the exact type (id 0: resolved by name)
    bool (*accepts)(oid) = nullptr;          ///< further types that can be read; null: only the exact one
    std::string_view cpp_type{};             ///< for messages
};

struct model_view;

/// Names the model's fields (joined by ", ") behind an error's constraint or column; raw SQL has none.
struct field_finder {
    std::string (*find)(const error_info&, const model_view* model) = nullptr;
    const model_view* model = nullptr;

    explicit operator bool() const { return find != nullptr; }
    std::string operator()(const error_info& info) const { return find(info, model); }
};

enum class match_columns : std::uint8_t { none, by_position, by_name };

/// FNV-1a.
constexpr std::uint64_t hash_text(std::string_view text, std::uint64_t seed = 14695981039346656037ull) {
    for (char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return seed;
}

/// The hash of a statement's text, eight bytes at a time.
constexpr std::uint64_t hash_statement(std::string_view sql) {
    using byte = unsigned char;
    using block = std::uint64_t;
    std::uint64_t hash = sql.size();
    const char* at = sql.data();
    std::size_t left = sql.size();
    for (; left >= 8; left -= 8, at += 8) {
        // One load for a compiler that optimises.
        hash ^= block{byte(at[0])} | block{byte(at[1])} << 8 | block{byte(at[2])} << 16 | block{byte(at[3])} << 24 |
                block{byte(at[4])} << 32 | block{byte(at[5])} << 40 | block{byte(at[6])} << 48 |
                block{byte(at[7])} << 56;
        hash *= 0x9e3779b97f4a7c15ull;
        hash ^= hash >> 32;
    }
    for (; left > 0; --left, ++at) hash = (hash ^ byte(*at)) * 1099511628211ull;
    return hash;
}

struct statement_shape {
    std::string_view sql{};                  ///< NUL-terminated
    std::uint64_t hash{};
    const type_ref* parameters{};
    std::size_t parameter_count{};
    const expected_column* columns{};
    std::size_t column_count{};
    match_columns match = match_columns::none;
    field_finder field_of{};
    bool of_models = false;                  ///< its text is made from models, so a name that is missing is theirs
    bool lasting = false;                    ///< its text and types are constants, or kept and part of the hash

    /// Statements of one text and different types share a hash; the cache tells them apart.
    constexpr void set_hash() {
        hash = hash_statement(sql);
        lasting = std::is_constant_evaluated();
    }
};

/// What tells statements of the same text apart; the hash of a constant shape leaves it out.
std::uint64_t hash_types(const statement_shape& shape);

/// The shape of a text whose columns are expected as `Columns` says.
template <class Columns>
constexpr statement_shape shape_of_text(std::string_view sql, const type_ref* parameters, std::size_t count) {
    statement_shape shape{};
    shape.sql = sql;
    shape.parameters = parameters;
    shape.parameter_count = count;
    shape.columns = Columns::list;
    shape.column_count = Columns::count;
    shape.match = Columns::match;
    shape.set_hash();
    return shape;
}

/// Encoded parameters, as libpq wants them. All arrays have as many elements as the shape has parameters.
struct bound_parameters {
    const char* const* values{};
    const int* lengths{};
    const int* formats{};
    static constexpr std::size_t not_counted = ~std::size_t{0};
    std::size_t bytes = not_counted;         ///< on the wire, at most: of each value its length and four
};

/// Near the 1 GiB at which the server ends the connection.
inline constexpr std::size_t largest_message = 0x3fffffff - 65536;

/// How many bytes they take on the wire.
std::size_t check_parameters(const statement_shape& shape, const bound_parameters& given);
[[noreturn]] void fail_sizes(std::string_view sql);

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/query/impl/statement_shape.ipp>
#endif

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The SQL text of a statement as a constant: written twice at compile time, first to count, then into an array of that
// size. The types of its parameters are collected on the way.
#pragma once

#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/model/checks.hpp>
#include <pgmodel/query/statement_shape.hpp>

namespace pgmodel::detail {

/// Writes SQL with parameters as $1, $2 ...; without memory it only counts.
struct text_writer {
    char* out = nullptr;
    std::size_t size = 0;
    type_ref* types = nullptr;
    std::size_t parameters = 0;
    bool qualified = false;    ///< columns are written with their tables, of which there is more than one
    std::string_view alias{};  ///< of the table whose column is written; empty: its own name

    constexpr void append(std::string_view part) {
        if (out)
            for (std::size_t i = 0; i < part.size(); ++i) out[size + i] = part[i];
        size += part.size();
    }
    constexpr void push_back(char c) { append({&c, 1}); }
    constexpr void string(std::string_view value) { quote_literal(value, *this); }
    constexpr void name(std::string_view identifier) { quote_identifier(identifier, *this); }
    constexpr void number(std::size_t n) {
        if (n >= 10) number(n / 10);
        push_back(static_cast<char>('0' + n % 10));
    }
    constexpr void parameter_of(const type_ref& type) {
        if (types) types[parameters] = type;
        push_back('$');
        number(++parameters);
    }
    template <class T>
    constexpr void parameter(const void* = nullptr) {
        parameter_of(codec<unwrapped<T>>::type);
    }
    /// A table, with its schema where the model names one.
    constexpr void table(std::string_view schema, std::string_view table_name) {
        if (!schema.empty()) {
            name(schema);
            push_back('.');
        }
        name(table_name);
    }
    template <class T>
    constexpr void table() {
        table(facts_of<T>.schema, facts_of<T>.name);
    }
    /// What stands before a column of the table: nothing, its alias or its name.
    template <class T>
    constexpr void qualifier() {
        if (!qualified) return;
        if (alias.empty()) table<T>();
        else name(alias);
        push_back('.');
    }
    template <auto M>
    constexpr void column() {
        using owner = owner_of<M>;
        write_column<M>(*this, [this] {
            qualifier<owner>();
            name(facts_of<owner>.columns[column_place<M>].name);
        });
    }
};

/// `Statement` has `static constexpr void write(text_writer&)`.
template <class Statement>
struct rendered {
    struct counts {
        std::size_t text, parameters;
    };
    static constexpr counts count() {
        text_writer out{};
        Statement::write(out);
        return {out.size, out.parameters};
    }
    static constexpr counts size = count();

    struct memory {
        char text[size.text + 1]{};
        type_ref types[size.parameters + 1]{};
    };
    static constexpr memory fill() {
        memory m{};
        text_writer out{};
        out.out = m.text;
        out.types = m.types;
        Statement::write(out);
        return m;
    }
    static constexpr memory data = fill();
    static constexpr std::string_view sql{data.text, size.text};
};

/// The shape of a statement whose rows are `Row` (void: no rows are looked at).
template <class Statement, class Columns>
constexpr statement_shape make_shape(field_finder field_of = {}) {
    using text = rendered<Statement>;
    statement_shape shape{};
    shape.sql = text::sql;
    shape.parameters = text::data.types;
    shape.parameter_count = text::size.parameters;
    shape.columns = Columns::list;
    shape.column_count = Columns::count;
    shape.match = Columns::match;
    shape.field_of = field_of;
    shape.of_models = true;
    shape.set_hash();
    return shape;
}

}  // namespace pgmodel::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The SQL text of a statement as a constant: written twice at compile time, first to count, then into an array of that
// size. The types of its parameters are collected on the way.
#pragma once

#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/expression/argument.hpp>
#include <pgmodel/model/checks.hpp>
#include <pgmodel/query/statement_shape.hpp>

namespace pgmodel::detail {

/// A placeholder of a statement: its name, its type and the parameter that it is.
struct argument_place {
    std::string_view name{};
    type_ref type{};
    const char* key = nullptr;  ///< tells C++ types apart
    bool nullable = false;
    bool one_type = true;
    std::size_t number = 0;
};

/// Writes SQL with parameters as $1, $2 ...; without memory, or behind its end, it only counts.
struct text_writer {
    char* out = nullptr;
    std::size_t size = 0;
    type_ref* types = nullptr;
    std::size_t parameters = 0;
    std::size_t room = ~std::size_t{0};  ///< the memory's bytes; of a constant as many as are written
    std::size_t type_room = ~std::size_t{0};
    argument_place* arguments = nullptr;
    std::size_t argument_count = 0;  ///< without memory for them each is counted wherever it stands
    bool qualified = false;    ///< columns are written with their tables, of which there is more than one
    bool keyed = true;         ///< an order of the run may end with primary keys
    bool with_removed = false; ///< rows that are marked as removed are not left out
    std::string_view alias{};  ///< of the table whose column is written; empty: its own name

    constexpr void append(std::string_view part) {
        const std::size_t count = part.size();
        if (out) {
            char* const to = out + size;
            // A call or a sum in the loop is evaluated again for each character of a constant.
            if (std::is_constant_evaluated()) {
                const char* const from = part.data();
                for (std::size_t i = 0; i < count; ++i) to[i] = from[i];
            } else if (size + count <= room) part.copy(to, count);
        }
        size += count;
    }
    constexpr void push_back(char c) {
        if (out && size < room) out[size] = c;
        ++size;
    }
    constexpr void string(std::string_view value) { quote_literal(value, *this); }
    constexpr void name(std::string_view identifier) { quote_identifier(identifier, *this); }
    constexpr void name(const column_facts& column) {
        if (column.plain) append(column.name);
        else name(column.name);
    }
    constexpr void number(std::size_t n) {
        if (n >= 10) number(n / 10);
        push_back(static_cast<char>('0' + n % 10));
    }
    constexpr void parameter_of(const type_ref& type) {
        if (types && parameters < type_room) types[parameters] = type;
        push_back('$');
        number(++parameters);
    }
    template <class T>
    constexpr void parameter(const void* = nullptr) {
        parameter_of(codec<unwrapped<T>>::type);
    }
    /// A placeholder: one parameter, however often it stands in the statement.
    template <class T>
    constexpr void argument(std::string_view argument_name) {
        argument_at({argument_name, codec<unwrapped<T>>::type, &type_key<T>, is_optional<T>});
    }
    constexpr void argument_at(argument_place given) {
        for (std::size_t i = 0; arguments && i < argument_count; ++i) {
            argument_place& known = arguments[i];
            if (known.name != given.name) continue;
            if (known.key != given.key) known.one_type = false;
            push_back('$');
            return number(known.number);
        }
        given.number = parameters + 1;
        if (arguments) arguments[argument_count] = given;
        ++argument_count;
        parameter_of(given.type);
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
        if (facts_of<T>.plain) append(facts_of<T>.name);
        else table(facts_of<T>.schema, facts_of<T>.name);
    }
    /// What stands before a column of the table: nothing, its alias or its name.
    template <class T>
    constexpr void qualifier() {
        if (!qualified) return;
        if (alias.empty()) table<T>();
        else name(alias);
        push_back('.');
    }
    template <auto M, class Owner = owner_of<M>>
    constexpr void column() {
        write_column<M>(*this, [this] {
            qualifier<Owner>();
            name(facts_of<Owner>.columns[column_place<M>]);
        });
    }
};

/// How much memory a text takes.
struct text_size {
    std::size_t text, parameters, arguments;
};
using write_function = void (*)(text_writer&);

// Functions of what is written, not of the statement: a compiler makes them once.
constexpr text_size count_text(write_function write, argument_place* arguments = nullptr) {
    text_writer out{};
    out.arguments = arguments;
    write(out);
    return {out.size, out.parameters, out.argument_count};
}
/// With memory for so many placeholders, each is counted once.
template <std::size_t Most>
constexpr text_size count_each(write_function write) {
    argument_place arguments[Most]{};
    return count_text(write, arguments);
}
template <std::size_t Text, std::size_t Parameters, std::size_t Arguments>
struct text_memory {
    char text[Text + 1]{};
    type_ref types[Parameters + 1]{};
    argument_place arguments[Arguments + 1]{};
};
template <class Memory>
constexpr Memory fill_text(write_function write, bool arguments) {
    Memory m{};
    text_writer out{};
    out.out = m.text;
    out.types = m.types;
    if (arguments) out.arguments = m.arguments;
    write(out);
    return m;
}

/// `Statement` has `static constexpr void write(text_writer&)`.
template <class Statement>
struct rendered {
    static constexpr void write(text_writer& out) { Statement::write(out); }
    static constexpr text_size once = count_text(&write);
    static constexpr text_size each() {
        if constexpr (once.arguments > 0) return count_each<once.arguments>(&write);
        else return once;
    }
    static constexpr text_size size = each();
    static constexpr auto data =
        fill_text<text_memory<size.text, size.parameters, size.arguments>>(&write, size.arguments > 0);
    static constexpr std::string_view sql{data.text, size.text};
};

/// The stored columns of a struct, `a, b, c`: a constant of its own, so that no statement puts it together again.
template <class T>
struct stored_column_names {
    static constexpr void write(text_writer& out) {
        std::string_view before;
        for (const auto& column : facts_of<T>.columns) {
            if (!column.stored()) continue;
            out.append(before);
            out.name(column);
            before = ", ";
        }
    }
};

/// The shape of a statement whose rows are `Row` (void: no rows are looked at).
template <class Statement, class Columns>
constexpr statement_shape make_shape(field_finder field_of = {}) {
    using text = rendered<Statement>;
    statement_shape shape = shape_of_text<Columns>(text::sql, text::data.types, text::size.parameters);
    shape.field_of = field_of;
    shape.of_models = true;
    return shape;
}

}  // namespace pgmodel::detail

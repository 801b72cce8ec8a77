// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// An expression of a declaration as SQL text: columns without their table, plain values as literals.
#pragma once

#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/model/facts.hpp>

#include <string>
#include <vector>

namespace pgmodel::detail {

/// Writes an expression for DDL: columns without their table, plain values as literals.
struct ddl_text {
    std::string text{};
    std::vector<std::string> columns{};

    void append(std::string_view part) { text += part; }
    template <class = when_used>
    void string(std::string_view value) {
        if (value.find('\0') != value.npos)
            throw usage_error("pgmodel: a literal in a table's declaration holds a NUL byte");
        quote_literal(value, text);
    }
    template <auto M, class Owner = owner_of<M>>
    void column() {
        write_column<M>(*this, [this] { add_column(facts_of<Owner>.columns[column_place<M>].name); });
    }
    void name(std::string_view identifier) { quote_identifier(identifier, text); }
    template <class T>
    void parameter(const T* value) {
        constexpr kind k = kind_of<T>();
        std::string plain;
        if constexpr (std::is_same_v<T, std::string_view>) plain = std::string(std::string_view(*value));
        else plain = codec<T>::text(*value);
        // Neither NaN nor infinity, nor -0, which is the integer 0; and 0.1 is the double next to it, but not the real.
        const bool number = is_number(k) && !std::is_same_v<T, float> && !plain.empty() && plain.back() >= '0' &&
                            plain.back() <= '9' && plain != "-0";
        if (number || k == kind::boolean) {
            text += plain;
        } else {
            string(plain);
            if constexpr (k != kind::text || ignores_case<T>() || std::is_same_v<T, owned_text_as<std::string>>)
                (text += "::") += codec<T>::type.name;
        }
    }

private:
    template <class = when_used>
    void add_column(std::string_view name) {
        this->name(name);
        for (const auto& other : columns)
            if (other == name) return;
        columns.emplace_back(name);
    }
};

template <class Node>
ddl_text write_ddl(const Node& node) {
    ddl_text out;
    Node::write(out, &node);
    return out;
}
/// Of a column or domain: `default (now() at time zone 'UTC')`.
template <class Node>
std::string write_default(const Node& node) {
    std::string text = write_ddl(node).text;
    if constexpr (is_closed<Node>) return text;
    else return "(" + text + ")";
}

}  // namespace pgmodel::detail

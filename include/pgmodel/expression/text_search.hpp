// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Full-text search: documents, queries, and what PostgreSQL makes of both. The configuration is part of the text, so
// that an index on the same expression can serve the query.
#pragma once

#include <pgmodel/expression/literal.hpp>
#include <pgmodel/expression/subscript.hpp>

namespace pgmodel {
namespace detail {

template <fixed_string Function, fixed_string Configuration, class Value, class Operand>
struct configured : members<configured<Function, Configuration, Value, Operand>> {
    using value_type = Value;
    static constexpr bool nullable = Operand::nullable;
    static constexpr bool constant = Operand::constant;
    static constexpr bool aggregate = Operand::aggregate;
    static constexpr bool windowed = Operand::windowed;
    static constexpr bool dynamic = Operand::dynamic;
    static constexpr int special = Operand::special;
    static constexpr int precedence = level::primary;

    template <class Tables>
    using stranger = typename stranger_in_parts<Tables, configured, Operand>::type;
    template <class Nulls>
    static constexpr bool null_in = null_in_query<Operand, Nulls>();
    template <class Nulls>
    static constexpr bool null_of_rows = null_in<Nulls>;

    [[no_unique_address]] Operand operand;

    constexpr explicit configured(Operand o) : operand(std::move(o)) {}

    template <class Out>
    static constexpr void write(Out& out, const configured* self) {
        out.append(Function.view());
        out.append("(");
        out.string(Configuration.view());
        out.append(", ");
        Operand::write(out, self ? &self->operand : nullptr);
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        operand.visit(f);
    }
};

template <fixed_string Function, fixed_string Configuration, class Value, class Text>
constexpr auto make_configured(Text&& text) {
    static_assert(is_text<std::remove_cvref_t<Text>>(), "pgmodel: text search takes a text");
    auto operand = as_operand<std::string, void>(static_cast<Text&&>(text));
    return configured<Function, Configuration, Value, decltype(operand)>(std::move(operand));
}

}  // namespace detail

/// `to_tsvector('english', x)` of a text, or of the texts in a JSON document.
template <fixed_string Configuration, detail::expression E>
constexpr auto to_tsvector(E text) {
    if constexpr (detail::is_json<typename E::value_type>)
        return detail::configured<"to_tsvector", Configuration, tsvector, E>(std::move(text));
    else return detail::make_configured<"to_tsvector", Configuration, tsvector>(std::move(text));
}
/// `websearch_to_tsquery('english', text)`: words, "phrases", or, -not; any text is a valid query.
template <fixed_string Configuration, class Text>
constexpr auto websearch(Text&& text) {
    return detail::make_configured<"websearch_to_tsquery", Configuration, tsquery>(static_cast<Text&&>(text));
}
/// `plainto_tsquery('english', text)`: all words.
template <fixed_string Configuration, class Text>
constexpr auto plain_search(Text&& text) {
    return detail::make_configured<"plainto_tsquery", Configuration, tsquery>(static_cast<Text&&>(text));
}
/// `to_tsquery('english', text)`: in the language of queries, `cat & (rat | dog:*)`; other text is an error of the
/// server.
template <fixed_string Configuration, class Text>
constexpr auto to_tsquery(Text&& text) {
    return detail::make_configured<"to_tsquery", Configuration, tsquery>(static_cast<Text&&>(text));
}
/// `phraseto_tsquery('english', text)`: all words, in this order, next to each other.
template <fixed_string Configuration, class Text>
constexpr auto phrase_search(Text&& text) {
    return detail::make_configured<"phraseto_tsquery", Configuration, tsquery>(static_cast<Text&&>(text));
}

}  // namespace pgmodel

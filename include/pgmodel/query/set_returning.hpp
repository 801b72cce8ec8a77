// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Functions of the server that return rows of several columns. `#include <pgmodel/query/set_returning.hpp>`
#pragma once

#include <pgmodel/expression/cast.hpp>
#include <pgmodel/query/sources.hpp>

namespace pgmodel {
namespace detail {

template <fixed_string Before, class Signature>
struct set_returning_object;
template <fixed_string Before, class Row, class... Parameters>
struct set_returning_object<Before, Row(Parameters...)> {
    template <class... Arguments>
    constexpr auto operator()(Arguments&&... arguments) const {
        if constexpr (argument_count_fits<Before, sizeof...(Parameters), sizeof...(Parameters), sizeof...(Arguments)>::value)
            return apply(std::index_sequence_for<Parameters...>{}, std::forward<Arguments>(arguments)...);
    }

private:
    template <std::size_t... I, class... Arguments>
    static constexpr auto apply(std::index_sequence<I...>, Arguments&&... arguments) {
        return [](auto... operands) {
            using function = call<Before, ")", Row, 0, decltype(operands)...>;
            using source = set_call<column_count<Row>, function>;
            return function_source<Row, source, false>(source(function(std::move(operands)...)));
        }(as_argument<Before, I + 1, Parameters>(std::forward<Arguments>(arguments))...);
    }
};

/// `jsonb_to_recordset(x) as name (a integer, b text)`.
template <class Tag, class Document>
struct recordset_source : source_tag {
    using tag = Tag;
    static constexpr bool table = false;
    static constexpr bool lateral = true;
    static constexpr bool constant = Document::constant;
    template <class Tables>
    using stranger = typename Document::template stranger<Tables>;

    [[no_unique_address]] Document document;

    constexpr explicit recordset_source(Document d) : document(std::move(d)) {}

    /// Gives it another name than its struct's.
    template <fixed_string Name>
    constexpr auto as(aliased<model_of<Tag>, Name>) const {
        return recordset_source<aliased<model_of<Tag>, Name>, Document>(document);
    }

    static constexpr void write(text_writer& out, const recordset_source* self) {
        out.append("jsonb_to_recordset(");
        Document::write(out, part_of(self, &recordset_source::document));
        out.append(") as ");
        out.name(name_of_tag<Tag>());
        write_types(out, std::make_index_sequence<column_count<model_of<Tag>>>{});
    }
    template <class F>
    constexpr void visit(F& f) const {
        document.visit(f);
    }

private:
    template <std::size_t... I>
    static constexpr void write_types(text_writer& out, std::index_sequence<I...>) {
        ((out.append(I == 0 ? " (" : ", "), out.name(facts_of<model_of<Tag>>.columns[I].name), out.append(" "),
          out.append(cast_end<unwrapped<column_type<I, model_of<Tag>>>>::type)),
         ...);
        out.append(")");
    }
};

template <class Document>
struct recordset_document {
    static constexpr bool value = [] {
        if constexpr (expression<Document>) return id_of<typename Document::value_type>() == id::jsonb;
        else return false;
    }();
    static_assert(value, "pgmodel: jsonb_to_recordset() takes a jsonb, such as a column or pgmodel::value(pgmodel::jsonb_text(...))");
};

}  // namespace detail

/// A function of the server that returns a set of rows, by its name and its signature; the struct that it returns names the
/// columns:
///
///     struct pair { std::string key; pg::jsonb_text value; };
///     inline constexpr auto jsonb_each = pg::set_returning<"jsonb_each", pair(pg::jsonb_text)>;
///
/// `jsonb_each(col<&t::document>)` stands in FROM and sees the tables before it: `jsonb_each(t.document) as pair (key, value)`.
template <fixed_string Name, class Signature>
inline constexpr detail::set_returning_object<detail::function_name<Name>::text, Signature> set_returning{};

/// `jsonb_to_recordset(x) as row (a integer, b text)`: the objects of a JSON array as rows of the struct; a key that an object
/// lacks is NULL, so its field is a std::optional.
template <class Row, class Document>
constexpr auto jsonb_to_recordset(Document document) {
    static_assert(detail::recordset_document<Document>::value);
    return detail::recordset_source<Row, Document>(std::move(document));
}

}  // namespace pgmodel

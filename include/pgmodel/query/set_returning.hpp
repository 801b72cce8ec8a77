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
        if constexpr (argument_count_fits<Before, sizeof...(Parameters), sizeof...(Parameters),
                                          sizeof...(Arguments)>::value)
            return apply(std::index_sequence_for<Parameters...>{}, std::forward<Arguments>(arguments)...);
    }

private:
    template <std::size_t... I, class... Arguments>
    static constexpr auto apply(std::index_sequence<I...>, Arguments&&... arguments) {
        return [](auto... operands) {
            using function = call<Before, ")", Row, 0, decltype(operands)...>;
            using source = set_call<column_count<Row>, function, true>;
            return function_source<Row, source, false>(source(function(std::move(operands)...)));
        }(as_argument<Before, I + 1, Parameters>(std::forward<Arguments>(arguments))...);
    }
};

/// `rows from (f(...), g(...))`: side by side; where one has fewer rows, NULL.
template <class... Calls>
struct rows_from_call : key_list<Calls...> {
    template <class Out>
    static constexpr void write(Out& out, const rows_from_call* self) {
        out.append("rows from (");
        key_list<Calls...>::write(out, self);
        out.append(")");
    }
};

/// `(a integer, b text)`: the first columns of a struct.
template <class Row, std::size_t... I>
constexpr void write_column_types(text_writer& out, std::index_sequence<I...>) {
    in_order({(out.append(I == 0 ? "(" : ", "), out.name(facts_of<Row>.columns[I]), out.append(" "),
               out.append(cast_end<unwrapped<column_type<I, Row>>>::type), 0)...});
    out.append(")");
}
/// `jsonb_to_recordset(x) as (a integer, b text)`, as it stands in ROWS FROM.
template <class Row, std::size_t Columns, class Document>
struct recordset_call : Document {
    constexpr explicit recordset_call(Document d) : Document(std::move(d)) {}

    static constexpr void write(text_writer& out, const recordset_call* self) {
        out.append("jsonb_to_recordset(");
        Document::write(out, self);
        out.append(") as ");
        write_column_types<Row>(out, std::make_index_sequence<Columns>{});
    }
};

/// `jsonb_to_recordset(x) as name (a integer, b text)`.
template <class Tag, class Document>
struct recordset_source : source_tag {
    using tag = Tag;
    static constexpr bool table = false;
    static constexpr bool lateral = true;
    static constexpr bool constant = Document::constant;
    static constexpr bool dynamic = Document::dynamic;
    template <class Tables>
    using stranger = typename Document::template stranger<Tables>;

    [[no_unique_address]] Document document;

    constexpr explicit recordset_source(Document d) : document(std::move(d)) {}

    /// Gives it another name than its struct's.
    template <fixed_string Name>
    constexpr auto as(aliased<model_of<Tag>, Name>) const {
        return recordset_source<aliased<model_of<Tag>, Name>, Document>(document);
    }
    /// Numbers the rows from 1, in the last field of the struct. PostgreSQL takes types and numbers in ROWS FROM only.
    constexpr auto with_ordinality() const {
        using row = model_of<Tag>;
        using call = rows_from_call<recordset_call<row, column_count<row> - 1, Document>>;
        using source = set_call<column_count<row>, call, true>;
        return function_source<Tag, source, true>(
            source(call{{{recordset_call<row, column_count<row> - 1, Document>(document)}}}));
    }

    static constexpr void write(text_writer& out, const recordset_source* self) {
        out.append("jsonb_to_recordset(");
        Document::write(out, part_of(self, &recordset_source::document));
        out.append(") as ");
        out.name(name_of_tag<Tag>());
        out.append(" ");
        write_column_types<model_of<Tag>>(out, std::make_index_sequence<column_count<model_of<Tag>>>{});
    }
    template <class F>
    constexpr void visit(F& f) const {
        document.visit(f);
    }
};

template <class Document>
struct recordset_document {
    static constexpr bool value = [] {
        if constexpr (expression<Document>) return id_of<typename Document::value_type>() == id::jsonb;
        else return false;
    }();
    static_assert(
        value,
        "pgmodel: jsonb_to_recordset() takes a jsonb, such as a column or pgmodel::value(pgmodel::jsonb_text(...))");
};

/// One of the functions in ROWS FROM: an expression, which gives one column, or a source whose struct tells its
/// columns.
template <class Given>
struct rows_from_part {
    static constexpr bool value = expression<Given>;
    static_assert(
        value, "pgmodel: rows_from() takes functions, as expressions such as pgmodel::unnest(x) or as sources such as "
               "pgmodel::generate_series<row>(1, 9), without with_ordinality()");
    using function = Given;
    static constexpr std::size_t columns = 1;
    template <std::size_t>
    using column =
        std::conditional_t<Given::nullable, std::optional<typename Given::value_type>, typename Given::value_type>;
    static constexpr function of(Given given) { return given; }
};
template <class Tag, class Document>
struct rows_from_part<recordset_source<Tag, Document>> {
    static constexpr bool value = true;
    static constexpr std::size_t columns = column_count<model_of<Tag>>;
    using function = recordset_call<model_of<Tag>, columns, Document>;
    template <std::size_t I>
    using column = column_type<I, model_of<Tag>>;
    static constexpr function of(recordset_source<Tag, Document> given) { return function(given.document); }
};
template <class Tag, class Call>
struct rows_from_part<function_source<Tag, Call, false>> {
    static constexpr bool value = true;
    using function = Call;
    static constexpr std::size_t columns = Call::columns;
    template <std::size_t I>
    using column = column_type<I, model_of<Tag>>;
    static constexpr function of(function_source<Tag, Call, false> given) { return given.function; }
};
/// Which of the struct's fields a function fills.
template <class Row, bool Several, std::size_t First, class Part,
          class Indices = std::make_index_sequence<Part::columns>>
struct filled_by_part;
template <class Row, bool Several, std::size_t First, class Part, std::size_t... I>
struct filled_by_part<Row, Several, First, Part, std::index_sequence<I...>> {
    static constexpr bool value = (set_column < Row, First + I, unwrapped<typename Part::template column<I>>,
                                   Several || is_optional < typename Part::template column < I >>> ::value && ...);
};
/// How many columns the functions before the `N`th have.
template <std::size_t N, class... Parts>
constexpr std::size_t columns_before() {
    const std::size_t each[]{Parts::columns...};
    std::size_t sum = 0;
    for (std::size_t i = 0; i < N; ++i) sum += each[i];
    return sum;
}

template <class Row, std::size_t... I, class... Given>
constexpr auto make_rows_from(std::index_sequence<I...>, Given... given) {
    static_assert((filled_by_part<Row, (sizeof...(Given) > 1), columns_before<I, rows_from_part<Given>...>(),
                                  rows_from_part<Given>>::value &&
                   ...));
    using function = rows_from_call<typename rows_from_part<Given>::function...>;
    using source = set_call<columns_before<sizeof...(Given), rows_from_part<Given>...>(), function>;
    return function_source<Row, source, false>(source(function{{{rows_from_part<Given>::of(std::move(given))...}}}));
}

}  // namespace detail

/// `ROWS FROM (f(...), g(...)) AS row (a, b)`: functions side by side, the first row of one beside the first of the
/// other; where one has fewer rows its columns are NULL, so their fields are std::optional. Each is an expression, or a
/// source that has been made with a struct of its own: `pg::rows_from<row>(pg::unnest(col<&t::tags>),
/// pg::generate_series<number>(1, 9))`.
template <class Row, class... Functions>
constexpr auto rows_from(Functions... functions) {
    static_assert(sizeof...(Functions) > 0, "pgmodel: rows_from() takes at least one function");
    if constexpr ((detail::rows_from_part<Functions>::value && ...))
        return detail::make_rows_from<Row>(std::index_sequence_for<Functions...>{}, std::move(functions)...);
}

/// A function of the server that returns a set of rows, by its name and its signature; the struct that it returns names
/// the columns:
///
///     struct pair { std::string key; pg::jsonb_text value; };
///     inline constexpr auto jsonb_each = pg::set_returning<"jsonb_each", pair(pg::jsonb_text)>;
///
/// `jsonb_each(col<&t::document>)` stands in FROM and sees the tables before it: `jsonb_each(t.document) as pair (key,
/// value)`. Of a struct that ends in a std::int64_t for the place, `jsonb_each(...).with_ordinality()` numbers the
/// rows.
template <fixed_string Name, class Signature>
inline constexpr detail::set_returning_object<detail::function_name<Name>::text, Signature> set_returning{};

/// `jsonb_to_recordset(x) as row (a integer, b text)`: the objects of a JSON array as rows of the struct; a key that an
/// object lacks is NULL, so its field is a std::optional.
template <class Row, class Document>
constexpr auto jsonb_to_recordset(Document document) {
    static_assert(detail::recordset_document<Document>::value);
    return detail::recordset_source<Row, Document>(std::move(document));
}

}  // namespace pgmodel

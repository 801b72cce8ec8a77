// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What stands in FROM: tables, also under an alias, and what is like a table: subqueries, common table expressions,
// lists of rows, functions that return sets. Whatever it is, its columns are fields of a struct, so `col<&row::field>`
// names them all.
#pragma once

#include <pgmodel/expression/alias.hpp>
#include <pgmodel/expression/key_list.hpp>
#include <pgmodel/query/model_view.hpp>
#include <pgmodel/query/row_struct.hpp>

namespace pgmodel {
namespace detail {

struct source_tag {};
template <class T>
concept source = tagged<T, source_tag>;

/// What tells the sources of a query apart is a tag: the struct of their columns, or an alias of it.
template <class Tag>
struct model_of_tag {
    using type = Tag;
};
template <class T, fixed_string Name>
struct model_of_tag<aliased<T, Name>> {
    using type = T;
};
template <class Tag>
using model_of = typename model_of_tag<Tag>::type;
template <class Tag>
inline constexpr bool is_alias = !std::is_same_v<Tag, model_of<Tag>>;

/// The name by which columns say that they are of this source, without a schema.
template <class Tag>
constexpr std::string_view name_of_tag() {
    if constexpr (is_alias<Tag>) return Tag::name.view();
    else return facts_of<Tag>.name;
}
/// What stands before a column: `alias` or `schema.table`.
template <class Tag>
constexpr void write_tag(text_writer& out) {
    if constexpr (is_alias<Tag>) out.name(Tag::name.view());
    else out.template table<Tag>();
}
/// ` (a, b)`: the columns of the struct.
template <class Tag>
constexpr void write_column_list(text_writer& out) {
    out.append(" (");
    out.append(rendered<stored_column_names<model_of<Tag>>>::sql);
    out.append(")");
}
/// ` as name (a, b)`.
template <class Tag>
constexpr void write_columns_alias(text_writer& out) {
    out.append(" as ");
    out.name(name_of_tag<Tag>());
    write_column_list<Tag>(out);
}

/// A table of the database, `only` without those that inherit from it.
template <class Tag, bool Only = false>
struct table_source : source_tag {
    using tag = Tag;
    static constexpr bool table = true;
    static constexpr bool lateral = false;
    static constexpr bool constant = true;
    template <class Tables>
    using stranger = void;

    static constexpr void write(text_writer& out, const table_source*) {
        if constexpr (Only) out.append("only ");
        out.template table<model_of<Tag>>();
        if constexpr (is_alias<Tag>) {
            out.append(" as ");
            out.name(Tag::name.view());
        }
    }
    template <class F>
    constexpr void visit(F&) const {}
};

/// `bernoulli ($1) repeatable ($2)`.
template <fixed_string Method, bool Repeatable>
struct sample_method {
    double percentage;
    double seed;

    /// The same sample for the same seed, as long as the table does not change.
    constexpr auto repeatable(double with) const { return sample_method<Method, true>{percentage, with}; }
};
template <class Table, fixed_string Method, bool Repeatable>
struct sampled_source : Table {
    static constexpr bool constant = false;
    sample_method<Method, Repeatable> method;

    constexpr sampled_source(Table sampled, sample_method<Method, Repeatable> m) : Table(sampled), method(m) {}

    static constexpr void write(text_writer& out, const sampled_source*) {
        Table::write(out, nullptr);
        out.append(" tablesample ");
        out.append(Method.view());
        out.append(" (");
        out.template parameter<double>();
        if constexpr (Repeatable) {
            out.append(") repeatable (");
            out.template parameter<double>();
        }
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        f(method.percentage);
        if constexpr (Repeatable) f(method.seed);
    }
};

/// A name of its own is needed where the table's has a schema, which no subquery can have.
template <class Tag>
inline constexpr bool can_be_derived = is_alias<Tag> || facts_of<model_of<Tag>>.schema.empty();

/// `(select ...) as name`.
template <class Tag, class Query, bool Lateral = false>
struct subquery_source : source_tag {
    using tag = Tag;
    static constexpr bool table = false;
    static constexpr bool lateral = Lateral;
    static constexpr bool constant = Query::constant;
    static constexpr bool dynamic = Query::dynamic;
    static_assert(nested_query<Query>::value);
    template <class Tables>
    using stranger = typename Query::template stranger<Tables>;

    [[no_unique_address]] Query query;

    constexpr explicit subquery_source(Query q) : query(std::move(q)) {}

    /// Gives it another name than its struct's.
    template <fixed_string Name>
    constexpr auto as(aliased<model_of<Tag>, Name>) const {
        return subquery_source<aliased<model_of<Tag>, Name>, Query, Lateral>(query);
    }
    template <class Column>
    constexpr auto operator[](Column column) const {
        if constexpr (is_alias<Tag>) return Tag{}[column];
        else return column;
    }

    static constexpr void write(text_writer& out, const subquery_source* self) {
        out.append(Lateral ? "lateral (" : "(");
        Query::write(out, part_of(self, &subquery_source::query));
        out.append(") as ");
        out.name(name_of_tag<Tag>());
    }
    template <class F>
    constexpr void visit(F& f) const {
        query.visit(f);
    }
};

/// `function(...) with ordinality as name (a, b)`. PostgreSQL lets functions see what stands before them.
template <class Tag, class Call, bool Ordinality>
struct function_source : source_tag {
    using tag = Tag;
    static constexpr bool table = false;
    static constexpr bool lateral = true;
    static constexpr bool constant = Call::constant;
    static constexpr bool dynamic = Call::dynamic;
    template <class Tables>
    using stranger = typename Call::template stranger<Tables>;

    using model = model_of<Tag>;
    static_assert(!Call::windowed,
                  "pgmodel: a window function has no place in a function in FROM; make it in a subquery");
    static_assert(
        !Ordinality || std::is_same_v<column_type<column_count<model> - 1, model>, std::int64_t>,
        "pgmodel: with_ordinality() numbers the rows in the struct's last field, which must be a std::int64_t");
    static constexpr bool fits = column_count<model> == Call::columns + (Ordinality && !Call::of_struct);

    [[no_unique_address]] Call function;

    constexpr explicit function_source(Call f) : function(std::move(f)) {}

    /// Numbers the rows from 1, in the last field of the struct.
    constexpr auto with_ordinality() const { return function_source<Tag, Call, true>(function); }
    template <fixed_string Name>
    constexpr auto as(aliased<model_of<Tag>, Name>) const {
        return function_source<aliased<model_of<Tag>, Name>, Call, Ordinality>(function);
    }

    static constexpr void write(text_writer& out, const function_source* self) {
        Call::write(out, part_of(self, &function_source::function));
        if constexpr (Ordinality) out.append(" with ordinality");
        write_columns_alias<Tag>(out);
    }
    template <class F>
    constexpr void visit(F& f) const {
        function.visit(f);
    }
};

/// A call in FROM that returns rows of `Columns` columns, or those of its struct, whatever else that holds.
template <std::size_t Columns, class Call, bool OfStruct = false>
struct set_call : Call {
    static constexpr std::size_t columns = Columns;
    static constexpr bool of_struct = OfStruct;
    constexpr explicit set_call(Call c) : Call(std::move(c)) {}
};

/// The field of a row and what a function gives for it.
template <class Row, std::size_t I, class Value, bool Nullable>
struct set_column {
    static constexpr bool enough = I < column_count<Row>;
    static constexpr bool same = [] {
        if constexpr (enough) return std::is_same_v<unwrapped<column_type<I, Row>>, Value>;
        else return true;
    }();
    static_assert(same,
                  "pgmodel: a field of this struct has another type than the column of the function at its place");
    static constexpr bool can_hold = [] {
        if constexpr (enough) return !Nullable || is_optional<column_type<I, Row>>;
        else return true;
    }();
    static_assert(can_hold, "pgmodel: this column of the function can be NULL; make the field a std::optional");
    static constexpr bool value = true;
};

template <class Array>
struct unnested {
    static constexpr bool value = false;
    using type = void;
};
template <class T>
struct unnested<std::vector<T>> {
    static constexpr bool value = true;
    using type = T;
};

template <class T>
constexpr auto as_source(model_tag<T>) {
    return table_source<T>{};
}
template <class T, fixed_string Name>
constexpr auto as_source(aliased<T, Name>) {
    return table_source<aliased<T, Name>>{};
}
template <source Source>
constexpr auto as_source(Source given) {
    return given;
}
template <class T>
inline constexpr bool names_source = source<T>;
template <class T>
inline constexpr bool names_source<model_tag<T>> = true;
template <class T, fixed_string Name>
inline constexpr bool names_source<aliased<T, Name>> = true;

}  // namespace detail

/// `ONLY table`: without the rows of tables that inherit from it.
template <class Table>
constexpr auto only(Table table) {
    using given = decltype(detail::as_source(table));
    using tag = typename given::tag;
    static_assert(std::is_same_v<given, detail::table_source<tag>>,
                  "pgmodel: only() takes pgmodel::model<...> or an alias of it; what else is said of the table stands "
                  "around it: pgmodel::with_removed(pgmodel::only(...))");
    return detail::table_source<tag, true>{};
}

namespace detail {
template <class T>
inline constexpr bool is_plain_view = facts_of<T>.view && [] {
    storage_finder storage{};
    declare<T>().items.each(storage);
    return storage.of == stored_as::view;
}();
}  // namespace detail

/// How a table is sampled: each row with this chance in percent, or each page.
constexpr auto bernoulli(double percentage) { return detail::sample_method<"bernoulli", false>{percentage, 0}; }
constexpr auto system_pages(double percentage) { return detail::sample_method<"system", false>{percentage, 0}; }
/// `table TABLESAMPLE method`: `pg::tablesample(pg::model<track>, pg::bernoulli(10).repeatable(1))`.
template <class Table, fixed_string Method, bool Repeatable>
constexpr auto tablesample(Table table, detail::sample_method<Method, Repeatable> method) {
    auto source = detail::as_source(table);
    static_assert(decltype(source)::table && !detail::is_plain_view<detail::model_of<typename decltype(source)::tag>>,
                  "pgmodel: only a table can be sampled, or a materialized view");
    return detail::sampled_source<decltype(source), Method, Repeatable>(source, method);
}
template <class Table, class Method>
constexpr auto tablesample(Table table, const Method&) {
    static_assert(sizeof(Method) == 0, "pgmodel: tablesample() takes how it samples: pgmodel::bernoulli(percentage) or "
                                       "pgmodel::system_pages(percentage)");
    return detail::as_source(table);
}

/// A query in FROM, `(select ...) as name`: its columns are the fields of the struct that its rows are.
template <detail::query Query>
constexpr auto subquery(Query query) {
    static_assert(detail::row_struct<Query>::value);
    return detail::subquery_source<typename Query::struct_row, Query>(std::move(query));
}
template <class Given>
    requires(!detail::query<Given>)
constexpr auto subquery(const Given& given) {
    static_assert(detail::query<Given>,
                  "pgmodel: a subquery is a query, such as pgmodel::select(...); a statement that changes rows stands "
                  "in WITH: pgmodel::with(pgmodel::cte(statement))");
    return given;
}
/// `LATERAL (select ...) as name`: the query sees the tables before it.
template <class Tag, class Query>
constexpr auto lateral(detail::subquery_source<Tag, Query> given) {
    return detail::subquery_source<Tag, Query, true>(std::move(given.query));
}
template <detail::query Query>
constexpr auto lateral(Query query) {
    return lateral(subquery(std::move(query)));
}

/// `unnest(a, b) as row (x, y)`: the elements of arrays as rows; `Row` is the struct that names them.
template <class Row, class... Arrays>
constexpr auto unnest(Arrays... arrays) {
    using namespace detail;
    static_assert(sizeof...(Arrays) > 0 && (unnested<typename Arrays::value_type>::value && ...),
                  "pgmodel: unnest() takes arrays, such as a column of type std::vector");
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        static_assert((set_column < Row, I, unwrapped<typename unnested<typename Arrays::value_type>::type>,
                       is_optional<typename unnested<typename Arrays::value_type>::type> ||
                           (sizeof...(Arrays) > 1) > ::value && ...));
    }(std::index_sequence_for<Arrays...>{});
    using function = call<"unnest(", ")", Row, 0, Arrays...>;
    return function_source<Row, set_call<sizeof...(Arrays), function>, false>(
        set_call<sizeof...(Arrays), function>(function(std::move(arrays)...)));
}
namespace detail {

/// What the ends of a series are: of the type of the field, or of a whole number that the server widens to it.
template <class Value, class From, class To>
struct series_ends {
    static constexpr oid type = id_of<Value>();
    static_assert(type == id::integer || type == id::bigint || type == id::numeric || type == id::timestamp ||
                      type == id::timestamptz,
                  "pgmodel: generate_series() counts in integer, bigint, numeric, timestamp or timestamptz; give the "
                  "struct's field that type, and cast dates");
    template <class End>
    static constexpr bool same = id_of<typename End::value_type>() == type;
    template <class End>
    static constexpr bool fits = same<End> || (type != id::timestamp && type != id::timestamptz &&
                                               kind_of<typename End::value_type>() == kind::integer &&
                                               number_rank(id_of<typename End::value_type>()) < number_rank(type));
    static constexpr bool value = fits<From> && fits<To> && (same<From> || same<To>);
    static_assert(value, "pgmodel: the ends of generate_series() are of the type of the struct's field; cast them");
};

}  // namespace detail

/// `generate_series(from, to)`, in steps of 1; `Row` has one field, of the type that is counted in.
template <class Row, class From, class To>
constexpr auto generate_series(From from, To to) {
    using namespace detail;
    using value = unwrapped<column_type<0, Row>>;
    auto a = as_operand<value, Row>(std::move(from));
    auto b = as_operand<value, Row>(std::move(to));
    static_assert(series_ends<value, decltype(a), decltype(b)>::value);
    using function = call<"generate_series(", ")", Row, 0, decltype(a), decltype(b)>;
    return function_source<Row, set_call<1, function>, false>(
        set_call<1, function>(function(std::move(a), std::move(b))));
}
template <class Row, class From, class To, class Step>
constexpr auto generate_series(From from, To to, Step step) {
    using namespace detail;
    using value = unwrapped<column_type<0, Row>>;
    auto a = as_operand<value, Row>(std::move(from));
    auto b = as_operand<value, Row>(std::move(to));
    static_assert(series_ends<value, decltype(a), decltype(b)>::value);
    using step_type = std::conditional_t<is_length_of_time<Step>, interval, Step>;
    auto c = as_operand<std::conditional_t<is_number(kind_of<value>()), value, step_type>, Row>(std::move(step));
    static_assert(is_number(kind_of<value>()) || id_of<typename decltype(c)::value_type>() == id::interval,
                  "pgmodel: generate_series() of times goes in steps of an interval");
    using function = call<"generate_series(", ")", Row, 0, decltype(a), decltype(b), decltype(c)>;
    return function_source<Row, set_call<1, function>, false>(
        set_call<1, function>(function(std::move(a), std::move(b), std::move(c))));
}
template <class Never = void>
constexpr auto generate_series(detail::anything, detail::anything, ...) {
    static_assert(detail::never<Never>, "pgmodel: generate_series() is told the struct whose field is its column: "
                                        "pgmodel::generate_series<number>(1, 9)");
}
/// Any other function that returns a set of single values, as a table: `name(...) as row (x)`.
template <class Row, detail::expression Call>
constexpr auto table_function(Call call) {
    using namespace detail;
    static_assert(set_column<Row, 0, typename Call::value_type, Call::nullable>::value);
    return function_source<Row, set_call<1, Call>, false>(set_call<1, Call>(std::move(call)));
}

}  // namespace pgmodel

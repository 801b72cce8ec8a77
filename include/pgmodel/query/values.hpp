// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// VALUES in FROM and in WITH: rows that a statement brings with it. `Row` is the struct whose fields are the columns.
#pragma once

#include <pgmodel/expression/row_items.hpp>
#include <pgmodel/query/with.hpp>

#include <vector>

namespace pgmodel {
namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"values", First, More...> = true;

/// May this stand in a row of VALUES for a field of `Row`? Its type must be the field's own, as no other row tells it.
template <class Row, fixed_string Field, class Type, class Item>
struct value_for_field {
    static constexpr bool null = is_optional<Type> || !holds_null<Item>;
    static_assert(
        null,
        "pgmodel: this field of a row of values() is not optional, so it takes no std::optional; make the field one");
    static constexpr bool value = [] {
        if constexpr (!null || std::is_same_v<Item, std::nullopt_t>) return null;
        else return operand_fits<Row, unwrapped<Type>, unwrapped<Item>>::value;
    }();
};
template <class Row, fixed_string Field, class Type, expression Item>
struct value_for_field<Row, Field, Type, Item> {
    static constexpr bool same = std::is_same_v<typename Item::value_type, unwrapped<Type>>;
    static_assert(
        same, "pgmodel: this field of a row of values() has another type than the expression at its place; cast it");
    static_assert(!same || is_optional<Type> || !Item::nullable,
                  "pgmodel: this expression can be NULL; make the field of the row of values() a std::optional");
    static constexpr bool value = true;
};
template <class Row, fixed_string Field, class Type, referring Item>
struct value_for_field<Row, Field, Type, Item> : value_for_field<Row, Field, Type, value_given<Item>> {};
template <class Type, class Item>
constexpr auto field_parameter(Item&& given) {
    using item = std::decay_t<Item>;
    using type = unwrapped<Type>;
    if constexpr (is_enum_literal<item>) {
        return with_type<type>(item(std::forward<Item>(given)));
    } else if constexpr (expression<item>) {
        return item(std::forward<Item>(given));
    } else if constexpr (referring<item>) {
        if constexpr (std::is_same_v<value_given<item>, type>) return referred_parameter<type>(given.get());
        else return field_parameter<Type>(given.get());
    } else if constexpr (std::is_same_v<item, std::nullopt_t>) {
        return parameter<std::optional<type>>(std::nullopt);
    } else if constexpr (is_optional<item>) {
        if (!given) return parameter<std::optional<type>>(std::nullopt);
        return parameter<std::optional<type>>(field_parameter<type>(*std::forward<Item>(given)).value);
    } else if constexpr (std::is_convertible_v<item, type> && !std::is_arithmetic_v<item>) {
        return parameter<type>(static_cast<type>(std::forward<Item>(given)));
    } else {
        return parameter<type>(type(convert_operand<type>(std::forward<Item>(given)).value));
    }
}

template <class Row, class Indices, class... Items>
struct values_row;
template <class Row, std::size_t... I, class... Items>
struct values_row<Row, std::index_sequence<I...>, Items...> {
    static constexpr bool same_count = sizeof...(Items) == column_count<Row>;
    static_assert(same_count, "pgmodel: each row of values() has as many values as the struct has fields");
    static constexpr bool value = [] {
        if constexpr (same_count)
            return all_true({value_for_field<Row, column_as_argument<Row, I>(), column_type<I, Row>, Items>::value...});
        else return false;
    }();

    static constexpr auto make(const pack<Items...>& items) {
        if constexpr (value)
            return make_list(field_parameter<column_type<I, Row>>(*pack<Items...>::template at<I, Items>(&items))...);
        else return key_list<literal<0>>{{literal<0>{}}};
    }

private:
    template <class... Operands>
    static constexpr auto make_list(Operands... operands) {
        return key_list<Operands...>{{std::move(operands)...}};
    }
};
template <class Row, class Given>
struct values_row_of {
    using item = row_item<std::decay_t<Given>>;
    using type = values_row<Row, std::index_sequence<0>, item>;
    static constexpr auto make(const Given& given) { return type::make(pack<item>(item(given))); }
};
template <class Row, class... Items>
struct values_row_of<Row, row_value<Items...>> {
    using type = values_row<Row, std::index_sequence_for<Items...>, Items...>;
    static constexpr auto make(const row_value<Items...>& row) { return type::make(row.items); }
};

/// `values ($1, $2), ($3, $4)`
template <class... Rows>
struct values_list {
    static constexpr bool constant = (Rows::constant && ...);
    static constexpr bool dynamic = (Rows::dynamic || ...);
    template <class Tables>
    using stranger = typename first_stranger<typename Rows::template stranger<Tables>...>::type;
    static_assert(!(Rows::aggregate || ...) && !(Rows::windowed || ...),
                  "pgmodel: an aggregate or a window function has no place in values(); make it in a subquery");
    static_assert(no_set<(Rows::special | ...)>::value);

    [[no_unique_address]] pack<Rows...> rows;

    static constexpr void write(text_writer& out, const values_list* self) {
        write_all(out, self, std::index_sequence_for<Rows...>{});
    }
    template <class F>
    constexpr void visit(F& f) const {
        rows.each([&f](const auto& row) { row.visit(f); });
    }

private:
    template <std::size_t... I>
    static constexpr void write_all(text_writer& out, const values_list* self, std::index_sequence<I...>) {
        ((out.append(I == 0 ? "values (" : ", ("),
          Rows::write(out, pack<Rows...>::template at<I, Rows>(self ? &self->rows : nullptr)), out.append(")")),
         ...);
    }
};

/// `(values ...) as name (a, b)`
template <class Tag, class Values, bool Lateral = false>
struct values_source : source_tag {
    using tag = Tag;
    static constexpr bool table = false;
    static constexpr bool lateral = Lateral;
    static constexpr bool constant = Values::constant;
    static constexpr bool dynamic = Values::dynamic;
    template <class Tables>
    using stranger = typename Values::template stranger<Tables>;

    [[no_unique_address]] Values values;

    constexpr explicit values_source(Values v) : values(std::move(v)) {}

    /// Gives it another name than its struct's.
    template <fixed_string Name>
    constexpr auto as(aliased<model_of<Tag>, Name>) const {
        return values_source<aliased<model_of<Tag>, Name>, Values, Lateral>(values);
    }

    static constexpr void write(text_writer& out, const values_source* self) {
        out.append(Lateral ? "lateral (" : "(");
        Values::write(out, part_of(self, &values_source::values));
        out.append(")");
        write_columns_alias<Tag>(out);
    }
    template <class F>
    constexpr void visit(F& f) const {
        values.visit(f);
    }
};

/// `name (a, b) as (values ...)`, in WITH.
template <class Tag, class Values>
struct values_cte {
    using tag = Tag;
    static constexpr bool constant = Values::constant;
    static constexpr bool dynamic = Values::dynamic;
    static constexpr bool changes = false;
    template <class Tables>
    using stranger = typename Values::template stranger<Tables>;

    [[no_unique_address]] Values values;

    static constexpr void write(text_writer& out, const values_cte* self) {
        out.name(name_of_tag<Tag>());
        write_column_list<Tag>(out);
        out.append(" as (");
        Values::write(out, part_of(self, &values_cte::values));
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        values.visit(f);
    }
};
template <class Tag, class Values>
inline constexpr bool is_cte<values_cte<Tag, Values>> = true;
template <class Tag, class Values>
inline constexpr bool names_source<values_cte<Tag, Values>> = true;
template <class Tag, class Values>
constexpr auto as_source(const values_cte<Tag, Values>&) {
    return cte_source<Tag>{};
}

template <class Row, class... Given>
constexpr auto make_values_list(const Given&... given) {
    using list = values_list<decltype(values_row_of<Row, Given>::make(given))...>;
    return values_source<Row, list>(list{{values_row_of<Row, Given>::make(given)...}});
}

/// Can a field of many rows travel as one array?
template <class Row, fixed_string Field, class Type>
struct column_of_values {
    static_assert(!is_array<Type> && !composite_value<Type>,
                  "pgmodel: rows of values() travel as one array for each field, which a field that is an array or a "
                  "struct itself cannot be part of; say the rows one by one: pgmodel::values<row>(pgmodel::row(...), "
                  "...)");
    static constexpr bool value = true;
};
template <class Row, std::size_t... I>
auto make_values(const std::vector<Row>& rows, std::index_sequence<I...>) {
    static_assert(
        all_true({column_of_values<Row, column_as_argument<Row, I>(), unwrapped<column_type<I, Row>>>::value...}));
    const auto column = [&rows]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
        std::vector<column_type<Place, Row>> values;
        values.reserve(rows.size());
        for (const Row& row : rows) values.push_back(get_column<Place>(row));
        return parameter<std::vector<column_type<Place, Row>>>(std::move(values));
    };
    using function = call<"unnest(", ")", Row, 0, parameter<std::vector<column_type<I, Row>>>...>;
    using set = set_call<sizeof...(I), function>;
    return function_source<Row, set, false>(set(function(column(std::integral_constant<std::size_t, I>{})...)));
}

}  // namespace detail

/// `(VALUES (...), (...)) AS row (a, b)`: rows of values and expressions, each as `pg::row(...)`, or as itself where
/// the struct has one field: `pg::values<point>(pg::row(1, 2), pg::row(3, col<&t::y>))`. In FROM; as `pg::lateral(...)`
/// it sees the tables before it; `pg::cte(...)` puts it into WITH.
template <class Row, class First, class... More>
    requires(!std::is_same_v<std::decay_t<First>, std::vector<Row>>)
constexpr auto values(const First& first, const More&... more) {
    static_assert(
        (detail::values_row_of<Row, First>::type::value && ... && detail::values_row_of<Row, More>::type::value));
    return detail::make_values_list<Row>(first, more...);
}
/// Rows that are there as structs, however many: `unnest($1, $2) AS row (a, b)`, one array for each field, so the
/// statement's text is always the same.
template <class Row>
auto values(const std::vector<Row>& rows) {
    return detail::make_values(rows, std::make_index_sequence<detail::column_count<Row>>{});
}
template <class Tag, class Values>
constexpr auto lateral(detail::values_source<Tag, Values> given) {
    return detail::values_source<Tag, Values, true>(std::move(given.values));
}
template <class Tag, class Values>
constexpr auto cte(detail::values_source<Tag, Values> given) {
    return detail::values_cte<Tag, Values>{std::move(given.values)};
}

}  // namespace pgmodel

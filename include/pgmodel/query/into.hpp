// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Rows as a struct of the user's: `pg::select(...).into<summary>()`. Expressions fill the fields by their places, and
// columns are called like the fields, so that a subquery's columns have names.
#pragma once

#include <pgmodel/query/select_list.hpp>

namespace pgmodel::detail {

/// Can the expression fill the field?
template <class Row, fixed_string Field, class Type, class Item, class Nulls>
struct filled_field {
    using given = typename value_in_query<Item, Nulls>::type;
    static constexpr bool null = null_in_query<Item, Nulls>();
    static constexpr bool readable = holds_values_of<unwrapped<Type>, given>();
    static_assert(readable, "pgmodel: this field has another type than the expression at its place");
    static_assert(!readable || !null || is_optional<Type>,
                  "pgmodel: this expression can be NULL; make the field a std::optional");
    static_assert(!readable || !lacks_null_elements<unwrapped<Type>, given>,
                  "pgmodel: elements of this array can be NULL; make the field a std::vector<std::optional<T>>");
    static constexpr bool value = true;
};
/// Is the column at this place not called like the field at another one?
template <bool Swapped, class Row, std::size_t I, class Item>
struct named_field {
    static_assert(
        !Swapped,
        "pgmodel: this column is called like another field of the struct; say the expressions in the order of "
        "the fields");
    static constexpr bool value = true;
};
template <class Row, class Nulls, class Indices, class... Items>
struct filled_fields;
template <class Row, class Nulls, std::size_t... I, class... Items>
struct filled_fields<Row, Nulls, std::index_sequence<I...>, Items...> {
    static_assert((filled_field<Row, column_as_argument<Row, I>(), column_type<I, Row>, Items, Nulls>::value && ...));
    /// A field that is filled by a column of its own name leaves that name to columns of other tables.
    static constexpr bool swapped(std::size_t place) {
        const std::string_view given[]{selected_name<Items>()...};
        for (std::size_t i = 0; i < sizeof...(Items); ++i)
            if (i != place && !given[place].empty() && facts_of<Row>.columns[i].name == given[place] &&
                given[i] != given[place])
                return true;
        return false;
    }
    static_assert((named_field<swapped(I), Row, I, Items>::value && ...));
    static constexpr bool value = true;
};

/// What other queries read is to have the field's type on the server, or be a text like it.
template <class Row, fixed_string Field, class Type, class Given>
struct field_that_is_read {
    static_assert(passes_as<Given, Type>() && passes_as<Type, Given>(),
                  "pgmodel: another query reads this field, and the expression at its place has another type on the "
                  "server; say pgmodel::cast<...>() with the type of the field");
    static constexpr bool value = true;
};

template <class Row, class... Items>
struct into_list : select_list<Items...> {
    using struct_row = Row;
    using base = select_list<Items...>;
    static_assert(!(is_whole_model<Items> || ...),
                  "pgmodel: into() makes a struct of expressions; name the columns of the model");

    template <class Nulls>
    struct checked_reader : into_reader<Row> {
        static constexpr bool same_count = column_count<Row> == sizeof...(Items);
        static_assert(same_count, "pgmodel: into() takes as many expressions as the struct has fields");
        static_assert(
            std::conditional_t<same_count, filled_fields<Row, Nulls, std::index_sequence_for<Items...>, Items...>,
                               std::true_type>::value);
    };
    template <class Nulls>
    using reader = checked_reader<Nulls>;

    static constexpr bool hides(std::string_view wanted) {
        const std::string_view given[]{selected_name<Items>()...};
        for (std::size_t i = 0; i < sizeof...(Items); ++i)
            if (facts_of<Row>.columns[i].name == wanted && given[i] != wanted) return true;
        return false;
    }

    /// The name that the rows give to an expression; none for one with values, which ORDER BY may have others of.
    template <class E>
    static constexpr std::string_view name_given() {
        if constexpr (base::template holds<E> && E::constant) {
            const bool same[]{std::is_same_v<E, Items>...};
            for (std::size_t i = 0; i < sizeof...(Items); ++i)
                if (same[i]) return facts_of<Row>.columns[i].name;
        }
        return {};
    }

    static constexpr void write(text_writer& out, const into_list* self) {
        write_all(out, self, std::index_sequence_for<Items...>{});
    }

private:
    template <std::size_t... I>
    static constexpr void write_all(text_writer& out, const into_list* self, std::index_sequence<I...>) {
        (write_one<I, Items>(out, pack<Items...>::template at<I, Items>(self ? &self->items : nullptr)), ...);
    }
    template <std::size_t I, class Item>
    static constexpr void write_one(text_writer& out, const Item* item) {
        if constexpr (I > 0) out.append(", ");
        write_type<Item>(out);
        Item::write(out, item);
        if (I < column_count<Row> && selected_name<Item>() != facts_of<Row>.columns[I].name) {
            out.append(" as ");
            out.name(facts_of<Row>.columns[I]);
        }
    }
};

template <class Row, class... Items>
struct columns_as_fields<into_list<Row, Items...>>
    : columns_as_fields<type_list<Row, std::index_sequence_for<Items...>, Items...>> {};
template <class Row, std::size_t... I, class... Items>
struct columns_as_fields<type_list<Row, std::index_sequence<I...>, Items...>> {
    static constexpr bool value = (field_that_is_read<Row, column_as_argument<Row, I>(), unwrapped<column_type<I, Row>>,
                                                      typename Items::value_type>::value &&
                                   ...);
};

template <class Row, class... Items, class Key>
inline constexpr bool shows_named<into_list<Row, Items...>, Key> =
    select_list<Items...>::template holds<Key> &&
    into_list<Row, Items...>::template name_given<Key>() == selected_name<Key>();

/// A key of ORDER BY that is selected under a name is written as that name, unless it is a column, which has its own.
template <class List, class Key>
struct named_key {
    static constexpr void write(text_writer& out, const Key* key) { Key::write(out, key); }
};
template <class Row, class... Items, expression Key>
struct named_key<into_list<Row, Items...>, Key> {
    static constexpr std::string_view name = into_list<Row, Items...>::template name_given<Key>();
    static constexpr void write(text_writer& out, const Key* key) {
        if constexpr (name.empty() || !selected_name<Key>().empty()) Key::write(out, key);
        else out.name(name);
    }
};
template <class Row, class... Items, class E, fixed_string Direction, fixed_string Nulls>
struct named_key<into_list<Row, Items...>, ordered<E, Direction, Nulls>> {
    using key = ordered<E, Direction, Nulls>;
    static constexpr void write(text_writer& out, const key* self) {
        named_key<into_list<Row, Items...>, E>::write(out, self ? &self->key : nullptr);
        out.append(Direction.view());
        out.append(Nulls.view());
    }
};
/// ORDER BY of a query with this select list.
template <class List, class Order>
struct named_order {
    static constexpr void write(text_writer& out, const Order* order) { Order::write(out, order); }
};
template <class Row, class... Items, class... Keys>
struct named_order<into_list<Row, Items...>, key_list<Keys...>> {
    static constexpr void write(text_writer& out, const key_list<Keys...>* order) {
        write_all(out, order, std::index_sequence_for<Keys...>{});
    }

private:
    template <std::size_t... I>
    static constexpr void write_all(text_writer& out, const key_list<Keys...>* order, std::index_sequence<I...>) {
        ((out.append(I == 0 ? "" : ", "),
          named_key<into_list<Row, Items...>, Keys>::write(
              out, pack<Keys...>::template at<I, Keys>(order ? &order->keys : nullptr))),
         ...);
    }
};

template <class Row>
struct named_rows {
    static constexpr bool value = std::is_class_v<Row> && std::is_aggregate_v<Row>;
    static_assert(value, "pgmodel: into() takes a struct of your own, whose fields name the columns; without it the "
                         "rows are a std::tuple, or the value of one expression");
};
template <class Row, class... Items>
constexpr auto make_into(const select_list<Items...>& list) {
    if constexpr (named_rows<Row>::value) return into_list<Row, Items...>{list};
    else return list;
}

}  // namespace pgmodel::detail

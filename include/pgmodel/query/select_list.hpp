// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is selected: expressions and whole models, and the rows that they make: a value, a model, a tuple of these, or a
// struct of the user's.
#pragma once

#include <pgmodel/expression/window.hpp>
#include <pgmodel/query/row.hpp>
#include <pgmodel/query/sources.hpp>

namespace pgmodel::detail {

/// All columns of a model, by name.
template <class Tag>
struct whole_model {
    using model = model_of<Tag>;
    using owner = Tag;
    static constexpr std::size_t width = facts_of<model>.stored();
    static constexpr bool constant = true;
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr int special = 0;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<Tag, whole_model>, void, whole_model>;

    static constexpr void write(text_writer& out, const whole_model*) {
        if (!out.qualified) {
            out.append(rendered<stored_column_names<model>>::sql);
            return;
        }
        std::string_view before;
        for (const auto& column : facts_of<model>.columns) {
            if (!column.stored()) continue;
            out.append(before);
            write_tag<Tag>(out);
            out.append(".");
            out.name(column);
            before = ", ";
        }
    }
    template <class F>
    constexpr void visit(F&) const {}
};

template <class Item>
inline constexpr bool is_whole_model = false;
template <class Tag>
inline constexpr bool is_whole_model<whole_model<Tag>> = true;

/// The name under which an expression is selected; empty where that is not known here.
template <class Item>
constexpr std::string_view selected_name() {
    return {};
}
template <class Item>
    requires requires { Item::pointer; }
constexpr std::string_view selected_name() {
    if constexpr (names_attribute<Item::pointer>) return {};
    else return facts_of<typename Item::owner>.columns[column_place<Item::pointer>].name;
}
template <class Item>
    requires requires { typename Item::column_type; }
constexpr std::string_view selected_name() {
    return selected_name<typename Item::column_type>();
}

/// May the server give an expression this name? It takes a function's name, and what is below a cast, a subscript and
/// the like tells there.
constexpr bool may_be_called(const void*, std::string_view) { return true; }
template <fixed_string Operator, int Level, class Value, bool Nullable, class Left, class Right>
constexpr bool may_be_called(const infix<Operator, Level, Value, Nullable, Left, Right>*, std::string_view) {
    return false;
}
template <fixed_string Before, fixed_string After, int Level, class Value, bool Nullable, class Operand>
constexpr bool may_be_called(const affix<Before, After, Level, Value, Nullable, Operand>*, std::string_view) {
    return Before.view().empty();
}
template <literal_value V>
constexpr bool may_be_called(const literal<V>*, std::string_view) {
    return false;
}
template <fixed_string Before, fixed_string After, class Value, int Properties, class... Arguments>
constexpr bool may_be_called(const call<Before, After, Value, Properties, Arguments...>*, std::string_view name) {
    // Not by find(), which for g++ with the address sanitizer is no constant.
    constexpr std::string_view text = Before.view();
    std::size_t begin = 0, end = 0;
    for (; end < text.size() && text[end] != '('; ++end) {
        if (text[end] == '"') return true;
        if (text[end] == '.') begin = end + 1;
    }
    const std::string_view function(text.data() + begin, end - begin);
    return function == name || function == "cast";
}
template <auto M>
constexpr bool may_be_called(const column<M>*, std::string_view name) {
    if constexpr (names_attribute<M>) return last_attribute(M) == name;
    else return false;
}
template <class Alias, class Column>
constexpr bool may_be_called(const alias_column<Alias, Column>*, std::string_view name) {
    return may_be_called(static_cast<const Column*>(nullptr), name);
}
template <class Call, bool Distinct, class Order, class Filter>
constexpr bool may_be_called(const modified_call<Call, Distinct, Order, Filter>*, std::string_view name) {
    return may_be_called(static_cast<const Call*>(nullptr), name);
}
template <fixed_string Name, class Value, bool Nullable, class... Arguments>
constexpr bool may_be_called(const window_function<Name, Value, Nullable, Arguments...>*, std::string_view name) {
    return Name.view() == name;
}
template <class Function, class Window>
constexpr bool may_be_called(const over_call<Function, Window>*, std::string_view name) {
    return may_be_called(static_cast<const Function*>(nullptr), name);
}

template <expression E>
constexpr E as_item(E e) {
    return e;
}
template <class T>
constexpr auto as_item(model_tag<T>) {
    return whole_model<T>{};
}
template <class T, fixed_string Name>
constexpr auto as_item(aliased<T, Name>) {
    return whole_model<aliased<T, Name>>{};
}
template <class T>
inline constexpr bool selectable = expression<T>;
template <class T>
inline constexpr bool selectable<model_tag<T>> = true;
template <class T, fixed_string Name>
inline constexpr bool selectable<aliased<T, Name>> = true;
/// Has an expression a type of which only a name was seen, since its header is not part of <pgmodel.hpp>?
template <class T>
inline constexpr bool lacks_header = false;
template <expression T>
    requires(!std::is_void_v<typename T::value_type>)
inline constexpr bool lacks_header<T> =
    !requires { sizeof(typename T::value_type); } && !has_codec<typename T::value_type>;
template <class T>
inline constexpr bool lacks_over = false;
template <fixed_string Name, class Value, bool Nullable, class... Arguments>
inline constexpr bool lacks_over<window_function<Name, Value, Nullable, Arguments...>> = true;

/// Names of rows that no FROM has: what a statement changes, and what it was to insert.
template <class Tag>
inline constexpr bool is_changed_row = false;
template <class T>
inline constexpr bool is_changed_row<aliased<T, "old">> = true;
template <class T>
inline constexpr bool is_changed_row<aliased<T, "new">> = true;
template <class T>
inline constexpr bool is_changed_row<aliased<T, "excluded">> = true;
/// Where a query reads from when its select list alone tells: the owner of the first column.
template <class Stranger>
struct source_of {
    using type = void;
};
template <class Stranger>
    requires(requires { typename Stranger::owner; } && !is_changed_row<typename Stranger::owner>)
struct source_of<Stranger> {
    using type = typename Stranger::owner;
};

template <bool Null, class T>
using null_if = std::conditional_t<Null, std::optional<T>, T>;

/// An item's part of a row: its C++ type, the columns that it expects, and how it is read from column `first` on.
template <class Item, class Nulls>
struct row_part {
    static constexpr std::size_t width = 1;
    static constexpr bool null = null_in_query<Item, Nulls>();
    using type = null_if<null, typename value_in_query<Item, Nulls>::type>;
    using columns = value_columns<type>;

    template <class Result>
    static type read(const Result& result, decode_position& at, std::size_t first) {
        return read_value<type>(result, at, first);
    }
};

/// A result whose columns begin further right.
template <class Result>
struct shifted_result {
    const Result& whole;
    std::size_t first;

    auto value(std::size_t row, std::size_t column) const { return whole.value(row, first + column); }
    bool is_null(std::size_t row, std::size_t column) const { return whole.is_null(row, first + column); }
    static constexpr const std::uint16_t* order() { return nullptr; }
};

/// The column that tells whether there is a row: one that is never NULL; the number of columns when there is none.
template <class T>
constexpr std::size_t telling_column() {
    std::size_t place = 0;
    for (const auto& column : facts_of<T>.columns) {
        if (!column.stored()) continue;
        if (!column.nullable) return place;
        ++place;
    }
    return place;
}
/// Of a struct that no table is read into: whatever its fields can hold.
template <class Row>
struct into_reader : struct_reader<Row, match_columns::by_position> {
    struct columns : struct_columns<Row, match_columns::by_name> {
        static constexpr match_columns match = match_columns::by_position;
    };
};
template <class Tag, class Nulls>
using whole_reader =
    std::conditional_t<Nulls::template derived<Tag>, into_reader<model_of<Tag>>, model_reader<model_of<Tag>>>;
template <class Tag, class Nulls>
struct row_part<whole_model<Tag>, Nulls> {
    using model = model_of<Tag>;
    static constexpr std::size_t width = whole_model<Tag>::width;
    static constexpr bool null = Nulls::template source<Tag>;
    using type = null_if<null, model>;
    using columns = typename whole_reader<Tag, Nulls>::columns;

    template <class Result>
    static type read(const Result& result, decode_position& at, std::size_t first) {
        if constexpr (null)
            if (result.is_null(at.row, first + telling_column<model>())) return std::nullopt;
        /// The message about a column that cannot be read needs its place in the whole result.
        struct position {
            decode_position& outer;
            std::size_t first;
            decode_position inner;
            ~position() { outer.column = first + inner.column; }
        } place{at, first, {at.row, 0}};
        return model_reader<model>::read(shifted_result<Result>{result, first}, place.inner);
    }
};

/// Several parts beside each other: a tuple.
template <class... Parts>
struct tuple_reader {
    using row = std::tuple<typename Parts::type...>;

    struct columns {
        static constexpr std::size_t count = (Parts::width + ...);
        static constexpr match_columns match = match_columns::by_position;
        static constexpr auto all = [] {
            column_list<count> joined{};
            std::size_t n = 0;
            const auto add = [&](const expected_column* list, std::size_t width) {
                for (std::size_t i = 0; i < width; ++i) joined.at[n++] = list[i];
            };
            (add(Parts::columns::list, Parts::width), ...);
            return joined;
        }();
        static constexpr const expected_column* list = all.at;
    };

    template <class Result>
    static row read(const Result& result, decode_position& at) {
        std::size_t next = 0;
        return row{read_part<Parts>(result, at, next)...};
    }

private:
    template <class Part, class Result>
    static typename Part::type read_part(const Result& result, decode_position& at, std::size_t& next) {
        const std::size_t first = next;
        next += Part::width;
        return Part::read(result, at, first);
    }
};
/// One part alone.
template <class Part>
struct part_reader {
    using row = typename Part::type;
    using columns = typename Part::columns;
    template <class Result>
    static row read(const Result& result, decode_position& at) {
        return Part::read(result, at, 0);
    }
};

/// Does a row tell whether there is one of this model?
template <class Item, class Nulls>
inline constexpr bool tells_row = true;
template <class Tag, class Nulls>
inline constexpr bool tells_row<whole_model<Tag>, Nulls> =
    !Nulls::template source<Tag> || telling_column<model_of<Tag>>() < whole_model<Tag>::width;

/// The reader of a select list.
template <class Nulls, class... Items>
struct items_reader {
    using type = std::conditional_t<(is_whole_model<Items> || ...), tuple_reader<row_part<Items, Nulls>...>,
                                    row_reader<std::tuple<typename row_part<Items, Nulls>::type...>>>;
};
template <class Nulls, class Item>
struct items_reader<Nulls, Item> {
    using type = list_reader<typename row_part<Item, Nulls>::type>;
};
template <class Nulls, class Tag>
struct items_reader<Nulls, whole_model<Tag>> {
    using type = std::conditional_t<Nulls::template source<Tag>, part_reader<row_part<whole_model<Tag>, Nulls>>,
                                    whole_reader<Tag, Nulls>>;
};

/// A select list with functions that give several rows: beside a longer one the shorter is filled up with NULL.
template <class Nulls, class List>
struct set_scope : Nulls {
    static constexpr bool any = Nulls::any || List::sets > 1;
    template <class Node>
    static constexpr bool node = Nulls::template node<Node> || (List::sets > 1 && (Node::special & holds_set) != 0);
};

/// The struct of a list that is one whole model: subqueries name their columns by it.
template <class... Items>
struct list_struct {};
template <class Tag>
struct list_struct<whole_model<Tag>> {
    using struct_row = model_of<Tag>;
};

template <class Item>
constexpr std::size_t columns_of() {
    if constexpr (is_whole_model<Item>) return Item::width;
    else return 1;
}
/// An item's stranger, unless the scope takes the item whole.
template <class Tables, class Item>
struct stranger_in_item {
    template <class Asked>
    using stranger =
        typename std::conditional_t<Tables::template whole<Item>, no_clause, Item>::template stranger<Asked>;
};
/// Of a literal enumerator, which would be a text here: nothing stands beside it.
template <class Item>
constexpr void write_type(text_writer& out) {
    if constexpr (is_enum_literal<Item>) out.append(type_before<typename Item::value_type>::text.view());
}
template <class... Items>
struct select_list : list_struct<Items...> {
    static constexpr std::size_t width = (columns_of<Items>() + ...);
    static constexpr bool constant = (Items::constant && ...);
    static constexpr bool aggregate = (Items::aggregate || ...);
    static constexpr bool windowed = (Items::windowed || ...);
    static constexpr bool dynamic = (is_dynamic<Items>() || ...);
    static constexpr int special = (Items::special | ...);
    static constexpr int sets = (((Items::special & holds_set) != 0) + ...);
    template <class Tables>
    using stranger = typename stranger_among<Tables, stranger_in_item<Tables, Items>...>::type;
    template <class Nulls>
    using reader = typename items_reader<Nulls, Items...>::type;
    template <class Nulls>
    static constexpr bool tells_rows = (tells_row<Items, Nulls> && ...);
    static constexpr bool has_models = (is_whole_model<Items> || ...);
    template <class Item>
    static constexpr bool holds = (std::is_same_v<Item, Items> || ...);
    /// Is it selected, alone or with its whole model?
    template <class Key>
    static constexpr bool shows = [] {
        if constexpr (holds<Key>) return true;
        else if constexpr (requires { typename Key::owner; }) return holds<whole_model<typename Key::owner>>;
        else return false;
    }();
    /// Is a name that ORDER BY would take for a column given to something else?
    static constexpr bool hides(std::string_view wanted) {
        return !wanted.empty() && ((!is_whole_model<Items> && selected_name<Items>().empty() &&
                                    may_be_called(static_cast<const Items*>(nullptr), wanted)) ||
                                   ...);
    }

    [[no_unique_address]] pack<Items...> items;

    static constexpr void write(text_writer& out, const select_list* self) {
        write_all(out, self, std::index_sequence_for<Items...>{});
    }
    template <class F>
    constexpr void visit(F& f) const {
        items.each([&f](const auto& item) { item.visit(f); });
    }

private:
    template <std::size_t... I>
    static constexpr void write_all(text_writer& out, const select_list* self, std::index_sequence<I...>) {
        ((out.append(I == 0 ? "" : ", "), write_type<Items>(out),
          Items::write(out, pack<Items...>::template at<I, Items>(self ? &self->items : nullptr))),
         ...);
    }
};

/// Has a column of the rows the name of the column that it is? A set operation is sorted by names of its rows.
template <class List, class Key>
inline constexpr bool shows_named = List::template shows<Key>;

}  // namespace pgmodel::detail

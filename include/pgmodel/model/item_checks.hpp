// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What can be wrong with one item of a declaration.
#pragma once

#include <pgmodel/model/declared_expression.hpp>
#include <pgmodel/model/immutable.hpp>
#include <pgmodel/model/mentioned.hpp>
#include <pgmodel/model/session_dependent.hpp>

namespace pgmodel::detail {

template <class Key>
inline constexpr bool is_plain_column = false;
template <auto M>
inline constexpr bool is_plain_column<column<M>> = !names_attribute<M>;
template <ordered_key Key>
inline constexpr bool is_plain_column<Key> = is_plain_column<typename Key::expression_type>;

/// Does a primary key, a UNIQUE constraint or a unique index of `T` cover exactly these columns, in any order? A
/// constraint that is deferrable does not count, since neither foreign keys nor ON CONFLICT can use it, nor does an
/// index with a condition or over an expression.
template <class T>
struct key_finder {
    const bool* wanted;
    std::size_t count;
    bool found = false;

    template <auto... M>
    constexpr void operator()(const unique_declaration<M...>& item) {
        if (item.options.deferred != deferral::not_deferrable) return;
        if (sizeof...(M) == count && (wanted[column_place<M>] && ...)) found = true;
    }
    template <class... Keys>
    constexpr void operator()(const index_declaration<nothing_said, Keys...>& item) {
        mentioned_fields<T> key{};
        (key.template look_at<Keys>(), ...);
        bool same = item.is_unique && sizeof...(Keys) <= count && (is_plain_column<Keys> && ...);
        for (std::size_t i = 0; i < column_count<T>; ++i) same = same && key.at[i] == wanted[i];
        found = found || same;
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};

template <class T, auto... M>
constexpr bool is_unique_key() {
    constexpr auto& facts = facts_of<T>;
    bool wanted[column_count<T>]{};
    std::size_t count = 0;
    const auto want = [&](const found_column& c) {
        for (std::size_t i = c.place; i < c.place + c.columns; ++i) wanted[i] = true;
        count += c.columns;
    };
    (want(column_of<M>), ...);
    if (facts.key_columns == count && !facts.key_deferrable) {
        bool all = true;
        for (std::size_t i = 0; i < facts.key_columns; ++i) all = all && wanted[facts.key[i]];
        if (all) return true;
    }
    if (count == 1 && ((facts.columns[column_place<M>].unique && !facts.columns[column_place<M>].deferrable) || ...))
        return true;
    key_finder<T> finder{wanted, count};
    declare<T>().items.each(finder);
    return finder.found;
}

/// Is it also unique among the rows that are marked as removed?
template <class T, auto... M>
constexpr bool is_whole_key() {
    constexpr auto& facts = facts_of<T>;
    return is_unique_key<T, M...>() && (facts.removals == 0 || (facts.key_columns == sizeof...(M) &&
                                                                (facts.columns[column_place<M>].primary_key && ...)));
}

// What follows are class templates, not functions: a compiler reports an error in a constant function with every call
// that has led to it, and one in a class with the classes only.

/// Rows that stay do not refer to rows that go.
template <class T, class Other>
struct lasting_reference {
    static_assert(!facts_of<Other>.view,
                  "pgmodel: a foreign key references a view; reference the table that it is made of");
    static constexpr persistence own = facts_of<T>.persistence, others = facts_of<Other>.persistence;
    static_assert(
        own == persistence::temporary ? others == persistence::temporary : own >= others,
        "pgmodel: a foreign key references a table that does not last as long as its own (permanent, unlogged, "
        "temporary), or one that is not temporary from one that is");
    static_assert(
        facts_of<T>.emptied || !facts_of<Other>.emptied,
        "pgmodel: a foreign key references a table that is emptied at COMMIT, while the rows of its own stay; "
        "say pgmodel::on_commit_delete_rows of both");
    static constexpr bool value = true;
};

template <class T, class Target, auto... Source>
struct checked_reference;
template <class T, auto... Target, auto... Source>
struct checked_reference<T, referred_columns<Target...>, Source...> {
    using other = owner_of<first_of<Target...>::value>;
    static constexpr bool one_table = (std::is_same_v<owner_of<Target>, other> && ...);
    static_assert(one_table, "pgmodel: a foreign key references columns of one table");
    static_assert((whole_column<Target>::value && ...));
    static constexpr bool unique = [] {
        if constexpr (one_table) return is_unique_key<other, Target...>();
        else return true;
    }();
    static_assert(
        unique,
        "pgmodel: a foreign key must reference the primary key or a unique column of the other table; declare that "
        "column unique, of all rows (and not deferrable)");
    static constexpr bool whole = [] {
        if constexpr (one_table) return !unique || is_whole_key<other, Target...>();
        else return true;
    }();
    static_assert(whole, "pgmodel: a foreign key references a key that is unique among the rows that are not removed "
                         "only, since that model says soft_delete(); reference its primary key");
    static constexpr bool value = lasting_reference<T, other>::value;
};
template <class T, class Other, bool OfAnotherType, auto... Source>
struct checked_reference<T, referred_key<Other, OfAnotherType>, Source...> {
    static constexpr bool same_length = facts_of<Other>.key_columns == sizeof...(Source);
    static_assert(same_length,
                  "pgmodel: a foreign key must have as many columns as the primary key that it references");

    template <bool Said, std::size_t... I>
    static constexpr bool types_fit(std::index_sequence<I...>) {
        if constexpr (same_length)
            return (may_refer<Said, unwrapped<type_of<Source>>, column_type<facts_of<Other>.key[I], Other>> && ...) &&
                   (can_refer<Said, unwrapped<type_of<Source>>, column_type<facts_of<Other>.key[I], Other>> && ...);
        else return true;
    }
    static constexpr bool fit = types_fit<OfAnotherType>(std::make_index_sequence<sizeof...(Source)>{});
    static_assert(OfAnotherType || fit,
                  "pgmodel: a foreign key and the column that it references must have the same type, unless "
                  "pgmodel::of_another_type says that they differ");
    static_assert(!OfAnotherType || fit, "pgmodel: PostgreSQL cannot compare the types of this foreign key and of the "
                                         "column that it references; both are integers, or both are texts");
    static_assert(!facts_of<Other>.key_deferrable,
                  "pgmodel: a foreign key cannot reference a primary key that is deferrable; take deferrable() away");
    static constexpr bool value = lasting_reference<T, Other>::value;
};

/// Are all fields that an item names of `T`? An expression is asked for the first column that is not.
template <class T, auto... M>
struct fields_of_model {
    static_assert((std::is_same_v<owner_of<M>, T> && ...), "pgmodel: this declaration names a field of another struct");
    static constexpr bool value = (whole_column<M>::value && ...);
};
template <class T, class Stranger>
struct columns_of_model {
    static_assert(std::is_void_v<Stranger>, "pgmodel: this declaration names a field of another struct");
    static constexpr bool value = true;
};
template <class T, class U, fixed_string Name>
struct columns_of_model<T, argument<U, Name>> {
    static_assert(Name.size() == 0, "pgmodel: a placeholder stands in statements; a table's declaration has values");
    static constexpr bool value = false;
};
template <class T>
struct declaration_scope : table_list<T> {};
template <class T>
inline constexpr bool refuses_arguments<declaration_scope<T>> = true;
template <class T>
inline constexpr bool refuses_queries<declaration_scope<T>> = true;
template <class T>
struct columns_of_model<T, query_in_expression> {
    static_assert(std::is_void_v<T>,
                  "pgmodel: a subquery has no place in a check, an index or a generated column, which are about one "
                  "row");
    static constexpr bool value = false;
};
template <class T, class E>
using stranger_in = typename E::template stranger<declaration_scope<T>>;

template <class T, class Item>
struct item_owner : std::true_type {};
template <class T, auto M, class R, class D, class U, class X>
struct item_owner<T, field_declaration<M, R, D, U, X>> : fields_of_model<T, M> {};
template <class T, auto M, class R, class D, class U, class G>
    requires(!std::is_same_v<G, nothing_said>)
struct item_owner<T, field_declaration<M, R, D, U, column_details<G>>> {
    static constexpr bool value = fields_of_model<T, M>::value && columns_of_model<T, stranger_in<T, G>>::value;
};
template <class T, auto M>
struct item_owner<T, transient_field<M>> : fields_of_model<T, M> {};
template <class T, auto... M>
struct item_owner<T, primary_key_declaration<M...>> : fields_of_model<T, M...> {};
template <class T, auto... M>
struct item_owner<T, unique_declaration<M...>> : fields_of_model<T, M...> {};
template <class T, class Target, auto... M>
struct item_owner<T, foreign_key_declaration<Target, M...>> : fields_of_model<T, M...> {};
template <class T, class Condition>
struct item_owner<T, check_declaration<Condition>> : columns_of_model<T, stranger_in<T, Condition>> {};
template <class T, class... Keys>
struct item_owner<T, index_declaration<nothing_said, Keys...>>
    : columns_of_model<T, typename first_stranger<stranger_in<T, Keys>...>::type> {};
template <class T, class Predicate, class... Keys>
struct item_owner<T, index_declaration<Predicate, Keys...>>
    : columns_of_model<T, typename first_stranger<stranger_in<T, Keys>..., stranger_in<T, Predicate>>::type> {};

template <class T, class... Elements>
struct item_owner<T, exclusion_declaration<nothing_said, Elements...>>
    : columns_of_model<T, typename first_stranger<stranger_in<T, Elements>...>::type> {};
template <class T, class Predicate, class... Elements>
struct item_owner<T, exclusion_declaration<Predicate, Elements...>>
    : columns_of_model<T, typename first_stranger<stranger_in<T, Elements>..., stranger_in<T, Predicate>>::type> {};

/// What to ask of an item's foreign key: by name, since a base class would be one more line of a compiler's output.
template <class T, class Item>
struct reference_of_item {
    using check = std::true_type;
};
template <class T, auto M, class R, class D, class U, class X>
    requires(!std::is_same_v<R, nothing_said>)
struct reference_of_item<T, field_declaration<M, R, D, U, X>> {
    using check = checked_reference<T, R, M>;
};
template <class T, class Target, auto... M>
struct reference_of_item<T, foreign_key_declaration<Target, M...>> {
    using check = checked_reference<T, Target, M...>;
};
template <class T, class Item>
using item_reference = typename reference_of_item<T, Item>::check;

template <class T, class Declaration>
struct checked_items;
template <class T, class... Items>
struct checked_items<T, table_declaration<Items...>> {
    template <template <class, class> class Check>
    static constexpr bool all = (Check<T, Items>::value && ... && true);
};

/// No transient field, and none twice, in keys, checks and indexes.
template <class T, auto... M>
struct stored_key {
    static_assert((facts_of<T>.columns[column_place<M>].stored() && ...),
                  "pgmodel: this declaration names a transient field, which is no column");
    static constexpr bool twice = [] {
        const std::size_t places[]{column_place<M>...};
        for (std::size_t i = 0; i < sizeof...(M); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (places[i] == places[j]) return true;
        return false;
    }();
    static_assert(!twice, "pgmodel: this declaration names a field twice");
    static constexpr bool value = true;
};
/// A key of columns that can be sorted, what structs hold included.
template <class T, auto... M>
struct sortable_key {
    static_assert((is_sortable<column_type<column_place<M>, T>>() && ...),
                  "pgmodel: a key of this model has a field that PostgreSQL cannot sort, such as json, xml or point; "
                  "leave it out, or make it a jsonb or a text");
    static_assert(
        !(is_domain_of_enum<unwrapped<column_type<column_place<M>, T>>>() || ...),
        "pgmodel: a key of this model has a domain of an enum, for which PostgreSQL has no =; make it the enum");
    static constexpr bool value = stored_key<T, M...>::value;
};
enum class mention_fault { none, transient, rows };
template <class T, class... Expressions>
inline constexpr mention_fault fault_of_mentioned = [] {
    mentioned_fields<T> mentioned{};
    (mentioned.template look_at<Expressions>(), ...);
    for (std::size_t i = 0; i < column_count<T>; ++i)
        if (mentioned.at[i] && !facts_of<T>.columns[i].stored()) return mention_fault::transient;
    return mentioned.rows ? mention_fault::rows : mention_fault::none;
}();
// Each class says the sentence itself: one that inherits it would say it too late for the compiler's first lines.
template <class T, class... Expressions>
struct stored_expressions {
    static constexpr mention_fault fault = fault_of_mentioned<T, Expressions...>;
    static_assert(fault != mention_fault::transient,
                  "pgmodel: this declaration names a transient field, which is no column");
    static_assert(fault != mention_fault::rows,
                  "pgmodel: this declaration calls a function that returns rows, such as unnest(); its expressions are "
                  "about one row");
    static constexpr bool value = true;
};
/// The server keeps the values of an index's keys, so they must stay the same.
template <class T, class... Expressions>
struct kept_expressions {
    static constexpr mention_fault fault = fault_of_mentioned<T, Expressions...>;
    static_assert(fault != mention_fault::transient,
                  "pgmodel: this declaration names a transient field, which is no column");
    static_assert(fault != mention_fault::rows,
                  "pgmodel: this declaration calls a function that returns rows, such as unnest(); its expressions are "
                  "about one row");
    static_assert(!can_change<Expressions...>,
                  "pgmodel: an index calls a function whose result can change, such as now(), random() or concat(); "
                  "PostgreSQL takes only immutable ones here (texts are joined by +)");
    static_assert(
        !changes_with_session<Expressions...>,
        "pgmodel: an index has a function or a cast that depends on the session, such as date_trunc() or "
        "extract() of a timestamptz or a date as text; name the zone first: pgmodel::at_time_zone<\"UTC\">()");
    static constexpr bool value = true;
};
template <class T, class Item>
struct item_stored : std::true_type {};
template <class T, auto... M>
struct item_stored<T, unique_declaration<M...>> : sortable_key<T, M...> {};
template <class T, auto... M>
struct item_stored<T, primary_key_declaration<M...>> : sortable_key<T, M...> {};
template <class T, class Target, auto... M>
struct item_stored<T, foreign_key_declaration<Target, M...>> : stored_key<T, M...> {};
template <class T, class Condition>
struct item_stored<T, check_declaration<Condition>> : stored_expressions<T, Condition> {};
template <class T, class... Keys>
struct item_stored<T, index_declaration<nothing_said, Keys...>> : kept_expressions<T, Keys...> {};
template <class T, class Predicate, class... Keys>
struct item_stored<T, index_declaration<Predicate, Keys...>> : kept_expressions<T, Predicate, Keys...> {};
template <class T, class... Elements>
struct item_stored<T, exclusion_declaration<nothing_said, Elements...>> : kept_expressions<T, Elements...> {};
template <class T, class Predicate, class... Elements>
struct item_stored<T, exclusion_declaration<Predicate, Elements...>> : kept_expressions<T, Predicate, Elements...> {};

/// What a generated column is computed from: stored columns that are not generated themselves.
template <class T, class Generated>
struct generation_source {
    static constexpr mention_fault fault = fault_of_mentioned<T, Generated>;
    static_assert(fault != mention_fault::transient,
                  "pgmodel: this declaration names a transient field, which is no column");
    static_assert(fault != mention_fault::rows,
                  "pgmodel: this declaration calls a function that returns rows, such as unnest(); its expressions are "
                  "about one row");
    static constexpr bool generated = [] {
        mentioned_fields<T> mentioned{};
        mentioned.template look_at<Generated>();
        for (std::size_t i = 0; i < column_count<T>; ++i)
            if (mentioned.at[i] && facts_of<T>.columns[i].generated) return true;
        return false;
    }();
    static_assert(
        !can_change<Generated>,
        "pgmodel: a generated column calls a function whose result can change, such as now(), random() or concat(); "
        "PostgreSQL takes only immutable ones here (texts are joined by +)");
    static_assert(!changes_with_session<Generated>,
                  "pgmodel: a generated column has a function or a cast that depends on the session, such as "
                  "date_trunc() or extract() of a timestamptz or a date as text; name the zone first: "
                  "pgmodel::at_time_zone<\"UTC\">()");
    static_assert(!generated,
                  "pgmodel: a generated column is computed from another generated column, or from itself; write that "
                  "column's expression again");
    static constexpr bool value = true;
};
template <class T, auto M, class R, class D, class U, class G>
    requires(!std::is_same_v<G, nothing_said>)
struct item_stored<T, field_declaration<M, R, D, U, column_details<G>>> : generation_source<T, G> {};

}  // namespace pgmodel::detail

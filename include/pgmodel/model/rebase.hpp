// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What an embedded struct says of its fields, as if the model had said it: each member pointer becomes a path.
#pragma once

#include <pgmodel/model/embedded.hpp>

namespace pgmodel::detail {

/// The path to `M` within the embedded struct that `Base` leads to.
template <class Base, class M>
struct joined_path;
template <auto... Base, auto... M>
struct joined_path<member_path<Base...>, member_path<M...>> {
    static constexpr member_path<Base..., M...> value{};
};
template <auto Base, auto M>
struct checked_join {
    static_assert(std::is_same_v<type_of<Base>, owner_of<M>>,
                  "pgmodel: this declaration names a field of another struct");
    static constexpr auto value = joined_path<decltype(path_type<Base>()), decltype(path_type<M>())>::value;
};
template <auto Base, auto M>
inline constexpr auto within = checked_join<Base, M>::value;

// `Owner`: see column.hpp. The embedded struct may be one for all files, so that nothing else tells the models apart.

/// Writes an expression of the embedded struct to where the model's own are written.
template <auto Base, class Out, class Owner = owner_of<Base>>
struct rebased_writer {
    Out& out;

    constexpr void append(std::string_view text) { out.append(text); }
    constexpr void push_back(char c) { out.append({&c, 1}); }
    constexpr void string(std::string_view value) { out.string(value); }
    template <auto M, class Part = owner_of<M>>
    constexpr void column() {
        out.template column<within<Base, M>>();
    }
    template <class T>
    constexpr void parameter(const T* value) {
        out.template parameter<T>(value);
    }
};

/// An expression of the embedded struct, whose columns are the model's.
template <auto Base, class E, class Owner = owner_of<Base>>
struct rebased : members<rebased<Base, E>> {
    using owner = Owner;
    using expression_type = E;
    using value_type = typename E::value_type;
    static constexpr bool nullable = E::nullable;
    static constexpr bool constant = E::constant;
    static constexpr bool aggregate = E::aggregate;
    static constexpr int precedence = E::precedence;
    static_assert(std::is_void_v<typename E::template stranger<table_list<type_of<Base>>>>,
                  "pgmodel: this declaration names a field of another struct");
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<owner, rebased>, void, rebased>;

    [[no_unique_address]] E node;

    constexpr explicit rebased(E e) : node(std::move(e)) {}

    template <class Out>
    static constexpr void write(Out& out, const rebased* self) {
        rebased_writer<Base, Out> within_base{out};
        E::write(within_base, self ? &self->node : nullptr);
    }
    template <class F>
    constexpr void visit(F& f) const {
        node.visit(f);
    }
};

template <auto Base, class E, class Owner = owner_of<Base>>
constexpr auto rebase_expression(const E& e) {
    if constexpr (std::is_same_v<E, nothing_said>) return e;
    else if constexpr (std::is_void_v<typename E::template stranger<table_list<>>>) return e;  // without columns
    else return rebased<Base, E>(e);
}
template <auto Base, auto M>
constexpr auto rebase_expression(const column<M>&) {
    return column<within<Base, M>>{};
}
template <auto Base, class E, fixed_string... Said, class Owner = owner_of<Base>>
constexpr auto rebase_expression(const ordered<E, Said...>& key) {
    auto inner = rebase_expression<Base>(key.key);
    return ordered<decltype(inner), Said...>{{}, std::move(inner)};
}

// ---- declarations

template <auto Base, class Owner = owner_of<Base>>
constexpr column_places rebase_places(column_places named) {
    // A null owner is not compared: g++ with -fsanitize=undefined has no constant for that.
    if (named.count > 0 && named.owner == &struct_tag<type_of<Base>>)
        named = {&struct_tag<Owner>, named.at, named.count, steps_of<Base>};
    return named;
}
template <auto Base, class Owner = owner_of<Base>>
constexpr reference_actions rebase_actions(reference_actions actions) {
    actions.set_columns = rebase_places<Base>(actions.set_columns);
    return actions;
}
template <auto Base, class Made, class Item, class Owner = owner_of<Base>>
constexpr Made with_options_of(Made made, const Item& item) {
    made.options = item.options;
    made.options.include = rebase_places<Base>(item.options.include);
    return made;
}

template <auto Base>
constexpr nothing_said rebase_details(nothing_said) {
    return {};
}
template <auto Base, class Generated, class Owner = owner_of<Base>>
constexpr auto rebase_details(const column_details<Generated>& details) {
    auto generated = rebase_expression<Base>(details.generated);
    return column_details<decltype(generated)>{std::move(generated), details.properties};
}
template <auto Base, auto M, class R, class D, class U, class X, class Owner = owner_of<Base>>
constexpr auto rebase(const field_declaration<M, R, D, U, X>& item) {
    auto initial = rebase_expression<Base>(item.initial);
    auto on_update = rebase_expression<Base>(item.on_update);
    auto details = rebase_details<Base>(item.details);
    return field_declaration<within<Base, M>, R, decltype(initial), decltype(on_update), decltype(details)>{
        {},
        item.flags,
        rebase_actions<Base>(item.actions),
        std::move(initial),
        std::move(on_update),
        std::move(details)};
}
template <auto Base, auto M>
constexpr auto rebase(const transient_field<M>&) {
    return transient_field<within<Base, M>>{};
}
template <auto Base, auto... M, class Owner = owner_of<Base>>
constexpr auto rebase(const primary_key_declaration<M...>& item) {
    return with_options_of<Base>(primary_key_declaration<within<Base, M>...>{}, item);
}
template <auto Base, auto... M, class Owner = owner_of<Base>>
constexpr auto rebase(const unique_declaration<M...>& item) {
    return with_options_of<Base>(unique_declaration<within<Base, M>...>{}, item);
}
template <auto Base, class Target, auto... M, class Owner = owner_of<Base>>
constexpr auto rebase(const foreign_key_declaration<Target, M...>& item) {
    return with_options_of<Base>(
        foreign_key_declaration<Target, within<Base, M>...>(rebase_actions<Base>(item.actions)), item);
}
template <auto Base, class Condition, class Owner = owner_of<Base>>
constexpr auto rebase(const check_declaration<Condition>& item) {
    auto condition = rebase_expression<Base>(item.condition);
    return with_options_of<Base>(check_declaration<decltype(condition)>(std::move(condition)), item);
}
template <auto Base, class... Keys, std::size_t... I, class Owner = owner_of<Base>>
constexpr auto rebase_keys(const pack<Keys...>& keys, std::index_sequence<I...>) {
    return pack<decltype(rebase_expression<Base>(std::declval<const Keys&>()))...>{
        rebase_expression<Base>(*pack<Keys...>::template at<I, Keys>(&keys))...};
}
template <class Predicate, std::size_t... I, class... Keys>
constexpr auto make_index(pack_of<std::index_sequence<I...>, Keys...> keys, Predicate predicate) {
    return index_declaration<Predicate, Keys...>(std::move(keys), std::move(predicate));
}
template <auto Base, class Predicate, class... Keys, class Owner = owner_of<Base>>
constexpr auto rebase(const index_declaration<Predicate, Keys...>& item) {
    auto made =
        with_options_of<Base>(make_index(rebase_keys<Base, Keys...>(item.keys, std::index_sequence_for<Keys...>{}),
                                         rebase_expression<Base>(item.predicate)),
                              item);
    made.method = item.method;
    made.is_unique = item.is_unique;
    return made;
}
template <class Predicate, std::size_t... I, class... Elements>
constexpr auto make_exclusion(pack_of<std::index_sequence<I...>, Elements...> elements, Predicate predicate) {
    return exclusion_declaration<Predicate, Elements...>(std::move(elements), std::move(predicate));
}
template <auto Base, class Predicate, class... Elements, class Owner = owner_of<Base>>
constexpr auto rebase(const exclusion_declaration<Predicate, Elements...>& item) {
    auto made = with_options_of<Base>(
        make_exclusion(rebase_keys<Base, Elements...>(item.elements, std::index_sequence_for<Elements...>{}),
                       rebase_expression<Base>(item.predicate)),
        item);
    made.method = item.method;
    return made;
}

// ---- lists of declarations

template <class... Items>
struct item_list {
    pack<Items...> items;
};
template <class... A, class... B, std::size_t... I, std::size_t... J>
constexpr auto joined(const item_list<A...>& a, const item_list<B...>& b, std::index_sequence<I...>,
                      std::index_sequence<J...>) {
    return item_list<A..., B...>{
        {*pack<A...>::template at<I, A>(&a.items)..., *pack<B...>::template at<J, B>(&b.items)...}};
}
template <class... A, class... B>
constexpr auto operator+(const item_list<A...>& a, const item_list<B...>& b) {
    return joined(a, b, std::index_sequence_for<A...>{}, std::index_sequence_for<B...>{});
}

template <class Pack>
struct flattening;
template <std::size_t... I, class... Items>
struct flattening<pack_of<std::index_sequence<I...>, Items...>> {
    using items = pack_of<std::index_sequence<I...>, Items...>;

    /// The items of a table, each embedded struct replaced by what it says.
    static constexpr auto of_table(const items& all) {
        return (item_list<>{} + ... + one(*items::template at<I, Items>(&all)));
    }
    /// The items of the embedded struct that `Base` leads to.
    template <auto Base, class Owner = owner_of<Base>>
    static constexpr auto of_embedded(const items& all) {
        return (item_list<>{} + ... + one_within<Base>(*items::template at<I, Items>(&all)));
    }

private:
    template <auto M, class Owner = owner_of<M>>
    static constexpr auto embedded_items() {
        const auto declaration = declare_embeddable<type_of<M>>();
        return flattening<std::remove_const_t<decltype(declaration.items)>>::template of_embedded<M>(declaration.items);
    }
    template <class Item>
    static constexpr auto one(const Item& item) {
        return item_list<Item>{{item}};
    }
    template <auto M>
    static constexpr auto one(const embedded_field<M>&) {
        return embedded_items<M>();
    }
    template <auto Base, class Item, class Owner = owner_of<Base>>
    static constexpr auto one_within(const Item& item) {
        return item_list<decltype(rebase<Base>(item))>{{rebase<Base>(item)}};
    }
    template <auto Base, auto M, class Owner = owner_of<Base>>
    static constexpr auto one_within(const embedded_field<M>&) {
        return embedded_items<within<Base, M>>();
    }
};

template <class... Items>
constexpr auto as_table(std::string_view name, item_list<Items...> list) {
    return table_declaration<Items...>{name, std::move(list.items)};
}
template <class... Items>
constexpr auto flatten(const table_declaration<Items...>& declared) {
    return as_table(declared.name, flattening<pack<Items...>>::of_table(declared.items));
}

}  // namespace pgmodel::detail

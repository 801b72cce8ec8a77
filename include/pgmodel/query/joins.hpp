// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// FROM with its joins: a list of sources, each with how it is joined and on what. Which of them may be missing in a row
// is told by the kinds of the joins.
#pragma once

#include <pgmodel/expression/aggregate_call.hpp>
#include <pgmodel/query/foreign_keys.hpp>
#include <pgmodel/query/removed_rows.hpp>

namespace pgmodel::detail {

enum class join_kind { first, implied, comma, inner, left, right, full, cross };

constexpr std::string_view words_of(join_kind kind) {
    switch (kind) {
        case join_kind::comma: return ", ";
        case join_kind::inner: return " join ";
        case join_kind::left: return " left join ";
        case join_kind::right: return " right join ";
        case join_kind::full: return " full join ";
        case join_kind::cross: return " cross join ";
        default: return "";
    }
}
constexpr bool needs_condition(join_kind kind) {
    return kind == join_kind::inner || kind == join_kind::left || kind == join_kind::right || kind == join_kind::full;
}

/// `join source on condition`. `On` is an expression, `key_condition`, or nothing said: then the only foreign key
/// between the source and those before it.
template <join_kind Kind, class Source, class On>
struct join_item {
    static constexpr join_kind kind = Kind;
    using source = Source;
    using tag = typename Source::tag;
    using condition = On;
    [[no_unique_address]] Source from;
    [[no_unique_address]] On on;
};

/// `owner.a = target.b and ...`, along a foreign key.
template <class Owner, class Target>
constexpr void write_link(text_writer& out, const key_link& link) {
    for (std::size_t i = 0; i < link.columns; ++i) {
        if (i > 0) out.append(" and ");
        write_tag<Owner>(out);
        out.append(".");
        out.name(facts_of<model_of<Owner>>.columns[link.owner[i]]);
        out.append(" = ");
        write_tag<Target>(out);
        out.append(".");
        out.name(facts_of<model_of<Target>>.columns[link.target[i]]);
    }
}

/// The foreign key of column number `Column` of `Owner`.
template <class Owner, class Target, std::size_t Column>
struct key_condition {
    static constexpr bool constant = true;
    template <class Tables>
    using stranger = void;
    static constexpr void write(text_writer& out, const key_condition*) {
        write_link<Owner, Target>(out, find_link<model_of<Owner>, model_of<Target>>(Column));
    }
    template <class F>
    constexpr void visit(F&) const {}
};

/// The foreign keys between a source and those before it: how many there are, in either direction.
template <class Tag, class... Before>
struct key_between {
    template <class Other>
    static constexpr std::size_t number = find_link<model_of<Tag>, model_of<Other>>(any_column).found +
                                          find_link<model_of<Other>, model_of<Tag>>(any_column).found;
    static constexpr std::size_t found = (number<Before> + ... + 0);

    static constexpr void write(text_writer& out) { (write_from<Before>(out), ...); }

private:
    template <class Other>
    static constexpr void write_from(text_writer& out) {
        if constexpr (number<Other> > 0) {
            constexpr key_link link = find_link<model_of<Tag>, model_of<Other>>(any_column);
            if constexpr (link.found > 0) write_link<Tag, Other>(out, link);
            else write_link<Other, Tag>(out, find_link<model_of<Other>, model_of<Tag>>(any_column));
        }
    }
};
/// The tables that an ON clause or a lateral source sees: the first `N` of FROM, and those outside. Of a query around
/// it the server knows columns of groups here, and no other keys.
template <class From, std::size_t N, class With, class Windows, class Outer>
struct query_scope {
    template <class Tag, class Column = void>
    static constexpr bool has = (From::template place<Tag> < N) || With::template has<Tag> ||
                                Windows::template has<Tag> || Outer::template has<Tag, Column>;
    template <class Node>
    static constexpr bool whole = false;
};

template <class T>
constexpr bool stores_every_field() {
    return !embeds<T> && facts_of<T>.stored() == column_count<T>;
}

template <class Indices, class... Items>
struct from_items;
template <class... Items>
using from_list = from_items<std::index_sequence_for<Items...>, Items...>;

template <std::size_t... I, class... Items>
struct from_items<std::index_sequence<I...>, Items...> {
    static constexpr std::size_t count = sizeof...(Items);
    static constexpr bool constant =
        (Items::source::constant && ... && true) && (Items::condition::constant && ... && true);
    static constexpr bool dynamic = (is_dynamic<typename Items::source>() || ... || false) ||
                                    (is_dynamic<typename Items::condition>() || ... || false);
    static constexpr join_kind kinds[count + 1]{Items::kind...};

    [[no_unique_address]] pack<Items...> items;

    template <std::size_t N, class Item>
    static std::type_identity<typename Item::tag> tag_of(const pack_element<N, Item>*);
    template <std::size_t N, class Item>
    static std::type_identity<Item> item_of(const pack_element<N, Item>*);
    template <std::size_t N>
    using item_at = typename decltype(item_of<N>(static_cast<const pack<Items...>*>(nullptr)))::type;
    template <std::size_t N>
    using tag_at = typename decltype(tag_of<N>(static_cast<const pack<Items...>*>(nullptr)))::type;
    template <std::size_t N, std::size_t... Before>
    static std::type_identity<key_between<tag_at<N>, tag_at<Before>...>> keys_before(std::index_sequence<Before...>);

    /// Which of them has this tag; `count` if none.
    template <class Tag>
    static constexpr std::size_t place = [] {
        std::size_t at = count;
        ((std::is_same_v<Tag, typename Items::tag> && at == count ? void(at = I) : void()), ...);
        return at;
    }();
    template <class Tag>
    static constexpr bool has = place<Tag> < count;
    template <class Tag>
    static constexpr bool is_table =
        ((std::is_same_v<Tag, typename Items::tag> && Items::source::table) || ... || false);

    static constexpr join_kind last_kind = kinds[count > 0 ? count - 1 : 0];
    static constexpr bool last_has_condition = [] {
        bool said = false;
        ((said = is_said<typename Items::condition>), ...);
        return said;
    }();
    /// Said by nobody, but needed by the select list.
    static constexpr bool implied = count == 1 && kinds[0] == join_kind::implied;

    /// May a row have no row of source number `at`? After LEFT JOIN, that of the source; after RIGHT JOIN, of all
    /// before it.
    static constexpr bool may_miss(std::size_t at) {
        bool missing = kinds[at] == join_kind::left || kinds[at] == join_kind::full;
        for (std::size_t i = at + 1; i < count && kinds[i] != join_kind::comma; ++i)
            missing |= kinds[i] == join_kind::right || kinds[i] == join_kind::full;
        return missing;
    }
    static constexpr bool any_missing = [] {
        for (std::size_t i = 0; i < count; ++i)
            if (may_miss(i)) return true;
        return false;
    }();

    /// Where a table's condition on removed rows stands: in the ON of this join, or `count`: in WHERE. No ON sees what
    /// stands before a comma.
    static constexpr std::size_t place_of_removed(std::size_t at) {
        if (kinds[at] == join_kind::left || kinds[at] == join_kind::full) return at;
        for (std::size_t i = at + 1; i < count && kinds[i] != join_kind::comma; ++i)
            if (kinds[i] == join_kind::right || kinds[i] == join_kind::full) return i;
        return count;
    }
    template <std::size_t Place>
    static constexpr bool leaves_out_at =
        ((leaves_out<typename Items::source> && place_of_removed(I) == Place) || ... || false);
    static constexpr bool leaves_any_out = (leaves_out<typename Items::source> || ... || false);
    using removed_checks = checked_removed_rows<!(
        (leaves_out<typename Items::source> && kinds[place_of_removed(I)] == join_kind::full) || ... || false)>;
    /// The conditions that stand there.
    template <std::size_t Place>
    static constexpr void write_unremoved(text_writer& out, [[maybe_unused]] std::string_view before) {
        (write_unremoved_one<Place, I, Items>(out, before), ...);
    }

    template <std::size_t N>
    using key_to_before = typename decltype(keys_before<N>(std::make_index_sequence<N>{}))::type;

    template <std::size_t N, class With, class Outer>
    using scope = query_scope<from_items, N, With, no_clause, Outer>;
    template <class With, class Outer>
    using stranger = typename first_stranger<
        typename first_stranger<
            typename Items::source::template stranger<scope<Items::source::lateral ? I : 0, With, Outer>>...>::type,
        typename first_stranger<typename Items::condition::template stranger<scope<I + 1, With, Outer>>...>::type>::
        type;

    /// Are all fields of their structs columns?
    static constexpr bool stores_all = (stores_every_field<model_of<typename Items::tag>>() && ... && true);
    /// Of what this query itself says, with no regard to order.
    template <class Scope>
    using own_stranger = typename first_stranger<typename Items::source::template stranger<Scope>...,
                                                 typename Items::condition::template stranger<Scope>...>::type;

    template <class Item>
    constexpr auto plus(Item item) const {
        return from_list<Items..., Item>{{items.template get<I, Items>()..., std::move(item)}};
    }
    /// With the condition of the join that was named last.
    template <class On>
    constexpr auto with_condition(On on) const {
        return from_list<decltype(conditioned<I>(std::declval<const Items&>(), on))...>{
            {conditioned<I>(items.template get<I, Items>(), on)...}};
    }

    static constexpr void write(text_writer& out, const from_items* self) {
        (write_one<I, Items>(out, pack<Items...>::template at<I, Items>(self ? &self->items : nullptr)), ...);
    }
    template <class F>
    constexpr void visit(F& f) const {
        items.each([&f](const auto& item) {
            item.from.visit(f);
            item.on.visit(f);
        });
    }

protected:
    template <std::size_t N, join_kind Kind, class Source, class Old, class On>
    static constexpr auto conditioned(const join_item<Kind, Source, Old>& item, const On& on) {
        if constexpr (N + 1 == count) return join_item<Kind, Source, On>{item.from, on};
        else return item;
    }
    template <std::size_t N, class Item>
    static constexpr void write_one(text_writer& out, const Item* item) {
        out.append(words_of(Item::kind));
        Item::source::write(out, part_of(item, &Item::from));
        if constexpr (needs_condition(Item::kind)) {
            out.append(" on ");
            if constexpr (leaves_out_at<N>) {
                const bool said = out.with_removed || !says_nothing_on(item);
                if (said) write_on<N>(out, item, out.with_removed);
                if (!out.with_removed) write_unremoved<N>(out, said ? " and " : "");
            } else {
                write_on<N>(out, item, true);
            }
        }
    }
    template <class Item>
    static constexpr bool says_nothing_on(const Item* item) {
        if constexpr (is_dynamic<typename Item::condition>()) return says_nothing(part_of(item, &Item::on));
        else return false;
    }
    template <std::size_t N, class Item>
    static constexpr void write_on(text_writer& out, const Item* item, bool alone) {
        using given = typename Item::condition;
        if constexpr (requires { given::precedence; }) {
            if constexpr (is_dynamic<given>()) {
                if (alone) return write_said<0>(out, part_of(item, &Item::on));
                return write_said<level::logical_and>(out, part_of(item, &Item::on));
            }
            if (alone) given::write(out, part_of(item, &Item::on));
            else write_part<level::logical_and>(out, part_of(item, &Item::on));
        } else if constexpr (is_said<given>) {
            given::write(out, part_of(item, &Item::on));
        } else if constexpr (Item::source::lateral) {
            out.append("true");
        } else {
            key_to_before<N>::write(out);
        }
    }
    template <std::size_t Place, std::size_t N, class Item>
    static constexpr void write_unremoved_one(text_writer& out, std::string_view& before) {
        if constexpr (leaves_out<typename Item::source>) {
            if (place_of_removed(N) != Place) return;
            out.append(before);
            write_unremoved_of<typename Item::tag>(out);
            before = " and ";
        }
    }
};

template <class First, class... More>
constexpr auto make_from(First first, More... more) {
    return from_list<join_item<join_kind::first, First, no_clause>, join_item<join_kind::comma, More, no_clause>...>{
        {join_item<join_kind::first, First, no_clause>{std::move(first), {}},
         join_item<join_kind::comma, More, no_clause>{std::move(more), {}}...}};
}

/// What `.join(col<&model::field>)` adds: of the two tables of the foreign key the one that is not there yet. `Owner`:
/// the column's table, or its alias.
template <class From, auto M, class Owner = owner_of<M>>
struct foreign_key_join {
    using owner = Owner;
    using reference = reference_of<M>;
    using target = typename reference::target;
    static constexpr bool declared = !std::is_void_v<target>;
    static constexpr bool owner_known = From::template has<owner>;
    static constexpr bool target_known = From::template has<target>;
    static_assert(declared,
                  "pgmodel: this column references no other table; declare it with .references(), or join with a "
                  "condition: .join(pgmodel::model<...>, condition)");
    static_assert(!declared || !std::is_same_v<owner, target>,
                  "pgmodel: this foreign key leads to its own table; join that under another name: "
                  ".join(pgmodel::alias<model, \"name\">).on(condition)");
    static_assert(!declared || owner_known || target_known || std::is_same_v<owner, target>,
                  "pgmodel: neither the table of this column nor the one that it references is part of the query");
    static_assert(
        !declared || !(owner_known && target_known) || std::is_same_v<owner, target>,
        "pgmodel: both tables of this foreign key are already part of the query; join another with .on(condition)");
    static_assert(!reference::several, "pgmodel: this column is part of several foreign keys; say which table: "
                                       ".join(pgmodel::model<...>).on(condition)");
    using added = std::conditional_t<owner_known && declared, target, owner>;
    using condition = key_condition<owner, std::conditional_t<declared, target, owner>, column_place<M>>;
};

/// The sources with one more behind a join: with a column along its foreign key; with a source and a condition; with a
/// source alone, whose condition may follow in on().
template <join_kind Kind, class From, auto M>
constexpr auto join_sources(const From& from, column<M>) {
    using found = foreign_key_join<From, M>;
    using item = join_item<Kind, table_source<typename found::added>, typename found::condition>;
    return from.plus(item{});
}
template <join_kind Kind, class From, class Alias, auto M>
constexpr auto join_sources(const From& from, alias_column<Alias, column<M>>) {
    using found = foreign_key_join<From, M, Alias>;
    using item = join_item<Kind, table_source<typename found::added>, typename found::condition>;
    return from.plus(item{});
}
template <join_kind Kind, class From, class Source>
constexpr auto join_sources(const From& from, Source source) {
    static_assert(names_source<Source>,
                  "pgmodel: join() takes a column with a foreign key, pgmodel::model<...>, an alias or another source");
    using item = join_item<Kind, decltype(as_source(std::move(source))), no_clause>;
    return from.plus(item{as_source(std::move(source)), {}});
}
template <join_kind Kind, class From, class Source, class Condition>
constexpr auto join_sources(const From& from, Source source, Condition on) {
    static_assert(is_condition<Condition>(), "pgmodel: join() takes a condition; compare two columns");
    static_assert(row_condition<Condition>::value);
    using item = join_item<Kind, decltype(as_source(std::move(source))), Condition>;
    return from.plus(item{as_source(std::move(source)), std::move(on)});
}
template <join_kind Kind, class From, class... Given>
    requires(sizeof...(Given) == 0 || sizeof...(Given) > 2)
constexpr From join_sources(const From& from, const Given&...) {
    static_assert(sizeof...(Given) == 1, "pgmodel: join() takes a column with a foreign key, or a source and what it "
                                         "is joined on: .join(pgmodel::model<...>, condition)");
    return from;
}
template <class From, class Source>
constexpr auto cross_join_sources(const From& from, Source source) {
    static_assert(names_source<Source>, "pgmodel: cross_join() takes pgmodel::model<...>, an alias or another source");
    using item = join_item<join_kind::cross, decltype(as_source(std::move(source))), no_clause>;
    return from.plus(item{as_source(std::move(source)), {}});
}
/// The sources with the condition of the last join.
template <class From, class Condition>
constexpr auto join_condition(const From& from, Condition given) {
    static_assert(From::count > 1 && needs_condition(From::last_kind), "pgmodel: on() follows a join");
    static_assert(!From::last_has_condition, "pgmodel: this join has its condition already; say all of it in one on()");
    static_assert(is_condition<Condition>(), "pgmodel: on() takes a condition; compare two columns");
    static_assert(row_condition<Condition>::value);
    return from.with_condition(std::move(given));
}

}  // namespace pgmodel::detail

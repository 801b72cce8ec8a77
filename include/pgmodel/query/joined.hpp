// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Joins in parentheses: `a left join (b join c on ...) on ...`. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/join_checks.hpp>
#include <pgmodel/query/select_checks.hpp>
#include <pgmodel/query/source_names.hpp>

namespace pgmodel {
namespace detail {

/// The sources in a row, as from_items has them, and which of them opens parentheses that close behind number `Ends`,
/// which is its own for all others. What opens them holds the kind and the condition of the whole. `Named`: which one
/// on() speaks of.
template <class Flat, std::size_t Named, class Ends>
struct nested_from;

template <class... Keys>
struct several_keys {
    static constexpr std::size_t found = (Keys::found + ...);
    static constexpr void write(text_writer& out) { (Keys::write(out), ...); }
};
/// A foreign key that nobody has named, as a condition.
template <class Key>
struct found_key {
    static constexpr bool constant = true;
    template <class Tables>
    using stranger = void;
    static constexpr void write(text_writer& out, const found_key*) { Key::write(out); }
    template <class F>
    constexpr void visit(F&) const {}
};

template <std::size_t... I, class... Items, std::size_t Named, std::size_t... Ends>
struct nested_from<from_items<std::index_sequence<I...>, Items...>, Named, std::index_sequence<Ends...>>
    : from_items<std::index_sequence<I...>, Items...> {
    using flat = from_items<std::index_sequence<I...>, Items...>;
    using flat::count, flat::kinds;
    template <std::size_t N>
    using item_at = typename flat::template item_at<N>;
    template <std::size_t N>
    using tag_at = typename flat::template tag_at<N>;

    static constexpr std::size_t ends[count]{Ends...};
    /// The innermost parentheses around a source other than its own; `count` if there are none.
    static constexpr std::size_t around(std::size_t at) {
        for (std::size_t i = at; i-- > 0;)
            if (ends[i] >= at) return i;
        return count;
    }
    static constexpr std::size_t first_seen(std::size_t at) { return around(at) == count ? 0 : around(at); }
    /// The first of the sources that it is joined with.
    static constexpr std::size_t first_joined(std::size_t at) {
        return around(at) == count ? tree_of<flat>(at) : around(at);
    }

    static constexpr bool may_miss(std::size_t at) {
        bool missing = false;
        for (std::size_t i = 0; i <= at; ++i)
            missing |= ends[i] >= at && (kinds[i] == join_kind::left || kinds[i] == join_kind::full);
        for (std::size_t i = at + 1; i < count; ++i)
            missing |= (kinds[i] == join_kind::right || kinds[i] == join_kind::full) && first_joined(i) <= at;
        return missing;
    }
    static constexpr bool any_missing = (may_miss(I) || ...);

    static constexpr bool keeps_all_before(std::size_t at) {
        return kinds[at] == join_kind::right || kinds[at] == join_kind::full;
    }
    /// Where a condition on all that stands in its parentheses belongs; as place_of_removed().
    static constexpr std::size_t place_of_group(std::size_t at) {
        if (kinds[at] == join_kind::left || kinds[at] == join_kind::full) return at;
        const std::size_t within = around(at);
        for (std::size_t i = at + 1; i < count && kinds[i] != join_kind::comma; ++i)
            if (around(i) == within && keeps_all_before(i)) return i;
        return within == count ? count : place_of_group(within);
    }
    /// Where a table's condition on removed rows stands: in the ON of this join, or `count`: in WHERE.
    static constexpr std::size_t place_of_removed(std::size_t at) {
        for (std::size_t i = at + 1; i <= ends[at]; ++i)
            if (around(i) == at && keeps_all_before(i)) return i;
        return place_of_group(at);
    }
    template <std::size_t Place>
    static constexpr bool leaves_out_at =
        ((leaves_out<typename Items::source> && place_of_removed(I) == Place) || ... || false);
    using removed_checks = checked_removed_rows<!(
        (leaves_out<typename Items::source> && kinds[place_of_removed(I)] == join_kind::full) || ... || false)>;
    template <std::size_t Place>
    static constexpr void write_unremoved(text_writer& out, [[maybe_unused]] std::string_view before) {
        (write_unremoved_at<Place, I, Items>(out, before), ...);
    }

    static constexpr join_kind last_kind = kinds[Named];
    static constexpr bool last_has_condition = is_said<typename item_at<Named>::condition>;

    template <std::size_t First, std::size_t Last, class With, class Outer>
    struct scope {
        template <class Tag, class Column = void>
        static constexpr bool has = (flat::template place<Tag> >= First && flat::template place<Tag> < Last) ||
                                    With::template has<Tag> || Outer::template has<Tag, Column>;
        template <class Node>
        static constexpr bool whole = Outer::template whole<Node>;
    };
    template <class With, class Outer>
    using stranger =
        typename first_stranger<typename first_stranger<typename Items::source::template stranger<
                                    scope<first_seen(I), Items::source::lateral ? I : 0, With, Outer>>...>::type,
                                typename first_stranger<typename Items::condition::template stranger<
                                    scope<first_seen(I), ends[I] + 1, With, Outer>>...>::type>::type;

    /// The foreign keys between what is joined and those before it.
    template <std::size_t N, std::size_t First, std::size_t... Before>
    using keys_of_one = key_between<tag_at<N>, tag_at<First + Before>...>;
    template <std::size_t N, std::size_t First, std::size_t... Joined, std::size_t... Before>
    static std::type_identity<several_keys<keys_of_one<N + Joined, First, Before...>...>>
        keys_of_all(std::index_sequence<Joined...>, std::index_sequence<Before...>);
    template <std::size_t N>
    using key_to_before = typename decltype(keys_of_all<N, first_seen(N)>(
        std::make_index_sequence<ends[N] - N + 1>{}, std::make_index_sequence<N - first_seen(N)>{}))::type;

    template <class Item>
    constexpr auto plus(Item item) const {
        using more = from_list<Items..., Item>;
        return nested_from<more, count, std::index_sequence<Ends..., count>>{
            {{this->items.template get<I, Items>()..., std::move(item)}}};
    }
    template <class On>
    constexpr auto with_condition(On on) const {
        using more = from_list<decltype(conditioned<I>(std::declval<const Items&>(), on))...>;
        return nested_from<more, Named, std::index_sequence<Ends...>>{
            {{conditioned<I>(this->items.template get<I, Items>(), on)...}}};
    }

    static constexpr void write(text_writer& out, const nested_from* self) { write_from<0, count>(out, self); }
    template <class F>
    constexpr void visit(F& f) const {
        visit_from<0, count>(f);
    }

private:
    template <std::size_t N, join_kind Kind, class Source, class Old, class On>
    static constexpr auto conditioned(const join_item<Kind, Source, Old>& item, const On& on) {
        if constexpr (N == Named) return join_item<Kind, Source, On>{item.from, on};
        else return item;
    }
    template <std::size_t N, std::size_t End>
    static constexpr void write_from(text_writer& out, const nested_from* self) {
        if constexpr (N < End) {
            using item = item_at<N>;
            const item* at = pack<Items...>::template at<N, item>(self ? &self->items : nullptr);
            out.append(words_of(item::kind));
            if constexpr (ends[N] > N) out.append("(");
            item::source::write(out, part_of(at, &item::from));
            if constexpr (ends[N] > N) {
                write_from<N + 1, ends[N] + 1>(out, self);
                out.append(")");
            }
            if constexpr (needs_condition(item::kind)) {
                out.append(" on ");
                if constexpr (leaves_out_at<N>) {
                    const bool said = out.with_removed || !flat::says_nothing_on(at);
                    if (said) write_condition<N>(out, at, out.with_removed);
                    if (!out.with_removed) write_unremoved<N>(out, said ? " and " : "");
                } else {
                    write_condition<N>(out, at, true);
                }
            }
            write_from<ends[N] + 1, End>(out, self);
        }
    }
    template <std::size_t N, class Item>
    static constexpr void write_condition(text_writer& out, const Item* item, bool alone) {
        if constexpr (is_said<typename Item::condition> || Item::source::lateral)
            flat::template write_on<N>(out, item, alone);
        else key_to_before<N>::write(out);
    }
    template <std::size_t Place, std::size_t N, class Item>
    static constexpr void write_unremoved_at(text_writer& out, std::string_view& before) {
        if constexpr (leaves_out<typename Item::source>) {
            if (place_of_removed(N) != Place) return;
            out.append(before);
            write_unremoved_of<typename Item::tag>(out);
            before = " and ";
        }
    }
    /// In the order of the text.
    template <std::size_t N, std::size_t End, class F>
    constexpr void visit_from(F& f) const {
        if constexpr (N < End) {
            const auto& item = this->items.template get<N, item_at<N>>();
            item.from.visit(f);
            visit_from<N + 1, ends[N] + 1>(f);
            item.on.visit(f);
            visit_from<ends[N] + 1, End>(f);
        }
    }
};

template <class Flat, std::size_t Named, class Ends>
struct names_of<nested_from<Flat, Named, Ends>> : names_of<Flat> {};
template <class Flat, std::size_t Named, class Ends, std::size_t N, class Before, class Behind,
          class From = nested_from<Flat, Named, Ends>>
inline constexpr bool on_both_sides =
    speaks_of<Before, From, From::first_joined(N), N> && !speaks_of<Before, From, N, From::ends[N] + 1> &&
    speaks_of<Behind, From, N, From::ends[N] + 1> && !speaks_of<Behind, From, From::first_joined(N), N>;
template <class Flat, std::size_t Named, class Ends, std::size_t N, class Before, class Behind>
inline constexpr bool on_two_sides<nested_from<Flat, Named, Ends>, N, Before, Behind> =
    on_both_sides<Flat, Named, Ends, N, Before, Behind>;

template <class From, bool Removed, class Order, class Indices>
struct told_rows;
template <class Flat, std::size_t Named, class Ends, bool Removed, class... Keys, std::size_t... I>
struct told_rows<nested_from<Flat, Named, Ends>, Removed, key_list<Keys...>, std::index_sequence<I...>> {
    static_assert(never<Keys...>, "pgmodel: keyset pages are not made of joins in parentheses; put these into "
                                  "pgmodel::subquery(pgmodel::select(...).into<row>())");
    static constexpr bool value = true;
};

template <class Flat>
struct ends_of;
template <std::size_t... I, class... Items>
struct ends_of<from_items<std::index_sequence<I...>, Items...>> : std::type_identity<std::index_sequence<I...>> {};
template <class Flat, std::size_t Named, class Ends>
struct ends_of<nested_from<Flat, Named, Ends>> : std::type_identity<Ends> {};

/// Joins that are to stand in parentheses.
template <class From>
struct joined_tables {
    [[no_unique_address]] From sources;

    template <class... What>
    constexpr auto join(What... what) const {
        return reading(join_sources<join_kind::inner>(sources, std::move(what)...));
    }
    template <class... What>
    constexpr auto left_join(What... what) const {
        return reading(join_sources<join_kind::left>(sources, std::move(what)...));
    }
    template <class... What>
    constexpr auto right_join(What... what) const {
        return reading(join_sources<join_kind::right>(sources, std::move(what)...));
    }
    template <class... What>
    constexpr auto full_join(What... what) const {
        return reading(join_sources<join_kind::full>(sources, std::move(what)...));
    }
    template <class Source>
    constexpr auto cross_join(Source source) const {
        return reading(cross_join_sources(sources, std::move(source)));
    }
    template <class Condition>
    constexpr auto on(Condition condition) const {
        return reading(join_condition(sources, std::move(condition)));
    }

private:
    template <class New>
    static constexpr auto reading(New given) {
        return joined_tables<New>{std::move(given)};
    }
};

/// A source of a group as it stands in the whole: the first with the kind and the condition of that, another with the
/// key that joins it within the group.
template <class Group, std::size_t N, join_kind Whole, class On, join_kind Kind, class Source, class Condition>
constexpr auto item_of_group(const join_item<Kind, Source, Condition>& item, const On& on) {
    if constexpr (N == 0) return join_item<Whole, Source, On>{item.from, on};
    else if constexpr (needs_condition(Kind) && !is_said<Condition> && !Source::lateral)
        return join_item<Kind, Source, found_key<typename Group::template key_to_before<N>>>{item.from, {}};
    else return item;
}
template <join_kind Kind, class Group, class On, std::size_t... I, class... A, std::size_t... Ends, std::size_t... J,
          class... B, std::size_t... GroupEnds>
constexpr auto join_group(const from_items<std::index_sequence<I...>, A...>& from, std::index_sequence<Ends...>,
                          const from_items<std::index_sequence<J...>, B...>& group, std::index_sequence<GroupEnds...>,
                          const On& on) {
    static_assert(sizeof...(A) > 0, "pgmodel: joined() stands behind a join: .left_join(pgmodel::joined(...)).on(...)");
    constexpr std::size_t before = sizeof...(A);
    using more =
        from_list<A..., decltype(item_of_group<Group, J, Kind, On>(std::declval<const B&>(), std::declval<On>()))...>;
    return nested_from<more, before,
                       std::index_sequence<Ends..., (J == 0 ? before + sizeof...(B) - 1 : before + GroupEnds)...>>{
        {{from.items.template get<I, A>()...,
          item_of_group<Group, J, Kind, On>(group.items.template get<J, B>(), on)...}}};
}
template <join_kind Kind, class From, class Group, class On>
constexpr auto join_in_parentheses(const From& from, const joined_tables<Group>& group, const On& on) {
    static_assert(checked_sources<Group>::value);
    return join_group<Kind, Group>(from, typename ends_of<From>::type{}, group.sources, typename ends_of<Group>::type{},
                                   on);
}
template <join_kind Kind, class From, class Group>
constexpr auto join_sources(const From& from, joined_tables<Group> group) {
    return join_in_parentheses<Kind>(from, group, no_clause{});
}
template <join_kind Kind, class From, class Group, class Condition>
constexpr auto join_sources(const From& from, joined_tables<Group> group, Condition on) {
    static_assert(is_condition<Condition>(), "pgmodel: join() takes a condition; compare two columns");
    static_assert(row_condition<Condition>::value);
    return join_in_parentheses<Kind>(from, group, on);
}
template <class From, class Group>
constexpr auto cross_join_sources(const From& from, joined_tables<Group> group) {
    return join_in_parentheses<join_kind::cross>(from, group, no_clause{});
}

}  // namespace detail

/// What stands in parentheses behind a join: `.left_join(pg::joined(pg::model<b>).join(pg::model<c>)).on(...)` is `left
/// join (b join c on ...) on ...`, of which either both have a row or neither has. It takes the joins and the on() that
/// a query takes; no condition in it speaks of tables outside.
template <class Source>
constexpr auto joined(Source source) {
    static_assert(detail::names_source<Source>,
                  "pgmodel: joined() begins with pgmodel::model<...>, an alias or another source");
    auto from = detail::make_from(detail::as_source(std::move(source)));
    return detail::joined_tables<decltype(from)>{std::move(from)};
}

}  // namespace pgmodel

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SET of UPDATE, MERGE and ON CONFLICT DO UPDATE, and what INSERT shares with it: columns that are given values. `Tag`
// is the table that is written to: its model, or an alias of it.
#pragma once

#include <pgmodel/expression/part_assignment.hpp>
#include <pgmodel/expression/row_assignment.hpp>
#include <pgmodel/query/sources.hpp>

namespace pgmodel::detail {

/// What stands on the left as the server wants it: a column without its table, an attribute without parentheses.
template <class Target>
struct target_text;
template <auto M>
struct target_text<column<M>> {
    static constexpr void write(text_writer& out, const column<M>*) {
        static_assert(column_named<M>::value);
        out.name(facts_of<owner_of<M>>.columns[column_place<M>]);
        if constexpr (names_attribute<M>)
            write_attributes<column_of<M>.parts, owner_of<M>>(
                out, M, std::make_index_sequence<path_length<std::remove_const_t<decltype(M)>>>{});
    }
};
template <class Alias, class Column>
struct target_text<alias_column<Alias, Column>> {
    static constexpr void write(text_writer& out, const alias_column<Alias, Column>*) {
        target_text<Column>::write(out, nullptr);
    }
};
template <class Value, bool Nullable, class Base, class... Indices>
struct target_text<element<Value, Nullable, Base, Indices...>> {
    using node = element<Value, Nullable, Base, Indices...>;
    static constexpr void write(text_writer& out, const node* self) {
        target_text<Base>::write(out, part_of(self, &node::base));
        node::write_indices(out, self);
    }
};
template <fixed_string Arrow, class Value, bool Nullable, class Base, class Key>
struct target_text<infix<Arrow, level::other, Value, Nullable, Base, Key>> {
    using node = infix<Arrow, level::other, Value, Nullable, Base, Key>;
    static constexpr void write(text_writer& out, const node* self) {
        target_text<Base>::write(out, part_of(self, &node::left));
        out.append("[");
        Key::write(out, part_of(self, &node::right));
        out.append("]");
    }
};
template <fixed_string After, class Value, int Properties, class Part>
struct target_text<call<"cast(", After, Value, Properties, Part>> {
    static constexpr void write(text_writer& out, const call<"cast(", After, Value, Properties, Part>* self) {
        target_text<Part>::write(out, pack<Part>::template at<0, Part>(self ? &self->arguments : nullptr));
    }
};

/// Which columns of a model are assigned, and how.
enum class assigned_how : std::uint8_t { not_at_all, in_parts, whole };
template <std::size_t N>
struct assigned_columns {
    assigned_how at[N + 1]{};
    bool twice = false;

    constexpr void add(std::size_t place, bool part) {
        twice |= at[place] == assigned_how::whole || (at[place] == assigned_how::in_parts && !part);
        at[place] = part ? assigned_how::in_parts : assigned_how::whole;
    }
};

/// One column on the left.
template <class Tag, class Target>
struct assigned_target {
    using found = target_of<Target>;
    static constexpr auto pointer = found::column_type::pointer;
    static constexpr bool own =
        std::is_same_v<typename found::tag, Tag> || std::is_same_v<typename found::tag, model_of<Tag>>;
    static_assert(own, "pgmodel: this column is of another model than the table that is written to");
    static constexpr bool column = own && column_named<pointer>::value;
    static constexpr bool part = found::part || names_attribute<pointer>;
    static constexpr std::size_t place = column_place<pointer>;
    static constexpr column_facts facts = [] {
        if constexpr (column) return facts_of<model_of<Tag>>.columns[place];
        else return column_facts{};
    }();
    static_assert(facts.stored(), "pgmodel: this field is transient, so it is no column of its table");
    static constexpr bool value = column;
};
template <class Tag, class Target, class Value>
struct assigned_keyword {
    static constexpr column_facts facts = assigned_target<Tag, Target>::facts;
    static_assert(!facts.generated,
                  "pgmodel: this column is generated, so PostgreSQL computes its value; leave it out");
    static constexpr bool value = true;
};
template <class Tag, class Target>
struct assigned_keyword<Tag, Target, default_keyword> {
    static constexpr column_facts facts = assigned_target<Tag, Target>::facts;
    static_assert(!assigned_target<Tag, Target>::part, "pgmodel: only a whole column has a default");
    static_assert(!assigned_target<Tag, Target>::value || facts.nullable || facts.server_fills(),
                  "pgmodel: this column has no default and is never NULL; give it a value");
    static constexpr bool value = true;
};

/// What an assignment says: which columns are given a value.
template <class Tag, class Assignment>
struct assigned_column {
    static constexpr bool value = false;
    static constexpr bool always = false;
    template <class Columns>
    static constexpr void add_to(Columns&, const void*) {}
    static constexpr void write(text_writer&, const void*, std::size_t&) {}
};
template <class Tag, class Target, class Value>
struct assigned_column<Tag, assignment<Target, Value>> {
    using target = assigned_target<Tag, Target>;
    static constexpr bool value =
        assignable<Target>::value && target::value && assigned_keyword<Tag, Target, Value>::value;
    /// The server numbers it in any case, so that it takes DEFAULT only.
    static constexpr bool always = target::facts.always && !std::is_same_v<Value, default_keyword>;
    template <class Columns>
    static constexpr void add_to(Columns& named, const void*) {
        if constexpr (target::value) named.add(target::place, target::part);
    }
    /// `a = $1`, behind a comma when it is not the first.
    static constexpr void write(text_writer& out, const assignment<Target, Value>* self, std::size_t& n) {
        out.append(n++ == 0 ? "" : ", ");
        target_text<Target>::write(out, part_of(self, &assignment<Target, Value>::target));
        out.append(" = ");
        assignment<Target, Value>::write(out, self);
    }
};
template <class Tag, class... Targets, class Query>
struct assigned_column<Tag, assignment<row_value<Targets...>, row_query<Query>>> {
    static constexpr bool value =
        ((assigned_target<Tag, Targets>::value && assigned_keyword<Tag, Targets, Query>::value) && ...);
    static constexpr bool always = (assigned_target<Tag, Targets>::facts.always || ...);
    template <class Columns>
    static constexpr void add_to(Columns& named, const void*) {
        if constexpr (value)
            (named.add(assigned_target<Tag, Targets>::place, assigned_target<Tag, Targets>::part), ...);
    }
    static constexpr void write(text_writer& out, const assignment<row_value<Targets...>, row_query<Query>>* self,
                                std::size_t& n) {
        out.append(n++ == 0 ? "" : ", ");
        std::size_t place = 0;
        ((out.append(place++ == 0 ? "(" : ", "), target_text<Targets>::write(out, nullptr)), ...);
        out.append(") = ");
        row_query<Query>::write(out, part_of(self, &assignment<row_value<Targets...>, row_query<Query>>::given));
    }
};

template <class Tag, class... Assignments>
constexpr auto columns_assigned() {
    assigned_columns<column_count<model_of<Tag>>> named{};
    (assigned_column<Tag, Assignments>::add_to(named, nullptr), ...);
    return named;
}
/// Values for columns of one table, each named once.
template <class Tag, class... Assignments>
struct checked_assignments {
    static constexpr bool value = (assigned_column<Tag, Assignments>::value && ... && true);
    static_assert(value && !columns_assigned<Tag, Assignments...>().twice,
                  "pgmodel: a column is given a value twice; name it once");
};
template <class Assignment, bool Refused>
struct numbered_column {
    static_assert(
        !Refused,
        "pgmodel: this column is GENERATED ALWAYS AS IDENTITY, so the server numbers it; leave it out, or in an insert "
        "say .overriding_system_value()");
    static constexpr bool value = true;
};

/// Writes an expression of set_on_update(), by place.
struct on_update_writer {
    text_writer& out;
    std::size_t place;

    template <auto M, class R, class D, class U, class X>
    constexpr void operator()(const field_declaration<M, R, D, U, X>&) {
        if constexpr (!std::is_same_v<U, nothing_said>)
            if (column_place<M> == place) U::write(out, nullptr);
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};
/// What an update sets by itself: the version and columns with set_on_update, but for those named.
template <class Tag>
constexpr void write_own_assignments(text_writer& out, const assigned_how* named, std::size_t& n) {
    using model = model_of<Tag>;
    const std::string_view outer = out.alias;
    if constexpr (is_alias<Tag>) out.alias = Tag::name.view();
    for (std::size_t i = 0; i < column_count<model>; ++i) {
        const column_facts& column = facts_of<model>.columns[i];
        if (named[i] != assigned_how::not_at_all || (!column.version && !column.on_update)) continue;
        out.append(n++ == 0 ? "" : ", ");
        out.name(column);
        out.append(" = ");
        if (column.version) {
            out.template qualifier<model>();
            out.name(column);
            out.append(" + 1");
        } else {
            on_update_writer write{out, i};
            declare<model>().items.each(write);
        }
    }
    out.alias = outer;
}

/// `title = $1, price = price + $2`, and what the update sets by itself.
template <class Tag, class... Assignments>
struct set_list {
    static constexpr bool constant = (Assignments::constant && ... && true);
    static constexpr bool aggregate = (Assignments::aggregate || ... || false);
    static constexpr bool windowed = (Assignments::windowed || ... || false);
    static constexpr bool dynamic = (Assignments::dynamic || ... || false);
    template <class Tables>
    using stranger = typename first_stranger<typename Assignments::template stranger<Tables>...>::type;

    struct checks {
        static_assert((assigned_column<Tag, Assignments>::value && ... && true));
        static_assert(!columns_assigned<Tag, Assignments...>().twice,
                      "pgmodel: a column is given a value twice; name it once");
        static_assert((numbered_column<Assignments, assigned_column<Tag, Assignments>::always>::value && ... && true));
        static_assert(!aggregate && !windowed,
                      "pgmodel: an aggregate or a window function has no place in SET; make it in a subquery: "
                      "pgmodel::scalar(query)");
        static_assert((no_set<Assignments::special>::value && ... && true));
        static constexpr bool value = true;
    };

    [[no_unique_address]] pack<Assignments...> items;

    template <class... More>
    constexpr auto plus(More... more) const {
        return plus(std::index_sequence_for<Assignments...>{}, std::move(more)...);
    }
    static constexpr void write(text_writer& out, const set_list* self) {
        std::size_t n = 0;
        auto named = columns_assigned<Tag, Assignments...>();
        write_all(out, self, n, named, std::index_sequence_for<Assignments...>{});
        if constexpr (dynamic)
            if (self) check_run(n, named.twice);
        write_own_assignments<Tag>(out, named.at, n);
    }
    template <class F>
    constexpr void visit(F& f) const {
        items.each([&f](const auto& item) { item.visit(f); });
    }

private:
    template <std::size_t... I, class... More>
    constexpr auto plus(std::index_sequence<I...>, More... more) const {
        return set_list<Tag, Assignments..., More...>{
            {*pack<Assignments...>::template at<I, Assignments>(&items)..., std::move(more)...}};
    }
    template <class Columns, std::size_t... I>
    static constexpr void write_all(text_writer& out, const set_list* self, std::size_t& n, Columns& named,
                                    std::index_sequence<I...>) {
        (write_one(out, pack<Assignments...>::template at<I, Assignments>(self ? &self->items : nullptr), n, named),
         ...);
    }
    template <class Assignment, class Columns>
    static constexpr void write_one(text_writer& out, const Assignment* one, std::size_t& n, Columns& named) {
        assigned_column<Tag, Assignment>::write(out, one, n);
        if constexpr (requires { assigned_column<Tag, Assignment>::add_run(named, one); })
            if (one) assigned_column<Tag, Assignment>::add_run(named, one);
    }
    static void check_run(std::size_t count, bool twice) {
        if (count == 0)
            throw usage_error("pgmodel: there is nothing to update, as the changes are empty; ask empty() before");
        if (twice)
            throw usage_error("pgmodel: a column is given a value twice, by pgmodel::changes and by the statement");
    }
};

}  // namespace pgmodel::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// JOIN clauses: along a declared foreign key, or with a condition.
#pragma once

#include <pgmodel/query/text.hpp>


namespace pgmodel::detail {

/// Finds what the field declaration of `M` references.
template <auto M, class Declaration>
struct reference_finder;
template <auto M, class... Items>
struct reference_finder<M, table_declaration<Items...>> {
    template <auto N, class R, class D, class U>
    static constexpr auto look(const field_declaration<N, R, D, U>*) {
        if constexpr (std::is_same_v<decltype(N), decltype(M)>) {
            if constexpr (N == M) return std::type_identity<R>{};
            else return std::type_identity<nothing_said>{};
        } else {
            return std::type_identity<nothing_said>{};
        }
    }
    template <class Other>
    static constexpr auto look(const Other*) {
        return std::type_identity<nothing_said>{};
    }
    template <class Found, class... Rest>
    struct first {
        using type = Found;
    };
    template <class Next, class... Rest>
    struct first<nothing_said, Next, Rest...> : first<Next, Rest...> {};

    using type = typename first<nothing_said, typename decltype(look(static_cast<const Items*>(nullptr)))::type..., nothing_said>::type;
};

template <class Reference>
struct reference_target {
    using type = void;
};
template <auto M>
struct reference_target<referred_columns<M>> {
    using type = owner_of<M>;
    static constexpr std::size_t column = field_index<M>;
};
template <class T>
struct reference_target<referred_key<T>> {
    using type = T;
    static constexpr std::size_t column = facts_of<T>.key[0];
};

/// A column by its place: `table.column`.
template <class T, class Out>
constexpr void write_qualified(Out& out, std::size_t column) {
    out.template table<T>();
    out.append(".");
    out.name(facts_of<T>.columns[column].name);
}

template <class T, class Condition>
struct condition_join {
    using table = T;
    template <class Tables>
    using stranger = typename Condition::template stranger<Tables>;
    [[no_unique_address]] Condition on;

    template <class Out>
    static constexpr void write_condition(Out& out) {
        Condition::write(out, nullptr);
    }
    template <class F>
    constexpr void visit(F& f) const {
        on.visit(f);
    }
};

template <class T, class List>
inline constexpr bool joins_table = false;

template <class Source, class Joins, auto M>
struct foreign_key_join {
    using owner = owner_of<M>;
    using reference = typename reference_finder<M, declaration_type<owner>>::type;
    using target = typename reference_target<reference>::type;
    static constexpr bool declared = !std::is_void_v<target>;
    static constexpr bool owner_known = std::is_same_v<Source, owner> || joins_table<owner, Joins>;
    static constexpr bool target_known = std::is_same_v<Source, target> || joins_table<target, Joins>;
    static_assert(declared, "pgmodel: this column references no other table; declare it with .references(), or join with a "
                            "condition: .join(pgmodel::model<...>, condition)");
    static_assert(!declared || owner_known || target_known,
                  "pgmodel: neither the table of this column nor the one that it references is part of the query");
    static_assert(!declared || !(owner_known && target_known),
                  "pgmodel: both tables of this foreign key are already part of the query");
    using table = std::conditional_t<owner_known, target, owner>;
    template <class Tables>
    using stranger = void;

    template <class Out>
    static constexpr void write_condition(Out& out) {
        if constexpr (declared) {
            write_qualified<owner>(out, field_index<M>);
            out.append(" = ");
            write_qualified<target>(out, reference_target<reference>::column);
        }
    }
    template <class F>
    constexpr void visit(F&) const {}
};

/// The tables of a query.
template <class... T>
struct query_tables : table_list<T...> {
    static constexpr bool any_transient = (facts_of<T>.any_transient() || ...);
};

template <class... Joins>
struct join_list {
    template <class Source>
    using tables = query_tables<Source, typename Joins::table...>;
    template <class Tables>
    using stranger = typename first_stranger<typename Joins::template stranger<Tables>...>::type;

    [[no_unique_address]] pack<Joins...> joins;

    template <class Join>
    constexpr auto plus(Join join) const {
        return plus(std::move(join), std::index_sequence_for<Joins...>{});
    }
    template <class Source, class Out>
    static constexpr void write(Out& out) {
        (write_one<Joins>(out), ...);
    }
    template <class F>
    constexpr void visit(F& f) const {
        joins.each([&f](const auto& join) { join.visit(f); });
    }

private:
    template <class Join, std::size_t... I>
    constexpr auto plus(Join join, std::index_sequence<I...>) const {
        return join_list<Joins..., Join>{{*pack<Joins...>::template at<I, Joins>(&joins)..., std::move(join)}};
    }
    template <class Join, class Out>
    static constexpr void write_one(Out& out) {
        if constexpr (!std::is_void_v<typename Join::table>) {
            out.append(" join ");
            out.template table<typename Join::table>();
            out.append(" on ");
            Join::write_condition(out);
        }
    }
};

template <class T, class... Joins>
inline constexpr bool joins_table<T, join_list<Joins...>> = (std::is_same_v<typename Joins::table, T> || ...);

/// The writer for a query over these tables.
template <class Source, class Joins>
struct writer_for;
template <class Source>
struct writer_for<Source, join_list<>> {
    using type = table_writer<Source>;
};
template <class Source, class First, class... Joins>
struct writer_for<Source, join_list<First, Joins...>> {
    using type = join_writer<Source, typename First::table, typename Joins::table...>;
};

}  // namespace pgmodel::detail

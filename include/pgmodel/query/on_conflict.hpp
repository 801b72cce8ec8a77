// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// ON CONFLICT: what becomes of a row whose key is there already.
#pragma once

#include <pgmodel/query/conflict_target.hpp>
#include <pgmodel/query/returning.hpp>
#include <pgmodel/query/set_list.hpp>

namespace pgmodel {
namespace detail {

/// Any key.
struct any_conflict {
    static constexpr bool constant = true;
    template <class Tables>
    using stranger = void;
    static constexpr void write(text_writer&) {}
};

template <class Tag>
using excluded_row = aliased<model_of<Tag>, "excluded">;
/// What SET and WHERE of DO UPDATE may speak of: the row that is there, the one that was to be inserted, and what is
/// around.
template <class Tag, class Tables>
struct conflict_scope {
    template <class Other, class Column = void>
    static constexpr bool has =
        std::is_same_v<Other, Tag> || std::is_same_v<Other, excluded_row<Tag>> || Tables::template has<Other, Column>;
    template <class Node>
    static constexpr bool whole = false;
};

template <class Target>
struct do_nothing {
    static constexpr bool updates = false;
    static constexpr bool dynamic = false;
    template <class Tables>
    using stranger = void;
    using target = Target;

    static constexpr void write(text_writer& out, const do_nothing*) {
        out.append(" on conflict");
        Target::write(out);
        out.append(" do nothing");
    }
    template <class F>
    constexpr void visit(F&) const {}
};
/// `do update set ... where ...`.
template <class Target, class Set, class Where>
struct do_update {
    static constexpr bool updates = true;
    static constexpr bool dynamic = Set::dynamic || is_dynamic<Where>();
    template <class Tables>
    using stranger = typename first_stranger<typename Set::template stranger<Tables>,
                                             typename Where::template stranger<Tables>>::type;
    using target = Target;

    [[no_unique_address]] Set set;
    [[no_unique_address]] Where condition;

    static constexpr void write(text_writer& out, const do_update* self) {
        out.append(" on conflict");
        Target::write(out);
        out.append(" do update set ");
        // A column alone could be of either row.
        out.qualified = true;
        Set::write(out, part_of(self, &do_update::set));
        if constexpr (is_dynamic<Where>()) {
            write_clause<0>(out, " where ", part_of(self, &do_update::condition));
        } else if constexpr (is_said<Where>) {
            out.append(" where ");
            Where::write(out, part_of(self, &do_update::condition));
        }
        out.qualified = false;
    }
    template <class F>
    constexpr void visit(F& f) const {
        set.visit(f);
        condition.visit(f);
    }
};

/// May a condition follow?
template <class Conflict, class Condition>
struct conflict_condition {
    static_assert(std::is_void_v<Conflict>, "pgmodel: where() of an insert follows do_update(...)");
    static constexpr bool value = false;
};
template <class Target, class Set, class Where, class Condition>
struct conflict_condition<do_update<Target, Set, Where>, Condition> {
    static constexpr bool value = whole_condition<Condition>::value;
    static_assert(value || std::is_same_v<Condition, bool> || is_assignment<Condition>,
                  "pgmodel: where() takes a condition; compare the column with a value first");
};
template <class Target, class Set, class Where, class Condition>
constexpr auto narrowed(const do_update<Target, Set, Where>& update, Condition more) {
    auto both = both_conditions(update.condition, std::move(more));
    return do_update<Target, Set, decltype(both)>{update.set, std::move(both)};
}

/// An insert that has said `on_conflict(...)`, and not yet what is to happen.
template <class Insert, class Target>
struct conflicting_insert : change_tag {
    using row = no_row;
    static constexpr bool returns = false;
    struct checks {
        static_assert(std::is_void_v<Insert>, "pgmodel: on_conflict() is followed by do_nothing() or do_update(...)");
        static constexpr bool value = false;
    };

    Insert insert;
    Target target;

    /// The condition of a partial unique index: only rows for which it holds have its key.
    template <class Condition>
    constexpr auto where(Condition) const {
        return with_condition<Condition>(target);
    }
    /// `DO NOTHING`: the row is not inserted, and returning() says nothing of it.
    constexpr auto do_nothing() const& { return Insert(insert).with_conflict(detail::do_nothing<Target>{}); }
    constexpr auto do_nothing() && { return std::move(insert).with_conflict(detail::do_nothing<Target>{}); }
    /// `DO UPDATE SET`: the row that is there gets these values; `pg::excluded(col<...>)` is what was to be inserted.
    /// Then perhaps `.where(condition)`. The version and columns with set_on_update are set too.
    template <class... Assignments>
    constexpr auto do_update(Assignments... given) const& {
        return conflicting_insert(*this).do_update(std::move(given)...);
    }
    template <class... Assignments>
    [[gnu::always_inline]] constexpr auto do_update(Assignments... given) && {
        static_assert(sizeof...(Assignments) > 0 && (is_assignment<Assignments> && ...),
                      "pgmodel: do_update() takes columns with their values: pgmodel::col<&model::field> = value");
        static_assert(checked_assignments<typename Insert::tag, Assignments...>::value);
        using set = set_list<typename Insert::tag, Assignments...>;
        static_assert(set::checks::value);
        return std::move(insert).with_conflict(
            detail::do_update<Target, set, no_clause>{set{{std::move(given)...}}, {}});
    }

    auto set(auto... given) const { return set_of_an_insert(given...); }

private:
    template <class Condition, class Predicate, class... Keys>
    constexpr auto with_condition(key_conflict<Predicate, Keys...>) const {
        static_assert(!is_said<Predicate>,
                      "pgmodel: the condition of the index is said once; the other where() follows do_update()");
        static_assert(is_condition<Condition>(),
                      "pgmodel: where() takes a condition; compare the column with a value first");
        static_assert(conflict_key<Condition>::value);
        return conflicting_insert<Insert, key_conflict<Condition, Keys...>>{{}, insert, {}};
    }
    template <class Condition, class Other>
    constexpr auto with_condition(Other) const {
        static_assert(std::is_void_v<Condition>,
                      "pgmodel: where() before do_nothing() or do_update() is the condition of an index; "
                      "name its columns in on_conflict()");
        return *this;
    }
};

template <class Insert>
constexpr auto start_conflict(Insert&& insert) {
    return conflicting_insert<Insert, any_conflict>{{}, std::move(insert), {}};
}
template <class Insert, fixed_string Name>
constexpr auto start_conflict(Insert&& insert, named_conflict<Name> target) {
    return conflicting_insert<Insert, named_conflict<Name>>{{}, std::move(insert), target};
}
template <class Insert, class... Keys>
[[gnu::always_inline]] constexpr auto start_conflict(Insert&& insert, const Keys&...) {
    if constexpr ((conflict_key<Keys>::value && ...))
        return conflicting_insert<Insert, key_conflict<no_clause, Keys...>>{{}, std::move(insert), {}};
    else return start_conflict(std::move(insert));
}

}  // namespace detail

/// `excluded.title`, in do_update(): the value of the row that was to be inserted.
template <auto M>
constexpr auto excluded(detail::column<M> column) {
    return alias<detail::owner_of<M>, "excluded">[column];
}
template <detail::expression E>
constexpr auto excluded(const E&) {
    static_assert(sizeof(E*) == 0,
                  "pgmodel: excluded() takes a column of the model: pgmodel::excluded(pgmodel::col<&model::field>)");
}

}  // namespace pgmodel

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// MERGE: rows of a table are compared with those of a source, and inserted, updated or deleted in one statement:
//
//     pg::merge_into(pg::model<stock>)
//         .using_(pg::model<delivery>)
//         .on(col<&stock::item> == col<&delivery::item>)
//         .when_matched().then_update(col<&stock::amount> = col<&stock::amount> + col<&delivery::amount>)
//         .when_not_matched().then_insert(col<&stock::item> = col<&delivery::item>, col<&stock::amount> = 1)
//
// PostgreSQL has it since version 15; WHEN NOT MATCHED BY SOURCE and RETURNING since 17.
#pragma once

#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/merge_branches.hpp>

namespace pgmodel {
namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"merge", First, More...> = true;

/// `merge_action()`, which RETURNING of MERGE has and nothing else.
struct merge_action_call : members<merge_action_call> {
    using value_type = std::string;
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger =
        std::conditional_t<Tables::template has<merge_action_call, merge_action_call>, void, merge_action_call>;
    template <class Nulls>
    static constexpr bool null_in = false;

    template <class Out>
    static constexpr void write(Out& out, const merge_action_call*) {
        out.append("merge_action()");
    }
    template <class F>
    constexpr void visit(F&) const {}
};
template <class From>
struct column_of_query<merge_action_call, From> {
    static_assert(std::is_void_v<From>, "pgmodel: merge_action() has its place in returning() of a merge only");
    static constexpr bool value = false;
};
template <class Tables>
struct merge_returning_scope {
    template <class Tag, class Column = void>
    static constexpr bool has = std::is_same_v<Tag, merge_action_call> || Tables::template has<Tag, Column>;
    template <class Node>
    static constexpr bool whole = false;
};

/// What may be missing in the rows of RETURNING.
template <class Tag, class Returning, class From, class Branches>
struct merge_nulls : returning_nulls<Tag, Returning, From, Branches::any_inserts, Branches::any_deletes> {
    using base = returning_nulls<Tag, Returning, From, Branches::any_inserts, Branches::any_deletes>;
    static constexpr bool unmatched = Branches::any_in(merge_case::not_matched_by_source);
    static constexpr bool any = base::any || unmatched;
    template <class Other>
    static constexpr bool source = base::template source<Other> || (unmatched && From::template has<Other>);
};

template <class Merge>
struct checked_merge {
    using tag = typename Merge::tag;
    using from = typename Merge::from_type;
    static_assert(checked_model<typename Merge::model>::value);
    static_assert(written_model<typename Merge::model>::value);
    static_assert(from::count == 1, "pgmodel: this merge has no rows to merge; add .using_(pgmodel::model<...>)");
    static_assert(is_said<typename Merge::on_type>,
                  "pgmodel: this merge does not say which rows match; add .on(condition)");
    static_assert(checked_sources<from>::value);
    static_assert(checked_names<Merge>::value);
    static_assert(!leaves_out<typename Merge::table_type> && !from::leaves_any_out,
                  "pgmodel: a merge sees rows that are marked as removed; say "
                  "pgmodel::with_removed(pgmodel::model<...>) to it, or merge from pgmodel::subquery(...)");
    static_assert(!from::template has<tag>,
                  "pgmodel: the table whose rows are changed is named again beside it; give it another name "
                  "there with pgmodel::alias<model, \"name\">");
    static_assert(named_apart_from<tag, from>::value);
    static_assert(column_of_sources<typename from::template stranger<typename Merge::with_type, all_but<tag>>>::value);
    static_assert(Merge::branches_type::count > 0,
                  "pgmodel: this merge does nothing; add .when_matched() or .when_not_matched()");
    static_assert(!Merge::branches_type::unreachable,
                  "pgmodel: a branch stands behind one of the same case without a condition, and is "
                  "never reached; give that one a condition, or put it last");
    static_assert(Merge::branches_checks::value);
    static_assert(stored_column_of_query<typename Merge::template own_stranger<stored_columns>>::value);
    static_assert(checked_returning<typename Merge::returning_type>::value);
    static constexpr bool value = true;
};
/// Checked where it is said, if the source is known there, and with the whole statement.
template <class Tag, class From, class Branch>
struct checked_branch : std::true_type {};
template <class Tag, class Item, class Branch>
struct checked_branch<Tag, from_list<Item>, Branch> : Branch::template checks<Tag, typename Item::tag> {};
template <class Tag, class From, class Branches>
struct checked_branches;
template <class Tag, class From, class... Branches>
struct checked_branches<Tag, From, merge_branches<Branches...>> {
    static constexpr bool value = (checked_branch<Tag, From, Branches>::value && ... && true);
};

/// `Table`: a table_source; `From`: no source or one.
template <class With, class Table, class From, class On, class Branches, class Returning>
struct merge_query : changing<merge_query<With, Table, From, On, Branches, Returning>, Returning,
                              merge_nulls<typename Table::tag, Returning, From, Branches>> {
    using with_type = With;
    using tag = typename Table::tag;
    using model = model_of<tag>;
    using from_type = From;
    using on_type = On;
    using returning_type = Returning;
    using tables = changed_table<tag>;
    using table_type = Table;
    using branches_type = Branches;
    template <class Branch>
    using branch_fits = checked_branch<tag, From, Branch>;
    using branches_checks = checked_branches<tag, From, Branches>;
    using checks = checked_merge<merge_query>;

    static constexpr bool dynamic =
        is_dynamic<With>() || From::dynamic || is_dynamic<On>() || Branches::dynamic || is_dynamic<Returning>();
    template <class Scope>
    using clause_stranger = typename first_stranger<
        typename On::template stranger<Scope>, typename Branches::template stranger<Scope>,
        typename Returning::template stranger<returning_scope<tag, merge_returning_scope<Scope>, From>>>::type;
    template <class Outer>
    using stranger = change_stranger<merge_query, Outer>;
    template <class Scope>
    using own_stranger = own_change_stranger<merge_query, Scope>;

    [[no_unique_address]] With ctes;
    [[no_unique_address]] From sources;
    [[no_unique_address]] On condition;
    [[no_unique_address]] Branches branches;
    [[no_unique_address]] Returning list;

    /// Rows of the table that are marked as removed, too. Models with soft_delete() ask for it.
    constexpr auto with_removed() const {
        return merge_query<With, whole_table<Table>, From, On, Branches, Returning>{{},        ctes,     sources,
                                                                                    condition, branches, list};
    }
    /// `USING`: a model, an alias, a subquery or another source.
    template <class Source>
    constexpr auto using_(Source source) const {
        static_assert(
            names_source<Source>,
            "pgmodel: using_() takes pgmodel::model<...>, an alias, or a source such as pgmodel::subquery(...)");
        static_assert(From::count == 0, "pgmodel: a merge has one source; join several in pgmodel::subquery(...)");
        auto from = make_from(as_source(std::move(source)));
        return merge_query<With, Table, decltype(from), On, Branches, Returning>{{},        ctes,     std::move(from),
                                                                                 condition, branches, list};
    }
    /// `ON`: which rows of the source match which of the table.
    template <class Condition>
    constexpr auto on(Condition given) const {
        static_assert(is_condition<Condition>(), "pgmodel: on() takes a condition; compare two columns");
        static_assert(row_condition<Condition>::value);
        static_assert(!is_said<On>, "pgmodel: a merge has its condition already; say all of it in one on()");
        return merge_query<With, Table, From, Condition, Branches, Returning>{{},       ctes, sources, std::move(given),
                                                                              branches, list};
    }
    /// `WHEN MATCHED [AND condition]`, then `.then_update(...)`, `.then_delete()` or `.then_do_nothing()`. The first
    /// branch that fits a row is the one that is done.
    template <class... Condition>
    constexpr auto when_matched(Condition... given) const {
        return begun<merge_case::matched>(std::move(given)...);
    }
    /// `WHEN NOT MATCHED [AND condition]`: a row of the source without one in the table; then `.then_insert(...)` or
    /// `.then_do_nothing()`.
    template <class... Condition>
    constexpr auto when_not_matched(Condition... given) const {
        return begun<merge_case::not_matched>(std::move(given)...);
    }
    /// `WHEN NOT MATCHED BY SOURCE [AND condition]`: a row of the table without one in the source. PostgreSQL 17.
    template <class... Condition>
    constexpr auto when_not_matched_by_source(Condition... given) const {
        return begun<merge_case::not_matched_by_source>(std::move(given)...);
    }

    template <class F>
    constexpr void visit(F& f) const {
        ctes.visit(f);
        sources.visit(f);
        condition.visit(f);
        branches.visit(f);
        list.visit(f);
    }
    static constexpr void write(text_writer& out, const merge_query* self = nullptr) {
        const bool outer = out.qualified;
        With::write(out, part_of(self, &merge_query::ctes));
        out.append("merge into ");
        Table::write(out, nullptr);
        out.qualified = true;
        out.append(" using ");
        From::write(out, part_of(self, &merge_query::sources));
        out.append(" on ");
        if constexpr (is_dynamic<On>()) write_said<0>(out, part_of(self, &merge_query::condition));
        else On::write(out, part_of(self, &merge_query::condition));
        Branches::write(out, part_of(self, &merge_query::branches));
        write_returning_list(out, part_of(self, &merge_query::list));
        out.qualified = outer;
    }

    /// The statement's text, the same for every statement of this type.
    static constexpr query_text<merge_query> sql{};

    template <class New>
    constexpr auto with_returning(New given) const {
        return merge_query<With, Table, From, On, Branches, New>{{},        ctes,     sources,
                                                                 condition, branches, std::move(given)};
    }
    template <class Branch>
    constexpr auto with_branch(Branch branch) const {
        auto all = branches.plus(std::move(branch));
        return merge_query<With, Table, From, On, decltype(all), Returning>{{},        ctes,           sources,
                                                                            condition, std::move(all), list};
    }

private:
    template <merge_case Case>
    constexpr auto begun() const {
        return begun_branch<Case, merge_query, no_clause>{*this, {}};
    }
    template <merge_case Case, class Condition>
    constexpr auto begun(Condition given) const {
        static_assert(is_condition<Condition>(),
                      "pgmodel: a branch of a merge takes a condition; compare the column with a value first");
        static_assert(row_condition<Condition>::value);
        return begun_branch<Case, merge_query, Condition>{*this, std::move(given)};
    }
};

template <class With, class Table>
constexpr auto start_merge(With ctes, Table) {
    return merge_query<With, Table, from_list<>, no_clause, merge_branches<>, no_clause>{
        {}, std::move(ctes), from_list<>{{}}, {}, {{}}, {}};
}

}  // namespace detail

/// `MERGE INTO`: then `.using_(...)`, `.on(...)` and the branches. The table is a model, an alias of it, or
/// `pg::only(...)`.
template <class Table>
constexpr auto merge_into(Table table) {
    if constexpr (detail::changeable<Table>::value)
        return detail::start_merge(detail::no_clause{}, detail::as_source(table));
}
/// `merge_action()`: INSERT, UPDATE or DELETE, in returning() of a merge. PostgreSQL 17.
constexpr detail::merge_action_call merge_action() { return {}; }

}  // namespace pgmodel

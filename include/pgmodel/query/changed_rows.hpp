// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which rows UPDATE and DELETE change: the other tables that tell, with their joins, and the condition, which must be
// said.
#pragma once

#include <pgmodel/query/joins.hpp>
#include <pgmodel/query/returning.hpp>

namespace pgmodel::detail {

/// Said by all_rows().
struct every_row : no_clause {};
/// A condition of the run that may be empty.
template <class Condition>
struct even_if_empty : Condition {
    explicit even_if_empty(Condition c) : Condition(std::move(c)) {}
    bool empty() const { return says_nothing(static_cast<const Condition*>(this)); }
};
template <class Condition>
inline constexpr bool may_be_empty = false;
template <class Condition>
inline constexpr bool may_be_empty<even_if_empty<Condition>> = true;

template <class Table, class From, class Where>
constexpr void write_changed_rows(text_writer& out, const Where* condition) {
    [[maybe_unused]] bool chooses = is_said<Where> && !std::is_same_v<Where, every_row>;
    constexpr bool filters = leaves_out<Table> || From::template leaves_out_at<From::count>;
    constexpr int least = filters ? level::logical_and : 0;
    if constexpr (is_dynamic<Where>()) {
        chooses = write_clause<least>(out, " where ", condition);
        if (!chooses && !may_be_empty<Where>)
            throw usage_error("pgmodel: the condition of this statement is empty, so every row would be changed; say "
                              ".all_rows() after where() if that is meant");
    } else if constexpr (is_said<Where> && !std::is_same_v<Where, every_row>) {
        out.append(" where ");
        write_part<least>(out, condition);
    }
    if constexpr (leaves_out<Table>) {
        out.append(chooses ? " and " : " where ");
        write_unremoved_of<typename Table::tag>(out);
    }
    if constexpr (filters)
        From::template write_unremoved<From::count>(out, chooses || leaves_out<Table> ? " and " : " where ");
}

template <class Stranger>
struct column_of_sources {
    static_assert(std::is_void_v<Stranger>,
                  "pgmodel: a join or a subquery beside the table whose rows are changed cannot speak of that "
                  "table; say it in where()");
    static constexpr bool value = true;
};
/// All but the table whose rows are changed.
template <class Tag>
struct all_but {
    template <class Other, class Column = void>
    static constexpr bool has = !std::is_same_v<Other, Tag>;
    template <class Node>
    static constexpr bool whole = false;
};
/// The table whose rows are changed, and what is around the statement.
template <class Tag, class Outer>
struct changed_scope {
    template <class Other, class Column = void>
    static constexpr bool has = std::is_same_v<Other, Tag> || Outer::template has<Other, Column>;
    template <class Node>
    static constexpr bool whole = false;
};
template <class Tag, class From, class With, class Outer>
using change_scope = query_scope<From, From::count, With, no_clause, changed_scope<Tag, Outer>>;

/// A column, in `Change` or a subquery in it, that neither its tables have nor `Outer`; and one of its own that `Scope`
/// has not.
template <class Change, class Outer>
using change_stranger =
    typename first_stranger<typename Change::template clause_stranger<change_scope<
                                typename Change::tag, typename Change::from_type, typename Change::with_type, Outer>>,
                            typename Change::from_type::template stranger<typename Change::with_type, Outer>,
                            typename Change::with_type::template stranger<Outer>>::type;
template <class Change, class Scope>
using own_change_stranger = typename first_stranger<typename Change::template clause_stranger<Scope>,
                                                    typename Change::from_type::template own_stranger<Scope>>::type;

/// What is wrong with the other tables of `Change`, and with its condition.
template <class Change>
struct checked_changed_rows {
    using tag = typename Change::tag;
    using from = typename Change::from_type;
    static_assert(checked_sources<from>::value);
    static_assert(checked_names<Change>::value);
    static_assert(from::removed_checks::value);
    static_assert(!from::template has<tag>,
                  "pgmodel: the table whose rows are changed is named again beside it; give it another name "
                  "there with pgmodel::alias<model, \"name\">");
    static_assert(std::conditional_t<(from::count > 0), named_apart_from<tag, from>, std::true_type>::value);
    static_assert(column_of_sources<typename from::template stranger<typename Change::with_type, all_but<tag>>>::value);
    static_assert(stored_column_of_query<typename Change::template own_stranger<stored_columns>>::value);
    static_assert(is_said<typename Change::where_type>,
                  "pgmodel: this statement would change every row of its table; add .where(...), or "
                  "say .all_rows()");
    static_assert(checked_returning<typename Change::returning_type>::value);
    static constexpr bool value = true;
};

/// The members of both. `Self` makes itself anew with_sources(New) and with_condition(New).
template <class Self, class From, class Where>
struct choosing_rows {
    /// `JOIN` in the other tables, as of pg::select(...).
    template <class... What>
    constexpr auto join(What... what) const {
        return joined<join_kind::inner>(std::move(what)...);
    }
    template <class... What>
    constexpr auto left_join(What... what) const {
        return joined<join_kind::left>(std::move(what)...);
    }
    template <class... What>
    constexpr auto right_join(What... what) const {
        return joined<join_kind::right>(std::move(what)...);
    }
    template <class... What>
    constexpr auto full_join(What... what) const {
        return joined<join_kind::full>(std::move(what)...);
    }
    template <class Source>
    constexpr auto cross_join(Source source) const {
        return behind_sources(cross_join_sources(chosen().sources, std::move(source)));
    }
    /// `ON condition` of the join before it.
    template <class Condition>
    constexpr auto on(Condition given) const {
        return chosen().with_sources(join_condition(chosen().sources, std::move(given)));
    }

    /// `WHERE`; said again, both conditions must hold.
    template <class Condition>
    constexpr auto where(Condition more) const& {
        return Self(chosen()).where(std::move(more));
    }
    template <class Condition>
    constexpr auto where(Condition more) && {
        constexpr bool fit = whole_condition<Condition>::value;
        static_assert(fit || std::is_same_v<Condition, bool> || is_assignment<Condition>,
                      "pgmodel: where() takes a condition; compare the column with a value first");
        static_assert(row_condition<Condition>::value);
        static_assert(!std::is_same_v<Where, every_row>,
                      "pgmodel: all_rows() says that there is no condition; take one of both away");
        Self& self = static_cast<Self&>(*this);
        if constexpr (fit) return std::move(self).with_condition(both_conditions(self.condition, std::move(more)));
        else return Self(std::move(self));
    }
    /// Every row of the table, without a condition; or, after where() with a pg::condition, also when that is empty.
    constexpr auto all_rows() const {
        static_assert(!is_said<Where> || is_dynamic<Where>(),
                      "pgmodel: all_rows() says that there is no condition; take one of both away");
        if constexpr (is_said<Where> && is_dynamic<Where>())
            return Self(chosen()).with_condition(even_if_empty<Where>(chosen().condition));
        else return Self(chosen()).with_condition(every_row{});
    }

protected:
    template <class... Sources>
    constexpr auto beside(Sources... sources) const {
        return chosen().with_sources(make_from(as_source(std::move(sources))...));
    }

private:
    constexpr const Self& chosen() const { return static_cast<const Self&>(*this); }
    template <join_kind Kind, class... What>
    constexpr auto joined(What... what) const {
        return behind_sources(join_sources<Kind>(chosen().sources, std::move(what)...));
    }
    template <class New>
    constexpr auto behind_sources(New given) const {
        static_assert(From::count > 0,
                      "pgmodel: a join follows from() of an update or using_() of a delete, whose tables it joins");
        return chosen().with_sources(std::move(given));
    }
};

/// What is updated or deleted from: a model, an alias of it, or pg::only(...) of one.
template <class Table>
struct changeable {
    static constexpr bool value = [] {
        if constexpr (names_source<Table>) {
            using source = decltype(as_source(std::declval<Table>()));
            if constexpr (source::table) return checked_struct<model_of<typename source::tag>>::value;
            else return false;
        } else {
            return false;
        }
    }();
    static_assert(value,
                  "pgmodel: rows are changed in a table: pgmodel::model<...>, an alias of it, or pgmodel::only(...)");
};

}  // namespace pgmodel::detail

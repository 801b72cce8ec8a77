// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// DELETE: `pg::delete_from(pg::model<article>).where(...)`. Every member returns a new statement, whose type holds
// everything but the values of its parameters.
#pragma once

#include <pgmodel/query/changed_rows.hpp>

namespace pgmodel {
namespace detail {

template <class Delete>
struct checked_delete {
    static_assert(checked_model<typename Delete::model>::value);
    static_assert(written_model<typename Delete::model>::value);
    static_assert(!leaves_out<typename Delete::table_type>,
                  "pgmodel: this model says soft_delete(), and DELETE would end its rows for good; mark them by "
                  "pgmodel::update(...).set(...), or say .with_removed() if all rows are meant, marked or not");
    static_assert(checked_changed_rows<Delete>::value);
    static constexpr bool value = true;
};

/// `Table`: a table_source.
template <class With, class Table, class From, class Where, class Returning>
struct delete_query : changing<delete_query<With, Table, From, Where, Returning>, Returning,
                               returning_nulls<typename Table::tag, Returning, From, false, true>>,
                      choosing_rows<delete_query<With, Table, From, Where, Returning>, From, Where> {
    using with_type = With;
    using tag = typename Table::tag;
    using model = model_of<tag>;
    using from_type = From;
    using where_type = Where;
    using returning_type = Returning;
    using tables = changed_table<tag>;
    using table_type = Table;
    using checks = checked_delete<delete_query>;

    static constexpr bool dynamic =
        is_dynamic<With>() || From::dynamic || is_dynamic<Where>() || is_dynamic<Returning>();
    template <class Scope>
    using clause_stranger =
        typename first_stranger<typename Where::template stranger<Scope>,
                                typename Returning::template stranger<returning_scope<tag, Scope, From>>>::type;
    template <class Outer>
    using stranger = change_stranger<delete_query, Outer>;
    template <class Scope>
    using own_stranger = own_change_stranger<delete_query, Scope>;

    [[no_unique_address]] With ctes;
    [[no_unique_address]] From sources;
    [[no_unique_address]] Where condition;
    [[no_unique_address]] Returning list;

    constexpr delete_query(With w, From f, Where c, Returning r)
        : ctes(std::move(w)), sources(std::move(f)), condition(std::move(c)), list(std::move(r)) {}

    /// Rows that are marked as removed and others, for good. Models with soft_delete() ask for it.
    constexpr auto with_removed() const {
        return delete_query<With, whole_table<Table>, From, Where, Returning>(ctes, sources, condition, list);
    }
    /// `USING`: other tables that the condition speaks of.
    template <class... Sources>
    constexpr auto using_(Sources... given) const {
        static_assert(
            (names_source<Sources> && ...) && sizeof...(Sources) > 0,
            "pgmodel: using_() takes pgmodel::model<...>, an alias, or a source such as pgmodel::subquery(...)");
        static_assert(From::count == 0, "pgmodel: using_() is said once, before the joins; name all its tables there");
        return this->beside(std::move(given)...);
    }

    template <class F>
    constexpr void visit(F& f) const {
        ctes.visit(f);
        sources.visit(f);
        condition.visit(f);
        list.visit(f);
    }
    static constexpr void write(text_writer& out, const delete_query* self = nullptr) {
        const bool outer = out.qualified;
        With::write(out, part_of(self, &delete_query::ctes));
        out.append("delete from ");
        Table::write(out, nullptr);
        out.qualified = From::count > 0;
        if constexpr (From::count > 0) {
            out.append(" using ");
            From::write(out, part_of(self, &delete_query::sources));
        }
        write_changed_rows<Table, From>(out, part_of(self, &delete_query::condition));
        out.qualified |= names_versions<tag, Returning>;
        write_returning_list(out, part_of(self, &delete_query::list));
        out.qualified = outer;
    }

    /// The statement's text, the same for every statement of this type.
    static constexpr query_text<delete_query> sql{};

    template <class New>
    constexpr auto with_returning(New given) const {
        return delete_query<With, Table, From, Where, New>(ctes, sources, condition, std::move(given));
    }
    template <class New>
    constexpr auto with_sources(New given) const {
        return delete_query<With, Table, New, Where, Returning>(ctes, std::move(given), condition, list);
    }
    template <class New>
    constexpr auto with_condition(New given) && {
        return delete_query<With, Table, From, New, Returning>(std::move(ctes), std::move(sources), std::move(given),
                                                               std::move(list));
    }
};

template <class With, class Table>
constexpr auto start_delete(With ctes, Table) {
    return delete_query<With, Table, from_list<>, no_clause, no_clause>(std::move(ctes), from_list<>{{}}, {}, {});
}

}  // namespace detail

/// `DELETE FROM`: then `.using_(...)`, and `.where(...)` or `.all_rows()`. The table is a model, an alias of it, or
/// `pg::only(...)`. For rows that are there as structs there is `db.remove(row)`.
template <class Table>
constexpr auto delete_from(Table table) {
    if constexpr (detail::changeable<Table>::value)
        return detail::start_delete(detail::no_clause{}, detail::as_source(table));
}

}  // namespace pgmodel

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The clauses of SELECT in SQL's order: as text, and their parameters. The members of select_query that walk them all.
#pragma once

#include <pgmodel/query/select_query.hpp>

namespace pgmodel::detail {

template <class List, class From, class Where, class Order, class Limit, class Offset, class Rare>
template <class F>
constexpr void select_query<List, From, Where, Order, Limit, Offset, Rare>::visit(F& f) const {
    // What holds no parameter is not visited: a compiler would make every function that is called for it.
    if constexpr (!with_type::constant) rare.ctes.visit(f);
    if constexpr (!distinct_type::constant) rare.unique.visit(f);
    if constexpr (!List::constant) list.visit(f);
    if constexpr (!From::constant) sources.visit(f);
    if constexpr (!Where::constant) condition.visit(f);
    if constexpr (!group_type::constant) rare.group.visit(f);
    if constexpr (!having_type::constant) rare.group_condition.visit(f);
    if constexpr (!windows_type::constant) rare.windows.visit(f);
    if constexpr (!Order::constant) order.visit(f);
    if constexpr (is_said<Limit>) most.visit(f);
    if constexpr (is_said<Offset>) skipped.visit(f);
}

template <class List, class From, class Where, class Order, class Limit, class Offset, class Rare>
constexpr void select_query<List, From, Where, Order, Limit, Offset, Rare>::write(text_writer& out,
                                                                                  const select_query* self,
                                                                                  written form) {
    const bool outer = out.qualified, outer_removed = out.with_removed, outer_keyed = out.keyed;
    constexpr bool several = From::count > 1 || is_correlated<select_query>();
    out.qualified = several;
    if constexpr (is_said<with_type>) with_type::write(out, self ? &self->rare.ctes : nullptr);
    out.with_removed = Rare::with_removed;
    out.append("select");
    if (form == written::number) {
        out.append(" count(*)");
    } else if (form != written::rows || is_distinct || is_grouped || !List::constant) {
        out.append(" ");
        if constexpr (is_said<distinct_type>) {
            out.qualified |= hidden_order<List, distinct_type>;
            distinct_type::write(out, self ? &self->rare.unique : nullptr);
            out.qualified = several;
        }
        List::write(out, self ? &self->list : nullptr);
    }
    if constexpr (From::count > 0) {
        out.append(" from ");
        From::write(out, self ? &self->sources : nullptr);
    }
    constexpr bool filters = !Rare::with_removed && From::template leaves_out_at<From::count>;
    if constexpr (is_dynamic<Where>()) {
        constexpr int least = filters ? level::logical_and : 0;
        [[maybe_unused]] const bool chosen = write_clause<least>(out, " where ", self ? &self->condition : nullptr);
        if constexpr (filters) From::template write_unremoved<From::count>(out, chosen ? " and " : " where ");
    } else {
        if constexpr (is_said<Where> || filters) out.append(" where ");
        if constexpr (is_said<Where>)
            write_part<(filters ? level::logical_and : 0)>(out, self ? &self->condition : nullptr);
        if constexpr (filters) From::template write_unremoved<From::count>(out, is_said<Where> ? " and " : "");
    }
    if constexpr (is_said<group_type>) {
        out.append(" group by ");
        group_type::write(out, self ? &self->rare.group : nullptr);
    }
    if constexpr (is_said<having_type>) {
        if constexpr (is_dynamic<having_type>()) {
            write_clause<0>(out, " having ", self ? &self->rare.group_condition : nullptr);
        } else {
            out.append(" having ");
            having_type::write(out, self ? &self->rare.group_condition : nullptr);
        }
    }
    if constexpr (is_said<windows_type>) {
        out.append(" window ");
        windows_type::write(out, self ? &self->rare.windows : nullptr);
    }
    if constexpr (is_said<Order>)
        if (form == written::whole || limited || !Order::constant) {
            out.append(" order by ");
            out.qualified |= hidden_order<List, Order>;
            if constexpr (is_dynamic<Order>()) out.keyed = takes_keys<select_query, Order>;
            named_order<List, Order>::write(out, self ? &self->order : nullptr);
        }
    if constexpr (is_said<Limit>) Limit::write(out, nullptr);
    if constexpr (is_said<Offset>) Offset::write(out, nullptr);
    if constexpr (is_said<lock_type>) lock_type::write(out);
    out.qualified = outer;
    out.with_removed = outer_removed;
    out.keyed = outer_keyed;
}

}  // namespace pgmodel::detail

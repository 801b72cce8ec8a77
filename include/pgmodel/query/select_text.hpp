// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The clauses of SELECT in SQL's order: as text, and their parameters. The members of select_query that walk them all.
#pragma once

#include <pgmodel/query/select_query.hpp>

namespace pgmodel::detail {

template <class With, class Distinct, class List, class From, class Where, class Group, class Having, class Windows,
          class Order, class Limit, class Offset, class Lock>
template <class F>
constexpr void select_query<With, Distinct, List, From, Where, Group, Having, Windows, Order, Limit, Offset, Lock>::visit(F& f) const {
    if constexpr (is_said<With>) ctes.visit(f);
    if constexpr (is_said<Distinct>) unique.visit(f);
    list.visit(f);
    sources.visit(f);
    if constexpr (is_said<Where>) condition.visit(f);
    if constexpr (is_said<Group>) group.visit(f);
    if constexpr (is_said<Having>) group_condition.visit(f);
    if constexpr (is_said<Windows>) windows.visit(f);
    if constexpr (is_said<Order>) order.visit(f);
    if constexpr (is_said<Limit>) most.visit(f);
    if constexpr (is_said<Offset>) skipped.visit(f);
}

template <class With, class Distinct, class List, class From, class Where, class Group, class Having, class Windows,
          class Order, class Limit, class Offset, class Lock>
constexpr void select_query<With, Distinct, List, From, Where, Group, Having, Windows, Order, Limit, Offset, Lock>::write(
    text_writer& out, const select_query* self, written form) {
    const bool outer = out.qualified;
    out.qualified = From::count > 1 || is_correlated<select_query>();
    if constexpr (is_said<With>) With::write(out, self ? &self->ctes : nullptr);
    out.append("select");
    if (form == written::number) {
        out.append(" count(*)");
    } else if (form != written::rows || is_distinct || is_grouped || !List::constant) {
        out.append(" ");
        if constexpr (is_said<Distinct>) Distinct::write(out, self ? &self->unique : nullptr);
        List::write(out, self ? &self->list : nullptr);
    }
    if constexpr (From::count > 0) {
        out.append(" from ");
        From::write(out, self ? &self->sources : nullptr);
    }
    if constexpr (is_said<Where>) {
        out.append(" where ");
        Where::write(out, self ? &self->condition : nullptr);
    }
    if constexpr (is_said<Group>) {
        out.append(" group by ");
        Group::write(out, self ? &self->group : nullptr);
    }
    if constexpr (is_said<Having>) {
        out.append(" having ");
        Having::write(out, self ? &self->group_condition : nullptr);
    }
    if constexpr (is_said<Windows>) {
        out.append(" window ");
        Windows::write(out, self ? &self->windows : nullptr);
    }
    if constexpr (is_said<Order>) if (form == written::whole || limited || !Order::constant) {
        out.append(" order by ");
        out.qualified |= hidden_order<List, Order>;
        named_order<List, Order>::write(out, self ? &self->order : nullptr);
    }
    if constexpr (is_said<Limit>) Limit::write(out, nullptr);
    if constexpr (is_said<Offset>) Offset::write(out, nullptr);
    if constexpr (is_said<Lock>) Lock::write(out);
    out.qualified = outer;
}

}  // namespace pgmodel::detail

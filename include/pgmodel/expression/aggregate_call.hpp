// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What can be said of an aggregate: DISTINCT, ORDER BY, FILTER and WITHIN GROUP.
#pragma once

#include <pgmodel/expression/window.hpp>

namespace pgmodel {
namespace detail {

/// Is an expression fit for FILTER, WHERE and ON, which are looked at before rows are grouped?
template <class Condition>
struct row_condition {
    static_assert(!has_aggregate<Condition>, "pgmodel: an aggregate such as count() or max() has no place in where(), on() and "
                                             "filter(), which look at single rows; say having(), or make it in a subquery");
    static constexpr bool window_free = [] {
        if constexpr (expression<Condition>) return !Condition::windowed;
        else return true;
    }();
    static_assert(window_free, "pgmodel: window functions are made after WHERE, GROUP BY and HAVING; select it in a subquery and "
                               "put the condition outside");
    static constexpr bool value = true;
};

template <class Call, bool Distinct, class Order, class Filter>
struct modified_call : members<modified_call<Call, Distinct, Order, Filter>> {
    using value_type = typename Call::value_type;
    static constexpr bool nullable = Call::nullable;
    static constexpr bool constant = Call::constant && Order::constant && Filter::constant;
    static constexpr bool reduces = Call::reduces;
    static constexpr bool argument_aggregate = Call::argument_aggregate || Order::aggregate;
    static constexpr bool aggregate = true;
    static constexpr int precedence = level::primary;

    template <class Tables>
    using argument_stranger = typename first_stranger<typename Call::template argument_stranger<Tables>, typename Order::template stranger<Tables>,
                                                      typename Filter::template stranger<Tables>>::type;
    template <class Tables>
    using stranger = stranger_of<Tables, modified_call, argument_stranger<Tables>>;
    template <class Nulls>
    static constexpr bool null_in = false;

    [[no_unique_address]] Call function;
    [[no_unique_address]] Order order;
    [[no_unique_address]] Filter condition;

    constexpr modified_call(Call c, Order o, Filter f) : function(std::move(c)), order(std::move(o)), condition(std::move(f)) {}

    constexpr auto distinct() const {
        static_assert(Call::reduces, "pgmodel: distinct() is said of an aggregate, such as count(x)");
        return modified_call<Call, true, Order, Filter>(function, order, condition);
    }
    template <class... Keys>
    constexpr auto order_by(Keys... keys) const {
        static_assert(Call::reduces, "pgmodel: order_by() is said of an aggregate, such as array_agg(x), or of a query");
        using list = typename order_keys<Keys...>::type;
        return modified_call<Call, Distinct, list, Filter>(function, list{{std::move(keys)...}}, condition);
    }
    template <class Condition>
    constexpr auto filter(Condition more) const {
        static_assert(Call::reduces, "pgmodel: filter() is said of an aggregate, such as count()");
        static_assert(is_condition<Condition>(), "pgmodel: filter() takes a condition; compare a column with a value");
        static_assert(row_condition<Condition>::value);
        return modified_call<Call, Distinct, Order, Condition>(function, order, std::move(more));
    }
    template <class... Window>
    constexpr auto over(Window... window) const {
        static_assert(Call::reduces, "pgmodel: over() is said of an aggregate or of a window function such as row_number()");
        static_assert(!requires { Call::ordered_set; }, "pgmodel: an aggregate with within_group() is not made over windows; make it in a subquery");
        static_assert(!Distinct, "pgmodel: PostgreSQL has no DISTINCT in window functions; use a subquery");
        static_assert(!is_said<Order>, "pgmodel: an aggregate over a window takes its order from the window; put order_by() there");
        return make_over(*this, std::move(window)...);
    }

    template <class Out>
    static constexpr void write(Out& out, const modified_call* self) {
        Call::write_open(out, part_of(self, &modified_call::function), Distinct ? "distinct " : "");
        if constexpr (is_said<Order>) {
            out.append(" order by ");
            Order::write(out, part_of(self, &modified_call::order));
        }
        out.append(")");
        if constexpr (is_said<Filter>) {
            out.append(" filter (where ");
            Filter::write(out, part_of(self, &modified_call::condition));
            out.append(")");
        }
    }
    template <class F>
    constexpr void visit(F& f) const {
        function.visit(f);
        order.visit(f);
        condition.visit(f);
    }
};

/// `percentile_cont(0.5)`, of which the order that it needs has not been said.
template <fixed_string Name, class Value, class... Arguments>
struct ordered_set {
    pack<Arguments...> arguments;

    /// `WITHIN GROUP (ORDER BY key)`.
    template <class Key>
    constexpr auto within_group(Key key) const;
};

/// `name(arguments) within group (order by key)`; shaped like `call`, whose closing parenthesis is the group's.
template <fixed_string Name, class Value, class Key, class... Arguments>
struct within_group_call : members<within_group_call<Name, Value, Key, Arguments...>> {
    using value_type = Value;
    static constexpr bool ordered_set = true;
    static constexpr bool nullable = true;
    static constexpr bool constant = Key::constant && (Arguments::constant && ... && true);
    static constexpr bool reduces = true;
    static constexpr bool argument_aggregate = Key::aggregate;
    static constexpr bool aggregate = true;
    static constexpr int precedence = level::primary;

    template <class Tables>
    using argument_stranger = typename Key::template stranger<Tables>;
    template <class Tables>
    using stranger = stranger_of<Tables, within_group_call, argument_stranger<Tables>>;

    [[no_unique_address]] key_list<Arguments...> arguments;
    [[no_unique_address]] Key key;

    constexpr within_group_call(key_list<Arguments...> a, Key k) : arguments(std::move(a)), key(std::move(k)) {}

    /// `FILTER (WHERE condition)`.
    template <class Condition>
    constexpr auto filter(Condition condition) const {
        return modified_call<within_group_call, false, no_clause, no_clause>(*this, {}, {}).filter(std::move(condition));
    }
    /// Refused: PostgreSQL has no such windows.
    template <class... Window>
    constexpr auto over(Window... window) const {
        return modified_call<within_group_call, false, no_clause, no_clause>(*this, {}, {}).over(std::move(window)...);
    }

    template <class Out>
    static constexpr void write(Out& out, const within_group_call* self) {
        write_open(out, self, "");
        out.append(")");
    }
    template <class Out>
    static constexpr void write_open(Out& out, const within_group_call* self, std::string_view) {
        out.append(Name.view());
        out.append("(");
        key_list<Arguments...>::write(out, part_of(self, &within_group_call::arguments));
        out.append(") within group (order by ");
        Key::write(out, part_of(self, &within_group_call::key));
    }
    template <class F>
    constexpr void visit(F& f) const {
        arguments.visit(f);
        key.visit(f);
    }
};

template <fixed_string Name, class Value, class... Arguments>
template <class Key>
constexpr auto ordered_set<Name, Value, Arguments...>::within_group(Key key) const {
    using list = typename order_keys<Key>::type;
    using sorted = typename sorted_expression<Key>::type::value_type;
    static_assert(std::is_void_v<Value> || is_number(kind_of<sorted>()), "pgmodel: percentile_cont() is of numbers; percentile_disc() takes any type");
    using value = std::conditional_t<std::is_void_v<Value>, sorted, Value>;
    static_assert(list::count == 1);
    return within_group_call<Name, value, Key, Arguments...>({arguments}, std::move(key));
}

}  // namespace detail

/// `percentile_cont(fraction) WITHIN GROUP (ORDER BY x)`: the value at this fraction (0.5: the median), between two rows where it
/// lies there. `pg::percentile_cont(0.5).within_group(col<&track::milliseconds>)`.
constexpr auto percentile_cont(double fraction) {
    return detail::ordered_set<"percentile_cont", double, detail::parameter<double>>{detail::parameter<double>(fraction)};
}
/// `percentile_disc(fraction) WITHIN GROUP (ORDER BY x)`: the first value at or behind this fraction.
constexpr auto percentile_disc(double fraction) {
    return detail::ordered_set<"percentile_disc", void, detail::parameter<double>>{detail::parameter<double>(fraction)};
}
/// `mode() WITHIN GROUP (ORDER BY x)`: the most frequent value.
constexpr auto mode() { return detail::ordered_set<"mode", void>{{}}; }

}  // namespace pgmodel

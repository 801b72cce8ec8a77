// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What can be said of an aggregate: DISTINCT, ORDER BY and FILTER; WITHIN GROUP is in ordered_set.hpp.
#pragma once

#include <pgmodel/expression/window.hpp>

namespace pgmodel {
namespace detail {

/// Is an expression fit for FILTER, WHERE and ON, which are looked at before rows are grouped?
template <class Condition>
struct row_condition {
    static_assert(!has_aggregate<Condition>,
                  "pgmodel: an aggregate such as count() or max() has no place in where(), on() and "
                  "filter(), which look at single rows; say having(), or make it in a subquery");
    static constexpr int special = [] {
        if constexpr (expression<Condition>) return Condition::special | (Condition::windowed ? -1 : 0);
        else return 0;
    }();
    static_assert(special >= 0,
                  "pgmodel: window functions are made after WHERE, GROUP BY and HAVING; select it in a subquery and "
                  "put the condition outside");
    static constexpr bool value = special < 0 || no_set<special>::value;
};

/// DISTINCT of an aggregate: equal arguments are told from others, and sorted by nothing else.
template <class Call>
struct told_arguments : std::true_type {};
template <fixed_string Before, fixed_string After, class Value, int Properties, class... Arguments>
struct told_arguments<call<Before, After, Value, Properties, Arguments...>> {
    static constexpr bool value = (told_key<Arguments>::value && ... && true);
};
/// `count(*)` has nothing to be told from others or to be sorted by.
template <class Call>
struct has_arguments : std::true_type {};
template <fixed_string Before, fixed_string After, class Value, int Properties>
struct has_arguments<call<Before, After, Value, Properties>> {
    static_assert((Properties & aggregates) == 0,
                  "pgmodel: count() counts rows, so it takes no distinct() and no order_by(); count values: "
                  "count(pgmodel::col<&model::field>).distinct()");
    static constexpr bool value = true;
};
template <class Call, class Order>
struct distinct_arguments : told_arguments<Call> {};
template <class Call, class... Keys>
struct distinct_arguments<Call, key_list<Keys...>> : told_arguments<Call> {
    static_assert(((Call::template has_argument<typename sorted_expression<Keys>::type> && Keys::constant) && ...),
                  "pgmodel: an aggregate with distinct() is ordered by its own argument, with pgmodel::lit for values");
};

template <class Call, bool Distinct, class Order, class Filter>
struct modified_call : members<modified_call<Call, Distinct, Order, Filter>> {
    using value_type = typename Call::value_type;
    static constexpr bool nullable = Call::nullable;
    static constexpr bool constant = Call::constant && Order::constant && Filter::constant;
    static constexpr bool dynamic = Call::dynamic || is_dynamic<Order>() || is_dynamic<Filter>();
    static constexpr bool reduces = Call::reduces;
    static constexpr bool argument_aggregate = Call::argument_aggregate || Order::aggregate;
    static constexpr int argument_special = Call::argument_special;
    static constexpr int special = Call::special | (Order::aggregate ? holds_nested : 0);
    static constexpr bool aggregate = true;
    static constexpr int precedence = level::primary;

    template <class Tables>
    using argument_stranger = typename first_stranger<typename Call::template argument_stranger<Tables>,
                                                      typename Order::template stranger<Tables>,
                                                      typename Filter::template stranger<Tables>>::type;
    template <class Tables>
    using stranger = stranger_of<Tables, modified_call, argument_stranger<Tables>>;
    template <class Nulls>
    static constexpr bool null_in = false;
    template <class Nulls>
    static constexpr bool null_of_rows = is_said<Filter> || Call::template null_of_rows<Nulls>;
    template <class Nulls>
    static constexpr bool null_element = requires { requires Call::template null_element<Nulls>; };

    [[no_unique_address]] Call function;
    [[no_unique_address]] Order order;
    [[no_unique_address]] Filter condition;

    constexpr modified_call(Call c, Order o, Filter f)
        : function(std::move(c)), order(std::move(o)), condition(std::move(f)) {}

    constexpr auto distinct() const {
        static_assert(Call::reduces, "pgmodel: distinct() is said of an aggregate, such as count(x)");
        if constexpr (Call::reduces)
            static_assert(has_arguments<Call>::value && distinct_arguments<Call, Order>::value);
        return modified_call<Call, true, Order, Filter>(function, order, condition);
    }
    template <class... Keys>
    constexpr auto order_by(Keys... keys) const {
        static_assert(Call::reduces,
                      "pgmodel: order_by() is said of an aggregate, such as array_agg(x), or of a query");
        using list = typename order_keys<Keys...>::type;
        static_assert(has_arguments<Call>::value && no_set<list::special>::value);
        static_assert(!list::windowed, "pgmodel: an aggregate is made before window functions, so it is not ordered by "
                                       "one; make the window function in a subquery");
        if constexpr (Distinct) static_assert(distinct_arguments<Call, list>::value);
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
        static_assert(Call::reduces,
                      "pgmodel: over() is said of an aggregate or of a window function such as row_number()");
        static_assert(
            !requires { Call::ordered_set; },
            "pgmodel: an aggregate with within_group() is not made over windows; make it in a subquery");
        static_assert(!Distinct, "pgmodel: PostgreSQL has no DISTINCT in window functions; use a subquery");
        static_assert(!is_said<Order>,
                      "pgmodel: an aggregate over a window takes its order from the window; put order_by() there");
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
        if constexpr (is_dynamic<Filter>()) {
            if (write_clause<0>(out, " filter (where ", part_of(self, &modified_call::condition))) out.append(")");
        } else if constexpr (is_said<Filter>) {
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

/// What an aggregate is given once for each group.
template <class Node>
struct direct_arguments {
    using type = no_clause;
};
template <class Call, class Filter>
struct direct_arguments<modified_call<Call, false, no_clause, Filter>> : direct_arguments<Call> {};

/// An aggregate of which the order that it needs has not been said.
struct without_order {};

}  // namespace detail
}  // namespace pgmodel

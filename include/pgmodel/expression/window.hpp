// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// OVER: the rows that a window function looks at, and functions that exist over windows only.
#pragma once

#include <pgmodel/expression/frame.hpp>

namespace pgmodel {
namespace detail {

template <fixed_string Name>
struct named_window;
/// A named window that is said an order of: it must have none.
template <fixed_string Name>
struct extended_window {
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<extended_window>, void, extended_window>;
};

/// What stands in the parentheses of OVER: `name partition by ... order by ... frame`.
template <fixed_string Base, class Partition, class Order, class Frame>
struct window_spec {
    static constexpr bool constant = Partition::constant && Order::constant && Frame::constant;
    static constexpr bool aggregate = Partition::aggregate || Order::aggregate;
    static constexpr bool dynamic = is_dynamic<Partition>() || is_dynamic<Order>();
    static_assert(!Partition::windowed && !Order::windowed,
                  "pgmodel: a window cannot be made from window functions; use a subquery");
    template <class Tables>
    using stranger =
        typename stranger_among<Tables, Partition, Order,
                                std::conditional_t<Base.size() == 0, no_clause, extended_window<Base>>>::type;

    static constexpr std::size_t order_count = [] {
        if constexpr (is_said<Order>) return Order::count;
        else return std::size_t{0};
    }();

    static constexpr bool extensible = !is_said<Order> && !is_said<Frame>;
    static constexpr auto base = Base;

    [[no_unique_address]] Partition partition;
    [[no_unique_address]] Order order;
    [[no_unique_address]] Frame frame_;

    template <class... Keys>
    constexpr auto order_by(Keys... keys) const {
        using list = typename order_keys<Keys...>::type;
        return window_spec<Base, Partition, list, Frame>{partition, list{{std::move(keys)...}}, frame_};
    }
    /// `ROWS BETWEEN from AND to`, counted in rows; without `to`, to the current row.
    template <class From, class To = frame_end<frame_bound::current_row>>
    constexpr auto rows(From from, To to = {}) const {
        static_assert(counts_rows<From>::value && counts_rows<To>::value);
        return with_frame<"rows">(std::move(from), std::move(to));
    }
    /// `RANGE BETWEEN from AND to`, counted in the value of the one key of order_by().
    template <class From, class To = frame_end<frame_bound::current_row>>
    constexpr auto range(From from, To to = {}) const {
        static_assert(!(is_said<typename offset_of_end<From>::type> || is_said<typename offset_of_end<To>::type>) ||
                          order_count == 1,
                      "pgmodel: range() with a distance needs order_by() of exactly one key");
        if constexpr (order_count == 1) {
            using key = typename single_key<Order>::type;
            return with_frame<"range">(at_distance<key>(std::move(from)), at_distance<key>(std::move(to)));
        } else {
            return with_frame<"range">(std::move(from), std::move(to));
        }
    }
    /// `GROUPS BETWEEN from AND to`, counted in groups of rows that order_by() takes for equal.
    template <class From, class To = frame_end<frame_bound::current_row>>
    constexpr auto groups(From from, To to = {}) const {
        static_assert(is_said<Order>, "pgmodel: groups() counts groups of equal rows; say order_by() first");
        static_assert(counts_rows<From>::value && counts_rows<To>::value);
        return with_frame<"groups">(std::move(from), std::move(to));
    }
    constexpr auto exclude_current_row() const { return excluding<" exclude current row">(frame_); }
    constexpr auto exclude_group() const { return excluding<" exclude group">(frame_); }
    constexpr auto exclude_ties() const { return excluding<" exclude ties">(frame_); }

    template <class Out>
    static constexpr void write(Out& out, const window_spec* self) {
        out.append("(");
        if constexpr (Base.size() > 0) out.name(Base.view());
        if constexpr (is_said<Partition>) {
            out.append("partition by ");
            Partition::write(out, part_of(self, &window_spec::partition));
        }
        if constexpr (is_said<Order>) {
            out.append(is_said<Partition> || Base.size() > 0 ? " order by " : "order by ");
            Order::write(out, part_of(self, &window_spec::order));
        }
        if constexpr (is_said<Frame>) {
            if (is_said<Partition> || is_said<Order> || Base.size() > 0) out.append(" ");
            Frame::write(out, part_of(self, &window_spec::frame_));
        }
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        partition.visit(f);
        order.visit(f);
        frame_.visit(f);
    }

private:
    template <fixed_string Unit, class From, class To>
    constexpr auto with_frame(From from, To to) const {
        if constexpr (offset_of_end<From>::is_end && offset_of_end<To>::is_end) {
            using made = frame<Unit, From, To, "">;
            return window_spec<Base, Partition, Order, made>{partition, order, made{std::move(from), std::move(to)}};
        } else {
            return *this;
        }
    }
    template <fixed_string Exclusion, fixed_string Unit, class From, class To, fixed_string Before>
    constexpr auto excluding(const frame<Unit, From, To, Before>& given) const {
        using made = frame<Unit, From, To, Exclusion>;
        return window_spec<Base, Partition, Order, made>{partition, order, made{given.from, given.to}};
    }
    template <fixed_string Exclusion>
    constexpr auto excluding(const no_clause&) const {
        static_assert(is_said<Frame>, "pgmodel: rows are excluded from a frame; say rows(), range() or groups() first");
        return *this;
    }
};

using whole_window = window_spec<"", no_clause, no_clause, no_clause>;

/// `over name`, where the query's clause WINDOW says what that is.
template <fixed_string Name>
struct named_window {
    static constexpr bool constant = true;
    static constexpr bool aggregate = false;
    static constexpr auto name = Name;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<named_window>, void, named_window>;

    /// The definition for the query's window(): `pg::window<"w">.as(pg::partition_by(...))`.
    template <class Spec>
    constexpr auto as(Spec spec) const;
    /// `OVER (name ORDER BY ...)`: the named window, sorted.
    template <class... Keys>
    constexpr auto order_by(Keys... keys) const {
        return window_spec<Name, no_clause, no_clause, no_clause>{}.order_by(std::move(keys)...);
    }

    template <class Out>
    static constexpr void write(Out& out, const named_window*) {
        out.name(Name.view());
    }
    template <class F>
    constexpr void visit(F&) const {}
};

/// `name as (...)`.
template <fixed_string Name, class Spec>
struct window_definition {
    using window = named_window<Name>;
    using extended = std::conditional_t<Spec::extensible, extended_window<Name>, void>;
    static constexpr auto base = Spec::base;
    static constexpr bool constant = Spec::constant;
    static constexpr bool aggregate = Spec::aggregate;
    static constexpr bool windowed = false;
    static constexpr bool dynamic = Spec::dynamic;
    template <class Tables>
    using stranger = typename Spec::template stranger<Tables>;
    [[no_unique_address]] Spec spec;

    template <class Out>
    static constexpr void write(Out& out, const window_definition* self) {
        out.name(Name.view());
        out.append(" as ");
        Spec::write(out, part_of(self, &window_definition::spec));
    }
    template <class F>
    constexpr void visit(F& f) const {
        spec.visit(f);
    }
};
template <fixed_string Name>
template <class Spec>
constexpr auto named_window<Name>::as(Spec spec) const {
    return window_definition<Name, Spec>{std::move(spec)};
}

/// `function over window`.
template <class Function, class Window>
struct over_call : members<over_call<Function, Window>> {
    using value_type = typename Function::value_type;
    static constexpr bool nullable = Function::nullable;
    static constexpr bool constant = Function::constant && Window::constant;
    static constexpr bool aggregate = Function::argument_aggregate || Window::aggregate;
    static constexpr bool windowed = true;
    static constexpr bool dynamic = Function::dynamic || is_dynamic<Window>();
    static constexpr int special = Function::argument_special;
    static_assert(no_set<special>::value);
    static constexpr int precedence = level::primary;

    template <class Tables>
    using stranger = stranger_of<Tables, over_call, typename Function::template argument_stranger<Tables>,
                                 typename Window::template stranger<Tables>>;
    template <class Nulls>
    static constexpr bool null_in = Function::template null_in<Nulls>;
    template <class Nulls>
    static constexpr bool null_element = requires { requires Function::template null_element<Nulls>; };

    [[no_unique_address]] Function function;
    [[no_unique_address]] Window window;

    constexpr over_call(Function f, Window w) : function(std::move(f)), window(std::move(w)) {}

    template <class Out>
    static constexpr void write(Out& out, const over_call* self) {
        Function::write(out, part_of(self, &over_call::function));
        out.append(" over ");
        Window::write(out, part_of(self, &over_call::window));
    }
    template <class F>
    constexpr void visit(F& f) const {
        function.visit(f);
        window.visit(f);
    }
};

template <class T>
inline constexpr bool is_window = false;
template <fixed_string Base, class Partition, class Order, class Frame>
inline constexpr bool is_window<window_spec<Base, Partition, Order, Frame>> = true;
template <fixed_string Name>
inline constexpr bool is_window<named_window<Name>> = true;

template <class Function>
constexpr auto make_over(const Function& function) {
    return over_call<Function, whole_window>(function, {});
}
template <class Function, class First, class Second, class... More>
constexpr auto make_over(const Function&, const First&, const Second&, const More&...) {
    static_assert(never<More...>,
                  "pgmodel: over() takes one window: .over(pgmodel::partition_by(...).order_by(...).rows(...))");
}
template <class Function, class Window>
constexpr auto make_over(const Function& function, Window window) {
    static_assert(is_window<Window>, "pgmodel: over() takes nothing, a window such as partition_by(...).order_by(...), "
                                     "or pgmodel::window<\"name\">");
    if constexpr (is_window<Window>) return over_call<Function, Window>(function, std::move(window));
    else return make_over(function);
}

struct said_without_over {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: a window function needs its window; say .over(...) before its value is compared or "
                      "computed with");
        return true;
    }
};
/// A base of functions that need OVER: what is said of aggregates, and of values.
struct misused_window_function {
    bool operator==(const auto& given) const { return said_without_over{}(given); }
    auto operator<=>(const auto& given) const { return said_without_over{}(given); }
    auto operator+(const auto& given) const { return said_without_over{}(given); }
    auto operator-(const auto& given) const { return said_without_over{}(given); }
    auto operator*(const auto& given) const { return said_without_over{}(given); }
    auto operator/(const auto& given) const { return said_without_over{}(given); }
    static constexpr said_without_over asc{}, desc{}, is_null{};
    auto filter(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: filter() is said of an aggregate, such as count(), not of a window function");
    }
    auto distinct(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: distinct() is said of an aggregate, such as count(x), not of a window function");
    }
    auto order_by(auto... given) const {
        static_assert(never<decltype(given)...>, "pgmodel: a window function takes its order from its window: "
                                                 ".over(pgmodel::order_by(...))");
    }
};
/// A function that needs OVER; it is no expression before.
template <fixed_string Name, class Value, bool Nullable, class... Arguments>
struct window_function : misused_window_function {
    using value_type = Value;
    static constexpr bool nullable = Nullable;
    static constexpr bool constant = (Arguments::constant && ... && true);
    static constexpr bool dynamic = (Arguments::dynamic || ... || false);
    static constexpr bool argument_aggregate = (Arguments::aggregate || ... || false);
    static constexpr int argument_special = (Arguments::special | ... | 0);
    static_assert(!(Arguments::windowed || ... || false),
                  "pgmodel: a window function cannot hold another; make the inner one in a subquery");
    template <class Tables>
    using argument_stranger = typename first_stranger<typename Arguments::template stranger<Tables>...>::type;
    template <class Nulls>
    static constexpr bool null_in = (null_in_query<Arguments, Nulls>() || ... || false);

    [[no_unique_address]] key_list<Arguments...> arguments;

    /// `OVER (...)`.
    template <class... Window>
    constexpr auto over(Window... window) const {
        return make_over(*this, std::move(window)...);
    }

    template <class Out>
    static constexpr void write(Out& out, const window_function* self) {
        out.append(Name.view());
        out.append("(");
        key_list<Arguments...>::write(out, part_of(self, &window_function::arguments));
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        arguments.visit(f);
    }
};

}  // namespace detail

/// A window by the name that the query's window() gives it: `.over(pg::window<"w">)`.
template <fixed_string Name>
inline constexpr detail::named_window<Name> window{};

/// `PARTITION BY ...`, to which `.order_by(...)` and a frame can be added.
template <class... Keys>
constexpr auto partition_by(Keys... keys) {
    static_assert(sizeof...(Keys) > 0 && (detail::expression<Keys> && ...),
                  "pgmodel: partition_by() takes columns and expressions");
    static_assert((detail::told_key<Keys>::value && ...));
    return detail::window_spec<"", detail::key_list<Keys...>, detail::no_clause, detail::no_clause>{
        {{std::move(keys)...}}, {}, {}};
}
/// `ORDER BY ...` of a window without partitions.
template <class... Keys>
constexpr auto order_by(Keys... keys) {
    return detail::whole_window{}.order_by(std::move(keys)...);
}

}  // namespace pgmodel

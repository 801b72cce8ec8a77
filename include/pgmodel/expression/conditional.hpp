// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Expressions that choose: CASE, NULLIF, GREATEST, LEAST (`coalesce` is in functions.hpp), and values and NULL that
// stand alone.
#pragma once

#include <pgmodel/core/never.hpp>
#include <pgmodel/expression/functions.hpp>

namespace pgmodel {
namespace detail {

/// Can a value of a CASE be NULL? What stands before each, but for that of ELSE, makes nothing NULL.
template <class Nulls, class... Operands>
constexpr bool null_in_case() {
    const bool null[]{null_in_query<Operands, Nulls>()...};
    for (std::size_t i = 1; i < sizeof...(Operands); i += 2)
        if (null[i]) return true;
    return null[sizeof...(Operands) - 1];
}
template <class Out, class... Operands, std::size_t... I>
constexpr void write_case(Out& out, const pack<Operands...>* operands, std::index_sequence<I...>) {
    ((out.append(I % 2 != 0                    ? " then "
                 : I + 1 < sizeof...(Operands) ? " when "
                                               : " else "),
      Operands::write(out, pack<Operands...>::template at<I, Operands>(operands))),
     ...);
}

/// CASE: conditions and values in turn, and the value of ELSE.
template <class Value, bool Nullable, class... Operands>
struct case_expression : members<case_expression<Value, Nullable, Operands...>> {
    using value_type = Value;
    static constexpr bool complete = sizeof...(Operands) % 2 != 0;
    static constexpr bool nullable = Nullable || !complete;
    static constexpr bool constant = (Operands::constant && ...);
    static constexpr bool aggregate = (Operands::aggregate || ...);
    static constexpr bool windowed = (Operands::windowed || ... || false);
    static constexpr bool dynamic = (Operands::dynamic || ...);
    static constexpr int special = (Operands::special | ...);
    static_assert(no_set<special>::value);
    static constexpr int precedence = level::primary;

    template <class Tables>
    using stranger = typename stranger_in_parts<Tables, case_expression, Operands...>::type;
    template <class Nulls>
    static constexpr bool null_in = null_in_case<Nulls, Operands...>();
    template <class Nulls>
    static constexpr bool null_of_rows = !complete || null_in<Nulls>;
    template <class Nulls>
    static constexpr bool null_element = (has_null_elements<Operands, Nulls, Value>() || ...);

    [[no_unique_address]] pack<Operands...> operands;

    constexpr explicit case_expression(Operands... o) : operands(std::move(o)...) {}

    /// `WHEN condition THEN value`.
    template <class Condition, class Then>
    constexpr auto when(Condition condition, Then&& then) const {
        static_assert(is_condition<Condition>(),
                      "pgmodel: when() takes a condition; compare a column with a value first");
        static_assert(!complete, "pgmodel: otherwise() ends a CASE; say when() before it");
        static_assert(comparable_operands<case_expression, std::remove_cvref_t<Then>, comparison::never>::value);
        return with(std::move(condition), as_operand<Value, case_expression>(static_cast<Then&&>(then)));
    }
    /// `ELSE value`; without it the rest is NULL.
    template <class Else>
    constexpr auto otherwise(Else&& value) const {
        static_assert(!complete, "pgmodel: a CASE has one otherwise()");
        static_assert(comparable_operands<case_expression, std::remove_cvref_t<Else>, comparison::never>::value);
        return with(as_operand<Value, case_expression>(static_cast<Else&&>(value)));
    }

    template <class Out>
    static constexpr void write(Out& out, const case_expression* self) {
        constexpr bool say_type =
            ((std::is_same_v<typename Operands::value_type, bool> || is_enum_literal<Operands>) && ...) &&
            std::is_enum_v<Value>;
        out.append(say_type ? "cast(case" : "case");
        write_case(out, self ? &self->operands : nullptr, std::index_sequence_for<Operands...>{});
        out.append(" end");
        if constexpr (say_type) {
            out.append(" as ");
            out.append(codec<Value>::type.name);
            out.append(")");
        }
    }
    template <class F>
    constexpr void visit(F& f) const {
        operands.each([&f](const auto& operand) { operand.visit(f); });
    }

private:
    template <class... More>
    constexpr auto with(More... more) const {
        return with(std::index_sequence_for<Operands...>{}, std::move(more)...);
    }
    template <std::size_t... I, class... More>
    constexpr auto with(std::index_sequence<I...>, More... more) const {
        using last = typename last_of<More...>::type;
        using common = typename common_of<Value, typename last::value_type>::type;
        return case_expression < common, Nullable || last::nullable, Operands...,
               More... > (*pack<Operands...>::template at<I, Operands>(&operands)..., std::move(more)...);
    }
    template <class First, class... Rest>
    struct last_of : last_of<Rest...> {};
    template <class Last>
    struct last_of<Last> : std::type_identity<Last> {};
};

/// `function(x, y, ...)` of values of one kind; NULL only when all are.
template <fixed_string Before, expression First, class... Rest>
constexpr auto make_choice(First first, Rest&&... rest) {
    using value = typename First::value_type;
    static_assert(is_sortable<value>() || !has_equality<value>(),
                  "pgmodel: PostgreSQL has no order of this type, so no value of it is the greatest or the least");
    // By the order of their type, which needs no operator: a domain of an enum has none.
    constexpr comparison asked = is_sortable<value>() ? comparison::never : comparison::by_equality;
    static_assert((comparable_operands<First, std::remove_cvref_t<Rest>, asked>::value && ...));
    return choice_of<Before>(std::move(first), as_operand<value, First>(static_cast<Rest&&>(rest))...);
}

template <class Never>
struct choice_of_values {
    static_assert(never<Never>,
                  "pgmodel: one operand of greatest() and least() is a column or an expression; those of the program "
                  "are chosen by the program; pgmodel::value(x) is an expression, and a window function is one behind "
                  ".over(...)");
};

/// `cast(null as type)`.
template <class T>
struct null_value : members<null_value<T>> {
    static_assert(has_codec<T>, "pgmodel: pgmodel::null<T> needs a type with a PostgreSQL type, such as std::string");
    using value_type = T;
    static constexpr bool nullable = true;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = void;

    template <class Out>
    static constexpr void write(Out& out, const null_value*) {
        out.append("cast(null as ");
        out.append(codec<T>::type.name);
        out.append(")");
    }
    template <class F>
    constexpr void visit(F&) const {}
};

}  // namespace detail

/// `CASE WHEN condition THEN value`, to which `.when(condition, value)` and `.otherwise(value)` are added:
///
///     pg::case_when(col<&book::year> < 1900, "old").when(col<&book::year> < 2000, "modern").otherwise("new")
///
/// Without `otherwise` the rest is NULL.
template <class Condition, class Then>
constexpr auto case_when(Condition condition, Then&& then) {
    static_assert(detail::is_condition<Condition>(),
                  "pgmodel: case_when() takes a condition; compare a column with a value first");
    auto value = detail::as_value(static_cast<Then&&>(then));
    using type = typename detail::value_type_of<std::decay_t<Then>>::type;
    return detail::case_expression<type, decltype(value)::nullable, Condition, decltype(value)>(std::move(condition),
                                                                                                std::move(value));
}

/// `nullif(x, y)`: NULL when they are equal, else `x`.
template <class First, class Second>
    requires detail::with_expression<First, Second>
constexpr auto nullif(First&& first, Second&& second) {
    auto value = detail::as_value(static_cast<First&&>(first));
    using type = typename decltype(value)::value_type;
    static_assert(detail::comparable_operands<decltype(value), std::remove_cvref_t<Second>>::value);
    auto operand = detail::as_operand<type, decltype(value)>(static_cast<Second&&>(second));
    return detail::call<"nullif(", ")", type, detail::can_be_null, decltype(value), decltype(operand)>(
        std::move(value), std::move(operand));
}
template <class First, class Second>
    requires(!detail::with_expression<First, Second>)
constexpr auto nullif(const First& first, const Second&) {
    static_assert(detail::never<First>,
                  "pgmodel: one argument of nullif() is a column or an expression; make one of a value with "
                  "pgmodel::value(x)");
    return first;
}
/// `greatest(x, y, ...)`, `least(x, y, ...)`: NULLs are left out, NULL only when all are.
template <class First, class... Rest>
    requires((detail::expression<First> || ... || detail::expression<Rest>))
constexpr auto greatest(First&& first, Rest&&... rest) {
    return detail::make_choice<"greatest(">(detail::as_value(static_cast<First&&>(first)),
                                            static_cast<Rest&&>(rest)...);
}
template <class First, class... Rest>
    requires((detail::expression<First> || ... || detail::expression<Rest>))
constexpr auto least(First&& first, Rest&&... rest) {
    return detail::make_choice<"least(">(detail::as_value(static_cast<First&&>(first)), static_cast<Rest&&>(rest)...);
}

// Of plain values alone.
template <class Never = void>
detail::choice_of_values<Never> greatest(detail::anything = {}, ...);
template <class Never = void>
detail::choice_of_values<Never> least(detail::anything = {}, ...);

/// A plain value where an expression is wanted, such as in a select list: a parameter of its type.
template <class Value>
constexpr auto value(Value&& given) {
    return detail::as_value(static_cast<Value&&>(given));
}
/// NULL of a type: `cast(null as text)`.
template <class T>
inline constexpr detail::null_value<T> null{};

}  // namespace pgmodel

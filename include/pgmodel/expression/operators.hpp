// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// C++ operators on expressions. Each exists for every pair with an expression in it and refuses by a sentence.
#pragma once

#include <pgmodel/expression/nodes.hpp>

namespace pgmodel::detail {

template <class Left, class Right>
concept with_expression = expression<Left> || expression<Right>;

/// The C++ type of an operand that is an expression; `Other` for a plain value.
template <class Operand, class Other>
struct operand_type {
    using type = Other;
};
template <expression Operand, class Other>
struct operand_type<Operand, Other> {
    using type = typename Operand::value_type;
};
template <class Left, class Right>
using left_type = typename operand_type<Left, typename operand_type<Right, void>::type>::type;
template <class Left, class Right>
using right_type = typename operand_type<Right, typename operand_type<Left, void>::type>::type;

template <class Left, class Right>
constexpr void check_comparable() {
    static_assert(comparable<left_type<Left, Right>, right_type<Left, Right>>(),
                  "pgmodel: these two expressions have different types and cannot be compared; compare values of one type");
}

/// What a refused operator returns, so that its sentence is the only error.
template <class... Operands>
struct refused : members<refused<Operands...>> {
    using value_type = bool;
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr bool aggregate = false;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = void;

    template <class Out>
    static constexpr void write(Out&, const refused*) {}
    template <class F>
    constexpr void visit(F&) const {}
};

template <fixed_string Operator, class Left, class Right>
constexpr auto compare(Left&& left, Right&& right) {
    using l = std::remove_cvref_t<Left>;
    using r = std::remove_cvref_t<Right>;
    check_comparable<l, r>();
    auto a = as_operand<right_type<l, r>, r>(std::forward<Left>(left));
    auto b = as_operand<left_type<l, r>, l>(std::forward<Right>(right));
    return infix<Operator, level::comparison, bool, decltype(a)::nullable || decltype(b)::nullable, decltype(a),
                 decltype(b)>(std::move(a), std::move(b));
}

template <class Operand>
constexpr bool is_condition() {
    if constexpr (expression<Operand>)
        return std::is_same_v<typename Operand::value_type, bool>;
    else
        return false;
}
template <class Operand>
constexpr bool is_text() {
    if constexpr (expression<Operand>)
        return kind_of<typename Operand::value_type>() == kind::text;
    else
        return std::is_convertible_v<Operand, std::string_view>;
}

template <fixed_string Operator, int Level, class Left, class Right>
constexpr auto logic(Left&& left, Right&& right) {
    using l = std::remove_cvref_t<Left>;
    using r = std::remove_cvref_t<Right>;
    static_assert(!(is_text<l>() && is_text<r>()),
                  "pgmodel: && and || are logic only; join texts with + or pgmodel::concat");
    static_assert(!std::is_same_v<l, bool> && !std::is_same_v<r, bool>,
                  "pgmodel: a bare bool is not a condition; compare a column with a value, or use pgmodel::lit<true>");
    constexpr bool fit = is_condition<l>() && is_condition<r>();
    static_assert(fit || (is_text<l>() && is_text<r>()) || std::is_same_v<l, bool> || std::is_same_v<r, bool>,
                  "pgmodel: && and || take conditions; compare the column with a value first");
    if constexpr (fit)
        return infix<Operator, Level, bool, l::nullable || r::nullable, l, r>(std::forward<Left>(left),
                                                                              std::forward<Right>(right));
    else
        return refused<l, r>{};
}

/// The type of `a + b` and the like in PostgreSQL; void where there is no such operator.
template <class Left, class Right>
struct arithmetic_result {
    using type = void;
};
template <class T>
    requires(is_number(kind_of<T>()) && kind_of<T>() != kind::numeric)
struct arithmetic_result<T, T> {
    using type = T;
};
template <class Left, class Right>
    requires(!std::is_same_v<Left, Right> && kind_of<Left>() == kind_of<Right>() &&
             (kind_of<Left>() == kind::integer || kind_of<Left>() == kind::floating))
struct arithmetic_result<Left, Right> {
    using type = std::conditional_t<(sizeof(Left) > sizeof(Right)), Left, Right>;
};

template <fixed_string Operator, int Level, class Left, class Right>
constexpr auto calculate(Left&& left, Right&& right) {
    using l = std::remove_cvref_t<Left>;
    using r = std::remove_cvref_t<Right>;
    if constexpr (is_text<l>() && is_text<r>() && Operator == fixed_string{" + "}) {
        auto a = as_operand<std::string, r>(std::forward<Left>(left));
        auto b = as_operand<std::string, l>(std::forward<Right>(right));
        return infix<" || ", level::other, std::string, decltype(a)::nullable || decltype(b)::nullable, decltype(a),
                     decltype(b)>(std::move(a), std::move(b));
    } else {
        using result = typename arithmetic_result<left_type<l, r>, right_type<l, r>>::type;
        constexpr bool exists = !std::is_void_v<result> && (Operator != fixed_string{" % "} || kind_of<result>() == kind::integer);
        static_assert(exists,
                      "pgmodel: there is no such operator for these types; + joins texts and adds numbers of one kind, "
                      "- * / take integers or floating-point numbers, % integers");
        if constexpr (!exists) {
            return refused<l, r>{};
        } else {
            auto a = as_operand<right_type<l, r>, r>(std::forward<Left>(left));
            auto b = as_operand<left_type<l, r>, l>(std::forward<Right>(right));
            using value = typename arithmetic_result<typename decltype(a)::value_type, typename decltype(b)::value_type>::type;
            return infix<Operator, Level, value, decltype(a)::nullable || decltype(b)::nullable, decltype(a),
                         decltype(b)>(std::move(a), std::move(b));
        }
    }
}

template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator==(L&& l, R&& r) {
    return compare<" = ">(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator!=(L&& l, R&& r) {
    return compare<" <> ">(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator<(L&& l, R&& r) {
    return compare<" < ">(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator<=(L&& l, R&& r) {
    return compare<" <= ">(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator>(L&& l, R&& r) {
    return compare<" > ">(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator>=(L&& l, R&& r) {
    return compare<" >= ">(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator&&(L&& l, R&& r) {
    return logic<" and ", level::logical_and>(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator||(L&& l, R&& r) {
    return logic<" or ", level::logical_or>(std::forward<L>(l), std::forward<R>(r));
}
template <expression E>
constexpr auto operator!(E&& e) {
    using node = std::remove_cvref_t<E>;
    static_assert(is_condition<node>(), "pgmodel: ! takes a condition; compare the column with a value first");
    return affix<"not ", "", level::logical_not, bool, node::nullable, node>(std::forward<E>(e));
}
template <expression E>
constexpr auto operator-(E&& e) {
    using node = std::remove_cvref_t<E>;
    static_assert(is_number(kind_of<typename node::value_type>()), "pgmodel: - takes a number");
    return affix<"- ", "", level::unary, typename node::value_type, node::nullable, node>(std::forward<E>(e));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator+(L&& l, R&& r) {
    return calculate<" + ", level::additive>(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator-(L&& l, R&& r) {
    return calculate<" - ", level::additive>(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator*(L&& l, R&& r) {
    return calculate<" * ", level::multiplicative>(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator/(L&& l, R&& r) {
    return calculate<" / ", level::multiplicative>(std::forward<L>(l), std::forward<R>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator%(L&& l, R&& r) {
    return calculate<" % ", level::multiplicative>(std::forward<L>(l), std::forward<R>(r));
}

}  // namespace pgmodel::detail

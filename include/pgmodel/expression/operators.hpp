// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// C++ operators on expressions. Each exists for every pair with an expression in it and refuses by a sentence.
#pragma once

#include <pgmodel/expression/nodes.hpp>
#include <pgmodel/expression/server_type.hpp>
#include <pgmodel/types/index_method.hpp>

namespace pgmodel::detail {

template <class T>
concept is_quantified = tagged<T, operators::quantified_tag>;

template <class Left, class Right>
concept with_expression = expression<Left> || expression<Right> || is_quantified<Left> || is_quantified<Right>;

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

/// Citext and such a text.
template <class Left, class Right>
constexpr bool beside_literal() {
    return (is_literal_text<Left>() && ignores_case<right_type<Left, Right>>()) ||
           (is_literal_text<Right>() && ignores_case<left_type<Left, Right>>());
}
/// `Asked` is `never` where both are values of one expression only, as those of COALESCE. A class, since what a
/// function says of a declaration comes behind all calls that the compiler evaluates for it.
template <class Left, class Right, comparison Asked = comparison::by_equality>
struct comparable_operands {
    using left = left_type<Left, Right>;
    using right = right_type<Left, Right>;
    static_assert(compared_type<left, Asked>::value);
    static_assert(
        !mixes_strong_types<left, right>(),
        "pgmodel: these two have different strong types, such as ids of different models; compare values of one type, "
        "or say pgmodel::cast<...>() of one of them");
    static_assert(
        mixes_strong_types<left, right>() || !unmixed_zones<left, right>::value || comparable<left, right>() ||
            beside_literal<Left, Right>() || converts_implicitly(id_of<left>(), id_of<right>()) ||
            converts_implicitly(id_of<right>(), id_of<left>()),
        "pgmodel: these two expressions have different types and cannot be compared; compare values of one type");
    static constexpr bool value = true;
};

/// One column of one source, twice. Different aliases have different types.
template <class Left, class Right>
constexpr bool is_same_column() {
    if constexpr (std::is_same_v<Left, Right>) return requires { typename Left::owner; };
    else return false;
}

/// What a refused operator returns, so that its sentence is the only error.
template <class... Operands>
struct refused : members<refused<Operands...>> {
    using value_type = bool;
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = void;

    template <class Out>
    static constexpr void write(Out&, const refused*) {}
    template <class F>
    constexpr void visit(F&) const {}
};

/// With each element of a list: see quantified.hpp.
template <fixed_string Operator, class Left, class Right>
constexpr auto compare_each(Left&& left, Right&& right);

template <fixed_string Operator, class Left, class Right>
[[gnu::always_inline]] constexpr auto compare(Left&& left, Right&& right) {
    using l = std::remove_cvref_t<Left>;
    using r = std::remove_cvref_t<Right>;
    static_assert(!is_quantified<l>,
                  "pgmodel: any() and all() stand on the right of a comparison; write it the other way round");
    if constexpr (is_quantified<l>) {
        return refused<l, r>{};
    } else if constexpr (is_quantified<r>) {
        return compare_each<Operator>(static_cast<Left&&>(left), static_cast<Right&&>(right));
    } else {
        static_assert(
            !is_same_column<l, r>(),
            "pgmodel: this column is compared with itself; take one of the two from an alias (pgmodel::alias<...>)");
        static_assert(comparable_operands<l, r, asked_by<Operator>>::value);
        using a = decltype(as_operand<right_type<l, r>, r>(static_cast<Left&&>(left)));
        using b = decltype(as_operand<left_type<l, r>, l>(static_cast<Right&&>(right)));
        return infix<Operator, level::comparison, bool, a::nullable || b::nullable, a, b>{
            {},
            as_operand<right_type<l, r>, r>(static_cast<Left&&>(left)),
            as_operand<left_type<l, r>, l>(static_cast<Right&&>(right))};
    }
}

template <class Operand>
constexpr bool is_condition() {
    if constexpr (expression<Operand>) return std::is_same_v<typename Operand::value_type, bool>;
    else return false;
}
template <class Operand>
constexpr bool is_tsquery() {
    return std::is_same_v<typename operand_type<Operand, value_given<Operand>>::type, tsquery>;
}
template <class Operand>
constexpr bool is_text() {
    if constexpr (expression<Operand>) return kind_of<typename Operand::value_type>() == kind::text;
    else if constexpr (is_quantified<Operand>) return kind_of<typename Operand::quantified_element>() == kind::text;
    else if constexpr (referring<Operand>) return std::is_convertible_v<typename Operand::type, std::string_view>;
    else return std::is_convertible_v<Operand, std::string_view>;
}

template <class Operand>
struct told_text {
    static constexpr bool value = is_text<Operand>();
    static_assert(value, "pgmodel: a text is looked for in a text; this expression is none");
};

/// What && and || take: conditions, or queries of text search.
template <class Left, class Right>
struct logic {
    static constexpr bool texts = is_text<Left>() && is_text<Right>();
    static_assert(!texts, "pgmodel: && and || are logic only; join texts with + or pgmodel::concat");
    static constexpr bool bare = std::is_same_v<Left, bool> || std::is_same_v<Right, bool>;
    static_assert(!bare,
                  "pgmodel: a bare bool is not a condition; compare a column with a value, or use pgmodel::lit<true>");
    static constexpr bool conditions = is_condition<Left>() && is_condition<Right>();
    static constexpr bool searches = is_tsquery<Left>() && is_tsquery<Right>();
    static_assert(conditions || searches || texts || bare,
                  "pgmodel: && and || take conditions; compare the column with a value first");
    static constexpr bool nullable = [] {
        if constexpr (conditions) return Left::nullable || Right::nullable;
        else return false;
    }();
};
template <fixed_string Operator, class Left, class Right>
constexpr auto join_searches(Left&& left, Right&& right) {
    using l = std::remove_cvref_t<Left>;
    using r = std::remove_cvref_t<Right>;
    if constexpr (logic<l, r>::searches)
        return combine<Operator, level::other, tsquery, tsquery, tsquery>(static_cast<Left&&>(left),
                                                                          static_cast<Right&&>(right));
    else return refused<l, r>{};
}

/// A value that is given as a length of time: of <chrono>, or an interval.
template <class Value>
inline constexpr bool is_length_of_time = std::is_same_v<Value, interval> || requires {
    typename Value::rep;
    typename Value::period;
};

/// Types with operators of their own that give the left type again, such as ranges.
template <char Operator, class Left, class Right>
inline constexpr bool computes_within = false;

/// What a plain value becomes beside an operand of type `Target`: mostly a value of that type.
template <char Operator, class Target, class Value>
constexpr auto operand_type_beside() {
    constexpr oid target = id_of<Target>();
    if constexpr (std::is_void_v<Target>) return std::type_identity<void>{};
    else if constexpr (plain_integer<Value> && (target == id::date || (target == id::jsonb && Operator == '-')))
        return std::type_identity<std::int32_t>{};
    else if constexpr ((is_moment(target) || is_clock(target) || target == id::interval) && is_length_of_time<Value>)
        return std::type_identity<interval>{};
    else if constexpr (target == id::interval && (Operator == '*' || Operator == '/') && std::is_arithmetic_v<Value>)
        return std::type_identity<double>{};
    else if constexpr (target == id::numeric && plain_integer<Value>) return std::type_identity<numeric<20, 0>>{};
    else if constexpr (target == id::inet && plain_integer<Value>) return std::type_identity<std::int64_t>{};
    else if constexpr (target == id::jsonb && Operator == '-' && std::is_convertible_v<const Value&, std::string_view>)
        return std::type_identity<std::string>{};
    else if constexpr (Operator == '+' && is_array<Target> && !std::is_convertible_v<Value, Target> &&
                       !lacks_null_elements<Value, Target>)
        return std::type_identity<std::conditional_t<is_array<Value>, Value, typename element_of<Target>::type>>{};
    else if constexpr (computes_within<Operator, Target, Value> ||
                       (target == id::jsonb && (Operator == '-' ? is_array<Value> : id_of<Value>() == target)) ||
                       (number_rank(target) == 0 && !convertible_operand<Target, Value>() &&
                        arithmetic_id(Operator == '-' ? '+' : Operator, target, id_of<Value>()) != 0))
        return std::type_identity<Value>{};
    else return std::type_identity<beside<Target, Value>>{};
}
template <char Operator, class Operand, class Other>
constexpr auto operand_type_in() {
    if constexpr (expression<Operand>) return std::type_identity<typename Operand::value_type>{};
    else if constexpr (referring<Operand>)
        return operand_type_in<Operator, std::remove_const_t<typename Operand::type>, Other>();
    else return operand_type_beside<Operator, typename operand_type<Other, void>::type, Operand>();
}

/// Types of extensions whose values `||` joins.
template <class T>
inline constexpr bool joined_by_bars = false;

/// Does `||` join values of these types?
template <class Left, class Right>
constexpr bool joins() {
    constexpr oid left = id_of<Left>(), right = id_of<Right>();
    if constexpr (is_array<Left> && is_array<Right>) {
        const int more = array_shape<Left>::dimensions - array_shape<Right>::dimensions;
        return (more * more < 2 || array_shape<Left>::any || array_shape<Right>::any) &&
               (passes_as<Right, Left>() || passes_as<Left, Right>());
    } else if constexpr (is_array<Left>)
        return array_shape<Left>::dimensions == 1 && passes_as<Right, typename element_of<Left>::type>();
    else if constexpr (is_array<Right>) return joins<Right, Left>();
    else if constexpr (std::is_same_v<Left, Right> && joined_by_bars<Left>) return true;
    else
        return (left == right && (left == id::jsonb || left == id::bytea || left == id::tsvector)) ||
               ((left == id::bit || left == id::varbit) && (right == id::bit || right == id::varbit));
}
/// What `||` gives: of bit strings one of no certain length.
template <class Left>
using joined_type = typename std::conditional_t<id_of<Left>() == id::bit || id_of<Left>() == id::varbit,
                                                cpp_type<id::varbit>, std::type_identity<Left>>::type;
/// The type of `left operator right` in PostgreSQL; void where there is no such operator.
template <char Operator, class Left, class Right>
constexpr auto arithmetic_type() {
    constexpr oid result = arithmetic_id(Operator, id_of<Left>(), id_of<Right>());
    if constexpr (std::is_void_v<Left> || std::is_void_v<Right>) return std::type_identity<void>{};
    else if constexpr (computes_within<Operator, Left, Right>) return std::type_identity<Left>{};
    else if constexpr (Operator == '-' && id_of<Left>() == id::jsonb &&
                       (kind_of<Right>() == kind::text || id_of<Right>() == id::integer ||
                        id_of<Right>() == id_of<std::vector<std::string>>()))
        return std::type_identity<Left>{};
    else if constexpr (result == 0) return std::type_identity<void>{};
    else if constexpr (std::is_void_v<typename cpp_type<result>::type>) return std::type_identity<Left>{};
    else return cpp_type<result>{};
}

template <fixed_string Text, int Level, class Value, class ForLeft, class ForRight, bool Nullable = false, class Left,
          class Right>
constexpr auto combine(Left&& left, Right&& right) {
    auto a = as_exact_operand<ForLeft, std::remove_cvref_t<Right>>(static_cast<Left&&>(left));
    auto b = as_exact_operand<ForRight, std::remove_cvref_t<Left>>(static_cast<Right&&>(right));
    return strict_infix<Text, Level, Value, Nullable>(std::move(a), std::move(b));
}

/// `array || array`, `array || element`: the server takes a NULL array for an empty one unless both are NULL.
template <class ForLeft, class ForRight, class Left, class Right>
constexpr auto join_arrays(Left&& left, Right&& right) {
    // A text would be read as an array.
    auto a = with_type<typename element_of<ForRight>::type>(
        as_exact_operand<ForLeft, std::remove_cvref_t<Right>>(static_cast<Left&&>(left)));
    auto b = with_type<typename element_of<ForLeft>::type>(
        as_exact_operand<ForRight, std::remove_cvref_t<Left>>(static_cast<Right&&>(right)));
    using l = decltype(a);
    using r = decltype(b);
    if constexpr (is_array<ForLeft> && is_array<ForRight>)
        return infix<" || ", level::other, typename joined_arrays<ForLeft, ForRight>::type, l::nullable && r::nullable,
                     l, r>{{}, std::move(a), std::move(b)};
    else if constexpr (is_array<ForLeft>)
        return infix<" || ", level::other, joined_array<ForLeft, typename r::value_type, r::nullable>, false, l, r>{
            {}, std::move(a), std::move(b)};
    else
        return infix<" || ", level::other, joined_array<ForRight, typename l::value_type, l::nullable>, false, l, r>{
            {}, std::move(a), std::move(b)};
}

template <fixed_string Operator, int Level, class Left, class Right>
constexpr auto calculate(Left&& left, Right&& right) {
    using l = std::remove_cvref_t<Left>;
    using r = std::remove_cvref_t<Right>;
    constexpr char symbol = Operator.text[1];
    using for_left = typename decltype(operand_type_in<symbol, l, r>())::type;
    using for_right = typename decltype(operand_type_in<symbol, r, l>())::type;
    using type = typename decltype(arithmetic_type<symbol, for_left, for_right>())::type;
    constexpr bool texts = symbol == '+' && is_text<l>() && is_text<r>();
    constexpr bool joined = symbol == '+' && joins<for_left, for_right>();
    constexpr bool adds_paths = id_of<for_right>() == id::path;    // NULL where one of them is closed
    static_assert(
        !unmixed_zones<for_left, for_right>::value || texts || joined || !std::is_void_v<type>,
        "pgmodel: there is no such operator for these types; + joins texts and arrays and adds numbers, - * / take "
        "numbers, % exact ones; dates and times take intervals");
    if constexpr (texts)
        return combine<" || ", level::other, std::string, std::string, std::string>(static_cast<Left&&>(left),
                                                                                    static_cast<Right&&>(right));
    else if constexpr (joined && (is_array<for_left> || is_array<for_right>))
        return join_arrays<for_left, for_right>(static_cast<Left&&>(left), static_cast<Right&&>(right));
    else if constexpr (joined)
        return combine<" || ", level::other, joined_type<for_left>, for_left, for_right>(static_cast<Left&&>(left),
                                                                                         static_cast<Right&&>(right));
    else if constexpr (!std::is_void_v<type>)
        return combine<Operator, Level, type, for_left, for_right, adds_paths>(static_cast<Left&&>(left),
                                                                               static_cast<Right&&>(right));
    else return refused<l, r>{};
}

namespace operators {

template <class L, class R>
    requires with_expression<L, R>
[[gnu::always_inline]] constexpr auto operator==(L&& l, R&& r) {
    return compare<" = ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
[[gnu::always_inline]] constexpr auto operator!=(L&& l, R&& r) {
    return compare<" <> ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
[[gnu::always_inline]] constexpr auto operator<(L&& l, R&& r) {
    return compare<" < ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
[[gnu::always_inline]] constexpr auto operator<=(L&& l, R&& r) {
    return compare<" <= ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
[[gnu::always_inline]] constexpr auto operator>(L&& l, R&& r) {
    return compare<" > ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
[[gnu::always_inline]] constexpr auto operator>=(L&& l, R&& r) {
    return compare<" >= ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
[[gnu::always_inline]] constexpr auto operator&&(L&& l, R&& r) {
    using left = std::remove_cvref_t<L>;
    using right = std::remove_cvref_t<R>;
    if constexpr (logic<left, right>::conditions)
        return infix<" and ", level::logical_and, bool, logic<left, right>::nullable, left, right>{
            {}, static_cast<L&&>(l), static_cast<R&&>(r)};
    else return join_searches<" && ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
[[gnu::always_inline]] constexpr auto operator||(L&& l, R&& r) {
    using left = std::remove_cvref_t<L>;
    using right = std::remove_cvref_t<R>;
    if constexpr (logic<left, right>::conditions)
        return infix<" or ", level::logical_or, bool, logic<left, right>::nullable, left, right>{
            {}, static_cast<L&&>(l), static_cast<R&&>(r)};
    else return join_searches<" || ">(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <expression E>
constexpr auto operator!(E&& e) {
    using node = std::remove_cvref_t<E>;
    static_assert(is_condition<node>() || is_tsquery<node>(),
                  "pgmodel: ! takes a condition; compare the column with a value first");
    if constexpr (is_tsquery<node>())
        return affix<"!! ", "", level::prefix, tsquery, node::nullable, node>{{}, static_cast<E&&>(e)};
    else return affix<"not ", "", level::logical_not, bool, node::nullable, node>{{}, static_cast<E&&>(e)};
}
template <expression E>
constexpr auto operator-(E&& e) {
    using node = std::remove_cvref_t<E>;
    static_assert(is_number(kind_of<typename node::value_type>()) ||
                      std::is_same_v<typename node::value_type, interval>,
                  "pgmodel: - takes a number or an interval");
    using value = typename signed_type<typename node::value_type>::type;
    return affix<"-", "", level::unary, value, node::nullable, node>{{}, static_cast<E&&>(e)};
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator+(L&& l, R&& r) {
    return calculate<" + ", level::additive>(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator-(L&& l, R&& r) {
    return calculate<" - ", level::additive>(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator*(L&& l, R&& r) {
    return calculate<" * ", level::multiplicative>(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator/(L&& l, R&& r) {
    return calculate<" / ", level::multiplicative>(static_cast<L&&>(l), static_cast<R&&>(r));
}
template <class L, class R>
    requires with_expression<L, R>
constexpr auto operator%(L&& l, R&& r) {
    return calculate<" % ", level::multiplicative>(static_cast<L&&>(l), static_cast<R&&>(r));
}

}  // namespace operators
}  // namespace pgmodel::detail

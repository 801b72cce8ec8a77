// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SQL functions. Each is written as PostgreSQL's manual names it; NULL in gives NULL out unless the comment says
// otherwise.
#pragma once

#include <pgmodel/expression/column.hpp>
#include <pgmodel/expression/containment.hpp>
#include <pgmodel/expression/literal.hpp>
#include <pgmodel/expression/subscript.hpp>
#include <pgmodel/types/timestamptz.hpp>
#include <pgmodel/types/uuid.hpp>

#include <cstdint>

namespace pgmodel {
namespace detail {

template <class T>
constexpr bool has_least_value() {
    if (!is_sortable<T>() || is_domain_of_enum<T>() || std::is_same_v<T, hstore> || std::is_same_v<T, ltree>)
        return false;
    // clang-format off
    switch (codec<T>::type.id) {
        case 16: case 17: case 774: case 829: case 1560: case 1562: case 2950: case 3614: case 3615: case 3802:
        case 3904: case 3906: case 3908: case 3910: case 3912: case 3926:              // ranges
        case 4451: case 4532: case 4533: case 4534: case 4535: case 4536: return false;  // multiranges
        default: return true;
    }
    // clang-format on
}

/// `function(x, y, ...)` of values of one kind: NULL only when all are. Literal enumerators alone would be texts.
template <fixed_string Before, class First, class... Operands>
constexpr auto choice_of(First first, Operands... operands) {
    using value = typename First::value_type;
    if constexpr (is_enum_literal<First> && (is_enum_literal<Operands> && ...)) {
        return choice_of<Before>(with_type<value>(std::move(first)), std::move(operands)...);
    } else {
        using common = typename common_of<value, typename Operands::value_type...>::type;
        constexpr int properties = (First::nullable && (Operands::nullable && ...) ? can_be_null : 0) | null_when_all;
        return call<Before, ")", common, properties, First, Operands...>(std::move(first), std::move(operands)...);
    }
}
template <fixed_string Before, class Value, class E>
constexpr auto extreme(E e) {
    return call<Before, ")", Value, aggregates_rows, E>(std::move(e));
}

/// The type that a plain value has when nothing stands beside it.
template <class Value>
struct value_type_of {
    using type = std::conditional_t<std::is_convertible_v<const Value&, std::string_view> && !ignores_case<Value>(),
                                    std::string, Value>;
    static constexpr bool null =
        is_optional<Value> || std::is_same_v<Value, std::nullopt_t> || std::is_same_v<Value, std::nullptr_t>;
    static_assert(!null, "pgmodel: an optional value has no place here; use pgmodel::null<T> for NULL");
    static_assert(has_codec<type> || null,
                  "pgmodel: a value of this type has no PostgreSQL type; use one of the supported types");
};
template <plain_integer Value>
struct value_type_of<Value> {
    using type = typename cpp_type<codec<Value>::type.id>::type;
};
template <expression Node>
struct value_type_of<Node> {
    using type = typename Node::value_type;
};
template <referring Reference>
struct value_type_of<Reference> : value_type_of<value_given<Reference>> {};

/// An expression stays what it is, a value becomes a parameter of its own type.
template <class Operand>
constexpr auto as_value(Operand&& operand) {
    using given = std::decay_t<Operand>;
    if constexpr (expression<Operand>) return given(static_cast<Operand&&>(operand));
    else if constexpr (referring<given>)
        return refer_operand<typename value_type_of<given>::type>(operand.get(), nullptr);
    else return convert_operand<typename value_type_of<given>::type>(static_cast<Operand&&>(operand));
}

/// A text of the program, not of the database.
template <class Value>
concept plain_text = !expression<Value> && std::is_convertible_v<const Value&, std::string_view>;

template <fixed_string Before, class E>
constexpr auto letters_or_bound(E e) {
    using bound = typename container<typename E::value_type>::bound;
    static_assert(is_text<E>() || !std::is_void_v<bound>, "pgmodel: lower() and upper() take a text or a range");
    if constexpr (std::is_void_v<bound>) return strict_call<Before, std::string>(std::move(e));
    else return strict_call<Before, bound, true>(std::move(e));
}

}  // namespace detail

/// `now()`: when the transaction began.
constexpr auto now() { return detail::call<"now(", ")", timestamptz, false>(); }

/// `gen_random_uuid()`: a uuid of version 4.
constexpr auto gen_random_uuid() { return detail::call<"gen_random_uuid(", ")", uuid, false>(); }

namespace detail {

/// Any value, converted: a program's own function of this name that takes the value as it is comes first, such as a
/// `sum(a, b)` of numerics, which are found together with the functions here.
struct anything {
    constexpr anything() = default;
    template <class Value>
    constexpr anything(const Value&) {}
};
/// An aggregate of what is no expression.
template <class Never>
struct function_of_value {
    static_assert(never<Never>,
                  "pgmodel: an aggregate takes a column or an expression: pgmodel::max(pgmodel::col<&model::field>); "
                  "rows are counted by pgmodel::count()");
};
/// Any other function of plain values alone.
template <class Never>
struct call_of_values {
    static_assert(
        never<Never>,
        "pgmodel: this function takes other arguments, of which one is a column or an expression; of values "
        "alone the program computes it; pgmodel::value(x) is an expression, and a window function is one behind "
        ".over(...)");
};
template <class Never>
struct letters_of_one {
    static_assert(never<Never>,
                  "pgmodel: lower() and upper() take one text or range: pgmodel::lower(pgmodel::col<&model::field>)");
};

}  // namespace detail

/// `count(*)`: how many rows.
constexpr auto count() { return detail::call<"count(*", ")", std::int64_t, detail::aggregates>(); }
/// `count(x)`: how many rows in which `x` is not NULL.
template <detail::expression E>
constexpr auto count(E e) {
    return detail::call<"count(", ")", std::int64_t, detail::aggregates, E>(std::move(e));
}
/// `min(x)`, `max(x)`: NULL when there are no rows. PostgreSQL has neither for boolean, uuid, bytea, documents, bits,
/// ranges and shapes.
template <detail::expression E>
constexpr auto min(E e) {
    static_assert(detail::has_least_value<typename E::value_type>(), "pgmodel: PostgreSQL has no min() of this type");
    return detail::extreme<"min(", typename E::value_type>(detail::with_type<typename E::value_type>(std::move(e)));
}
template <detail::expression E>
constexpr auto max(E e) {
    static_assert(detail::has_least_value<typename E::value_type>(), "pgmodel: PostgreSQL has no max() of this type");
    return detail::extreme<"max(", typename E::value_type>(detail::with_type<typename E::value_type>(std::move(e)));
}

/// `lower(x)`, `upper(x)`: of a text in small or capital letters; of a range its bounds, NULL when it has none there.
template <detail::expression E>
constexpr auto lower(E e) {
    return detail::letters_or_bound<"lower(">(std::move(e));
}
template <detail::expression E>
constexpr auto upper(E e) {
    return detail::letters_or_bound<"upper(">(std::move(e));
}
/// The same of a value, by the server's rules: `lower(col<&user::email>) == pg::lower(email)`.
template <detail::plain_text Text>
constexpr auto lower(Text&& text) {
    return detail::strict_call<"lower(", std::string>(detail::convert_operand<std::string>(static_cast<Text&&>(text)));
}
template <detail::plain_text Text>
constexpr auto upper(Text&& text) {
    return detail::strict_call<"upper(", std::string>(detail::convert_operand<std::string>(static_cast<Text&&>(text)));
}
/// `length(x)`: characters of a text, bytes of a bytea, bits, lexemes of a tsvector.
template <detail::expression E>
constexpr auto length(E e) {
    constexpr oid type = detail::id_of<typename E::value_type>();
    static_assert(detail::is_text<E>() || type == detail::id::bytea || type == detail::id::bit ||
                      type == detail::id::varbit || type == detail::id::tsvector,
                  "pgmodel: length() takes a text, a bytea, bits or a tsvector");
    return detail::strict_call<"length(", std::int32_t>(std::move(e));
}

/// `coalesce(x, y, ...)`: the first that is not NULL; NULL only when all are.
template <detail::expression First, class... Rest>
constexpr auto coalesce(First first, Rest&&... rest) {
    static_assert(sizeof...(Rest) > 0, "pgmodel: coalesce() takes at least two operands");
    using value = typename First::value_type;
    static_assert(
        (detail::comparable_operands<First, std::remove_cvref_t<Rest>, detail::comparison::never>::value && ...));
    return [&]<class... Operands>(Operands... operands) {
        static_assert(detail::no_set<(First::special | ... | Operands::special)>::value);
        return detail::choice_of<"coalesce(">(std::move(first), std::move(operands)...);
    }(detail::as_operand<value, First>(static_cast<Rest&&>(rest))...);
}

template <class Never = void>
detail::function_of_value<Never> count(detail::anything = {}, ...);
template <class Never = void>
detail::function_of_value<Never> min(detail::anything = {}, ...);
template <class Never = void>
detail::function_of_value<Never> max(detail::anything = {}, ...);
template <class Never = void>
detail::letters_of_one<Never> lower(detail::anything = {});
template <class Never = void>
detail::letters_of_one<Never> upper(detail::anything = {});
template <class Never = void>
detail::call_of_values<Never> length(detail::anything, ...);
template <class Never = void>
constexpr auto coalesce(detail::anything = {}, ...) {
    static_assert(
        detail::never<Never>,
        "pgmodel: coalesce() begins with a column or an expression, which a window function is behind .over(...); "
        "plain values stand behind it");
}

/// `concat(x, ...)`: joins texts, and values of any other type as the server prints them; NULL counts as empty. `+`
/// joins too, but there NULL makes the whole NULL.
template <class... Parts>
    requires((detail::expression<Parts> || ...))
constexpr auto concat(Parts&&... parts) {
    return [&]<class... Operands>(Operands... operands) {
        return detail::call<"concat(", ")", std::string, detail::never_null, Operands...>(std::move(operands)...);
    }(detail::as_value(static_cast<Parts&&>(parts))...);
}
template <class Never = void>
constexpr auto concat(detail::anything = {}, ...) {
    static_assert(
        detail::never<Never>,
        "pgmodel: concat() joins texts of which one is a column or an expression; those of the program are "
        "joined by the program; pgmodel::value(text) is an expression, and a window function is one behind .over(...)");
}

}  // namespace pgmodel

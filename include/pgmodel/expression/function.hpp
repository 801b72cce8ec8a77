// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Functions of the server by their C++ signature: those of the library, and any other by a line of the user's.
#pragma once

#include <pgmodel/core/identifier.hpp>
#include <pgmodel/expression/members.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace pgmodel {

struct nothing;

namespace detail {

/// May this argument stand at this place of the function? Says why not, naming all of them.
template <fixed_string Function, std::size_t Place, class Parameter, class Argument>
struct argument_fits {
    using wanted = unwrapped<Parameter>;
    static constexpr bool null =
        is_optional<Argument> || std::is_same_v<Argument, std::nullopt_t> || std::is_same_v<Argument, std::nullptr_t>;
    static_assert(!null || is_optional<Parameter>, "pgmodel: an optional value is given to a function that makes NULL "
                                                   "of NULL; give its value, or leave the call out");
    static constexpr bool fits() {
        if constexpr (expression<Argument>) return passes_as<typename Argument::value_type, wanted>();
        else return null || convertible_operand<wanted, Argument>();
    }
    static_assert(fits(),
                  "pgmodel: this argument has another type than the function takes at its place; give a value or an "
                  "expression of that type, or use pgmodel::cast");
    static constexpr bool value = true;
};

/// An argument as an expression: what is one already, or a parameter of the type that the function takes.
template <fixed_string Function, std::size_t Place, class Parameter, class Argument>
constexpr auto as_argument(Argument&& argument) {
    using given = std::remove_cvref_t<Argument>;
    using wanted = unwrapped<Parameter>;
    static_assert(argument_fits<Function, Place, Parameter, typename referred<given>::type>::value);
    if constexpr (expression<Argument>) return given(static_cast<Argument&&>(argument));
    else if constexpr (is_optional<typename referred<given>::type>)
        return optional_operand<wanted, void>(static_cast<Argument&&>(argument));
    else if constexpr (referring<given>) return refer_operand<wanted>(argument.get(), nullptr);
    else if constexpr (std::is_same_v<given, std::nullopt_t> || std::is_same_v<given, std::nullptr_t>)
        return parameter<std::optional<wanted>>(std::nullopt);
    else return convert_operand<wanted>(static_cast<Argument&&>(argument));
}

template <fixed_string Before, std::size_t Least, std::size_t Most, std::size_t Given>
struct argument_count_fits {
    static_assert(Given >= Least && Given <= Most,
                  "pgmodel: the function takes another number of arguments; see its signature");
    static constexpr bool value = Given >= Least && Given <= Most;
};

/// A function with a signature. A std::optional result can be NULL whatever the arguments are; a std::optional
/// parameter is one whose NULL the function answers with a value; NULL in any other makes the result NULL. The last
/// parameters may be left out beyond the `Required` ones.
template <fixed_string Before, class Signature, int Properties = 0, std::size_t Required = std::size_t(-1)>
struct function_object {
    auto operator()(auto... given) const {
        static_assert(never<decltype(given)...>, "pgmodel: a function of the server is declared with its C++ types: "
                                                 "pgmodel::function<\"soundex\", std::string(std::string)>(x)");
    }
};

template <class... Taken>
constexpr int answered_nulls() {
    int out = 0;
    std::size_t i = 0;
    ((out |= is_optional<Taken> ? answers_null_in(i) : 0, ++i), ...);
    return out;
}
template <fixed_string Before, class Result, int Properties, class... Taken, class... Operands>
constexpr auto call_of(Operands... operands) {
    constexpr bool null = is_optional<Result> || ((!is_optional<Taken> && Operands::nullable) || ...);
    constexpr int properties = Properties | (null ? can_be_null : 0) |
                               (is_optional<Result> || Properties != 0 ? 0 : null_of_null) | answered_nulls<Taken...>();
    return call<Before, ")", unwrapped<Result>, properties, Operands...>(std::move(operands)...);
}
template <fixed_string Before, class Result, int Properties, class... Parameters, std::size_t... I, class... Arguments>
constexpr auto apply_function(std::index_sequence<I...>, Arguments&&... arguments) {
    if constexpr (sizeof...(Arguments) == sizeof...(Parameters))
        return call_of<Before, Result, Properties, Parameters...>(
            as_argument<Before, I + 1, Parameters>(static_cast<Arguments&&>(arguments))...);
    else
        return call_of<Before, Result, Properties, std::tuple_element_t<I, std::tuple<Parameters...>>...>(
            as_argument<Before, I + 1, std::tuple_element_t<I, std::tuple<Parameters...>>>(
                static_cast<Arguments&&>(arguments))...);
}

// With one member alone: there are many such objects, and a compiler makes the class of each in every program.
template <fixed_string Before, class Result, class... Parameters, int Properties, std::size_t Required>
struct function_object<Before, Result(Parameters...), Properties, Required> {
    template <class... Arguments>
    constexpr auto operator()(Arguments&&... arguments) const {
        constexpr std::size_t least = Required < sizeof...(Parameters) ? Required : sizeof...(Parameters);
        if constexpr (argument_count_fits<Before, least, sizeof...(Parameters), sizeof...(Arguments)>::value)
            return apply_function<Before, Result, Properties, Parameters...>(std::index_sequence_for<Arguments...>{},
                                                                             static_cast<Arguments&&>(arguments)...);
        else return refused<std::remove_cvref_t<Arguments>...>{};
    }
};

/// One that returns void: its value is a `nothing`, which <pgmodel/types/nothing.hpp> has.
template <fixed_string Before, class... Parameters, int Properties, std::size_t Required>
struct function_object<Before, void(Parameters...), Properties, Required>
    : function_object<Before, nothing(Parameters...), Properties, Required> {};

/// An operator with a signature; the spaces are part of the text.
template <fixed_string Text, int Level, class Signature>
struct operator_object;
template <fixed_string Text, int Level, class Result, class Left, class Right>
struct operator_object<Text, Level, Result(Left, Right)> {
    template <class A, class B>
    constexpr auto operator()(A&& left, B&& right) const {
        auto a = as_argument<Text, 1, Left>(static_cast<A&&>(left));
        auto b = as_argument<Text, 2, Right>(static_cast<B&&>(right));
        constexpr bool null = is_optional<Result> || (!is_optional<Left> && decltype(a)::nullable) ||
                              (!is_optional<Right> && decltype(b)::nullable);
        return infix<Text, Level, unwrapped<Result>, null, decltype(a), decltype(b)>{{}, std::move(a), std::move(b)};
    }
};
template <fixed_string Text, int Level, class Result, class Operand>
struct operator_object<Text, Level, Result(Operand)> {
    template <class A>
    constexpr auto operator()(A&& operand) const {
        auto a = as_argument<Text, 1, Operand>(static_cast<A&&>(operand));
        constexpr bool null = is_optional<Result> || (!is_optional<Operand> && decltype(a)::nullable);
        return affix<Text, "", Level, unwrapped<Result>, null, decltype(a)>{{}, std::move(a)};
    }
};

/// A text made at compile time, of exactly its length.
template <std::size_t N, class Buffer>
constexpr fixed_string<N> to_fixed(const Buffer& from) {
    fixed_string<N> out;
    for (std::size_t i = 0; i < N; ++i) out.text[i] = from.text[i];
    return out;
}

// Loops instead of std::string_view's searches, which are no constants under the sanitizers of g++ 12.

/// `name(` with each part of a dotted name quoted where it must be.
template <fixed_string Name>
struct function_name {
    static constexpr auto buffer = [] {
        text_buffer<2 * Name.size() + 16> out;
        std::size_t begin = 0;
        for (std::size_t i = 0; i <= Name.size(); ++i) {
            if (i < Name.size() && Name.text[i] != '.') continue;
            quote_identifier(std::string_view(Name.text + begin, i - begin), out);
            out.push_back(i < Name.size() ? '.' : '(');
            begin = i + 1;
        }
        return out;
    }();
    static constexpr auto text = to_fixed<buffer.length>(buffer);
};

constexpr bool is_symbol(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool known = false;
        for (char c : std::string_view("+-*/<>=~!@#%^&|`?")) known |= c == text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : ' ';
        if (!known || (text[i] == '-' && next == '-') || (text[i] == '/' && next == '*')) return false;
    }
    return !text.empty();
}

/// An operator's symbol, behind a schema or not: `<->`, `ext.<->`.
template <fixed_string Symbol>
struct operator_name {
    static constexpr std::size_t schema_size = [] {
        std::size_t size = 0;
        for (std::size_t i = 0; i < Symbol.size(); ++i)
            if (Symbol.text[i] == '.') size = i;
        return size;
    }();
    static constexpr std::string_view schema{Symbol.text, schema_size};
    static constexpr std::string_view symbol = Symbol.view().substr(schema_size == 0 ? 0 : schema_size + 1);
    static_assert(
        is_symbol(symbol),
        "pgmodel: an operator's symbol is made of + - * / < > = ~ ! @ # % ^ & | ` ? and holds no comment; a schema may "
        "stand before it: \"ext.<->\"");
    static constexpr int level_of_symbol() {
        if (!schema.empty()) return level::other;
        if (symbol == "*" || symbol == "/" || symbol == "%") return level::multiplicative;
        if (symbol == "^") return level::zone;
        if (symbol == "+" || symbol == "-") return level::additive;
        if (symbol == "=" || symbol == "<" || symbol == ">" || symbol == "<=" || symbol == ">=" || symbol == "<>" ||
            symbol == "!=")
            return level::comparison;
        return level::other;
    }
    static constexpr auto infix_buffer = [] {
        text_buffer<2 * Symbol.size() + 20> out;
        out.push_back(' ');
        if (!schema.empty()) {
            out.append("operator(");
            quote_identifier(schema, out);
            out.push_back('.');
            out.append(symbol);
            out.push_back(')');
        } else {
            out.append(symbol);
        }
        out.push_back(' ');
        return out;
    }();
    static constexpr auto infix_text = to_fixed<infix_buffer.length>(infix_buffer);
    static constexpr auto prefix_text = [] {
        fixed_string<infix_buffer.length - 1> out;
        for (std::size_t i = 1; i < infix_buffer.length; ++i) out.text[i - 1] = infix_buffer.text[i];
        return out;
    }();
};

template <fixed_string Symbol, class Signature>
struct operator_of;
template <fixed_string Symbol, class Result, class Left, class Right>
struct operator_of<Symbol, Result(Left, Right)> {
    using type = operator_object<operator_name<Symbol>::infix_text, operator_name<Symbol>::level_of_symbol(),
                                 Result(Left, Right)>;
};
template <fixed_string Symbol, class Result, class Operand>
struct operator_of<Symbol, Result(Operand)> {
    using type = operator_object<operator_name<Symbol>::prefix_text, level::prefix, Result(Operand)>;
};

}  // namespace detail

/// A function of the server by its name (a schema may stand before it) and its signature in C++ types:
///
///     inline constexpr auto levenshtein = pg::function<"levenshtein", std::int32_t(std::string, std::string)>;
///
/// NULL in gives NULL out, as for STRICT functions. A `std::optional` result can be NULL in any case, and a
/// `std::optional` parameter is one whose NULL the function answers itself.
template <fixed_string Name, class Signature = void>
inline constexpr detail::function_object<detail::function_name<Name>::text, Signature> function{};

/// An aggregate function likewise; its result is a `std::optional` unless it has a value for no rows, as count() has.
template <fixed_string Name, class Signature>
inline constexpr detail::function_object<detail::function_name<Name>::text, Signature, detail::aggregates> aggregate{};

/// An operator of the server by its symbol and signature, of one operand or of two:
///
///     inline constexpr auto distance = pg::operator_of<"<->", double(pg::point, pg::point)>;
///
/// `distance(a, b)` is then `a <-> b`.
template <fixed_string Symbol, class Signature>
inline constexpr typename detail::operator_of<Symbol, Signature>::type operator_of{};

}  // namespace pgmodel

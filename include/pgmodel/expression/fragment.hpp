// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SQL of the user's in the middle of an expression: `pg::raw<"$1 similar to $2", bool>(col<&t::name>, "a|b")`. The text
// is a template argument, so it holds no values; what varies are the arguments.
#pragma once

#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/function.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel {
namespace detail {

/// What is wrong with a fragment's text.
enum class fragment_fault { none, unclosed, comment, statement_end, dollar, number };

struct fragment_reading {
    fragment_fault fault = fragment_fault::none;
    unsigned long long used = 0;  ///< which placeholders it has
};

/// Calls `piece(text)` and `placeholder(number)` in turn; anything in quotes is text.
template <class Piece, class Placeholder>
constexpr fragment_fault read_fragment(std::string_view text, Piece piece, Placeholder placeholder) {
    std::size_t begin = 0;
    char open[32]{};
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i], next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == '\'' || c == '"') {
            i = closing_quote(text, i);
            if (i == text.size()) return fragment_fault::unclosed;
        } else if ((c == '-' && next == '-') || (c == '/' && next == '*')) {
            return fragment_fault::comment;
        } else if (c == ';' || c == '\0') {
            return fragment_fault::statement_end;
        } else if (c == '(' || c == '[') {
            if (depth == sizeof open) return fragment_fault::unclosed;
            open[depth++] = c == '(' ? ')' : ']';
        } else if (c == ')' || c == ']') {
            if (depth == 0 || open[--depth] != c) return fragment_fault::unclosed;
        } else if (c == '$') {
            std::size_t number = 0, end = i + 1;
            for (; end < text.size() && is_digit(text[end]) && number < 1000; ++end)
                number = number * 10 + static_cast<std::size_t>(text[end] - '0');
            // Behind a letter it would be a part of a name.
            const char before = i > 0 ? text[i - 1] : ' ';
            if (end == i + 1 || is_lower(before) || is_upper(before) || is_digit(before) || before == '_')
                return fragment_fault::dollar;
            if (number == 0 || number > 60) return fragment_fault::number;
            piece(text.substr(begin, i - begin));
            placeholder(number - 1);
            begin = end;
            i = end - 1;
        }
    }
    if (depth != 0) return fragment_fault::unclosed;
    piece(text.substr(begin));
    return fragment_fault::none;
}

template <fixed_string Text, std::size_t Arguments>
struct checked_fragment {
    static constexpr fragment_reading reading = [] {
        fragment_reading out;
        out.fault = read_fragment(
            Text.view(), [](std::string_view) {}, [&](std::size_t number) { out.used |= 1ull << number; });
        return out;
    }();
    static_assert(reading.fault != fragment_fault::unclosed,
                  "pgmodel: a quote or bracket in the raw SQL is not closed, or closed before it is open");
    static_assert(reading.fault != fragment_fault::comment,
                  "pgmodel: raw SQL holds no comments, which could end beyond it");
    static_assert(reading.fault != fragment_fault::statement_end,
                  "pgmodel: raw SQL is a part of a statement; it holds no semicolon and no NUL");
    static_assert(reading.fault != fragment_fault::dollar && reading.fault != fragment_fault::number,
                  "pgmodel: a $ in raw SQL stands for an argument: $1 to $60");
    static_assert(reading.fault != fragment_fault::none || reading.used == (1ull << Arguments) - 1,
                  "pgmodel: raw SQL and its arguments do not fit; $1 is the first argument, and each one is used");
    static constexpr bool value = reading.fault == fragment_fault::none && reading.used == (1ull << Arguments) - 1;
};

template <fixed_string Text, class Value, bool Nullable, class... Arguments>
struct fragment : members<fragment<Text, Value, Nullable, Arguments...>> {
    using value_type = Value;
    static constexpr bool nullable = Nullable;
    static constexpr bool constant = (Arguments::constant && ... && true);
    static constexpr bool aggregate = (Arguments::aggregate || ... || false);
    static constexpr bool windowed = (Arguments::windowed || ... || false);
    static constexpr bool dynamic = (Arguments::dynamic || ... || false);
    static constexpr int special = (Arguments::special | ... | 0);
    static constexpr int precedence = 0;  // unknown: beside operators it stands in parentheses

    template <class Tables>
    using stranger = typename stranger_in_parts<Tables, fragment, Arguments...>::type;
    template <class Nulls>
    static constexpr bool null_in = (null_in_query<Arguments, Nulls>() || ... || false);

    [[no_unique_address]] pack<Arguments...> arguments;

    constexpr explicit fragment(Arguments... a) : arguments(std::move(a)...) {}

    template <class Out>
    static constexpr void write(Out& out, const fragment* self) {
        read_fragment(
            Text.view(), [&](std::string_view part) { out.append(part); },
            [&](std::size_t number) { write_argument(out, self, number, std::index_sequence_for<Arguments...>{}); });
    }
    template <class F>
    constexpr void visit(F& f) const {
        read_fragment(
            Text.view(), [](std::string_view) {},
            [&](std::size_t number) { visit_argument(f, number, std::index_sequence_for<Arguments...>{}); });
    }

private:
    template <class Out, std::size_t... I>
    static constexpr void write_argument(Out& out, const fragment* self, std::size_t number,
                                         std::index_sequence<I...>) {
        ((number == I ? write_part<level::primary>(
                            out, pack<Arguments...>::template at<I, Arguments>(self ? &self->arguments : nullptr))
                      : void()),
         ...);
    }
    template <class F, std::size_t... I>
    constexpr void visit_argument(F& f, std::size_t number, std::index_sequence<I...>) const {
        ((number == I ? pack<Arguments...>::template at<I, Arguments>(&arguments)->visit(f) : void()), ...);
    }
};

template <fixed_string Text, class Type>
struct raw_object {
    template <class... Arguments>
    constexpr auto operator()(Arguments&&... arguments) const {
        if constexpr (checked_fragment<Text, sizeof...(Arguments)>::value)
            return make(as_value(static_cast<Arguments&&>(arguments))...);
        else return refused<std::decay_t<Arguments>...>{};
    }

private:
    template <class... Operands>
    static constexpr auto make(Operands... operands) {
        constexpr bool null = is_optional<Type> || (Operands::nullable || ... || false);
        return fragment<Text, unwrapped<Type>, null, Operands...>(std::move(operands)...);
    }
};
template <fixed_string Text, class Result, class... Parameters>
struct raw_object<Text, Result(Parameters...)> {
    template <class... Arguments>
    constexpr auto operator()(Arguments&&... arguments) const {
        if constexpr (checked_fragment<Text, sizeof...(Arguments)>::value &&
                      argument_count_fits<Text, sizeof...(Parameters), sizeof...(Parameters),
                                          sizeof...(Arguments)>::value)
            return make(std::index_sequence_for<Parameters...>{}, static_cast<Arguments&&>(arguments)...);
        else return refused<std::decay_t<Arguments>...>{};
    }

private:
    template <std::size_t... I, class... Arguments>
    static constexpr auto make(std::index_sequence<I...>, Arguments&&... arguments) {
        return finish(as_argument<Text, I + 1, Parameters>(static_cast<Arguments&&>(arguments))...);
    }
    template <class... Operands>
    static constexpr auto finish(Operands... operands) {
        constexpr bool null = is_optional<Result> || ((!is_optional<Parameters> && Operands::nullable) || ... || false);
        return fragment<Text, unwrapped<Result>, null, Operands...>(std::move(operands)...);
    }
};

/// Without a type.
template <fixed_string Text>
struct raw_object<Text, void> {
    auto operator()(auto... given) const {
        static_assert(never<decltype(given)...>, "pgmodel: SQL of your own says the C++ type of its value: "
                                                 "pgmodel::raw<\"$1 + 1\", int>(x)");
    }
};

}  // namespace detail

/// SQL of the user's with the C++ type of its value; `$1`, `$2` ... are the arguments, expressions or values, whatever
/// number they get in the statement. NULL in an argument makes NULL of it; `std::optional<T>` says that it can be NULL
/// in any case. With a signature in place of the type (`bool(std::optional<std::string>)`) the arguments are checked,
/// and converted, as those of `pg::function`. The text is the user's own responsibility: only quotes and brackets are
/// looked at.
template <fixed_string Text, class Type = void>
inline constexpr detail::raw_object<Text, Type> raw{};

}  // namespace pgmodel

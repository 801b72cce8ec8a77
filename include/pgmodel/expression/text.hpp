// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Functions of texts (PostgreSQL manual 9.4 and 9.7). `like()`, `contains()` and the regular expressions are members of
// expressions; lower(), upper(), length() and concat() are in functions.hpp.
#pragma once

#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/functions.hpp>

namespace pgmodel {
namespace detail {

template <fixed_string Before, class Signature, std::size_t Required = std::size_t(-1)>
using text_function = function_object<Before, Signature, 0, Required>;

template <class Argument>
constexpr bool is_text_argument = !expression<Argument> && std::is_convertible_v<const Argument&, std::string_view>;
template <class First, class Argument>
constexpr decltype(auto) beside_citext(Argument&& argument) {
    using type = typename operand_type<First, void>::type;
    if constexpr (expression<First> && is_text_argument<Argument> && ignores_case<type>())
        return convert_operand<typename text_root<type>::type>(static_cast<Argument&&>(argument));
    else return static_cast<Argument&&>(argument);
}

/// A function of which citext has its own, which looks through it without regard to case: plain texts are citext there,
/// as literals are in SQL.
template <fixed_string Before, class Signature, std::size_t Required = std::size_t(-1)>
struct search_function {
    template <class First, class... Rest>
    constexpr auto operator()(First&& first, Rest&&... rest) const {
        constexpr text_function<Before, Signature, Required> function{};
        return function(static_cast<First&&>(first),
                        beside_citext<std::remove_cvref_t<First>>(static_cast<Rest&&>(rest))...);
    }
};

/// A function of texts that there is of other types, too.
template <fixed_string Before, class Result, oid... Others>
struct text_or_bits_function {
    template <class First, class... More>
    constexpr auto operator()(First&& first, More&&... more) const {
        using given = std::remove_cvref_t<First>;
        if constexpr (sizeof...(More) == 0 && is_other<given>())
            return strict_call<Before, Result>(given(static_cast<First&&>(first)));
        else
            return text_function<Before, Result(std::string)>{}(static_cast<First&&>(first),
                                                                static_cast<More&&>(more)...);
    }

private:
    template <class Given>
    static constexpr bool is_other() {
        if constexpr (expression<Given>) return ((id_of<typename Given::value_type>() == Others) || ...);
        else return false;
    }
};

template <fixed_string Name>
struct collation {
    static constexpr auto buffer = [] {
        text_buffer<2 * Name.size() + 16> out;
        out.append(" collate ");
        quote_identifier(Name.view(), out);
        return out;
    }();
    static constexpr auto text = to_fixed<buffer.length>(buffer);
};
}  // namespace detail

/// Blanks, or the given characters, taken off both ends, the beginning or the end.
inline constexpr detail::text_function<"trim(", std::string(std::string, std::string), 1> trim{};
inline constexpr detail::text_function<"ltrim(", std::string(std::string, std::string), 1> ltrim{};
inline constexpr detail::text_function<"rtrim(", std::string(std::string, std::string), 1> rtrim{};
/// `substring(x, from, count)`: characters are counted from 1.
inline constexpr detail::text_function<"substring(", std::string(std::string, std::int32_t, std::int32_t), 2>
    substring{};
/// The first or last `n` characters; with a negative number all but so many.
inline constexpr detail::text_function<"left(", std::string(std::string, std::int32_t)> left{};
inline constexpr detail::text_function<"right(", std::string(std::string, std::int32_t)> right{};
/// `replace(x, from, to)`: every `from`.
inline constexpr detail::search_function<"replace(", std::string(std::string, std::string, std::string)> replace{};
/// `translate(x, from, to)`: each character of `from` by the one at its place in `to`.
inline constexpr detail::search_function<"translate(", std::string(std::string, std::string, std::string)> translate{};
/// `overlay(x, with, from, count)`: characters replaced by others.
inline constexpr detail::text_function<"overlay(", std::string(std::string, std::string, std::int32_t, std::int32_t), 3>
    overlay{};
/// `split_part(x, separator, n)`: the n-th field, from 1; a negative number counts from the end.
inline constexpr detail::search_function<"split_part(", std::string(std::string, std::string, std::int32_t)>
    split_part{};
inline constexpr detail::text_function<"lpad(", std::string(std::string, std::int32_t, std::string), 2> lpad{};
inline constexpr detail::text_function<"rpad(", std::string(std::string, std::int32_t, std::string), 2> rpad{};
inline constexpr detail::text_function<"repeat(", std::string(std::string, std::int32_t)> repeat{};
inline constexpr detail::text_function<"reverse(", std::string(std::string)> reverse{};
inline constexpr detail::text_function<"initcap(", std::string(std::string)> initcap{};
/// `strpos(x, part)`: where the part begins, from 1; 0 when it is not there.
inline constexpr detail::search_function<"strpos(", std::int32_t(std::string, std::string)> strpos{};
inline constexpr detail::text_function<"starts_with(", bool(std::string, std::string)> starts_with{};
/// `octet_length(x)`: bytes of a text, a bytea or a bit string; `md5(x)` of a text or a bytea.
inline constexpr detail::text_or_bits_function<"octet_length(", std::int32_t, detail::id::bytea, detail::id::bit,
                                               detail::id::varbit>
    octet_length{};
inline constexpr detail::text_or_bits_function<"md5(", std::string, detail::id::bytea> md5{};
inline constexpr detail::text_function<"ascii(", std::int32_t(std::string)> ascii{};
inline constexpr detail::text_function<"chr(", std::string(std::int32_t)> chr{};
inline constexpr detail::text_function<"to_hex(", std::string(std::int64_t)> to_hex{};
inline constexpr detail::text_function<"quote_ident(", std::string(std::string)> quote_ident{};
inline constexpr detail::text_function<"quote_literal(", std::string(std::string)> quote_literal_of{};

/// Regular expressions (POSIX, PostgreSQL manual 9.7.3); the last argument holds flags: `g` for every match, `i` for
/// any case.
inline constexpr detail::search_function<"regexp_replace(",
                                         std::string(std::string, std::string, std::string, std::string), 3>
    regexp_replace{};
/// The groups of the first match; NULL when there is none.
inline constexpr detail::search_function<
    "regexp_match(", std::optional<std::vector<std::optional<std::string>>>(std::string, std::string, std::string), 2>
    regexp_match{};
/// The first match; NULL when there is none.
inline constexpr detail::text_function<"regexp_substr(", std::optional<std::string>(std::string, std::string)>
    regexp_substr{};
inline constexpr detail::text_function<"regexp_count(", std::int32_t(std::string, std::string)> regexp_count{};
inline constexpr detail::text_function<"regexp_instr(", std::int32_t(std::string, std::string)> regexp_instr{};
inline constexpr detail::search_function<"regexp_split_to_array(",
                                         std::vector<std::string>(std::string, std::string, std::string), 2>
    regexp_split_to_array{};

/// `to_char(x, format)` of numbers, dates and times (PostgreSQL manual 9.8). NULL of a time that is infinite.
template <detail::expression E, class Format>
constexpr auto to_char(E e, Format&& format) {
    using value = typename E::value_type;
    static_assert(detail::number_rank(detail::id_of<value>()) != 0 || detail::is_moment(detail::id_of<value>()) ||
                      std::is_same_v<value, interval>,
                  "pgmodel: to_char() takes a number, a date, a time with a date or an interval");
    auto operand = detail::as_argument<"to_char(", 2, std::string>(static_cast<Format&&>(format));
    constexpr bool number = detail::number_rank(detail::id_of<value>()) != 0;
    return detail::strict_call<"to_char(", std::string, !number>(std::move(e), std::move(operand));
}
/// `to_number(text, format)`.
inline constexpr detail::text_function<"to_number(", detail::any_numeric(std::string, std::string)> to_number{};

namespace detail {

/// A text, and values of any type behind it. NULL of NULL in the text only.
template <fixed_string Before, class Text, class... Parts>
constexpr auto text_with_values(Text&& text, Parts&&... parts) {
    return [&]<class First, class... Operands>(First first, Operands... operands) {
        constexpr int properties = (First::nullable ? can_be_null : 0) | null_of_null |
                                   answered_nulls<std::string, std::optional<Operands>...>();
        return call<Before, ")", std::string, properties, First, Operands...>(std::move(first), std::move(operands)...);
    }(as_argument<Before, 1, std::string>(static_cast<Text&&>(text)), as_value(static_cast<Parts&&>(parts))...);
}

}  // namespace detail

/// `concat_ws(separator, x, ...)`: joins texts, and values of any other type as the server prints them; NULLs are left
/// out. NULL only when the separator is.
template <class Separator, class... Parts>
    requires((detail::expression<Separator> || ... || detail::expression<Parts>))
constexpr auto concat_ws(Separator&& separator, Parts&&... parts) {
    return detail::text_with_values<"concat_ws(">(static_cast<Separator&&>(separator), static_cast<Parts&&>(parts)...);
}
/// `format(text, x, ...)`: the text with `%s` replaced by the values as the server prints them, `%I` by a quoted name,
/// `%L` by a literal, `%2$s` by the second. NULL only when the text is.
template <class Text, class... Parts>
    requires((detail::expression<Text> || ... || detail::expression<Parts>))
constexpr auto format(Text&& text, Parts&&... parts) {
    return detail::text_with_values<"format(">(static_cast<Text&&>(text), static_cast<Parts&&>(parts)...);
}

/// `position(part in x)`: where the part begins, from 1; 0 when it is not there.
template <class Part, detail::expression E>
constexpr auto position(Part&& part, E e) {
    using namespace detail;
    auto a = as_argument<"position(", 1, std::string>(static_cast<Part&&>(part));
    auto b = as_argument<"position(", 2, std::string>(std::move(e));
    constexpr bool null = decltype(a)::nullable || decltype(b)::nullable;
    using words = word_list<"position(", " in ", ")">;
    return worded<std::int32_t, null, level::primary, level::other, words, decltype(a), decltype(b)>(std::move(a),
                                                                                                     std::move(b));
}

/// `x collate "name"`: compared and sorted by that collation.
template <fixed_string Collation, detail::expression E>
constexpr auto collate(E e) {
    static_assert(detail::is_text<E>(), "pgmodel: collate() takes a text");
    return detail::affix<"", detail::collation<Collation>::text, detail::level::unary, typename E::value_type,
                         E::nullable, E>{{}, std::move(e)};
}

}  // namespace pgmodel

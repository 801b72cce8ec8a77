// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Aggregates that look at their rows in an order, WITHIN GROUP: percentiles, the mode, and the place that a row would
// have. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/expression/aggregate_call.hpp>
#include <pgmodel/expression/operators.hpp>

#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace pgmodel {
namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"ordered_set", First, More...> = true;

template <class Keys>
struct null_keys;
template <class... Keys>
struct null_keys<key_list<Keys...>> {
    template <class Nulls>
    static constexpr bool in = (null_in_query<typename sorted_expression<Keys>::type, nulls_in_rows<Nulls>>() || ...);
};

template <class... Keys>
struct group_sorted {
    static constexpr bool value = true;
    static_assert(
        !(is_bare_literal<Keys> || ...),
        "pgmodel: within_group() takes what the rows of the group are sorted by, and a literal is the same in "
        "all of them; name the column");
};

/// `name(arguments) within group (order by keys)`; shaped like `call`, whose closing parenthesis is the group's. The
/// arguments are direct ones: made once for each group, so they hold only what is the same in all of it.
template <fixed_string Name, class Value, bool Nullable, class Keys, class... Arguments>
struct within_group_call : members<within_group_call<Name, Value, Nullable, Keys, Arguments...>> {
    using value_type = Value;
    static constexpr bool ordered_set = true;
    static constexpr bool nullable = Nullable;
    static constexpr bool constant = Keys::constant && (Arguments::constant && ... && true);
    static constexpr bool dynamic = Keys::dynamic || (Arguments::dynamic || ... || false);
    static constexpr bool reduces = true;
    static constexpr bool argument_aggregate = Keys::aggregate || (Arguments::aggregate || ... || false);
    static constexpr int argument_special = (Arguments::special | ... | 0);
    static constexpr int special = argument_special | (argument_aggregate ? holds_nested : 0);
    static constexpr bool aggregate = true;
    static constexpr int precedence = level::primary;
    static_assert(no_set<argument_special>::value);
    static_assert(!Keys::windowed && !(Arguments::windowed || ...),
                  "pgmodel: an aggregate is made before window functions, so it "
                  "cannot hold one; make the window function in a subquery");

    template <class Tables>
    using argument_stranger = typename first_stranger<typename Arguments::template stranger<Tables>...,
                                                      typename Keys::template stranger<Tables>>::type;
    template <class Tables>
    using stranger = stranger_of<Tables, within_group_call, argument_stranger<Tables>>;
    template <class Nulls>
    static constexpr bool null_in = false;
    template <class Nulls>
    static constexpr bool null_of_rows =
        null_keys<Keys>::template in<Nulls> || (null_in_query<Arguments, Nulls>() || ... || false);

    [[no_unique_address]] key_list<Arguments...> arguments;
    [[no_unique_address]] Keys keys;

    constexpr within_group_call(key_list<Arguments...> a, Keys k) : arguments(std::move(a)), keys(std::move(k)) {}

    /// `FILTER (WHERE condition)`.
    template <class Condition>
    constexpr auto filter(Condition condition) const {
        return modified_call<within_group_call, false, no_clause, no_clause>(*this, {}, {})
            .filter(std::move(condition));
    }
    /// Refused: the rows are sorted by the keys of within_group(), all of them.
    template <class... Given>
    constexpr auto distinct(Given...) const {
        static_assert(sizeof...(Given) > 1000, "pgmodel: an aggregate with within_group() takes no distinct()");
        return *this;
    }
    template <class... Given>
    constexpr auto order_by(Given...) const {
        static_assert(sizeof...(Given) > 1000, "pgmodel: an aggregate with within_group() takes its order from there");
        return *this;
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
        Keys::write(out, part_of(self, &within_group_call::keys));
    }
    template <class F>
    constexpr void visit(F& f) const {
        arguments.visit(f);
        keys.visit(f);
    }
};

template <fixed_string Name, class Value, bool Nullable, class Keys, class... Arguments>
struct direct_arguments<within_group_call<Name, Value, Nullable, Keys, Arguments...>> {
    using type = key_list<Arguments...>;
};

/// Is `rank` that of a document for a query? See ranking.hpp.
template <class Document, class... Queries>
constexpr bool ranks_documents_of() {
    bool found = false;
    if constexpr (expression<Document>) found = id_of<typename Document::value_type>() == id::tsvector;
    [[maybe_unused]] const auto look = [&found]<class Query>(std::type_identity<Query>) {
        if constexpr (expression<Query>) found = found || id_of<typename Query::value_type>() == id::tsquery;
    };
    (look(std::type_identity<Queries>{}), ...);
    return found;
}
template <class Document, class... Queries>
concept ranks_documents = ranks_documents_of<Document, Queries...>();

/// What percentile_cont() gives of such keys: of lengths of time one of them, of numbers a double.
template <class Sorted>
struct interpolated {
    static constexpr bool time = id_of<Sorted>() == id::interval;
    static_assert(time || is_number(kind_of<Sorted>()),
                  "pgmodel: percentile_cont() is of numbers; percentile_disc() takes any type");
    using type = std::conditional_t<time, Sorted, double>;
};
template <class Sorted>
struct interpolated_list {
    using type = std::vector<typename interpolated<Sorted>::type>;
};
template <class Sorted>
struct listed {
    using type = std::vector<Sorted>;
};

/// `percentile_cont(0.5)`; `Result<type of the key>::type` is what it gives.
template <fixed_string Name, template <class> class Result, class... Arguments>
struct ordered_set : without_order {
    key_list<Arguments...> arguments;

    constexpr explicit ordered_set(Arguments... a) : arguments{{std::move(a)...}} {}

    /// `WITHIN GROUP (ORDER BY key)`.
    template <class Key>
    constexpr auto within_group(Key key) const {
        static_assert(group_sorted<Key>::value);
        using list = typename order_keys<Key>::type;
        using value = typename Result<typename sorted_expression<Key>::type::value_type>::type;
        return within_group_call<Name, value, true, list, Arguments...>(arguments, list{{std::move(key)}});
    }
};

template <class... Given>
constexpr bool is_fraction = false;
template <class Given>
constexpr bool is_fraction<Given> =
    expression<Given> || std::is_convertible_v<Given, double> || std::is_convertible_v<Given, std::vector<double>>;
template <class... Given>
constexpr auto no_fraction() {
    static_assert(
        sizeof...(Given) > 1000,
        "pgmodel: percentile_cont() and percentile_disc() take a fraction, a double or a std::vector<double>; "
        "what they look at is the key of within_group()");
    return refused<Given...>{};
}
template <fixed_string Name, template <class> class OfOne, template <class> class OfMany, class Fraction>
constexpr auto percentile_of(Fraction fraction) {
    using type = typename Fraction::value_type;
    if constexpr (number_rank(id_of<type>()) != 0) return ordered_set<Name, OfOne, Fraction>(std::move(fraction));
    else if constexpr (passes_as<type, std::vector<double>>() &&
                       std::is_same_v<type, std::vector<typename element_of<type>::type>>)
        return ordered_set<Name, OfMany, Fraction>(std::move(fraction));
    else return no_fraction<Fraction>();
}

/// The keys that a row would have must be what the keys of the group are.
template <class Key, class Given>
struct hypothetical_argument {
    using type = typename sorted_expression<Key>::type::value_type;
    static constexpr bool fits = [] {
        if constexpr (expression<Given>) return comparable<type, typename Given::value_type>();
        else return true;
    }();
    static_assert(
        fits,
        "pgmodel: this expression has another type than the key of within_group() at its place; give one of its type");
    static constexpr bool value = fits;
};
/// `rank(120)`: the place that a row with these keys would have.
template <fixed_string Name, class Value, class... Given>
struct hypothetical_set : without_order {
    pack<Given...> given;

    constexpr explicit hypothetical_set(Given... g) : given(std::move(g)...) {}

    /// `WITHIN GROUP (ORDER BY keys)`, as many as the row was given values.
    template <class... Keys>
    constexpr auto within_group(Keys... keys) const {
        constexpr bool same_count = sizeof...(Keys) == sizeof...(Given);
        static_assert(same_count,
                      "pgmodel: within_group() takes one key for each value of the row whose place is asked for");
        static_assert(group_sorted<Keys...>::value);
        using list = typename order_keys<Keys...>::type;
        if constexpr (same_count) return made(std::index_sequence_for<Keys...>{}, list{{std::move(keys)...}});
        else return refused<Keys...>{};
    }

private:
    template <std::size_t... I, class... Keys>
    constexpr auto made(std::index_sequence<I...>, key_list<Keys...> keys) const {
        static_assert((hypothetical_argument<Keys, Given>::value && ...));
        return with_arguments(std::move(keys), as_operand<typename hypothetical_argument<Keys, Given>::type, Keys>(
                                                   given.template get<I, Given>())...);
    }
    template <class Keys, class... Arguments>
    static constexpr auto with_arguments(Keys keys, Arguments... arguments) {
        return within_group_call<Name, Value, false, Keys, Arguments...>(
            key_list<Arguments...>{{std::move(arguments)...}}, std::move(keys));
    }
};

}  // namespace detail

/// `percentile_cont(fraction) WITHIN GROUP (ORDER BY x)`: the value at this fraction (0.5: the median), between two
/// rows where it lies there. `pg::percentile_cont(0.5).within_group(col<&track::milliseconds>)`; of several fractions a
/// list.
constexpr auto percentile_cont(double fraction) {
    return detail::ordered_set<"percentile_cont", detail::interpolated, detail::parameter<double>>(
        detail::parameter<double>(fraction));
}
template <class Fraction = double>
    requires(std::is_same_v<Fraction, double>)
auto percentile_cont(std::vector<Fraction> fractions) {
    using list = detail::parameter<std::vector<Fraction>>;
    return detail::ordered_set<"percentile_cont", detail::interpolated_list, list>(list(std::move(fractions)));
}
/// Of a placeholder, or what else is the same in all of a group.
template <detail::expression Fraction>
constexpr auto percentile_cont(Fraction fraction) {
    return detail::percentile_of<"percentile_cont", detail::interpolated, detail::interpolated_list>(
        std::move(fraction));
}
template <class... Given>
    requires(!detail::is_fraction<Given...>)
constexpr auto percentile_cont(const Given&...) {
    return detail::no_fraction<Given...>();
}
/// `percentile_disc(fraction) WITHIN GROUP (ORDER BY x)`: the first value at or behind this fraction.
constexpr auto percentile_disc(double fraction) {
    return detail::ordered_set<"percentile_disc", std::type_identity, detail::parameter<double>>(
        detail::parameter<double>(fraction));
}
template <class Fraction = double>
    requires(std::is_same_v<Fraction, double>)
auto percentile_disc(std::vector<Fraction> fractions) {
    using list = detail::parameter<std::vector<Fraction>>;
    return detail::ordered_set<"percentile_disc", detail::listed, list>(list(std::move(fractions)));
}
template <detail::expression Fraction>
constexpr auto percentile_disc(Fraction fraction) {
    return detail::percentile_of<"percentile_disc", std::type_identity, detail::listed>(std::move(fraction));
}
template <class... Given>
    requires(!detail::is_fraction<Given...>)
constexpr auto percentile_disc(const Given&...) {
    return detail::no_fraction<Given...>();
}
/// `mode() WITHIN GROUP (ORDER BY x)`: the most frequent value.
constexpr auto mode() { return detail::ordered_set<"mode", std::type_identity>(); }
template <class First, class... More>
constexpr auto mode(const First&, const More&...) {
    static_assert(sizeof...(More) > 1000,
                  "pgmodel: mode() takes nothing; what it looks at is the key of within_group()");
    return detail::refused<First, More...>{};
}

/// `rank(a, b) WITHIN GROUP (ORDER BY x, y)`: the place that a row with these values would have among the group's; with
/// gaps. `pg::rank(120).within_group(col<&film::length>)`. Without values it is the window function.
template <class First, class... More>
    requires(!detail::ranks_documents<First, More...>)
constexpr auto rank(First first, More... more) {
    return detail::hypothetical_set<"rank", std::int64_t, First, More...>(std::move(first), std::move(more)...);
}
/// As rank(), without gaps.
template <class First, class... More>
constexpr auto dense_rank(First first, More... more) {
    return detail::hypothetical_set<"dense_rank", std::int64_t, First, More...>(std::move(first), std::move(more)...);
}
/// The share of the group's rows that would stand before it.
template <class First, class... More>
constexpr auto percent_rank(First first, More... more) {
    return detail::hypothetical_set<"percent_rank", double, First, More...>(std::move(first), std::move(more)...);
}
/// The share of rows up to it and its equals, itself among them.
template <class First, class... More>
constexpr auto cume_dist(First first, More... more) {
    return detail::hypothetical_set<"cume_dist", double, First, More...>(std::move(first), std::move(more)...);
}

}  // namespace pgmodel

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Can this struct be reflected? Asked before Boost.PFR is instantiated, so that the first error is our sentence.
#pragma once

#include <pgmodel/reflect/braces.hpp>

#include <boost/pfr/detail/config.hpp>
// What ties all fields of a struct at once, when they have been counted. To ask Boost.PFR for one field after the other
// takes several times as long, and to let it count them as long as all the rest; its other headers are for that.
#if BOOST_PFR_USE_CPP17 && !(defined(BOOST_PFR_USE_CPP26) && BOOST_PFR_USE_CPP26) &&                                   \
    __has_include(<boost/pfr/detail/core17_generated.hpp>)
#define PGMODEL_TIES_COUNTED_FIELDS
#include <boost/pfr/detail/core17_generated.hpp>
#else
#include <boost/pfr/core.hpp>
#endif

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

/// The most fields that the installed Boost.PFR can handle.
#ifdef BOOST_PFR_CORE_NAME_ENABLED
inline constexpr std::size_t most_fields = 200;
#else
inline constexpr std::size_t most_fields = 100;
#endif

/// Converts to the base classes of `T` and to nothing else: `T{base_probe<T>{}}` is well-formed only if `T` has a base.
template <class T>
struct base_probe {
    template <class Base>
        requires(std::is_base_of_v<Base, T> && !std::same_as<Base, T>)
    operator Base() const;
};

/// Converts to nothing: a field that takes it would take a `base_probe` as well.
struct no_value {};

// Their bodies never run. They are there for types without linkage, for which clang wants one where a std::optional's
// constructor would call it.
struct any_value {
    template <class T>
    operator T&() const noexcept {
        __builtin_unreachable();
    }
    template <class T>
    operator T&&() const noexcept {
        __builtin_unreachable();
    }
};
/// For structs that cannot be copied: a field of theirs may be one that can only be moved.
struct any_moved_value {
    template <class T>
    operator T() const noexcept {
        __builtin_unreachable();
    }
};
template <class T>
using any_value_for = std::conditional_t<std::is_copy_constructible_v<T>, any_value, any_moved_value>;

/// How many pairs of braces `T{{}, {}, ...}` takes, when it takes `Low` and not `High`. Braces are cheap: a value that
/// converts to anything has the compiler look at every constructor of every field.
template <class T, std::size_t Low = 0, std::size_t High = most_braces + 1>
constexpr std::size_t count_braces() {
    constexpr std::size_t middle = (Low + High) / 2;
    if constexpr (middle == Low) return Low;
    else if constexpr (braces<middle>::template fit<T>) return count_braces<T, middle, High>();
    else return count_braces<T, Low, middle>();
}

/// `T{{}, {}, ...}` with `most_braces` pairs, `Before` values, a pair, `After` values.
template <class T, std::size_t Before, std::size_t After = 0>
inline constexpr bool takes_more =
    more_fit<T, any_value_for<T>, std::make_index_sequence<Before>, std::make_index_sequence<After>>;

/// How many fields follow those for which there are braces; more when one of them is an array, which takes a value for
/// each of its elements.
template <class T, std::size_t Low = 0, std::size_t High = most_fields - most_braces + 2>
constexpr std::size_t count_more() {
    constexpr std::size_t middle = (Low + High) / 2;
    if constexpr (middle == Low) return Low;
    else if constexpr (takes_more<T, middle - 1>) return count_more<T, middle, High>();
    else return count_more<T, Low, middle>();
}

/// `T{{}, {}, ...}` with `most_braces` pairs, `Before` values, eight pairs, and as many values as are left of `More`.
template <class T, std::size_t Before, std::size_t More>
inline constexpr bool takes_eight =
    eight_fit<T, any_value_for<T>, std::make_index_sequence<Before>, std::make_index_sequence<More - Before - 8>>;

/// Is each of `More` fields one value? A pair of braces takes a whole array. Asked of eight at once where there are as
/// many: to ask of one after the other takes a compiler longer than all the rest of a wide struct.
template <class T, std::size_t More, std::size_t... I>
constexpr bool are_single(std::index_sequence<I...>) {
    if constexpr (More < 8) return (takes_more<T, I, More - 1 - I> && ...);
    else return (takes_eight<T, (8 * I < More - 8 ? 8 * I : More - 8), More> && ...);
}

/// Is none of these fields one that no pair of braces is a value of?
template <class T, std::size_t... I>
constexpr bool take_braces(std::index_sequence<I...>) {
    return (takes_more<T, I> && ...);
}

/// Does a field follow the first `Pairs` that a value may be given but no pair of braces, as a reference may?
template <class T, std::size_t Pairs, std::size_t... I>
constexpr bool are_followed(std::index_sequence<I...>) {
    return braces<Pairs>::template fit<T, any_value_for<std::enable_if_t<I + 1 != 0, T>>...>;
}

/// References to the `N` fields of `T`, in a tuple.
#ifdef PGMODEL_TIES_COUNTED_FIELDS
template <std::size_t N, class T>
constexpr auto tie_fields(T& row) {
    return boost::pfr::detail::tie_as_tuple(row, std::integral_constant<std::size_t, N>{});
}
#else
template <std::size_t, class T>
constexpr auto tie_fields(T& row) {
    return boost::pfr::structure_tie(row);
}
#endif
template <class T, std::size_t N>
struct tied_fields {
    using type = decltype(tie_fields<N>(std::declval<T&>()));
};

template <class T>
inline constexpr bool is_c_array = false;
template <class T, std::size_t N>
inline constexpr bool is_c_array<T[N]> = true;
template <template <class...> class Tuple, class... Field>
constexpr bool holds_array(const Tuple<Field&...>*) {
    return (is_c_array<Field> || ...);
}

enum class aggregate_fault {
    none,
    not_a_struct,
    not_an_aggregate,
    base_class,
    no_default_value,
    no_fields,
    too_many,
    array
};

struct aggregate_scan {
    aggregate_fault fault;
    std::size_t fields = 0;
};

template <class T, std::size_t N>
constexpr aggregate_scan scan_fields() {
    constexpr bool array = holds_array(static_cast<const typename tied_fields<const T, N>::type*>(nullptr));
    return {array ? aggregate_fault::array : aggregate_fault::none, N};
}

/// The first reason why `T` cannot be a model, or the number of its fields.
template <class T>
constexpr aggregate_scan scan_aggregate() {
    if constexpr (!std::is_class_v<T>) {
        return {aggregate_fault::not_a_struct};
    } else if constexpr (!std::is_aggregate_v<T>) {
        return {aggregate_fault::not_an_aggregate};
    } else if constexpr (requires { T{base_probe<T>{}}; } && !requires { T{no_value{}}; }) {
        return {aggregate_fault::base_class};
    } else if constexpr (!requires { T{}; }) {
        return {aggregate_fault::no_default_value};
    } else {
        constexpr std::size_t pairs = count_braces<T>();
        if constexpr (pairs < most_braces) {
            if constexpr (braces<pairs>::template fit<T, any_value_for<T>>) return {aggregate_fault::no_default_value};
            else if constexpr (pairs == 0) return {aggregate_fault::no_fields};
            else return scan_fields<T, pairs>();
        } else {
            constexpr std::size_t more = count_more<T>();
            constexpr std::size_t checks = more < 8 ? more : (more + 7) / 8;
            if constexpr (pairs + more > most_fields) return {aggregate_fault::too_many};
            else if constexpr (are_followed<T, pairs>(std::make_index_sequence<more + 1>{}))
                return {aggregate_fault::no_default_value};
            else if constexpr (are_single<T, more>(std::make_index_sequence<checks>{}))
                return scan_fields<T, pairs + more>();
            else if constexpr (take_braces<T>(std::make_index_sequence<more>{})) return {aggregate_fault::array};
            else return {aggregate_fault::no_default_value};
        }
    }
}

/// Instantiating it reports why `T` cannot be a model; its value is the number of fields.
template <class T>
struct aggregate_fields {
    static constexpr aggregate_scan scan = scan_aggregate<T>();
    static_assert(scan.fault != aggregate_fault::not_a_struct, "pgmodel: a model must be a struct");
    static_assert(scan.fault != aggregate_fault::not_an_aggregate,
                  "pgmodel: this struct is not an aggregate, so its fields cannot be seen; remove its constructors, "
                  "virtual functions, and fields and base classes that are private or protected");
    static_assert(scan.fault != aggregate_fault::base_class,
                  "pgmodel: this struct has a base class; move the fields of the base into the struct");
    static_assert(scan.fault != aggregate_fault::no_default_value,
                  "pgmodel: this struct has a field that is a reference or has no default value; a model holds "
                  "values that can be made from {}");
    static_assert(scan.fault != aggregate_fault::no_fields, "pgmodel: this struct has no fields");
    static_assert(scan.fault != aggregate_fault::too_many,
                  "pgmodel: this struct has more fields than the installed Boost.PFR can see (100 with Boost "
                  "1.81 to 1.83, 200 with later ones); split the table or the struct");
    static_assert(scan.fault != aggregate_fault::array,
                  "pgmodel: this struct has a C array; use std::string, pgmodel::varchar<N> or std::vector");
    static constexpr std::size_t value = scan.fields;
};

}  // namespace pgmodel::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A column, named by the member pointer of its field, or by a path of them: a field of an embedded struct, or an
// attribute of a composite column.
#pragma once

#include <pgmodel/expression/assignment.hpp>
#include <pgmodel/reflect/fields.hpp>
#include <pgmodel/types/elsewhere.hpp>

#include <optional>

namespace pgmodel {
namespace detail {

/// What is known of a path before the model is: can its value be NULL, and does each part belong to the one before it.
template <class Path>
struct path_properties {
    static constexpr bool nullable = is_optional<typename member_pointer<Path>::type>;
    static constexpr bool chain = true;
};
template <auto First, auto Second, auto... More>
struct path_properties<member_path<First, Second, More...>> {
    using rest = path_properties<member_path<Second, More...>>;
    static constexpr bool nullable = is_optional<type_of<First>> || rest::nullable;
    static constexpr bool chain = std::is_same_v<unwrapped<type_of<First>>, owner_of<Second>> && rest::chain;
};
/// A document is no struct of columns.
template <auto First, auto... More>
inline constexpr bool leads_into_document = false;
template <auto First, auto Second, auto... More>
inline constexpr bool leads_into_document<First, Second, More...> =
    std::is_same_v<unwrapped<type_of<First>>, jsonb<owner_of<Second>>> || leads_into_document<Second, More...>;
template <auto First, auto... More>
struct checked_path {
    static_assert(
        !leads_into_document<First, More...>,
        "pgmodel: this field is a jsonb<T>, whose parts are no columns; say pgmodel::at<&settings::theme>(col<"
        "...>) of <pgmodel/expression/document_path.hpp>");
    static_assert(leads_into_document<First, More...> || path_properties<member_path<First, More...>>::chain,
                  "pgmodel: a field in this path is of another struct than the field before it holds");
    static constexpr member_path<First, More...> value{};
};
/// One member pointer stays what it is.
template <auto First, auto... More>
inline constexpr auto path_to = checked_path<First, More...>::value;
template <auto M>
inline constexpr auto path_to<M> = M;

/// A column is a stranger to tables that do not have it.
template <class Tables, class Owner, class Column>
struct column_stranger : std::conditional<Tables::template has<Owner, Column>, void, Column> {};

/// `Owner` is `owner_of<M>`: g++ 12 takes what is made for a member of a struct in an unnamed namespace for something
/// that all files share, unless that struct is named, too.
template <auto M, class Owner>
struct column : members<column<M>> {
    using owner = Owner;
    using field = type_of<M>;
    using value_type = unwrapped<field>;
    static constexpr bool nullable = path_properties<std::remove_const_t<decltype(M)>>::nullable;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    static constexpr auto pointer = M;
    template <class Tables>
    using stranger = typename column_stranger<Tables, owner, column>::type;
    template <class Nulls>
    static constexpr bool null_in = Nulls::template source<owner>;

    static_assert(
        has_codec<value_type>,
        "pgmodel: this field's type has no PostgreSQL type; use one of the supported types, leave the field out "
        "with pgmodel::transient, or specialise pgmodel::codec for it");

    /// What the column is given by values() and set(): a value, an optional one, an expression, or `pg::default_value`.
    template <class Value>
    constexpr auto operator=(Value&& given) const {
        return assignment_maker<column>::make(*this, static_cast<Value&&>(given));
    }
    /// The elements of an array: `col<&article::tags> = {"c++", "orm"}`.
    template <class Value>
    constexpr auto operator=(std::initializer_list<Value> elements) const {
        return assignment_maker<column>::make_list(*this, elements);
    }

    template <class Out>
    static constexpr void write(Out& out, const column*) {
        out.template column<M>();
    }
    template <class F>
    constexpr void visit(F&) const {}
};

template <auto M>
    requires std::is_member_object_pointer_v<decltype(M)>
struct field_beside<column<M>> {
    static std::string_view name() { return spelled_name<M>(); }
};

/// As a template argument a column stands for what it is named by.
template <auto M>
struct member_pointer<column<M>> {
    using owner = owner_of<M>;
    using type = type_of<M>;
};

namespace operators {

// With a constant std::optional. To the standard library's own templates, which make a bool of it and fail in their
// bodies, the operators of all expressions come second.
template <auto M, class R>
constexpr auto operator==(const column<M>& l, const std::optional<R>& r) {
    return compare<" = ">(l, r);
}
template <class L, auto M>
constexpr auto operator==(const std::optional<L>& l, const column<M>& r) {
    return compare<" = ">(l, r);
}
template <auto M, class R>
constexpr auto operator!=(const column<M>& l, const std::optional<R>& r) {
    return compare<" <> ">(l, r);
}
template <class L, auto M>
constexpr auto operator!=(const std::optional<L>& l, const column<M>& r) {
    return compare<" <> ">(l, r);
}
template <auto M, class R>
constexpr auto operator<(const column<M>& l, const std::optional<R>& r) {
    return compare<" < ">(l, r);
}
template <class L, auto M>
constexpr auto operator<(const std::optional<L>& l, const column<M>& r) {
    return compare<" < ">(l, r);
}
template <auto M, class R>
constexpr auto operator<=(const column<M>& l, const std::optional<R>& r) {
    return compare<" <= ">(l, r);
}
template <class L, auto M>
constexpr auto operator<=(const std::optional<L>& l, const column<M>& r) {
    return compare<" <= ">(l, r);
}
template <auto M, class R>
constexpr auto operator>(const column<M>& l, const std::optional<R>& r) {
    return compare<" > ">(l, r);
}
template <class L, auto M>
constexpr auto operator>(const std::optional<L>& l, const column<M>& r) {
    return compare<" > ">(l, r);
}
template <auto M, class R>
constexpr auto operator>=(const column<M>& l, const std::optional<R>& r) {
    return compare<" >= ">(l, r);
}
template <class L, auto M>
constexpr auto operator>=(const std::optional<L>& l, const column<M>& r) {
    return compare<" >= ">(l, r);
}

// With itself: a refusal, but not where it is only asked whether there is such an operator, as the standard library
// asks of both sides of `column < optional`. So the result's type does not depend on the body.
template <auto M>
constexpr refused<column<M>, column<M>> operator==(const column<M>& l, const column<M>& r) {
    (void)compare<" = ">(l, r);
    return {};
}
template <auto M>
constexpr refused<column<M>, column<M>> operator!=(const column<M>& l, const column<M>& r) {
    (void)compare<" <> ">(l, r);
    return {};
}
template <auto M>
constexpr refused<column<M>, column<M>> operator<(const column<M>& l, const column<M>& r) {
    (void)compare<" < ">(l, r);
    return {};
}
template <auto M>
constexpr refused<column<M>, column<M>> operator<=(const column<M>& l, const column<M>& r) {
    (void)compare<" <= ">(l, r);
    return {};
}
template <auto M>
constexpr refused<column<M>, column<M>> operator>(const column<M>& l, const column<M>& r) {
    (void)compare<" > ">(l, r);
    return {};
}
template <auto M>
constexpr refused<column<M>, column<M>> operator>=(const column<M>& l, const column<M>& r) {
    (void)compare<" >= ">(l, r);
    return {};
}

}  // namespace operators
}  // namespace detail

/// The column of a field in an expression: `pg::col<&article::title> == "x"`; of a struct within the struct a field:
/// `pg::col<&customer::home, &address::street>`.
template <auto M, auto... Within>
inline constexpr detail::column<detail::path_to<M, Within...>> col{};

}  // namespace pgmodel

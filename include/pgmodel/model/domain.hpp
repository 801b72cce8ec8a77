// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Domains: a type of its own in C++ whose values the server checks.
//
//     struct year {
//         std::int32_t value{};
//         static constexpr auto domain() {
//             return pgmodel::domain("year", pgmodel::check(pgmodel::domain_value<year> >= 1901 &&
//                                                           pgmodel::domain_value<year> <= 2155));
//         }
//         auto operator<=>(const year&) const = default;
//     };
#pragma once

#include <pgmodel/core/pack.hpp>
#include <pgmodel/model/constraints.hpp>
#include <pgmodel/types/composite_type.hpp>

#include <string_view>

namespace pgmodel {
namespace detail {

/// Stands in the place of a table for the checks of a domain.
template <class T>
struct domain_scope {};

/// `VALUE`
template <class T>
struct domain_value_node : members<domain_value_node<T>> {
    using value_type = domain_base<T>;
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger =
        std::conditional_t<Tables::template has<domain_scope<T>, domain_value_node>, void, domain_value_node>;
    template <class Nulls>
    static constexpr bool null_in = false;

    template <class Out>
    static constexpr void write(Out& out, const domain_value_node*) {
        out.append("value");
    }
    template <class F>
    constexpr void visit(F&) const {}
};

template <class Default, class... Checks>
struct domain_declaration {
    using domain_checks = pack<Checks...>;
    using default_type = Default;
    template <class T>
    using stranger = typename first_stranger<
        typename Checks::condition_type::template stranger<table_list<domain_scope<T>>>...>::type;

    std::string_view name{};
    pack<Checks...> checks;
    [[no_unique_address]] Default default_value{};
    std::string_view schema{};
    std::string_view collation_schema{};
    std::string_view collation{};
    std::string_view text{};  ///< of its comment
    bool has_no_null = false;

    constexpr auto in_schema(std::string_view schema_name) const {
        auto copy = *this;
        copy.schema = schema_name;
        return copy;
    }
    /// `NOT NULL`: no field of this type may be optional then.
    constexpr auto not_null() const {
        auto copy = *this;
        copy.has_no_null = true;
        return copy;
    }
    /// `COLLATE`: how texts are compared and sorted. A collation may stand in a schema: `.collate("ext", "german")`.
    constexpr auto collate(std::string_view collation_name) const { return collate({}, collation_name); }
    constexpr auto collate(std::string_view in, std::string_view collation_name) const {
        auto copy = *this;
        copy.collation_schema = in;
        copy.collation = collation_name;
        return copy;
    }
    /// `COMMENT ON DOMAIN`
    constexpr auto comment(std::string_view said) const {
        auto copy = *this;
        copy.text = said;
        return copy;
    }
    /// `DEFAULT`: a value of the member's type, or an expression. The server takes it where a statement leaves the
    /// column out; rows of a model are inserted whole, so it is for others.
    template <class Value>
    constexpr auto server_default(Value value) const {
        auto operand = as_default(std::move(value));
        return domain_declaration<decltype(operand), Checks...>{
            name, checks, std::move(operand), schema, collation_schema, collation, text, has_no_null};
    }

private:
    template <class Value>
    static constexpr auto as_default(Value value) {
        if constexpr (expression<Value>) return value;
        else if constexpr (std::is_convertible_v<const Value&, std::string_view>)
            return parameter<std::string_view>(value);
        else return parameter<Value>(std::move(value));
    }
};

template <class Item>
inline constexpr bool is_check = false;
template <class Condition>
inline constexpr bool is_check<check_declaration<Condition>> = true;

template <class Member, class Default>
constexpr bool domain_default_fits() {
    if constexpr (std::is_same_v<Default, nothing_said> || !has_codec<Member>) return true;
    else
        return comparable<Member, typename Default::value_type>() ||
               convertible_operand<Member, typename Default::value_type>();
}

/// Everything that can be wrong with a domain; `Optional`: a field of it can be NULL.
template <class T, bool Optional>
struct checked_domain {
    static_assert(field_count<T> == 1, "pgmodel: a domain is a struct with one member, which holds its value");
    using member = domain_base<T>;
    static_assert(!is_optional<member>,
                  "pgmodel: the member of a domain is a plain value; make the fields optional that can be NULL");
    static_assert(is_optional<member> || has_codec<member>,
                  "pgmodel: the member of a domain has no PostgreSQL type; use one of the supported types");
    using declared = decltype(declare_domain<T>());
    static constexpr std::string_view name = domain_name<T>::name, schema = domain_name<T>::schema;
    static constexpr bool collated = !declare_domain<T>().collation.empty();
    static constexpr bool has_no_null = declare_domain<T>().has_no_null;
    static_assert(!(describes_domain<T> && domain_described_outside<T>),
                  "pgmodel: this struct has both a domain() of its own and a pgmodel::domain_of; keep one of them");
    static_assert(!name.empty() && name.size() <= 63 && schema.size() <= 63,
                  "pgmodel: the name of this domain is empty or longer than PostgreSQL's 63 bytes");
    static_assert(!schema.empty() || !is_builtin_type(name),
                  "pgmodel: this domain is called like a type of PostgreSQL's own; name it otherwise");
    static_assert(std::is_void_v<typename declared::template stranger<T>>,
                  "pgmodel: the check of a domain speaks of pgmodel::domain_value of its own struct, and of no column");
    static_assert(!collated || kind_of<member>() == kind::text,
                  "pgmodel: only a domain over a text can have a collation; take collate() away");
    static_assert(domain_default_fits<member, typename declared::default_type>(),
                  "pgmodel: the default of this domain has another type than its member");
    static_assert(!(Optional && has_no_null),
                  "pgmodel: this field is optional, but its domain is declared not_null(); take one of them away");
    static constexpr bool value = true;
};
template <class Field, class Value = innermost_type<Field>>
using checked_domain_of =
    std::conditional_t<domain_struct<Value>,
                       checked_domain<Value, is_optional<Field> && std::is_same_v<Value, unwrapped<Field>>>,
                       checked_content<Value>>;

}  // namespace detail

/// `VALUE`: the value that the check of a domain looks at, of the member's type.
template <class T>
inline constexpr detail::domain_value_node<T> domain_value{};

/// A domain of this name, with its checks: what a struct's own `domain()` returns, or that of `domain_of`.
template <class... Checks>
constexpr auto domain(const char* name, Checks... checks) {
    static_assert(
        (detail::is_check<Checks> && ... && true),
        "pgmodel: domain() takes a name and then checks: pgmodel::check(pgmodel::domain_value<...> > 0); say the rest "
        "behind it");
    if constexpr ((detail::is_check<Checks> && ... && true))
        return detail::domain_declaration<detail::nothing_said, Checks...>{name, {std::move(checks)...}};
    else return detail::domain_declaration<detail::nothing_said>{name, {}};
}

}  // namespace pgmodel

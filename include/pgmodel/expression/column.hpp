// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A column, named by the member pointer of its field.
#pragma once

#include <pgmodel/expression/members.hpp>
#include <pgmodel/reflect/fields.hpp>

namespace pgmodel {
namespace detail {

template <auto M>
    requires std::is_member_object_pointer_v<decltype(M)>
struct column : members<column<M>> {
    using owner = owner_of<M>;
    using field = type_of<M>;
    using value_type = unwrapped<field>;
    static constexpr bool nullable = is_optional<field>;
    static constexpr bool constant = true;
    static constexpr bool aggregate = false;
    static constexpr int precedence = level::primary;
    static constexpr auto pointer = M;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<owner, column>, void, column>;

    static_assert(has_codec<value_type>,
                  "pgmodel: this field's type has no PostgreSQL type; use one of the supported types, leave the field out "
                  "with pgmodel::transient, or specialise pgmodel::codec for it");

    template <class Value>
    void operator=(Value&&) const {
        static_assert(std::is_void_v<Value>, "pgmodel: = cannot be said of a column; compare with ==");
    }

    template <class Out>
    static constexpr void write(Out& out, const column*) {
        out.template column<M>();
    }
    template <class F>
    constexpr void visit(F&) const {}
};

}  // namespace detail

/// The column of a field in an expression: `pg::col<&article::title> == "x"`.
template <auto M>
inline constexpr detail::column<M> col{};

}  // namespace pgmodel

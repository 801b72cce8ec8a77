// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A second name for a table in one query, and the columns under that name.
#pragma once

#include <pgmodel/expression/column.hpp>

namespace pgmodel {
namespace detail {

/// A column of the table that is called by an alias.
template <class Alias, class Column>
struct alias_column : members<alias_column<Alias, Column>> {
    using owner = Alias;
    using column_type = Column;
    using value_type = typename Column::value_type;
    static constexpr bool nullable = Column::nullable;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<Alias, alias_column>, void, alias_column>;
    template <class Nulls>
    static constexpr bool null_in = Nulls::template source<Alias>;

    template <class Value>
    constexpr auto operator=(Value&& given) const {
        return assignment_maker<alias_column>::make(*this, static_cast<Value&&>(given));
    }

    template <class Out>
    static constexpr void write(Out& out, const alias_column*) {
        const auto outer = out.alias;
        out.alias = Alias::name.view();
        Column::write(out, nullptr);
        out.alias = outer;
    }
    template <class F>
    constexpr void visit(F&) const {}
};

/// As a template argument it stands for what it is named by, as a column does.
template <class Alias, class Column>
struct member_pointer<alias_column<Alias, Column>> {
    using owner = Alias;
    using type = typename member_pointer<Column>::type;
};

template <class T, fixed_string Name>
struct aliased {
    using model = T;
    static constexpr auto name = Name;
    static_assert(Name.size() > 0 && Name.size() < 64,
                  "pgmodel: an alias has 1 to 63 bytes: pgmodel::alias<model, \"name\">");

    /// A column under this name: `boss[col<&employee::name>]`.
    template <class Column>
    constexpr auto operator[](Column) const {
        constexpr bool own = [] {
            if constexpr (requires { typename Column::owner; }) return std::is_same_v<typename Column::owner, T>;
            else return false;
        }();
        static_assert(own, "pgmodel: an alias is asked for a column of its model; write alias[col<&model::field>]");
        if constexpr (own) return alias_column<aliased, Column>{};
        else return refused<Column>{};
    }
    template <class... Columns>
    constexpr auto operator()(Columns...) const {
        static_assert(never<Columns...>,
                      "pgmodel: an alias is asked for a column in square brackets: alias[col<&model::field>]");
    }
};

}  // namespace detail

/// A model under another name, so that it can be in a query twice:
///
///     constexpr auto boss = pg::alias<employee, "boss">;
///     // left join employee as boss
///     pg::select(col<&employee::name>, boss[col<&employee::name>]).left_join(boss).on(...)
template <class T, fixed_string Name = "">
inline constexpr detail::aliased<T, Name> alias{};

}  // namespace pgmodel

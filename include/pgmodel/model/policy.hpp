// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Row-level security: who sees and writes which rows of a table. `#include <pgmodel/objects.hpp>`
//
//     pgmodel::row_level_security,
//     pgmodel::policy("own").for_select().to("app").using_(col<&note::owner> == pgmodel::raw<"current_user",
//     std::string>())
#pragma once

#include <pgmodel/model/item_checks.hpp>
#include <pgmodel/model/properties.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel {
namespace detail {

struct row_security_item : object_tag {
    static constexpr bool enables_row_security = true;
    bool forced = false;
};

/// Names of roles, as many as fit.
struct role_names {
    std::string_view at[32]{};
    std::size_t count = 0;
};
template <class... Roles>
constexpr role_names make_roles(Roles... roles) {
    static_assert(sizeof...(Roles) > 0 && sizeof...(Roles) <= 32,
                  "pgmodel: to() and from() take 1 to 32 names of roles");
    role_names made;
    if constexpr (sizeof...(Roles) <= 32) ((made.at[made.count++] = std::string_view(roles)), ...);
    return made;
}

struct policy_words {
    std::string_view name{};
    role_names roles{};
    bool restrictive = false;
    std::string_view comment{};
};

template <policy_command Command, class Using, class Check>
struct policy_declaration : object_tag {
    static constexpr bool needs_row_security = true;
    policy_words said{};
    [[no_unique_address]] Using condition{};
    [[no_unique_address]] Check written{};

    auto for_all(auto... given) const {
        static_assert(never<decltype(given)..., Using>,
                      "pgmodel: a policy is for all commands when nothing is said; take for_all() away");
        return *this;
    }
    constexpr auto for_select() const { return of<policy_command::select>(); }
    constexpr auto for_insert() const { return of<policy_command::insert>(); }
    constexpr auto for_update() const { return of<policy_command::update>(); }
    constexpr auto for_delete() const { return of<policy_command::delete_>(); }
    /// For whom it is; for everybody when nothing is said.
    template <class... Roles>
    constexpr auto to(Roles... roles) const {
        auto copy = *this;
        copy.said.roles = make_roles(roles...);
        return copy;
    }
    /// `AS RESTRICTIVE`: it must hold as well. Of permissive ones it suffices that one holds.
    constexpr auto restrictive() const {
        auto copy = *this;
        copy.said.restrictive = true;
        return copy;
    }
    /// `USING`: which rows are there for the statement.
    template <class Condition>
    constexpr auto using_(Condition given) const {
        static_assert(about_one_row<Condition>::value);
        static_assert(is_condition<Condition>(),
                      "pgmodel: using_() takes a condition; compare the column with a value first");
        static_assert(Command != policy_command::insert,
                      "pgmodel: a policy for_insert() has no rows to look at; say with_check() instead of using_()");
        return policy_declaration<Command, Condition, Check>{{}, said, std::move(given), written};
    }
    /// `WITH CHECK`: which rows may be written; when nothing is said, those of USING.
    template <class Condition>
    constexpr auto with_check(Condition given) const {
        static_assert(about_one_row<Condition>::value);
        static_assert(is_condition<Condition>(),
                      "pgmodel: with_check() takes a condition; compare the column with a value first");
        static_assert(
            Command != policy_command::select && Command != policy_command::delete_,
            "pgmodel: a policy for_select() or for_delete() writes no rows; say using_() instead of with_check()");
        return policy_declaration<Command, Using, Condition>{{}, said, condition, std::move(given)};
    }
    template <class... Given>
    constexpr auto check(const Given&...) const {
        static_assert(never<Given..., Using>, "pgmodel: WITH CHECK of a policy is said by with_check()");
        return *this;
    }
    /// `COMMENT ON POLICY`
    constexpr auto comment(std::string_view text) const {
        auto copy = *this;
        copy.said.comment = text;
        return copy;
    }

private:
    template <policy_command New>
    constexpr auto of() const {
        static_assert(Command == policy_command::all,
                      "pgmodel: a policy is for one command or for all; say it in several policies");
        static_assert(
            std::is_same_v<Using, nothing_said> && std::is_same_v<Check, nothing_said>,
            "pgmodel: say for_select(), for_insert(), for_update() or for_delete() before using_() and with_check()");
        return policy_declaration<New, Using, Check>{{}, said, condition, written};
    }
};

template <class T, class Condition>
constexpr bool speaks_of_columns() {
    if constexpr (std::is_same_v<Condition, nothing_said>) return true;
    else return std::is_void_v<stranger_in<T, Condition>> || !declared_without_query<stranger_in<T, Condition>>::value;
}
template <class T, class Condition>
constexpr bool asks_no_query() {
    if constexpr (std::is_same_v<Condition, nothing_said>) return true;
    else return declared_without_query<stranger_in<T, Condition>>::value;
}
template <class T, policy_command Command, class Using, class Check>
struct item_owner<T, policy_declaration<Command, Using, Check>> {
    static_assert(asks_no_query<T, Using>() && asks_no_query<T, Check>(),
                  "pgmodel: a subquery of a policy is written as SQL: pgmodel::raw<\"exists (...)\", bool>() "
                  "(<pgmodel/expression/fragment.hpp>)");
    static_assert(speaks_of_columns<T, Using>() && speaks_of_columns<T, Check>(),
                  "pgmodel: this declaration names a field of another struct");
    static_assert(!facts_of<T>.view,
                  "pgmodel: a view has no policies; declare them for its tables, and the view security_invoker");
    static constexpr bool value = true;
};

}  // namespace detail

/// `ENABLE ROW LEVEL SECURITY`: without a policy nobody but the table's owner sees a row.
inline constexpr detail::row_security_item row_level_security{};
/// The same, also for the table's owner. Superusers and roles with BYPASSRLS see all the same.
inline constexpr detail::row_security_item force_row_level_security{{}, true};

/// A policy of the table in whose declaration it stands.
constexpr auto policy(const char* name) {
    return detail::policy_declaration<policy_command::all, detail::nothing_said, detail::nothing_said>{{}, {name}};
}

}  // namespace pgmodel

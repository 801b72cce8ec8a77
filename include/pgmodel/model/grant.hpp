// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Privileges. In the declaration of a table or view they are of that one. `#include <pgmodel/objects.hpp>`
//
//     pgmodel::grant(pgmodel::select_privilege, pgmodel::insert_privilege).to("app")
//     pgmodel::grant(pgmodel::update_privilege).on(col<&user::name>).to("app")
#pragma once

#include <pgmodel/model/policy.hpp>
#include <pgmodel/model/sequence.hpp>
#include <pgmodel/model/stored_function.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel {
namespace detail {

template <privilege What>
struct privilege_word {
    static constexpr privilege value = What;
};
template <class T>
inline constexpr bool is_privilege = false;
template <privilege What>
inline constexpr bool is_privilege<privilege_word<What>> = true;

struct schema_target {
    std::string_view name{};
};
/// An enum, composite or range type, or a domain.
struct type_target {
    std::string_view name{};
    bool domain = false;
};
/// The table of a model that is named, for grants that stand elsewhere.
template <class T>
struct model_target {};

/// Columns of the table in whose declaration the grant stands.
template <auto... M>
struct columns_target {
    column_places places{};
};
template <class T>
inline constexpr bool is_columns_target = false;
template <auto... M>
inline constexpr bool is_columns_target<columns_target<M...>> = true;

/// Is there such a privilege on such an object?
template <class Target>
constexpr bool fits_target(privilege what) {
    const auto is = [what](auto... any) { return what == privilege::all || ((what == any) || ...); };
    if constexpr (std::is_same_v<Target, schema_target>) {
        return is(privilege::usage, privilege::create);
    } else if constexpr (std::is_same_v<Target, type_target>) {
        return is(privilege::usage);
    } else if constexpr (is_columns_target<Target>) {
        return is(privilege::select, privilege::insert, privilege::update, privilege::references);
    } else if constexpr (requires { typename Target::integer; }) {
        return is(privilege::usage, privilege::select, privilege::update);
    } else if constexpr (requires(Target f) { f.arguments; } || requires(Target f) { f.function; }) {
        return is(privilege::execute);
    } else {
        return is(privilege::select, privilege::insert, privilege::update, privilege::delete_, privilege::truncate,
                  privilege::references, privilege::trigger, privilege::maintain);
    }
}

template <class Target, privilege... What>
struct fitting_grant {
    static_assert(
        (fits_target<Target>(What) && ...),
        "pgmodel: there is no such privilege on such an object; on a table select, insert, update, delete, "
        "truncate, references, trigger and maintain, on columns the first three and references, on a sequence usage, "
        "select and update, on a schema usage and create, on a type usage, on a function execute");
    static constexpr bool value = true;
};

template <class Target, bool Revoked, privilege... What>
struct grant_declaration : object_tag {
    static constexpr privilege privileges[]{What...};
    static constexpr bool revoked = Revoked;
    static constexpr bool named = !std::is_same_v<Target, nothing_said> && !is_columns_target<Target>;
    [[no_unique_address]] Target target{};
    role_names roles{};
    bool grantable = false;

    /// Columns of the table, instead of all of it.
    template <auto First, auto... More>
    constexpr auto on(column<First>, column<More>...) const {
        return aimed(columns_target<First, More...>{places_of_one<First, More...>::value});
    }
    template <fixed_string Name, class Integer>
    constexpr auto on(sequence_declaration<Name, Integer> sequence) const {
        return aimed(sequence);
    }
    template <std::size_t Arguments, std::size_t Settings>
    constexpr auto on(stored_function_declaration<Arguments, Settings> function) const {
        return aimed(function);
    }
    template <std::size_t Settings>
    constexpr auto on(trigger_function_declaration<Settings> function) const {
        return aimed(function.function);
    }
    /// A model's table or view, where the grant stands in `pg::objects(...)`.
    template <class T>
    constexpr auto on(model_tag<T>) const {
        return aimed(model_target<T>{});
    }
    constexpr auto on_schema(std::string_view name) const { return aimed(schema_target{name}); }
    /// An enum, composite or range type by its name, `shop.state`.
    constexpr auto on_type(std::string_view name) const { return aimed(type_target{name}); }
    constexpr auto on_domain(std::string_view name) const { return aimed(type_target{name, true}); }
    /// Roles, or `"public"`: everybody.
    template <class... Roles>
    constexpr auto to(Roles... names) const {
        static_assert(!Revoked, "pgmodel: a privilege is revoked from() a role");
        auto copy = *this;
        copy.roles = make_roles(names...);
        return copy;
    }
    template <class... Roles>
    constexpr auto from(Roles... names) const {
        static_assert(Revoked, "pgmodel: a privilege is granted to() a role");
        auto copy = *this;
        copy.roles = make_roles(names...);
        return copy;
    }
    /// They may pass it on.
    constexpr auto with_grant_option() const {
        auto copy = *this;
        copy.grantable = true;
        return copy;
    }

private:
    template <class New>
    constexpr auto aimed(New aim) const {
        static_assert(fitting_grant<New, What...>::value);
        return grant_declaration<New, Revoked, What...>{{}, aim, roles, grantable};
    }
};

template <class T, bool Revoked, privilege... What>
struct item_owner<T, grant_declaration<nothing_said, Revoked, What...>> : fitting_grant<nothing_said, What...> {};

template <class T, bool Revoked, privilege... What, auto... M>
struct item_owner<T, grant_declaration<columns_target<M...>, Revoked, What...>> : fields_of_model<T, M...> {};
template <class T, bool Revoked, privilege... What, auto... M>
struct item_stored<T, grant_declaration<columns_target<M...>, Revoked, What...>> : stored_key<T, M...> {};

template <bool Revoked, privilege... What>
constexpr auto make_grant(privilege_word<What>...) {
    return grant_declaration<nothing_said, Revoked, What...>{};
}

}  // namespace detail

inline constexpr detail::privilege_word<privilege::all> all_privileges{};
inline constexpr detail::privilege_word<privilege::select> select_privilege{};
inline constexpr detail::privilege_word<privilege::insert> insert_privilege{};
inline constexpr detail::privilege_word<privilege::update> update_privilege{};
inline constexpr detail::privilege_word<privilege::delete_> delete_privilege{};
inline constexpr detail::privilege_word<privilege::truncate> truncate_privilege{};
inline constexpr detail::privilege_word<privilege::references> references_privilege{};
inline constexpr detail::privilege_word<privilege::trigger> trigger_privilege{};
inline constexpr detail::privilege_word<privilege::usage> usage_privilege{};
inline constexpr detail::privilege_word<privilege::create> create_privilege{};
inline constexpr detail::privilege_word<privilege::execute> execute_privilege{};
/// Of a table: to vacuum, analyze, cluster, refresh, reindex and lock it. PostgreSQL 17.
inline constexpr detail::privilege_word<privilege::maintain> maintain_privilege{};

/// `GRANT`: `pg::grant(pg::select_privilege).to("app")`.
template <class First, class... More>
constexpr auto grant(First first, More... more) {
    static_assert(detail::is_privilege<First> && (detail::is_privilege<More> && ... && true),
                  "pgmodel: grant() and revoke() take privileges, such as pgmodel::select_privilege");
    return detail::make_grant<false>(first, more...);
}
/// `REVOKE`: of what the server gives by itself, such as the right of everybody to run a function.
template <class First, class... More>
constexpr auto revoke(First first, More... more) {
    static_assert(detail::is_privilege<First> && (detail::is_privilege<More> && ... && true),
                  "pgmodel: grant() and revoke() take privileges, such as pgmodel::select_privilege");
    return detail::make_grant<true>(first, more...);
}

}  // namespace pgmodel

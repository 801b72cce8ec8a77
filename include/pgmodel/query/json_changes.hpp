// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The body of a PATCH as what an update sets. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/document/jsonb.hpp>
#include <pgmodel/document/structure.hpp>
#include <pgmodel/query/changes.hpp>
#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/sort.hpp>

#include <string>
#include <string_view>

namespace pgmodel::detail {

/// A field that a user may change.
template <class T, auto M>
struct changeable_field {
    static constexpr bool own = std::is_same_v<owner_of<M>, T>;
    static_assert(own, "pgmodel: allow() names fields of the model that is changed");
    static constexpr bool writable = [] {
        if constexpr (own) return can_update<T, M>() && !means_whole_struct<M>;
        else return true;
    }();
    static_assert(
        writable,
        "pgmodel: this field is none that an update can set (a key, an identity, a serial, a generated column, a "
        "version, a transient field, a whole embedded struct, or one with set_on_update); leave it out of allow()");
    static constexpr bool value = own && writable;

    static constexpr std::string_view name() { return facts_of<T>.columns[column_place<M>].field; }
    static void read(json_reader& in, changes<T>& made) {
        using field = std::remove_cvref_t<decltype(member_of<M>(std::declval<const T&>()))>;
        // A document may be null itself.
        constexpr auto type = codec<unwrapped<field>>::type.id;
        if constexpr (!is_optional<field> && type != jsonb_type::type.id && type != json_type::type.id)
            if (in.null()) in.fail("null for a field that is never NULL");
        field given{};
        in.takes_nul = type == json_type::type.id;
        read_json(in, given);
        if constexpr (!is_optional<field>) check(in, given);
        else if (given) check(in, *given);
        made.set(col<M> = std::move(given));
    }

private:
    /// What could not be sent is no value of the field, such as a label that an older version does not know.
    template <class Value>
    static void check(const json_reader& in, const Value& given) {
        if constexpr (requires { codec<Value>::text(given); }) {
            try {
                static_cast<void>(codec<Value>::text(given));
            } catch (const encode_error& failure) {
                std::string_view reason = failure.what();
                if (reason.starts_with("pgmodel: ")) reason.remove_prefix(9);
                in.fail(reason);
            }
        }
    }
};

template <class T>
    requires(std::is_class_v<T>)
struct json_changes<T> {
    static constexpr bool included = true;

    template <auto... M>
    static changes<T> read(std::string_view text, allowed_fields<M...>) {
        changes<T> made;
        if constexpr ((changeable_field<T, M>::value && ...)) {
            json_reader in(text);
            try {
                read_fields<M...>(in, made);
                in.finish();
            } catch (const value_error& failure) {
                throw decode_error("pgmodel: the JSON text is no change of a " + std::string(cpp_type_name<T>()) +
                                   ": " + failure.reason);
            }
        }
        return made;
    }

private:
    template <auto... M>
    static void read_fields(json_reader& in, changes<T>& made) {
        in.open('{');
        json_frame here{in.top};
        bool seen[sizeof...(M) + 1]{};
        std::string name;
        for (bool first = true; in.key(first, name);) {
            here.key = name;
            std::size_t place = 0;
            const auto is_this = [&](std::string_view field) { return field == name ? true : (++place, false); };
            const auto once = [&] {
                if (std::exchange(seen[place], true)) in.fail("a field that is there twice");
            };
            if (!((is_this(changeable_field<T, M>::name()) && (once(), changeable_field<T, M>::read(in, made), true)) ||
                  ...))
                in.fail("a field that is not allowed");
        }
    }
};

}  // namespace pgmodel::detail

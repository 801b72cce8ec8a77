// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What constraints and indexes have beside their columns. On a constraint of its own it is chained; on a field it is an
// argument: `.unique(pg::named("users_email"), pg::deferrable)`.
#pragma once

#include <pgmodel/model/column_places.hpp>
#include <pgmodel/model/properties.hpp>
#include <pgmodel/model/storage_parameter.hpp>

namespace pgmodel {
namespace detail {

struct constraint_options {
    std::string_view name{};
    std::string_view comment{};
    std::string_view tablespace{};
    column_places include{};
    storage_parameters parameters{};
    deferral deferred = deferral::not_deferrable;
    bool nulls_not_distinct = false;
    bool match_full = false;
    bool not_valid = false;
    bool no_inherit = false;
};

struct name_option {
    std::string_view name;
    constexpr void set_in(constraint_options& o) const { o.name = name; }
};
/// Of a table when it stands in its declaration, of a constraint when it is an argument.
struct comment_item : item_tag {
    std::string_view text;
    constexpr void set_in(constraint_options& o) const { o.comment = text; }
};
struct deferral_option {
    deferral deferred;
    constexpr void set_in(constraint_options& o) const { o.deferred = deferred; }
};
struct nulls_not_distinct_option {
    constexpr void set_in(constraint_options& o) const { o.nulls_not_distinct = true; }
};
struct match_full_option {
    constexpr void set_in(constraint_options& o) const { o.match_full = true; }
};
struct not_valid_option {
    constexpr void set_in(constraint_options& o) const { o.not_valid = true; }
};

/// The base of a declaration with options: words that every constraint and index has.
template <class Self>
struct common_words : item_tag {
    constraint_options options{};

    /// Its name; without one it is called as PostgreSQL would call it, or by the registry's convention.
    constexpr Self named(const char* name) const { return with_option(name_option{name}); }
    /// `COMMENT ON CONSTRAINT` or `COMMENT ON INDEX`.
    constexpr Self comment(const char* text) const { return with_option(comment_item{{}, text}); }

protected:
    constexpr Self self() const { return static_cast<const Self&>(*this); }
    template <class Option>
    constexpr Self with_option(Option option) const {
        Self copy = self();
        option.set_in(copy.options);
        return copy;
    }
};

/// Words of what stands on an index.
template <class Self>
struct index_words : common_words<Self> {
    /// `INCLUDE`: columns that the index holds beside its key, so that a query of them need not look at the table.
    template <auto... M>
    constexpr auto include(column<M>...) const {
        static_assert(sizeof...(M) > 0, "pgmodel: include() names at least one column");
        Self copy = this->self();
        if constexpr (sizeof...(M) > 0) copy.options.include = places_of_one<M...>::value;
        return copy;
    }
    /// A storage parameter of the index: `.with("fillfactor", 70)`.
    template <class Value>
    constexpr Self with(const char* name, Value value) const {
        Self copy = this->self();
        copy.options.parameters.add(pgmodel::with(name, value));
        return copy;
    }
    /// The tablespace of the index.
    constexpr Self tablespace(const char* name) const {
        Self copy = this->self();
        copy.options.tablespace = name;
        return copy;
    }
};

/// Words of a constraint that can be checked later.
template <class Base, class Self>
struct deferrable_words : Base {
    /// `DEFERRABLE`: checked at once unless SET CONSTRAINTS says otherwise. No foreign key and no upsert can use it.
    constexpr Self deferrable() const { return this->with_option(deferral_option{deferral::deferrable}); }
    /// `DEFERRABLE INITIALLY DEFERRED`: checked at the end of the transaction.
    constexpr Self initially_deferred() const {
        return this->with_option(deferral_option{deferral::initially_deferred});
    }
};

}  // namespace detail

/// The name of a constraint or index that a field declares: `.unique(pg::named("users_email"))`.
constexpr auto named(const char* name) { return detail::name_option{name}; }
/// The comment on a table, and on a constraint that a field declares.
constexpr auto comment(const char* text) { return detail::comment_item{{}, text}; }
inline constexpr detail::deferral_option deferrable{deferral::deferrable};
inline constexpr detail::deferral_option initially_deferred{deferral::initially_deferred};
inline constexpr detail::nulls_not_distinct_option nulls_not_distinct{};
/// `MATCH FULL`: of a foreign key's columns all are NULL, or none is.
inline constexpr detail::match_full_option match_full{};
/// `NOT VALID`: rows that are there already are not looked at.
inline constexpr detail::not_valid_option not_valid{};

}  // namespace pgmodel

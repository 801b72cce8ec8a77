// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Keys and checks of a table.
#pragma once

#include <pgmodel/model/field.hpp>

namespace pgmodel {
namespace detail {

template <auto First, auto... M>
struct first_of {
    static constexpr auto value = First;
};

template <auto... M>
struct primary_key_declaration
    : deferrable_words<index_words<primary_key_declaration<M...>>, primary_key_declaration<M...>> {
    using owner = owner_of<first_of<M...>::value>;
    static_assert(!(is_optional<type_of<M>> || ...),
                  "pgmodel: a primary key cannot be optional; make the field a plain value");
    auto nulls_not_distinct(auto... given) const {
        static_assert(never<decltype(given)..., owner>,
                      "pgmodel: a primary key has no NULLs; take nulls_not_distinct() away");
    }
};

template <auto... M>
struct unique_declaration : deferrable_words<index_words<unique_declaration<M...>>, unique_declaration<M...>> {
    using owner = owner_of<first_of<M...>::value>;

    /// `NULLS NOT DISTINCT`: two NULLs are the same value.
    constexpr auto nulls_not_distinct() const { return this->with_option(nulls_not_distinct_option{}); }
    auto where(auto... given) const {
        static_assert(
            never<decltype(given)..., owner>,
            "pgmodel: a UNIQUE constraint has no condition; an index has: pgmodel::index(...).unique().where(...)");
    }
};

template <class Target, auto... M>
struct foreign_key_declaration
    : deferrable_words<common_words<foreign_key_declaration<Target, M...>>, foreign_key_declaration<Target, M...>> {
    using target = Target;
    reference_actions actions{};

    constexpr explicit foreign_key_declaration(reference_actions a) : actions(a) {}

    /// `MATCH FULL`: of its columns all are NULL, or none is.
    constexpr auto match_full() const { return this->with_option(match_full_option{}); }
    /// `NOT VALID`: rows that are there already are not looked at.
    constexpr auto not_valid() const { return this->with_option(not_valid_option{}); }
};

/// `pg::foreign_key(col<...>, col<...>)` before it says what it references.
template <auto... M>
struct foreign_key_columns {
    template <auto Target0, class... More>
    constexpr auto references(column<Target0> first, More... more) const {
        return collect(referred_columns<>{}, first, more...);
    }
    template <class T, class... Options>
    constexpr auto references(model_tag<T>, Options... options) const {
        return make<referred_key<T, says_another_type<Options...>>>(options...);
    }

private:
    template <auto... Done, auto Next, class... More>
    static constexpr auto collect(referred_columns<Done...>, column<Next>, More... more) {
        return collect(referred_columns<Done..., Next>{}, more...);
    }
    template <auto... Done, class... Options>
    static constexpr auto collect(referred_columns<Done...>, Options... options) {
        static_assert(sizeof...(Done) == sizeof...(M), "pgmodel: a foreign key references as many columns as it has");
        if constexpr (sizeof...(Done) == sizeof...(M)) {
            static_assert(
                (may_refer<says_another_type<Options...>, unwrapped<type_of<M>>, unwrapped<type_of<Done>>> && ...),
                "pgmodel: a foreign key and the columns that it references must have the same types, unless "
                "pgmodel::of_another_type says that they differ");
            static_assert(
                (can_refer<says_another_type<Options...>, unwrapped<type_of<M>>, unwrapped<type_of<Done>>> && ...),
                "pgmodel: PostgreSQL cannot compare the types of this foreign key and of the columns that it "
                "references; both are integers, or both are texts");
        }
        return make<referred_columns<Done...>>(options...);
    }
    template <class Target, class... Options>
    static constexpr auto make(Options... options) {
        static_assert(
            (is_action<Options> && ... && true),
            "pgmodel: references() takes columns or a model, and then what happens when the other row goes or changes, "
            "such as pgmodel::on_delete_cascade; say the rest behind it");
        reference_actions actions{};
        if constexpr ((is_action<Options> && ... && true)) (actions.set(options), ...);
        return foreign_key_declaration<Target, M...>(actions);
    }
};

template <class Condition>
struct check_declaration : common_words<check_declaration<Condition>> {
    using condition_type = Condition;
    Condition condition;

    constexpr explicit check_declaration(Condition c) : condition(std::move(c)) {}

    /// `NO INHERIT`: not for tables that inherit from this one.
    constexpr auto no_inherit() const {
        auto copy = *this;
        copy.options.no_inherit = true;
        return copy;
    }
    /// `NOT VALID`: rows that are there already are not looked at.
    constexpr auto not_valid() const { return this->with_option(not_valid_option{}); }
    template <class Never = void>
    constexpr auto deferrable() const {
        static_assert(!std::is_void_v<Never>,
                      "pgmodel: PostgreSQL checks a CHECK constraint at once, always; take deferrable() away");
        return *this;
    }
    template <class Never = void>
    constexpr auto initially_deferred() const {
        return deferrable<Never>();
    }
};

}  // namespace detail

namespace detail {

template <class... Given>
struct key_of_columns {
    static_assert(sizeof...(Given) == 0,
                  "pgmodel: a key is made of columns, pgmodel::unique(pgmodel::col<&model::field>); of an "
                  "expression there are unique indexes: pgmodel::index(...).unique()");
    static constexpr bool value = true;
};
template <class... Given>
struct check_of_several {
    static_assert(sizeof...(Given) < 2, "pgmodel: check() takes one condition; join several by &&, and name it by "
                                        "pgmodel::check(...).named(\"name\")");
    static constexpr bool value = true;
};

}  // namespace detail

/// `PRIMARY KEY (a, b)`.
template <auto... M>
constexpr auto primary_key(detail::column<M>...) {
    static_assert(sizeof...(M) > 0, "pgmodel: a key has at least one column");
    return detail::primary_key_declaration<M...>{};
}
template <class... Given>
    requires(sizeof...(Given) > 0)
constexpr auto primary_key(const Given&...) {
    static_assert(detail::key_of_columns<Given...>::value);
}
/// `UNIQUE (a, b)`.
template <auto... M>
constexpr auto unique(detail::column<M>...) {
    static_assert(sizeof...(M) > 0, "pgmodel: a key has at least one column");
    return detail::unique_declaration<M...>{};
}
template <class... Given>
    requires(sizeof...(Given) > 0)
constexpr auto unique(const Given&...) {
    static_assert(detail::key_of_columns<Given...>::value);
}
/// `FOREIGN KEY (a, b) REFERENCES ...`: `pg::foreign_key(col<&t::a>, col<&t::b>).references(col<&o::x>, col<&o::y>)`.
template <auto... M>
constexpr auto foreign_key(detail::column<M>...) {
    return detail::foreign_key_columns<M...>{};
}
template <class... Given>
    requires(sizeof...(Given) > 0)
constexpr auto foreign_key(const Given&...) {
    static_assert(detail::key_of_columns<Given...>::value);
}
/// `CHECK (condition)`; plain values become literals.
template <class Condition>
constexpr auto check(Condition condition) {
    static_assert(detail::is_condition<Condition>(),
                  "pgmodel: check() takes a condition; compare the column with a value first");
    static_assert(detail::about_one_row<Condition>::value);
    return detail::check_declaration<Condition>(std::move(condition));
}
template <class First, class Second, class... More>
constexpr auto check(const First&, const Second&, const More&...) {
    static_assert(detail::check_of_several<First, Second, More...>::value);
}

}  // namespace pgmodel

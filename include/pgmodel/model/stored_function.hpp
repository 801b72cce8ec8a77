// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Functions that are kept in the database, with bodies in whatever language the server knows. `#include
// <pgmodel/objects.hpp>`
//
//     inline constexpr auto touched = pgmodel::trigger_function("touched", "begin new.updated_at = now(); return new;
//     end"); inline constexpr auto in_stock = pgmodel::stored_function("in_stock")
//         .argument<std::int32_t>("film_id").returns<bool>().stable().language("sql")
//         .body("select exists (select from inventory where inventory.film_id = in_stock.film_id)");
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/model/item.hpp>
#include <pgmodel/model/properties.hpp>
#include <pgmodel/types/codec.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel {
namespace detail {

struct argument_text {
    std::string_view name{};
    std::string_view type{};
    std::string_view default_value{};
    argument_mode mode = argument_mode::in;
};

struct setting_text {
    std::string_view name{};
    std::string_view value{};
};

template <class T>
constexpr std::string_view stored_type() {
    static_assert(has_codec<unwrapped<T>>,
                  "pgmodel: an argument or result of a function has no PostgreSQL type; name the type as a text");
    if constexpr (has_codec<unwrapped<T>>) return element_type_of<codec<unwrapped<T>>>().name;
    else return {};
}

/// Which of the arguments of a call and which columns of its result it is among.
constexpr bool is_given(argument_mode mode) { return mode != argument_mode::out && mode != argument_mode::table; }
constexpr bool is_result(argument_mode mode) { return mode != argument_mode::in && mode != argument_mode::variadic; }

/// Throws for an argument that cannot stand behind another one. Of a constant, as these mostly are, a compiler shows
/// the line.
constexpr void fail_beside(const argument_text& before, const argument_text& added, bool procedure) {
    const bool called = is_given(added.mode) || procedure;
    if (called && !before.default_value.empty() && added.default_value.empty())
        throw usage_error{"pgmodel: an argument behind one with a default has a default, too"};
    if (called && before.mode == argument_mode::variadic)
        throw usage_error{"pgmodel: a variadic argument is the last one"};
    if (!added.name.empty() && before.name == added.name &&
        ((is_given(before.mode) && is_given(added.mode)) || (is_result(before.mode) && is_result(added.mode))))
        throw usage_error{"pgmodel: two arguments of a function have one name"};
    if ((before.mode == argument_mode::table) != (added.mode == argument_mode::table) && is_result(before.mode) &&
        is_result(added.mode))
        throw usage_error{
            "pgmodel: a function has arguments that are out or inout, or columns that it returns, not both"};
}

/// What is said of a function beside its arguments.
struct function_properties {
    std::string_view schema{};
    std::string_view name{};
    std::string_view returns{};
    bool returns_set = false;
    std::string_view language = "plpgsql";
    std::string_view body{};
    bool procedure = false;
    pgmodel::volatility volatility = volatility::volatile_;
    parallel_safety parallel = parallel_safety::unsafe;
    bool strict = false;
    bool security_definer = false;
    bool leakproof = false;
    double cost = 0;
    double rows = 0;
    std::string_view comment{};
};

template <std::size_t Arguments, std::size_t Settings>
struct stored_function_declaration : object_tag {
    function_properties said{};
    argument_text arguments[Arguments + 1]{};
    setting_text settings[Settings + 1]{};

    /// An argument of a C++ type: `.argument<std::int32_t>("film_id")`; `default_value` is SQL.
    template <class T>
    constexpr auto argument(std::string_view name, std::string_view default_value = {}) const {
        return argument(name, stored_type<T>(), default_value);
    }
    /// An argument of a type that is named as PostgreSQL prints it: `.argument("film", "film")`.
    constexpr auto argument(std::string_view name, std::string_view type, std::string_view default_value = {}) const {
        return plus({name, type, default_value, argument_mode::in});
    }
    /// `OUT`: a column of the result.
    template <class T>
    constexpr auto out(std::string_view name) const {
        return out(name, stored_type<T>());
    }
    constexpr auto out(std::string_view name, std::string_view type) const {
        return plus({name, type, {}, argument_mode::out});
    }
    /// `INOUT`
    template <class T>
    constexpr auto inout(std::string_view name) const {
        return inout(name, stored_type<T>());
    }
    constexpr auto inout(std::string_view name, std::string_view type, std::string_view default_value = {}) const {
        return plus({name, type, default_value, argument_mode::inout});
    }
    /// `VARIADIC`: any number of them, as an array.
    constexpr auto variadic(std::string_view name, std::string_view type) const {
        return plus({name, type, {}, argument_mode::variadic});
    }
    /// A column of `RETURNS TABLE (...)`.
    template <class T>
    constexpr auto returns_column(std::string_view name) const {
        return returns_column(name, stored_type<T>());
    }
    constexpr auto returns_column(std::string_view name, std::string_view type) const {
        return plus({name, type, {}, argument_mode::table});
    }
    template <class T>
    constexpr auto returns() const {
        return returns(stored_type<T>());
    }
    constexpr auto returns(std::string_view type) const { return with(&function_properties::returns, type); }
    /// `RETURNS SETOF`: any number of rows.
    template <class T>
    constexpr auto returns_set_of() const {
        return returns_set_of(stored_type<T>());
    }
    constexpr auto returns_set_of(std::string_view type) const {
        return returns(type).with(&function_properties::returns_set, true);
    }
    /// plpgsql when nothing is said.
    constexpr auto language(std::string_view name) const { return with(&function_properties::language, name); }
    constexpr auto body(std::string_view text) const { return with(&function_properties::body, text); }
    /// Its result does not change within a statement; it does not write.
    constexpr auto stable() const { return with(&function_properties::volatility, volatility::stable); }
    /// Its result depends on its arguments only.
    constexpr auto immutable() const { return with(&function_properties::volatility, volatility::immutable); }
    /// NULL for a NULL argument, without being run.
    constexpr auto strict() const { return with(&function_properties::strict, true); }
    /// It runs with the rights of its owner. Say `.set("search_path", "...")` as well.
    constexpr auto security_definer() const { return with(&function_properties::security_definer, true); }
    constexpr auto leakproof() const { return with(&function_properties::leakproof, true); }
    constexpr auto parallel_safe() const { return with(&function_properties::parallel, parallel_safety::safe); }
    constexpr auto parallel_restricted() const {
        return with(&function_properties::parallel, parallel_safety::restricted);
    }
    /// What a call is thought to cost, in units of an operator's cost.
    constexpr auto cost(double units) const { return with(&function_properties::cost, units); }
    /// How many rows it is thought to return.
    constexpr auto rows(double number) const { return with(&function_properties::rows, number); }
    /// A setting while it runs: `.set("search_path", "pg_catalog, pg_temp")`; `value` is SQL.
    constexpr auto set(std::string_view name, std::string_view value) const {
        stored_function_declaration<Arguments, Settings + 1> made{{}, said, {}, {}};
        for (std::size_t i = 0; i < Arguments; ++i) made.arguments[i] = arguments[i];
        for (std::size_t i = 0; i < Settings; ++i) made.settings[i] = settings[i];
        made.settings[Settings] = {name, value};
        return made;
    }
    constexpr auto in_schema(std::string_view schema) const { return with(&function_properties::schema, schema); }
    /// `COMMENT ON FUNCTION`
    constexpr auto comment(std::string_view text) const { return with(&function_properties::comment, text); }

private:
    template <class Value>
    constexpr auto with(Value function_properties::* property, std::type_identity_t<Value> value) const {
        auto copy = *this;
        copy.said.*property = value;
        return copy;
    }
    constexpr auto plus(argument_text added) const {
        stored_function_declaration<Arguments + 1, Settings> made{{}, said, {}, {}};
        for (std::size_t i = 0; i < Arguments; ++i) {
            made.arguments[i] = arguments[i];
            fail_beside(arguments[i], added, said.procedure);
        }
        made.arguments[Arguments] = added;
        for (std::size_t i = 0; i < Settings; ++i) made.settings[i] = settings[i];
        return made;
    }
};

/// A function that runs for triggers.
template <std::size_t Settings>
struct trigger_function_declaration : object_tag {
    stored_function_declaration<0, Settings> function;

    constexpr auto language(std::string_view name) const { return with(function.language(name)); }
    /// See `stored_function`.
    constexpr auto security_definer() const { return with(function.security_definer()); }
    constexpr auto set(std::string_view name, std::string_view value) const { return with(function.set(name, value)); }
    constexpr auto in_schema(std::string_view schema) const { return with(function.in_schema(schema)); }
    constexpr auto comment(std::string_view text) const { return with(function.comment(text)); }

private:
    template <std::size_t N>
    static constexpr auto with(stored_function_declaration<0, N> made) {
        return trigger_function_declaration<N>{{}, made};
    }
};

template <std::size_t Arguments>
struct aggregate_declaration : object_tag {
    std::string_view schema{};
    std::string_view name{};
    argument_text arguments[Arguments + 1]{};
    std::string_view transition_function{};
    std::string_view state_type{};
    std::string_view final_function{};
    std::string_view initial_state{};
    parallel_safety parallel = parallel_safety::unsafe;
    std::string_view text{};  ///< of its comment

    /// See `stored_function`.
    template <class T>
    constexpr auto argument(std::string_view argument_name = {}) const {
        return argument(argument_name, stored_type<T>());
    }
    constexpr auto argument(std::string_view argument_name, std::string_view type) const {
        aggregate_declaration<Arguments + 1> made{
            {}, schema, name, {}, transition_function, state_type, final_function, initial_state, parallel, text};
        for (std::size_t i = 0; i < Arguments; ++i) made.arguments[i] = arguments[i];
        made.arguments[Arguments] = {argument_name, type, {}, argument_mode::in};
        return made;
    }
    /// The function that takes the state and one more row's arguments, and gives the next state.
    constexpr auto transition(std::string_view function, std::string_view type_of_state) const {
        auto copy = *this;
        copy.transition_function = function;
        copy.state_type = type_of_state;
        return copy;
    }
    /// The function that makes the result of the last state.
    constexpr auto final(std::string_view function) const {
        auto copy = *this;
        copy.final_function = function;
        return copy;
    }
    /// The first state, as text; NULL when nothing is said.
    constexpr auto initial(std::string_view state) const {
        auto copy = *this;
        copy.initial_state = state;
        return copy;
    }
    constexpr auto parallel_safe() const {
        auto copy = *this;
        copy.parallel = parallel_safety::safe;
        return copy;
    }
    constexpr auto in_schema(std::string_view schema_name) const {
        auto copy = *this;
        copy.schema = schema_name;
        return copy;
    }
    /// `COMMENT ON AGGREGATE`
    constexpr auto comment(std::string_view said) const {
        auto copy = *this;
        copy.text = said;
        return copy;
    }
};

}  // namespace detail

/// A function of the database; to call it in queries, `pg::function` gives it a C++ signature.
constexpr auto stored_function(std::string_view name) {
    detail::stored_function_declaration<0, 0> made;
    made.said.name = name;
    return made;
}
/// A procedure, which `CALL` runs.
constexpr auto stored_procedure(std::string_view name) {
    auto made = stored_function(name);
    made.said.procedure = true;
    return made;
}
/// A function for triggers, in plpgsql unless another language is said. It is made with the triggers that execute it,
/// of which several tables may have some.
constexpr auto trigger_function(std::string_view name, std::string_view body) {
    return detail::trigger_function_declaration<0>{{}, stored_function(name).returns("trigger").body(body)};
}
/// An aggregate function: `pg::stored_aggregate("total").argument<int>().transition("int4pl", "integer").initial("0")`.
constexpr auto stored_aggregate(std::string_view name) {
    detail::aggregate_declaration<0> made;
    made.name = name;
    return made;
}

}  // namespace pgmodel

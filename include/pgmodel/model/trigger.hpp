// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Triggers of a table or view. `#include <pgmodel/objects.hpp>`
//
//     pgmodel::trigger("touched").before().on_update().for_each_row().when(pgmodel::row_changed).execute(touched)
#pragma once

#include <pgmodel/core/pack.hpp>
#include <pgmodel/model/item_checks.hpp>
#include <pgmodel/model/stored_function.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel {
namespace detail {

/// Stands in the place of a table for what a trigger sees.
template <class T, bool New>
struct trigger_row {};

/// `new.title`
template <bool New, class Column>
struct row_column : members<row_column<New, Column>> {
    using value_type = typename Column::value_type;
    using scope = trigger_row<typename Column::owner, New>;
    static constexpr bool nullable = Column::nullable;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<scope, row_column>, void, row_column>;
    template <class Nulls>
    static constexpr bool null_in = true;

    template <class Out>
    static constexpr void write(Out& out, const row_column*) {
        out.append(New ? "new." : "old.");
        Column::write(out, nullptr);
    }
    template <class F>
    constexpr void visit(F&) const {}
};

template <bool New>
struct row_object {
    template <auto M>
    constexpr auto operator[](column<M>) const {
        return row_column<New, column<M>>{};
    }
};

/// `old.* is distinct from new.*`
struct row_changed_condition : members<row_changed_condition> {
    using value_type = bool;
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr int precedence = level::is;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<row_changed_condition>, void, row_changed_condition>;
    template <class Nulls>
    static constexpr bool null_in = false;

    template <class Out>
    static constexpr void write(Out& out, const row_changed_condition*) {
        out.append("old.* is distinct from new.*");
    }
    template <class F>
    constexpr void visit(F&) const {}
};

struct trigger_shape {
    trigger_timing timing = trigger_timing::after;
    bool timed = false;
    bool on_insert = false;
    bool on_update = false;
    bool of_columns = false;
    bool on_delete = false;
    bool on_truncate = false;
    bool each_row = false;
    bool constraint = false;
    bool old_rows = false;
    bool new_rows = false;
    const void* columns_of = nullptr;  ///< the struct of the named columns

    constexpr int events() const { return on_insert + on_update + on_delete + on_truncate; }
    constexpr bool any_event() const { return events() > 0; }
};

/// A function that is there already: one of PostgreSQL's own or of an extension.
struct named_function {
    std::string_view name{};
};

struct trigger_words {
    std::string_view name{};
    column_places columns{};
    std::string_view arguments[32]{};
    std::size_t argument_count = 0;
    std::string_view old_table{};
    std::string_view new_table{};
    deferral deferred = deferral::not_deferrable;
    trigger_state state = trigger_state::enabled;
    std::string_view comment{};
};

template <class... All>
inline constexpr bool any_type_twice = (stands_twice<All, All...> || ...);

template <trigger_shape Shape, class When, class Function>
struct trigger_declaration : object_tag {
    static constexpr trigger_shape shape = Shape;
    trigger_words said{};
    [[no_unique_address]] When condition{};
    [[no_unique_address]] Function function{};

    constexpr auto before() const { return timed<trigger_timing::before>(); }
    constexpr auto after() const { return timed<trigger_timing::after>(); }
    /// Instead of what the statement would do to a view.
    constexpr auto instead_of() const { return timed<trigger_timing::instead_of>(); }

    constexpr auto on_insert() const { return with<&trigger_shape::on_insert>(); }
    constexpr auto on_update() const {
        static_assert(!Shape.of_columns, "pgmodel: this trigger says on_update() and on_update_of(); keep one of them");
        return with<&trigger_shape::on_update>();
    }
    template <class... Columns>
        requires(sizeof...(Columns) > 0)
    constexpr auto on_update(const Columns&...) const {
        static_assert(never<Columns...>,
                      "pgmodel: UPDATE OF columns is said by on_update_of(pgmodel::col<&model::field>)");
        return on_update();
    }
    /// Only for statements that name one of these columns in SET.
    template <auto First, auto... More>
    constexpr auto on_update_of(column<First>, column<More>...) const {
        static_assert(!Shape.on_update, "pgmodel: this trigger says on_update() and on_update_of(); keep one of them");
        static_assert(!any_type_twice<column<First>, column<More>...>,
                      "pgmodel: on_update_of() of a trigger names a column twice");
        constexpr trigger_shape made = [] {
            trigger_shape s = Shape;
            s.on_update = s.of_columns = true;
            s.columns_of = &struct_tag<owner_of<First>>;
            return s;
        }();
        auto copy = shaped<made>();
        copy.said.columns = places_of_one<First, More...>::value;
        return copy;
    }
    constexpr auto on_delete() const { return with<&trigger_shape::on_delete>(); }
    constexpr auto on_truncate() const { return with<&trigger_shape::on_truncate>(); }

    constexpr auto for_each_row() const { return with<&trigger_shape::each_row>(); }
    /// What a trigger is when nothing is said.
    constexpr auto for_each_statement() const { return *this; }

    /// `WHEN`: a condition over `pg::old_row[col<...>]` and `pg::new_row[col<...>]`.
    template <class Condition>
    constexpr auto when(Condition given) const {
        static_assert(about_one_row<Condition>::value);
        static_assert(is_condition<Condition>(),
                      "pgmodel: when() takes a condition; compare the column with a value first");
        static_assert(std::is_same_v<When, nothing_said>, "pgmodel: when() is said once; join conditions by &&");
        if constexpr (is_condition<Condition>())
            return trigger_declaration<Shape, Condition, Function>{{}, said, std::move(given), function};
        else return *this;
    }
    /// The rows that a statement has changed, as a table for the function: `REFERENCING OLD TABLE AS name`.
    constexpr auto referencing_old(std::string_view name) const {
        auto made = with<&trigger_shape::old_rows>();
        made.said.old_table = name;
        return made;
    }
    constexpr auto referencing_new(std::string_view name) const {
        auto made = with<&trigger_shape::new_rows>();
        made.said.new_table = name;
        return made;
    }
    /// The function that it runs, and up to 32 texts that the function finds in TG_ARGV.
    template <std::size_t N, class... Arguments>
    constexpr auto execute(const trigger_function_declaration<N>& run, Arguments... arguments) const {
        return executing(run, std::string_view(arguments)...);
    }
    /// The same of a function that is no part of the models: `.execute("tsvector_update_trigger", "fulltext", ...)`.
    template <class... Arguments>
    constexpr auto execute(const char* run, Arguments... arguments) const {
        return executing(named_function{run}, std::string_view(arguments)...);
    }
    /// Of a constraint trigger: see `field`.
    constexpr auto deferrable() const { return deferred_as(deferral::deferrable); }
    constexpr auto initially_deferred() const { return deferred_as(deferral::initially_deferred); }
    /// `ALTER TABLE ... DISABLE TRIGGER`: it is there, and does not run.
    constexpr auto disabled() const { return in_state(trigger_state::disabled); }
    /// `ENABLE REPLICA TRIGGER`: it runs only where changes of another server are applied.
    constexpr auto enabled_on_replica() const { return in_state(trigger_state::on_replica); }
    /// `ENABLE ALWAYS TRIGGER`: it runs there, too.
    constexpr auto enabled_always() const { return in_state(trigger_state::always); }
    /// `COMMENT ON TRIGGER`
    constexpr auto comment(std::string_view text) const {
        auto copy = *this;
        copy.said.comment = text;
        return copy;
    }

private:
    template <trigger_shape, class, class>
    friend struct trigger_declaration;

    constexpr auto in_state(trigger_state state) const {
        auto copy = *this;
        copy.said.state = state;
        return copy;
    }
    template <trigger_shape New>
    constexpr auto shaped() const {
        return trigger_declaration<New, When, Function>{{}, said, condition, function};
    }
    template <bool trigger_shape::* Flag>
    constexpr auto with() const {
        constexpr trigger_shape made = [] {
            trigger_shape s = Shape;
            s.*Flag = true;
            return s;
        }();
        return shaped<made>();
    }
    template <trigger_timing Timing>
    constexpr auto timed() const {
        static_assert(!Shape.timed, "pgmodel: before(), after() and instead_of() exclude each other; say one of them");
        constexpr trigger_shape made = [] {
            trigger_shape s = Shape;
            s.timing = Timing;
            s.timed = true;
            return s;
        }();
        return shaped<made>();
    }
    constexpr auto deferred_as(deferral kind) const {
        static_assert(
            Shape.constraint,
            "pgmodel: only a constraint trigger can be deferred; declare it by pgmodel::constraint_trigger()");
        auto copy = *this;
        copy.said.deferred = kind;
        return copy;
    }
    template <class New, class... Arguments>
    constexpr auto executing(New run, Arguments... arguments) const {
        static_assert(sizeof...(Arguments) <= 32, "pgmodel: a trigger gives its function at most 32 arguments here");
        trigger_declaration<Shape, When, New> made{{}, said, condition, run};
        if constexpr (sizeof...(Arguments) <= 32) ((made.said.arguments[made.said.argument_count++] = arguments), ...);
        return made;
    }
};

/// What a trigger's condition may speak of.
template <class T, trigger_shape Shape>
using trigger_scope = std::conditional_t<
    !Shape.each_row, table_list<>,
    std::conditional_t<
        Shape.on_insert, table_list<trigger_row<T, true>>,
        std::conditional_t<Shape.on_delete, table_list<trigger_row<T, false>>,
                           table_list<trigger_row<T, true>, trigger_row<T, false>, row_changed_condition>>>>;

template <class T>
constexpr bool any_generated() {
    for (const column_facts& each : facts_of<T>.columns)
        if (each.generated) return true;
    return false;
}
template <class T, class Column>
inline constexpr bool is_computed_later = false;
template <class T, auto M>
    requires std::is_same_v<owner_of<M>, T>
inline constexpr bool is_computed_later<T, row_column<true, column<M>>> =
    facts_of<T>.columns[column_place<M>].generated;
/// What is known before the server has computed the generated columns of the new row.
template <class T>
struct rows_before {
    template <class Table, class Column = void>
    static constexpr bool has =
        !is_computed_later<T, Column> && !(std::is_same_v<Table, row_changed_condition> && any_generated<T>());
    template <class Node>
    static constexpr bool whole = false;
};

template <class When, class Tables>
constexpr bool sees() {
    if constexpr (std::is_same_v<When, nothing_said>) return true;
    else return std::is_void_v<typename When::template stranger<Tables>>;
}

/// What a view cannot have.
struct view_fault_finder {
    bool materialized = false, state = false;
    template <class Item>
    constexpr void operator()(const Item& item) {
        if constexpr (requires { Item::materialized; }) materialized = Item::materialized;
        if constexpr (requires { item.said.state; }) state = state || item.said.state != trigger_state::enabled;
    }
};
template <class T>
inline constexpr view_fault_finder faults_of_view = [] {
    view_fault_finder look{};
    if (facts_of<T>.view) declare<T>().items.each(look);
    return look;
}();
/// Of a trigger or a rule.
template <class T>
struct possible_on_view {
    static_assert(!faults_of_view<T>.materialized,
                  "pgmodel: a materialized view has no triggers and no rules; say them of the tables below it");
    static_assert(!faults_of_view<T>.state || faults_of_view<T>.materialized,
                  "pgmodel: a trigger or a rule of a view cannot be disabled, nor enabled otherwise than usual; take "
                  "disabled(), enabled_on_replica() or enabled_always() away");
    static constexpr bool value = true;
};

template <class T, trigger_shape Shape, class When, class Function>
struct item_owner<T, trigger_declaration<Shape, When, Function>> : possible_on_view<T> {
    static constexpr bool of_view = facts_of<T>.view, each_row = Shape.each_row;
    static constexpr bool instead = Shape.timing == trigger_timing::instead_of;
    static constexpr bool conditional = !std::is_same_v<When, nothing_said>;
    static_assert(!Shape.of_columns || Shape.columns_of == &struct_tag<T>,
                  "pgmodel: this declaration names a field of another struct");
    static_assert(Shape.timed,
                  "pgmodel: a trigger of this model does not say when it runs; say before(), after() or instead_of()");
    static_assert(
        Shape.any_event(),
        "pgmodel: a trigger of this model does not say for what it runs; say on_insert(), on_update(), on_delete() or "
        "on_truncate()");
    static_assert(!std::is_same_v<Function, nothing_said>,
                  "pgmodel: a trigger of this model runs nothing; say execute() and a pgmodel::trigger_function");
    static_assert(!instead || of_view,
                  "pgmodel: instead_of() is for views; a trigger of a table runs before() or after()");
    static_assert(
        instead || !of_view || !each_row,
        "pgmodel: a trigger of a view runs instead_of() for each row, or before() or after() for each statement");
    static_assert(!instead || each_row, "pgmodel: a trigger with instead_of() runs for each row; say for_each_row()");
    static_assert(!instead || !(conditional || Shape.of_columns),
                  "pgmodel: a trigger with instead_of() has no when() and no columns; let its function look");
    static_assert(
        !Shape.on_truncate || (!each_row && !of_view),
        "pgmodel: a trigger with on_truncate() is of a table and runs for each statement; take for_each_row() away");
    static_assert(!Shape.constraint || (each_row && Shape.timing == trigger_timing::after),
                  "pgmodel: a constraint trigger runs after() the change and for_each_row()");
    static_assert(
        !(Shape.old_rows || Shape.new_rows) || (Shape.timing == trigger_timing::after && !Shape.of_columns),
        "pgmodel: only a trigger that runs after(), without named columns, can have tables of the changed rows");
    static constexpr bool changed_rows = Shape.old_rows || Shape.new_rows;
    static_assert(
        !changed_rows || (Shape.events() == 1 && !Shape.on_truncate && !Shape.constraint && !of_view &&
                          !(Shape.old_rows && Shape.on_insert) && !(Shape.new_rows && Shape.on_delete)),
        "pgmodel: tables of the changed rows are of a table's trigger for one kind of statement, and of no constraint "
        "trigger: the old rows of on_update() or on_delete(), the new ones of on_insert() or on_update()");
    static_assert(!changed_rows || !each_row || !is_partitioned<decltype(declare<T>())>,
                  "pgmodel: a trigger of a partitioned table that runs for each row has no tables of the changed rows; "
                  "take for_each_row() away");
    static_assert(
        sees<When, trigger_scope<T, Shape>>(),
        "pgmodel: when() of a trigger speaks of what it cannot see: for each row it sees pgmodel::old_row (not on "
        "insert) and new_row (not on delete) of its own table, for each statement neither");
    static_assert(Shape.timing != trigger_timing::before || sees<When, rows_before<T>>(),
                  "pgmodel: when() of a trigger that runs before() sees a generated column of the new row, which is "
                  "computed later; name the other columns instead of pgmodel::row_changed, or let it run after()");
};

}  // namespace detail

/// The row as it was, or as it will be, in the condition of a trigger: `pg::new_row[col<&film::title>]`.
inline constexpr detail::row_object<false> old_row{};
inline constexpr detail::row_object<true> new_row{};
/// `old.* is distinct from new.*`: any column has got another value.
inline constexpr detail::row_changed_condition row_changed{};

/// A trigger of the table or view in whose declaration it stands: when, on what, how often, on which condition, and the
/// function. The server runs those of one moment in the order of their names.
constexpr auto trigger(const char* name) {
    return detail::trigger_declaration<detail::trigger_shape{}, detail::nothing_said, detail::nothing_said>{{}, {name}};
}
/// `CREATE CONSTRAINT TRIGGER`: one that can be deferred to the end of the transaction.
constexpr auto constraint_trigger(const char* name) {
    return detail::trigger_declaration<detail::trigger_shape{.constraint = true}, detail::nothing_said,
                                       detail::nothing_said>{{}, {name}};
}

}  // namespace pgmodel

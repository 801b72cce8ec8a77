// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Rewrite rules, for schemas that have them; new ones take triggers. `#include <pgmodel/objects.hpp>`
//
//     pgmodel::rule("key_stays").on_update().where(pgmodel::new_row[col<&t::id>] != pgmodel::old_row[col<&t::id>])
//         .do_instead(pgmodel::sql<"select refuse(old.id)">)
#pragma once

#include <pgmodel/model/trigger.hpp>

#include <string_view>

namespace pgmodel {
namespace detail {

struct rule_words {
    std::string_view name{};
    std::string_view action{};  ///< empty: NOTHING
    bool instead = false;
    trigger_state state = trigger_state::enabled;
    std::string_view comment{};
};

template <trigger_shape Shape, class Condition, bool Acts = false>
struct rule_declaration : object_tag {
    rule_words said{};
    [[no_unique_address]] Condition condition{};

    constexpr auto on_insert() const { return shaped<trigger_shape{.on_insert = true, .each_row = true}>(); }
    constexpr auto on_update() const { return shaped<trigger_shape{.on_update = true, .each_row = true}>(); }
    constexpr auto on_delete() const { return shaped<trigger_shape{.on_delete = true, .each_row = true}>(); }
    /// Only for rows for which it holds: a condition over `pg::old_row[col<...>]` and `pg::new_row[col<...>]`.
    template <class Given>
    constexpr auto where(Given given) const {
        static_assert(about_one_row<Given>::value);
        static_assert(is_condition<Given>(),
                      "pgmodel: where() takes a condition; compare the column with a value first");
        if constexpr (is_condition<Given>()) return rule_declaration<Shape, Given, Acts>{{}, said, std::move(given)};
        else return *this;
    }
    /// A statement that runs beside the one that was asked for.
    template <fixed_string Text>
    constexpr auto do_also(sql_text<Text>) const {
        return doing(kept_text<Text>.view(), false);
    }
    template <fixed_string Text>
    constexpr auto do_instead(sql_text<Text>) const {
        return doing(kept_text<Text>.view(), true);
    }
    constexpr auto do_nothing() const { return doing({}, true); }
    /// `ALTER TABLE ... DISABLE RULE`: it is there, and rewrites nothing.
    constexpr auto disabled() const { return in_state(trigger_state::disabled); }
    /// Only in a session that applies changes of another server.
    constexpr auto enabled_on_replica() const { return in_state(trigger_state::on_replica); }
    /// In such a session, too.
    constexpr auto enabled_always() const { return in_state(trigger_state::always); }
    /// `COMMENT ON RULE`
    constexpr auto comment(std::string_view text) const {
        auto copy = *this;
        copy.said.comment = text;
        return copy;
    }

private:
    constexpr auto in_state(trigger_state state) const {
        auto copy = *this;
        copy.said.state = state;
        return copy;
    }
    template <trigger_shape New>
    constexpr auto shaped() const {
        static_assert(!Shape.any_event(), "pgmodel: a rule is for one kind of statement; declare several rules");
        return rule_declaration<New, Condition, Acts>{{}, said, condition};
    }
    constexpr auto doing(std::string_view action, bool instead) const {
        rule_declaration<Shape, Condition, true> copy{{}, said, condition};
        copy.said.action = action;
        copy.said.instead = instead;
        return copy;
    }
};

template <class T, trigger_shape Shape, class Condition, bool Acts>
struct item_owner<T, rule_declaration<Shape, Condition, Acts>> : possible_on_view<T> {
    static_assert(
        Shape.any_event(),
        "pgmodel: a rule of this model does not say for what it is; say on_insert(), on_update() or on_delete()");
    static_assert(Acts, "pgmodel: a rule of this model does not say what it does; say do_instead(), do_also() or "
                        "do_nothing()");
    static_assert(
        !Shape.any_event() || sees<Condition, trigger_scope<T, Shape>>(),
        "pgmodel: where() of a rule speaks of what it cannot see: pgmodel::old_row (not on insert) and new_row (not "
        "on delete) of its own table");
};

}  // namespace detail

/// A rule of the table or view in whose declaration it stands: it rewrites statements before they are planned.
constexpr auto rule(const char* name) {
    return detail::rule_declaration<detail::trigger_shape{}, detail::nothing_said>{{}, {name}};
}

}  // namespace pgmodel

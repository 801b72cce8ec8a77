// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The branches of MERGE: in which case, on what condition, and what is done then.
#pragma once

#include <pgmodel/query/changed_rows.hpp>
#include <pgmodel/query/insert_rows.hpp>

namespace pgmodel::detail {

enum class merge_case : std::uint8_t { matched, not_matched, not_matched_by_source };

constexpr std::string_view words_of(merge_case in) {
    switch (in) {
        case merge_case::matched: return " when matched";
        case merge_case::not_matched: return " when not matched";
        default: return " when not matched by source";
    }
}

// ---- what is done

template <class Set>
struct merge_update;
template <class Tag, class... Assignments>
struct merge_update<set_list<Tag, Assignments...>> : set_list<Tag, Assignments...> {
    using set = set_list<Tag, Assignments...>;
    static constexpr bool inserts = false;
    static constexpr void write(text_writer& out, const merge_update* self) {
        out.append("update set ");
        set::write(out, self);
    }
};
struct merge_delete : no_clause {
    static constexpr bool inserts = false;
    struct checks : std::true_type {};
    static constexpr void write(text_writer& out, const merge_delete*) { out.append("delete"); }
};
struct merge_nothing : no_clause {
    static constexpr bool inserts = false;
    struct checks : std::true_type {};
    static constexpr void write(text_writer& out, const merge_nothing*) { out.append("do nothing"); }
};
/// `insert (a, b) values ($1, $2)`.
template <class Tag, class Overriding, class... Assignments>
struct merge_insert : value_row<Assignments...> {
    using row = value_row<Assignments...>;
    static constexpr bool inserts = true;
    struct checks {
        static_assert(row::template checks<Tag, Overriding>::value);
        static_assert(required_columns<model_of<Tag>, row>::value);
        static_assert(!row::aggregate && !row::windowed,
                      "pgmodel: an aggregate or a window function has no place in then_insert(); make it "
                      "in the query of using_()");
        static_assert(no_set<row::special>::value);
        static constexpr bool value = true;
    };
    static constexpr void write(text_writer& out, const merge_insert* self) {
        out.append("insert");
        row::template write_columns<model_of<Tag>, Overriding>(out);
        out.append(" values ");
        row::write(out, self);
    }
};
template <class Tag>
struct merge_defaults : no_clause {
    static constexpr bool inserts = true;
    using checks = default_row::checks<Tag, no_clause>;
    static constexpr void write(text_writer& out, const merge_defaults*) { out.append("insert default values"); }
};

// ---- what may be spoken of

template <class Stranger>
struct column_of_unmatched {
    static_assert(std::is_void_v<Stranger>,
                  "pgmodel: when_not_matched() has no row of the table yet; speak of the columns of using_() only");
    static constexpr bool value = true;
};
template <class Stranger>
struct column_of_unmatched_by_source {
    static_assert(std::is_void_v<Stranger>,
                  "pgmodel: when_not_matched_by_source() has no row of using_(); speak of the columns of the table "
                  "only");
    static constexpr bool value = true;
};

/// `when matched and condition then action`.
template <merge_case Case, class Condition, class Action>
struct merge_branch {
    static constexpr merge_case in = Case;
    static constexpr bool unconditional = !is_said<Condition>;
    static constexpr bool dynamic = is_dynamic<Condition>() || is_dynamic<Action>();
    using action_type = Action;
    template <class Tables>
    using stranger = typename first_stranger<typename Condition::template stranger<Tables>,
                                             typename Action::template stranger<Tables>>::type;

    template <class Tag, class Source>
    struct checks {
        static_assert(std::conditional_t < Case == merge_case::not_matched, column_of_unmatched<stranger<all_but<Tag>>>,
                      column_of_unmatched < void >> ::value);
        static_assert(std::conditional_t < Case == merge_case::not_matched_by_source,
                      column_of_unmatched_by_source<stranger<all_but<Source>>>,
                      column_of_unmatched_by_source < void >> ::value);
        static_assert(Action::checks::value);
        static constexpr bool value = true;
    };

    [[no_unique_address]] Condition condition;
    [[no_unique_address]] Action action;

    static constexpr void write(text_writer& out, const merge_branch* self) {
        out.append(words_of(Case));
        if constexpr (is_dynamic<Condition>()) {
            write_clause<level::logical_and>(out, " and ", part_of(self, &merge_branch::condition));
        } else if constexpr (is_said<Condition>) {
            out.append(" and ");
            write_part<level::logical_and>(out, part_of(self, &merge_branch::condition));
        }
        out.append(" then ");
        Action::write(out, part_of(self, &merge_branch::action));
    }
    template <class F>
    constexpr void visit(F& f) const {
        condition.visit(f);
        action.visit(f);
    }
};

/// All of them, in their order: the first that fits a row is the one that is done.
template <class... Branches>
struct merge_branches {
    static constexpr std::size_t count = sizeof...(Branches);
    static constexpr bool dynamic = (Branches::dynamic || ... || false);
    static constexpr bool any_in(merge_case in) { return ((Branches::in == in) || ... || false); }
    static constexpr bool any_inserts = (Branches::action_type::inserts || ... || false);
    static constexpr bool any_deletes = (std::is_same_v<typename Branches::action_type, merge_delete> || ... || false);
    /// Does a branch without a condition of the same case stand before another?
    static constexpr bool unreachable = [] {
        const bool ends[]{Branches::unconditional..., false};
        const merge_case cases[]{Branches::in..., merge_case::matched};
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (ends[j] && cases[i] == cases[j]) return true;
        return false;
    }();
    template <class Tables>
    using stranger = typename first_stranger<typename Branches::template stranger<Tables>...>::type;

    [[no_unique_address]] pack<Branches...> branches;

    template <class Branch>
    constexpr auto plus(Branch branch) const {
        return plus(std::move(branch), std::index_sequence_for<Branches...>{});
    }
    static constexpr void write(text_writer& out, const merge_branches* self) {
        write_all(out, self, std::index_sequence_for<Branches...>{});
    }
    template <class F>
    constexpr void visit(F& f) const {
        branches.each([&f](const auto& branch) { branch.visit(f); });
    }

private:
    template <class Branch, std::size_t... I>
    constexpr auto plus(Branch branch, std::index_sequence<I...>) const {
        return merge_branches<Branches..., Branch>{
            {*pack<Branches...>::template at<I, Branches>(&branches)..., std::move(branch)}};
    }
    template <std::size_t... I>
    static constexpr void write_all(text_writer& out, const merge_branches* self, std::index_sequence<I...>) {
        (Branches::write(out, pack<Branches...>::template at<I, Branches>(self ? &self->branches : nullptr)), ...);
    }
};

struct said_with_then {
    auto operator()(const auto&... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: what a branch of a merge does is said by then_update(...), then_insert(...), "
                      "then_delete() or then_do_nothing()");
    }
};
/// A branch of which only the case and the condition are said.
template <merge_case Case, class Merge, class Condition>
struct begun_branch {
    Merge merge;
    [[no_unique_address]] Condition condition;

    static constexpr said_with_then update{}, set{}, insert{}, values{}, delete_{}, do_nothing{};

    /// `UPDATE SET`, as set() of pg::update(...).
    template <class... Assignments>
    constexpr auto then_update(Assignments... given) const {
        constexpr bool fit = sizeof...(Assignments) > 0 && (is_assignment<Assignments> && ...);
        static_assert(fit,
                      "pgmodel: then_update() takes columns with their values: pgmodel::col<&model::field> = value");
        static_assert(Case != merge_case::not_matched,
                      "pgmodel: when_not_matched() has no row to update; say then_insert(), or when_matched()");
        using changed = set_list<typename Merge::tag, Assignments...>;
        if constexpr (fit && Case != merge_case::not_matched) {
            static_assert(changed::checks::value);
            return then(merge_update<changed>{{{std::move(given)...}}});
        } else {
            return merge;
        }
    }
    /// `DELETE`
    constexpr auto then_delete() const {
        static_assert(Case != merge_case::not_matched,
                      "pgmodel: when_not_matched() has no row to delete; say then_insert(), or when_matched()");
        return then(merge_delete{});
    }
    /// `INSERT`, as values() of pg::insert_into(...): what the columns are given.
    template <class... Assignments>
    constexpr auto then_insert(Assignments... given) const {
        return inserted<no_clause>(std::move(given)...);
    }
    /// `INSERT (...) OVERRIDING SYSTEM VALUE VALUES (...)`: an identity column that the server always numbers takes the
    /// given value.
    template <class... Assignments>
    constexpr auto then_insert_overriding_system_value(Assignments... given) const {
        return inserted<overriding_clause<" overriding system value">>(std::move(given)...);
    }
    /// `INSERT DEFAULT VALUES`
    constexpr auto then_insert_default_values() const {
        check_insert();
        return then(merge_defaults<typename Merge::tag>{});
    }
    /// `DO NOTHING`: the row is left alone, and branches behind this one do not see it.
    constexpr auto then_do_nothing() const { return then(merge_nothing{}); }

private:
    static constexpr void check_insert() {
        static_assert(Case == merge_case::not_matched,
                      "pgmodel: only when_not_matched() inserts a row; the others have one already");
    }
    template <class Overriding, class... Assignments>
    constexpr auto inserted(Assignments... given) const {
        constexpr bool fit = sizeof...(Assignments) > 0 && (is_assignment<Assignments> && ...);
        static_assert(fit,
                      "pgmodel: then_insert() takes columns with their values: pgmodel::col<&model::field> = value");
        check_insert();
        if constexpr (fit) {
            using inserting = merge_insert<typename Merge::tag, Overriding, Assignments...>;
            static_assert(inserting::checks::value);
            return then(inserting{{{std::move(given)...}}});
        } else {
            return merge;
        }
    }
    template <class Action>
    constexpr auto then(Action action) const {
        static_assert(Merge::template branch_fits<merge_branch<Case, Condition, Action>>::value);
        return merge.with_branch(merge_branch<Case, Condition, Action>{condition, std::move(action)});
    }
};

}  // namespace pgmodel::detail

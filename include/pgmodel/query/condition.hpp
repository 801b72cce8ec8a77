// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Conditions that a program puts together while it runs, from a user's filter form. Each part is checked where it is
// added; however many there are, the type stays the same, and only the text of such a query is made while the program
// runs. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/expression/said.hpp>
#include <pgmodel/query/aggregate_level.hpp>
#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/run_time_text.hpp>
#include <pgmodel/query/select_list.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>

namespace pgmodel {
namespace detail {

/// What is done with an expression whose type is forgotten.
struct part_kind {
    void (*write)(text_writer&, const void*);
    void (*visit)(const void*, value_gatherer&);
};
template <class E>
struct part_of_kind {
    static void write(text_writer& out, const void* node) {
        if constexpr (is_dynamic<E>()) write_said<0>(out, static_cast<const E*>(node));
        else E::write(out, static_cast<const E*>(node));
    }
    static void visit(const void* node, value_gatherer& f) { static_cast<const E*>(node)->visit(f); }
    static constexpr part_kind functions{&write, &visit};
};

/// A small expression, such as a column compared with a number, is held here; a larger one by all copies together.
class condition_part {
public:
    condition_part() = default;
    template <class E>
    condition_part(E given, int binds) : kind_(&part_of_kind<E>::functions), precedence_(binds) {
        if constexpr (is_small<E>) __builtin_memcpy(here_, &given, sizeof given);
        else elsewhere_ = std::make_shared<const E>(std::move(given));
    }
    int precedence() const { return precedence_; }
    void write(text_writer& out) const { kind_->write(out, node()); }
    void visit(value_gatherer& f) const { kind_->visit(node(), f); }

private:
    static constexpr std::size_t small = 16;
    template <class E>
    static constexpr bool is_small =
        std::is_trivially_copyable_v<E> && sizeof(E) <= small && alignof(E) <= alignof(void*);

    const void* node() const { return elsewhere_ ? elsewhere_.get() : here_; }

    alignas(void*) unsigned char here_[small]{};
    std::shared_ptr<const void> elsewhere_{};
    const part_kind* kind_ = nullptr;
    int precedence_ = 0;
};

/// The parts of a condition, in memory that its copies share: each knows how many are its own, and only who has the
/// memory alone adds to it.
class condition_parts {
public:
    condition_parts() = default;
    condition_parts(const condition_parts&) = default;
    /// Leaves an empty one.
    condition_parts(condition_parts&& other) noexcept { swap(other); }
    condition_parts& operator=(condition_parts other) noexcept {
        swap(other);
        return *this;
    }
    ~condition_parts() = default;

    bool empty() const { return size_ == 0; }
    /// How tightly its operators bind: what stands beside it asks whether it needs parentheses.
    int level() const {
        if (size_ == 0) return level::primary;
        if (size_ == 1) return list_[0].precedence();
        return both_ ? level::logical_and : level::logical_or;
    }
    /// One more, which must hold, too (`both`), or is enough.
    [[gnu::noinline]] void add(condition_part&& more, bool both) {
        if (size_ > 1 && both_ != both) {
            // What throws must not leave less behind: an empty condition holds for every row.
            condition_parts grown;
            grown.push_back(condition_part(*this, level()));
            swap(grown);
        }
        push_back(std::move(more));
        both_ = both;
    }

    static void write(text_writer& out, const condition_parts* self) {
        if (self->empty()) out.append("true");
        const char* before = "";
        const int least = self->size_ == 1 ? 0 : self->level();
        for (std::uint32_t i = 0; i < self->size_; ++i) {
            const condition_part& part = self->list_[i];
            out.append(before);
            if (part.precedence() < least) out.append("(");
            part.write(out);
            if (part.precedence() < least) out.append(")");
            before = self->both_ ? " and " : " or ";
        }
    }
    void visit(value_gatherer& f) const {
        for (std::uint32_t i = 0; i < size_; ++i) list_[i].visit(f);
    }

private:
    void swap(condition_parts& other) noexcept {
        list_.swap(other.list_);
        std::swap(size_, other.size_);
        std::swap(room_, other.room_);
        std::swap(both_, other.both_);
    }
    void push_back(condition_part&& part) {
        if (size_ == room_ || list_.use_count() > 1) {
            const std::uint32_t room = size_ < 4 ? 4 : 2 * size_;
            auto list = std::make_shared<condition_part[]>(room);
            for (std::uint32_t i = 0; i < size_; ++i) list[i] = list_[i];
            list_ = std::move(list);
            room_ = room;
        }
        list_[size_++] = std::move(part);
    }

    std::shared_ptr<condition_part[]> list_{};
    std::uint32_t size_ = 0, room_ = 0;
    bool both_ = true;  ///< AND between them
};

/// The models of a condition, which has its values.
template <class... Models>
struct condition_scope : table_list<std::remove_const_t<Models>...> {};
template <class... Models>
inline constexpr bool refuses_arguments<condition_scope<Models...>> = true;

template <class Stranger, class... Models>
struct column_of_condition {
    static_assert(std::is_void_v<Stranger>,
                  "pgmodel: this condition speaks of another model than the one that it is for; name that one "
                  "too: pgmodel::condition<article, author>");
    static constexpr bool value = true;
};
template <class T, fixed_string Name, class... Models>
struct column_of_condition<argument<T, Name>, Models...> {
    static_assert(Name.size() == 0,
                  "pgmodel: a condition that is put together at run time has its values; a placeholder has no place "
                  "in it");
    static constexpr bool value = true;
};

/// Stands before the models of a condition on groups.
struct whole_groups {};
/// The tables of a condition, as FROM names them.
template <class... Models>
struct groups_of_condition : condition_scope<Models...> {
    template <class Tag>
    static constexpr bool is_table = false;
};
template <class... Models>
struct groups_of_condition<whole_groups, Models...> : groups_of_condition<Models...> {};
template <class... Models>
inline constexpr bool compares_groups = false;
template <class... Models>
inline constexpr bool compares_groups<whole_groups, Models...> = true;

/// The model of a condition that is not among these tables.
template <class Tables, class... Models>
struct stranger_of_condition
    : first_stranger<typename whole_model<std::remove_const_t<Models>>::template stranger<Tables>...> {};
template <class Tables, class... Models>
struct stranger_of_condition<Tables, whole_groups, Models...> : stranger_of_condition<Tables, Models...> {};
// What it says of groups was looked at when it was added.
template <class From, class Group, class With, class... Models>
struct stranger_of_condition<group_scope<From, Group, With>, whole_groups, Models...> : first_stranger<> {};
// Its aggregates are of the query whose tables its models are.
template <class From, class... Models>
struct stranger_of_condition<aggregate_scope<From>, whole_groups, Models...>
    : stranger_of_condition<own_columns<From>, Models...> {};

/// May a condition on rows, or on groups, hold this?
template <bool Groups, class E, class... Models>
struct part_of_condition {
    static_assert(!has_aggregate<E> && !E::windowed,
                  "pgmodel: an aggregate or a window function has no place in a condition on rows; for having() there "
                  "is pgmodel::having_condition<model>");
    static constexpr bool value = true;
};
template <class E, class... Models>
struct part_of_condition<true, E, Models...> {
    static_assert(!E::windowed, "pgmodel: a window function has no place in a condition on groups");
    static_assert(nested_aggregate<E::special>::value);
    static_assert(std::is_void_v<typename E::template stranger<group_scope<groups_of_condition<Models...>, one_group>>>,
                  "pgmodel: a condition on groups compares aggregates, such as count(); what it says of single rows or "
                  "of keys goes into a pgmodel::condition<model> for where()");
    static constexpr bool value = true;
};

}  // namespace detail

/// A condition on rows of these models (and aliases) that is put together while the program runs:
///
///     pg::condition<article> c;
///     if (f.state) c &= col<&article::state> == *f.state;
///     db.all(pg::select<article>().where(c));
///
/// Over an alias it is `pg::condition<worker, decltype(boss)>`. An empty one says nothing: beside others, by AND or OR,
/// only those are left, its negation is as empty, and where nothing else is said it holds for every row. Copies share
/// their parts.
template <class... Models>
    requires(std::is_class_v<Models> && ...)
class condition<Models...> : public detail::members<condition<Models...>> {
public:
    using value_type = bool;
    static constexpr bool nullable = true;
    static constexpr bool constant = false;
    static constexpr bool dynamic = true;
    static constexpr bool aggregate = detail::compares_groups<Models...>;
    static constexpr int precedence = detail::level::logical_or;
    template <class Tables>
    using stranger = typename detail::stranger_of_condition<Tables, Models...>::type;

    condition() = default;
    template <detail::expression E>
        requires(!std::is_same_v<E, condition>)
    condition(E first) {
        *this &= std::move(first);
    }

    /// Both must hold.
    template <class E>
    condition& operator&=(E more) {
        return add(std::move(more), true);
    }
    /// One of both must hold.
    template <class E>
    condition& operator|=(E more) {
        return add(std::move(more), false);
    }
    bool empty() const { return parts_.empty(); }
    int level() const { return parts_.level(); }

    template <class Out>
    static constexpr void write(Out& out, const condition* self) {
        if (self) detail::condition_parts::write(out, &self->parts_);
    }
    void visit(detail::value_gatherer& f) const { parts_.visit(f); }

private:
    template <class E>
    condition& add(E more, bool both) {
        static_assert(detail::is_condition<E>(),
                      "pgmodel: &= and |= add a condition; compare the column with a value first");
        if constexpr (detail::is_condition<E>()) {
            static_assert(detail::column_of_condition<typename E::template stranger<detail::condition_scope<Models...>>,
                                                      Models...>::value);
            static_assert(detail::part_of_condition<aggregate, E, Models...>::value);
            static_assert(detail::no_set<E::special>::value);
            if (detail::says_nothing(&more)) return *this;
            const int binds = detail::level_of_said(&more);
            parts_.add({std::move(more), binds}, both);
        }
        return *this;
    }

    detail::condition_parts parts_;
};

}  // namespace pgmodel

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Conditions that a program puts together while it runs, from a user's filter form. Each part is checked where it is
// added; however many there are, the type stays the same, and only the text of such a query is made while the program
// runs. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/expression/said.hpp>
#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/select_list.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace pgmodel {
namespace detail {

template <class E>
void write_erased(text_writer& out, const void* node) {
    if constexpr (is_dynamic<E>()) write_said<0>(out, static_cast<const E*>(node));
    else E::write(out, static_cast<const E*>(node));
}
template <class E>
void visit_erased(const void* node, value_gatherer& f) {
    static_cast<const E*>(node)->visit(f);
}

/// An expression whose type is forgotten. A small one, such as a column compared with a number, is held here; a larger
/// one by all copies together.
class condition_part {
public:
    template <class E>
    condition_part(E&& given, int binds) : write_(&write_erased<E>), visit_(&visit_erased<E>), precedence_(binds) {
        if constexpr (is_small<E>) __builtin_memcpy(here_, &given, sizeof given);
        else elsewhere_ = std::make_shared<const E>(std::move(given));
    }
    int precedence() const { return precedence_; }
    void write(text_writer& out) const { write_(out, node()); }
    void visit(value_gatherer& f) const { visit_(node(), f); }

private:
    static constexpr std::size_t small = 16;
    template <class E>
    static constexpr bool is_small =
        std::is_trivially_copyable_v<E> && sizeof(E) <= small && alignof(E) <= alignof(void*);

    const void* node() const { return elsewhere_ ? elsewhere_.get() : here_; }

    alignas(void*) unsigned char here_[small]{};
    std::shared_ptr<const void> elsewhere_{};
    void (*write_)(text_writer&, const void*);
    void (*visit_)(const void*, value_gatherer&);
    int precedence_;
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
    static constexpr bool aggregate = false;
    static constexpr bool dynamic = true;
    static constexpr int precedence = detail::level::logical_or;
    template <class Tables>
    using stranger = typename detail::first_stranger<
        typename detail::whole_model<std::remove_const_t<Models>>::template stranger<Tables>...>::type;

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
    /// How tightly its operators bind: what stands beside it asks whether it needs parentheses.
    int level() const {
        if (parts_.empty()) return detail::level::primary;
        if (parts_.size() == 1) return parts_[0].precedence();
        return both_ ? detail::level::logical_and : detail::level::logical_or;
    }

    template <class Out>
    static constexpr void write(Out& out, const condition* self) {
        if (self) self->write_parts(out);
    }
    void visit(detail::value_gatherer& f) const {
        for (const auto& part : parts_) part.visit(f);
    }

private:
    template <class...>
    friend class condition;

    template <class E>
    condition& add(E more, bool both) {
        static_assert(detail::is_condition<E>(),
                      "pgmodel: &= and |= add a condition; compare the column with a value first");
        if constexpr (detail::is_condition<E>()) {
            static_assert(detail::column_of_condition<typename E::template stranger<detail::condition_scope<Models...>>,
                                                      Models...>::value);
            static_assert(!detail::has_aggregate<E> && !E::windowed,
                          "pgmodel: an aggregate or a window function has no place in a condition on rows");
            static_assert(detail::no_set<E::special>::value);
            if (detail::says_nothing(&more)) return *this;
            const int binds = detail::level_of_said(&more);
            if (parts_.size() > 1 && both_ != both) {
                condition before;
                std::swap(before, *this);
                const int before_binds = before.level();
                push(std::move(before), before_binds);
            }
            both_ = both;
            push(std::move(more), binds);
        }
        return *this;
    }
    template <class E>
    void push(E more, int binds) {
        if (parts_.empty()) parts_.reserve(4);
        parts_.emplace_back(std::move(more), binds);
    }
    void write_parts(detail::text_writer& out) const {
        if (parts_.empty()) out.append("true");
        const char* before = "";
        const int least = parts_.size() == 1 ? 0 : level();
        for (const auto& part : parts_) {
            out.append(before);
            if (part.precedence() < least) out.append("(");
            part.write(out);
            if (part.precedence() < least) out.append(")");
            before = both_ ? " and " : " or ";
        }
    }

    std::vector<detail::condition_part> parts_;
    bool both_ = true;  ///< AND between them
};

}  // namespace pgmodel

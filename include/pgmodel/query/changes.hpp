// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What an update sets, put together while the program runs, from the fields of a PATCH. Each assignment is checked
// where it is added; however many there are, the type stays the same, and only the text of such an update is made while
// the program runs. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/expression/argument.hpp>
#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/run_time_text.hpp>
#include <pgmodel/query/select_list.hpp>
#include <pgmodel/query/set_list.hpp>

#include <memory>
#include <vector>

namespace pgmodel {
namespace detail {

/// An assignment whose type is forgotten.
struct change_part {
    std::shared_ptr<const void> node;
    void (*write)(text_writer&, const void*, std::size_t& n);
    void (*visit)(const void*, value_gatherer&);
    std::size_t place;
    bool part;  ///< not the whole column
};
template <class T, class Assignment>
void write_erased_assignment(text_writer& out, const void* node, std::size_t& n) {
    assigned_column<T, Assignment>::write(out, static_cast<const Assignment*>(node), n);
}
template <class Assignment>
void visit_erased_assignment(const void* node, value_gatherer& f) {
    static_cast<const Assignment*>(node)->visit(f);
}

/// The model of changes, which have their values.
template <class T>
struct changes_scope : table_list<T> {};
template <class T>
inline constexpr bool refuses_arguments<changes_scope<T>> = true;

template <class Stranger>
struct column_of_changes {
    static_assert(std::is_void_v<Stranger>,
                  "pgmodel: pgmodel::changes speaks of its own model only; say this in set() of the statement");
    static constexpr bool value = true;
};
template <class T, fixed_string Name>
struct column_of_changes<argument<T, Name>> {
    static_assert(Name.size() == 0, "pgmodel: pgmodel::changes has its values; a placeholder has no place in it");
    static constexpr bool value = true;
};
template <class Assignment>
struct single_assignment {
    static constexpr bool value = false;
};
template <class Target, class Value>
struct single_assignment<assignment<Target, Value>> {
    static constexpr bool value = true;
};
template <class... Targets, class Query>
struct single_assignment<assignment<row_value<Targets...>, Query>> {
    static constexpr bool value = sizeof...(Targets) == 0;
    static_assert(
        value, "pgmodel: pgmodel::changes takes one column at a time; say pgmodel::row(...) in set() of the statement");
};

}  // namespace detail

namespace detail {
/// What reads changes from JSON text; its header has the specialisation.
template <class T>
struct json_changes {
    static constexpr bool included = false;
};
}  // namespace detail

/// What an update of a model sets, put together while the program runs:
///
///     pg::changes<article> c;
///     if (form.title) c.set(col<&article::title> = *form.title);
///     if (!c.empty()) db.execute(pg::update(pg::model<article>).set(c).where(col<&article::id> == id));
///
/// An update of which nothing but empty changes are set throws `usage_error` before anything is sent. Copies share
/// their parts.
template <class T>
    requires(std::is_class_v<T>)
class changes<T> : public detail::assignment_tag {
public:
    using column_type = void;
    static constexpr bool constant = false;
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr int special = 0;
    static constexpr bool dynamic = true;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<T, detail::whole_model<T>>, void, detail::whole_model<T>>;

    /// As set() of an update. A column that is set again has the new value only. Throws `usage_error` when a part of a
    /// column is set after the whole one.
    template <class... Assignments>
    changes& set(Assignments... given) {
        constexpr bool fit = sizeof...(Assignments) > 0 && (detail::is_assignment<Assignments> && ...);
        static_assert(fit, "pgmodel: set() takes columns with their values: pgmodel::col<&model::field> = value");
        if constexpr (fit) (add(std::move(given)), ...);
        return *this;
    }
    /// The body of a PATCH: an object of fields of the model, of those that are allowed, with their new values. `null`
    /// is NULL. Throws `decode_error`, which names the place by its JSON path: for a field that is not allowed or there
    /// twice, for null where the field is no std::optional, and as `pg::from_json` does. `#include
    /// <pgmodel/query/json_changes.hpp>`
    ///
    ///     auto c = pg::changes<article>::from_json(body, pg::allow<&article::title, &article::tags>());
    template <class Allowed>
    static changes from_json(std::string_view text, Allowed allowed) {
        using json = detail::json_changes<T>;
        static_assert(json::included,
                      "pgmodel: from_json() has a header of its own; #include <pgmodel/query/json_changes.hpp>");
        if constexpr (json::included) return json::read(text, allowed);
        else return {};
    }
    template <class Text>
    static changes from_json(const Text&) {
        static_assert(sizeof(Text*) == 0,
                      "pgmodel: from_json() takes the fields that the text may name, too: pgmodel::changes<model>::"
                      "from_json(body, pgmodel::allow<&model::field>())");
    }
    bool empty() const { return parts_.empty(); }
    /// Is the column set, or a part of it?
    template <auto M>
    bool sets(detail::column<M>) const {
        static_assert(std::is_same_v<detail::owner_of<M>, T>, "pgmodel: sets() is asked of a column of another model");
        for (const auto& part : parts_)
            if (part.place == detail::column_place<M>) return true;
        return false;
    }

    void visit(detail::value_gatherer& f) const {
        for (const auto& part : parts_) part.visit(part.node.get(), f);
    }

private:
    template <class, class>
    friend struct detail::assigned_column;

    template <class Assignment>
    void add(Assignment given) {
        using checks = typename detail::set_list<T, Assignment>::checks;
        if constexpr (detail::single_assignment<Assignment>::value && checks::value) {
            static_assert(
                detail::column_of_changes<typename Assignment::template stranger<detail::changes_scope<T>>>::value);
            using target = detail::assigned_target<T, typename Assignment::target_type>;
            if constexpr (target::value) {
                for (const auto& old : parts_)
                    if (target::part && old.place == target::place && !old.part)
                        throw usage_error("pgmodel: a part of a column is set, but the whole column is already");
                parts_.push_back({std::make_shared<const Assignment>(std::move(given)),
                                  &detail::write_erased_assignment<T, Assignment>,
                                  &detail::visit_erased_assignment<Assignment>, target::place, target::part});
                // Not before: what throws leaves the old value.
                const auto* const added = &parts_.back();
                std::erase_if(parts_, [added](const auto& old) {
                    return !target::part && old.place == target::place && &old != added;
                });
            }
        }
    }

    std::vector<detail::change_part> parts_;
};

namespace detail {

template <class Tag, class T>
struct assigned_column<Tag, changes<T>> {
    static constexpr bool value = std::is_same_v<T, model_of<Tag>>;
    static_assert(value, "pgmodel: these changes are of another model than the table that is written to");
    static constexpr bool always = false;
    template <class Columns>
    static constexpr void add_to(Columns&, const void*) {}
    template <class Columns>
    static void add_run(Columns& named, const changes<T>* self) {
        for (const auto& part : self->parts_) named.add(part.place, part.part);
    }
    static constexpr void write(text_writer& out, const changes<T>* self, std::size_t& n) {
        if (self)
            for (const auto& part : self->parts_) part.write(out, part.node.get(), n);
    }
};

}  // namespace detail
}  // namespace pgmodel

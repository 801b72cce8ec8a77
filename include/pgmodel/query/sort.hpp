// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// An order that a user chooses, among columns that the program allows. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/elsewhere.hpp>

#include <string_view>

namespace pgmodel {
namespace detail {

inline std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}
/// Names that are separated by commas.
template <class Function>
void each_name(std::string_view text, const Function& function) {
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        function(trimmed(text.substr(0, comma)));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
}
/// The place of the field of this name among those that are allowed.
template <class T>
std::size_t allowed_place(std::string_view name, const std::size_t* allowed, std::size_t count, const char* what) {
    std::string names;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& column = facts_of<T>.columns[allowed[i]];
        if (column.field == name) return allowed[i];
        (names += names.empty() ? "" : ", ") += column.field;
    }
    throw usage_error("pgmodel: " + std::string(what) + " names a field that is not allowed; allowed are " + names);
}

/// `order_by(sort)`: a key of ORDER BY that is several.
template <class T>
class sort_order : public ordered_tag {
public:
    using expression_type = literal<true>;
    static constexpr bool constant = false;
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr bool dynamic = true;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<T, whole_model<T>>, void, whole_model<T>>;

    template <class Out>
    static constexpr void write(Out& out, const sort_order* self) {
        if (self) self->write_keys(out);
    }
    template <class F>
    void visit(F&) const {}

    /// Reads `name`, `-name`, `name desc` ... separated by commas.
    void read(std::string_view text, const std::size_t* allowed, std::size_t count) {
        each_name(text, [&](std::string_view name) { read_key(name, allowed, count); });
        for (std::size_t i = 0; i < facts_of<T>.key_columns; ++i)
            if (!has(facts_of<T>.key[i])) keys_.push_back({facts_of<T>.key[i], false});
    }

private:
    struct key {
        std::size_t place;
        bool descending;
    };

    bool has(std::size_t place) const {
        for (const key& each : keys_)
            if (each.place == place) return true;
        return false;
    }
    void read_key(std::string_view name, const std::size_t* allowed, std::size_t count) {
        bool descending = false;
        if (name.starts_with('-')) {
            descending = true;
            name.remove_prefix(1);
        } else if (name.ends_with(" desc")) {
            descending = true;
            name = trimmed(name.substr(0, name.size() - 5));
        } else if (name.ends_with(" asc")) {
            name = trimmed(name.substr(0, name.size() - 4));
        }
        const std::size_t place = allowed_place<T>(name, allowed, count, "a sort order");
        if (!has(place)) keys_.push_back({place, descending});
    }
    void write_keys(text_writer& out) const {
        if (keys_.empty()) out.append("(select 1)");
        const char* before = "";
        for (const key& each : keys_) {
            out.append(before);
            out.template qualifier<T>();
            out.name(facts_of<T>.columns[each.place]);
            if (each.descending) out.append(" desc");
            before = ", ";
        }
    }

    std::vector<key> keys_;
};

template <class First, class... More>
struct sort_header<First, More...> {
    static constexpr bool included = true;
};

template <auto... M>
struct allowed_fields {};

}  // namespace detail

/// The fields that a user may name.
template <auto... M>
constexpr auto allow() {
    return detail::allowed_fields<M...>{};
}
/// The order that a user has chosen, for order_by(): names of fields, separated by commas, descending with `-` before
/// or ` desc` behind; then the primary key, so that the order is whole. Throws `usage_error` for any other name.
///
///     .order_by(pg::sort<article>("-created_at,title", pg::allow<&article::title, &article::created_at>()))
template <class T, auto... M>
auto sort(std::string_view text, detail::allowed_fields<M...>) {
    static_assert((std::is_same_v<detail::owner_of<M>, T> && ...),
                  "pgmodel: allow() names fields of the model that is sorted");
    const std::size_t places[]{detail::column_place<M>...};
    detail::sort_order<T> order;
    order.read(text, places, sizeof...(M));
    return order;
}

}  // namespace pgmodel

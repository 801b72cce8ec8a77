// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Updates of rows in which a newer version of the program has written labels that this one cannot name.
#pragma once

#include <pgmodel/query/insert.hpp>

namespace pgmodel::detail {

/// An enum whose fallback has no label of its own, so that it cannot be written.
template <class Field>
constexpr bool reads_unknown_labels() {
    if constexpr (native_enum<unwrapped<Field>>) {
        using traits = enum_traits<unwrapped<Field>>;
        return traits::declaration.unknown && traits::find(*traits::declaration.unknown).empty();
    } else return false;
}
template <class Field>
bool has_unknown_label(const Field& value) {
    using traits = enum_traits<unwrapped<Field>>;
    if constexpr (is_optional<Field>) return value == traits::declaration.unknown;
    else return value == *traits::declaration.unknown;
}
template <class T, std::size_t I>
constexpr bool may_hold_unknown_label() {
    if constexpr (is_written(facts_of<T>.columns[I])) return reads_unknown_labels<column_type<I, T>>();
    else return false;
}
/// Those of them that a row's update can leave out.
template <class T>
inline constexpr auto places_of_unknown_labels = [] {
    place_list<column_count<T>> list{};
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        in_order({(may_hold_unknown_label<T, I>() ? (list.add(I), 0) : 0)...});
    }(std::make_index_sequence<column_count<T>>{});
    return list;
}();

/// An update of all that can be written but what is left out.
template <class T>
void make_known_update(written_statement& made, const bool* left_out) {
    constexpr auto condition = [] {
        place_list<2 * column_count<T> + 2> list{};
        add_row_condition<T>(list);
        return list;
    }();
    constexpr auto returns = places_set_by_library<T>;
    for (std::size_t i = 0; i < writable_places<T>.count; ++i)
        if (const std::uint16_t place = writable_places<T>.at[i]; !left_out[place]) made.sends.push_back(place);
    const std::size_t updated = made.sends.size();
    for (std::size_t i = 0; i < condition.count; ++i) made.sends.push_back(condition.at[i]);
    for (std::size_t i = 0; i < returns.count; ++i) made.returns.push_back(returns.at[i]);
    made.make(view_of<T>, [&](text_writer& out) { write_update<T>(out, made.sends.data(), updated); });
}

/// Runs the update of a row. That of a whole row leaves out what cannot be named; its text is written when there is
/// such a row.
template <class T, auto... M, class Run>
void with_update(const T& row, const Run& run) {
    constexpr auto& places = places_of_unknown_labels<T>;
    if constexpr (sizeof...(M) == 0 && places.count > 0 && writable_places<T>.count > places.count) {
        bool left_out[column_count<T>]{}, any = false;
        [&]<std::size_t... N>(std::index_sequence<N...>) {
            ((any |= left_out[places.at[N]] = has_unknown_label(get_column<places.at[N]>(row))), ...);
        }(std::make_index_sequence<places.count>{});
        if (any) {
            written_statement made;
            make_known_update<T>(made, left_out);
            return run(made.statement(view_of<T>));
        }
    }
    run(row_statement_data<update_statement<T, M...>>::value);
}

}  // namespace pgmodel::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A list of values beside an expression: one parameter, however long it is.
#pragma once

#include <pgmodel/core/iterator.hpp>
#include <pgmodel/expression/operand.hpp>
#include <pgmodel/types/array.hpp>

#include <vector>

namespace pgmodel::detail {

/// The array of the values, each converted as it would be beside the expression; an array that is elsewhere stays there
/// if it can be sent as it is.
template <class Beside, class Range>
constexpr auto make_list(const Range& values) {
    using type = typename Beside::value_type;
    if constexpr (referring<Range>) {
        using given = value_given<Range>;
        if constexpr (requires { requires sent_as_it_is<type, typename given::value_type>(); })
            if constexpr (std::is_same_v<given, std::vector<typename given::value_type>> && has_codec<given>)
                return referred_parameter<given>(values.get());
            else return make_list<Beside>(values.get());
        else return make_list<Beside>(values.get());
    } else {
        using item = std::iter_value_t<decltype(std::begin(values))>;
        using given = value_given<item>;
        using target = beside<type, given>;
        static_assert(operand_fits<Beside, target, given>::value);
        // Texts as beside any other operator: a list of them can stand in a declaration, too.
        using converted = decltype(convert_operand<target>(std::declval<given>()).value);
        using kept = std::conditional_t<std::is_base_of_v<owned_text, converted>, converted, target>;
        std::vector<kept> list;
        for (const item& value : values) list.push_back(kept(make_parameter<target, Beside>(value).value));
        return parameter<std::vector<kept>>(std::move(list));
    }
}

}  // namespace pgmodel::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// An array of any shape as JSON: arrays within arrays, as to_jsonb() writes it.
#pragma once

#include <pgmodel/document/containers.hpp>
#include <pgmodel/types/elsewhere.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace pgmodel::detail {

/// JSON counts from 0 and says no first index, so that an array with another one than 1 is refused: it would not come
/// back. Elements that are documents could not be told from rows.
template <has_json_value T>
    requires(!json_document<unwrapped<T>> && !std::same_as<unwrapped<T>, jsonb_text> &&
             !std::same_as<unwrapped<T>, json_text>)
struct json_value<any_array<T>> {
    static void write(json_writer& out, const any_array<T>& all) {
        for (const auto& each : all.dimensions())
            if (each.first != 1) out.fail("an array that does not begin at 1");
        if (all.empty()) return out.raw("[]");
        auto next = all.values().begin();  // no pointer: bools are bits there
        write_rows(out, all, 0, next);
    }
    static void read(json_reader& in, any_array<T>& all) {
        shape found{};
        read_rows(in, found, 0);
        typename shape::lengths_type lengths;
        std::size_t dimensions = 0;
        while (dimensions < most && found.lengths[dimensions] > 0) ++dimensions;
        if (found.values.empty()) {
            if (found.lengths[0] != 0) in.fail("an array of empty rows");
            dimensions = 0;
        }
        for (std::size_t i = 0; i < dimensions; ++i) lengths.push_back({found.lengths[i], 1});
        all = any_array<T>(std::move(found.values), std::move(lengths));
    }

private:
    static constexpr std::size_t most = 6;
    struct shape {
        using lengths_type = std::remove_cvref_t<decltype(std::declval<const any_array<T>&>().dimensions())>;
        std::vector<T> values{};
        std::int32_t lengths[most]{-1, -1, -1, -1, -1, -1};
        std::size_t depth = 0;  ///< in which the elements stand; 0: none has come
    };

    static void write_rows(json_writer& out, const any_array<T>& all, std::size_t depth,
                           typename std::vector<T>::const_iterator& next) {
        json_frame here{out.top};
        here.index = 0;
        out.check_depth();
        out.raw('[');
        for (std::int32_t i = 0; i < all.dimensions()[depth].length; ++i, ++here.index) {
            if (i > 0) out.raw(',');
            if (depth + 1 < all.dimensions().size()) write_rows(out, all, depth + 1, next);
            else write_json<T>(out, *next++);
        }
        out.raw(']');
    }
    static void read_rows(json_reader& in, shape& found, std::size_t depth) {
        std::int32_t length = 0;
        read_elements(in, [&] {
            ++length;
            if (in.peek() == '[') {
                if (depth + 1 == most) in.fail("an array of more than six dimensions");
                if (found.depth == depth + 1) in.fail("rows and elements beside each other");
                read_rows(in, found, depth + 1);
                return;
            }
            if (found.depth == 0) found.depth = depth + 1;
            if (found.depth != depth + 1) in.fail("rows and elements beside each other");
            T each{};
            read_json(in, each);
            found.values.push_back(std::move(each));
        });
        if (found.lengths[depth] >= 0 && found.lengths[depth] != length) in.fail("rows of different lengths");
        found.lengths[depth] = length;
    }
};

}  // namespace pgmodel::detail

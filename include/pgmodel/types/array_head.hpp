// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What stands before the elements of an array: its dimensions, and the type of the elements.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/wire.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace pgmodel::detail {

/// The element type of the built-in array types whose elements a codec may accept beside its own; 0 for others.
constexpr oid element_of_array(oid id) {
    constexpr struct {
        oid array, element;
    } known[]{{1009, 25}, {1015, 1043}, {1014, 1042}, {1003, 19},  {1002, 18}, {1005, 21},
              {1007, 23}, {1016, 20},   {1021, 700},  {1022, 701}, {199, 114}, {3807, 3802}};
    for (const auto& pair : known)
        if (pair.array == id) return pair.element;
    return 0;
}

/// The head of an array: how many dimensions there are, and which type the elements have.
struct array_head {
    int dimensions;
    oid element;
};
/// Checks it, and the number of elements against the bytes that are there, before memory is asked for. Writes the
/// length of each dimension, and its first index where that is asked for; then there may be any number of dimensions.
inline array_head read_array_head(reader& in, std::int32_t* lengths, int dimensions, std::int32_t* first = nullptr) {
    const auto given = in.read<std::int32_t>();
    const auto flags = in.read<std::int32_t>();  // whether there are NULLs; each element tells it too
    const auto element = in.read<oid>();
    if (given < 0 || given > 6 || (flags & ~1) != 0) [[unlikely]]
        fail_value("not an array");
    if (given != 0 && given != dimensions && !first) [[unlikely]]
        fail_value("an array of another number of dimensions than the C++ type");
    std::uint64_t count = given != 0;
    for (int i = 0; i < given; ++i) {
        lengths[i] = in.read<std::int32_t>();
        const auto index = in.read<std::int32_t>();
        if (first) first[i] = index;
        if (std::int64_t{index} + lengths[i] > 0x7FFFFFFF) [[unlikely]]
            fail_value("an array with indexes beyond 32 bits");
        count = lengths[i] < 0 || count > 0x7FFFFFFF ? ~std::uint64_t{0} : count * static_cast<unsigned>(lengths[i]);
    }
    // Each element has four bytes of length.
    if (count > in.left() / 4) [[unlikely]]
        fail_value("an array with a wrong number of elements");
    if (count == 0) lengths[0] = 0;
    return {count == 0 ? 0 : given, element};
}
[[noreturn]] void fail_array_rows(bool empty);

template <bool Quoted, class Codec, class Array>
std::string array_text(const Array& values) {
    std::string out(Codec::template text_size<Quoted>(values, true), '\0');
    writer to{out.data()};
    Codec::template write_text<Quoted>(values, to);
    out.resize(static_cast<std::size_t>(to.position() - out.data()));
    return out;
}

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/types/impl/array_head.ipp>
#endif

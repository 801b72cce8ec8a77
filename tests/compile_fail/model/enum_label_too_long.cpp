// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an enum's label is empty or longer than 63 bytes
// expect: tone
#include "../models.hpp"

#ifdef PGMODEL_BAD
enum class tone { high, low };
template <>
struct pgmodel::enum_of<tone> {
    static constexpr auto type() {
        return pg::enumeration("tone", pg::label<tone::high>("High"),
                               pg::label<tone::low>("0123456789012345678901234567890123456789012345678901234567890123"));
    }
};
#else
enum class tone { high, low };
template <>
struct pgmodel::enum_of<tone> {
    static constexpr auto type() {
        return pg::enumeration("tone", pg::label<tone::high>("High"),
                               pg::label<tone::low>("012345678901234567890123456789012345678901234567890123456789012"));
    }
};
#endif

auto use(tone t) { return pg::codec<tone>::view(t); }

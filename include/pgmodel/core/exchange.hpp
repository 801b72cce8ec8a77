// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// std::exchange and std::swap of pointers and numbers. Those of the library ask a dozen traits of each type, and are
// functions of their own in a program without optimisation.
#pragma once

namespace pgmodel::detail {

/// Sets `place` to `next`; what it was before.
template <class Plain, class Next = Plain>
[[gnu::always_inline]] constexpr Plain exchange_plain(Plain& place, Next next = {}) {
    Plain before = place;
    place = next;
    return before;
}

template <class Plain>
[[gnu::always_inline]] constexpr void swap_plain(Plain& a, Plain& b) {
    Plain before = a;
    a = b;
    b = before;
}

}  // namespace pgmodel::detail

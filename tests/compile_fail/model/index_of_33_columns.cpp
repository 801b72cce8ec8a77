// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a key or an index of this model has more than 32 columns
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::int32_t k0{}, k1{}, k2{}, k3{}, k4{}, k5{}, k6{}, k7{}, k8{}, k9{}, k10{};
    std::int32_t k11{}, k12{}, k13{}, k14{}, k15{}, k16{}, k17{}, k18{}, k19{}, k20{}, k21{};
    std::int32_t k22{}, k23{}, k24{}, k25{}, k26{}, k27{}, k28{}, k29{}, k30{}, k31{}, k32{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(
            col<&t::k0>, col<&t::k1>, col<&t::k2>, col<&t::k3>, col<&t::k4>, col<&t::k5>, col<&t::k6>, col<&t::k7>, col<&t::k8>, col<&t::k9>, col<&t::k10>, col<&t::k11>, col<&t::k12>, col<&t::k13>, col<&t::k14>, col<&t::k15>, col<&t::k16>, col<&t::k17>, col<&t::k18>, col<&t::k19>, col<&t::k20>, col<&t::k21>, col<&t::k22>, col<&t::k23>, col<&t::k24>, col<&t::k25>, col<&t::k26>, col<&t::k27>, col<&t::k28>, col<&t::k29>, col<&t::k30>, col<&t::k31>, col<&t::k32>));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::index(col<&t::k0>, col<&t::k1>, col<&t::k2>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};

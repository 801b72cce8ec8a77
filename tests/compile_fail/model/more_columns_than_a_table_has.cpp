// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL's tables have at most 1600 columns
#include "../models.hpp"

struct fifty {
    std::int32_t a0{}, a1{}, a2{}, a3{}, a4{}, a5{}, a6{}, a7{}, a8{}, a9{}, a10{}, a11{}, a12{}, a13{}, a14{}, a15{}, a16{}, a17{}, a18{}, a19{}, a20{}, a21{}, a22{}, a23{}, a24{},
        b0{}, b1{}, b2{}, b3{}, b4{}, b5{}, b6{}, b7{}, b8{}, b9{}, b10{}, b11{}, b12{}, b13{}, b14{}, b15{}, b16{}, b17{}, b18{}, b19{}, b20{}, b21{}, b22{}, b23{}, b24{};
};
struct wide {
    std::int64_t id{};
    fifty p0{}, p1{}, p2{}, p3{}, p4{}, p5{}, p6{}, p7{}, p8{}, p9{}, p10{}, p11{}, p12{}, p13{}, p14{}, p15{}, p16{}, p17{}, p18{}, p19{}, p20{}, p21{}, p22{}, p23{}, p24{}, p25{}, p26{}, p27{}, p28{}, p29{}, p30{};
#ifdef PGMODEL_BAD
    fifty more{};
#else
    std::int32_t more{};
#endif

    static constexpr auto table() {
        using w = wide;
        return pg::table("wide", pg::field<&w::id>.primary_key(),
                         pg::embedded<&w::p0>.prefix("p0_"), pg::embedded<&w::p1>.prefix("p1_"), pg::embedded<&w::p2>.prefix("p2_"),
                         pg::embedded<&w::p3>.prefix("p3_"), pg::embedded<&w::p4>.prefix("p4_"), pg::embedded<&w::p5>.prefix("p5_"),
                         pg::embedded<&w::p6>.prefix("p6_"), pg::embedded<&w::p7>.prefix("p7_"), pg::embedded<&w::p8>.prefix("p8_"),
                         pg::embedded<&w::p9>.prefix("p9_"), pg::embedded<&w::p10>.prefix("p10_"), pg::embedded<&w::p11>.prefix("p11_"),
                         pg::embedded<&w::p12>.prefix("p12_"), pg::embedded<&w::p13>.prefix("p13_"), pg::embedded<&w::p14>.prefix("p14_"),
                         pg::embedded<&w::p15>.prefix("p15_"), pg::embedded<&w::p16>.prefix("p16_"), pg::embedded<&w::p17>.prefix("p17_"),
                         pg::embedded<&w::p18>.prefix("p18_"), pg::embedded<&w::p19>.prefix("p19_"), pg::embedded<&w::p20>.prefix("p20_"),
                         pg::embedded<&w::p21>.prefix("p21_"), pg::embedded<&w::p22>.prefix("p22_"), pg::embedded<&w::p23>.prefix("p23_"),
                         pg::embedded<&w::p24>.prefix("p24_"), pg::embedded<&w::p25>.prefix("p25_"), pg::embedded<&w::p26>.prefix("p26_"),
                         pg::embedded<&w::p27>.prefix("p27_"), pg::embedded<&w::p28>.prefix("p28_"), pg::embedded<&w::p29>.prefix("p29_"),
                         pg::embedded<&w::p30>.prefix("p30_"),
#ifdef PGMODEL_BAD
                         pg::embedded<&w::more>.prefix("more_"));
#else
                         pg::field<&w::more>.index());
#endif
    }
};

inline constexpr pg::registry<wide> all{};

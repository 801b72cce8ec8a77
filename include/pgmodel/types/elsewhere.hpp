// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Types that <pgmodel.hpp> leaves to headers of their own, so that they cost nobody anything who does not use them. Who
// has forgotten one is shown its line here: the declaration of what the compiler calls an incomplete type.
#pragma once

#include <cstddef>

// clang-format off
namespace pgmodel {

template <class T> class any_array;         // #include <pgmodel/types/any_array.hpp>
template <std::size_t N> class bit;         // #include <pgmodel/types/bit.hpp>
template <std::size_t N> class varbit;      // #include <pgmodel/types/bit.hpp>
class citext;                               // #include <pgmodel/types/citext.hpp>
template <std::size_t N> class fixed_char;  // #include <pgmodel/types/fixed_char.hpp>
struct point;                               // #include <pgmodel/types/geometry.hpp>
struct line;                                // #include <pgmodel/types/geometry.hpp>
struct lseg;                                // #include <pgmodel/types/geometry.hpp>
class box;                                  // #include <pgmodel/types/geometry.hpp>
struct circle;                              // #include <pgmodel/types/geometry.hpp>
struct path;                                // #include <pgmodel/types/geometry.hpp>
struct polygon;                             // #include <pgmodel/types/geometry.hpp>
class hstore;                               // #include <pgmodel/types/hstore.hpp>
template <bool> class network_value;        // #include <pgmodel/types/inet.hpp>
using inet = network_value<false>;
using cidr = network_value<true>;
class interval;                             // #include <pgmodel/types/interval.hpp>
class jsonpath;                             // #include <pgmodel/types/jsonpath.hpp>
class ltree;                                // #include <pgmodel/types/ltree.hpp>
template <std::size_t> class mac_address;   // #include <pgmodel/types/macaddr.hpp>
using macaddr = mac_address<6>;
using macaddr8 = mac_address<8>;
template <class T> class multirange;        // #include <pgmodel/types/multirange.hpp>
class object_id;                            // #include <pgmodel/types/object_id.hpp>
class pg_lsn;                               // #include <pgmodel/types/pg_lsn.hpp>
template <class T> class range;             // #include <pgmodel/types/range.hpp>
class time_of_day;                          // #include <pgmodel/types/time_of_day.hpp>
class timetz;                               // #include <pgmodel/types/timetz.hpp>
class tsquery;                              // #include <pgmodel/types/tsquery.hpp>
class tsvector;                             // #include <pgmodel/types/tsvector.hpp>
struct value_hash;                          // #include <pgmodel/types/value_hash.hpp>
class xid8;                                 // #include <pgmodel/types/xid8.hpp>
class xml;                                  // #include <pgmodel/types/xml.hpp>
template <class T> class jsonb;             // #include <pgmodel/document.hpp>
template <class T> class json;              // #include <pgmodel/document.hpp>

}  // namespace pgmodel
// clang-format on

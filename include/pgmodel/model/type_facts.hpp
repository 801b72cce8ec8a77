// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the facts of a column say of its type.
#pragma once

#include <pgmodel/model/key_methods.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/domain.hpp>

#include <string_view>

namespace pgmodel::detail {

template <class Field>
constexpr std::string_view domain_behind() {
    using value = innermost_type<Field>;
    if constexpr (domain_struct<value>) return domain_name<value>::name;
    else return {};
}

/// What the facts of a column say of its type.
struct type_facts {
    std::string_view domain;
    bool nullable;
    bool sortable;
};
template <class Field>
inline constexpr type_facts type_facts_of{domain_behind<Field>(), is_optional<Field>,
                                                 (methods_before_structs<Field>() & method::btree) != 0};

}  // namespace pgmodel::detail

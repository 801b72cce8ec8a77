// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/model/sequence.hpp>
#include <pgmodel/schema/describe_parts.hpp>
#include <pgmodel/schema/describe_sequence.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::schema::detail {

PGMODEL_BODY
void add_sequence(database& db, sequence made) {
    for (const auto& other : db.sequences)
        if (other.name == made.name && other.schema == made.schema) {
            if (other == made) return;
            if (made.owner != other.owner || made.owner_column != other.owner_column)
                throw usage_error("pgmodel: sequence \"" + made.name +
                                  "\" is the default of several columns, so it goes with none of them; take "
                                  "owned_by_column() away");
            throw usage_error("pgmodel: two sequences are called \"" + made.name + "\"; name one of them otherwise");
        }
    db.sequences.push_back(std::move(made));
}

}  // namespace pgmodel::schema::detail

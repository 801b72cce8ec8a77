// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/model/ddl_text.hpp>
#include <pgmodel/model/domain.hpp>
#include <pgmodel/schema/describe_parts.hpp>
#include <pgmodel/schema/describe_type.hpp>
#include <pgmodel/types/composite.hpp>
#include <pgmodel/types/elsewhere.hpp>
#include <pgmodel/types/enumeration.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema::detail {

PGMODEL_BODY
void name_checks(domain& made) {
    for (const auto& c : made.checks)
        for (const auto& other : made.checks)
            if (&c != &other && !c.name.empty() && c.name == other.name)
                throw usage_error("pgmodel: two constraints of \"" + made.name + "\" are called \"" + c.name +
                                  "\"; rename one of them");
    for (auto& c : made.checks)
        for (int pass = 0; c.name.empty(); ++pass) {
            std::string name = object_name(made.name, {}, "check" + (pass ? std::to_string(pass) : std::string()));
            bool taken = false;
            for (const auto& other : made.checks) taken |= other.name == name;
            if (!taken) c.name = std::move(name);
        }
}

}  // namespace pgmodel::schema::detail

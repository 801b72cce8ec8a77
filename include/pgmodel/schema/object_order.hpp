// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which of the functions, aggregates and views is made first: each after those of which its text speaks, and before the
// tables where it speaks of none. Functions that domains call are made before those.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::schema::detail {

/// Does SQL text hold this name, as a whole word?
PGMODEL_FUNCTION
bool mentions(std::string_view text, std::string_view name);

/// A function, an aggregate or a view, whichever it is.
struct made_object {
    const schema::function* function = nullptr;
    const schema::aggregate* aggregate = nullptr;
    const schema::view* view = nullptr;
    std::string text{};  ///< what the server looks at when it is made
    bool needs_table = false;

    const std::string& schema() const {
        return function ? function->schema : aggregate ? aggregate->schema : view->schema;
    }
    const std::string& name() const { return function ? function->name : aggregate ? aggregate->name : view->name; }
};

/// Of two with one name, such as a view over a table of another schema, only the whole name tells.
PGMODEL_FUNCTION
bool speaks_of(const made_object& object, const made_object& other);

PGMODEL_FUNCTION
std::string looked_at(const many<argument>& arguments);

/// Bodies in SQL are looked at when a function is made; those in other languages when it runs.
PGMODEL_FUNCTION
std::string looked_at(const function& f);
PGMODEL_FUNCTION
std::string looked_at(const domain& d);

/// Functions that domains call, and those that these call: they are made among the types.
PGMODEL_FUNCTION
many<const function*> functions_of_domains(const database& db);

PGMODEL_FUNCTION
many<made_object> objects_in_order(const database& db);

}  // namespace pgmodel::schema::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/object_order.ipp>
#endif

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE TYPE and CREATE DOMAIN, with the functions that domains call.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/constraint_text.hpp>
#include <pgmodel/schema/function_text.hpp>
#include <pgmodel/schema/object_order.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

/// `create type status as enum ('draft', 'published')`
PGMODEL_FUNCTION
std::string create_type(const enumeration& e);

/// `create type address as (street text, zip varchar(10))`
PGMODEL_FUNCTION
std::string create_type(const composite& c);

/// `create type floats as range (subtype = double precision, subtype_diff = float8mi, multirange_type_name = ...)`
PGMODEL_FUNCTION
std::string create_type(const range& r);

/// `create domain year as integer constraint year_check check (value >= 1901)`, without checks that are not valid.
PGMODEL_FUNCTION
std::string create_domain(const domain& d);
/// `alter domain year add constraint ... check (...)`
PGMODEL_FUNCTION
std::string add_check(const domain& d, const check& c);

namespace detail {

/// `varchar(10)[]` is made of `varchar`.
inline std::string_view element_name(std::string_view type) { return type.substr(0, type.find_first_of("([")); }

PGMODEL_FUNCTION
void add_type(const composite& c, std::vector<std::string>& out);
PGMODEL_FUNCTION
void add_type(const range& r, std::vector<std::string>& out);
PGMODEL_FUNCTION
void add_type(const domain& d, std::vector<std::string>& out);

/// A composite type, a domain, a range type, or a function that domains call, whichever it is.
struct made_type {
    const schema::composite* composite = nullptr;
    const schema::domain* domain = nullptr;
    const schema::function* function = nullptr;
    const schema::range* range = nullptr;

    template <class = when_used>
    std::string bare_name() const {
        return composite ? composite->name : domain ? domain->name : range ? range->name : function->name;
    }
    template <class = when_used>
    std::string name() const {
        return qualified(composite ? composite->schema
                         : domain  ? domain->schema
                         : range   ? range->schema
                                   : function->schema,
                         bare_name());
    }
    /// A type may be named with its schema or found by the search path.
    template <class = when_used>
    bool is_made_of(const made_type& other) const {
        if (function) return other.function != function && mentions(looked_at(*function), other.bare_name());
        if (other.function) return domain && mentions(looked_at(*domain), other.function->name);
        const std::string whole = other.name();
        const std::string bare = quote_identifier(other.bare_name());
        const auto is = [&](std::string_view type) {
            if (other.range && (type == quote_identifier(other.range->multirange) ||
                                type == qualified(other.range->schema, other.range->multirange)))
                return true;
            return type == whole || type == bare;
        };
        if (range) return is(element_name(range->subtype)) && other.range != range;
        if (domain) return is(element_name(domain->type)) && other.domain != domain;
        for (const auto& attribute : composite->attributes)
            if (is(element_name(attribute.type)) && other.composite != composite) return true;
        return false;
    }
};

/// Composite types and domains, each after those that it is made of, and what domains call.
template <class = when_used>
many<made_type> types_in_order(const database& db) {
    many<made_type> waiting, order;
    for (const auto& d : db.domains) waiting.push_back({.domain = &d});
    for (const auto& c : db.composites) waiting.push_back({.composite = &c});
    for (const auto& r : db.ranges) waiting.push_back({.range = &r});
    for (const function* f : functions_of_domains(db)) waiting.push_back({.function = f});
    while (!waiting.empty()) {
        const auto is_ready = [&waiting](const made_type& type) {
            for (const auto& other : waiting)
                if (type.is_made_of(other)) return false;
            return true;
        };
        std::size_t next = 0;
        while (next < waiting.size() && !is_ready(waiting[next])) ++next;
        if (next == waiting.size()) next = 0;  // only types that hold themselves, which the server will refuse
        order.push_back(waiting[next]);
        waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(next));
    }
    return order;
}

}  // namespace detail

/// The statements that make all types of a database.
PGMODEL_FUNCTION
void add_types(const database& db, std::vector<std::string>& out);

/// The statements that drop them if they are there.
PGMODEL_FUNCTION
void drop_types(const database& db, std::vector<std::string>& out);

}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/type_text.ipp>
#endif

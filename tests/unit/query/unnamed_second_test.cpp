// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
// Compiled apart, as the namespaces must have no name.

#include <pgmodel.hpp>
#include <pgmodel/query/changes.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/sort.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "unnamed_parts.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct owner {
    std::string name{};
    std::int64_t id{};

    static constexpr auto table() { return pg::table("owners", pg::field<&owner::id>.primary_key().named("number")); }
};
struct removal {
    std::string reason{};

    static constexpr auto embeddable() {
        return pg::embeddable(pg::field<&removal::reason>.named("because"), pg::check(col<&removal::reason> != ""));
    }
};
struct thing {
    std::int64_t owner_id{};
    removal end{};
    std::int32_t size{};
    std::string title{};
    std::int64_t id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("second", pg::field<&t::id>.primary_key(), pg::field<&t::title>.named("b_title"),
                         pg::field<&t::owner_id>.references(col<&owner::id>), pg::embedded<&t::end>,
                         pg::unique(col<&t::title>, col<&t::size>), pg::check(col<&t::size> > 0),
                         pg::index(pg::lower(col<&t::title>)));
    }
};
struct box {
    pgmodel_test::seal end{};
    std::int64_t id{};

    static constexpr auto table() {
        return pg::table("second_boxes", pg::field<&box::id>.primary_key(), pg::embedded<&box::end>.prefix("b_"));
    }
};

constexpr auto expected_where =
    "select second.id from second join owners on second.owner_id = owners.number "
    "where second.b_title = $1 or second.size > $2 and lower(second.b_title) like $3";
constexpr auto expected_embedded =
    "select second.id from second join owners on second.owner_id = owners.number where second.because = $1";
constexpr auto expected_order = "select id from second order by b_title, size desc, id";
constexpr auto expected_update = "update second set b_title = $1, size = size + $2 where id = $3";
constexpr auto expected_tables = R"(create table owners (
    name text not null,
    number bigint not null,
    constraint owners_pkey primary key (number)
);
create table second (
    owner_id bigint not null,
    because text not null,
    size integer not null,
    b_title text not null,
    id bigint not null,
    constraint second_pkey primary key (id),
    constraint second_b_title_size_key unique (b_title, size),
    constraint second_because_check check (because <> ''),
    constraint second_size_check check (size > 0),
    constraint second_owner_id_fkey foreign key (owner_id) references owners (number)
);
create index second_lower_idx on second (lower(b_title));
)";
constexpr auto expected_box = R"(create table keepers (
    id bigint not null,
    number integer not null,
    constraint keepers_pkey primary key (id),
    constraint keepers_id_number_key unique (id, number)
);
create table second_boxes (
    b_mark text not null,
    b_keeper_id bigint,
    b_number integer,
    id bigint not null,
    constraint second_boxes_pkey primary key (id),
    constraint second_boxes_b_mark_b_number_key unique (b_mark) include (b_number),
    constraint second_boxes_b_mark_check check (b_mark <> ''),
    constraint second_boxes_b_keeper_id_b_number_fkey foreign key (b_keeper_id, b_number) references keepers (id, number) on delete set null (b_number)
);
create index second_boxes_lower_idx on second_boxes (lower(b_mark));
)";
constexpr auto expected_box_where = "select id from second_boxes where b_number = $1";

#define SUITE unnamed_second
#include "unnamed_things.hpp"

}  // namespace

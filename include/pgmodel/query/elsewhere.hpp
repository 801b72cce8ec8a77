// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What <pgmodel.hpp> does not have, by name: who has forgotten a header is told which. Each is there only as long as
// its header is not, which says so by a specialisation.
#pragma once

#include <pgmodel/expression/aggregate_call.hpp>
#include <pgmodel/expression/functions.hpp>
#include <pgmodel/model/properties.hpp>
#include <pgmodel/reflect/member_path.hpp>

#include <initializer_list>

namespace pgmodel {
namespace detail {

template <class... Given>
struct condition_header {
    static_assert(sizeof...(Given) == 0,
                  "pgmodel: condition has a header of its own; #include <pgmodel/query/condition.hpp>");
};
template <class... Given>
struct changes_header {
    static_assert(sizeof...(Given) == 0,
                  "pgmodel: changes has a header of its own; #include <pgmodel/query/changes.hpp>, or "
                  "<pgmodel/query/json_changes.hpp> for those from JSON");
};
template <class Table>
struct merge_elsewhere {
    static_assert(never<Table>,
                  "pgmodel: merge_into() has a header of its own; #include <pgmodel/query/merge_into.hpp>");
};

template <class Never>
struct date_time_elsewhere {
    static_assert(never<Never>,
                  "pgmodel: date_trunc(), extract() and at_time_zone() take an expression, and have a header "
                  "of their own; #include <pgmodel/expression/date_time.hpp>");
};
template <class Never>
struct array_elsewhere {
    static_assert(never<Never>, "pgmodel: array_agg() and string_agg() take a column or an expression, not whole "
                                "rows, and have a header of their own; #include <pgmodel/expression/array.hpp>");
};
template <class Never>
struct jsonb_elsewhere {
    static_assert(never<Never>,
                  "pgmodel: to_jsonb(), jsonb_agg() and jsonb_build_object() take expressions, and have a "
                  "header of their own; #include <pgmodel/expression/jsonb.hpp>");
};
template <class Never>
struct ranking_elsewhere {
    static_assert(never<Never>, "pgmodel: headline() and setweight() take expressions, and have a header of their own; "
                                "#include <pgmodel/expression/ranking.hpp>");
};
template <class Never>
struct ordered_set_elsewhere {
    static_assert(never<Never>,
                  "pgmodel: percentile_cont(), percentile_disc(), mode() and the rank of a given row have "
                  "a header of their own; #include <pgmodel/expression/ordered_set.hpp>, or "
                  "<pgmodel/expression/ranking.hpp> for the rank of a document");
};
template <class Never>
struct word_elsewhere {
    static_assert(
        never<Never>,
        "pgmodel: case_of(), between_symmetric(), is_json(), similar_to() and like_escape() have headers of "
        "their names, such as <pgmodel/expression/case_of.hpp>, the last with similar_to(), and joined() is in "
        "<pgmodel/query/joined.hpp>, and as() of a common table expression in <pgmodel/query/cte_alias.hpp>");
};
template <class Never>
struct distinct_elsewhere {
    static_assert(never<Never>, "pgmodel: DISTINCT is said of a query, .distinct(), or of an aggregate, "
                                "pgmodel::count(x).distinct(); that of GROUP BY, pgmodel::distinct(pgmodel::rollup("
                                "...), ...), has a header of its own; #include <pgmodel/query/distinct_grouping.hpp>");
};
template <class Never>
struct objects_elsewhere {
    static_assert(never<Never>, "pgmodel: views, triggers, functions, rules, policies, grants and statistics have a "
                                "header of their own; #include <pgmodel/objects.hpp>");
};
template <class Never>
struct partitions_elsewhere {
    static_assert(never<Never>,
                  "pgmodel: partitioned tables have a header of their own; #include <pgmodel/partitions.hpp>");
};
template <privilege>
struct privilege_word;
struct whole_groups;
struct row_security_item;  // #include <pgmodel/objects.hpp>

}  // namespace detail

template <class... Models>
class condition : detail::condition_header<Models...> {};
/// A condition of the run on groups, for having(); it compares aggregates:
///
///     pg::having_condition<article> c;
///     if (f.most) c &= pg::count() < *f.most;
///     db.all(pg::select(col<&article::state>, pg::count()).group_by(col<&article::state>).having(c));
template <class... Models>
using having_condition = condition<detail::whole_groups, Models...>;
template <class T>
class changes : detail::changes_header<T> {};

template <class Table>
    requires(!detail::is_included<"merge", Table>)
constexpr auto merge_into(const Table&) {
    return detail::merge_elsewhere<Table>{};
}
template <class Row = void, class... Given>
    requires(!detail::is_included<"values", Row, Given...>)
auto values(const Given&...) {
    static_assert(detail::never<Row, Given...>,
                  "pgmodel: rows of values() have a header of their own; #include <pgmodel/query/values.hpp>");
}
template <auto... M>
    requires(!detail::is_included<"sort", detail::owner_of<M>...>)
constexpr auto allow() {
    static_assert(detail::never<detail::owner_of<M>...>,
                  "pgmodel: allow() and sort() have a header of their own; #include <pgmodel/query/sort.hpp>");
}
template <class T, class... Given>
    requires(!detail::is_included<"sort", T, Given...>)
auto sort(const Given&...) {
    static_assert(detail::never<T>,
                  "pgmodel: allow() and sort() have a header of their own; #include <pgmodel/query/sort.hpp>");
}
template <auto... M>
    requires(sizeof...(M) > 0 && !detail::is_included<"set", detail::owner_of<M>...>)
constexpr auto set() {
    static_assert(detail::never<detail::owner_of<M>...>,
                  "pgmodel: set<...>() is for upsert() of many rows; #include <pgmodel/session/upsert_many.hpp>");
}
template <class Connection, class... Given>
    requires(!detail::is_included<"explain", Connection, Given...>)
auto explain(Connection&, const Given&...) {
    static_assert(detail::never<Connection>,
                  "pgmodel: explain() has a header of its own; #include <pgmodel/session/explain.hpp>");
}
template <class Connection, class... Given>
    requires(!detail::is_included<"keyset", Connection, Given...>)
auto keyset(Connection&, const Given&...) {
    static_assert(detail::never<Connection>,
                  "pgmodel: keyset() has a header of its own; #include <pgmodel/session/keyset.hpp>");
}
template <class Connection, class Query, class Out, class... Given>
    requires(!detail::is_included<"copy_csv", Connection, Query, Out, Given...>)
auto copy_csv(Connection&, const Query&, Out&&, const Given&...) {
    static_assert(detail::never<Connection>,
                  "pgmodel: copy_csv() has a header of its own; #include <pgmodel/session/copy_csv.hpp>");
}
template <class Connection, class... Given>
    requires(!detail::is_included<"copy_rows", Connection, Given...>)
auto copy_rows(Connection&, const Given&...) {
    static_assert(detail::never<Connection>,
                  "pgmodel: copy_rows() has a header of its own; #include <pgmodel/session/copy_rows.hpp>");
}
template <class Row = void, class Connection, class... Given>
    requires(!detail::is_included<"stream", Connection, Given...>)
auto stream(Connection&, const Given&...) {
    static_assert(detail::never<Connection>,
                  "pgmodel: stream() has a header of its own; #include <pgmodel/session/stream.hpp>");
}

template <fixed_string Unit, class Never = void>
detail::date_time_elsewhere<Never> date_trunc(detail::anything);
template <class Never = void>
detail::date_time_elsewhere<Never> date_trunc(detail::anything, detail::anything);
template <fixed_string Unit, class Never = void>
detail::date_time_elsewhere<Never> extract(detail::anything);
template <fixed_string Zone, class Never = void>
detail::date_time_elsewhere<Never> at_time_zone(detail::anything);
template <class Never = void>
detail::date_time_elsewhere<Never> at_time_zone(detail::anything, detail::anything);
template <class Never = void>
detail::jsonb_elsewhere<Never> to_jsonb(detail::anything);
template <class Never = void>
detail::jsonb_elsewhere<Never> jsonb_agg(detail::anything);
template <class Never = void>
detail::jsonb_elsewhere<Never> jsonb_build_object(detail::anything, ...);
template <fixed_string Configuration, class Never = void>
detail::ranking_elsewhere<Never> headline(detail::anything, ...);
template <fixed_string Weight, class Never = void>
detail::ranking_elsewhere<Never> setweight(detail::anything);
template <class Never = void>
detail::ranking_elsewhere<Never> setweight(detail::anything, detail::anything);
template <class Never = void>
detail::array_elsewhere<Never> array_agg(detail::anything, ...);
template <class Never = void>
detail::array_elsewhere<Never> string_agg(detail::anything, ...);
template <class Never = void>
detail::ordered_set_elsewhere<Never> percentile_cont(detail::anything, ...);
template <class Never = void>
    requires(!detail::is_included<"ordered_set", Never>)
detail::ordered_set_elsewhere<Never> percentile_cont(std::initializer_list<double>);
template <class Never = void>
detail::ordered_set_elsewhere<Never> percentile_disc(detail::anything, ...);
template <class Never = void>
    requires(!detail::is_included<"ordered_set", Never>)
detail::ordered_set_elsewhere<Never> percentile_disc(std::initializer_list<double>);
template <class Never = void>
detail::ordered_set_elsewhere<Never> mode(detail::anything = {});
template <class Never = void>
detail::ordered_set_elsewhere<Never> rank(detail::anything, ...);
template <class Never = void>
detail::ordered_set_elsewhere<Never> dense_rank(detail::anything, ...);
template <class Never = void>
detail::ordered_set_elsewhere<Never> percent_rank(detail::anything, ...);
template <class Never = void>
detail::ordered_set_elsewhere<Never> cume_dist(detail::anything, ...);
template <class Never = void>
detail::word_elsewhere<Never> case_of(detail::anything);
template <class Never = void>
detail::word_elsewhere<Never> between_symmetric(detail::anything, ...);
template <class Never = void>
    requires(!detail::is_included<"is_json", Never>)
detail::word_elsewhere<Never> is_json(detail::anything);
template <class Never = void>
detail::word_elsewhere<Never> similar_to(detail::anything, ...);
template <class Never = void>
detail::word_elsewhere<Never> like_escape(detail::anything, ...);
template <class Never = void>
detail::word_elsewhere<Never> joined(detail::anything);
template <class Never = void>
detail::word_elsewhere<Never> as(detail::anything, detail::anything);
template <class Never = void>
detail::distinct_elsewhere<Never> distinct(detail::anything, ...);
template <class Never = void>
detail::objects_elsewhere<Never> policy(detail::anything);
template <class Never = void>
detail::objects_elsewhere<Never> trigger(detail::anything);
template <class Never = void>
detail::objects_elsewhere<Never> constraint_trigger(detail::anything);
template <class Never = void>
detail::objects_elsewhere<Never> rule(detail::anything);
template <class Never = void>
detail::objects_elsewhere<Never> trigger_function(detail::anything, ...);
template <class Never = void>
detail::objects_elsewhere<Never> stored_function(detail::anything);
template <class Never = void>
detail::objects_elsewhere<Never> statistics(detail::anything, ...);
template <class Never = void>
detail::objects_elsewhere<Never> grant(detail::anything, ...);
template <class Never = void>
detail::objects_elsewhere<Never> revoke(detail::anything, ...);
template <class Never = void>
detail::objects_elsewhere<Never> view(detail::anything, detail::anything, ...);
template <class Never = void>
detail::objects_elsewhere<Never> materialized_view(detail::anything, detail::anything, ...);
template <class Never = void>
detail::partitions_elsewhere<Never> partition_by_range(detail::anything, ...);
template <class Never = void>
detail::partitions_elsewhere<Never> partition_by_list(detail::anything, ...);
template <class Never = void>
detail::partitions_elsewhere<Never> partition_by_hash(detail::anything, ...);
// Words that stand within these.
extern const detail::row_security_item row_level_security;
extern const detail::privilege_word<privilege::all> all_privileges;
extern const detail::privilege_word<privilege::select> select_privilege;
extern const detail::privilege_word<privilege::insert> insert_privilege;
extern const detail::privilege_word<privilege::update> update_privilege;
extern const detail::privilege_word<privilege::delete_> delete_privilege;
template <class T, fixed_string Name>
    requires(!detail::is_included<"setting", T>)
constexpr auto setting() {
    static_assert(detail::never<T>,
                  "pgmodel: setting() has a header of its own; #include <pgmodel/expression/setting.hpp>");
}
template <fixed_string Name, class Never = void>
auto with_setting(detail::anything) {
    static_assert(detail::never<Never>,
                  "pgmodel: with_setting() has a header of its own; #include <pgmodel/session/with_setting.hpp>");
}
template <class Never = void>
    requires(!detail::is_included<"is_current", Never>)
bool is_current(detail::anything, detail::anything) {
    static_assert(detail::never<Never>, "pgmodel: is_current() takes a connection and a registry, and has a header of "
                                        "its own; #include <pgmodel/session/is_current.hpp>");
    return false;
}
template <auto First, auto... Rest>
constexpr auto at(detail::anything) {
    static_assert(detail::never<detail::owner_of<First>>,
                  "pgmodel: at() takes a column of a typed document, and has a header of its own; #include "
                  "<pgmodel/expression/document_path.hpp>");
}

}  // namespace pgmodel

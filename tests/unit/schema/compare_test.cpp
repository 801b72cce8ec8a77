// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// What two schemas differ in, without a server: values in, differences and their sentences out.

#include <pgmodel.hpp>
#include <pgmodel/schema/compare.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <set>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace schema_compare_test {

namespace pg = pgmodel;
namespace schema = pgmodel::schema;
using schema::compare;

/// One of everything that can be compared, each property said.
schema::database full() {
    schema::index_key key{.column = "a", .collation = {"pg_catalog", "C"}, .operator_class = {"", "text_ops"},
                          .operator_class_parameters = {{"k", "1"}}, .descending = true, .nulls_first = true, .label = "a"};
    schema::index_key expression{.expression = "lower(a)"};
    schema::index index{.name = "t_a_idx", .method = "gist", .unique = true, .keys = {key, expression}, .condition = "a > 0",
                        .include = {"b"}, .parameters = {{"fillfactor", "70"}}, .tablespace = "fast", .comment = "c"};
    schema::key unique{.name = "t_a_key", .columns = {"a"}, .include = {"b"}, .parameters = {{"fillfactor", "70"}},
                       .tablespace = "fast", .comment = "c"};
    schema::key primary = unique;
    primary.name = "t_pkey";
    schema::foreign_key foreign{.name = "t_b_fkey", .columns = {"b"}, .referred_schema = "s", .referred_table = "u",
                                .referred_columns = {"id"}, .on_delete = pg::referential_action::set_null, .on_delete_columns = {"b"}, .comment = "c"};
    schema::check check{.name = "t_check", .condition = "a > 0", .columns = {"a"}, .comment = "c"};
    schema::exclusion exclusion{.name = "t_excl", .method = "gist", .elements = {{key, "&&"}, {expression, "="}}, .include = {"b"},
                                .condition = "a > 0", .parameters = {{"fillfactor", "70"}}, .tablespace = "fast", .comment = "c"};
    schema::column a{.name = "a", .type = "text", .default_value = "'x'::text", .generated = "",
                     .collation = {"", "C"}, .storage = "main", .compression = "lz4", .statistics = 7,
                     .parameters = {{"n_distinct", "5"}}, .comment = "c"};
    schema::column b{.name = "b", .type = "bigint", .not_null = true, .identity = pg::identity_kind::always};
    schema::column c{.name = "c", .type = "bigint", .generated = "(b * 2)"};
    schema::rule rule{.name = "r", .condition = "a", .comment = "c"};
    schema::trigger trigger{.name = "tr", .on_insert = true, .on_update = true, .update_columns = {"a"}, .condition = "true",
                            .old_table = "o", .new_table = "n", .function = {"", "f"}, .arguments = {"x"}, .comment = "c"};
    schema::policy policy{.name = "p", .roles = {"bob"}, .condition = "a", .check = "b", .comment = "c"};
    schema::partition inner{.name = "t_1_0", .modulus = 2, .remainder = 1}, listed{.name = "t_2", .in = {"1"}};
    schema::partition partition{.schema = "s", .name = "t_1", .from = {"1"}, .to = {"2"},
                                .partitioned = {pg::partition_strategy::hash, {key, expression}}, .partitions = {inner},
                                .columns = {{.name = "a", .default_value = "'y'::text", .storage = "plain", .compression = "pglz",
                                             .statistics = 9, .parameters = {{"n_distinct", "6"}}, .comment = "c"}},
                                .primary_key = primary, .unique_keys = {unique}, .foreign_keys = {foreign}, .checks = {check},
                                .indexes = {index}, .exclusions = {exclusion}, .access_method = "heap",
                                .parameters = {{"fillfactor", "70"}}, .tablespace = "fast", .triggers = {trigger}, .rules = {rule},
                                .policies = {policy}, .replica_identity = pg::replica_identity::index, .replica_index = "t_a_idx",
                                .cluster_index = "t_a_idx", .extended_statistics = {{"t_stat", {"mcv"}, {"a"}, {"lower(a)"}, 5, "c"}},
                                .owner = "bob", .comment = "c"};
    schema::table table{.schema = "s", .name = "t", .columns = {a, b, c}, .primary_key = primary, .unique_keys = {unique},
                        .foreign_keys = {foreign}, .checks = {check}, .indexes = {index}, .exclusions = {exclusion},
                        .access_method = "heap", .parameters = {{"fillfactor", "70"}}, .tablespace = "fast",
                        .partitioned = {pg::partition_strategy::range, {key, expression}}, .partitions = {partition, inner, listed},
                        .triggers = {trigger}, .rules = {rule}, .policies = {policy}, .replica_identity = pg::replica_identity::index,
                        .replica_index = "t_a_idx", .cluster_index = "t_a_idx",
                        .extended_statistics = {{"t_stat", {"mcv"}, {"a"}, {"lower(a)"}, 5, "c"}}, .owner = "bob", .comment = "c"};
    schema::view view{.schema = "s", .name = "v", .columns = {a, b}, .query = "select 1",
                      .parameters = {{"security_barrier", "true"}}, .access_method = "heap", .tablespace = "fast",
                      .indexes = {index}, .triggers = {trigger}, .rules = {rule}, .owner = "bob", .comment = "c"};
    schema::argument argument{.name = "x", .type = "integer", .default_value = "1"};
    return {.enumerations = {{"s", "e", {"one", "two"}, "c"}},
            .tables = {table},
            .sequences = {{.schema = "s", .name = "q", .owner = {"s", "t"}, .owner_column = "b", .comment = "c"}},
            .composites = {{"s", "p", {{"x", "integer", {"", "C"}, "c"}}, "c"}},
            .domains = {{.schema = "s", .name = "d", .type = "integer", .default_value = "1", .collation = {"", "C"},
                         .checks = {check}, .comment = "c"}},
            .ranges = {{.schema = "s", .name = "span", .subtype = "text", .multirange = "spans", .operator_class = {"", "o"},
                        .collation = {"", "C"}, .subtype_diff = {"", "f"}, .comment = "c"}},
            .schemas = {{"s", "c"}},
            .extensions = {{"hstore", "s", "1.8", "c"}},
            .functions = {{.schema = "s", .name = "f", .arguments = {argument}, .returns = "integer", .language = "sql",
                           .body = "select 1", .cost = 5, .rows = 7, .settings = {{"search_path", "s"}}, .comment = "c"}},
            .aggregates = {{.schema = "s", .name = "g", .arguments = {argument}, .transition = {"s", "f"}, .state_type = "integer",
                            .final = {"s", "h"}, .initial = "'0'", .comment = "c"}},
            .views = {view},
            .grants = {{.object = {"s", "t"}, .columns = {"a"}, .privileges = {pg::privilege::select}, .roles = {"bob"}}}};
}

std::string differences(const schema::database& expected, const schema::database& found, schema::compare_options options = {}) {
    return to_string(compare(expected, found, options));
}
/// Of what is expected and the same with one thing changed.
template <class Change>
std::string after(Change change) {
    schema::database found = full();
    change(found);
    return differences(full(), found);
}
template <class Change>
std::string in_table(Change change) {
    return after([&](schema::database& d) { change(d.tables[0]); });
}

TEST(compare, of_the_same_is_empty) {
    EXPECT_EQ(differences(full(), full()), "");
    EXPECT_EQ(differences({}, {}), "");
}

TEST(compare, tells_what_is_missing_and_what_is_not_expected) {
    EXPECT_EQ(differences(full(), {}),
              "extension s.hstore is missing: 1.8\n"
              "enum type s.e is missing: ('one', 'two')\n"
              "domain s.d is missing: integer\n"
              "composite type s.p is missing: (x integer collate \"C\" 'c')\n"
              "range type s.span is missing: (subtype = text, subtype_opclass = o, collation = \"C\", subtype_diff = f, "
              "multirange_type_name = s.spans)\n"
              "schema s is missing: 'c'\n"
              "sequence s.q is missing\n"
              "function s.f(integer) is missing\n"
              "aggregate s.g(integer) is missing\n"
              "table s.t is missing\n"
              "view s.v is missing\n"
              "grant on s.t is missing: grant select (a) on table s.t to bob\n");
    EXPECT_EQ(differences({}, {.enumerations = {{.name = "mood", .labels = {"it's"}}}, .tables = {{.name = "Order"}}}),
              "enum type mood is not expected: ('it''s')\n"
              "table \"Order\" is not expected\n");
    EXPECT_EQ(in_table([](schema::table& t) {
                  t.columns.erase(t.columns.begin());
                  t.primary_key = {};
                  t.unique_keys.clear();
                  t.foreign_keys.clear();
                  t.checks.clear();
                  t.exclusions.clear();
                  t.indexes.clear();
                  t.partitions.clear();
                  t.triggers.clear();
                  t.rules.clear();
                  t.policies.clear();
              }),
              "column a of s.t is missing: a text compression lz4 collate \"C\" default 'x'::text\n"
              "primary key t_pkey of s.t is missing: (a)\n"
              "unique constraint t_a_key of s.t is missing: (a)\n"
              "foreign key t_b_fkey of s.t is missing: foreign key (b) references s.u (id) on delete set null (b)\n"
              "check t_check of s.t is missing: check (a > 0)\n"
              "exclusion constraint t_excl of s.t is missing: exclude using gist (a collate pg_catalog.\"C\" text_ops (k = 1) desc "
              "with &&, lower(a) with =) include (b) with (fillfactor = 70) using index tablespace fast where (a > 0)\n"
              "index t_a_idx of s.t is missing: unique gist (a collate pg_catalog.\"C\" text_ops (k = 1) desc, lower(a)) include "
              "(b) where a > 0\n"
              "partition s.t_1 of s.t is missing: for values from (1) to (2)\n"
              "partition t_1_0 of s.t is missing: for values with (modulus 2, remainder 1)\n"
              "partition t_2 of s.t is missing: for values in (1)\n"
              "trigger tr of s.t is missing: after insert or update of a referencing old table as o new table as n for each statement "
              "when (true) execute function f('x')\n"
              "rule r of s.t is missing: as on update where a do also nothing\n"
              "policy p of s.t is missing: to bob using (a) with check (b)\n");
}

TEST(compare, tells_owners_that_were_asked_for) {
    const auto owned = [](const std::string& by) {
        return after([&](schema::database& d) { d.tables[0].owner = d.tables[0].partitions[0].owner = d.views[0].owner = by; });
    };
    EXPECT_EQ(owned("eve"), "table s.t: owner eve, expected bob\n"
                            "partition s.t_1 of s.t: owner eve, expected bob\n"
                            "view s.v: owner eve, expected bob\n");
    EXPECT_EQ(owned(""), "");
}

TEST(compare, tells_each_property_that_differs) {
    EXPECT_EQ(in_table([](schema::table& t) { t.columns[0].type = "character varying(9)"; }),
              "column a of s.t: type character varying(9), expected text\n");
    EXPECT_EQ(in_table([](schema::table& t) { t.columns[0].default_value = ""; }),
              "column a of s.t: default none, expected 'x'::text\n");
    EXPECT_EQ(in_table([](schema::table& t) { t.columns[1].not_null = false, t.columns[1].identity = pg::identity_kind::by_default; }),
              "column b of s.t: nullability null, expected not null\n"
              "column b of s.t: identity by default, expected always\n");
    EXPECT_EQ(in_table([](schema::table& t) { t.foreign_keys[0].on_delete = pg::referential_action::cascade; }),
              "foreign key t_b_fkey of s.t: action on delete cascade, expected set null\n");
    EXPECT_EQ(in_table([](schema::table& t) { t.partitions[0].to = {"3"}; }),
              "partition s.t_1 of s.t: bounds for values from (1) to (3), expected for values from (1) to (2)\n");
    EXPECT_EQ(in_table([](schema::table& t) { t.partitions[0].columns.clear(); }),
              "column a of s.t_1: default that of the table, expected 'y'::text\n"
              "column a of s.t_1: storage that of the table, expected plain\n"
              "column a of s.t_1: compression that of the table, expected pglz\n"
              "column a of s.t_1: statistics target that of the table, expected 9\n"
              "column a of s.t_1: parameters none, expected (n_distinct = 6)\n"
              "column a of s.t_1: comment none, expected 'c'\n");
    EXPECT_EQ(in_table([](schema::table& t) { t.partitions[1].columns = {{.name = "b", .default_value = "null"}}; }),
              "column b of t_1_0: default none, expected that of the table\n");
    EXPECT_EQ(in_table([](schema::table& t) { t.partitions[0].partitions[0].remainder = 0; }),
              "partition t_1_0 of s.t_1: bounds for values with (modulus 2, remainder 0), expected for values with (modulus 2, "
              "remainder 1)\n");
    EXPECT_EQ(in_table([](schema::table& t) { t.indexes[0].comment = "it's"; }),
              "index t_a_idx of s.t: comment 'it''s', expected 'c'\n");
    EXPECT_EQ(after([](schema::database& d) { d.functions[0].volatility = pg::volatility::stable; }),
              "function s.f(integer): volatility stable, expected volatile\n");
    EXPECT_EQ(after([](schema::database& d) { d.extensions[0].version = "1.9"; }),
              "extension s.hstore: version 1.9, expected 1.8\n");
    EXPECT_EQ(after([](schema::database& d) { d.views[0].materialized = true; }),
              "view s.v: kind materialized view, expected view\n");
}

// ---- every member of every value is looked at

/// Changes a member to another value.
inline void change(bool& value) { value = !value; }
inline void change(std::string& value) { value += "x"; }
inline void change(int& value) { value ^= 1; }
inline void change(std::int64_t& value) { value ^= 1; }
inline void change(double& value) { ++value; }
template <class E>
    requires std::is_enum_v<E>
void change(E& value) {
    value = static_cast<E>(static_cast<int>(value) == 0 ? 1 : static_cast<int>(value) - 1);
}
inline void change(std::vector<std::string>& value) { value.push_back("more"); }
inline void change(schema::many<pg::privilege>& value) { value.push_back(pg::privilege::insert); }

template <class T>
struct is_list : std::false_type {};
template <class T>
struct is_list<schema::many<T>> : std::is_class<T> {};

/// Goes to every member below `value`, changes it alone, and collects those that somebody saw and those that nobody did.
struct every_member {
    const schema::database expected = full();
    schema::database found = full();
    std::set<std::string> seen{}, unseen{};

    template <class T>
    void walk(T& value, const std::string& path) {
        if constexpr (is_list<T>::value) {
            const T before = value;
            value.clear();
            if (!before.empty()) look(path);
            value = before;
            for (auto& each : value) walk(each, path);
        } else if constexpr (std::is_same_v<T, std::string> || !std::is_class_v<T> ||
                             std::is_same_v<T, std::vector<std::string>> || std::is_same_v<T, schema::many<pg::privilege>>) {
            const T before = value;
            change(value);
            look(path);
            value = before;
        } else {
            members(value, path, std::make_index_sequence<pg::detail::field_count<T>>{});
        }
    }

private:
    template <class T, std::size_t... I>
    void members(T& value, const std::string& path, std::index_sequence<I...>) {
        (walk(pg::detail::get_field<I>(value), path + "." + std::string(pg::detail::field_names<T>.at[I])), ...);
    }
    void look(const std::string& path) { (compare(expected, found).empty() ? unseen : seen).insert(path); }
};

/// Members that have no meaning in a catalog, or that it does not keep.
bool is_left_out(const std::string& path) {
    for (const char* each : {".columns.field", ".keys.label", ".key.label", ".checks.columns", ".on_commit", ".with_data", ".partitioned.period",
                             ".partitioned.zone"})
        if (path.ends_with(each)) return true;
    // The rest is as in the table's columns.
    const std::string_view own = ".tables.partitions.columns.";
    if (path.starts_with(own))
        for (const char* each : {"type", "not_null", "identity", "generated", "serial", "sequence", "collation"})
            if (path.substr(own.size()).starts_with(each)) return true;
    return path.starts_with(".tables.partitions.partitions.");  // as the one above
}

TEST(compare, looks_at_every_member) {
    every_member all;
    all.walk(all.found, "");
    for (const auto& path : all.unseen) EXPECT_TRUE(all.seen.count(path) || is_left_out(path)) << path;
    for (const auto& path : all.seen) EXPECT_FALSE(is_left_out(path) && !path.starts_with(".tables.partitions.")) << path;
    EXPECT_GT(all.seen.size(), 200u);
}

// ---- what is the same

TEST(compare, renamed_ones_are_one_difference) {
    EXPECT_EQ(in_table([](schema::table& t) { t.checks[0].name = "other"; }),
              "check t_check of s.t: name other, expected t_check\n");
    EXPECT_EQ(in_table([](schema::table& t) { t.checks[0] = {.name = "other", .condition = "a > 1"}; }),
              "check t_check of s.t is missing: check (a > 0)\n"
              "check other of s.t is not expected: check (a > 1)\n");
    EXPECT_EQ(in_table([](schema::table& t) { t.columns[0].name = "z"; }),
              "column a of s.t is missing: a text compression lz4 collate \"C\" default 'x'::text\n"
              "column z of s.t is not expected: z text compression lz4 collate \"C\" default 'x'::text\n")
        << "a column may hold data: that is for the reader to say";
}

TEST(compare, order_has_no_meaning_but_where_it_has) {
    schema::database expected = full(), found = full();
    found.tables.insert(found.tables.begin(), {.name = "u"});
    expected.tables.push_back({.name = "u"});
    std::swap(found.tables[1].columns[0], found.tables[1].columns[2]);
    found.tables[1].parameters = {{"autovacuum_enabled", "false"}, {"fillfactor", "70"}};
    expected.tables[0].parameters = {{"fillfactor", "70"}, {"autovacuum_enabled", "false"}};
    EXPECT_EQ(differences(expected, found), "");
    EXPECT_EQ(differences(expected, found, {.column_order = true}),
              "table s.t: order of columns (c, b, a), expected (a, b, c)\n");
    EXPECT_NE(after([](schema::database& d) { std::swap(d.enumerations[0].labels[0], d.enumerations[0].labels[1]); }), "");
}

TEST(compare, names_of_functions_are_their_arguments_too) {
    schema::database expected = full(), found = full();
    found.functions[0].arguments[0].type = "text";
    EXPECT_EQ(differences(expected, found),
              "function s.f(integer) is missing\n"
              "function s.f(text) is not expected\n");
    expected.functions.push_back(found.functions[0]);
    found.functions.push_back(full().functions[0]);
    EXPECT_EQ(differences(expected, found), "");
}

TEST(compare, temporary_tables_stand_beside_others) {
    const schema::table lasting{.name = "t"}, temporary{.name = "t", .persistence = pg::persistence::temporary};
    EXPECT_EQ(differences({.tables = {lasting, temporary}}, {.tables = {temporary, lasting}}), "");
    EXPECT_EQ(differences({.tables = {lasting}}, {.tables = {temporary}}), "table t is missing\ntable t is not expected\n");
    EXPECT_EQ(to_string(compare(lasting, temporary)), "table t: persistence temporary, expected permanent\n");
}

TEST(compare, what_is_not_said_of_an_extension_may_be_anything) {
    EXPECT_EQ(differences({.extensions = {{.name = "hstore"}}}, {.extensions = {{"hstore", "public", "1.8"}}}), "");
}

TEST(difference, is_a_sentence) {
    using schema::difference;
    const difference changed{schema::difference_kind::changed, schema::object_kind::column, {"shop", "Orders"}, {"", "order"},
                             "", "type", "bigint", "integer"};
    EXPECT_EQ(to_string(changed), "column \"order\" of shop.\"Orders\": type integer, expected bigint");
    const difference missing{.kind = schema::difference_kind::missing, .object = schema::object_kind::function,
                             .name = {"", "f"}, .arguments = "(integer, text)"};
    EXPECT_EQ(to_string(missing), "function f(integer, text) is missing");
    std::ostringstream out;
    out << std::vector{changed, missing} << missing;
    EXPECT_EQ(out.str(), to_string(changed) + "\n" + to_string(missing) + "\n" + to_string(missing));
    EXPECT_EQ(changed, changed);
    EXPECT_NE(changed, missing);
    for (int kind = 0; kind <= static_cast<int>(schema::object_kind::grant); ++kind)
        EXPECT_NE(schema::word_of(static_cast<schema::object_kind>(kind)), "object") << kind;
}

}  // namespace schema_compare_test

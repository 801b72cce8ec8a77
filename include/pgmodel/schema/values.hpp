// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Tables as plain values: made from models, or read from a database. Everything about DDL works on these. Names are as
// PostgreSQL stores them, without quotes; types and expressions are SQL text. What is not said is what the catalog says
// of an object of which nothing was said.
#pragma once

#include <pgmodel/model/properties.hpp>
#include <pgmodel/model/reference.hpp>
#include <pgmodel/schema/function.hpp>
#include <pgmodel/schema/many.hpp>
#include <pgmodel/schema/parts.hpp>
#include <pgmodel/schema/policy.hpp>
#include <pgmodel/schema/sequence.hpp>
#include <pgmodel/schema/trigger.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

/// The statistics target of a partition's column that has the server's setting though its table has a target.
inline constexpr int server_statistics = -2;

/// A column of a table, or of a view.
struct column {
    std::string name{};
    std::string type{};  ///< as format_type() prints it: `character varying(200)`
    std::string default_value{};  ///< SQL; empty: none
    bool not_null = false;
    identity_kind identity = identity_kind::none;
    std::string field{};  ///< of the struct; empty when read from a database
    std::string generated{};  ///< SQL of a generated column that is stored; empty: it is not generated
    bool serial = false;  ///< its default is the next value of a sequence of its own
    sequence_options sequence{};  ///< of an identity or serial column
    qualified_name collation{};  ///< empty: the type's own
    std::string storage{};  ///< plain, external, extended or main; empty: the type's own
    std::string compression{};  ///< pglz or lz4; empty: the server's setting
    int statistics = -1;  ///< the statistics target; -1: the server's setting; of a partition: its table's
    many<parameter> parameters{};  ///< n_distinct, n_distinct_inherited
    std::string comment{};

    bool operator==(const column&) const = default;
};

/// What an index key, or an element of an exclusion constraint, consists of.
struct index_key {
    std::string column{};  ///< empty: an expression
    std::string expression{};
    qualified_name collation{};  ///< empty: the column's own
    qualified_name operator_class{};  ///< empty: the type's default
    many<parameter> operator_class_parameters{};
    bool descending = false;
    bool nulls_first = false;  ///< the default of a descending key, but said here in any case
    std::string label{};  ///< the key's part of the index's name

    bool operator==(const index_key&) const = default;
};

/// A primary key or UNIQUE constraint; a primary key without columns is none.
struct key {
    std::string name{};
    std::vector<std::string> columns{};
    std::vector<std::string> include{};
    deferral deferred = deferral::not_deferrable;
    bool nulls_not_distinct = false;
    many<parameter> parameters{};  ///< of its index
    std::string tablespace{};  ///< of its index
    std::string comment{};

    bool operator==(const key&) const = default;
};

/// A FOREIGN KEY constraint.
struct foreign_key {
    std::string name{};
    std::vector<std::string> columns{};
    std::string referred_schema{};
    std::string referred_table{};
    std::vector<std::string> referred_columns{};
    referential_action on_delete = referential_action::no_action;
    referential_action on_update = referential_action::no_action;
    std::vector<std::string> on_delete_columns{};  ///< that a deletion sets; empty: all of the key's
    bool match_full = false;
    deferral deferred = deferral::not_deferrable;
    bool not_valid = false;
    std::string comment{};

    bool operator==(const foreign_key&) const = default;
};

/// A CHECK constraint of a table or domain.
struct check {
    std::string name{};
    std::string condition{};
    std::vector<std::string> columns{};  ///< that the condition speaks of
    bool no_inherit = false;
    bool not_valid = false;
    std::string comment{};

    bool operator==(const check&) const = default;
};

/// One element of an exclusion constraint, and the operator that no two rows may have true for all elements.
struct exclusion_element {
    index_key key{};
    std::string operator_text{};  ///< `&&`, or `operator(ext.<->)`

    bool operator==(const exclusion_element&) const = default;
};

/// An EXCLUDE constraint.
struct exclusion {
    std::string name{};
    std::string method{};  ///< empty: btree
    many<exclusion_element> elements{};
    std::vector<std::string> include{};
    std::string condition{};  ///< of rows that are looked at; empty: all
    deferral deferred = deferral::not_deferrable;
    many<parameter> parameters{};  ///< of its index
    std::string tablespace{};  ///< of its index
    std::string comment{};

    bool operator==(const exclusion&) const = default;
};

/// An index that is no constraint's.
struct index {
    std::string name{};
    std::string method{};  ///< empty: btree
    bool unique = false;
    many<index_key> keys{};
    std::string condition{};  ///< of a partial index
    std::vector<std::string> include{};
    bool nulls_not_distinct = false;
    many<parameter> parameters{};
    std::string tablespace{};  ///< empty: the database's own
    std::string comment{};

    bool operator==(const index&) const = default;
};

/// How a table is partitioned.
struct partitioning {
    partition_strategy strategy = partition_strategy::none;
    many<index_key> keys{};
    partition_period period = partition_period::none;  ///< of those that a service makes ahead; no catalog holds it
    std::string zone{};  ///< in which the period begins

    bool operator==(const partitioning&) const = default;
};

/// What ANALYZE finds out of several columns at once. The server keeps the columns in the table's order.
struct statistics {
    std::string name{};
    std::vector<std::string> kinds{};  ///< ndistinct, dependencies, mcv; empty: all, or those of one expression
    std::vector<std::string> columns{};
    std::vector<std::string> expressions{};  ///< SQL, in parentheses where it is no call
    int target = -1;  ///< of ANALYZE; -1: the largest of the columns'
    std::string comment{};

    bool operator==(const statistics&) const = default;
};

/// A table that holds a part of another one's rows. Without any bounds it is the default partition. Keys, checks,
/// indexes, triggers and policies are those that it has beside what it has from its table. Columns are the table's;
/// those that stand here say in what they differ, which can be their default (`null`: none), storage, compression
/// (`default`: the server's setting), statistics target (`server_statistics`: the server's setting), parameters and
/// comment.
struct partition {
    std::string schema{};  ///< empty: the search path decides
    std::string name{};
    std::vector<std::string> from{};  ///< SQL: literals, `MINVALUE`, `MAXVALUE`
    std::vector<std::string> to{};
    std::vector<std::string> in{};  ///< of a list: literals, `NULL`
    int modulus = 0;  ///< of a hash
    int remainder = 0;
    partitioning partitioned{};  ///< itself
    many<partition> partitions{};
    many<column> columns{};
    key primary_key{};
    many<key> unique_keys{};
    many<foreign_key> foreign_keys{};
    many<check> checks{};
    many<index> indexes{};
    many<exclusion> exclusions{};
    pgmodel::persistence persistence = pgmodel::persistence::permanent;
    std::string access_method{};  ///< empty: the table's, or the server's setting
    many<parameter> parameters{};
    std::string tablespace{};  ///< empty: the database's own
    many<trigger> triggers{};
    many<rule> rules{};
    bool row_security = false;  ///< policies hold for who names the partition itself
    bool force_row_security = false;
    many<policy> policies{};
    pgmodel::replica_identity replica_identity = pgmodel::replica_identity::primary_key;
    std::string replica_index{};
    std::string cluster_index{};
    many<statistics> extended_statistics{};
    std::string owner{};  ///< as of a table
    std::string comment{};

    bool operator==(const partition&) const = default;
};

/// A table, with all that belongs to it.
struct table {
    std::string schema{};  ///< empty: the search path decides
    std::string name{};
    many<column> columns{};
    key primary_key{};
    many<key> unique_keys{};
    many<foreign_key> foreign_keys{};
    many<check> checks{};
    many<index> indexes{};
    many<exclusion> exclusions{};
    pgmodel::persistence persistence = pgmodel::persistence::permanent;
    commit_action on_commit = commit_action::preserve_rows;
    std::string access_method{};  ///< empty: the server's setting
    many<parameter> parameters{};
    std::string tablespace{};  ///< empty: the database's own
    partitioning partitioned{};
    many<partition> partitions{};
    many<trigger> triggers{};
    many<rule> rules{};
    bool row_security = false;  ///< policies hold
    bool force_row_security = false;  ///< for the table's owner, too
    many<policy> policies{};
    pgmodel::replica_identity replica_identity = pgmodel::replica_identity::primary_key;
    std::string replica_index{};  ///< of a replica identity that is an index
    std::string cluster_index{};  ///< in whose order CLUSTER writes the rows; empty: none
    many<statistics> extended_statistics{};
    std::string owner{};  ///< a role; empty: who makes it, or it was not asked for
    std::string comment{};

    bool operator==(const table&) const = default;
};

namespace detail {

/// Calls a function with a table or partition, and with each of its partitions, however deep.
template <class Table, class Function>
void each_part(Table& t, const Function& function) {
    function(t);
    for (auto& p : t.partitions) each_part(p, function);
}

}  // namespace detail

/// A view, or a materialized one, whose rows are kept. Its columns are those of its query.
struct view {
    std::string schema{};  ///< empty: the search path decides
    std::string name{};
    many<column> columns{};  ///< names, types and comments
    std::string query{};
    bool materialized = false;
    bool with_data = true;  ///< a materialized one is filled when it is made
    many<parameter> parameters{};  ///< security_barrier, security_invoker, check_option; fillfactor
    std::string access_method{};  ///< of a materialized one, as its tablespace; empty: the server's setting
    std::string tablespace{};
    many<index> indexes{};
    many<trigger> triggers{};
    many<rule> rules{};
    std::string owner{};  ///< as of a table
    std::string comment{};

    bool operator==(const view&) const = default;
};

/// A native enum type.
struct enumeration {
    std::string schema{};  ///< empty: the search path decides
    std::string name{};
    std::vector<std::string> labels{};
    std::string comment{};

    bool operator==(const enumeration&) const = default;
};

/// A sequence of its own, which belongs to no column or is only owned by one.
struct sequence {
    std::string schema{};
    std::string name{};
    std::string type = "bigint";
    sequence_options options{};
    pgmodel::persistence persistence = pgmodel::persistence::permanent;
    qualified_name owner{};  ///< the table of the column with which it goes; empty: it belongs to none
    std::string owner_column{};
    std::string comment{};

    bool operator==(const sequence&) const = default;
};

/// A field of a composite type.
struct attribute {
    std::string name{};
    std::string type{};  ///< as in `column`
    qualified_name collation{};  ///< empty: the type's own
    std::string comment{};

    bool operator==(const attribute&) const = default;
};

/// A composite type.
struct composite {
    std::string schema{};  ///< empty: the search path decides
    std::string name{};
    many<attribute> attributes{};
    std::string comment{};

    bool operator==(const composite&) const = default;
};

/// A type with checks of its own over another one. Its checks speak of `value`, and of no columns.
struct domain {
    std::string schema{};  ///< empty: the search path decides
    std::string name{};
    std::string type{};  ///< that it is made of, as in `column`
    std::string default_value{};  ///< SQL; empty: none
    bool not_null = false;
    qualified_name collation{};  ///< empty: the type's own
    many<check> checks{};
    std::string comment{};

    bool operator==(const domain&) const = default;
};

/// A range type, and the multirange type that is made with it.
struct range {
    std::string schema{};  ///< empty: the search path decides
    std::string name{};
    std::string subtype{};  ///< as in `column`
    std::string multirange{};  ///< its name; it is in the same schema
    qualified_name operator_class{};  ///< empty: the subtype's default
    qualified_name collation{};  ///< empty: the subtype's own
    qualified_name subtype_diff{};  ///< a function; empty: none
    std::string comment{};

    bool operator==(const range&) const = default;
};

/// What is said of a schema itself.
struct schema_comment {
    std::string name{};
    std::string comment{};

    bool operator==(const schema_comment&) const = default;
};

/// What a registry describes, or what of a database was read.
struct database {
    many<enumeration> enumerations{};
    many<table> tables{};
    many<sequence> sequences{};
    many<composite> composites{};  ///< each after those that it holds
    many<domain> domains{};  ///< each after those that it is made of
    many<range> ranges{};
    many<schema_comment> schemas{};
    many<extension> extensions{};
    many<function> functions{};
    many<aggregate> aggregates{};
    many<view> views{};
    many<grant> grants{};

    bool operator==(const database&) const = default;
};

}  // namespace pgmodel::schema

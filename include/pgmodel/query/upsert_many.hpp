// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// INSERT ... ON CONFLICT DO UPDATE of many rows by one statement, which counts what it has done. Of rows with the same
// key the last one wins: PostgreSQL refuses to change a row twice. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/many_insert.hpp>
#include <pgmodel/types/integer.hpp>

#include <algorithm>

namespace pgmodel {

/// What an upsert of many rows has done. Of a partitioned table a row that somebody else has inserted since the
/// statement began counts as inserted.
struct upsert_counts {
    std::uint64_t inserted{};
    std::uint64_t updated{};
};

namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"set", First, More...> = true;

/// Fields whose columns an upsert sets where the row is there; none: all that can be written.
template <auto... Field>
struct fields_to_set {};

template <class T, class Set, auto... Key>
struct checked_upsert_set;
template <class T, auto... Field, auto... Key>
struct checked_upsert_set<T, fields_to_set<Field...>, Key...> {
    static_assert((std::is_same_v<owner_of<Field>, T> && ...),
                  "pgmodel: set<...>() of an upsert names fields of the row's model");
    static_assert((can_update<T, Field>() && ...), "pgmodel: an upsert cannot set a key, an identity, a serial, a "
                                                   "generated column, a version, a transient field, or a "
                                                   "field with set_on_update; leave it out of set<...>()");
    template <auto One>
    static constexpr bool in_key = ((column_place<One> == column_place<Key>) || ...);
    static constexpr bool of_key = (in_key<Field> || ...);
    static_assert(!of_key, "pgmodel: set<...>() names the key by which the row is recognised; leave it out");
    static constexpr bool value = !of_key;
};

/// The fields that are set, by place.
template <class T, class Set>
struct upsert_set;
template <class T, auto... Field>
struct upsert_set<T, fields_to_set<Field...>> {
    static constexpr auto places = updated_places<T, Field...>();
};

inline constexpr expected_column upsert_columns[2]{{"inserted", codec<std::int64_t>::type, nullptr, "std::int64_t"},
                                                   {"updated", codec<std::int64_t>::type, nullptr, "std::int64_t"}};

/// What a model says of the values by which its rows are recognised.
template <class T>
struct key_reader {
    const std::uint16_t* at;
    std::size_t count;
    std::size_t place = 0;             ///< whose collation is wanted
    std::string collation{};
    bool nulls_not_distinct = false;  ///< two rows whose key is NULL have the same key

    template <auto M, class R, class D, class U, class X>
    void operator()(const field_declaration<M, R, D, U, X>& item) {
        if constexpr (!std::is_same_v<X, nothing_said>) {
            const column_properties& said = item.details.properties;
            if (column_place<M> == place && !said.collation.empty()) {
                if (!said.collation_schema.empty()) collation = quote_identifier(said.collation_schema) + ".";
                quote_identifier(said.collation, collation);
            }
            note<M>(said.unique);
        }
    }
    template <auto... M>
    void operator()(const unique_declaration<M...>& item) {
        note<M...>(item.options);
    }
    template <class Other>
    void operator()(const Other&) {}

private:
    template <auto... M>
    void note(const constraint_options& options) {
        const auto wanted = [this](std::size_t column) {
            return std::find(at, at + count, static_cast<std::uint16_t>(column)) != at + count;
        };
        nulls_not_distinct |= options.nulls_not_distinct && sizeof...(M) == count && (wanted(column_place<M>) && ...);
    }
};
template <class T>
void read_key(key_reader<T>& read) {
    declare<T>().items.each(read);
}
template <class T>
std::string key_collation(std::size_t place) {
    key_reader<T> read{nullptr, 0, place};
    read_key(read);
    return std::move(read.collation);
}
template <class T>
bool key_holds_nulls(const std::uint16_t* at, std::size_t count) {
    key_reader<T> read{at, count};
    read_key(read);
    return read.nulls_not_distinct;
}

struct many_key {
    const std::uint16_t* at;
    std::size_t count;
    const std::uint16_t* set;
    std::size_t set_count;
    std::string (*collation)(std::size_t place);
    bool (*holds_nulls)(const std::uint16_t* at, std::size_t count);
};

/// with pgmodel_done as (insert into t (a, b) select distinct on (c0) c0, c1 from unnest($1::text[], $2::integer[])
/// with ordinality as r (c0, c1, n) order by c0, n desc on conflict (a) do update set b = excluded.b returning xmax = 0
/// as inserted) select count(*) filter (where inserted) as inserted, count(*) filter (where not inserted) as updated
/// from pgmodel_done
class many_upsert : public many_insert {
public:
    /// Throws `usage_error` when a column is to be set that only some of the rows send.
    many_upsert(const many_plan& plan, const many_key& key, const void* rows, std::size_t count)
        : many_insert(plan, rows, count, not_made{}), key_(key) {
        for (std::size_t i = 0; i < key_.set_count; ++i) find_set(key_.set[i]);
        nulls_distinct_ = !key_.holds_nulls(key_.at, key_.count);
        for (std::size_t i = 0; i < key_.count; ++i) {
            const std::size_t place = key_.at[i];
            distinct_ = distinct_ || (fillings_[place] == filling::server && makes(place));
            alone_ = alone_ || is_alone_when_null(place) || (fillings_[place] == filling::mixed && makes(place));
        }
        made_.make(model_, [this](text_writer& out) { write(out); }, upsert_columns, 2);
    }

private:
    void find_set(std::size_t place) {
        const column_facts& column = model_.facts[place];
        set_[place] = fillings_[place] != filling::server || set_unsent(column);
        if (fillings_[place] != filling::mixed || set_unsent(column) || is_key(place)) return;
        throw usage_error(
            "pgmodel: some rows of an upsert send field \"" + std::string(column.field) +
                "\", which the server fills for the others, though it keeps its value in rows that are there; give it "
                "in all of them or in none, or name what to set: pgmodel::set<...>()",
            {.table = std::string(model_.name), .field = std::string(column.field)});
    }
    bool is_key(std::size_t place) const { return upsert_key{key_.at, key_.count}.has(place); }

    /// Does the server make another value for each row, as far as one can tell?
    bool makes(std::size_t place) const {
        const column_facts& column = model_.facts[place];
        return column.identity || column.serial || column.by_trigger || !column.server_default ||
               (key_.count == 1 && !column.literal_default);
    }
    bool is_alone_when_null(std::size_t place) const { return nulls_distinct_ && model_.facts[place].nullable; }

    /// `c0`, or the default where that is what the row gets, of the column's own type, which may round it.
    void write_key_value(text_writer& out, std::size_t place) const {
        const std::string_view type = model_.type_of(place);
        if (!type.empty()) out.append("cast(");
        write_given_key(out, place);
        if (type.empty()) return;
        out.append(" as ");
        out.append(type);
        out.append(")");
    }
    void write_given_key(text_writer& out, std::size_t place) const {
        if (fillings_[place] == filling::server) {
            // Not a constant, which ORDER BY would take for a column's number.
            out.append("coalesce(");
            write_default(out, place);
            out.append(")");
        } else if (fillings_[place] == filling::mixed && !makes(place)) {
            write_mixed(out, place);
        } else {
            write_value(out, place);
        }
    }
    /// `c0, c1`; a row whose key is NULL, or made by the server, is equal to no other: `case when c0 is null or not s1
    /// then n end`.
    void write_key(text_writer& out) const {
        for (std::size_t i = 0; i < key_.count; ++i) {
            if (i != 0) out.append(", ");
            write_key_value(out, key_.at[i]);
            if (const std::string collation = key_.collation(key_.at[i]); !collation.empty()) {
                out.append(" collate ");
                out.append(collation);
            }
        }
        const char* before = ", case when ";
        for (std::size_t i = 0; i < key_.count; ++i) {
            const std::size_t place = key_.at[i];
            if (is_alone_when_null(place)) {
                out.append(before);
                write_key_value(out, place);
                out.append(" is null");
                before = " or ";
            }
            if (fillings_[place] == filling::mixed && makes(place)) {
                out.append(before);
                write_numbered(out, "not s", place);
                before = " or ";
            }
        }
        if (alone_) out.append(" then n end");
    }
    /// What tells new rows from others: that nobody has locked them. PostgreSQL has no such column where rows go into
    /// partitions; there it is that the table did not have them when the statement began.
    void write_inserted(text_writer& out) const {
        if (!model_.is_partition) {
            out.append("xmax = 0");
            return;
        }
        out.append("not exists (select from ");
        out.table(model_.schema, model_.name);
        for (std::size_t i = 0; i < key_.count; ++i) {
            const column_facts& column = model_.facts[key_.at[i]];
            out.append(i == 0 ? " as pgmodel_old where pgmodel_old." : " and pgmodel_old.");
            out.name(column);
            out.append(nulls_distinct_ ? " = " : " is not distinct from ");
            out.table(model_.schema, model_.name);
            out.append(".");
            out.name(column);
        }
        if (model_.marks_removed() && !is_primary_key(model_, key_.at, key_.count)) {
            out.append(" and ");
            write_unmarked(out, model_.facts[model_.removal], "pgmodel_old.");
        }
        out.append(")");
    }
    void write(text_writer& out) const {
        out.append("with pgmodel_done as (");
        write_target(out);
        if (!distinct_) {
            out.append("distinct on (");
            write_key(out);
            out.append(") ");
        }
        write_values(out);
        write_rows(out, true);
        out.append(" order by ");
        if (!distinct_) {
            write_key(out);
            out.append(", n desc");
        } else {
            out.append("n");
        }
        write_conflict(out, model_, set_, key_.at, key_.count);
        out.append(" returning ");
        write_inserted(out);
        out.append(" as inserted) select count(*) filter (where inserted) as inserted, "
                   "count(*) filter (where not inserted) as updated from pgmodel_done");
    }

    const many_key& key_;
    bool set_[most_columns]{};
    bool nulls_distinct_ = true;
    bool distinct_ = false;  ///< the server makes the keys, so that no two rows have the same
    bool alone_ = false;
};

}  // namespace detail

/// For `db.upsert<&product::sku>(rows, pg::set<&product::price>())`: what a row that is there takes from the given one.
template <auto... Field>
constexpr auto set() {
    static_assert(sizeof...(Field) > 0,
                  "pgmodel: set<...>() names the fields that an upsert sets: set<&model::field>()");
    return detail::fields_to_set<Field...>{};
}

}  // namespace pgmodel

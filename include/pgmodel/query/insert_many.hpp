// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// INSERT of many rows by one statement: each column travels as one array, so neither the text nor the number of
// parameters depends on the number of rows. unnest() would flatten columns that are arrays or composites themselves;
// those travel as arrays of text and are cast back.
#pragma once

#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/model/ddl_text.hpp>
#include <pgmodel/query/insert.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/boolean.hpp>
#include <pgmodel/types/text.hpp>

namespace pgmodel::detail {

/// The same field of many rows: `stride` bytes lie between two of them.
struct field_range {
    const void* first;
    std::size_t stride;
    std::size_t count;

    const char* at(std::size_t row) const { return static_cast<const char*>(first) + row * stride; }
    const char* begin() const { return at(0); }
    const char* end() const { return at(count); }
    /// `most` of them, or as many as there are.
    field_range part(std::size_t begin, std::size_t most) const {
        return {at(begin), stride, count - begin < most ? count - begin : most};
    }
};

/// How one column of many rows travels; the functions are shared by all fields of one type.
struct array_access {
    type_ref type{};                   ///< of the parameter: text[] for a column that is an array itself
    type_ref element{};
    std::string_view cast{};           ///< what that is cast back to; empty: nothing
    bool nullable = false;
    std::size_t width = 0;             ///< what an element takes with its length; 0: `size` knows
    /// Of elements with their lengths; if not exactly, perhaps twice as much as they take.
    std::size_t (*size)(const field_range&, bool exactly) = nullptr;
    void (*encode)(const field_range&, writer&) = nullptr;
};

constexpr std::size_t array_header = 20;
inline void write_array_header(writer& out, bool has_null, oid element, std::size_t count) {
    out.write(std::int32_t{1});
    out.write(static_cast<std::int32_t>(has_null));
    out.write(element);
    out.write(static_cast<std::int32_t>(count));
    out.write(std::int32_t{1});
}

template <class Field>
struct field_array {
    using value = unwrapped<Field>;
    // A domain over a composite is flattened like the composite.
    static constexpr bool nested = is_array<value> || composite_value<domain_root<value>>;
    using element = std::conditional_t<nested, std::string, value>;

    static const value* get(const void* at) {
        const Field& field = *static_cast<const Field*>(at);
        if constexpr (is_optional<Field>) return field ? &*field : nullptr;
        else return &field;
    }
    static std::size_t size(const field_range& fields, [[maybe_unused]] bool exactly) {
        std::size_t bytes = 4 * fields.count;
        for (const char *at = fields.begin(), *const end = fields.end(); at != end; at += fields.stride)
            if (const value* v = get(at)) {
                if constexpr (nested) bytes += codec<value>::text_size(*v, exactly);
                else bytes += codec<value>::size(*v);
            }
        return bytes;
    }
    static void encode(const field_range& fields, writer& to) {
        writer out = to;  // a local one stays in registers
        for (const char *at = fields.begin(), *const end = fields.end(); at != end; at += fields.stride) {
            const value* v = get(at);
            if constexpr (is_optional<Field>)
                if (!v) {
                    out.write(std::int32_t{-1});
                    continue;
                }
            if constexpr (width_of<value>() != 0) {
                out.write(static_cast<std::int32_t>(width_of<value>()));
                codec<value>::encode(*v, out);
                continue;
            }
            // The length is written when it is known, so that nothing is computed twice.
            writer length = out;
            out.reserve(4);
            const char* begin = out.position();
            if constexpr (nested) codec<value>::write_text(*v, out);
            else codec<value>::encode(*v, out);
            length.write(static_cast<std::int32_t>(out.position() - begin));
        }
        to = out;
    }
    static constexpr array_access access{codec<element>::array_type,
                                         element_type_of<codec<element>>(),
                                         nested ? codec<value>::type.name : std::string_view{},
                                         is_optional<Field>,
                                         width_of<value>() != 0 ? 4 + width_of<value>() : 0,
                                         width_of<value>() != 0 ? nullptr : &size,
                                         &encode};
};

template <std::size_t N>
struct array_access_list {
    array_access at[N]{};
};
template <class T, std::size_t I>
constexpr array_access make_array_access() {
    if constexpr (facts_of<T>.columns[I].stored() && checked_field_type<T, I>::value)
        return field_array<column_type<I, T>>::access;
    else return {};
}
template <class T, std::size_t... I>
constexpr auto make_array_access_list(std::index_sequence<I...>) {
    return array_access_list<sizeof...(I)>{{make_array_access<T, I>()...}};
}
template <class T>
inline constexpr auto array_access_of = make_array_access_list<T>(std::make_index_sequence<column_count<T>>{});

/// The server default of the field at `place`, as SQL.
template <class T>
struct default_reader {
    std::size_t place;
    std::string text{};

    template <auto M, class R, class D, class U, class X>
    void operator()(const field_declaration<M, R, D, U, X>& item) {
        if constexpr (!std::is_same_v<D, nothing_said>)
            if (column_place<M> == place) text = write_ddl(item.initial).text;
    }
    template <class Other>
    void operator()(const Other&) {}
};
template <class T>
std::string default_text(std::size_t place) {
    default_reader<T> read{place};
    declare<T>().items.each([&read](const auto& item) { read(item); });
    return std::move(read.text);
}

struct many_plan {
    const insert_plan* insert;
    const array_access* arrays;
    std::string (*default_text)(std::size_t place);
    std::size_t row_size;
};
template <class T>
inline constexpr many_plan many_plan_of{&insert_plan_of<T>, array_access_of<T>.at, &default_text<T>, sizeof(T)};

/// Of the rows, none sends a server-filled column, all do, or some: those carry an array of bool that tells which.
enum class filling : unsigned char { server, sent, mixed };

/// One statement that inserts many rows: its text, types and parameters.
class many_insert {
public:
    many_insert(const many_plan& plan, const void* rows, std::size_t count)
        : many_insert(plan, rows, count, not_made{}) {
        for (std::size_t i = 0; i < model_.count; ++i)
            if (insert_returns(model_.facts[i], fillings_[i] == filling::sent, false))
                made_.returns.push_back(static_cast<std::uint16_t>(i));
        made_.make(model_, [this](text_writer& out) {
            write_target(out);
            write_values(out);
            write_rows(out, false);
            write_returning(out, model_, made_.returns.data(), made_.returns.size());
        });
    }
    many_insert(const many_insert&) = delete;
    many_insert& operator=(const many_insert&) = delete;

    const statement_shape& shape() const { return made_.shape; }
    row_statement statement() const { return made_.statement(model_); }

    template <class Channel>
    bound_parameters bind(Channel& channel) {
        std::string_view field;
        try {
            return encode(channel, field);
        } catch (const encode_error& e) {
            throw_encode_error(e, field, 0);
        }
    }

protected:
    struct not_made {};
    many_insert(const many_plan& plan, const void* rows, std::size_t count, not_made)
        : plan_(plan), model_(*plan.insert->usual->model), rows_(static_cast<const char*>(rows)), count_(count) {
        find_fillings();
        for (std::size_t i = 0; i < model_.count; ++i)
            if (fillings_[i] != filling::server) made_.sends.push_back(static_cast<std::uint16_t>(i));
    }

    /// `insert into t (a, b) select `
    void write_target(text_writer& out) const {
        out.append("insert into ");
        out.table(model_.schema, model_.name);
        for (std::size_t i = 0; i < made_.sends.size(); ++i) {
            out.append(i == 0 ? " (" : ", ");
            out.name(model_.facts[made_.sends[i]]);
        }
        out.append(made_.sends.empty() ? " select" : ") select ");
    }
    /// `c0, c1::text[]`
    void write_values(text_writer& out) const {
        for (std::size_t i = 0; i < made_.sends.size(); ++i) {
            const std::size_t place = made_.sends[i];
            if (i != 0) out.append(", ");
            if (fillings_[place] == filling::mixed) write_mixed(out, place);
            else write_value(out, place);
        }
    }
    /// `case when s0 then c0 else default end`
    void write_mixed(text_writer& out, std::size_t place) const {
        write_numbered(out, "case when s", place);
        out.append(" then ");
        write_value(out, place);
        out.append(" else ");
        write_default(out, place);
        out.append(" end");
    }
    void write_value(text_writer& out, std::size_t place) const {
        write_numbered(out, "c", place);
        if (plan_.arrays[place].cast.empty()) return;
        out.append("::");
        out.append(plan_.arrays[place].cast);
    }
    static void write_numbered(text_writer& out, const char* letters, std::size_t place) {
        out.append(letters);
        out.number(place);
    }
    /// ` from unnest($1::bigint[], $2::text[]) as r (c0, c1)`; numbered, they have a column n.
    void write_rows(text_writer& out, bool numbered) const {
        if (made_.sends.empty()) {
            // Every column is computed by the server, so nothing can tell how many rows there are.
            out.append(" from generate_series(1, ");
            out.number(count_);
            out.append(")");
            return;
        }
        const auto parameter = [&out](const type_ref& type) {
            out.parameter_of(type);
            out.append("::");
            out.append(type.name);
        };
        for (std::size_t i = 0; i < made_.sends.size(); ++i) {
            out.append(i == 0 ? " from unnest(" : ", ");
            parameter(plan_.arrays[made_.sends[i]].type);
            if (fillings_[made_.sends[i]] == filling::mixed) {
                out.append(", ");
                parameter(codec<bool>::array_type);
            }
        }
        out.append(numbered ? ") with ordinality" : ")");
        for (std::size_t i = 0; i < made_.sends.size(); ++i) {
            write_numbered(out, i == 0 ? " as r (c" : ", c", made_.sends[i]);
            if (fillings_[made_.sends[i]] == filling::mixed) write_numbered(out, ", s", made_.sends[i]);
        }
        out.append(numbered ? ", n)" : ")");
    }

    /// What the server would fill in, as an expression: DEFAULT stands only in VALUES.
    void write_default(text_writer& out, std::size_t place) const {
        if (!model_.facts[place].identity && !model_.facts[place].serial) {
            out.append(model_.facts[place].server_default ? plan_.default_text(place) : "null");
            return;
        }
        std::string table;
        if (!model_.schema.empty()) table = quote_identifier(model_.schema) + ".";
        quote_identifier(model_.name, table);
        out.append("nextval(pg_get_serial_sequence(");
        out.string(table);
        out.append(", ");
        out.string(model_.facts[place].name);
        out.append("))");
    }

    const many_plan& plan_;
    const model_view& model_;
    const char* rows_;
    std::size_t count_;
    filling fillings_[most_fields]{};
    written_statement made_{};

private:
    /// Rows are looked at in groups whose fields stay in the processor's first cache from one column to the next.
    static constexpr std::size_t group = 32;

    /// Of each column that is sent; returns that of all.
    std::size_t find_sizes(std::size_t* sizes, std::string_view& field, bool exactly) const {
        std::size_t all = 0;
        for (const std::uint16_t place : made_.sends) sizes[place] = array_header + count_ * plan_.arrays[place].width;
        for (std::size_t row = 0; row < count_; row += group)
            for (const std::uint16_t place : made_.sends)
                if (const array_access& column = plan_.arrays[place]; column.size) {
                    field = model_.facts[place].field;
                    sizes[place] += column.size(range(place).part(row, group), exactly);
                }
        for (const std::uint16_t place : made_.sends)
            all += sizes[place] + (fillings_[place] == filling::mixed ? array_header + 5 * count_ : 0);
        return all;
    }

    template <class Channel>
    bound_parameters encode(Channel& channel, std::string_view& field) {
        std::size_t sizes[most_fields];
        std::size_t all = find_sizes(sizes, field, false);
        if (all > largest_message) all = find_sizes(sizes, field, true);

        char* const memory = channel.scratch(all);
        char* next = memory;
        growing_array<writer> columns;
        for (const std::uint16_t place : made_.sends) {
            const array_access& column = plan_.arrays[place];
            writer& out = columns.push_back(writer(next, &channel));
            write_array_header(out, column.nullable, out.id_of(column.element), count_);
            next += sizes[place];
        }
        for (std::size_t row = 0; row < count_; row += group)
            for (std::size_t i = 0; i < made_.sends.size(); ++i) {
                const std::size_t place = made_.sends[i];
                field = model_.facts[place].field;
                plan_.arrays[place].encode(range(place).part(row, group), columns[i]);
            }
        const char* begin = memory;
        for (std::size_t i = 0; i < made_.sends.size(); ++i) {
            const std::size_t place = made_.sends[i];
            field = model_.facts[place].field;
            add(begin, columns[i]);
            begin += sizes[place];
            if (fillings_[place] == filling::mixed) {
                writer sent(next, &channel);
                encode_sent(place, sent);
                add(next, sent);
                next = sent.position();
            }
        }
        return {values_.data(), lengths_.data(), formats_.data()};
    }

    field_range range(std::size_t place) const { return {model_.field(rows_, place), plan_.row_size, count_}; }

    bool (*equal_at(std::size_t place) const)(const void*, const void*) {
        for (std::size_t i = 0; i < plan_.insert->fillable_count; ++i)
            if (plan_.insert->fillable[i].place == place) return plan_.insert->fillable[i].equal;
        return nullptr;
    }
    void find_fillings() {
        bool any = false;
        const void* const initial = plan_.insert->initial ? plan_.insert->initial() : nullptr;
        for (std::size_t i = 0; i < model_.count; ++i) {
            const column_facts& facts = model_.facts[i];
            fillings_[i] = facts.stored() && !facts.never_sent() ? filling::sent : filling::server;
            if (facts.stored() && facts.server_fills() && !facts.never_sent()) {
                const auto equal = equal_at(i);
                const field_range fields = range(i);
                const void* const same = model_.field(initial, i);
                std::size_t sent = 0;
                for (const char *at = fields.begin(), *const end = fields.end(); at != end; at += fields.stride)
                    sent += !equal(at, same);
                fillings_[i] = sent == 0 ? filling::server : sent == count_ ? filling::sent : filling::mixed;
            }
            any = any || fillings_[i] != filling::server;
        }
        // A statement that sends no column cannot tell how many rows it makes, so it sends a server-filled one.
        for (std::size_t i = 0; !any && i < model_.count; ++i)
            if (model_.facts[i].stored() && !model_.facts[i].never_sent()) {
                fillings_[i] = filling::mixed;
                any = true;
            }
    }
    void encode_sent(std::size_t place, writer& out) const {
        const auto equal = equal_at(place);
        const void* const initial = model_.field(plan_.insert->initial(), place);
        const field_range fields = range(place);
        write_array_header(out, false, codec<bool>::type.id, count_);
        for (std::size_t row = 0; row < count_; ++row) {
            out.write(std::int32_t{1});
            out.write(static_cast<std::uint8_t>(!equal(fields.at(row), initial)));
        }
    }
    void add(const char* begin, const writer& out) {
        const auto size = static_cast<std::size_t>(out.position() - begin);
        if (size > longest_value)
            throw encode_error("pgmodel: a column of these rows takes 1 GiB or more; insert fewer rows at once");
        values_.push_back(begin);
        lengths_.push_back(static_cast<int>(size));
        formats_.push_back(1);
    }

    growing_array<const char*> values_{};
    growing_array<int> lengths_{};
    growing_array<int> formats_{};
};

}  // namespace pgmodel::detail

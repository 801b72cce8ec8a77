// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The statement that inserts many rows.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/query/insert_many.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// Of the rows, none sends a server-filled column, all do, or some: those carry an array of bool that tells which.
enum class filling : unsigned char { server, sent, mixed };

/// One statement that inserts many rows: its text, types and parameters.
class many_insert {
public:
    many_insert(const many_plan& plan, const void* rows, std::size_t count)
        : many_insert(plan, rows, count, not_made{}) {
        for (std::size_t i = 0; i < model_.count; ++i)
            if (insert_returns(model_, i, fillings_[i] == filling::sent, {}))
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
            if (field.empty()) throw;
            throw_encode_error(e, made_.shape, field, 0, find_refused(channel, field));
        }
    }

    /// Of which field a parameter is. A mixed column has two.
    std::string_view field(std::size_t parameter) const {
        std::size_t i = 0;
        for (const std::uint16_t place : made_.sends) {
            i += fillings_[place] == filling::mixed ? 2 : 1;
            if (parameter < i) return model_.facts[place].field;
        }
        return {};
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
    filling fillings_[most_columns]{};
    written_statement made_{};

private:
    /// Rows are looked at in groups whose fields stay in the processor's first cache from one column to the next.
    static constexpr std::size_t group = 32;

    /// Of each column that is sent; returns that of all.
    std::size_t find_sizes(std::size_t* sizes, std::string_view& field, bool exactly) const {
        if (count_ > largest_message / 4) return ~std::size_t{0};  // of their lengths alone
        std::size_t all = 0;
        for (const std::uint16_t place : made_.sends) sizes[place] = array_header + count_ * plan_.arrays[place].width;
        for (std::size_t row = 0; row < count_; row += group)
            for (const std::uint16_t place : made_.sends)
                if (const array_access& column = plan_.arrays[place]; column.size) {
                    field = model_.facts[place].field;
                    sizes[place] = add_sizes(sizes[place], column.size(range(place).part(row, group), exactly));
                }
        for (const std::uint16_t place : made_.sends)
            all = add_sizes(
                all, add_sizes(sizes[place], fillings_[place] == filling::mixed ? array_header + 5 * count_ : 0));
        return all;
    }

    /// Which row, counted from 1, holds the value that cannot be sent.
    template <class Channel>
    std::size_t find_refused(Channel& channel, std::string_view field) const {
        std::size_t place = 0, row = 0;
        while (model_.facts[place].field != field) ++place;
        const array_access& column = plan_.arrays[place];
        try {
            for (; row < count_; ++row) {
                const auto one = range(place).part(row, 1);
                std::string memory(column.width + (column.size ? column.size(one, true) : 0), '\0');
                writer out(memory.data(), &channel);
                column.encode(one, out);
            }
        } catch (const encode_error&) {
            return row + 1;
        }
        return 0;
    }

    template <class Channel>
    bound_parameters encode(Channel& channel, std::string_view& field) {
        std::size_t sizes[most_columns];
        std::size_t all = find_sizes(sizes, field, false);
        if (all > largest_message) all = find_sizes(sizes, field, true);
        field = {};
        if (all > largest_message)
            throw encode_error("pgmodel: these rows take 1 GiB or more; insert fewer at once, or copy_rows()",
                               {.statement = std::string(made_.shape.sql)});

        char* const memory = channel.memory().begin(all);
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
        values_.push_back(begin);
        lengths_.push_back(static_cast<int>(out.position() - begin));
        formats_.push_back(1);
    }

    growing_array<const char*> values_{};
    growing_array<int> lengths_{};
    growing_array<int> formats_{};
};

}  // namespace pgmodel::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// INSERT of many rows by one statement: each column travels as one array, so neither the text nor the number of
// parameters depends on the number of rows. unnest() would flatten columns that are arrays themselves; those travel as
// arrays of text and are cast back.
#pragma once

#include <pgmodel/model/ddl_text.hpp>
#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/insert.hpp>

#include <pgmodel/types/array.hpp>
#include <pgmodel/types/boolean.hpp>
#include <pgmodel/types/text.hpp>

namespace pgmodel::detail {

/// How one column of many rows is sent.
template <class T, std::size_t I>
struct column_array {
    using field = field_type<I, T>;
    using value = unwrapped<field>;
    static constexpr bool nested = !std::is_void_v<typename element_of<value>::type>;
    using element = std::conditional_t<nested, std::string, value>;
    static constexpr type_ref type = codec<element>::array_type;

    static std::size_t size(const T* rows, std::size_t count) {
        std::size_t bytes = 20 + 4 * count;
        for (std::size_t i = 0; i < count; ++i) {
            const field& v = get_field<I>(rows[i]);
            if constexpr (is_optional<field>) {
                if (v) bytes += element_size(*v);
            } else {
                bytes += element_size(v);
            }
        }
        return bytes;
    }
    static void encode(const T* rows, std::size_t count, writer& out) {
        out.write(std::int32_t{1});
        out.write(std::int32_t{is_optional<field>});
        out.write(out.id_of(codec<element>::type));
        out.write(static_cast<std::int32_t>(count));
        out.write(std::int32_t{1});
        for (std::size_t i = 0; i < count; ++i) {
            const field& v = get_field<I>(rows[i]);
            if constexpr (is_optional<field>) {
                if (v) encode_element(*v, out);
                else out.write(std::int32_t{-1});
            } else {
                encode_element(v, out);
            }
        }
    }

private:
    static std::size_t element_size(const value& v) {
        if constexpr (nested) return codec<value>::text(v).size();
        else return codec<value>::size(v);
    }
    static void encode_element(const value& v, writer& out) {
        // The length is written when it is known, so that nothing is computed twice.
        writer length = out;
        out.write(std::int32_t{0});
        const char* begin = out.position();
        if constexpr (nested) codec<std::string>::encode(codec<value>::text(v), out);
        else codec<value>::encode(v, out);
        length.write(static_cast<std::int32_t>(out.position() - begin));
    }
};

/// Of the rows, none sends a server-filled column, all do, or some: those carry an array of bool that tells which.
enum class filling : unsigned char { server, sent, mixed };

template <class T>
struct column_fillings {
    filling of[field_count<T>]{};
};

/// `insert into t (a, b) select c1, c2::text[] from unnest($1::bigint[], $2::text[]) as r (c1, c2) returning ...`
template <class T>
struct many_insert {
    template <class Out>
    static constexpr void write(Out& out, const column_fillings<T>& fillings) {
        write(out, fillings, std::make_index_sequence<field_count<T>>{});
    }
    template <class Out, std::size_t... I>
    static constexpr void write(Out& out, const column_fillings<T>& fillings, std::index_sequence<I...>) {
        out.append("insert into ");
        out.template table<T>();
        std::size_t n = 0;
        ((sends<I>(fillings) ? (out.append(n++ == 0 ? " (" : ", "), out.name(facts_of<T>.columns[I].name)) : void()), ...);
        out.append(") select ");
        n = 0;
        (write_source<I>(out, fillings, n), ...);
        out.append(" from unnest(");
        n = 0;
        (write_array<I>(out, fillings, n), ...);
        out.append(") as r (");
        n = 0;
        ((sends<I>(fillings) ? write_alias(out, I, fillings.of[I], n) : void()), ...);
        out.append(")");
        n = 0;
        for (std::size_t i = 0; i < field_count<T>; ++i)
            if (returns(fillings, i)) {
                out.append(n++ == 0 ? " returning " : ", ");
                out.name(facts_of<T>.columns[i].name);
            }
    }
    static constexpr bool returns(const column_fillings<T>& fillings, std::size_t column) {
        return server_filled<T>.has[column] && fillings.of[column] != filling::sent;
    }
    template <std::size_t I>
    static constexpr bool sends(const column_fillings<T>& fillings) {
        return always_sent<T>.has[I] || (server_filled<T>.has[I] && fillings.of[I] != filling::server);
    }

private:
    template <class Out>
    static constexpr void write_alias(Out& out, std::size_t column, filling f, std::size_t& n) {
        out.append(n++ == 0 ? "c" : ", c");
        out.number(column);
        if (f == filling::mixed) {
            out.append(", s");
            out.number(column);
        }
    }
    template <std::size_t I, class Out>
    static constexpr void write_source(Out& out, const column_fillings<T>& fillings, std::size_t& n) {
        if constexpr (facts_of<T>.columns[I].stored()) {
            if (!sends<I>(fillings)) return;
            if (n++ != 0) out.append(", ");
            const bool mixed = server_filled<T>.has[I] && fillings.of[I] == filling::mixed;
            if (mixed) {
                out.append("case when s");
                out.number(I);
                out.append(" then ");
            }
            out.append("c");
            out.number(I);
            if constexpr (column_array<T, I>::nested) {
                out.append("::");
                out.append(codec<unwrapped<field_type<I, T>>>::type.name);
            }
            if (mixed) {
                out.append(" else ");
                write_default<I>(out);
                out.append(" end");
            }
        }
    }
    template <std::size_t I, class Out>
    static constexpr void write_array(Out& out, const column_fillings<T>& fillings, std::size_t& n) {
        if constexpr (facts_of<T>.columns[I].stored()) {
            if (!sends<I>(fillings)) return;
            if (n++ != 0) out.append(", ");
            out.template typed_parameter<column_array<T, I>>();
            if (server_filled<T>.has[I] && fillings.of[I] == filling::mixed) {
                out.append(", ");
                out.template parameter<std::vector<bool>>();
            }
        }
    }
    /// What the server would fill in, as an expression: DEFAULT stands only in VALUES. Only at run time.
    template <std::size_t I, class Out>
    static constexpr void write_default(Out& out) {
        if (std::is_constant_evaluated()) return;
        if constexpr (facts_of<T>.columns[I].identity) {
            std::string table;
            if (!facts_of<T>.schema.empty()) table = quote_identifier(facts_of<T>.schema) + ".";
            quote_identifier(facts_of<T>.name, table);
            out.append("nextval(pg_get_serial_sequence(");
            out.string(table);
            out.append(", ");
            out.string(facts_of<T>.columns[I].name);
            out.append("))");
        } else {
            std::string text;
            declare<T>().items.each([&text](const auto& item) { find_default<I>(item, text); });
            out.append(text);
        }
    }
    template <std::size_t I, auto M, class R, class D, class U>
    static void find_default(const field_declaration<M, R, D, U>& item, std::string& text) {
        if constexpr (!std::is_same_v<D, nothing_said>)
            if (field_index<M> == I) text = write_ddl(item.default_value).text;
    }
    template <std::size_t I, class Other>
    static void find_default(const Other&, std::string&) {}
};

/// The writer that also knows columns as arrays.
template <class T>
struct array_writer : table_writer<T> {
    template <class Array>
    constexpr void typed_parameter() {
        if (this->types) this->types[this->parameters] = Array::type;
        this->push_back('$');
        this->number(++this->parameters);
        this->append("::");
        this->append(Array::type.name);
    }
};

/// One statement that inserts all of `rows`: its text, types and parameters.
template <class T>
class written_many {
public:
    written_many(const T* rows, std::size_t count) : rows_(rows), count_(count) {
        find_fillings(indices{});
        array_writer<T> counter{};
        many_insert<T>::write(counter, fillings_);
        sql_.resize(counter.size);
        array_writer<T> out{};
        out.out = sql_.data();
        out.types = types_;
        many_insert<T>::write(out, fillings_);
        shape_.sql = sql_;
        shape_.parameters = types_;
        shape_.parameter_count = out.parameters;
        shape_.columns = columns_;
        shape_.match = match_columns::by_position;
        shape_.field_of = &fields_behind<T>;
        each([&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
            if (many_insert<T>::returns(fillings_, N))
                columns_[shape_.column_count++] = expect<field_type<N, T>>(facts_of<T>.columns[N].name, true);
        });
        shape_.set_hash();
    }
    written_many(const written_many&) = delete;
    written_many& operator=(const written_many&) = delete;

    const statement_shape& shape() const { return shape_; }

    template <class Channel>
    bound_parameters bind(Channel& channel) {
        std::string_view field;
        try {
            std::size_t bytes = 0;
            each([&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
                if (!many_insert<T>::template sends<N>(fillings_)) return;
                field = facts_of<T>.columns[N].field;
                bytes += column_array<T, N>::size(rows_, count_);
                if (is_mixed(N)) bytes += 20 + 5 * count_;
            });
            writer out(channel.scratch(bytes), &channel);
            std::size_t next = 0;
            each([&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
                if (!many_insert<T>::template sends<N>(fillings_)) return;
                field = facts_of<T>.columns[N].field;
                const char* begin = out.position();
                column_array<T, N>::encode(rows_, count_, out);
                set(next++, begin, out);
                if (is_mixed(N)) {
                    begin = out.position();
                    encode_sent<N>(out);
                    set(next++, begin, out);
                }
            });
        } catch (const encode_error& e) {
            throw_encode_error(e, field, 0);
        }
        return {values_, lengths_, binary_formats<most>.formats};
    }

    /// Puts what the server has filled in into the rows: the statement returns them in the order in which they were given.
    template <class Result>
    void read_into(T* rows, const Result& result, decode_position& at) const {
        for (; at.row < count_; ++at.row) {
            std::size_t next = 0;
            each([&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
                if (many_insert<T>::returns(fillings_, N))
                    get_field<N>(rows[at.row]) = read_value<field_type<N, T>>(result, at, next++);
            });
        }
    }

    static constexpr std::size_t most = 2 * field_count<T>;

private:
    using indices = std::make_index_sequence<field_count<T>>;

    template <class F>
    static void each(const F& f) {
        each(f, indices{});
    }
    template <class F, std::size_t... I>
    static void each(const F& f, std::index_sequence<I...>) {
        (each_stored<I>(f), ...);
    }
    template <std::size_t I, class F>
    static void each_stored(const F& f) {
        if constexpr (facts_of<T>.columns[I].stored()) f(std::integral_constant<std::size_t, I>{});
    }

    bool is_mixed(std::size_t column) const {
        return server_filled<T>.has[column] && fillings_.of[column] == filling::mixed;
    }
    template <std::size_t I>
    bool is_sent(std::size_t row) const {
        return !(get_field<I>(rows_[row]) == get_field<I>(initial_row<T>::get()));
    }
    template <std::size_t... I>
    void find_fillings(std::index_sequence<I...>) {
        initial_row<T>::get();
        (find_filling<I>(), ...);
        // A statement without any column to send cannot tell how many rows it makes, so it sends a server-filled one.
        if (!always_sent<T>.any()) {
            bool any = false;
            for (std::size_t i = 0; i < field_count<T>; ++i) any = any || fillings_.of[i] != filling::server;
            for (std::size_t i = 0; !any && i < field_count<T>; ++i)
                if (server_filled<T>.has[i]) fillings_.of[i] = filling::mixed, any = true;
        }
    }
    template <std::size_t I>
    void find_filling() {
        if constexpr (server_filled<T>.has[I]) {
            std::size_t sent = 0;
            for (std::size_t row = 0; row < count_; ++row) sent += is_sent<I>(row);
            fillings_.of[I] = sent == 0 ? filling::server : sent == count_ ? filling::sent : filling::mixed;
        }
    }
    template <std::size_t I>
    void encode_sent(writer& out) const {
        if constexpr (server_filled<T>.has[I]) {
            out.write(std::int32_t{1});
            out.write(std::int32_t{0});
            out.write(oid{16});
            out.write(static_cast<std::int32_t>(count_));
            out.write(std::int32_t{1});
            for (std::size_t row = 0; row < count_; ++row) {
                out.write(std::int32_t{1});
                out.write(static_cast<std::uint8_t>(is_sent<I>(row)));
            }
        }
    }
    void set(std::size_t place, const char* begin, const writer& out) {
        const auto size = static_cast<std::size_t>(out.position() - begin);
        if (size > longest_value)
            throw encode_error("pgmodel: a column of these rows takes 1 GiB or more; insert fewer rows at once");
        values_[place] = begin;
        lengths_[place] = static_cast<int>(size);
    }

    const T* rows_;
    std::size_t count_;
    column_fillings<T> fillings_{};
    std::string sql_{};
    type_ref types_[most + 1]{};
    expected_column columns_[field_count<T> + 1]{};
    statement_shape shape_{};
    const char* values_[most + 1]{};
    int lengths_[most + 1]{};
};

}  // namespace pgmodel::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/session/bulk_access.hpp>
#include <pgmodel/session/copy_rows.hpp>
#include <pgmodel/session/transaction.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// The types that were looked up before, so that nothing is asked of the connection while it copies.
class types_in_advance : public type_resolver {
public:
    explicit types_in_advance(channel& c) : type_resolver(&find), on_(c) {}
    void stop_asking() { copying_ = true; }

private:
    static oid find(type_resolver& self, const type_ref& type) {
        auto& all = static_cast<types_in_advance&>(self);
        if (type.id) return type.id;
        for (const auto& known : all.known_)
            if (known.name == type.name) return known.id;
        if (all.copying_)
            throw usage_error("pgmodel: the type " + std::string(type.name) +
                              " stands within values of a codec of yours, so these rows cannot be copied; insert them");
        return all.known_.push_back({type.name, all.on_.resolve(type)}).id;
    }

    struct named_type {
        std::string_view name{};
        oid id{};
    };
    channel& on_;
    growing_array<named_type> known_{};
    bool copying_ = false;
};

/// Encodes rows into a chunk of memory, which is sent when it is full.
class row_copier {
public:
    row_copier(channel& c, const copy_plan& plan, const copy_options& wanted)
        : channel_(c), plan_(plan), all_columns_(wanted.all_columns), types_(c) {}
    row_copier(const row_copier&) = delete;

    template <class = when_used>
    bool add(const void* row) {
        ++rows_;
        if (rows_ == 1) begin(row);
        room_.at = out_->position();
        const char* behind = nullptr;
        try {
            behind = plan_.write(row, room_);
        } catch (const encode_error&) {  // to be thrown again, with its field
        }
        if (!behind) [[unlikely]]
            return add_by_values(row);
        out_->reserve(static_cast<std::size_t>(behind - room_.at));
        return behind - start_ < full || send_full();
    }
    std::uint64_t rows() const { return rows_; }
    /// Sends what is left.
    template <class = when_used>
    result finish(const std::exception_ptr& failure) {
        if (!begun_) {
            if (failure) std::rethrow_exception(failure);
            return {};
        }
        bool complete = !failure && !refused_;
        if (complete) {
            out_->write(std::int16_t{-1});
            complete = send(out_->position());
        }
        auto answer = end(complete, failure);
        if (answer.affected() != rows_)
            throw row_count_error("pgmodel: " + std::to_string(answer.affected()) + " of " + std::to_string(rows_) +
                                      " rows were taken; a trigger has suppressed the others",
                                  {.statement = sql_, .table = std::string(plan_.model->name)});
        return answer;
    }

private:
    static constexpr std::ptrdiff_t full = bulk_access::copy_message;
    /// With room for a row behind what is sent, and less than what an allocator asks the system for each time.
    static constexpr std::size_t chunk = full + full / 4;

    struct sent_column {
        encode_function encode = nullptr;
        std::ptrdiff_t offset = 0;  ///< of the field in the row
        std::size_t place = 0;
    };

    bool has_value(const fillable_column& column, const void* row) const {
        return !column.equal(plan_.model->field(row, column.place), plan_.model->field(initial_, column.place));
    }
    const column_facts& facts(std::size_t place) const { return plan_.model->facts[place]; }
    std::string row_text() const { return "row " + std::to_string(rows_); }

    /// The first row decides which columns are sent.
    template <class = when_used>
    void begin(const void* row) {
        initial_ = plan_.initial();
        for (std::size_t i = 0; i < plan_.model->count; ++i)
            sent_[i] = facts(i).stored() && !facts(i).generated &&
                       (all_columns_ || !facts(i).server_fills() || set_unsent(facts(i)));
        for (std::size_t i = 0; !all_columns_ && i < plan_.given_count; ++i) {
            const auto& column = plan_.given[i];
            sent_[column.place] = given_[i] = has_value(column, row);
            if (given_[i] && facts(column.place).always)
                fail("a value for field ", column.place,
                     ", which the server numbers in any case; {.all_columns = true} keeps it");
        }
        for (std::size_t i = 0; i < plan_.model->count; ++i)
            if (sent_[i]) sends_.push_back({plan_.model->fields[i].encode, plan_.model->offset(i), i});
        if (sends_.empty())
            throw usage_error("pgmodel: the server fills all columns of these rows, so there is nothing to copy; "
                              "insert them");
        sql_ = write_sql();
        shape_.sql = sql_;
        shape_.field_of = {&fields_of_view, plan_.model};
        shape_.of_models = true;

        bulk_access::check_table(channel_, shape_.field_of);
        plan_.resolve(types_);
        types_.stop_asking();
        begin_copy();
        begun_ = true;
        room_.columns = static_cast<std::int16_t>(sends_.size());
        room_.sent = sent_;
        room_.initial = all_columns_ ? nullptr : initial_;
        room_.types = &types_;
        begin_chunk();
        out_->bytes({"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19});
    }
    template <class = when_used>
    void begin_copy() {
        try {
            bulk_access::begin_copy_in(channel_, shape_);
        } catch (const server_error& e) {
            // Its sentence is in the server's language.
            if (e.sqlstate() != "0A000" || e.info().routine != "DoCopy") throw;
            throw usage_error("pgmodel: row-level security holds for this role in table \"" +
                                  std::string(plan_.model->name) + "\", so COPY is refused; insert the rows",
                              e.info());
        }
    }
    template <class = when_used>
    std::string write_sql() const {
        const auto write = [this](text_writer& out) {
            out.append("copy ");
            out.table(plan_.model->schema, plan_.model->name);
            for (std::size_t i = 0; i < sends_.size(); ++i) {
                out.append(i == 0 ? " (" : ", ");
                out.name(facts(sends_[i].place));
            }
            out.append(") from stdin (format binary)");
        };
        text_writer counter{};
        write(counter);
        std::string sql(counter.size, '\0');
        text_writer out{};
        out.out = sql.data();
        write(out);
        return sql;
    }

    template <class = when_used>
    void compare_given(const void* row) const {
        for (std::size_t i = 0; i < plan_.given_count; ++i) {
            const auto& column = plan_.given[i];
            if (has_value(column, row) == given_[i]) continue;
            fail(given_[i] ? "no value for field " : "a value for field ", column.place,
                 given_[i] ? ", but the first row has one; COPY has one list of columns for all rows, so sort them, or "
                             "send all as they are: {.all_columns = true}"
                           : ", which the first row leaves to the server; COPY has one list of columns for all rows, "
                             "so sort them, or send all as they are: {.all_columns = true}");
        }
    }
    template <class = when_used>
    [[noreturn]] void fail(std::string_view what, std::size_t place, std::string_view why) const {
        throw usage_error("pgmodel: " + row_text() + " has " + std::string(what) + std::string(facts(place).field) +
                              std::string(why),
                          {.statement = sql_,
                           .table = std::string(plan_.model->name),
                           .column = std::string(facts(place).name),
                           .field = std::string(facts(place).field)});
    }
    template <class = when_used>
    [[noreturn]] void fail_value_of(const encode_error& e, std::size_t place) const {
        error_info info = e.info();
        info.statement = sql_;
        info.table = plan_.model->name;
        info.column = facts(place).name;
        info.field = facts(place).field;
        throw encode_error(std::string(e.what()) + " (field " + info.field + " of " + row_text() + ')', info);
    }

    /// Adds the row to what the server says of one, keeping the type of the exception.
    template <class = when_used>
    result end(bool complete, const std::exception_ptr& failure) {
        std::uint64_t row = 0;
        try {
            return bulk_access::end_copy_in(channel_, shape_, complete, failure, row);
        } catch (const error& e) {
            const auto kind = e.sqlstate().error_class();
            if (failure || row == 0 || (kind != "22" && kind != "23")) throw;
            rethrow_of_row<unique_violation, foreign_key_violation, not_null_violation, check_violation,
                           exclusion_violation, constraint_violation, server_error>(" (row " + std::to_string(row) +
                                                                                    ')');
        }
    }
    template <class First, class... More>
    [[noreturn]] static void rethrow_of_row(const std::string& row) {
        try {
            throw;
        } catch (const First& e) {
            throw First(e.what() + row, e.info());
        } catch (const error&) {
            if constexpr (sizeof...(More) > 0) rethrow_of_row<More...>(row);
            else throw;
        }
    }

    // ---- memory

    /// For all lengths and values that do not ask for room, and what stands before and behind the rows.
    std::size_t values() const { return 2 * sends_.size() + 4; }
    std::size_t least_room() const { return value_writer::small * values(); }
    std::size_t room() const { return static_cast<std::size_t>(memory_.end() - out_->position()); }

    template <class = when_used>
    void begin_chunk() {
        first_ = memory_.begin(chunk + plan_.width + least_room());
        out_ = std::make_unique<value_writer>(memory_, values(), &types_);
        start_ = first_;
        room_.end = memory_.end() - plan_.width - least_room();
    }
    template <class = when_used>
    bool send(const char* end) {
        refused_ = !bulk_access::put_copy(channel_.link(), {start_, static_cast<std::size_t>(end - start_)}, sql_);
        return !refused_;
    }
    /// Sends whole messages of what is in one block, and leaves what is behind them for the next one.
    template <class = when_used>
    bool send_full() {
        const char* const end = out_->position();
        const char* const sent = end - (end - start_) % full;
        if (!send(sent)) return false;
        const auto rest = static_cast<std::size_t>(end - sent);
        __builtin_memmove(first_, sent, rest);
        begin_chunk();
        out_->reserve(rest);
        return true;
    }
    template <class = when_used>
    bool send_chunk() {
        if (!send(out_->position())) return false;
        memory_.finish();
        begin_chunk();
        return true;
    }

    /// A row that does not fit into what is left, or holds what cannot be sent, which is told here.
    template <class = when_used>
    [[gnu::noinline]] bool add_by_values(const void* row) {
        if (!all_columns_) compare_given(row);
        if (room() < least_room()) [[unlikely]]
            if (!send_chunk()) return false;
        out_->write(room_.columns);
        const sent_column* column = sends_.begin();
        try {
            for (const sent_column* const end = sends_.end(); column != end; ++column)
                if (!write_value(*column, static_cast<const char*>(row))) return false;
        } catch (const encode_error& e) {
            fail_value_of(e, column->place);
        }
        if (start_ != first_) return send_chunk();
        return out_->position() - start_ < full || send_full();
    }

    /// The length and the value, which may have begun a further block of memory.
    template <class = when_used>
    [[gnu::always_inline]] bool write_value(const sent_column& column, const char* row) {
        value_writer& out = *out_;
        char* const length = out.reserve(4);
        const char* const begin = length + 4;
        const encoded_value value = column.encode(row + column.offset, out);
        if (value.bytes == begin) [[likely]] {
            writer(length).write(static_cast<std::int32_t>(value.size));
            return true;
        }
        writer(length).write(value.bytes ? static_cast<std::int32_t>(value.size) : std::int32_t{-1});
        if (!value.bytes) return true;
        if (out.position() == begin) return write_bytes({value.bytes, value.size});
        const bool sent = send(begin);
        start_ = value.bytes;
        return sent;
    }
    /// Of a value that is sent from where it is.
    template <class = when_used>
    bool write_bytes(std::string_view bytes) {
        if (bytes.size() > longest_value) [[unlikely]]
            fail_size();
        if (bytes.size() < room() && room() - bytes.size() >= least_room()) [[likely]] {
            out_->bytes(bytes);
            return true;
        }
        if (!send_chunk()) return false;
        if (bytes.size() <= chunk) {
            out_->bytes(bytes);
            return true;
        }
        refused_ = !bulk_access::put_copy(channel_.link(), bytes, sql_);
        return !refused_;
    }

    channel& channel_;
    const copy_plan& plan_;
    bool all_columns_;
    types_in_advance types_;
    const void* initial_ = nullptr;
    growing_array<sent_column> sends_{};
    bool given_[most_columns]{}, sent_[most_columns]{};
    copy_room room_{};
    std::string sql_{};
    statement_shape shape_{};
    value_memory memory_{};
    std::unique_ptr<value_writer> out_{};
    char* first_ = nullptr;        ///< of the block that each chunk begins with
    const char* start_ = nullptr;  ///< of what was not sent yet
    std::uint64_t rows_ = 0;
    bool begun_ = false, refused_ = false;
};

PGMODEL_BODY
bool copy_row(row_copier& to, const void* row) { return to.add(row); }

template <class = when_used>
std::uint64_t run_row_copier(channel& c, const copy_plan& plan, const copy_options& wanted, row_source source) {
    std::uint64_t rows = 0;
    const std::string label = "copy " + std::string(plan.model->name) + " from stdin (format binary)";
    static_cast<void>(bulk_access::run_alone(
        c, label, "pgmodel: the connection is used by the rows that are copied to it; use another connection", [&] {
            row_copier to(c, plan, wanted);
            std::exception_ptr failure;
            try {
                source.send(source.rows, to);
            } catch (...) {
                failure = std::current_exception();
            }
            auto answer = to.finish(failure);
            rows = to.rows();
            return answer;
        }));
    return rows;
}
/// In a transaction of its own, if there is none: the table stays what it was found to be, and nothing is stored unless
/// all rows are.
PGMODEL_BODY
std::uint64_t run_copy_rows(channel& c, const copy_plan& plan, const copy_options& wanted, row_source source) {
    if (c.depth() > 0 || c.in_transaction()) return run_row_copier(c, plan, wanted, source);
    lent_connection on(c);
    scoped_transaction own(on);
    const auto rows = run_row_copier(c, plan, wanted, source);
    own.commit();
    return rows;
}

}  // namespace pgmodel::detail

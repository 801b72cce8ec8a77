// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The rows that a statement has returned, in libpq's memory.
#pragma once

#include <pgmodel/core/exchange.hpp>
#include <pgmodel/types/wire.hpp>

#include <libpq-fe.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

/// Owns a PGresult. Values, names and readers point into it.
class result {
public:
    result() = default;
    explicit result(PGresult* raw) : raw_(raw) {}
    result(result&& other) noexcept
        : raw_(exchange_plain(other.raw_)), order_(exchange_plain(other.order_)),
          statement_(exchange_plain(other.statement_)) {}
    result& operator=(result&& other) noexcept {
        swap_plain(raw_, other.raw_);
        swap_plain(order_, other.order_);
        swap_plain(statement_, other.statement_);
        return *this;
    }
    ~result() {
        if (raw_) PQclear(raw_);
    }

    PGresult* get() const { return raw_; }
    explicit operator bool() const { return raw_ != nullptr; }

    std::size_t rows() const { return static_cast<std::size_t>(PQntuples(raw_)); }
    std::size_t columns() const { return static_cast<std::size_t>(PQnfields(raw_)); }
    bool is_null(std::size_t row, std::size_t column) const {
        return PQgetisnull(raw_, static_cast<int>(row), static_cast<int>(column)) != 0;
    }
    /// A NULL reads as an empty value: who decodes fixed-size types needs is_null() only when that fails.
    [[gnu::always_inline]] reader value(std::size_t row, std::size_t column) const {
        const int r = static_cast<int>(row), c = static_cast<int>(column);
        return {PQgetvalue(raw_, r, c), static_cast<std::size_t>(PQgetlength(raw_, r, c))};
    }
    std::string_view column_name(std::size_t column) const {
        const char* name = PQfname(raw_, static_cast<int>(column));
        return name ? name : "";
    }

    /// Rows that the statement touched or returned: the number at the end of its command tag, `INSERT 0 5`; 0 for
    /// statements that count none. (PQcmdTuples compares the tag with all that libpq knows, which takes longer.)
    std::uint64_t affected() const {
        std::uint64_t count = 0, unit = 1;
        if (!raw_) return count;
        const char* const tag = PQcmdStatus(raw_);
        for (const char* c = tag + __builtin_strlen(tag); c != tag && c[-1] >= '0' && c[-1] <= '9'; --c, unit *= 10)
            count += unit * static_cast<std::uint64_t>(c[-1] - '0');
        return count;
    }

    /// match_columns::by_name: expected column i is at order()[i]. Null: at i. Valid until the connection's next
    /// statement.
    const std::uint16_t* order() const { return order_; }
    void set_order(const std::uint16_t* order) { order_ = order; }
    /// SQL text, for messages; empty where it is not known. Valid as long as order().
    std::string_view statement() const { return statement_ ? *statement_ : std::string_view(); }
    void set_statement(const std::string* text) { statement_ = text; }

private:
    PGresult* raw_ = nullptr;
    const std::uint16_t* order_ = nullptr;
    const std::string* statement_ = nullptr;
};

}  // namespace pgmodel::detail

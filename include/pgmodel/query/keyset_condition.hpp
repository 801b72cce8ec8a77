// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The rows of an ordered query beyond a place in it, as a condition that an index in that order serves.
#pragma once

#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/text.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace pgmodel::detail {

/// A key of the order.
struct keyset_key {
    void (*write)(text_writer&);
    type_ref type;
    bool nullable;
    bool descending;
    bool nulls_first;
    bool composite;  ///< of which IS NULL asks each attribute
};

/// Rows where the first key is NULL, and those where it is not, are two ranges of an index. Where both are beyond the
/// place, the far one is asked for when the near one is at its end.
enum class keyset_part { whole, near, far };

/// A place in the order, and which way from it.
struct keyset_place {
    const keyset_key* keys;
    std::size_t count;
    const bool* is_null;  ///< which values of the place
    bool backward;
    bool inclusive;
    keyset_part part = keyset_part::whole;

    bool ascending(std::size_t i) const { return keys[i].descending == backward; }
    bool nulls_first(std::size_t i) const { return keys[i].nulls_first != backward; }
    /// Are there rows beyond the place where the key is NULL, though it is not at the place, or the other way round?
    bool has_two_ranges(std::size_t i) const { return keys[i].nullable && is_null[i] == nulls_first(i); }
    bool is_row() const {
        for (std::size_t i = 0; i < count; ++i)
            if (keys[i].nullable || ascending(i) != ascending(0)) return false;
        return true;
    }
};

class keyset_writer {
public:
    keyset_writer(text_writer& out, const keyset_place& at) : out_(out), at_(at), numbers_(at.count) {}

    void write() {
        if (at_.part == keyset_part::far) return null_test(!at_.is_null[0], 0);
        if (at_.is_row()) return row();
        beyond(0);
    }

private:
    void is(std::string_view what, std::size_t i) {
        at_.keys[i].write(out_);
        out_.append(" ");
        out_.append(what);
    }
    void null_test(bool null, std::size_t i) {
        if (at_.keys[i].composite) is(null ? "is not distinct from null" : "is distinct from null", i);
        else is(null ? "is null" : "is not null", i);
    }
    void value(std::size_t i) {
        if (numbers_[i] == 0) {
            out_.parameter_of(at_.keys[i].type);
            numbers_[i] = out_.parameters;
        } else {
            out_.push_back('$');
            out_.number(numbers_[i]);
        }
    }
    std::string_view symbol(std::size_t i, bool equal) const {
        if (at_.ascending(i)) return equal ? ">= " : "> ";
        return equal ? "<= " : "< ";
    }
    void compare(std::size_t i, bool equal) {
        is(symbol(i, equal), i);
        value(i);
    }
    void row() {
        if (at_.count == 1) return compare(0, at_.inclusive);
        out_.append("(");
        for (std::size_t i = 0; i < at_.count; ++i) {
            out_.append(i > 0 ? ", " : "");
            at_.keys[i].write(out_);
        }
        out_.append(") ");
        out_.append(symbol(0, at_.inclusive));
        out_.append("(");
        for (std::size_t i = 0; i < at_.count; ++i) {
            out_.append(i > 0 ? ", " : "");
            value(i);
        }
        out_.append(")");
    }
    /// Rows beyond the place by the keys from `i` on, if those before are equal. `in_or`: what is written stands among
    /// parts of an OR.
    void beyond(std::size_t i, bool in_or = false) {
        const bool last = i + 1 == at_.count;
        const bool both = at_.has_two_ranges(i) && !(i == 0 && at_.part == keyset_part::near);
        if (at_.is_null[i]) {
            if (both) {
                if (last) return at_.inclusive ? out_.append("true") : null_test(false, i);
                open(!in_or);
                null_test(false, i);
                out_.append(" or ");
                beyond(i + 1, true);
                return close(!in_or);
            }
            if (last) return at_.inclusive ? null_test(true, i) : out_.append("false");
            null_test(true, i);
            out_.append(" and ");
            return beyond(i + 1);
        }
        open(both && !in_or);
        if (last) {
            compare(i, at_.inclusive);
        } else {
            // The first comparison is the range of the index that is read.
            compare(i, true);
            out_.append(" and (");
            compare(i, false);
            out_.append(" or ");
            beyond(i + 1, true);
            out_.append(")");
        }
        if (!both) return;
        out_.append(" or ");
        null_test(true, i);
        close(!in_or);
    }
    void open(bool needed) {
        if (needed) out_.append("(");
    }
    void close(bool needed) {
        if (needed) out_.append(")");
    }

    text_writer& out_;
    const keyset_place& at_;
    std::vector<std::size_t> numbers_;
};

/// The order itself, or turned round.
inline void write_keyset_order(text_writer& out, const keyset_key* keys, std::size_t count, bool backward) {
    for (std::size_t i = 0; i < count; ++i) {
        out.append(i > 0 ? ", " : "");
        keys[i].write(out);
        const bool descending = keys[i].descending != backward, nulls_first = keys[i].nulls_first != backward;
        if (descending) out.append(" desc");
        if (nulls_first != descending) out.append(nulls_first ? " nulls first" : " nulls last");
    }
}

}  // namespace pgmodel::detail

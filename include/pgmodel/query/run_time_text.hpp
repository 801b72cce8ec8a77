// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The text of a statement that has parts of the run: made for each of them, as the values are. Part of <pgmodel.hpp>
// for nobody: what has such parts includes it.
#pragma once

#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/text.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace pgmodel::detail {

/// The text and the parameter types of a statement about a query with parts of the run, with room for its values.
/// What is not long is held here.
class run_time_text {
public:
    template <class Statement, class Query>
    run_time_text(std::type_identity<Statement>, const Query& query) {
        text_writer out = writer(text_, sizeof text_ - 1, types_of(types_), usual);
        Statement::write(out, &query);
        if (out.argument_count == 0 && out.size < sizeof text_ && out.parameters <= usual) {
            text_[out.size] = 0;
            sql_ = {text_, out.size};
            list_ = types_of(types_);
        } else {
            write_at_length<Statement>(query, out);
        }
        count_ = out.parameters;
    }
    run_time_text(const run_time_text&) = delete;
    run_time_text& operator=(const run_time_text&) = delete;

    /// Ends with NUL.
    std::string_view sql() const { return sql_; }
    const type_ref* types() const { return list_; }
    std::size_t parameters() const { return count_; }
    /// Of as many values as there are parameters.
    value_ref* values() {
        if (count_ <= usual) return values_;
        more_values_.resize(count_);
        return more_values_.data();
    }

private:
    static constexpr std::size_t usual = 12;

    static text_writer writer(char* text, std::size_t room, type_ref* types, std::size_t type_room) {
        text_writer out{};
        out.out = text;
        out.room = room;
        out.types = types;
        out.type_room = type_room;
        return out;
    }
    static type_ref* types_of(unsigned char* memory) { return reinterpret_cast<type_ref*>(memory); }

    /// `out` has counted; of placeholders each wherever it stands.
    template <class Statement, class Query>
    [[gnu::noinline]] void write_at_length(const Query& query, text_writer& out) {
        growing_array<argument_place> arguments(out.argument_count);
        const auto write = [&](text_writer to) {
            to.arguments = arguments.data();
            out = to;
            Statement::write(out, &query);
        };
        if (!arguments.empty()) write({});
        more_text_.resize(out.size + 1);
        more_types_.resize(out.parameters);
        write(writer(more_text_.data(), out.size, more_types_.data(), out.parameters));
        sql_ = {more_text_.data(), out.size};
        list_ = more_types_.data();
    }

    // Not filled before they are written.
    char text_[1000];
    alignas(type_ref) unsigned char types_[usual * sizeof(type_ref)];
    value_ref values_[usual];
    std::string_view sql_{};
    const type_ref* list_{};
    std::size_t count_{};
    growing_array<char> more_text_{};
    growing_array<type_ref> more_types_{};
    growing_array<value_ref> more_values_{};
};
template <class Statement, class Query>
run_time_text render_at_run_time(const Query& query) {
    return {std::type_identity<Statement>{}, query};
}

}  // namespace pgmodel::detail

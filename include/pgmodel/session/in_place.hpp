// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// insert() and upsert() of rows that stay where they are: `db.insert(std::ref(row))`.
#pragma once

#include <pgmodel/expression/operand.hpp>
#include <pgmodel/session/connection_features.hpp>
#include <pgmodel/session/run.hpp>

#include <type_traits>
#include <vector>

namespace pgmodel::detail {

/// The row that a `std::ref` refers to, or the row of the vector.
template <class T>
struct row_in {
    using type = T;
};
template <class T>
struct row_in<std::vector<T>> {
    using type = T;
};

template <class T>
inline constexpr bool many_rows = !std::is_same_v<typename row_in<T>::type, T>;

/// What a `T&&` takes that was deduced from a temporary or from std::move().
template <class T>
concept given_away = !std::is_reference_v<T> && !std::is_const_v<T> && !referring<T>;

/// What `std::ref` of a row, or of a vector of rows, refers to; `const` is told apart.
template <class Reference>
using written_in_place = typename std::remove_cvref_t<Reference>::type;

template <class Written>
struct checked_in_place {
    using row = typename row_in<std::remove_const_t<Written>>::type;
    static_assert(!std::is_const_v<Written>,
                  "pgmodel: what the server fills in is put into the row, so give a std::ref of a variable");
    static_assert(
        row_like<row>,
        "pgmodel: insert() and upsert() take a std::ref of a row (a struct that is a model), insert() also of "
        "a std::vector of rows");
    static_assert(checked_model<row>::value);
    static_assert(written_model<row>::value);
    static constexpr bool value = !std::is_const_v<Written>;
};

/// A base of `connection`.
template <class Connection>
class in_place_features {
public:
    /// `INSERT` of the row, or of the rows of the vector, that a `std::ref` refers to: what the server fills in is put
    /// there, and nothing is copied or moved. The rows stay what they were when this throws before the server has
    /// answered. Returns what is referred to. `db.insert(std::ref(row))`.
    template <class Reference>
        requires(referring<std::remove_cvref_t<Reference>>)
    written_in_place<Reference>& insert(Reference&& to) {
        using target = written_in_place<Reference>;
        if constexpr (checked_in_place<target>::value) {
            using row = typename row_in<target>::type;
            if constexpr (many_rows<target>)
                run_insert_many(channel(), many_plan_of<row>, to.get().data(), to.get().size());
            else run_insert(channel(), insert_plan_of<row>, &to.get());
        }
        return to.get();
    }
    /// `INSERT ... ON CONFLICT (key) DO UPDATE` of the row that a `std::ref` refers to: what comes back is put there.
    /// `db.upsert<&author::name>(std::ref(row))`.
    template <auto... Key, class Reference>
        requires(referring<std::remove_cvref_t<Reference>>)
    written_in_place<Reference>& upsert(Reference&& to) {
        using target = written_in_place<Reference>;
        static_assert(!many_rows<std::remove_const_t<target>>,
                      "pgmodel: upsert() of many rows brings no rows back; give it the vector, not a std::ref of it");
        if constexpr (many_rows<std::remove_const_t<target>> || !checked_in_place<target>::value) {
        } else if constexpr (checked_row_key<target, Key...>::value)
            run_insert(channel(), insert_plan_of<target, Key...>, &to.get());
        return to.get();
    }

private:
    auto& channel() { return connection_access::channel_of(static_cast<Connection&>(*this)); }
};

}  // namespace pgmodel::detail

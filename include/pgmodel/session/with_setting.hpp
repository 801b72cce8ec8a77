// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A transaction under a setting, such as the tenant that policies look at. Not part of <pgmodel.hpp>.
//
//     pool.transaction(pg::with_setting<"app.tenant">(tenant), [&](pg::transaction& tx) { ... });
#pragma once

#include <pgmodel/core/fixed_string.hpp>
#include <pgmodel/session/connection.hpp>
#include <pgmodel/session/transaction.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace pgmodel {
namespace detail {

/// Is there a point within the name?
template <fixed_string Name>
constexpr bool names_own_setting() {
    bool point = false;
    for (std::size_t i = 1; i + 1 < Name.size(); ++i) point = point || Name.text[i] == '.';
    return point;
}

template <fixed_string Name, class T>
struct setting_value {
    T value;

    template <class Function>
    std::invoke_result_t<Function&, scoped_transaction&> run(connection& db, Function& function,
                                                             const transaction_options& wanted) const {
        // To a savepoint's end nothing is undone: what it has set would hold in the transaction around it.
        const bool inner = db.in_transaction();
        using returned = std::invoke_result_t<Function&, scoped_transaction&>;
        return db.transaction(
            [&](scoped_transaction& tx) -> returned {
                std::optional<std::string> before;
                if (inner)
                    before =
                        tx.template scalar<std::optional<std::string>>("select current_setting($1, true)", Name.view());
                set(tx, value);
                if constexpr (std::is_void_v<returned>) {
                    function(tx);
                    if (inner) set_back(tx, before);
                } else {
                    returned made = function(tx);
                    if (inner) set_back(tx, before);
                    if constexpr (std::is_reference_v<returned>) return static_cast<returned>(made);
                    else return made;
                }
            },
            wanted);
    }

private:
    template <class Value>
    static void set(connection& tx, const Value& to) {
        tx.execute("select set_config($1, cast($2 as text), true)", Name.view(), to);
    }
    /// Where a statement has failed, and nobody has said so, the commit does, and the savepoint has the setting back.
    static void set_back(scoped_transaction& tx, const std::optional<std::string>& before) {
        if (!has_failed(connection_access::channel_of(tx))) set(tx, before.value_or(""));
    }
};

}  // namespace detail

/// For `transaction()` of sessions, transactions and pools: the setting has this value in the transaction, in each of
/// its attempts, and no longer; a setting of that name is read by `pg::setting<T, "app.tenant">()`. The value travels
/// as a parameter; one more round trip, in a savepoint three more. The name has a point, so that it is none of the
/// server's own.
template <fixed_string Name, class T>
auto with_setting(T value) {
    static_assert(
        detail::names_own_setting<Name>(),
        "pgmodel: with_setting() is for settings of the application, whose names have a point: \"app.tenant\"");
    static_assert(!detail::is_optional<T>,
                  "pgmodel: a setting of a transaction has a value; where there is none, leave with_setting() out");
    return detail::setting_value<Name, T>{std::move(value)};
}

}  // namespace pgmodel

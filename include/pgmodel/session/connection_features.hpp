// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What connections can do besides, by headers of their own: the members are here, what they do is where the header is
// included.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/fixed_string.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/reflect/member_path.hpp>

#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace pgmodel {

class scoped_transaction;
struct transaction_options;

namespace detail {

class channel;

/// A round trip that does nothing.
PGMODEL_FUNCTION
bool answers_within(channel& c, int limit_ms);
/// An error has failed the open transaction.
PGMODEL_FUNCTION
bool has_failed(channel& c);

/// For parts of the library that have headers of their own.
struct connection_access {
    template <class Connection>
    static auto& channel_of(Connection& c) {
        return c.use();
    }
};

// Each has a specialisation in the header that its sentence names.
template <class T>
struct got_row {
    static constexpr bool included = false;
};
template <class T>
struct upserted_rows {
    static constexpr bool included = false;
};
template <auto From, auto To, class Link = owner_of<From>>
struct link_setter {
    static constexpr bool included = false;
};
template <class T, class Other, class Link>
struct related_finder {
    static constexpr bool included = false;
};
template <class T>
struct removed_row {
    static constexpr bool included = false;
};
template <class T>
struct restoring {
    static constexpr bool value = removed_row<T>::included;
    static_assert(value, "pgmodel: restore() and purge() have a header of their own; #include "
                         "<pgmodel/session/soft_delete.hpp>");
};
template <class Connection>
struct notification_listener {
    static constexpr bool included = false;
};
/// What `pg::with_setting<Name>(value)` makes.
template <fixed_string Name, class T>
struct setting_value;
template <class T>
inline constexpr bool is_setting_value = false;
template <fixed_string Name, class T>
inline constexpr bool is_setting_value<setting_value<Name, T>> = true;

/// The base of `connection`.
template <class Connection>
class connection_features {
public:
    /// The same of all rows by one statement, whatever their number, and how many were inserted and updated; all or
    /// nothing. Of rows that have the same key the last one wins. `pg::set<...>()` behind them names the fields that a
    /// row which is there takes; without it all are taken that one row's upsert takes.
    /// `#include <pgmodel/session/upsert_many.hpp>`
    ///
    ///     auto r = db.upsert<&product::sku>(rows, pg::set<&product::price, &product::stock>());
    template <auto... Key, class T, class... Set>
    auto upsert(const std::vector<T>& rows, const Set&... set) {
        using many = upserted_rows<T>;
        static_assert(many::included, "pgmodel: upsert() of many rows has a header of its own; #include "
                                      "<pgmodel/session/upsert_many.hpp>");
        if constexpr (many::included) return many::template run<Key...>(channel(), rows, set...);
    }

    /// The row that has the same key as this one, inserted where there is none:
    /// `auto [row, created] = db.get_or_insert<&tag::name>(...)`.
    /// `#include <pgmodel/session/get_or_insert.hpp>`
    ///
    /// The key must be the primary key or declared unique. Callers at the same time get the same row; one round trip,
    /// or one more for those who have waited for another's transaction. At repeatable read and above a row that
    /// somebody else has committed since the transaction's snapshot is a `transaction_conflict`, on which
    /// `transaction(function)` runs again. Throws `usage_error` when the key is NULL, and `row_count_error` where a
    /// trigger or a policy lets no row be seen.
    template <auto... Key, class T>
    auto get_or_insert(T row) {
        using maker = got_row<T>;
        static_assert(std::is_aggregate_v<T>, "pgmodel: get_or_insert() takes a row: "
                                              "db.get_or_insert<&model::field>(model{.field = value})");
        static_assert(!std::is_aggregate_v<T> || maker::included,
                      "pgmodel: get_or_insert() has a header of its own; #include <pgmodel/session/get_or_insert.hpp>");
        if constexpr (maker::included) return maker::template run<Key...>(channel(), std::move(row));
    }

    /// Makes the rows of a table between two others what the list says: inserts those of `key` that are missing and
    /// removes the rest, by one statement; how many of each. The two fields are a key together. Of two that do so for
    /// one key at the same time neither undoes the other's inserts; lock the row that the key means first
    /// (`for_update()`) where that matters.
    /// `#include <pgmodel/session/links.hpp>`
    ///
    ///     tx.set_links<&article_tag::article_id, &article_tag::tag_id>(a.id, tag_ids);
    template <auto From, auto To, class Key, class Ids, class Link = owner_of<From>>
    auto set_links(const Key& key, const Ids& ids) {
        using setter = link_setter<From, To, Link>;
        static_assert(setter::included,
                      "pgmodel: set_links() has a header of its own; #include <pgmodel/session/links.hpp>");
        if constexpr (setter::included) return setter::run(channel(), key, ids);
    }
    template <auto From, auto To, class Key, class Id, class Link = owner_of<From>>
    auto set_links(const Key& key, std::initializer_list<Id> ids) {
        return set_links<From, To, Key, std::initializer_list<Id>, Link>(key, ids);
    }
    /// The rows of `Other` that belong to each of these, by one statement: those that a table between leads to
    /// (`db.related<tag, article_tag>(articles)`), or that refer to them (`db.related<comment>(articles)`).
    /// `found.of(row)` gives those of one. `#include <pgmodel/session/links.hpp>`
    template <class Other, class Link = Other, class T>
    auto related(const std::vector<T>& rows) {
        using finder = related_finder<T, Other, Link>;
        static_assert(finder::included,
                      "pgmodel: related() has a header of its own; #include <pgmodel/session/links.hpp>");
        if constexpr (finder::included) return finder::run(channel(), rows);
    }
    template <class Other, class Link = Other, class Row>
    auto related(const Row&) {
        static_assert(sizeof(Row*) == 0,
                      "pgmodel: related() takes rows in a std::vector; of one: db.related<other>(std::vector{row})");
    }

    /// Takes the mark of `remove` away, for models with `soft_delete()`; what is set comes back into the row. Throws
    /// `not_found` when the row is not removed (any more), `version_conflict` as `update` does, and `unique_violation`
    /// when another row has its key by now. A row that was removed by its key, or as a constant, has its old version:
    /// `refresh` it before. `#include <pgmodel/session/soft_delete.hpp>`
    template <class T>
    void restore(T& row) {
        if constexpr (restoring<T>::value) removed_row<T>::restore(channel(), row);
    }
    /// The same by primary key; was there such a removed row? `db.restore<article>(5)`.
    template <class T, class... Key>
        requires(sizeof...(Key) > 0 && !(std::is_same_v<std::remove_cvref_t<Key>, T> || ...))
    bool restore(Key&&... key) {
        if constexpr (restoring<T>::value) return removed_row<T>::restore_key(channel(), std::forward<Key>(key)...);
        else return false;
    }
    /// `DELETE` of a row of a model with `soft_delete()`, removed or not, as `remove` does it of others. Many at once:
    /// `pg::delete_from(pg::model<article>).with_removed().where(...)`. `#include <pgmodel/session/soft_delete.hpp>`
    template <class T>
    void purge(const T& row) {
        if constexpr (restoring<T>::value) removed_row<T>::purge(channel(), row);
    }
    template <class T, class... Key>
        requires(sizeof...(Key) > 0 && !(std::is_same_v<std::remove_cvref_t<Key>, T> || ...))
    bool purge(Key&&... key) {
        if constexpr (restoring<T>::value) return removed_row<T>::purge_key(channel(), std::forward<Key>(key)...);
        else return false;
    }

    /// `transaction(function)` while a setting has a value. `#include <pgmodel/session/with_setting.hpp>`
    ///
    ///     db.transaction(pg::with_setting<"app.tenant">(7), [&](pg::transaction& tx) { ... });
    template <fixed_string Name, class T, class Function>
    std::invoke_result_t<Function&, scoped_transaction&> transaction(const setting_value<Name, T>& given,
                                                                     Function&& function) {
        return given.run(static_cast<Connection&>(*this), function, {});
    }
    template <fixed_string Name, class T, class Function>
    std::invoke_result_t<Function&, scoped_transaction&>
    transaction(const setting_value<Name, T>& given, Function&& function, const transaction_options& wanted) {
        return given.run(static_cast<Connection&>(*this), function, wanted);
    }

    /// `NOTIFY`: tells those who listen to a channel, when the transaction commits and only then; what is said twice in
    /// one transaction arrives once. Both are parameters; the server takes a payload of less than 8000 bytes.
    void notify(std::string_view channel, std::string_view payload = {}) {
        static_cast<Connection&>(*this).execute("select pg_catalog.pg_notify($1, $2)", channel, payload);
    }
    /// `LISTEN`: notifications of this channel are kept for `wait_notification()` from now on; in a transaction, from
    /// its commit on. A lease of a pool stops listening when it goes back.
    /// `#include <pgmodel/session/notifications.hpp>`
    void listen(std::string_view channel_name) {
        using listener = notification_listener<Connection>;
        static_assert(listener::included,
                      "pgmodel: listen() has a header of its own; #include <pgmodel/session/notifications.hpp>");
        if constexpr (listener::included) listener::listen(channel(), channel_name);
    }
    void unlisten(std::string_view channel_name) {
        using listener = notification_listener<Connection>;
        static_assert(listener::included,
                      "pgmodel: unlisten() has a header of its own; #include <pgmodel/session/notifications.hpp>");
        if constexpr (listener::included) listener::unlisten(channel(), channel_name);
    }
    /// The next notification, in the order in which the transactions have committed; those that came with the answers
    /// of statements are not lost. Empty when none comes within the time, which is the limit here instead of the
    /// session's deadline; at once for 0. Throws `usage_error` in a transaction, to which the server tells nothing, and
    /// `connection_error` when the connection is lost.
    template <class Duration>
    auto wait_notification(const Duration& within) {
        using listener = notification_listener<Connection>;
        static_assert(
            listener::included,
            "pgmodel: wait_notification() has a header of its own; #include <pgmodel/session/notifications.hpp>");
        if constexpr (listener::included) return listener::wait(channel(), milliseconds(within));
    }

    /// Does the server answer within the time? Nothing is run, also in a failed transaction. When it does not answer,
    /// the connection is closed, since the answer could come later.
    template <class Duration>
    bool ping(const Duration& within) {
        const int ms = milliseconds(within);
        return answers_within(channel(), ms < 1 ? 1 : ms);
    }

protected:
    ~connection_features() = default;

private:
    /// Rounded up, from none to some eleven days: the longest durations do not fit into milliseconds.
    template <class Rep, class Period>
    static int milliseconds(const std::chrono::duration<Rep, Period>& within) {
        using precise = std::chrono::duration<long double, std::milli>;
        const long double ms = std::chrono::duration_cast<precise>(within).count();
        return ms > 1e9L ? 1'000'000'000 : ms > 0 ? static_cast<int>(ms) + (static_cast<int>(ms) < ms) : 0;
    }
    /// Throws `usage_error` when it is another's turn.
    auto& channel() { return connection_access::channel_of(static_cast<Connection&>(*this)); }
};

}  // namespace detail
}  // namespace pgmodel

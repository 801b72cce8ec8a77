// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements made at run time, and a look into sessions, for the tests of the session layer.
#pragma once

#include <pgmodel/session.hpp>
#include <pgmodel/session/channel.hpp>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace pgmodel_test {

/// Lets tests at the channel under a connection.
template <class Base>
struct opened : Base {
    using Base::Base;
    using Base::use;
};
using open_session = opened<pgmodel::session>;

/// The channel of any connection.
inline pgmodel::detail::channel& channel_of(pgmodel::connection& c) {
    struct reach : pgmodel::connection {
        static auto member() { return &reach::use; }
    };
    return (c.*reach::member())();
}

/// A statement with text parameters.
struct query {
    std::string sql;
    std::vector<pgmodel::type_ref> types{};
    std::vector<pgmodel::detail::expected_column> columns{};
    pgmodel::detail::match_columns match = pgmodel::detail::match_columns::none;
    pgmodel::detail::field_finder field_of{};

    pgmodel::detail::statement_shape shape() const {
        pgmodel::detail::statement_shape made{.sql = sql,
                                              .parameters = types.data(),
                                              .parameter_count = types.size(),
                                              .columns = columns.data(),
                                              .column_count = columns.size(),
                                              .match = match,
                                              .field_of = field_of};
        made.set_hash();
        return made;
    }
};

inline constexpr pgmodel::type_ref text_type{25, "text"}, integer_type{23, "integer"}, bigint_type{20, "bigint"};

inline pgmodel::detail::result run(pgmodel::connection& db, const query& q,
                                   const std::vector<std::optional<std::string>>& parameters = {}) {
    std::vector<const char*> values;
    std::vector<int> lengths, formats(parameters.size(), 0);
    for (const auto& p : parameters) {
        values.push_back(p ? p->c_str() : nullptr);
        lengths.push_back(p ? static_cast<int>(p->size()) : 0);
    }
    return channel_of(db).run(q.shape(), {values.data(), lengths.data(), formats.data()});
}

/// The first value of a statement that returns text.
inline std::string ask(pgmodel::connection& db, const std::string& sql) {
    const auto r = run(db, {sql});
    return r.rows() == 0 ? "no row" : r.is_null(0, 0) ? "NULL" : std::string(r.value(0, 0).rest());
}
inline std::int64_t count(pgmodel::connection& db, const std::string& table) {
    return std::stoll(ask(db, "select count(*)::text from " + table));
}
inline int backend(pgmodel::connection& db) { return std::stoi(ask(db, "select pg_backend_pid()::text")); }
/// Until the session of that process waits for another's lock.
inline void wait_until_blocked(pgmodel::connection& db, int pid) {
    while (ask(db, "select wait_event_type from pg_stat_activity where pid = " + std::to_string(pid)) != "Lock")
        std::this_thread::yield();
}

/// Ends a server session and waits until it is gone.
inline void kill_backend(pgmodel::connection& other, int pid) {
    ask(other, "select pg_terminate_backend(" + std::to_string(pid) + ", 10000)::text");
}

/// Runs it, and gives the exception of this type that it throws.
template <class Error, class Function>
std::optional<Error> caught(Function function) {
    try {
        function();
    } catch (const Error& e) {
        return e;
    }
    return std::nullopt;
}

#define PGMODEL_EXPECT_THROW(statement, type, text)                                                   \
    do {                                                                                              \
        try {                                                                                         \
            statement;                                                                                \
            ADD_FAILURE() << "no exception: " #statement;                                             \
        } catch (const type& failure) {                                                               \
            EXPECT_NE(std::string_view(failure.what()).find(text), std::string_view::npos) << failure.what(); \
        }                                                                                             \
    } while (false)

}  // namespace pgmodel_test

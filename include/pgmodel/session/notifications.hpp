// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The listening side of `db.notify`. Not part of <pgmodel.hpp>.
//
//     pg::session db{dsn};
//     db.listen("outbox");
//     while (auto n = db.wait_notification(30s)) work(n->payload);
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/session/connection.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// What somebody has told those who listen to a channel.
struct notification {
    std::string channel;
    std::string payload;
    int sender;  ///< the process of the server that served the sender, as `pg_backend_pid()` says it
};

namespace detail {

PGMODEL_FUNCTION
std::optional<notification> wait_for_notification(channel& c, int within_ms);
PGMODEL_FUNCTION
void listen_to(channel& c, std::string_view name);
PGMODEL_FUNCTION
void unlisten_to(channel& c, std::string_view name);

template <class Connection>
    requires(std::is_class_v<Connection>)
struct notification_listener<Connection> {
    static constexpr bool included = true;

    static auto wait(channel& c, int within_ms) { return wait_for_notification(c, within_ms); }
    static void listen(channel& c, std::string_view name) { listen_to(c, name); }
    static void unlisten(channel& c, std::string_view name) { unlisten_to(c, name); }
};

}  // namespace detail
}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/notifications.ipp>
#endif

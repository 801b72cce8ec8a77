// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/identifier.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/notifications.hpp>

#include <libpq-fe.h>
#include <poll.h>

#include <cerrno>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// The name of a channel in SQL; the server would cut a longer one, and then nobody would hear anything.
inline std::string quoted_channel(std::string_view name) {
    if (name.empty() || name.size() > 63) throw usage_error("pgmodel: the name of a channel has 1 to 63 bytes");
    if (name.find('\0') != name.npos) throw usage_error("pgmodel: the name of a channel has a NUL character");
    return quote_identifier(name);
}

/// What was received, or comes within the time; null: nothing.
inline PGnotify* next_notification(libpq_link& link, int within_ms) {
    link.require_open();
    const std::int64_t end = end_of_wait(within_ms);
    for (int late_reads = 0;;) {
        if (PGnotify* const found = PQnotifies(link.get())) return found;
        const auto left = end - now_in_ms();
        pollfd wanted{PQsocket(link.get()), POLLIN, 0};
        const int ready = wanted.fd < 0 ? 1 : ::poll(&wanted, 1, left > 0 ? static_cast<int>(left) : 0);
        if (ready == 0 || (left <= 0 && ++late_reads > most_late_reads)) return nullptr;
        if (ready < 0 && errno == EINTR) continue;
        if (ready < 0) link.lose("pgmodel: poll failed; the connection was closed", {});
        const bool goes_on = PQconsumeInput(link.get()) && PQstatus(link.get()) == CONNECTION_OK;
        static_cast<void>(PQisBusy(link.get()));  // looks at what has come: why the server ends the connection
        if (!goes_on) link.lose("pgmodel: the connection to the server was lost", {});
    }
}

PGMODEL_BODY
std::optional<notification> wait_for_notification(channel& c, int within_ms) {
    if (c.in_transaction())
        throw usage_error(
            "pgmodel: the server tells nothing to a connection with an open transaction; wait outside of it");
    PGnotify* const found = next_notification(c.link(), within_ms);
    if (!found) return std::nullopt;
    struct freed {
        PGnotify* raw;
        ~freed() { PQfreemem(raw); }
    } owner{found};
    return notification{found->relname, found->extra, found->be_pid};
}
PGMODEL_BODY
void listen_to(channel& c, std::string_view name) { c.script(("listen " + quoted_channel(name)).c_str()); }
PGMODEL_BODY
void unlisten_to(channel& c, std::string_view name) { c.script(("unlisten " + quoted_channel(name)).c_str()); }

}  // namespace pgmodel::detail

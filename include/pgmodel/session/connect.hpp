// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Opening a libpq connection within a deadline, and saying why it failed without saying a secret.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/exchange.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/options.hpp>

#include <libpq-fe.h>
#include <locale.h>
#include <poll.h>
#if __has_include(<xlocale.h>)  // macOS, FreeBSD
#include <xlocale.h>
#endif

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

// Of <string.h> only this is needed, and the whole is much for a compiler to read.
#if defined(__GLIBC__) && !defined(_STRING_H)
extern "C" char* strerror(int) noexcept;
#else
#include <string.h>
#endif

namespace pgmodel::detail {

/// The options of a DSN, as libpq understands them.
class parsed_dsn {
public:
    explicit parsed_dsn(const std::string& dsn) {
        if (dsn.find('\0') != std::string::npos)
            throw usage_error("pgmodel: the connection string has a NUL character");
        char* message = nullptr;
        list_ = PQconninfoParse(dsn.c_str(), &message);
        const bool refused = message != nullptr;
        PQfreemem(message);  // it quotes passwords
        if (list_) return;
        if (!refused) throw connection_error("pgmodel: cannot connect: out of memory", {.lost = true});
        const int number = PQlibVersion();
        const auto version = "libpq " + std::to_string(number / 10000) + '.' + std::to_string(number % 10000);
        for (std::string_view name : {"require_auth", "load_balance_hosts", "sslcertmode", "gssdelegation",
                                      "sslnegotiation", "min_protocol_version", "max_protocol_version", "servicefile",
                                      "sslkeylogfile", "scram_client_key", "scram_server_key", "oauth_issuer",
                                      "oauth_client_id", "oauth_client_secret", "oauth_scope", "oauth_ca_file"})
            if (dsn.find(std::string(name) + '=') != std::string::npos && !known(name))
                throw usage_error("pgmodel: the connection option " + std::string(name) + " is not known to " +
                                  version);
        throw usage_error("pgmodel: the connection string is malformed, or names an option that " + version +
                          " does not know (it is not shown because it may hold a password)");
    }
    parsed_dsn(const parsed_dsn&) = delete;
    ~parsed_dsn() { PQconninfoFree(list_); }

    const PQconninfoOption* begin() const { return list_; }
    /// Empty when the DSN does not name it.
    template <class = when_used>
    std::string_view value(std::string_view keyword) const {
        for (const auto* option = list_; option->keyword; ++option)
            if (option->val && keyword == option->keyword) return option->val;
        return {};
    }

private:
    template <class = when_used>
    static bool known(std::string_view keyword) {
        PQconninfoOption* all = PQconndefaults();
        bool found = false;
        for (const auto* option = all; option && option->keyword; ++option) found |= keyword == option->keyword;
        PQconninfoFree(all);
        return found;
    }

    PQconninfoOption* list_ = nullptr;
};

/// One line of libpq's about a failed attempt, cut down to what cannot hold a secret: a malformed URL can put a piece
/// of the password into the host's name or the port, which libpq quotes.
template <class = when_used>
std::string harmless_reason(std::string_view line, std::string_view password) {
    if (const auto failed = line.rfind(" failed: "); failed != std::string_view::npos) line.remove_prefix(failed + 9);
    std::string text;
    bool quoted = false;
    for (char c : line) {
        if (c == '"') {
            quoted = !quoted;
            if (quoted) text += "\"...\"";
        } else if (!quoted) {
            if (c < ' ' || c > '~') return {};
            text += c;
        }
    }
    if (text.size() > 200 || (!password.empty() && text.find(password) != std::string::npos)) return {};
    return text;
}

/// While it lives, libpq speaks English on this thread, whatever the program's language is: what of its reasons may be
/// shown is known by its words.
class english_messages {
public:
    english_messages() {
        const locale_t copy = ::duplocale(::uselocale(locale_t{}));
        if (!copy) return;
        english_ = ::newlocale(LC_MESSAGES_MASK, "C", copy);
        if (english_) before_ = ::uselocale(english_);
        else ::freelocale(copy);
    }
    english_messages(const english_messages&) = delete;
    ~english_messages() {
        if (!english_) return;
        ::uselocale(before_);
        ::freelocale(english_);
    }

private:
    locale_t english_{}, before_{};
};

/// A decimal number, perhaps between blanks.
template <class = when_used>
bool is_integer(std::string_view text, long least, long most) {
    const std::string number(text.substr(0, text.find_last_not_of(" \t\n\r\v\f") + 1));
    char* end = nullptr;
    errno = 0;
    const long value = std::strtol(number.c_str(), &end, 10);
    return !number.empty() && !*end && errno == 0 && value >= least && value <= most;
}

/// Once a server has been reached, a line may be its own text, and nobody knows yet who it is: only what libpq says
/// itself is shown.
template <class = when_used>
bool is_words_of_libpq(std::string_view reason) {
    for (int code : {ECONNREFUSED, ENOENT, ETIMEDOUT, EHOSTUNREACH, ENETUNREACH, ECONNRESET, EPIPE, EACCES})
        if (reason == ::strerror(code)) return true;
    for (std::string_view start :
         {"fe_sendauth: ", "server closed the connection", "server does not support SSL", "SSL ",
          "certificate verify failed", "root certificate", "server certificate", "could not ",
          "expected authentication request", "channel binding", "authentication method", "session is ", "server is "})
        if (reason.starts_with(start)) return true;
    return false;
}

/// `role` and `database`: `role "me"`.
template <class = when_used>
std::string connect_reason(sqlstate state, const std::string& role, const std::string& database) {
    if (state == "28P01") return "password authentication failed for " + role;
    if (state == "28000")
        return "the server does not let " + role +
               " in: it does not exist, may not log in, or pg_hba.conf keeps it out";
    if (state == "3D000") return database + " does not exist";
    if (state == "53300") return "the server has too many connections";
    if (state == "57P03") return "the server is starting up or shutting down";
    if (state == "42501") return role + " may not connect to " + database;
    if (state == "08P01")
        return "a pooler refused " + role + ", its password, " + database +
               ", one more client or a startup option; deadline (without named_statements = false), read_only and "
               "options of the connection string are sent as such";
    return "the server refused the connection";
}

/// A host, role or database for messages. A malformed URL can put a piece of the password there, and the '@' with it.
inline std::string shown_name(std::string_view name) {
    return name.find('@') != std::string_view::npos ? "..." : std::string(name);
}

/// Throws `usage_error` for an option of the DSN whose value libpq cannot have taken. The value is not shown: in a
/// malformed URL it may be a piece of the password.
template <class = when_used>
void refuse_malformed_values(const parsed_dsn& dsn) {
    for (std::string_view rest = dsn.value("port"); !rest.empty();) {
        const auto port = rest.substr(0, rest.find(','));
        rest.remove_prefix(port.size() < rest.size() ? port.size() + 1 : rest.size());
        if (!port.empty() && !is_integer(port, 1, 65'535))
            throw usage_error("pgmodel: port in the connection string is not a number from 1 to 65535");
    }
    for (std::string_view name :
         {"keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout"})
        if (const auto value = dsn.value(name); !value.empty() && !is_integer(value, -2'147'483'648, 2'147'483'647))
            throw usage_error("pgmodel: " + std::string(name) + " in the connection string is not a number");
    struct choice {
        std::string_view name, values;
    };
    for (const choice& c :
         {choice{"sslmode", "disable, allow, prefer, require, verify-ca, verify-full"},
          choice{"target_session_attrs", "any, read-write, read-only, primary, standby, prefer-standby"},
          choice{"channel_binding", "disable, prefer, require"}, choice{"gssencmode", "disable, prefer, require"}}) {
        const auto value = dsn.value(c.name);
        const auto listed = [](std::string_view text) { return ", " + std::string(text) + ','; };
        if (!value.empty() && listed(c.values).find(listed(value)) == std::string::npos)
            throw usage_error("pgmodel: " + std::string(c.name) + " in the connection string is none of " +
                              std::string(c.values));
    }
}

/// "pgmodel: cannot connect to host "db" port 5432: password authentication failed for role "me" (28P01)". Retrying
/// makes sense when there is no SQLSTATE (nobody answered), and with 57P03 and 53300.
template <class = when_used>
[[noreturn]] void throw_connect_failure(const parsed_dsn& dsn, PGconn* conn, bool reached, std::string_view ours = {}) {
    // Not before: a later libpq may take values that are not known here.
    if (!reached) refuse_malformed_values(dsn);
    error_info info{.lost = true};
    std::string reasons;
    const auto add = [&](std::string_view reason) {
        if (reason.empty() || reasons.find(reason) != std::string::npos) return;
        reasons += (reasons.empty() ? "" : "; ") + std::string(reason);
    };
    const char* password = PQpass(conn);
    const auto called = [](const char* kind, const char* name) {
        return kind + (name && *name ? " \"" + shown_name(name) + '"' : std::string());
    };
    const auto role = called("role", PQuser(conn)), database = called("database", PQdb(conn));
    std::string_view rest = PQerrorMessage(conn);
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : rest.size());
        if (line.empty() || line.front() == '\t') continue;
        // With PQERRORS_SQLSTATE the server's part is its severity, in its language, and the code.
        const auto colon = line.rfind(":  ");
        if (const sqlstate state{colon == std::string_view::npos ? "" : line.substr(colon + 3)}; !state.empty()) {
            info.state = state;
            add(connect_reason(state, role, database) + " (" + std::string(state.code()) + ')');
        } else if (colon != std::string_view::npos) {
            add("the server refused the connection and gave no code");  // its words, before anybody knows who it is
        } else {
            const auto reason = harmless_reason(line, password ? password : "");
            add(!reached || is_words_of_libpq(reason) ? reason : "the server did not answer as PostgreSQL does");
        }
    }
    add(ours);
    if (reasons.empty()) reasons = "no reason is known that could be shown";

    const auto target = [&](std::string_view given, const char* used) {
        return shown_name(!given.empty() ? given : used ? used : "");
    };
    const auto host = dsn.value("host");
    const auto where = target(host.empty() ? dsn.value("hostaddr") : host, PQhost(conn));
    const auto port = target(dsn.value("port"), PQport(conn));
    std::string text = "pgmodel: cannot connect to ";
    text += where.empty() ? "the server" : "host \"" + where + '"';
    if (!port.empty() && port.find_first_not_of("0123456789,") == std::string::npos) text += " port " + port;
    throw connection_error(text + ": " + reasons, std::move(info));
}

template <class = when_used>
std::int64_t connect_timeout_in_ms(const parsed_dsn& dsn, const options& wanted) {
    const auto given = dsn.value("connect_timeout");
    if (given.empty()) return wanted.connect_timeout.count();
    char* end = nullptr;
    const long seconds = std::strtol(given.data(), &end, 10);
    if (*end || seconds > 1'000'000)
        throw usage_error("pgmodel: connect_timeout in the connection string is not a number of seconds");
    return seconds <= 0 ? 0 : seconds * 1000;
}

/// What the server is told to begin the session with.
template <class = when_used>
std::string startup_options(const parsed_dsn& dsn, const options& wanted) {
    std::string made;
    const auto deadline = wanted.deadline.count();
    // Array columns of many rows travel as text, in which NULL is one only by that setting. Poolers take none of them.
    if (wanted.named_statements && deadline > 0)
        made = "-c array_nulls=on -c statement_timeout=" + std::to_string(deadline > 2'147'483'647 ? 0 : deadline);
    if (wanted.read_only) made += " -c default_transaction_read_only=on";
    // Theirs come last, so they win.
    const char* environment = std::getenv("PGOPTIONS");
    const std::string_view given = dsn.value("options");
    if (const std::string_view more = !given.empty() ? given : environment ? environment : ""; !more.empty())
        made += (made.empty() ? "" : " ") + std::string(more);
    return made;
}

/// Drives a connection that was begun, until it is there. Throws `connection_error`.
template <class = when_used>
void finish_connecting(PGconn* conn, const parsed_dsn& dsn, const options& wanted, std::int64_t timeout) {
    const auto end = timeout > 0 ? end_of_wait(timeout) : 0;
    bool reached = false;
    int late_reads = 0;
    const auto fail = [&](std::string_view why) { throw_connect_failure(dsn, conn, reached, why); };
    for (auto state = PQstatus(conn) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
         state != PGRES_POLLING_OK; state = PQconnectPoll(conn)) {
        if (state == PGRES_POLLING_FAILED) fail({});
        pollfd wait{PQsocket(conn), static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        int ready, left;
        while ((ready = ::poll(&wait, 1, left = left_for_poll(end))) < 0 && errno == EINTR) {
        }
        late_reads += left == 0;
        if (ready == 0 || late_reads > most_late_reads) fail("no answer in " + std::to_string(timeout) + " ms");
        const auto step = PQstatus(conn);
        reached |= step != CONNECTION_NEEDED && step != CONNECTION_STARTED && step != CONNECTION_MADE &&
                   step != CONNECTION_BAD;
        if (ready < 0) fail("poll failed");
    }
    const char* reads = PQparameterStatus(conn, "default_transaction_read_only");
    if (wanted.read_only && reads && std::string_view(reads) == "off")
        fail("read_only has not reached the server, as behind a pooler that ignores startup options");
    if (PQsetnonblocking(conn, 1) != 0) fail("the socket cannot be made non-blocking");
}

/// Opens a connection, non-blocking from then on. Throws `connection_error`, or `usage_error` for a malformed DSN.
template <class = when_used>
PGconn* connect(const options& wanted) {
    const parsed_dsn dsn(wanted.dsn);
    const auto timeout = connect_timeout_in_ms(dsn, wanted);
    const std::string server_options = startup_options(dsn, wanted);
    const std::string password = wanted.password ? wanted.password() : std::string();

    constexpr std::size_t most = 200;  // libpq knows about fifty
    const char *keywords[most], *values[most];
    std::size_t count = 0;
    const auto set = [&](const char* keyword, const char* value) {
        if (count == most) throw usage_error("pgmodel: libpq has more connection options than pgmodel expects");
        keywords[count] = keyword;
        values[count++] = value;
    };
    for (const auto* option = dsn.begin(); option->keyword; ++option)
        if (option->val) set(option->keyword, option->val);
    // Of two values for one keyword libpq takes the last.
    set("client_encoding", "UTF8");
    if (!server_options.empty()) set("options", server_options.c_str());
    // libpq asks the session, which would answer with what it is told here and not with what the server is.
    const char* told = std::getenv("PGTARGETSESSIONATTRS");
    const auto asked = dsn.value("target_session_attrs");
    const std::string_view role = !asked.empty() ? asked : told ? told : "";
    if (wanted.read_only && role == "read-write") set("target_session_attrs", "primary");
    if (wanted.read_only && role == "read-only") set("target_session_attrs", "standby");
    if (!wanted.application_name.empty()) set("application_name", wanted.application_name.c_str());
    set("fallback_application_name", "pgmodel");
    if (wanted.password) set("password", password.c_str());
    set(nullptr, nullptr);

    const english_messages words;
    struct holder {
        PGconn* conn;
        ~holder() { PQfinish(conn); }
    } held{PQconnectStartParams(keywords, values, 0)};
    if (!held.conn) throw connection_error("pgmodel: cannot connect: out of memory", {.lost = true});
    PQsetErrorVerbosity(held.conn, PQERRORS_SQLSTATE);
    PQsetNoticeReceiver(held.conn, [](void*, const PGresult*) {}, nullptr);

    finish_connecting(held.conn, dsn, wanted, timeout);
    return exchange_plain(held.conn);
}

}  // namespace pgmodel::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Speaks the server's part of the protocol as a test tells it to, so also wrongly. It answers what it is asked and never
// waits for time to pass.
#pragma once

#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "proxy.hpp"

namespace pgmodel_test {

/// Messages of the protocol, each with its length.
namespace wire {

inline std::string number(std::uint32_t value, int bytes = 4) {
    std::string out;
    for (int i = bytes; i-- > 0;) out += static_cast<char>(value >> (8 * i));
    return out;
}
inline std::string text(std::string_view value) { return std::string(value) + '\0'; }
inline std::string message(char type, std::string_view body = {}) {
    return type + number(static_cast<std::uint32_t>(body.size() + 4)) + std::string(body);
}
inline std::string ready(char state = 'I') { return message('Z', {&state, 1}); }
inline std::string complete(std::string_view tag) { return message('C', text(tag)); }
inline std::string status(std::string_view name, std::string_view value) {
    return message('S', text(name) + text(value));
}
inline std::string parameters(std::initializer_list<std::uint32_t> types) {
    std::string body = number(static_cast<std::uint32_t>(types.size()), 2);
    for (const auto type : types) body += number(type);
    return message('t', body);
}
struct column {
    std::string_view name;
    std::uint32_t type;
};
inline std::string columns(std::initializer_list<column> all) {
    std::string body = number(static_cast<std::uint32_t>(all.size()), 2);
    for (const auto& c : all)
        body += text(c.name) + number(0) + number(0, 2) + number(c.type) + number(0xffff, 2) + number(~0U) + number(1, 2);
    return message('T', body);
}
inline std::string row(std::initializer_list<std::optional<std::string>> values) {
    std::string body = number(static_cast<std::uint32_t>(values.size()), 2);
    for (const auto& v : values) body += v ? number(static_cast<std::uint32_t>(v->size())) + *v : number(~0U);
    return message('D', body);
}
/// `fields`: a letter and a text each, such as "C22012".
inline std::string failure(std::initializer_list<std::string_view> fields, char type = 'E') {
    std::string body;
    for (const auto f : fields) body += text(f);
    return message(type, body + '\0');
}
inline std::string welcome() {
    return message('R', number(0)) + status("client_encoding", "UTF8") + status("server_version", "15.0") +
           status("standard_conforming_strings", "on") + message('K', number(1) + number(2)) + ready();
}

/// The answer to `select pg_backend_pid()`, which a session asks for with the first statement that it prepares: the
/// process that welcome() has said.
inline std::string process() {
    return message('2') + columns({{"pg_backend_pid", 23}}) + row({number(1)}) + complete("SELECT 1");
}
/// What prepares a statement, and that where it is asked for.
inline std::string prepared_as(std::string_view request, const std::string& described, char state = 'I') {
    return (request.find("pg_backend_pid") == request.npos ? "" : message('1') + process()) + message('1') + described + ready(state);
}

}  // namespace wire

/// Each connection is answered by `answer`, which is given what the client has sent up to and with a Query, a Sync or
/// the end of a COPY, and for the first time its startup message. An empty answer closes the connection. Connections are
/// served one after the other.
class fake_server {
public:
    using answerer = std::function<std::string(std::string_view request)>;
    explicit fake_server(answerer answer) : answer_(std::move(answer)), thread_([this] { serve(); }) {}
    fake_server(const fake_server&) = delete;
    ~fake_server() {
        ::shutdown(door_.fd(), SHUT_RDWR);
        thread_.join();
    }
    std::string dsn() const { return door_.dsn("user=me dbname=it"); }

private:
    static bool read_exactly(int fd, std::string& into, std::size_t size) {
        const auto begin = into.size();
        into.resize(begin + size);
        return size == 0 || ::recv(fd, into.data() + begin, size, MSG_WAITALL) == static_cast<ssize_t>(size);
    }
    static std::size_t length_at(const std::string& bytes, std::size_t at) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(bytes[at + i]);
        return length;
    }
    static bool read_request(int fd, bool first, std::string& request) {
        for (request.clear();;) {
            const auto begin = request.size();
            const std::size_t head = first ? 4 : 5;
            if (!read_exactly(fd, request, head)) return false;
            if (!read_exactly(fd, request, length_at(request, begin + head - 4) - 4)) return false;
            if (first || std::string_view("QScf").find(request[begin]) != std::string_view::npos) return true;
            if (request[begin] == 'X') return false;
        }
    }
    static bool send_all(int fd, std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void serve() {
        for (int fd; (fd = ::accept(door_.fd(), nullptr, nullptr)) >= 0; ::close(fd)) {
            std::string request;
            for (bool first = true; read_request(fd, first, request); first = false) {
                const auto reply = answer_(request);
                if (reply.empty() || !send_all(fd, reply)) break;
            }
        }
    }

    answerer answer_;
    listener door_;
    std::thread thread_;
};

}  // namespace pgmodel_test

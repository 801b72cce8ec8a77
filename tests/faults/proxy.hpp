// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Stands between a client and a server on Unix sockets and does to their bytes what networks do. It acts on counts of
// bytes and on the server's messages, never on time.
#pragma once

#include <libpq-fe.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace pgmodel_test {

inline sockaddr_un unix_address(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) throw std::runtime_error("too long for a socket: " + path);
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

/// Where a server's socket is; empty when it is not a Unix socket.
inline std::string socket_of(const std::string& dsn) {
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> all(PQconninfoParse(dsn.c_str(), nullptr),
                                                                           &PQconninfoFree);
    std::string host, port = "5432";
    for (const auto* o = all.get(); o && o->keyword; ++o) {
        if (o->val && std::string_view(o->keyword) == "host") host = o->val;
        if (o->val && std::string_view(o->keyword) == "port") port = o->val;
    }
    return host.starts_with('/') ? host + "/.s.PGSQL." + port : std::string();
}

/// A listening Unix socket where libpq looks for it, in a folder of its own. Nobody accepts, unless a proxy does.
class listener {
public:
    listener() {
        std::string name = (std::filesystem::temp_directory_path() / "pgmodel-proxy-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("mkdtemp");
        folder_ = name;
        const auto address = unix_address(name + "/.s.PGSQL.5432");
        fd_ = ::socket(AF_UNIX, SOCK_STREAM, 0);
        if (::bind(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || ::listen(fd_, 64) != 0)
            throw std::runtime_error("listen");
    }
    listener(const listener&) = delete;
    ~listener() {
        ::close(fd_);
        std::filesystem::remove_all(folder_);
    }
    int fd() const { return fd_; }
    std::string folder() const { return folder_.string(); }
    /// The same database, reached through this socket.
    std::string dsn(const std::string& keywords) const { return keywords + " host='" + folder() + "' port=5432"; }

private:
    std::filesystem::path folder_;
    int fd_ = -1;
};

class proxy {
public:
    /// `server`: the path of the server's socket.
    explicit proxy(std::string server) : server_(std::move(server)), thread_([this] { serve(); }) {
        if (::pipe(stop_) != 0) throw std::runtime_error("pipe");
        started_ = true;
        started_.notify_all();
    }
    ~proxy() {
        ::close(stop_[1]);
        thread_.join();
        ::close(stop_[0]);
    }
    std::string dsn(const std::string& keywords) const { return door_.dsn(keywords); }

    /// From now on, this many more bytes of the server reach the client; then both connections are closed.
    void cut_after(std::int64_t bytes) { left_ = bytes; }
    /// Cuts when the server has finished a command with this tag, before the client hears of it.
    void cut_at_tag(std::string tag) { set(tag_, std::move(tag)); }
    /// Cuts when the client sends something that contains this, before the server hears of it.
    void cut_at_request(std::string text) { set(request_, std::move(text)); }
    /// Nothing reaches the client any more, while both connections stay.
    void swallow() { swallowing_ = true; }
    /// The client is not told that the server has closed its connection.
    void linger() { lingering_ = true; }
    /// New connections are taken, and hear nothing.
    void ignore_new() { ignoring_ = true; }
    /// The server's bytes arrive in pieces of this size, each a read of its own for the client, if it is quick enough.
    void split(std::size_t piece) { piece_ = piece; }
    /// Clients are told of a server process that there is not, as poolers do.
    void number_sessions() { numbering_ = true; }
    /// Bytes of the server that have reached clients since the last call.
    std::int64_t passed() { return passed_.exchange(0); }

private:
    struct pair {
        int client, server;
        std::string unread{};  // of the server's stream: an incomplete message
    };

    void set(std::string& where, std::string text) {
        const std::lock_guard hold(rules_);
        where = std::move(text);
    }
    void serve();
    bool pass(pair& p, bool from_server);
    bool send_all(int fd, std::string_view bytes);

    listener door_;
    std::string server_;
    int stop_[2] = {-1, -1};
    std::atomic<bool> started_ = false, swallowing_ = false, lingering_ = false, ignoring_ = false, numbering_ = false;
    std::atomic<std::int64_t> left_ = -1, passed_ = 0;
    std::atomic<std::size_t> piece_ = 0;
    std::mutex rules_;
    std::string tag_{}, request_{};
    std::vector<pair> pairs_{};
    std::thread thread_;
};

inline void proxy::serve() {
    started_.wait(false);
    for (;;) {
        std::vector<pollfd> wanted{{stop_[0], POLLIN, 0}, {door_.fd(), POLLIN, 0}};
        for (const auto& p : pairs_) {
            wanted.push_back({p.client, POLLIN, 0});
            wanted.push_back({p.server, POLLIN, 0});
        }
        if (::poll(wanted.data(), wanted.size(), -1) < 0) continue;
        if (wanted[0].revents) break;
        std::vector<pair> kept;
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            auto& p = pairs_[i];
            if ((wanted[2 + 2 * i].revents && !pass(p, false)) || (wanted[3 + 2 * i].revents && !pass(p, true))) {
                ::close(p.client);
                ::close(p.server);
            } else {
                kept.push_back(std::move(p));
            }
        }
        pairs_ = std::move(kept);
        if (wanted[1].revents && ignoring_) {
            pairs_.push_back({::accept(door_.fd(), nullptr, nullptr), -1});
        } else if (wanted[1].revents) {
            const auto address = unix_address(server_);
            const int client = ::accept(door_.fd(), nullptr, nullptr), server = ::socket(AF_UNIX, SOCK_STREAM, 0);
            if (::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
                ::close(client);
                ::close(server);
            } else {
                pairs_.push_back({client, server});
            }
        }
    }
    for (const auto& p : pairs_) {
        ::close(p.client);
        ::close(p.server);
    }
}

/// False: this pair ends.
inline bool proxy::pass(pair& p, bool from_server) {
    char buffer[65536];
    const auto size = ::recv(from_server ? p.server : p.client, buffer, sizeof buffer, 0);
    if (size <= 0 && from_server && lingering_) {
        ::close(std::exchange(p.server, -1));  // poll() passes it over
        return true;
    }
    if (size <= 0) return false;
    const std::string_view bytes(buffer, static_cast<std::size_t>(size));
    const std::lock_guard hold(rules_);
    if (!from_server) {
        if (p.server < 0) return true;
        if (!request_.empty() && bytes.find(request_) != std::string_view::npos) return false;
        return send_all(p.server, bytes);
    }
    if (!tag_.empty() || numbering_) {
        // Whole messages only: type, length, body. The test sets the tag when none is half-way.
        p.unread.append(bytes);
        while (p.unread.size() >= 5) {
            std::uint32_t length;
            std::memcpy(&length, p.unread.data() + 1, 4);
            const std::size_t whole = __builtin_bswap32(length) + 1U;
            if (p.unread.size() < whole) break;
            if (p.unread[0] == 'C' && std::string_view(p.unread.data() + 5) == tag_) return false;
            if (p.unread[0] == 'K' && numbering_) p.unread[5] ^= 0x40;
            if (!send_all(p.client, std::string_view(p.unread).substr(0, whole))) return false;
            p.unread.erase(0, whole);
        }
        return true;
    }
    if (swallowing_) return true;
    auto allowed = bytes;
    if (const auto left = left_.load(); left >= 0) {
        allowed = bytes.substr(0, static_cast<std::size_t>(left));
        left_ = left - static_cast<std::int64_t>(allowed.size());
    }
    passed_ += static_cast<std::int64_t>(allowed.size());  // first: the client is quick
    const auto piece = piece_.load();
    for (auto rest = allowed; !rest.empty();) {
        const auto part = rest.substr(0, piece ? piece : rest.size());
        if (!send_all(p.client, part)) return false;
        rest.remove_prefix(part.size());
    }
    return left_ != 0;
}

inline bool proxy::send_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

}  // namespace pgmodel_test

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// The process that keeps a private server: it outlives its owner just long enough to clean up.

#pragma once

#include <pgmodel/core/error.hpp>

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace pgmodel::testing::detail {

using deadline = std::chrono::steady_clock::time_point;

inline int milliseconds_until(deadline end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    return left.count() < 0 ? 0 : static_cast<int>(left.count());
}

[[noreturn]] inline void throw_errno(const char* what) {
    throw error(std::string("pgmodel: ") + what + ": " + std::generic_category().message(errno));
}

class descriptor {
public:
    descriptor() = default;
    explicit descriptor(int fd) : fd_(fd) {}
    descriptor(descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    descriptor& operator=(descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~descriptor() { close(); }

    int get() const { return fd_; }
    void close() {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    }

private:
    int fd_ = -1;
};

struct pipe_ends {
    descriptor read;
    descriptor write;
};

// Both ends close on exec, and neither is one of the low numbers that the child's own files get.
inline pipe_ends make_pipe() {
    int raw[2];
#ifdef __linux__
    if (::pipe2(raw, O_CLOEXEC) != 0) throw_errno("pipe2");
#else
    if (::pipe(raw) != 0) throw_errno("pipe");
#endif
    descriptor low_read(raw[0]);
    descriptor low_write(raw[1]);
    pipe_ends ends{descriptor(::fcntl(raw[0], F_DUPFD_CLOEXEC, 10)), descriptor(::fcntl(raw[1], F_DUPFD_CLOEXEC, 10))};
    if (ends.read.get() < 0 || ends.write.get() < 0) throw_errno("fcntl");
    return ends;
}

/// Whom the server runs as: PostgreSQL refuses to run as root.
struct account {
    uid_t user = ::getuid();
    gid_t group = ::getgid();
    bool changes = false;  // the child must give up root
};

inline account server_account() {
    if (::geteuid() != 0) return {};
    for (const char* name : {"postgres", "nobody"})
        if (const passwd* entry = ::getpwnam(name)) return {entry->pw_uid, entry->pw_gid, true};
    throw usage_error("pgmodel: PostgreSQL refuses to run as root, and there is neither a user "
                      "postgres nor a user nobody; run the tests as an ordinary user");
}

// $1: the server's bin folder, $2: the private folder, $3: the locale's option, or the folder of a
// server whose data are copied, the rest: the server's arguments. When it has copied, it waits for
// a line.
// Standard input ends when the owner stops, however that happens; the owner waits for the end of
// standard output, which is when all is gone. Descriptor 3 ends when the server does.
// A pipe that nobody reads must not kill the shell either: it still has to clean up.
// A shell's background jobs ignore SIGQUIT until they ask for it, so a server that is just starting
// misses it: hence again and again, and after six seconds SIGKILL.
inline constexpr const char* watchdog_script = R"sh(
trap '' HUP INT TERM PIPE
bin=$1 folder=$2
shift 2
PATH=${PATH:+$PATH:}/usr/bin:/bin # rm, which takes the folder away
umask 077
cd "$folder" || exit 1
server=
echo "watchdog $$"
make_data() {
    case $1 in
    /*) # Of a server that runs, files come and go.
        cp -R "$1/data" "$folder/data" >log 2>&1 </dev/null
        rm -f "$folder/data/postmaster.pid" "$folder/data/postmaster.opts"
        echo copied
        read -r line
        ;;
    *) "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --no-sync "$1" >log 2>&1 </dev/null 3>&- ;;
    esac
}
if make_data "$1"; then
    shift
    "$bin/postgres" -D "$folder/data" -k "$folder" "$@" >>log 2>&1 </dev/null &
    server=$!
fi
exec 3>&-
while read -r line; do :; done
cd /
if [ -n "$server" ]; then
    kill -QUIT "$server"
    (
        for again in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
            sleep 0.2
            kill -QUIT "$server"
        done
        kill -KILL "$server"
    ) >/dev/null &
    wait "$server"
    kill -KILL $!
fi
rm -rf "$folder"
)sh";

// Only async-signal-safe calls from here on: the owner may have threads.
[[noreturn]] inline void become_watchdog(const account& who, int input, int output, int alive, char* const* arguments) {
    ::setsid();
    // Not a child of the owner: its wait() calls must not see it, and whoever kills the owner with
    // all its children must not reach it.
    if (const pid_t child = ::fork(); child != 0) ::_exit(child < 0 ? 1 : 0);
    ::setpgid(0, 0);
    if (who.changes && (::setgroups(0, nullptr) != 0 || ::setgid(who.group) != 0 || ::setuid(who.user) != 0))
        ::_exit(1);

    sigset_t none;
    sigemptyset(&none);  // a macro on macOS
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int number : {SIGCHLD, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2}) ::signal(number, SIG_DFL);

    const int null = ::open("/dev/null", O_WRONLY);
    if (::dup2(input, 0) < 0 || ::dup2(output, 1) < 0 || ::dup2(null, 2) < 0 || ::dup2(alive, 3) < 0) ::_exit(1);
#if defined(__GLIBC__) && defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 34)
    ::close_range(4, ~0U, 0);
#define PGMODEL_CLOSED_RANGE
#endif
#endif
#ifndef PGMODEL_CLOSED_RANGE
    long limit = ::sysconf(_SC_OPEN_MAX);
    for (int fd = 4; fd < (limit < 0 || limit > 65536 ? 65536 : limit); ++fd) ::close(fd);
#endif
#undef PGMODEL_CLOSED_RANGE
    ::execv("/bin/sh", arguments);
    ::_exit(127);
}

/// The owner's ends of a running watchdog.
struct watchdog {
    descriptor keep;   // closing it ends the server
    descriptor done;   // ends when server and folder are gone
    descriptor alive;  // ends when the server does
};

inline watchdog start_watchdog(const account& who, const std::vector<std::string>& script_arguments) {
    auto input = make_pipe();
    auto output = make_pipe();
    auto alive = make_pipe();

    std::vector<std::string> words{"sh", "-c", watchdog_script, "pgmodel-test-server"};
    words.insert(words.end(), script_arguments.begin(), script_arguments.end());
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    const pid_t child = ::fork();
    if (child < 0) throw_errno("fork");
    if (child == 0) become_watchdog(who, input.read.get(), output.write.get(), alive.write.get(), arguments.data());
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return {std::move(input.write), std::move(output.read), std::move(alive.read)};
}

/// Waits for the end of a pipe and returns whether it came; what arrives before is appended to
/// `text`.
inline bool wait_for_end(const descriptor& pipe, deadline end, std::string& text) {
    while (true) {
        pollfd wanted{pipe.get(), POLLIN, 0};
        const int ready = ::poll(&wanted, 1, milliseconds_until(end));
        if (ready == 0) return false;
        if (ready < 0 && errno == EINTR) continue;
        char part[256];
        const auto size = ready < 0 ? -1 : ::read(pipe.get(), part, sizeof part);
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return true;
        text.append(part, static_cast<std::size_t>(size));
    }
}

}  // namespace pgmodel::testing::detail

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Runs another program and waits for its end.
#pragma once

#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

extern char** environ;  // NOLINT

namespace pgmodel_test {

/// Runs a program, looked for in PATH, with these words and, before those of this process, these settings of its
/// environment (`NAME=value`). Its standard output goes nowhere. Returns its exit code, or 128 and the signal; throws
/// when it cannot be started.
inline int run_program(const std::vector<std::string>& words, const std::vector<std::string>& settings = {}) {
    std::vector<char*> arguments, environment;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    for (const auto& setting : settings) environment.push_back(const_cast<char*>(setting.c_str()));
    for (char** each = environ; *each; ++each) environment.push_back(*each);
    environment.push_back(nullptr);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", 0, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", 1, 0);
    pid_t process = 0;
    const int failed = posix_spawnp(&process, arguments[0], &files, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&files);
    if (failed) throw std::runtime_error(words[0] + ": " + std::generic_category().message(failed));
    int status = 0;
    while (::waitpid(process, &status, 0) < 0)
        if (errno != EINTR) throw std::runtime_error(words[0] + ": " + std::generic_category().message(errno));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace pgmodel_test

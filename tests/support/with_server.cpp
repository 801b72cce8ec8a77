// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// with_server COMMAND [ARGUMENT...]: runs a command while a private server is up; libpq finds it by the environment.

#include <pgmodel/testing.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: with_server COMMAND [ARGUMENT...]\n";
        return 2;
    }
    try {
        pgmodel::testing::server server;
        setenv("PGHOST", server.folder().c_str(), 1);
        setenv("PGUSER", "postgres", 1);
        setenv("PGDATABASE", "postgres", 1);
        const pid_t child = fork();
        if (child == 0) {
            execvp(argv[1], argv + 1);
            _exit(127);
        }
        int status = 1;
        waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The entry of libFuzzer. It starts from fuzz::corpus(), which is written into the folder that PGMODEL_FUZZ_CORPUS
// names (to be given as an argument as well): tools/test --only fuzz.

#include "targets.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    if (const char* folder = std::getenv("PGMODEL_FUZZ_CORPUS")) {
        std::size_t number = 0;
        for (const auto& input : fuzz::corpus()) {
            std::ofstream file(std::string(folder) + "/seed_" + std::to_string(number++), std::ios::binary);
            if (!(file << input)) {
                std::perror(folder);
                return 1;
            }
        }
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    try {
        fuzz::run(input);
    } catch (const fuzz::broken& fault) {
        const auto& all = fuzz::targets();
        std::fprintf(stderr, "%s: %s\n", all[data[0] % all.size()].name.c_str(), fault.what());
        std::abort();
    }
    return 0;
}

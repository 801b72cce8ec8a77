// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a document cannot hold this field's type; use bool, a number, std::string, an enum class, a value type of pgmodel, a plain struct, or a std::vector, std::optional or std::map of these

#include <pgmodel/document/nlohmann.hpp>

#include <nlohmann/json.hpp>

struct settings {
    int size{};
#ifdef PGMODEL_BAD
    void* handle{};
#endif
};

int main() {
    const nlohmann::json document = settings{};
    return static_cast<int>(document.size());
}

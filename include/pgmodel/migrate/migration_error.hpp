// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is wrong with migrations: their files, their history, or the server's answer to one of their statements.
#pragma once

#include <pgmodel/core/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel {
namespace migrate {

/// One thing that is wrong with a migration.
struct problem {
    std::int64_t version{};  ///< 0: of no migration that is known
    std::string file{};      ///< empty: the history has it, and no file does
    std::string text{};      ///< the sentence

    bool operator==(const problem&) const = default;
};

}  // namespace migrate

/// A migration cannot run, or has failed. Everything that is wrong with the files and the history is told at once, and
/// before anything has run; of a statement that failed, `sqlstate()` and `info()` are the server's.
class migration_error : public error {
public:
    /// `problems` is not empty.
    explicit migration_error(std::vector<migrate::problem> problems)
        : error(sentence_of(problems)), problems_(std::move(problems)) {}
    /// A statement has failed: of which block, counted from 1, and which statement in it.
    migration_error(migrate::problem failed, error_info info, std::size_t block, std::size_t statement)
        : error("pgmodel: " + failed.text, std::move(info)), problems_{std::move(failed)}, block_(block),
          statement_(statement) {}

    /// Of the first migration that has a problem; 0: it is of none.
    std::int64_t version() const { return problems_.front().version; }
    const std::string& file() const { return problems_.front().file; }
    const std::vector<migrate::problem>& problems() const { return problems_; }

    /// The block of the file whose statement has failed, counted from 1; 0: nothing has run.
    std::size_t block() const { return block_; }
    /// The statement of that block, counted from 1; 0: none of the file's own, but such as COMMIT.
    std::size_t statement_number() const { return statement_; }

private:
    static std::string sentence_of(const std::vector<migrate::problem>& problems) {
        std::string text = "pgmodel: ";
        for (const auto& each : problems) {
            if (&each != problems.data()) text += "\n    ";
            text += each.text;
        }
        return text;
    }

    std::vector<migrate::problem> problems_;
    std::size_t block_ = 0;
    std::size_t statement_ = 0;
};

}  // namespace pgmodel

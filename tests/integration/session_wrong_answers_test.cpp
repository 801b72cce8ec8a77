// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Servers that do not keep to the protocol, or to what they have said before: a typed error, and a connection that is
// used again only where it is in a known state.

#include <pgmodel/session.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../faults/fake_server.hpp"
#include "session_helpers.hpp"

namespace {

using namespace pgmodel_test;
using namespace std::chrono_literals;
using namespace std::string_literals;

struct line {
    std::int64_t id;
    std::string name;
};

const auto eight = "\0\0\0\0\0\0\0\7"s;
const auto shape = wire::columns({{"id", 20}, {"name", 25}});
const auto described = wire::parameters({}) + shape;
const auto one_row = wire::message('2') + shape + wire::row({eight, "x"s}) + wire::complete("SELECT 1") + wire::ready();

/// Short where the test waits for it; else so long that a slow machine keeps to it.
constexpr std::chrono::milliseconds deadline_for(bool silence) { return silence ? 1ms : 20s; }

/// What happens to `select id, name` when its run, or its preparation, is answered so.
struct outcome {
    std::string what;
    bool open;
    bool works;
};
outcome ask_for_lines(bool silence, const std::string& run, const std::string& prepare = {}) {
    int requests = 0;
    fake_server server([&](std::string_view request) {
        if (request[0] == 0) return wire::welcome();
        ++requests;
        if (request.find("other") != request.npos || (requests == 1 && prepare.empty()))
            return wire::prepared_as(request, described);
        return requests == 1 ? prepare : requests == 2 ? run : one_row;
    });
    pgmodel::session db{pgmodel::options{.dsn = server.dsn(), .deadline = deadline_for(silence)}};
    outcome out{};
    try {
        const auto all = db.all<line>("select id, name");
        out.what = std::to_string(all.size()) + " rows";
    } catch (const pgmodel::error& e) {
        out.what = e.what();
    } catch (const std::exception& e) {
        ADD_FAILURE() << "an exception of another kind: " << e.what();
    }
    out.open = db.is_open();
    try {
        const auto all = db.all<line>("select id, name -- other");
        out.works = all.size() == 1 && all[0].id == 7 && all[0].name == "x";
    } catch (const pgmodel::error& e) {
        if (out.open) out.what += " | then: " + std::string(e.what());
    }
    return out;
}

/// Part of a message, and whether the connection is used again.
struct expected {
    const char* name;
    std::string answer;
    std::string_view what;
    bool open = false;

    bool silence() const { return std::string_view(name).starts_with("silence"); }
};

const auto bound = wire::message('2');
const auto done = wire::complete("SELECT 1") + wire::ready();
const auto row = wire::row({eight, "x"s});
std::string rows(const std::string& all) { return bound + shape + all + done; }
std::string copy(char kind) { return wire::message(kind, wire::number(0, 1) + wire::number(0, 2)); }
std::string error(std::initializer_list<std::string_view> fields) { return wire::failure(fields) + wire::ready(); }

TEST(session_wrong_answers, when_a_statement_runs) {
    const std::string_view lost = "the connection to the server was lost", width = "not an integer of this width",
                           null = "NULL for a field that is not optional", copies = "COPY to or from the client";
    for (const auto& e : std::vector<expected>{
             {"as it should be", one_row, "1 rows", true},
             {"seven bytes", rows(wire::row({eight.substr(1), "x"s})), width, true},
             {"nine bytes", rows(wire::row({eight + "x", "x"s})), width, true},
             {"no bytes", rows(wire::row({""s, "x"s})), width, true},
             {"a NULL", rows(wire::row({eight, std::nullopt})), null, true},
             {"a row of one column", rows(wire::row({eight})), lost},
             {"a row of three columns", rows(wire::row({eight, "x"s, "y"s})), lost},
             {"fewer columns than before", bound + wire::columns({{"id", 20}}) + wire::row({eight}) + done, null, true},
             {"no columns any more", bound + wire::columns({}) + wire::row({}) + done, null, true},
             {"other types than before",
              bound + wire::columns({{"id", 25}, {"name", 20}}) + wire::row({"x"s, eight}) + done, width, true},
             {"rows without columns", bound + wire::message('n') + row + done, lost},
             {"a value beyond its message",
              rows(wire::message('D', wire::number(2, 2) + wire::number(8) + eight + wire::number(0x7fffffff) + "x")),
              lost},
             {"a negative length",
              rows(wire::message('D', wire::number(2, 2) + wire::number(8) + eight + wire::number(0xfffffffe))), null,
              true},
             {"an empty row message", rows(wire::message('D')), lost},
             {"two gigabytes", bound + shape + "D" + wire::number(0x7fffffff) + "x", lost},
             {"a message of negative length", bound + shape + "D" + wire::number(0xffffffff) + "x", lost},
             {"a message of three bytes", bound + shape + "D" + wire::number(3) + done, lost},
             {"no end of the command", bound + shape + row + wire::ready(), "no result"},
             {"nothing but readiness", wire::ready(), "no result"},
             {"silence", bound + shape + row + wire::complete("SELECT 1"), "no answer in 501 ms"},
             {"the end of the stream", "", lost},
             {"twice", bound + shape + row + wire::complete("SELECT 1") + shape + row + done, lost},
             {"an unknown message", bound + shape + wire::message('!', "abc") + done, lost},
             {"a portal that is suspended", bound + shape + row + wire::message('s') + wire::ready(), lost},
             {"an empty query", bound + wire::message('I') + wire::ready(), "0 rows", true},
             {"COPY out", bound + copy('H') + wire::message('d', "x\n") + wire::message('c') +
                              wire::complete("COPY 1") + wire::ready(), copies, true},
             {"COPY both ways", bound + copy('W') + wire::ready(), "switched to replication"},
             {"an error without a code", bound + error({"SERROR", "VERROR", "Mno code"}), lost},
             {"an error without anything", bound + error({}), lost},
             {"a code of two letters", bound + error({"SERROR", "VERROR", "C22", "Mshort"}), lost},
             {"an error that does not end", bound + wire::message('E', "SERROR") + wire::ready(), lost},
             {"an error in another language", bound + error({"S错误", "VERROR", "C55006", "M关系"}), "关系 [55006]", true},
             {"an error of odd form", bound + error({"SERROR", "VERROR", "C55006"}), "[55006]", true},
             {"an error behind rows", bound + shape + row + error({"SERROR", "VERROR", "C22012", "Mzero"}),
              "division by zero", true},
             {"an error behind the end",
              bound + shape + row + wire::complete("SELECT 1") + error({"SERROR", "VERROR", "C22012", "Mzero"}),
              "division by zero", true},
             {"FATAL, and it goes on", bound + error({"SFATAL", "VFATAL", "C57P01", "Mbye"}), "bye [57P01]"},
             {"another authentication", bound + wire::message('R', wire::number(3)) + done, lost},
             {"a notification without an end", bound + wire::message('A', "x") + shape + done, lost},
             {"a setting without an end", bound + wire::message('S', "x") + shape + done, lost},
         }) {
        const auto o = ask_for_lines(e.silence(), e.answer);
        EXPECT_NE(o.what.find(e.what), std::string::npos) << e.name << ": " << o.what;
        EXPECT_EQ(o.open, e.open) << e.name;
        EXPECT_EQ(o.works, e.open) << e.name << ": " << o.what;
    }
}

TEST(session_wrong_answers, when_a_statement_is_prepared) {
    const auto parsed = wire::process() + wire::message('1');
    const std::string_view lost = "the connection to the server was lost", column = "column \"id\" (bigint) is expected",
                           place = "does not keep to its protocol";
    for (const auto& e : std::vector<expected>{
             {"silence", parsed + wire::parameters({}) + shape, "no answer in 501 ms"},
             {"nothing but readiness", wire::ready(), lost},
             {"more parameters", parsed + wire::parameters({20, 20}) + shape + wire::ready(), "has 2 parameters", true},
             {"parameters cut off", parsed + wire::message('t', wire::number(65535, 2)) + shape + wire::ready(), lost},
             {"no columns", parsed + wire::parameters({}) + wire::message('n') + wire::ready(), column, true},
             {"columns cut off",
              parsed + wire::parameters({}) + wire::message('T', wire::number(65535, 2)) + wire::ready(), lost},
             {"names that are no text",
              parsed + wire::parameters({}) + wire::columns({{"\xff", 20}, {"\xfe", 25}}) + wire::ready(), column, true},
             {"rows", parsed + wire::parameters({}) + shape + row + done, lost},
             {"COPY in", parsed + copy('G') + wire::ready(), place},
             {"COPY out", parsed + copy('H') + wire::ready(), place},
             {"COPY both ways", parsed + copy('W') + wire::ready(), place},
             {"an error without a code", error({"SERROR", "VERROR", "Msyntax"}), lost},
         }) {
        const auto o = ask_for_lines(e.silence(), one_row, e.answer);
        EXPECT_NE(o.what.find(e.what), std::string::npos) << e.name << ": " << o.what;
        EXPECT_EQ(o.open, e.open) << e.name;
        EXPECT_EQ(o.works, e.open) << e.name << ": " << o.what;
    }
}

/// What commit() throws; empty when it returns.
struct end_of_transaction {
    std::string what{};
    bool in_doubt = false, open = false;
};
end_of_transaction commit_answered(const std::string& answer, bool asks, bool silence = false) {
    fake_server server([&](std::string_view request) {
        if (request[0] == 0) return wire::welcome();
        if (request.find("commit") != request.npos) return answer;
        if (request.find("begin") != request.npos) return wire::complete("BEGIN") + wire::ready('T');
        if (request.find("insert") != request.npos) return wire::complete("INSERT 0 1") + wire::ready('T');
        return wire::prepared_as(request, wire::parameters({}) + wire::columns({{"id", 5069}}), 'T');
    });
    // What comes before has an answer, even on a slow machine.
    pgmodel::session db{
        pgmodel::options{.dsn = server.dsn(), .deadline = silence ? 1s : 20s, .ask_transaction_id = asks}};
    pgmodel::transaction tx{db};
    tx.execute_script("insert into t values (1)");
    end_of_transaction out;
    try {
        tx.commit();
    } catch (const pgmodel::commit_in_doubt& e) {
        out = {e.what(), true};
    } catch (const pgmodel::error& e) {
        out = {e.what()};
    }
    out.open = db.is_open();
    return out;
}

TEST(session_wrong_answers, to_commit) {
    const auto question = bound + wire::columns({{"id", 5069}});
    const auto before = wire::complete("SELECT 1") + wire::message('1') + bound + wire::message('n');
    const auto id = [&](const std::string& value) { return question + wire::row({value}) + before; };
    const auto committed = wire::complete("COMMIT") + wire::ready();
    for (const auto& e : std::vector<expected>{
             {"as it should be", id(eight) + committed, "", true},
             {"an id of three bytes", id("abc") + committed, "", true},
             {"silence behind an id of three bytes", id("abc"), "the transaction may have been"},
             {"no column", bound + wire::columns({}) + wire::row({}) + before + committed, "", true},
             {"no row", question + before + committed, "", true},
             {"another tag", id(eight) + wire::complete("COMMI") + wire::ready(), "the transaction 7 may have been"},
             {"readiness alone", id(eight) + wire::ready(), "the transaction 7 may have been"},
             {"COPY in", id(eight) + copy('G') + wire::ready(), "the transaction 7 may have been"},
             {"an error without a code", id(eight) + error({"SERROR", "VERROR", "Mno memory"}),
              "the transaction 7 may have been"},
             {"COPY instead of the id", bound + copy('G') + committed, "the transaction may have been"},
         }) {
        const auto end = commit_answered(e.answer, true, e.silence());
        EXPECT_NE(end.what.find(e.what), std::string::npos) << e.name << ": " << end.what;
        EXPECT_EQ(end.what.empty(), e.what.empty()) << e.name << ": " << end.what;
        EXPECT_EQ(end.in_doubt, !e.what.empty()) << e.name;
        EXPECT_EQ(end.open, e.open) << e.name;
    }
    for (const char kind : {'G', 'H', 'W'}) EXPECT_TRUE(commit_answered(copy(kind) + wire::ready('T'), false).in_doubt);
}

// A pooler may refuse what a session asks for at its start.
TEST(session_wrong_answers, startup_options_that_are_not_taken) {
    fake_server pooler([](std::string_view request) {
        if (request.find("options") == request.npos) return wire::welcome();
        return wire::failure({"SFATAL", "VFATAL", "C08P01", "Munsupported startup parameter: options"});
    });
    PGMODEL_EXPECT_THROW(pgmodel::session{pooler.dsn()}, pgmodel::connection_error, "named_statements = false");
    PGMODEL_EXPECT_THROW(pgmodel::session{pooler.dsn()}, pgmodel::connection_error, "(08P01)");
    EXPECT_TRUE((pgmodel::session{pgmodel::options{.dsn = pooler.dsn(), .named_statements = false}}.is_open()));
    EXPECT_TRUE((pgmodel::session{pgmodel::options{.dsn = pooler.dsn(), .deadline = 0ms}}.is_open()));
}

// A pooler that keeps prepared statements answers for the server where it has seen their text.
TEST(session_wrong_answers, a_stale_plan_that_a_pooler_keeps) {
    std::atomic<int> stale = 0;
    fake_server pooler([&](std::string_view request) {
        if (request[0] == 0) return wire::welcome();
        if (request.find("select") == request.npos) return one_row;
        if (request.find("select id, name -- pgm_") != request.npos) return wire::prepared_as(request, described);
        const int before = stale++;
        return wire::message('1') + wire::failure({"SERROR", "VERROR", "C0A000", "Mstale", "RRevalidateCachedQuery"}) +
               wire::ready(before == 0 ? 'I' : 'E');
    });
    for (const auto which : {1, 2}) {
        pgmodel::session db{pooler.dsn()};
        if (which == 2) {
            PGMODEL_EXPECT_THROW(db.all<line>("select id, name"), pgmodel::server_error, "[0A000]");
        }
        if (which == 1) {
            EXPECT_EQ(db.all<line>("select id, name").size(), 1U);
        }
        EXPECT_EQ(stale, which);
    }
}

TEST(session_wrong_answers, startup_options_that_are_ignored) {
    fake_server pooler([](std::string_view) {
        const auto begin = wire::welcome();
        return begin.substr(0, begin.size() - 6) + wire::status("default_transaction_read_only", "off") + wire::ready();
    });
    PGMODEL_EXPECT_THROW((pgmodel::session{pgmodel::options{.dsn = pooler.dsn(), .read_only = true}}),
                         pgmodel::connection_error, "read_only has not reached the server");
    EXPECT_TRUE(pgmodel::session{pooler.dsn()}.is_open());
}

}  // namespace

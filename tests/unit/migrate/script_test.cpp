// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/migrate/read_migrations.hpp>
#include <pgmodel/migrate/script.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace migrate = pgmodel::migrate;
using migrate::script;
using migrate::detail::migration;
using migrate::detail::read_migrations;

migration parse(std::string_view text) {
    const script one[]{{"1_x.sql", text}};
    return read_migrations(one).at(0);
}
/// `T[statement|statement] A[statement] <- T[statement]`
std::string blocks(std::string_view text) {
    const migration m = parse(text);
    std::string made;
    const auto add = [&](const std::vector<migrate::detail::script_block>& section) {
        for (const auto& block : section) {
            made += made.empty() ? "" : " ";
            made += block.alone ? "A[" : "T[";
            for (const auto& s : block.statements)
                made.append(&s == block.statements.data() ? "" : "|").append(m.statement(s));
            made += ']';
        }
    };
    add(m.up);
    if (m.has_down) made += " <-";
    add(m.down);
    return made;
}
std::string fault(const std::vector<script>& scripts) {
    try {
        read_migrations(scripts);
    } catch (const pgmodel::migration_error& e) {
        return e.what();
    }
    return "none";
}
std::string fault(std::string_view text) { return fault(std::vector<script>{{"1_x.sql", text}}); }

constexpr script embedded[]{{"0001_a.sql", "select 1"}, {"20261127103000_b-c_D.sql", ""}};
static_assert(embedded[0].text == "select 1");

TEST(script, names) {
    const auto found = read_migrations(embedded);
    EXPECT_EQ(found[0].version, 1);
    EXPECT_EQ(found[0].name, "a");
    EXPECT_EQ(found[1].version, 20261127103000);
    EXPECT_EQ(found[1].name, "b-c_D");
    EXPECT_EQ(found[1].file, "20261127103000_b-c_D.sql");
    const script order[]{{"10_c.sql", ""}, {"9_b.sql", ""}, {"0008_a.sql", ""}, {"9223372036854775807_d.sql", ""}};
    std::string names;
    for (const auto& m : read_migrations(order)) names += m.name;
    EXPECT_EQ(names, "abcd") << "by number";
    for (const char* bad : {"", "a.sql", "1.sql", "1_.sql", "1_a", "1_a.SQL", "_a.sql", "1_a b.sql", "-1_a.sql", "1_\xc3\xa4.sql",
                            "1-a.sql", "9223372036854775808_a.sql", " 1_a.sql", "1_a.down.sql"})
        EXPECT_EQ(fault(std::vector<script>{{bad, ""}}),
                  "pgmodel: migration " + std::string(bad) +
                      " is not called <version>_<name>.sql, with a version of digits up to 9223372036854775807 and a name of "
                      "letters, digits, _ and -");
    EXPECT_EQ(fault({{"000_a.sql", ""}}), "pgmodel: migration 000_a.sql has the version 0; versions begin at 1");
    EXPECT_EQ(fault({{"1_a.sql", ""}, {"2_x.sql", "'"}, {"01_b.sql", ""}, {"x.sql", ""}}),
              "pgmodel: migration 2_x.sql line 1: a quote has no end\n"
              "    migration x.sql is not called <version>_<name>.sql, with a version of digits up to 9223372036854775807 and "
              "a name of letters, digits, _ and -\n"
              "    migrations 01_b.sql and 1_a.sql have the same version");
}
TEST(script, blocks) {
    EXPECT_EQ(blocks(""), "");
    EXPECT_EQ(blocks("-- only a comment\n;;"), "");
    EXPECT_EQ(blocks("a; b ;\n c"), "T[a|b|c]");
    EXPECT_EQ(blocks("-- why\n-- pgmodel: transaction\na;\n-- pgmodel: alone\nb;\n-- pgmodel: transaction\n\n"), "T[a] A[b]");
    EXPECT_EQ(blocks("a\n-- pgmodel: alone\nb\n-- pgmodel: down\nc;\n--pgmodel:alone\nd\n--  pgmodel:  transaction \ne;f"),
              "T[a] A[b] <- T[c] A[d] T[e|f]");
    EXPECT_EQ(blocks("a;\r\n-- pgmodel: down\r\n"), "T[a] <-");
    EXPECT_EQ(blocks("-- why\ra;\r-- pgmodel: down\r"), "T[a] <-");
    EXPECT_EQ(blocks("select '\n-- pgmodel: down\n', E'\\'\n-- pgmodel: x\n', $$\n-- pgmodel: alone\n$$ /*\n"
                     "-- pgmodel: alone\n*/, \"\n-- pgmodel: down\n\""),
              "T[select '\n-- pgmodel: down\n', E'\\'\n-- pgmodel: x\n', $$\n-- pgmodel: alone\n$$ /*\n-- pgmodel: alone\n*/, "
              "\"\n-- pgmodel: down\n\"]");
    EXPECT_EQ(blocks("savepoint a; rollback to a; ROLLBACK WORK TO SAVEPOINT a; do $$begin commit; end$$"),
              "T[savepoint a|rollback to a|ROLLBACK WORK TO SAVEPOINT a|do $$begin commit; end$$]");
    EXPECT_FALSE(parse("a").has_down);
}
TEST(script, faults) {
    const auto line = [](int number, const std::string& what) {
        return "pgmodel: migration 1_x.sql line " + std::to_string(number) + ": " + what;
    };
    EXPECT_EQ(fault("a;\n-- pgmodel: alon\nb"), line(2, "\"alon\" is no directive; transaction, alone and down are"));
    EXPECT_EQ(fault("-- pgmodel:"), line(1, "\"\" is no directive; transaction, alone and down are"));
    EXPECT_EQ(fault("a; -- pgmodel: alone\nb"), line(1, "a directive begins its line"));
    EXPECT_EQ(fault("a;\n-- pgmodel: alone\n"), line(2, "a block alone has one statement, not 0"));
    EXPECT_EQ(fault("-- pgmodel: alone\na; b;\n-- pgmodel: down\nc"), line(1, "a block alone has one statement, not 2"));
    EXPECT_EQ(fault("a;\n-- pgmodel: down\nb;\n-- pgmodel: down\nc"), line(4, "the way back begins twice"));
    EXPECT_EQ(fault("a;\n\n$x$ \n$$"), line(3, "a quote has no end"));
    EXPECT_EQ(fault("a\n/* /* */"), line(2, "a comment has no end"));
    EXPECT_EQ(fault("\ncreate table t (\n-- pgmodel: down\n"), line(2, "a parenthesis is not closed"));
    EXPECT_EQ(fault("create function f() begin atomic select 1;"), line(1, "BEGIN ATOMIC has no END"));
    EXPECT_EQ(fault("a;\n\\connect x"), line(2, "a command of psql's own is no SQL"));
    EXPECT_EQ(fault("a;\n/* b */\\unrestrict x"), line(2, "a command of psql's own is no SQL"));
    EXPECT_EQ(fault("copy t (a) from stdin with csv;\n1\n\\.\n"),
              line(1, "COPY has no client to read from or write to; use INSERT"));
    for (const char* bad : {"set standard_conforming_strings = off", "SET SESSION Standard_Conforming_Strings TO 'off'",
                            "set local standard_conforming_strings = 0", "select pg_catalog.set_config("
                            "'standard_conforming_strings', 'off', true)", "set \"standard_conforming_strings\" to false"})
        EXPECT_EQ(fault("a;\n" + std::string(bad)),
                  line(2, "a file is taken apart with standard_conforming_strings on, so that it is cut where its statements "
                          "end; leave it on, and write E'...' where a backslash is to mean something"));
    for (const char* fine : {"set standard_conforming_strings = on", "set standard_conforming_strings to default",
                             "select set_config('standard_conforming_strings', 'on', false)",
                             "alter role old set standard_conforming_strings = off",
                             "select a in ('standard_conforming_strings', 'off')", "show standard_conforming_strings"})
        EXPECT_EQ(fault(fine), "none");
    EXPECT_EQ(fault(std::string_view("a\0b", 3)), "pgmodel: migration 1_x.sql has a NUL character");
    for (const char* word : {"begin", "Commit", "END", "rollback", "abort", "start", "prepare"})
        EXPECT_EQ(fault("a;\n" + std::string(word) + " transaction;"),
                  line(2, "a block is a transaction already; leave " + std::string(word) + " out"));
    for (const char* bad : {"create index concurrently i on t (a)", "drop index concurrently i", "vacuum",
                            "reindex table concurrently t", "alter system set a = 1", "create database d",
                            "drop tablespace s", "alter table t detach partition p concurrently"})
        EXPECT_EQ(fault(bad), line(1, "this statement cannot run in a transaction; begin a block of its own by -- pgmodel: "
                                      "alone"));
    EXPECT_EQ(fault("-- pgmodel: alone\ncreate unique index concurrently on t (a)"),
              line(2, "an index that is built concurrently has a name, by which one that was not finished is found"));
}
TEST(script, checksums) {
    const std::string text = "a;\n-- pgmodel: transaction\nb;\n-- pgmodel: down\nc;\n";
    const migration m = parse(text), crlf = parse("\xef\xbb\xbf" "a;\r\n-- pgmodel: transaction\r\nb;\r\n-- pgmodel: down\r\nc;\r\n");
    for (std::size_t done : {0U, 1U, 2U}) EXPECT_EQ(m.checksum(false, done), crlf.checksum(false, done));
    EXPECT_EQ(migrate::detail::normalised_text("\ra\r\r\n\rb\r"), "\ra\n\rb\r");
    EXPECT_EQ(parse("a").checksum(false, 1), "af63dc4c8601ec8c") << "FNV-1a, as others have it";
    EXPECT_EQ(m.checksum(false, 0), "cbf29ce484222325");
    const migration later = parse("a;\n-- pgmodel: transaction\nx;\n-- pgmodel: down\nc;\n");
    EXPECT_EQ(m.checksum(false, 1), later.checksum(false, 1));
    EXPECT_NE(m.checksum(false, 2), later.checksum(false, 2));
    EXPECT_EQ(m.checksum(false, 2), m.checksum(true, 0)) << "the text up to the way back";
    EXPECT_EQ(m.checksum(false, 2), parse("a;\n-- pgmodel: transaction\nb;\n").checksum(false, 2));
    EXPECT_NE(m.checksum(true, 1), m.checksum(true, 0));
    EXPECT_EQ(parse("a;").checksum(false, 1), parse("a;\r").checksum(false, 1));
    EXPECT_EQ(parse("a;").checksum(false, 1), parse("a; \n\n-- pgmodel: down\nb").checksum(false, 1))
        << "a way back is added to a file whose last line has no end";
    EXPECT_EQ(m.line_of(m.down_begin), 4U);
}

}  // namespace

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// pgmodel beside hand-written libpq: run_time [--rounds=N [--only=PART_OF_NAME]] [--pin=CPU] [Google Benchmark's options]
// With --rounds it prints one table of ratios; without it, it is a usual Google Benchmark program.
// For `run`, which counts instructions and system calls from outside:
//   run_time --serve                          prints two DSNs and waits for the end of its input
//   run_time --once=OPERATION/WAY --times=N --read=DSN --written=DSN

#include "allocations.hpp"
#include "operations.hpp"

#include <pgmodel/testing.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <string_view>

#ifdef __linux__
#include <sched.h>
#endif

namespace {

using namespace benchmark_of_pgmodel;

databases served;

/// Tries what is to be measured, so that everything is connected and prepared before.
template <class Operation>
void warm_up(Operation& operation) {
    for (std::int64_t i = 0; i < (Operation::rows == 1 ? 50 : 1); ++i) operation.once();
}

template <class Operation>
void measure(benchmark::State& state) {
    Operation operation(served);
    warm_up(operation);
    const auto before = allocations_so_far();
    for (auto _ : state) operation.once();
    const auto after = allocations_so_far();
    const auto done = static_cast<double>(state.iterations()) * Operation::rows;
    state.counters["new"] = static_cast<double>(after.by_new - before.by_new) / done;
    state.counters["malloc"] = static_cast<double>(after.all - before.all) / done;
    state.SetItemsProcessed(static_cast<std::int64_t>(done));
}

/// Each operation, its two ways next to each other.
template <class F>
void each_operation(const F& f) {
    f.template operator()<select_by_key<by_library>, select_by_key<by_hand>>();
    f.template operator()<insert_returning<by_library>, insert_returning<by_hand>>();
    f.template operator()<insert_moved<by_library>, insert_moved<by_hand>>();
    f.template operator()<update<by_library>, update<by_hand>>();
    f.template operator()<upsert<by_library>, upsert<by_hand>>();
    f.template operator()<upsert_by_id<by_library>, upsert_by_id<by_hand>>();
    f.template operator()<built_select<by_library>, built_select<by_hand>>();
    f.template operator()<built_update<by_library>, built_update<by_hand>>();
    f.template operator()<join_of_two<by_library>, join_of_two<by_hand>>();
    f.template operator()<filtered_select<by_library>, filtered_select<by_hand>>();
    f.template operator()<built_upsert<by_library>, built_upsert<by_hand>>();
    f.template operator()<read_all<by_library>, read_all<by_hand>>();
    f.template operator()<insert_many<by_library>, insert_many<by_hand>>();
    f.template operator()<copy_many<by_library>, copy_many<by_hand>>();
    f.template operator()<stream_all<by_library>, stream_all<by_hand>>();
    f.template operator()<stream_numbers<by_library>, stream_numbers<by_hand>>();
    f.template operator()<stream_single_numbers<by_library>, stream_single_numbers<by_hand>>();
    f.template operator()<pool_touch<pool_by_library>, pool_touch<pool_by_hand>>();
}

struct figures {
    double cpu_ns, wall_ns, by_new, by_malloc;
};

/// Collects the rounds instead of printing them.
class collector : public benchmark::BenchmarkReporter {
public:
    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const auto& run : runs) {
            const double done = static_cast<double>(run.iterations) * rows[run.run_name.function_name];
            rounds[run.run_name.function_name].push_back({run.cpu_accumulated_time * 1e9 / done,
                                                          run.real_accumulated_time * 1e9 / done,
                                                          run.counters.at("new").value, run.counters.at("malloc").value});
        }
    }
    std::map<std::string, std::vector<figures>> rounds;
    std::map<std::string, double> rows;
};

struct spread {
    double middle, least, most;
};
spread spread_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto n = values.size();
    return {(values[(n - 1) / 2] + values[n / 2]) / 2, values.front(), values.back()};
}

void run_rounds(int rounds, const std::string& only) {
    collector all;
    each_operation([&]<class Library, class Hand>() { all.rows[std::string(Library::name) + "/pgmodel"] = Library::rows,
                                                      all.rows[std::string(Library::name) + "/libpq"] = Library::rows; });
    for (int i = 0; i < rounds; ++i) benchmark::RunSpecifiedBenchmarks(&all, only);
    std::printf("Client time per operation, or per row: medians of %d rounds, both ways in turn; ratios pgmodel / libpq "
                "pair by pair: median (least to most).\n\n", rounds);
    std::printf("| operation | libpq CPU ns | pgmodel CPU ns | CPU ratio | wall ratio | new: libpq, pgmodel | malloc: libpq, pgmodel |\n"
                "|---|---:|---:|---:|---:|---:|---:|\n");
    each_operation([&]<class Library, class Hand>() {
        const auto& ours = all.rounds[std::string(Library::name) + "/pgmodel"];
        const auto& theirs = all.rounds[std::string(Library::name) + "/libpq"];
        if (ours.empty() || theirs.empty()) return;
        const auto median = [](const std::vector<figures>& from, double figures::*what) {
            std::vector<double> values;
            for (const auto& f : from) values.push_back(f.*what);
            return spread_of(values).middle;
        };
        const auto ratio = [&](double figures::*what) {
            std::vector<double> values;
            for (std::size_t i = 0; i < ours.size(); ++i) values.push_back(ours[i].*what / theirs[i].*what);
            return spread_of(values);
        };
        const auto cpu = ratio(&figures::cpu_ns), wall = ratio(&figures::wall_ns);
        std::printf("| %s | %.1f | %.1f | %.3f (%.2f to %.2f) | %.3f (%.2f to %.2f) | %.2f, %.2f | %.2f, %.2f |\n", Library::name,
                    median(theirs, &figures::cpu_ns), median(ours, &figures::cpu_ns), cpu.middle, cpu.least, cpu.most,
                    wall.middle, wall.least, wall.most, median(theirs, &figures::by_new), median(ours, &figures::by_new),
                    median(theirs, &figures::by_malloc), median(ours, &figures::by_malloc));
    });
}

void run_once(std::string_view wanted, std::int64_t times) {
    bool found = false;
    const auto go = [&]<class Operation>(std::string_view way) {
        if (wanted != std::string(Operation::name) + std::string(way)) return;
        found = true;
        Operation operation(served);
        warm_up(operation);
        for (std::int64_t i = 0; i < times; ++i) operation.once();
    };
    each_operation([&]<class Library, class Hand>() {
        go.template operator()<Library>("/pgmodel");
        go.template operator()<Hand>("/libpq");
    });
    if (!found) throw pg::error("there is no operation " + std::string(wanted));
}

/// Client and server on one processor: to wake one on another costs more than a statement.
void pin(int processor) {
#ifdef __linux__
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(processor, &set);
    if (sched_setaffinity(0, sizeof set, &set) != 0) throw pg::error("cannot run on that processor only");
#else
    (void)processor;
#endif
}

int run(int count, char** arguments) {
    int rounds = 0;
    bool serve = false;
    std::string once, only = ".";
    std::int64_t times = 1;
    std::vector<char*> rest{arguments[0]};
    for (int i = 1; i < count; ++i) {
        const std::string_view given = arguments[i];
        const auto value = [&](std::string_view name) { return given.starts_with(name) ? arguments[i] + name.size() : nullptr; };
        if (const char* v = value("--rounds=")) rounds = std::atoi(v);
        else if (const char* v = value("--pin=")) pin(std::atoi(v));
        else if (const char* v = value("--only=")) only = v;
        else if (const char* v = value("--once=")) once = v;
        else if (const char* v = value("--times=")) times = std::atoll(v);
        else if (const char* v = value("--read=")) served.read = v;
        else if (const char* v = value("--written=")) served.written = v;
        else if (given == "--serve") serve = true;
        else if (given == "--operations") return each_operation([]<class Library, class Hand>() {
                                                     std::printf("%s\t%lld\n", Library::name, static_cast<long long>(Library::rows));
                                                 }), 0;
        else rest.push_back(arguments[i]);
    }
    if (!once.empty()) return run_once(once, times), 0;

    std::optional<pgmodel::testing::server> server;
    if (served.read.empty()) {
        server.emplace(pgmodel::testing::server_options{.settings = {{"autovacuum", "off"}, {"jit", "off"}, {"shared_buffers", "512MB"},
                                                                     {"max_wal_size", "8GB"}, {"checkpoint_timeout", "1h"}}});
        pg::session(server->connection_string()).execute_script("create database written");
        served = {server->connection_string(), server->connection_string("written")};
        fill(served);
    }
    if (serve) {
        std::cout << served.read << '\n' << served.written << std::endl;
        std::cin.ignore(1);
        return 0;
    }
    each_operation([]<class Library, class Hand>() {
        const auto add = [](const std::string& name, void (*function)(benchmark::State&), std::int64_t iterations) {
            benchmark::RegisterBenchmark(name.c_str(), function)->Iterations(iterations)->MeasureProcessCPUTime()->UseRealTime();
        };
        add(std::string(Library::name) + "/pgmodel", &measure<Library>, Library::times);
        add(std::string(Hand::name) + "/libpq", &measure<Hand>, Hand::times);
    });
    count = static_cast<int>(rest.size());
    benchmark::Initialize(&count, rest.data());
    if (benchmark::ReportUnrecognizedArguments(count, rest.data())) return 2;
    if (rounds > 0) run_rounds(rounds, only);
    else benchmark::RunSpecifiedBenchmarks();
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return run(count, arguments);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "%s\n", e.what());
        return 1;
    }
}

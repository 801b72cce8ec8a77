// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the databases that stand in for the real ones are made of: invented words and numbers, the same in each run.
#pragma once

#include <pgmodel.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace pgmodel_test {

/// A number below `end` that looks like chance and is not; each `column` has its own.
inline int any(int row, std::uint32_t column, int end) {
    auto x = static_cast<std::uint32_t>(row) * 2654435761u + column * 2246822519u;
    x = (x ^ (x >> 15)) * 3266489917u;
    return static_cast<int>((x ^ (x >> 13)) % static_cast<std::uint32_t>(end));
}
inline bool one_in(int n, int row, std::uint32_t column) { return any(row, column, n) == 0; }

/// The words of a list in turn.
template <std::size_t N>
std::string word(const char* const (&words)[N], int place) {
    return words[static_cast<std::size_t>(place) % N];
}

inline pgmodel::timestamp moment(int year, int days, int minutes) {
    return std::chrono::local_days{std::chrono::year{year} / 1 / 1} + std::chrono::days{days} + std::chrono::minutes{minutes};
}

inline std::string first_name(int place) {
    static constexpr const char* names[]{"Anke",  "Tomás",  "Ирина", "Zoë",   "Bao",  "Müge",    "さくら", "Liam", "Noor",   "Søren",
                                         "Chidi", "Élodie", "Pavel", "Priya", "Ana",  "Hiroshi", "Мария",  "Omar", "Ingrid", "Joaquín",
                                         "Lea",   "Þór",    "Mei",   "Gael",  "Vera", "Ximena",  "Yusuf",  "Oona", "Dov",    "Тарас"};
    return word(names, place);
}
/// 120 of them.
inline std::string last_name(int place) {
    static constexpr const char* begins[]{"Ar", "Bel", "Wal", "Kor", "Ös", "Дуб", "Win", "Sá", "Ngu", "O'", "Mc", "Tan"};
    static constexpr const char* ends[]{"mann", "sen", "ov", "ez", "ström", "ini", "yama", "son", "berg", "ко"};
    return word(begins, place) + word(ends, place / 12);
}
inline std::string country_name(int place) {
    static constexpr const char* names[]{"Brazil", "Norway", "Österreich", "日本", "Россия", "Kenya", "Canada", "Côte d'Ivoire"};
    return word(names, place);
}
/// Cities of a country have its number and numbers that are 8 more.
inline std::string city_name(int place) {
    static constexpr const char* begins[]{"Rio", "Fjord", "Bad", "北", "Ново", "Nya", "New ", "L'"};
    static constexpr const char* ends[]{"bruck", "mere", "град", "ville"};
    return word(begins, place) + word(ends, place / 8);
}

}  // namespace pgmodel_test

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// An expression's text, and its parameters as text: what a statement would send.

#pragma once

#include <pgmodel.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace pgmodel_test {

/// Writes an expression as a statement does, columns by their bare names, and notes the types of the parameters.
struct expression_recorder {
    std::string text{};
    std::vector<pgmodel::type_ref> types{};

    void append(std::string_view part) { text += part; }
    void string(std::string_view value) { pgmodel::quote_literal(value, text); }
    template <auto M>
    void column() {
        text += pgmodel::detail::member_name<M>;
    }
    template <class T>
    void parameter(const T*) {
        types.push_back(pgmodel::codec<pgmodel::detail::unwrapped<T>>::type);
        text += "$" + std::to_string(types.size());
    }
};
struct parameter_recorder {
    std::vector<std::optional<std::string>> values{};

    template <class T>
    void operator()(const T& value) {
        values.push_back(pgmodel::codec<T>::text(value));
    }
    template <class T>
    void operator()(const std::optional<T>& value) {
        if (value)
            (*this)(*value);
        else
            values.push_back({});
    }
};

template <class E>
std::string text(const E& expression) {
    expression_recorder out;
    E::write(out, &expression);
    return out.text;
}
/// The names of the parameters' types, with blanks between them.
template <class E>
std::string types(const E& expression) {
    expression_recorder out;
    E::write(out, &expression);
    std::string all;
    for (const auto& type : out.types)
        (all += all.empty() ? "" : " ") += type.name;
    return all;
}
template <class E>
std::string values(const E& expression) {
    parameter_recorder out;
    expression.visit(out);
    std::string all;
    for (const auto& value : out.values)
        (all += all.empty() ? "" : " ") += value.value_or("null");
    return all;
}
template <class E>
constexpr bool nullable(const E&) {
    return E::nullable;
}
template <class T, class E>
constexpr bool gives(const E&) {
    return std::is_same_v<typename E::value_type, T>;
}

}  // namespace pgmodel_test

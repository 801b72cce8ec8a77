// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is left of conditions when some of those that are put together while the program runs are empty: they say
// nothing, and leave nothing behind where they are joined to others. Asked only of what has parts of the run, so it is
// not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/expression/nodes.hpp>

namespace pgmodel::detail {

constexpr bool is_logic(int level) { return level <= level::logical_not; }

/// Does nothing of a condition say anything?
template <class Node>
constexpr bool says_nothing(const Node* node) {
    if constexpr (requires { node->empty(); }) return node && node->empty();
    else return false;
}
template <fixed_string Operator, int Level, class Value, bool Nullable, class Left, class Right>
constexpr bool says_nothing(const infix<Operator, Level, Value, Nullable, Left, Right>* node) {
    if constexpr (is_logic(Level)) return node && says_nothing(&node->left) && says_nothing(&node->right);
    else return false;
}
template <fixed_string Before, fixed_string After, int Level, class Value, bool Nullable, class Operand>
constexpr bool says_nothing(const affix<Before, After, Level, Value, Nullable, Operand>* node) {
    if constexpr (is_logic(Level)) return node && says_nothing(&node->operand);
    else return false;
}

/// Calls `f` with what is left of a condition: the other side of an operator where one says nothing.
template <class Node, class F>
constexpr void with_said(const Node* node, const F& f) {
    f(node);
}
template <fixed_string Operator, int Level, class Value, bool Nullable, class Left, class Right, class F>
constexpr void with_said(const infix<Operator, Level, Value, Nullable, Left, Right>* node, const F& f) {
    if constexpr (is_logic(Level)) {
        if (node && says_nothing(&node->left)) return with_said(&node->right, f);
        if (node && says_nothing(&node->right)) return with_said(&node->left, f);
    }
    f(node);
}
/// How tightly what is left of it binds.
template <class Node>
constexpr int level_of_said(const Node* node) {
    int found = 0;
    with_said(node, [&found]<class Left>(const Left* left) {
        if constexpr (requires { left->level(); }) found = left->level();
        else found = Left::precedence;
    });
    return found;
}
template <int Least, class Node, class Out>
constexpr void write_said(Out& out, const Node* node) {
    with_said(node, [&out](const auto* left) { write_part<Least>(out, left); });
}
/// A clause of a condition, unless that says nothing; whether it is there.
template <int Least, class Node, class Out>
constexpr bool write_clause(Out& out, std::string_view word, const Node* node) {
    if (says_nothing(node)) return false;
    out.append(word);
    write_said<Least>(out, node);
    return true;
}

/// AND, OR and NOT of what is left.
template <class Out, fixed_string Operator, int Level, class Value, bool Nullable, class Left, class Right>
constexpr void write_logic(Out& out, const infix<Operator, Level, Value, Nullable, Left, Right>* self) {
    const auto* left = self ? &self->left : nullptr;
    const auto* right = self ? &self->right : nullptr;
    const bool first = !says_nothing(left), second = !says_nothing(right);
    if (first && second) {
        write_said<Level>(out, left);
        out.append(Operator.view());
        write_said<Level>(out, right);
    } else if (first) {
        write_said<0>(out, left);
    } else if (second) {
        write_said<0>(out, right);
    } else {
        out.append("true");
    }
}
template <class Out, fixed_string Before, fixed_string After, int Level, class Value, bool Nullable, class Operand>
constexpr void write_logic(Out& out, const affix<Before, After, Level, Value, Nullable, Operand>* self) {
    if (says_nothing(self)) return out.append("true");
    out.append(Before.view());
    write_said<Level>(out, self ? &self->operand : nullptr);
}

}  // namespace pgmodel::detail

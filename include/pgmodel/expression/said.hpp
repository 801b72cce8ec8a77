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

/// Writes what is left, in parentheses where it binds less tightly than `Least`.
template <int Least, class Node, class Out>
constexpr void write_said(Out& out, const Node* node) {
    with_said(node, [&out](const auto* left) { write_left(out, left, std::integral_constant<int, Least>{}); });
}
template <class Out, class Node, int Least>
constexpr void write_left(Out& out, const Node* node, std::integral_constant<int, Least>) {
    write_part<Least>(out, node);
}
template <class Out, fixed_string Operator, int Level, class Value, bool Nullable, class Left, class Right, int Least>
constexpr void write_left(Out& out, const infix<Operator, Level, Value, Nullable, Left, Right>* node,
                          std::integral_constant<int, Least> least) {
    if constexpr (!is_logic(Level)) {
        write_part<least>(out, node);
    } else if (says_nothing(node)) {
        out.append("true");
    } else {
        if (Level < Least) out.append("(");
        write_said<Level>(out, node ? &node->left : nullptr);
        out.append(Operator.view());
        write_said<Level>(out, node ? &node->right : nullptr);
        if (Level < Least) out.append(")");
    }
}
template <class Out, fixed_string Before, fixed_string After, int Level, class Value, bool Nullable, class Operand,
          int Least>
constexpr void write_left(Out& out, const affix<Before, After, Level, Value, Nullable, Operand>* node,
                          std::integral_constant<int, Least> least) {
    if constexpr (!is_logic(Level)) {
        write_part<least>(out, node);
    } else if (says_nothing(node)) {
        out.append("true");
    } else {
        out.append(Before.view());
        write_said<Level>(out, node ? &node->operand : nullptr);
    }
}

/// A clause of a condition, unless that says nothing; whether it is there.
template <int Least, class Node, class Out>
constexpr bool write_clause(Out& out, std::string_view word, const Node* node) {
    if (says_nothing(node)) return false;
    out.append(word);
    write_said<Least>(out, node);
    return true;
}

}  // namespace pgmodel::detail

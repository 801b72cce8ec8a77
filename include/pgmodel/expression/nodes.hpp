// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The shapes that expressions are made of: an operator between two operands, before one or behind one, a function, and
// words between any number of operands. They are aggregates, and casts stand for std::move and std::forward: a compiler
// takes longer for every function that is made for each expression.
#pragma once

#include <pgmodel/core/pack.hpp>
#include <pgmodel/expression/operand.hpp>
#include <pgmodel/types/array.hpp>

namespace pgmodel::detail {

struct no_clause;
template <class Call, bool Distinct, class Order, class Filter>
struct modified_call;

/// Is a place without functions that give several rows?
template <int Special>
struct no_set {
    static_assert((Special & holds_set) == 0,
                  "pgmodel: a function that gives several rows, such as unnest(), stands in the select list or in FROM "
                  "and in no condition, aggregate, CASE or COALESCE; use it in a subquery");
    static constexpr bool value = true;
};

/// `left Operator right`, for example `fixed_string{" = "}`.
template <fixed_string Operator, int Level, class Value, bool Nullable, class Left, class Right>
struct infix : members_of<Value, infix<Operator, Level, Value, Nullable, Left, Right>> {
    using value_type = Value;
    static constexpr bool nullable = Nullable;
    static constexpr bool constant = Left::constant && Right::constant;
    static constexpr bool aggregate = Left::aggregate || Right::aggregate;
    static constexpr bool windowed = Left::windowed || Right::windowed;
    static constexpr bool dynamic = is_dynamic<Left>() || is_dynamic<Right>();
    static constexpr int special = Left::special | Right::special;
    static constexpr int precedence = Level;

    template <class Tables>
    using stranger = typename stranger_in_parts<Tables, infix, Left, Right>::type;
    /// Arrays are joined as in join_arrays(): NULL counts as an empty one, or as an element.
    template <class Nulls>
    static constexpr bool null_in = [] {
        constexpr bool left = null_in_query<Left, Nulls>(), right = null_in_query<Right, Nulls>();
        if constexpr (array_value<Value> && Operator.view() == " || ")
            return left && right && array_value<typename Left::value_type> && array_value<typename Right::value_type>;
        else return Level != level::is && (left || right);
    }();
    /// Most operators make NULL of NULL only; of the others some find nothing, such as ->.
    template <class Nulls>
    static constexpr bool null_of_rows = [] {
        constexpr std::string_view word = Operator.view();
        if constexpr (Level != level::other || (word == " || " && !array_value<Value>) || word == " & " ||
                      word == " | " || word == " # " || word == " << " || word == " >> ")
            return !(Left::nullable || Right::nullable) || null_in_query<Left, Nulls>() ||
                   null_in_query<Right, Nulls>();
        else return true;
    }();

    /// Of an array and an element.
    template <class Nulls>
    static constexpr bool null_element =
        array_value<Value> && ((!array_value<typename Left::value_type> && null_in_query<Left, Nulls>()) ||
                               (!array_value<typename Right::value_type> && null_in_query<Right, Nulls>()) ||
                               has_null_elements<Left, Nulls, Value>() || has_null_elements<Right, Nulls, Value>());

    [[no_unique_address]] Left left;
    [[no_unique_address]] Right right;

    /// Of a part of a document: an assignment for set().
    template <class Given>
    constexpr auto operator=(Given&& given) const {
        return assignment_maker<infix>::make(*this, static_cast<Given&&>(given));
    }

    template <class Out>
    static constexpr void write(Out& out, const infix* self) {
        // AND and OR are associative, other chains are read from left to right, comparisons do not chain.
        write_part<(Level == level::comparison || Level == level::is || Level == level::like ? Level + 1 : Level)>(
            out, self ? &self->left : nullptr);
        out.append(Operator.view());
        write_part<(Level == level::logical_and || Level == level::logical_or ? Level : Level + 1)>(
            out, self ? &self->right : nullptr);
    }
    // Inlined always, as what select_query.hpp says it of.
    template <class F>
    [[gnu::always_inline]] constexpr void visit(F& f) const {
        if constexpr (!Left::constant) left.visit(f);
        if constexpr (!Right::constant) right.visit(f);
    }
};

/// `Before operand After`: NOT, unary minus, IS NULL, DESC.
template <fixed_string Before, fixed_string After, int Level, class Value, bool Nullable, class Operand>
struct affix : members<affix<Before, After, Level, Value, Nullable, Operand>> {
    using value_type = Value;
    static constexpr bool nullable = Nullable;
    static constexpr bool constant = Operand::constant;
    static constexpr bool aggregate = Operand::aggregate;
    static constexpr bool windowed = Operand::windowed;
    static constexpr bool dynamic = is_dynamic<Operand>();
    static constexpr int special = Operand::special;
    static constexpr int precedence = Level;

    template <class Tables>
    using stranger = typename stranger_in_parts<Tables, affix, Operand>::type;
    template <class Nulls>
    static constexpr bool null_in = Level != level::is && null_in_query<Operand, Nulls>();
    template <class Nulls>
    static constexpr bool null_of_rows =
        !Operand::nullable || (Level == level::prefix && Before.view() != "~ ") || null_in_query<Operand, Nulls>();

    [[no_unique_address]] Operand operand;

    template <class Out>
    static constexpr void write(Out& out, const affix* self) {
        out.append(Before.view());
        // IS does not chain, and -- begins a comment.
        constexpr bool looser = Level == level::is || (Level == level::unary && Before.size() > 0);
        write_part<(looser ? Level + 1 : Level)>(out, self ? &self->operand : nullptr);
        out.append(After.view());
    }
    template <class F>
    constexpr void visit(F& f) const {
        if constexpr (!Operand::constant) operand.visit(f);
    }
};

/// What is said of a function in the fourth argument of `call`: can it be NULL, is it an aggregate, is it NULL only
/// when all its arguments are, is it never NULL, is it NULL of rows in which an argument is and of no rows, is it NULL
/// of NULL only, is it an array of which arguments are elements, does it give a row for each of its values, does it
/// speak of groups without being an aggregate.
inline constexpr int can_be_null = 1, aggregates = 2, null_when_all = 4, never_null = 8, null_without_rows = 16,
                     null_of_null = 32, holds_arguments = 64, gives_rows = 128, of_groups = 256;
/// Does the function answer a NULL in its `I`th argument with a value? The bits above the others say so of the first
/// ones.
constexpr int answers_null_in(std::size_t i) { return i < 20 ? 1024 << i : 0; }
constexpr bool answers_null(int properties, std::size_t i) { return (properties & answers_null_in(i)) != 0; }
/// An aggregate of rows: NULL when there are none.
inline constexpr int aggregates_rows = aggregates | can_be_null | null_without_rows;

template <fixed_string... Words>
struct word_list {};

/// `Before argument, argument After`: `fixed_string{"coalesce("}`, `fixed_string{")"}`.
template <fixed_string Before, fixed_string After, class Value, int Properties, class... Arguments>
struct call : members<call<Before, After, Value, Properties, Arguments...>> {
    using value_type = Value;
    static constexpr bool nullable = (Properties & can_be_null) != 0;
    static constexpr bool constant = (Arguments::constant && ... && true);
    static constexpr bool reduces = (Properties & aggregates) != 0;
    static constexpr bool argument_aggregate = (Arguments::aggregate || ... || false);
    static constexpr bool aggregate = reduces || argument_aggregate || (Properties & of_groups) != 0;
    static constexpr bool windowed = (Arguments::windowed || ... || false);
    static constexpr bool dynamic = (Arguments::dynamic || ... || false);
    static constexpr int argument_special = (Arguments::special | ... | 0);
    static constexpr int special = argument_special | (reduces && argument_aggregate ? holds_nested : 0) |
                                   ((Properties & gives_rows) != 0 ? holds_set : 0);
    static constexpr int precedence = level::primary;
    static_assert(no_set < reduces ? argument_special : 0 > ::value);
    static_assert(!(reduces && windowed),
                  "pgmodel: an aggregate is made before window functions, so it cannot hold one; make the "
                  "window function in a subquery");

    template <class Tables>
    using argument_stranger = typename stranger_among<Tables, Arguments...>::type;
    template <class Tables>
    using stranger = typename stranger_in_parts<Tables, call, Arguments...>::type;
    template <class Nulls, std::size_t... I>
    static constexpr bool null_argument_in_query(std::index_sequence<I...>) {
        return ((!answers_null(Properties, I) && null_in_query<Arguments, Nulls>()) || ... || false);
    }
    template <class Nulls>
    static constexpr bool null_in = [] {
        if constexpr (reduces || (Properties & (never_null | gives_rows)) != 0) return false;
        else if constexpr ((Properties & null_when_all) != 0) return (null_in_query<Arguments, Nulls>() && ...);
        else if constexpr ((Properties & holds_arguments) != 0)
            return ((array_value<typename Arguments::value_type> && null_in_query<Arguments, Nulls>()) || ...);
        else return null_argument_in_query<Nulls>(std::index_sequence_for<Arguments...>{});
    }();
    template <class Nulls>
    static constexpr bool null_of_rows = [] {
        if constexpr ((Properties & null_when_all) != 0) return (null_in_query<Arguments, Nulls>() && ...);
        else if constexpr (reduces && (Properties & holds_arguments) != 0) return false;
        else if constexpr ((Properties & null_without_rows) != 0)
            return (null_in_query<Arguments, nulls_in_rows<Nulls>>() || ... || false);
        else if constexpr ((Properties & null_of_null) != 0)
            return null_argument_in_query<Nulls>(std::index_sequence_for<Arguments...>{});
        else return true;
    }();
    /// Of the elements that it is given.
    template <class Nulls>
    static constexpr bool null_argument =
        (Properties & holds_arguments) != 0 &&
        ((!array_value<typename Arguments::value_type> && null_in_query<Arguments, Nulls>()) || ... || false);
    template <class Nulls, class InRows = std::conditional_t<reduces, nulls_in_rows<Nulls>, Nulls>>
    static constexpr bool null_element =
        null_argument<InRows> || (has_null_elements<Arguments, InRows, Value>() || ... || false);
    template <class Argument>
    static constexpr bool has_argument = (std::is_same_v<Argument, Arguments> || ...);

    [[no_unique_address]] pack<Arguments...> arguments;

    constexpr explicit call(Arguments... a) : arguments(std::move(a)...) {}

    /// Of a typed path into a document: an assignment for set().
    template <class Given>
    constexpr auto operator=(Given&& given) const {
        return assignment_maker<call>::make(*this, static_cast<Given&&>(given));
    }

    template <class Out>
    static constexpr void write(Out& out, const call* self) {
        write_open(out, self, "");
        out.append(After.view());
    }
    /// All but what closes it; `quantifier` stands before the arguments.
    template <class Out>
    static constexpr void write_open(Out& out, const call* self, std::string_view quantifier) {
        out.append(Before.view());
        out.append(quantifier);
        write_all(out, self, std::index_sequence_for<Arguments...>{});
    }
    template <class F>
    constexpr void visit(F& f) const {
        arguments.each([&f](const auto& argument) { argument.visit(f); });
    }

    /// `count(DISTINCT x)`: of an aggregate.
    constexpr auto distinct() const { return modify(*this).distinct(); }
    /// `string_agg(x, ',' ORDER BY y)`: of an aggregate.
    template <class... Keys>
    constexpr auto order_by(Keys... keys) const {
        return modify(*this).order_by(std::move(keys)...);
    }
    /// `count(*) FILTER (WHERE condition)`: of an aggregate.
    template <class Condition>
    constexpr auto filter(Condition condition) const {
        return modify(*this).filter(std::move(condition));
    }
    /// `OVER (...)`: an aggregate of the rows that the window tells, beside each row.
    template <class... Window>
    constexpr auto over(Window... window) const {
        return modify(*this).over(std::move(window)...);
    }

private:
    template <class Self>
    static constexpr auto modify(const Self& self) {
        return modified_call<Self, false, no_clause, no_clause>(self, {}, {});
    }

    template <class Out, std::size_t... I>
    static constexpr void write_all(Out& out, const call* self, std::index_sequence<I...>) {
        ((out.append(I == 0 ? "" : ", "),
          Arguments::write(out, pack<Arguments...>::template at<I, Arguments>(self ? &self->arguments : nullptr))),
         ...);
    }
};

/// A function that makes NULL of NULL; `Nullable` when it does so of other values, too. `More`: what else is said.
template <fixed_string Before, class Value, bool Nullable = false, int More = 0, class... Operands>
constexpr auto strict_call(Operands... operands) {
    // Of NULL a function that gives rows gives none.
    constexpr bool null = Nullable || ((More & gives_rows) == 0 && (Operands::nullable || ... || false));
    return call < Before, ")", Value, (null ? can_be_null : 0) | (Nullable ? 0 : null_of_null) | More,
           Operands... > (std::move(operands)...);
}
/// An operator that does.
template <fixed_string Operator, int Level, class Value, bool Nullable = false, class Left, class Right>
constexpr auto strict_infix(Left left, Right right) {
    constexpr bool null = Nullable || Left::nullable || Right::nullable;
    return infix<Operator, Level, Value, null, Left, Right>{{}, static_cast<Left&&>(left), static_cast<Right&&>(right)};
}

/// Has it words outside parentheses that SQL takes in some places within parentheses only, such as AT TIME ZONE,
/// COLLATE and LIKE (its grammar's b_expr)?
constexpr bool has_open_words(const void*) { return false; }
template <fixed_string Operator, int Level, class Value, bool Nullable, class Left, class Right>
constexpr bool has_open_words(const infix<Operator, Level, Value, Nullable, Left, Right>*) {
    return (Level == level::zone && Operator.size() > 3) ||
           (Left::precedence >= Level && has_open_words(static_cast<const Left*>(nullptr))) ||
           (Right::precedence > Level && has_open_words(static_cast<const Right*>(nullptr)));
}
template <fixed_string Before, fixed_string After, int Level, class Value, bool Nullable, class Operand>
constexpr bool has_open_words(const affix<Before, After, Level, Value, Nullable, Operand>*) {
    return (Level == level::unary && After.size() > 0) ||
           (Operand::precedence >= Level && has_open_words(static_cast<const Operand*>(nullptr)));
}
template <class Node>
inline constexpr bool is_closed =
    Node::precedence >= level::other && !has_open_words(static_cast<const Node*>(nullptr));

/// Operands with words between them, each in parentheses where it binds less tightly than `Least`: `position(a in b)`,
/// `case when a then b end`. `Words...` stand before, between and behind the operands.
template <class Value, int Properties, int Level, int Least, class Words, class... Operands>
struct worded;
template <class Value, int Properties, int Level, int Least, fixed_string... Words, class... Operands>
struct worded<Value, Properties, Level, Least, word_list<Words...>, Operands...>
    : members<worded<Value, Properties, Level, Least, word_list<Words...>, Operands...>> {
    static_assert(sizeof...(Words) == sizeof...(Operands) + 1);
    using value_type = Value;
    static constexpr bool nullable = (Properties & can_be_null) != 0;
    static constexpr bool constant = (Operands::constant && ... && true);
    static constexpr bool aggregate = (Operands::aggregate || ... || false);
    static constexpr bool windowed = (Operands::windowed || ... || false);
    static constexpr bool dynamic = (Operands::dynamic || ... || false);
    static constexpr int special = (Operands::special | ... | 0);
    static constexpr int precedence = Level;

    template <class Tables>
    using stranger = typename stranger_in_parts<Tables, worded, Operands...>::type;
    template <class Nulls>
    static constexpr bool null_in = (null_in_query<Operands, Nulls>() || ... || false);

    [[no_unique_address]] pack<Operands...> operands;

    constexpr explicit worded(Operands... o) : operands(std::move(o)...) {}

    template <class Out>
    static constexpr void write(Out& out, const worded* self) {
        write_all(out, self, std::index_sequence_for<Operands...>{});
    }
    template <class F>
    constexpr void visit(F& f) const {
        operands.each([&f](const auto& operand) { operand.visit(f); });
    }

private:
    template <class Out, std::size_t... I>
    static constexpr void write_all(Out& out, const worded* self, std::index_sequence<I...>) {
        constexpr std::string_view words[]{Words.view()...};
        out.append(words[0]);
        // Before AND, and in position(), words would be those of the whole.
        constexpr std::size_t closed = sizeof...(I) - 1;
        ((write_part < (I == 1 || closed == 1) && !is_closed<Operands>
              ? level::primary
              : Least > (out, pack<Operands...>::template at<I, Operands>(self ? &self->operands : nullptr)),
          out.append(words[I + 1])),
         ...);
    }
};

/// A text in SQL's own text, which the server takes for the type of what stands beside it.
template <class Node>
constexpr bool is_literal_text() {
    if constexpr (requires { Node::is_text; }) return Node::is_text;
    else return false;
}

/// `type 'text'`, where nothing beside a literal tells its type.
template <class T>
struct type_before {
    static constexpr std::string_view name = codec<T>::type.name;
    static constexpr auto text = [] {
        fixed_string<name.size() + 1> out;
        std::size_t at = 0;
        for (char c : name) out.text[at++] = c;
        out.text[at] = ' ';
        return out;
    }();
};
template <class T, class Node>
constexpr auto with_type(Node node) {
    if constexpr (is_literal_text<Node>() || is_enum_literal<Node>)
        return affix<type_before<T>::text, "", level::primary, T, false, Node>{{}, std::move(node)};
    else if constexpr (std::is_same_v<Node, parameter<owned_text>>)
        return parameter<owned_text_as<std::string>>(std::move(node.value));
    else return node;
}

}  // namespace pgmodel::detail

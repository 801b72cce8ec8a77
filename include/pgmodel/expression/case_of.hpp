// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CASE of one operand that is compared with a value each. Not part of <pgmodel.hpp>, which has `pg::case_when`.
#pragma once

#include <pgmodel/expression/conditional.hpp>

namespace pgmodel {
namespace detail {

/// `case base when a then b else c end`. `Operands`: values to compare with and values in turn, and the value of ELSE.
template <class Base, class Value, bool Nullable, class... Operands>
struct case_of_expression : members<case_of_expression<Base, Value, Nullable, Operands...>> {
    using value_type = Value;
    static constexpr bool complete = sizeof...(Operands) % 2 != 0;
    static constexpr bool nullable = Nullable || !complete;
    static constexpr bool constant = (Base::constant && ... && Operands::constant);
    static constexpr bool aggregate = (Base::aggregate || ... || Operands::aggregate);
    static constexpr bool windowed = (Base::windowed || ... || Operands::windowed);
    static constexpr bool dynamic = (Base::dynamic || ... || Operands::dynamic);
    static constexpr int special = (Base::special | ... | Operands::special);
    static_assert(no_set<special>::value);
    static constexpr int precedence = level::primary;

    template <class Tables>
    using stranger = typename stranger_in_parts<Tables, case_of_expression, Base, Operands...>::type;
    template <class Nulls>
    static constexpr bool null_in = null_in_case<Nulls, Operands...>();
    template <class Nulls>
    static constexpr bool null_of_rows = !complete || null_in<Nulls>;
    template <class Nulls>
    static constexpr bool null_element = (has_null_elements<Operands, Nulls, Value>() || ...);

    [[no_unique_address]] Base base;
    [[no_unique_address]] pack<Operands...> operands;

    constexpr explicit case_of_expression(Base b, Operands... o) : base(std::move(b)), operands(std::move(o)...) {}

    /// `WHEN value THEN value`.
    template <class With, class Then>
    constexpr auto when(With&& with, Then&& then) const {
        static_assert(!complete, "pgmodel: otherwise() ends a CASE; say when() before it");
        static_assert(comparable_operands<Base, std::remove_cvref_t<With>>::value);
        static_assert(comparable_operands<case_of_expression, std::remove_cvref_t<Then>, comparison::never>::value);
        return plus(as_operand<typename Base::value_type, Base>(static_cast<With&&>(with)),
                    as_operand<Value, case_of_expression>(static_cast<Then&&>(then)));
    }
    /// `ELSE value`; without it the rest is NULL.
    template <class Else>
    constexpr auto otherwise(Else&& value) const {
        static_assert(!complete, "pgmodel: a CASE has one otherwise()");
        static_assert(comparable_operands<case_of_expression, std::remove_cvref_t<Else>, comparison::never>::value);
        return plus(as_operand<Value, case_of_expression>(static_cast<Else&&>(value)));
    }

    template <class Out>
    static constexpr void write(Out& out, const case_of_expression* self) {
        // Literal enumerators alone would be texts.
        constexpr bool say_type = [] {
            const bool literal[]{is_enum_literal<Operands>...};
            for (std::size_t i = 1; i < sizeof...(Operands); i += 2)
                if (!literal[i]) return false;
            return literal[sizeof...(Operands) - 1];
        }();
        out.append(say_type ? "cast(case " : "case ");
        Base::write(out, part_of(self, &case_of_expression::base));
        write_case(out, part_of(self, &case_of_expression::operands), std::index_sequence_for<Operands...>{});
        out.append(" end");
        if constexpr (say_type) {
            out.append(" as ");
            out.append(codec<Value>::type.name);
            out.append(")");
        }
    }
    template <class F>
    constexpr void visit(F& f) const {
        base.visit(f);
        operands.each([&f](const auto& operand) { operand.visit(f); });
    }

private:
    template <class... More>
    constexpr auto plus(More... more) const {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            using last = std::tuple_element_t<sizeof...(More) - 1, std::tuple<More...>>;
            using common = typename common_of<Value, typename last::value_type>::type;
            return case_of_expression < Base, common, Nullable || last::nullable, Operands...,
                   More... > (base, *pack<Operands...>::template at<I, Operands>(&operands)..., std::move(more)...);
        }(std::index_sequence_for<Operands...>{});
    }
};

/// What a CASE begins with; it is none before its first when().
template <class Base>
struct case_of_start {
    [[no_unique_address]] Base base;

    template <class With, class Then>
    constexpr auto when(With&& with, Then&& then) const {
        static_assert(comparable_operands<Base, std::remove_cvref_t<With>>::value);
        auto operand = as_operand<typename Base::value_type, Base>(static_cast<With&&>(with));
        auto value = as_value(static_cast<Then&&>(then));
        using type = typename value_type_of<std::decay_t<Then>>::type;
        return case_of_expression<Base, type, decltype(value)::nullable, decltype(operand), decltype(value)>(
            base, std::move(operand), std::move(value));
    }
    template <class... Given>
    constexpr auto otherwise(const Given&...) const {
        static_assert(
            never<Given...>,
            "pgmodel: a CASE has at least one when(): pgmodel::case_of(x).when(1, \"one\").otherwise(\"more\")");
    }
};

}  // namespace detail

/// `CASE x WHEN 1 THEN ...`: what `x` is compared with, and what that gives.
///
///     pg::case_of(col<&book::rating>).when(1, "bad").when(2, "fair").otherwise("good")
///
/// `x` is computed once. Without `otherwise` the rest is NULL, and so is a NULL `x`, which equals nothing.
template <class E>
constexpr auto case_of(E&& x) {
    auto base = detail::as_value(static_cast<E&&>(x));
    return detail::case_of_start<decltype(base)>{std::move(base)};
}

}  // namespace pgmodel

// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Operators and functions of JSON documents (PostgreSQL manual 9.16). `doc["key"]` is `->` and `.as_text()` makes it
// `->>`; `contains()`, `contained_by()` are @> and <@, + joins (||), - takes a key, keys or a place away. What is made
// of documents is a document of the same library; what is made of other values is a `jsonb_text`, or what is named:
// `to_jsonb<json>(x)`.
#pragma once

#include <pgmodel/expression/alias.hpp>
#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/json_operand.hpp>
#include <pgmodel/types/jsonpath.hpp>

#include <initializer_list>
#include <string>
#include <vector>

namespace pgmodel {

/// Keys and places from the outside in: `{"address", "street"}`, `{"tags", "0"}`. It is one parameter.
using json_keys = std::vector<std::string>;

namespace detail {

template <fixed_string Function, class E>
struct jsonb_argument {
    static constexpr bool value = id_of<typename E::value_type>() == id::jsonb;
    static_assert(value, "pgmodel: this function takes a jsonb document");
};

/// Keys and paths: an expression of the type, or a value that becomes one parameter.
template <fixed_string Function, class Parameter, class Given>
constexpr auto json_operand(Given&& given) {
    using type = std::decay_t<Given>;
    if constexpr (std::is_same_v<Parameter, jsonpath> && !expression<Given> &&
                  std::is_convertible_v<const value_given<type>&, std::string_view>)
        return parameter<jsonpath>(
            jsonpath(std::string(std::string_view(static_cast<const value_given<type>&>(given)))));
    else if constexpr (std::is_same_v<Parameter, jsonpath> && is_text_literal<type>) return type(given);
    else return as_argument<Function, 2, Parameter>(static_cast<Given&&>(given));
}

/// `doc operator operand` of a jsonb.
template <fixed_string Operator, class Value, class Parameter, bool Nullable, class E, class Given>
constexpr auto json_operator(E e, Given&& given) {
    if constexpr (!jsonb_argument<Operator, E>::value) {
        return refused<E>{};
    } else {
        auto operand = json_operand<Operator, Parameter>(static_cast<Given&&>(given));
        return strict_infix<Operator, level::other, Value, Nullable>(std::move(e), std::move(operand));
    }
}

/// `f(doc, path, vars)` of a jsonb.
template <fixed_string Before, class Value, bool Nullable, int More = 0, class E, class Path, class... Vars>
constexpr auto path_function(E e, Path&& path, Vars&&... vars) {
    static_assert(sizeof...(Vars) <= 1,
                  "pgmodel: a path function takes a document, a path and a document of variables");
    if constexpr (!jsonb_argument<Before, E>::value) {
        return refused<E>{};
    } else {
        return [&]<class First, class... Rest>(First first, Rest... rest) {
            return strict_call<Before, Value, Nullable, More>(std::move(e), std::move(first), std::move(rest)...);
        }(json_operand<Before, jsonpath>(static_cast<Path&&>(path)), as_json(static_cast<Vars&&>(vars))...);
    }
}

template <fixed_string Before, class Value, bool Nullable, int More = 0, class E>
constexpr auto json_function(E e) {
    if constexpr (!jsonb_argument<Before, E>::value) return refused<E>{};
    else return strict_call<Before, Value, Nullable, More>(std::move(e));
}
/// Keys that the server computes.
template <class Keys>
struct path_keys {
    static constexpr bool value = passes_as<typename Keys::value_type, json_keys>();
    static_assert(value, "pgmodel: a path is an array of texts: {\"a\", \"b\"}, or pgmodel::array(column, \"b\") of "
                         "what the server has; one key is document[column]");
};
template <fixed_string Before, class E, class Path, class Value, class... Flag>
constexpr auto change_document(E e, Path path, Value&& value, Flag... flag) {
    if constexpr (!jsonb_argument<Before, E>::value) {
        return refused<E>{};
    } else {
        auto document = as_json(static_cast<Value&&>(value));
        return strict_call<Before, json_part<typename E::value_type>>(std::move(e), std::move(path),
                                                                      std::move(document), parameter<Flag>(flag)...);
    }
}

}  // namespace detail

/// `#>`: the part at a path, which is one parameter; NULL when there is none. `at_path(doc, {"a", "b"}).as_text()` is
/// `#>>`.
template <detail::expression E>
constexpr auto at_path(E e, json_keys path) {
    static_assert(detail::is_json<typename E::value_type>, "pgmodel: at_path() takes a JSON document");
    return detail::infix<" #> ", detail::level::other, detail::json_part<typename E::value_type>, true, E,
                         detail::parameter<json_keys>>{{}, std::move(e), detail::parameter<json_keys>(std::move(path))};
}
/// The same of a path that the server computes, an array of texts: `at_path(doc, pg::array(col<&t::key>, "name"))`.
template <detail::expression E, detail::expression Path>
constexpr auto at_path(E e, Path path) {
    static_assert(detail::is_json<typename E::value_type>, "pgmodel: at_path() takes a JSON document");
    static_assert(detail::path_keys<Path>::value);
    return detail::infix<" #> ", detail::level::other, detail::json_part<typename E::value_type>, true, E, Path>{
        {}, std::move(e), std::move(path)};
}
/// `?`: has the document this key (or the array this text)? `?|` and `?&`: any or all of these? GIN indexes serve them.
template <detail::expression E, class Key>
constexpr auto has_key(E e, Key&& key) {
    return detail::json_operator<" ? ", bool, std::string, false>(std::move(e), static_cast<Key&&>(key));
}
template <detail::expression E>
constexpr auto has_any_key(E e, json_keys keys) {
    return detail::json_operator<" ?| ", bool, json_keys, false>(std::move(e), std::move(keys));
}
template <detail::expression E>
constexpr auto has_all_keys(E e, json_keys keys) {
    return detail::json_operator<" ?& ", bool, json_keys, false>(std::move(e), std::move(keys));
}
template <detail::expression E, detail::expression Keys>
constexpr auto has_any_key(E e, Keys keys) {
    static_assert(detail::path_keys<Keys>::value);
    return detail::json_operator<" ?| ", bool, json_keys, false>(std::move(e), std::move(keys));
}
template <detail::expression E, detail::expression Keys>
constexpr auto has_all_keys(E e, Keys keys) {
    static_assert(detail::path_keys<Keys>::value);
    return detail::json_operator<" ?& ", bool, json_keys, false>(std::move(e), std::move(keys));
}
/// `#-`: the document without what is at the path.
template <detail::expression E>
constexpr auto delete_path(E e, json_keys path) {
    return detail::json_operator<" #- ", detail::json_part<typename E::value_type>, json_keys, false>(std::move(e),
                                                                                                      std::move(path));
}
template <detail::expression E, detail::expression Path>
constexpr auto delete_path(E e, Path path) {
    static_assert(detail::path_keys<Path>::value);
    return detail::json_operator<" #- ", detail::json_part<typename E::value_type>, json_keys, false>(std::move(e),
                                                                                                      std::move(path));
}
/// `@?`: does the path find anything? `@@`: is its predicate true? (NULL when it is no predicate.) GIN indexes serve
/// both.
template <detail::expression E, class Path>
constexpr auto path_exists(E e, Path&& path) {
    return detail::json_operator<" @? ", bool, jsonpath, true>(std::move(e), static_cast<Path&&>(path));
}
template <detail::expression E, class Path>
constexpr auto path_matches(E e, Path&& path) {
    return detail::json_operator<" @@ ", bool, jsonpath, true>(std::move(e), static_cast<Path&&>(path));
}

/// The same as functions, with variables for the path: `jsonb_path_exists(doc, "$.a ? (@ > $least)", vars)`.
template <detail::expression E, class Path, class... Vars>
constexpr auto jsonb_path_exists(E e, Path&& path, Vars&&... vars) {
    return detail::path_function<"jsonb_path_exists(", bool, false>(std::move(e), static_cast<Path&&>(path),
                                                                    static_cast<Vars&&>(vars)...);
}
template <detail::expression E, class Path, class... Vars>
constexpr auto jsonb_path_match(E e, Path&& path, Vars&&... vars) {
    return detail::path_function<"jsonb_path_match(", bool, true>(std::move(e), static_cast<Path&&>(path),
                                                                  static_cast<Vars&&>(vars)...);
}
/// What the path finds: a row for each, all in an array, or the first (NULL when there is none).
template <detail::expression E, class Path, class... Vars>
constexpr auto jsonb_path_query(E e, Path&& path, Vars&&... vars) {
    return detail::path_function<"jsonb_path_query(", detail::json_part<typename E::value_type>, false,
                                 detail::gives_rows>(std::move(e), static_cast<Path&&>(path),
                                                     static_cast<Vars&&>(vars)...);
}
template <detail::expression E, class Path, class... Vars>
constexpr auto jsonb_path_query_array(E e, Path&& path, Vars&&... vars) {
    return detail::path_function<"jsonb_path_query_array(", detail::json_part<typename E::value_type>, false>(
        std::move(e), static_cast<Path&&>(path), static_cast<Vars&&>(vars)...);
}
template <detail::expression E, class Path, class... Vars>
constexpr auto jsonb_path_query_first(E e, Path&& path, Vars&&... vars) {
    return detail::path_function<"jsonb_path_query_first(", detail::json_part<typename E::value_type>, true>(
        std::move(e), static_cast<Path&&>(path), static_cast<Vars&&>(vars)...);
}

/// `jsonb_set(doc, path, value)`: the document with a value at the path; what is missing is made unless `create` is
/// false. The value is a document, or anything that `to_jsonb` takes. A NULL value makes the whole NULL.
template <detail::expression E, class Value>
constexpr auto jsonb_set(E e, json_keys path, Value&& value) {
    return detail::change_document<"jsonb_set(">(std::move(e), detail::parameter<json_keys>(std::move(path)),
                                                 static_cast<Value&&>(value));
}
template <detail::expression E, class Value>
constexpr auto jsonb_set(E e, json_keys path, Value&& value, bool create) {
    return detail::change_document<"jsonb_set(">(std::move(e), detail::parameter<json_keys>(std::move(path)),
                                                 static_cast<Value&&>(value), create);
}
template <detail::expression E, detail::expression Path, class Value>
constexpr auto jsonb_set(E e, Path path, Value&& value, std::same_as<bool> auto... create) {
    static_assert(detail::path_keys<Path>::value);
    return detail::change_document<"jsonb_set(">(std::move(e), std::move(path), static_cast<Value&&>(value), create...);
}
/// `jsonb_insert(doc, path, value, after)`: an element more in an array, or a key that is not there yet.
template <detail::expression E, class Value>
constexpr auto jsonb_insert(E e, json_keys path, Value&& value, bool after = false) {
    return detail::change_document<"jsonb_insert(">(std::move(e), detail::parameter<json_keys>(std::move(path)),
                                                    static_cast<Value&&>(value), after);
}
template <detail::expression E>
constexpr auto jsonb_strip_nulls(E e) {
    return detail::json_function<"jsonb_strip_nulls(", detail::json_part<typename E::value_type>, false>(std::move(e));
}
/// `object`, `array`, `string`, `number`, `boolean` or `null`.
template <detail::expression E>
constexpr auto jsonb_typeof(E e) {
    return detail::json_function<"jsonb_typeof(", std::string, false>(std::move(e));
}
template <detail::expression E>
constexpr auto jsonb_array_length(E e) {
    return detail::json_function<"jsonb_array_length(", std::int32_t, false>(std::move(e));
}
template <detail::expression E>
constexpr auto jsonb_pretty(E e) {
    return detail::json_function<"jsonb_pretty(", std::string, false>(std::move(e));
}
/// In a select list a row for each key or element.
template <detail::expression E>
constexpr auto jsonb_object_keys(E e) {
    return detail::json_function<"jsonb_object_keys(", std::string, false, detail::gives_rows>(std::move(e));
}
template <detail::expression E>
constexpr auto jsonb_array_elements(E e) {
    return detail::json_function<"jsonb_array_elements(", detail::json_part<typename E::value_type>, false,
                                 detail::gives_rows>(std::move(e));
}
template <detail::expression E>
constexpr auto jsonb_array_elements_text(E e) {
    return detail::json_function<"jsonb_array_elements_text(", std::string, true, detail::gives_rows>(std::move(e));
}

namespace detail {

/// `table.*` as an argument: a row of the table, or of what has the name of its struct.
template <class Tag>
struct whole_row : members<whole_row<Tag>> {
    using owner = Tag;
    using value_type = jsonb_text;  // as which it is given to somebody
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<Tag, whole_row>, void, whole_row>;
    template <class Nulls>
    static constexpr bool null_in = Nulls::template source<Tag>;

    template <class Out>
    static constexpr void write(Out& out, const whole_row*) {
        write_tag<Tag>(out);
        out.append(".*");
    }
    template <class F>
    constexpr void visit(F&) const {}
};
template <class T>
struct model_tag;
template <class T>
constexpr auto row_of(model_tag<T>) {
    return whole_row<T>{};
}
template <class T, fixed_string Name>
constexpr auto row_of(aliased<T, Name>) {
    return whole_row<aliased<T, Name>>{};
}
template <class Given>
concept names_rows = requires(const Given& given) { row_of(given); };

}  // namespace detail

/// `to_jsonb(x)`: a text becomes a JSON string, a number a number, an array an array; `pg::model<...>` or an alias its
/// whole row, `to_jsonb(article.*)`, an object of all columns of the table.
template <class Json = jsonb_text, class Value>
constexpr auto to_jsonb(Value&& value) {
    if constexpr (detail::names_rows<Value>) {
        return detail::strict_call<"to_jsonb(", Json>(detail::row_of(value));
    } else {
        auto operand = detail::typed_value(static_cast<Value&&>(value));
        return detail::strict_call<"to_jsonb(", Json>(std::move(operand));
    }
}
namespace detail {

template <class Key>
struct object_key {
    static constexpr bool value = [] {
        if constexpr (expression<Key>)
            return !is_json<typename std::remove_cvref_t<Key>::value_type> &&
                   !is_array<typename std::remove_cvref_t<Key>::value_type>;
        else return true;
    }();
    static_assert(value, "pgmodel: the key of an object is a text or another single value, no document and no array");
};
template <class... Parts, std::size_t... I>
constexpr bool check_object_keys(std::index_sequence<I...>) {
    return (std::conditional_t < I % 2 == 0, object_key<Parts>, std::true_type > ::value && ... && true);
}

}  // namespace detail

/// `jsonb_build_object(key, value, ...)`, `jsonb_build_array(x, ...)`: NULLs become JSON's null; keys are texts.
template <class Json = jsonb_text, class... Parts>
constexpr auto jsonb_build_object(Parts&&... parts) {
    static_assert(sizeof...(Parts) % 2 == 0, "pgmodel: jsonb_build_object() takes keys and values in turn");
    static_assert(detail::check_object_keys<Parts...>(std::index_sequence_for<Parts...>{}));
    return [&]<class... Operands>(Operands... operands) {
        return detail::call<"jsonb_build_object(", ")", Json, detail::never_null, Operands...>(std::move(operands)...);
    }(detail::as_value(static_cast<Parts&&>(parts))...);
}
template <class Json = jsonb_text, class... Parts>
constexpr auto jsonb_build_array(Parts&&... parts) {
    return [&]<class... Operands>(Operands... operands) {
        return detail::call<"jsonb_build_array(", ")", Json, detail::never_null, Operands...>(std::move(operands)...);
    }(detail::as_value(static_cast<Parts&&>(parts))...);
}
/// `jsonb_agg(x)`: the values of all rows in an array; `jsonb_object_agg(key, value)`: in an object. NULL when there
/// are none.
template <class Json = jsonb_text, detail::expression E>
constexpr auto jsonb_agg(E given) {
    auto e = detail::typed_value(std::move(given));
    return detail::call<"jsonb_agg(", ")", Json, detail::aggregates_rows, decltype(e)>(std::move(e));
}
template <class Json = jsonb_text, detail::names_rows Rows>
constexpr auto jsonb_agg(const Rows& rows) {
    return jsonb_agg<Json>(detail::row_of(rows));
}
template <class Json = jsonb_text, class Key, class Value>
    requires detail::with_expression<Key, Value>
constexpr auto jsonb_object_agg(Key&& key, Value&& value) {
    static_assert(detail::object_key<Key>::value);
    return [&]<class... Operands>(Operands... operands) {
        return detail::call<"jsonb_object_agg(", ")", Json, detail::aggregates_rows, Operands...>(
            std::move(operands)...);
    }(detail::as_value(static_cast<Key&&>(key)), detail::as_value(static_cast<Value&&>(value)));
}

// Of plain values alone.
template <class Json = jsonb_text, class Value>
    requires(!detail::expression<Value> && !detail::names_rows<Value>)
detail::function_of_value<Value> jsonb_agg(const Value&);
template <class Never = void>
detail::call_of_values<Never> has_key(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> has_any_key(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> has_all_keys(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_path_exists(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_path_match(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_path_query(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_path_query_array(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_path_query_first(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_strip_nulls(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_typeof(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_array_length(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_pretty(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_object_keys(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_array_elements(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> jsonb_array_elements_text(detail::anything, ...);

}  // namespace pgmodel

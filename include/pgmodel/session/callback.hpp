// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A function given by the user, copyable and empty by default: what the options need of std::function, at a tenth of
// its compile time.
#pragma once

#include <pgmodel/core/exchange.hpp>

#include <type_traits>
#include <utility>

namespace pgmodel {

template <class Signature>
class callback;

/// A copyable function object of any kind: lambda, function pointer, std::function; empty if that is.
template <class Return, class... Arguments>
class callback<Return(Arguments...)> {
public:
    callback() = default;
    template <class Function>
        requires(!std::is_same_v<std::remove_cvref_t<Function>, callback> &&
                 std::is_invocable_r_v<Return, std::decay_t<Function>&, Arguments...>)
    callback(Function&& function)
        : held_(is_empty(function) ? nullptr : new holder<std::decay_t<Function>>(std::forward<Function>(function))) {}
    callback(const callback& other) : held_(other.held_ ? other.held_->copy() : nullptr) {}
    callback(callback&& other) noexcept : held_(detail::exchange_plain(other.held_)) {}
    callback& operator=(callback other) noexcept {
        detail::swap_plain(held_, other.held_);
        return *this;
    }
    ~callback() { delete held_; }

    explicit operator bool() const { return held_ != nullptr; }
    bool operator==(decltype(nullptr)) const { return !held_; }
    /// Only when it is not empty.
    Return operator()(Arguments... arguments) const { return held_->call(std::forward<Arguments>(arguments)...); }

private:
    template <class Function>
    static bool is_empty(const Function& function) {
        if constexpr (std::is_function_v<Function>) return false;
        else if constexpr (requires { function == nullptr; }) return function == nullptr;
        else return false;
    }

    struct base {
        virtual ~base() = default;
        virtual base* copy() const = 0;
        virtual Return call(Arguments...) = 0;
    };
    template <class Function>
    struct holder final : base {
        explicit holder(Function given) : function(std::move(given)) {}
        base* copy() const override { return new holder(function); }
        Return call(Arguments... arguments) override {
            return static_cast<Return>(function(std::forward<Arguments>(arguments)...));
        }
        Function function;
    };

    base* held_ = nullptr;
};

}  // namespace pgmodel

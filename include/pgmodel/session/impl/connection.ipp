// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/connection.hpp>

namespace pgmodel {

PGMODEL_INLINE detail::channel& connection::use() const {
    if (!channel_ || channel_->user() != user_) [[unlikely]]
        refuse();
    return *channel_;
}
PGMODEL_INLINE void connection::refuse() const {
    throw usage_error(channel_     ? channel_->refusal(user_)
                      : user_ != 0 ? "pgmodel: this transaction has ended"
                                   : "pgmodel: this session was moved from");
}
PGMODEL_INLINE bool connection::outermost() const { return use().depth() == 0; }

PGMODEL_BODY
void connection::execute_script(const std::string& sql) {
    if (sql.find('\0') != std::string::npos) throw usage_error("pgmodel: SQL text has a NUL character");
    use().script(sql.c_str());
}
PGMODEL_INLINE bool connection::in_transaction() const { return channel_ && channel_->in_transaction(); }
PGMODEL_INLINE bool connection::is_open() const { return channel_ && channel_->open(); }

namespace detail {

PGMODEL_BODY
bool answers_within(channel& c, int limit_ms) { return c.link().answers(limit_ms); }
PGMODEL_BODY
bool has_failed(channel& c) { return c.link().transaction_failed(); }

}  // namespace detail
}  // namespace pgmodel

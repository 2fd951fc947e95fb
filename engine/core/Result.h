// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace flower {

/// What kind of thing went wrong; decides the terminal's exit code and the banner's colour.
enum class ErrorCode {
    InvalidArgument, ///< a setting or an argument can't be used
    NotFound,        ///< a file, folder or class that is not there
    Unreadable,      ///< a file that is there and is damaged or in an unknown form
    Unwritable,      ///< a place that refuses to be written to
    Unsupported,     ///< a form, device or version that this build doesn't know
    Network,         ///< a server that can't be reached or answers with something else
    OutOfMemory,     ///< memory ran out
    Interrupted,     ///< the user asked to stop
    Internal,        ///< a bug, or an exception of a library that has no better name
};

/// An error as a value: a code for programs and a sentence that a person can act on.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;

    bool operator==(const Error &) const = default;
};

/// Either a value or an Error. Every function that can fail returns one; nothing is thrown across modules.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    Result(ErrorCode code, QString message) : Result(Error{code, std::move(message)}) {}

    [[nodiscard]] bool isOk() const { return m_state.index() == 0; }
    explicit operator bool() const { return isOk(); }

    /// The value; only where isOk() is true.
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T operator*() && { return std::move(*this).value(); } // a value, so that for (… : *f()) has something to hold
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    /// The error; only where isOk() is false.
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The result of a function that has nothing to return but success.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}
    Result(ErrorCode code, QString message) : Result(Error{code, std::move(message)}) {}

    [[nodiscard]] bool isOk() const { return !m_error.has_value(); }
    explicit operator bool() const { return isOk(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace flower

#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "shared/protocol/changes.h"
#include "shared/protocol/grants.h"
#include "shared/protocol/messages.h"

/// The word that stands for each enumerator in JSON. Words are part of the protocol: they never change
/// meaning, and a new enumerator gets a new word. Pure; any thread.
namespace ce::protocol {

template <class E>
struct Name {
  E value;
  std::string_view word;
};

/// All words of an enumeration, in the order of its enumerators.
template <class E>
[[nodiscard]] std::span<Name<E> const> names();

template <>
std::span<Name<credit::Subject> const> names();
template <>
std::span<Name<credit::Activity> const> names();
template <>
std::span<Name<credit::ReviewState> const> names();
template <>
std::span<Name<credit::Reason> const> names();
template <>
std::span<Name<credit::Note> const> names();
template <>
std::span<Name<certificate::SealMode> const> names();
template <>
std::span<Name<CertificateState> const> names();
template <>
std::span<Name<VerificationState> const> names();
template <>
std::span<Name<LostState> const> names();
template <>
std::span<Name<PrintOutcome> const> names();
template <>
std::span<Name<Acceptance> const> names();
template <>
std::span<Name<NoteKind> const> names();
template <>
std::span<Name<GrantState> const> names();
template <>
std::span<Name<CachePolicy> const> names();

template <>
std::span<Name<ItemOutcome> const> names();

template <class E>
[[nodiscard]] std::string_view word_of(E value) {
  return names<E>()[static_cast<std::size_t>(value)].word;
}

template <class E>
[[nodiscard]] std::optional<E> named(std::string_view word) {
  for (auto const& name : names<E>()) {
    if (name.word == word) return name.value;
  }
  return std::nullopt;
}

}  // namespace ce::protocol

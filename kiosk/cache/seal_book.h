#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/log/log.h"

namespace ce::cache {

/// Pictures of authorities' seals as central has them, each by the SHA-256 of its file. They are on every
/// certificate, so nothing here is secret. What is kept is held against its hash whenever it is given out:
/// half a picture is never printed. Any thread; calls are serialised inside. The logger is borrowed. A
/// damaged file is set aside and begun anew.
class SealBook {
 public:
  struct State;  // the room's own
  /// Fails as storage::Database::open does.
  static Result<SealBook> open(std::filesystem::path const& file, log::Logger const& logger);
  SealBook(SealBook&&) noexcept;
  SealBook& operator=(SealBook&&) noexcept;
  ~SealBook();

  /// Forgets all other pictures, in one transaction; what of these is still to be fetched, in order.
  Result<std::vector<std::string>> settle(std::set<std::string> const& wanted);
  /// Keeps one. Fails with answer_too_large, or with answer_malformed where it is not what its hash says.
  Result<void> keep(std::string const& sha256, std::string_view png);
  /// Fails with not_cached. One that is not whole any more is dropped, so that it is fetched again.
  Result<std::string> find(std::string const& sha256);

  /// See Cache::examine().
  Result<void> examine();

 private:
  explicit SealBook(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace ce::cache

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/log/log.h"
#include "shared/protocol/change_slices.h"
#include "shared/protocol/messages.h"

namespace ce::cache {

/// How far the delta was read.
struct DeltaPlace {
  std::string kinds;             // what was asked for
  std::string cursor;            // of the last page that is kept; empty: nothing was read yet
  std::optional<Instant> as_of;  // when central last said that there was no more, by its clock
  bool filling = false;          // a snapshot is under way
  /// What is kept takes about so many bytes: of the copy that is being filled, else of the one that serves.
  std::int64_t bytes = 0;
  /// The limit in bytes at which it took in no more people; nothing: everybody of the region is in it.
  std::optional<std::int64_t> closed_at;
  bool operator==(DeltaPlace const&) const = default;
};

/// Certificates and progress of the kiosk's region as the delta told them, sealed at rest record by record,
/// found by who holds the card (README); and the delta's cursor, kept in the transaction of each page.
///
/// A snapshot is filled beside what is served, which it replaces once it is whole. Any thread; calls are
/// serialised inside. Everything is borrowed. A damaged file is set aside and begun anew.
class RegionCopy {
 public:
  struct State;  // the room's own
  /// Fails as Cache::open().
  static Result<RegionCopy> open(std::filesystem::path const& file, std::filesystem::path const& key_file,
                                 log::Logger const& logger);
  RegionCopy(RegionCopy&&) noexcept;
  RegionCopy& operator=(RegionCopy&&) noexcept;
  ~RegionCopy();

  [[nodiscard]] Result<DeltaPlace> place() const;
  /// From the start, for another choice of kinds or because central said so; what is served stays.
  Result<void> begin_snapshot(std::string const& kinds);
  /// Keeps a page and its cursor in one transaction; the last page of a snapshot puts it in the place of
  /// what was served. `central_now`: central's clock, kept as as_of when there is no more. Fails as Database.
  Result<void> apply(protocol::SlicedPage const& page, Instant central_now);

  /// What is kept of who holds the card with this number: years newest first; no name, no employer, no
  /// records, which the delta does not tell. Fails with not_cached.
  Result<protocol::PersonYears> find(SecretText const& id_number);

  [[nodiscard]] Result<std::int64_t> count() const;
  /// From now on: about so many bytes, twice that while a snapshot is filled beside what serves. Without: no
  /// limit. Who is in the copy when it is full stays with all that is told later; nobody else is taken in
  /// until the next snapshot, because half of what is told of a person would be shown as the whole.
  void limit(std::int64_t bytes);
  [[nodiscard]] std::int64_t limit() const;
  /// The policy no longer lets anybody be kept.
  Result<void> empty();

  /// See Cache::examine().
  Result<void> examine();
  /// See Cache::tend_keys().
  Result<bool> tend_keys(std::int64_t most = 200);

 private:
  explicit RegionCopy(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace ce::cache

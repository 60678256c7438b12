#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/log/log.h"
#include "shared/protocol/messages.h"

namespace ce::cache {

/// How much is kept. Whatever is older or beyond goes, oldest answer first.
struct Limits {
  int days = 30;  // 0: nobody is kept
  std::int64_t people = 20'000;
  std::int64_t region_bytes = std::int64_t{1} << 30U;  // of the region's copy; see RegionCopy::limit()
};

/// The last answer that central gave about each person seen here, sealed at rest: every record is
/// AES-256-GCM under a key from `key_file` (made at the first start, mode 0600), and is looked up by an
/// HMAC-SHA256 of the ID number, so that the file alone tells nobody's name or number.
///
/// Any thread; calls are serialised inside. Clock and logger are borrowed and outlive the cache. It is only
/// ever a copy: a damaged file is set aside and begun anew, a record that does not open is forgotten.
class Cache {
 public:
  struct State;  // the room's own
  /// Fails with storage_unopenable (a key file that others may read or that is not 32 bytes, too),
  /// storage_newer, storage_full, storage_busy, storage_fault.
  static Result<Cache> open(std::filesystem::path const& file, std::filesystem::path const& key_file,
                            Limits limits, Clock const& clock, log::Logger const& logger);
  Cache(Cache&&) noexcept;
  Cache& operator=(Cache&&) noexcept;
  ~Cache();

  [[nodiscard]] std::optional<std::filesystem::path> const& set_aside() const;

  /// Keeps what central answered to `query`, in place of an older answer. A password that central accepted
  /// is kept as a salted scrypt hash, so that the same one opens the record offline; answering a card keeps
  /// the hash of an earlier password.
  /// `asked_at` is what forgets() said before central was asked: who was forgotten since is not kept, for the
  /// answer may be older than that. `era`: the ledger's at that time (journal::Journal::era()).
  Result<void> remember(protocol::PersonQuery const& query, protocol::PersonYears const& years,
                        std::optional<std::size_t> asked_at = std::nullopt, std::string const& era = {});
  /// How many people this process was told to forget so far.
  [[nodiscard]] std::size_t forgets() const;

  /// The answer kept for this person. Fails with not_cached, with credential_refused if the proof is a
  /// password that is not the one central accepted, and with credential_locked after five of them, until
  /// central answers again. Certificates noted as printed here read `printed`. Without grants where it
  /// was not kept in this `era`: they may have been used, or be forgotten by central.
  Result<protocol::PersonYears> find(protocol::PersonQuery const& query, std::string const& era = {});

  /// Central no longer knows the person.
  Result<void> forget(SecretText const& id_number);
  /// The one whom central calls so in PersonYears::person asked to be forgotten.
  Result<void> forget_person(std::string const& person);

  /// A sheet of this certificate left the printer here, or may have; it is shown as printed until central
  /// itself no longer calls it printable.
  Result<void> note_print(std::string const& certificate_number);
  /// Staff found that it did not come out.
  Result<void> forget_print(std::string const& certificate_number);

  [[nodiscard]] Result<std::int64_t> count() const;

  /// Drops what the limits no longer allow; remember() does it by itself now and then.
  Result<void> prune();
  /// From now on; prune() drops what they no longer allow.
  void limit(Limits limits);

  /// Reads every page on a connection of its own, so that nobody waits for it; a damaged file is set aside
  /// and begun anew while it serves, which is logged. Fails where a new one cannot be begun: nobody is found
  /// until the next try.
  Result<void> examine();

  /// Takes up keys that were changed meanwhile (a rotation that began, an erase: the file is emptied), and
  /// seals up to `most` records anew. True: nothing here is sealed with a former key.
  Result<bool> tend_keys(std::int64_t most = 200);

 private:
  explicit Cache(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace ce::cache

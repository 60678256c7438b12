#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "central/rulebook/rulebook.h"
#include "central/store/rows.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/certificate/regions.h"
#include "shared/credit/shelf.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

namespace ce::store {

using rulebook::Rulebook;

struct Settings {
  /// Where a certificate's QR code leads; its number is put behind this, e.g. "https://host/v/".
  std::string verify_url_prefix;
  int readers = 4;
};

/// Everything that central knows: SQLite for now, with SQL that PostgreSQL takes too. Each call may come from
/// any thread: writing is one connection behind a mutex, reading a small pool. Fails with the seven kinds of
/// storage errors and as said at each function. Time is given by the caller.
class Store {
 public:
  /// Opens or creates. A damaged or newer database is refused and left as it is.
  static Result<Store> open(std::filesystem::path const& file, Rulebook const& rules, Settings settings = {});
  Store(Store&&) noexcept;
  ~Store();

  // --- what kiosks ask (person_years.cpp, passwords.cpp)

  /// Everything the person may see, each year judged by its own pack; nothing if nobody of `scope` has that
  /// number (canonical form).
  [[nodiscard]] Result<std::optional<protocol::PersonYears>> person_years(SecretText const& id_number,
                                                                          RegionScope const& scope,
                                                                          Instant now) const;
  /// Fails with credential_refused (wrong, unknown person or no password set; all take the same time) and
  /// credential_locked: five wrong tries within 15 minutes lock that number for 15 minutes.
  Result<void> verify_query_password(SecretText const& id_number, SecretText const& password, Instant now);
  /// Fails with person_unknown, input_invalid (under 8 or over 64 bytes).
  Result<void> set_query_password(SecretText const& id_number, SecretText const& password);

  // --- public verification (certificates.cpp)

  [[nodiscard]] Result<std::optional<CertificateFacts>> certificate(std::string_view number) const;

  // --- what kiosks tell (events.cpp, kiosks.cpp)

  /// One reply for each event, in order, all or none stored. The same id and body gets the same reply again,
  /// the same id with another body `conflict`. Events may come late and in any order.
  Result<std::vector<protocol::EventReply>> apply_events(std::string_view kiosk,
                                                         std::span<protocol::KioskEvent const> events,
                                                         Instant now);
  Result<void> record_health(std::string_view kiosk, protocol::Health const& health, Instant now);

  // --- kiosks

  /// By the SHA-256 of its key in lower-case hexadecimal, see key_hash().
  [[nodiscard]] Result<std::optional<Kiosk>> kiosk_by_key_hash(std::string_view hash) const;
  [[nodiscard]] Result<std::optional<Kiosk>> kiosk(std::string_view id) const;
  /// Fails with input_invalid where the id is taken or the region unknown.
  Result<void> enrol_kiosk(Kiosk const& kiosk, std::string_view hash, Instant now);
  [[nodiscard]] Result<std::vector<KioskLine>> kiosks() const;

  // --- lists for operators (lists.cpp)

  [[nodiscard]] Result<std::vector<PersonLine>> people(RegionScope const& scope, int limit) const;

  // --- for the other rooms of central

  /// Runs `work` in one transaction on the writing connection: kept if it succeeds, taken back if not. `work`
  /// must not call the store.
  Result<void> write(std::function<Result<void>(storage::Database&)> const& work);
  /// Runs `work` on one state of the database.
  Result<void> read(std::function<Result<void>(storage::Database&)> const& work) const;
  [[nodiscard]] Rulebook const& rules() const;
  [[nodiscard]] std::string const& verify_url_prefix() const;

 private:
  struct Connections;
  explicit Store(std::unique_ptr<Connections> connections);
  std::unique_ptr<Connections> connections_;
};

/// SHA-256 in lower-case hexadecimal; how kiosk keys are kept.
[[nodiscard]] std::string key_hash(SecretText const& key);

}  // namespace ce::store

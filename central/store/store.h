#pragma once

#include <chrono>
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
#include "central/store/standby_use.h"
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
  /// Connections that write, on PostgreSQL.
  int writers = 8;
  /// Servers that follow a PostgreSQL primary, as a location; empty: none are asked.
  std::string standbys = {};
  /// How old a state of theirs may be for read_recent().
  std::chrono::milliseconds standby_age{1000};
  /// For tests: runs the work of each write twice, the first time taken back, as a conflict would.
  bool rehearse = false;
};

/// What is done where a server's answer to COMMIT was lost.
enum class Unanswered : std::uint8_t {
  ask,     // by a key that was kept with the work: done, or run again where it was not kept
  repeat,  // for work that does nothing more, and says the same, where it has been done already
};

/// What is done about a kiosk's event within the transaction that keeps it.
using NoteEvent = std::function<Result<void>(storage::Database&, protocol::KioskEvent const&)>;

/// Everything that central knows, in a SQLite file or a PostgreSQL database. Each call may come from any
/// thread. Fails with the kinds of storage errors (shared/storage) and as said at each function;
/// storage_in_doubt means that nobody could tell for 45 s whether a write was kept. Time is given by the
/// caller.
class Store {
 public:
  /// `location` is a file's path, or "postgresql://..." or "host=... dbname=..." without a password. Makes
  /// the file or the tables, or brings them up to date. A damaged, newer or foreign database is refused and
  /// left as it is.
  static Result<Store> open(std::string const& location, Rulebook const& rules, Settings settings = {});
  /// Whether there is a store, for programs that must not make one by mistake; fails where a server cannot be
  /// asked.
  static Result<bool> exists(std::string const& location);
  /// Whether `location` is a PostgreSQL server's and no file.
  [[nodiscard]] static bool is_server(std::string const& location);
  /// Where what belongs to the store is kept unless the configuration says otherwise: beside a file, and in
  /// /var/lib/ce-central where the store is on a server.
  [[nodiscard]] static std::filesystem::path directory_of(std::string const& location);
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

  /// Of a number that nobody has, by the same statement and nearly the same steps.
  [[nodiscard]] Result<NumberKnown> known_number(std::string_view number) const;

  // --- what kiosks tell (events.cpp, kiosks.cpp)

  /// One reply for each event, in order, all or none stored. The same id and body gets the same reply again,
  /// the same id with another body `conflict`. Events may come late and in any order. `note` is called last
  /// in the transaction, once for each event that was accepted now and not before.
  Result<std::vector<protocol::EventReply>> apply_events(std::string_view kiosk,
                                                         std::span<protocol::KioskEvent const> events,
                                                         Instant now, NoteEvent const& note = {});
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

  /// Runs `work` in one transaction: kept if it succeeds, taken back if not. `work` must not call the store,
  /// and must have no effect outside the database but to set what it gives back, for on PostgreSQL it runs
  /// again where it met another's transaction, or where its connection broke and nothing was kept. By default
  /// transactions are as if one after another; with row_locks only for work that says which locks and unique
  /// indexes it rests on.
  Result<void> write(std::function<Result<void>(storage::Database&)> const& work,
                     storage::Isolation isolation = storage::Isolation::serializable,
                     Unanswered unanswered = Unanswered::ask);
  /// Drops what the store kept for a while for its own sake, some at a time; true where there may be more.
  Result<bool> tidy();
  /// Runs `work` on one state of the database.
  Result<void> read(std::function<Result<void>(storage::Database&)> const& work) const;
  /// As read(), on a standby where there is one, and then on a state up to Settings::standby_age old. `work`
  /// may run again, as write()'s. For questions whose answer is not written back and whose asker has not just
  /// changed what he asks for.
  Result<void> read_recent(std::function<Result<void>(storage::Database&)> const& work) const;
  /// Who answered read_recent(); nothing where no standby was configured.
  [[nodiscard]] std::optional<StandbyUse> standby_use() const;
  /// Whether a read goes over the wire: then it does not belong on a thread that must not wait.
  [[nodiscard]] bool on_server() const;
  [[nodiscard]] Rulebook const& rules() const;
  [[nodiscard]] std::string const& verify_url_prefix() const;

 private:
  struct Connections;
  explicit Store(std::unique_ptr<Connections> connections);
  std::unique_ptr<Connections> connections_;
};

/// Keeps a heartbeat and how central finds the kiosk's ledger (central/fleet), inside Store::write.
/// `delivered`: central has all events of that ledger. A kiosk's own word is not enough for that: where
/// central was brought back from a backup its first heartbeat still says that nothing waits.
[[nodiscard]] Result<void> upsert_health(storage::Database& database, std::string_view kiosk,
                                         protocol::Health const& health, std::string_view ledger_standing,
                                         bool delivered, Instant now);

/// Enrols a kiosk inside Store::write. Fails as Store::enrol_kiosk() does.
[[nodiscard]] Result<void> insert_kiosk(storage::Database& database, Rulebook const& rules,
                                        Kiosk const& kiosk, std::string_view hash, Instant now);

/// SHA-256 in lower-case hexadecimal; how kiosk keys are kept.
[[nodiscard]] std::string key_hash(SecretText const& key);

}  // namespace ce::store

#pragma once

#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/ports/central.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/grant/grant.h"
#include "shared/log/log.h"
#include "shared/protocol/change_file.h"

namespace ce::sync {

/// A list older than this may lack a revocation that halls already know of.
inline constexpr std::chrono::hours list_is_old_after{24 * 7};
inline constexpr std::chrono::minutes list_is_due_after{10};

/// What a token turned out to be, by the list of `as_of`.
struct TokenCheck {
  token::Examination examination;
  std::string authority;  // name of the issuing HRSS on the day of issue; empty where it is not known here
  std::optional<Instant> as_of;
  bool list_old = true;
};

/// What is public and what central sets: the keys of print grants, those of certificates, void certificates,
/// the names and seals of authorities, rule packs, words, this kiosk's settings; kept in a file, in central's
/// own words. A file that cannot be read is begun anew. Any thread; clock and logger are borrowed.
class KeyShelf {
 public:
  KeyShelf(std::filesystem::path file, Clock const& clock, log::Logger const& logger);

  [[nodiscard]] std::vector<grant::VerificationKey> keys() const;
  /// Whether what a scanner read is the proof of a certificate in force. No network. Time is the newest of
  /// this machine's clock and central's as it was last heard of: a clock set back revives nothing.
  [[nodiscard]] TokenCheck examine(std::string_view scanned) const;

  /// The certificate of that number is void, as far as it was told here: it is not printed, whatever an older
  /// answer or a grant says.
  [[nodiscard]] std::optional<token::Revocation> voided(std::string const& certificate_number) const;

  /// What central has set for this kiosk, if anything.
  [[nodiscard]] std::optional<protocol::ConfigChange> config() const;
  /// The words of a language as central has them, if it told their text.
  [[nodiscard]] std::optional<std::string> words(std::string const& language) const;

  /// The hashes of the pictures that authorities have of their seals.
  [[nodiscard]] std::set<std::string> seals() const;
  /// That of the authority which issued the certificate of that number, as it is now; empty: it has none.
  [[nodiscard]] std::string seal_of(std::string_view certificate_number) const;

  /// Central answered at `central_now`, by its own clock: fetches what changed where the last time is `every`
  /// ago. Trouble is logged and tried again the next time; false then.
  bool heard(ports::Central& central, Instant central_now,
             std::chrono::milliseconds every = list_is_due_after);
  /// Fetches what changed since the last time. Fails as Central::proof_changes does; what is known stays as
  /// it was. `central_now`: what central's clock said before, where that is known.
  Result<void> refresh(ports::Central& central, std::optional<Instant> central_now = {});

 private:
  void read();
  [[nodiscard]] Instant newest_time() const;
  void note_time(Instant central_now);

  std::filesystem::path file_;
  Clock const* clock_;
  log::Logger const* logger_;
  mutable std::mutex mutex_;
  Result<void> fetch(ports::Central& central, protocol::KeptChanges& fresh);
  Result<void> keep(protocol::KeptChanges fresh);

  std::mutex refreshing_;  // held over the network: one fetch at a time, whoever asks

  protocol::KeptChanges known_;
  /// A snapshot that was cut off; known_ holds until it is whole.
  std::optional<protocol::KeptChanges> arriving_;
  protocol::Proofs proofs_;  // known_, ready for use
  Instant newest_;           // central's time as it was last heard of
  Tick newest_at_{};
};

}  // namespace ce::sync

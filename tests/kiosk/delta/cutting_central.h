#pragma once

#include <vector>

#include "kiosk/ports/central.h"

namespace ce::test {

/// The real central behind a line that can be cut: before the n-th question of the delta is sent, or while
/// its answer is under way. Counts what was asked.
class CuttingCentral final : public ports::Central {
 public:
  explicit CuttingCentral(ports::Central& real) : real_(&real) {}

  int cut_before = -1;               // the question of that number, from 0, is not sent
  int cut_after = -1;                // the answer to it is lost
  bool tear_seals = false;           // half of each picture of a seal arrives
  std::chrono::seconds patience{0};  // asked for with what is cut
  std::vector<std::string> asked;    // cursors and hashes of seals, in order

  Result<protocol::PersonYears> find_person(protocol::PersonQuery const& query) override;
  Result<protocol::Verification> verify(std::string const& number) override;
  Result<protocol::TokenVerification> verify_token(std::string const& token) override;
  Result<std::vector<protocol::EventReply>> deliver(std::span<protocol::KioskEvent const> events) override;
  Result<protocol::HealthReply> report(protocol::Health const& health) override;
  [[nodiscard]] std::chrono::seconds patience_asked() const override { return patience; }
  Result<grant::Grant> fetch_grant(protocol::GrantRequest const& request) override;
  Result<void> return_grant(EntryId const& grant) override;
  Result<protocol::ChangesPage> proof_changes(std::string const& cursor) override;
  Result<SecretText> people_changes(std::string const& kinds, std::string const& cursor) override;
  Result<std::string> fetch_seal(std::string const& sha256) override;

 private:
  template <class Ask>
  auto through(std::string const& cursor, Ask const& ask) -> decltype(ask());

  ports::Central* real_;
};

}  // namespace ce::test

#pragma once

#include <vector>

#include "kiosk/ports/central.h"
#include "kiosk/training/learners.h"

namespace ce::training {

/// Answers about the learners as central would about people; takes no event, grants nothing, knows no key.
/// The learners are borrowed. Any thread.
class TrainingCentral final : public ports::Central {
 public:
  explicit TrainingCentral(std::vector<Learner> const& learners) : learners_(&learners) {}

  Result<protocol::PersonYears> find_person(protocol::PersonQuery const& query) override;
  /// Valid for what the learners have; unknown for every other, real ones as well.
  Result<protocol::Verification> verify(std::string const& number) override;
  // The rest is refused.
  Result<protocol::TokenVerification> verify_token(std::string const& token) override;
  Result<std::vector<protocol::EventReply>> deliver(std::span<protocol::KioskEvent const> events) override;
  Result<protocol::HealthReply> report(protocol::Health const& health) override;
  Result<grant::Grant> fetch_grant(protocol::GrantRequest const& request) override;
  Result<void> return_grant(EntryId const& grant) override;
  Result<protocol::ChangesPage> proof_changes(std::string const& cursor) override;
  Result<SecretText> people_changes(std::string const& kinds, std::string const& cursor) override;
  Result<std::string> fetch_seal(std::string const& sha256) override;

 private:
  std::vector<Learner> const* learners_;
};

}  // namespace ce::training

#include "kiosk/training/training_central.h"

namespace ce::training {
namespace {

Failure refused() {
  return {FailureCode::central_refused, "training"};
}

}  // namespace

Result<protocol::PersonYears> TrainingCentral::find_person(protocol::PersonQuery const& query) {
  if (std::holds_alternative<protocol::ByCode>(query.proof)) {
    return Failure{FailureCode::visit_code_refused, "training"};
  }
  for (auto const& learner : *learners_) {
    if (learner.years.id_number.reveal() != query.id_number.reveal()) continue;
    auto const* typed = std::get_if<protocol::ByPassword>(&query.proof);
    if (typed != nullptr && typed->password.reveal() != learner.secret) {
      return Failure{FailureCode::credential_refused, "training"};
    }
    return learner.years;
  }
  return Failure{FailureCode::person_unknown, "training"};
}

Result<protocol::Verification> TrainingCentral::verify(std::string const& number) {
  protocol::Verification answer;
  answer.number = number;
  for (auto const& learner : *learners_) {
    for (auto const& year : learner.years.years) {
      if (number.empty() || year.certificate.number != number) continue;
      answer.state = protocol::VerificationState::valid;
      answer.year = year.year;
      answer.authority = year.certificate.authority;
      answer.issue_date = year.certificate.issue_date;
      answer.masked_name = "演*";
      return answer;
    }
  }
  return answer;
}

Result<protocol::TokenVerification> TrainingCentral::verify_token(std::string const& /*token*/) {
  return refused();
}

Result<std::vector<protocol::EventReply>> TrainingCentral::deliver(
    std::span<protocol::KioskEvent const> /*events*/) {
  return refused();
}

Result<protocol::HealthReply> TrainingCentral::report(protocol::Health const& /*health*/) {
  return refused();
}

Result<grant::Grant> TrainingCentral::fetch_grant(protocol::GrantRequest const& /*request*/) {
  return refused();
}

Result<void> TrainingCentral::return_grant(EntryId const& /*grant*/) {
  return refused();
}

Result<protocol::ChangesPage> TrainingCentral::proof_changes(std::string const& /*cursor*/) {
  return refused();
}

Result<SecretText> TrainingCentral::people_changes(std::string const& /*kinds*/,
                                                   std::string const& /*cursor*/) {
  return refused();
}

Result<std::string> TrainingCentral::fetch_seal(std::string const& /*sha256*/) {
  return refused();
}

}  // namespace ce::training

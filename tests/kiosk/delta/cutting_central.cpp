#include "cutting_central.h"

namespace ce::test {

template <class Ask>
auto CuttingCentral::through(std::string const& cursor, Ask const& ask) -> decltype(ask()) {
  Failure const cut{FailureCode::central_unreachable, "the line was cut"};
  int const number = static_cast<int>(asked.size());
  asked.push_back(cursor);
  if (number == cut_before) return cut;
  auto answer = ask();
  if (number == cut_after) return cut;
  return answer;
}

Result<protocol::PersonYears> CuttingCentral::find_person(protocol::PersonQuery const& query) {
  return real_->find_person(query);
}
Result<protocol::Verification> CuttingCentral::verify(std::string const& number) {
  return real_->verify(number);
}
Result<protocol::TokenVerification> CuttingCentral::verify_token(std::string const& token) {
  return real_->verify_token(token);
}
Result<std::vector<protocol::EventReply>> CuttingCentral::deliver(
    std::span<protocol::KioskEvent const> events) {
  return real_->deliver(events);
}
Result<protocol::HealthReply> CuttingCentral::report(protocol::Health const& health) {
  return real_->report(health);
}
Result<grant::Grant> CuttingCentral::fetch_grant(protocol::GrantRequest const& request) {
  return real_->fetch_grant(request);
}
Result<void> CuttingCentral::return_grant(EntryId const& grant) {
  return real_->return_grant(grant);
}
Result<protocol::ChangesPage> CuttingCentral::proof_changes(std::string const& cursor) {
  return through(cursor, [&] { return real_->proof_changes(cursor); });
}
Result<SecretText> CuttingCentral::people_changes(std::string const& kinds, std::string const& cursor) {
  return through(cursor, [&] { return real_->people_changes(kinds, cursor); });
}

Result<std::string> CuttingCentral::fetch_seal(std::string const& sha256) {
  auto png = through(sha256, [&] { return real_->fetch_seal(sha256); });
  if (png && tear_seals) png->resize(png->size() / 2);
  return png;
}

}  // namespace ce::test

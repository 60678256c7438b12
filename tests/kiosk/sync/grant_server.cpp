#include "grant_server.h"

namespace ce::test {

std::vector<std::string> GrantServer::seen() const {
  std::vector<std::string> lines;
  for (auto const& request : server_.seen())
    lines.push_back(request.head.substr(0, request.head.find(" HTTP")));
  return lines;
}

grant::Grant GrantServer::make(std::string const& certificate, std::string const& signed_by) const {
  grant::Grant grant{.id = EntryId::make(),
                     .certificate = certificate,
                     .copy = 1,
                     .kiosk = kiosk,
                     .not_before = now,
                     .not_after = {now.ms + 600'000},
                     .key_id = signed_by,
                     .signature = {}};
  key.sign(grant);
  return grant;
}

protocol::ChangesPage GrantServer::keys() const {
  protocol::ChangesPage page;
  for (auto const& id : told_keys)
    page.changes.push_back({"key", id, protocol::KeyChange{key.verification(id)}});
  page.changes.insert(page.changes.end(), told.begin(), told.end());
  page.cursor = "c";
  return page;
}

bool GrantServer::answer_grant(protocol::GrantRequest const& request, Wire const& wire) {
  if (!refusal.empty()) {
    return wire.answer(409, protocol::write(protocol::Problem{409, *failure_code_named(refusal), "说明"}),
                       "application/problem+json");
  }
  auto const [place, fresh] = handed_.try_emplace(request.request);
  if (fresh) place->second = protocol::write(make(request.certificate_number, key_id));
  if (loses_answer.exchange(false)) return false;
  return wire.answer(200, place->second);
}

bool GrantServer::answer(SeenRequest const& request, Wire const& wire) {
  if (down) return false;
  if (request.head.starts_with("POST /api/v1/kiosk/print-grants ")) {
    return answer_grant(protocol::read_grant_request(request.body).value(), wire);
  }
  if (request.head.starts_with("POST /api/v1/kiosk/print-grants/")) {
    return wire.answer(
        200, protocol::write(protocol::GrantStanding{EntryId::make(), protocol::GrantState::returned}));
  }
  if (request.head.starts_with("GET /api/v1/kiosk/changes?kinds=key"))
    return wire.answer(200, protocol::write(keys()));
  auto const events = protocol::read_events(request.body).value();
  std::vector<protocol::EventReply> replies;
  for (auto const& event : events) replies.push_back({event.id, protocol::Acceptance::accepted, ""});
  return wire.answer(200, protocol::write(std::span<protocol::EventReply const>{replies}));
}

}  // namespace ce::test

#include "register_server.h"

namespace ce::test {
namespace {

bool about(protocol::KioskEvent const& event, std::string const& certificate) {
  auto const* print = std::get_if<protocol::PrintRequested>(&event.what);
  return print != nullptr && print->certificate_number == certificate;
}

bool problem(Wire const& wire, int status, FailureCode code) {
  return wire.answer(status, protocol::write(protocol::Problem{status, code, "说明"}),
                     "application/problem+json");
}

}  // namespace

bool RegisterServer::answer(SeenRequest const& request, Wire const& wire) {
  if (down) return false;
  if (status != 200 && retry_after > 0) {
    return wire.send("HTTP/1.1 " + std::to_string(status) + " Said\r\nRetry-After: " +
                     std::to_string(retry_after) + "\r\nContent-Length: 0\r\n\r\n");
  }
  if (status != 200) return problem(wire, status, FailureCode::input_invalid);
  if (request.head.starts_with("POST /api/v1/kiosk/person-queries ") && !person_answer.empty()) {
    auto const made = person_answer;
    if (on_its_way) on_its_way();
    return wire.answer(200, made);
  }
  std::scoped_lock const lock{mutex_};
  if (request.head.starts_with("POST /api/v1/kiosk/health ")) {
    healths_.push_back(protocol::read_health(request.body).value());
    protocol::HealthReply reply{.central_now = {1'772'000'000'000}};
    if (tells_held && !accepted_.empty()) {
      reply.held = {.number = accepted_.back().place->number, .event = accepted_.back().id};
    }
    return wire.answer(200, protocol::write(reply));
  }
  if (request.head.starts_with("POST /api/v1/kiosk/person-queries ")) {
    return problem(wire, 404, FailureCode::person_unknown);
  }
  if (busy_for_events) {
    ++refused_events;
    return wire.send("HTTP/1.1 429 Said\r\nRetry-After: " + std::to_string(retry_after) +
                     "\r\nContent-Length: 0\r\n\r\n");
  }
  auto const events = protocol::read_events(request.body).value();
  std::vector<protocol::EventReply> replies;
  for (auto const& event : events) {
    if (about(event, poison_certificate)) return problem(wire, 400, FailureCode::input_invalid);
  }
  for (auto const& event : events) replies.push_back(apply(event));
  if (loses_answer.exchange(false)) return false;
  return wire.answer(200, protocol::write(std::span<protocol::EventReply const>{replies}));
}

protocol::EventReply RegisterServer::apply(protocol::KioskEvent const& event) {
  using protocol::Acceptance;
  if (about(event, refused_certificate)) return {event.id, Acceptance::refused, "certificate revoked"};
  auto const body = protocol::write(event);
  auto const [known, fresh] = bodies_.try_emplace(event.id, body);
  if (!fresh) {
    return {event.id, known->second == body ? Acceptance::accepted : Acceptance::conflict, ""};
  }
  accepted_.push_back(event);
  return {event.id, Acceptance::accepted, ""};
}

}  // namespace ce::test

#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/parse.h"

namespace ce::protocol {
namespace {

PrintRequested read_requested(Cursor const& at) {
  PrintRequested requested{.certificate_number = at.at("certificate_number").text(longest_number),
                           .copy = at.at("copy").small(1, most_copies),
                           .blank_number = at.at("blank_number").text(longest_number),
                           .grant = {}};
  if (at.has("grant")) requested.grant = at.at("grant").id();
  return requested;
}

PrintSettled read_settled(Cursor const& at) {
  PrintSettled settled{
      .print = at.at("print").id(), .outcome = at.at("outcome").choice<PrintOutcome>(), .cause = {}};
  if (at.has("cause")) {
    auto const cause = at.at("cause");
    settled.cause = failure_code_named(cause.text(longest_number));
    if (!settled.cause) cause.fail("expected a failure code");
  }
  return settled;
}

PaperLoaded read_loaded(Cursor const& at) {
  PaperLoaded loaded{.prefix = at.at("prefix").text(longest_paper_prefix),
                     .digits = at.at("digits").small(1, most_paper_digits),
                     .first = at.at("first").integer(1, most_paper_number),
                     .last = at.at("last").integer(1, most_paper_number)};
  if (loaded.last < loaded.first) at.at("last").fail("expected no less than first");
  return loaded;
}

BlankVoided read_voided(Cursor const& at) {
  return {.blank_number = at.at("blank_number").text(longest_number),
          .reason = at.at("reason").text(longest_void_reason)};
}

KioskNoted read_noted(Cursor const& at) {
  return {.kind = at.at("kind").choice<NoteKind>(), .detail = at.at("detail").text(longest_void_reason)};
}

KioskEvent read_one(Cursor const& at) {
  KioskEvent event{.id = at.at("id").id(), .at = at.at("at").instant(), .what = PrintRequested{}};
  auto const type = at.at("type");
  auto const word = type.text(longest_number);
  if (word == "print_requested") {
    event.what = read_requested(at);
  } else if (word == "print_settled") {
    event.what = read_settled(at);
  } else if (word == "paper_loaded") {
    event.what = read_loaded(at);
  } else if (word == "blank_voided") {
    event.what = read_voided(at);
  } else if (word == "kiosk_noted") {
    event.what = read_noted(at);
  } else {
    type.fail("expected print_requested, print_settled, paper_loaded, blank_voided or kiosk_noted");
  }
  if (at.has("ledger")) event.place = {at.at("ledger").id(), at.at("number").integer(1, INT64_MAX)};
  return event;
}

}  // namespace

Result<KioskEvent> read_event(std::string_view json) {
  return read_body<KioskEvent>(json, read_one);
}

Result<std::vector<KioskEvent>> read_events(std::string_view json) {
  return read_body<std::vector<KioskEvent>>(json, [](Cursor const& root) {
    std::vector<KioskEvent> events;
    root.at("events").each(most_events, [&](Cursor const& event) { events.push_back(read_one(event)); });
    return events;
  });
}

Result<std::vector<EventReply>> read_event_replies(std::string_view json) {
  return read_body<std::vector<EventReply>>(json, [](Cursor const& root) {
    std::vector<EventReply> replies;
    root.at("replies").each(most_events, [&](Cursor const& reply) {
      replies.push_back({.id = reply.at("id").id(),
                         .acceptance = reply.at("acceptance").choice<Acceptance>(),
                         .problem = reply.at("problem").text(longest_text)});
    });
    return replies;
  });
}

}  // namespace ce::protocol

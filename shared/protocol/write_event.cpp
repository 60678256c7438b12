#include "shared/protocol/json.h"
#include "shared/protocol/writing.h"

namespace ce::protocol {
namespace {

void put(OrderedJson& json, PrintRequested const& requested) {
  json["type"] = "print_requested";
  json["certificate_number"] = requested.certificate_number;
  json["copy"] = requested.copy;
  json["blank_number"] = requested.blank_number;
  if (requested.grant) json["grant"] = requested.grant->text();
}

void put(OrderedJson& json, PrintSettled const& settled) {
  json["type"] = "print_settled";
  json["print"] = settled.print.text();
  json["outcome"] = word_of(settled.outcome);
  if (settled.cause) json["cause"] = name_of(*settled.cause);
}

void put(OrderedJson& json, PaperLoaded const& loaded) {
  json["type"] = "paper_loaded";
  json["prefix"] = loaded.prefix;
  json["digits"] = loaded.digits;
  json["first"] = loaded.first;
  json["last"] = loaded.last;
}

void put(OrderedJson& json, BlankVoided const& voided) {
  json["type"] = "blank_voided";
  json["blank_number"] = voided.blank_number;
  json["reason"] = voided.reason;
}

void put(OrderedJson& json, KioskNoted const& noted) {
  json["type"] = "kiosk_noted";
  json["kind"] = word_of(noted.kind);
  json["detail"] = noted.detail;
}

void put(OrderedJson& json, KioskEvent const& event) {
  json["id"] = event.id.text();
  json["at"] = rfc3339(event.at);
  std::visit([&json](auto const& what) { put(json, what); }, event.what);
}

}  // namespace

std::string write(KioskEvent const& event) {
  auto json = versioned();
  put(json, event);
  return text_of(json);
}

std::string write(std::span<KioskEvent const> events) {
  auto json = versioned();
  json["events"] = OrderedJson::array();
  for (auto const& event : events) {
    auto& one = json["events"].emplace_back(OrderedJson::object());
    put(one, event);
    if (!event.place) continue;
    one["ledger"] = event.place->ledger.text();
    one["number"] = event.place->number;
  }
  return text_of(json);
}

std::string write(std::span<EventReply const> replies) {
  auto json = versioned();
  json["replies"] = OrderedJson::array();
  for (auto const& reply : replies) {
    json["replies"].push_back(OrderedJson{
        {"id", reply.id.text()}, {"acceptance", word_of(reply.acceptance)}, {"problem", reply.problem}});
  }
  return text_of(json);
}

}  // namespace ce::protocol

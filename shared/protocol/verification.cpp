#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/names.h"
#include "shared/protocol/object_writer.h"
#include "shared/protocol/parse.h"
#include "shared/protocol/revocation_members.h"
#include "shared/protocol/writing.h"

namespace ce::protocol {

namespace {

LostNumber read_lost(Cursor const& root) {
  LostNumber lost;
  lost.state = root.at("lost").choice<LostState>();
  bool const printed = lost.state == LostState::printed;
  if (printed || root.has("printed_on")) lost.printed_on = root.at("printed_on").date();
  return lost;
}

void write_blanks(ObjectWriter& json, std::vector<std::string> const& numbers) {
  if (numbers.empty()) return;
  json.list("blank_numbers");
  for (auto const& one : numbers) json.text_item(one);
  json.close_list();
}

std::vector<std::string> read_blanks(Cursor const& root) {
  std::vector<std::string> numbers;
  if (!root.has("blank_numbers")) return numbers;
  root.at("blank_numbers").each(most_blank_numbers, [&](Cursor const& one) {
    numbers.push_back(one.text(longest_number));
  });
  return numbers;
}

}  // namespace

std::string write(Verification const& verification) {
  ObjectWriter json;
  json.text("state", word_of(verification.state)).text("number", verification.number);
  json.number("year", verification.year).text("authority", verification.authority);
  if (verification.issue_date) json.text("issue_date", verification.issue_date->iso());
  json.text("masked_name", verification.masked_name);
  if (verification.name_matches) json.flag("name_matches", *verification.name_matches);
  if (!verification.successor.empty()) json.text("successor", verification.successor);
  if (auto const& lost = verification.lost) {
    json.text("lost", word_of(lost->state));
    if (lost->printed_on) json.text("printed_on", lost->printed_on->iso());
  }
  write_blanks(json, verification.blank_numbers);
  return std::move(json).finish();
}

std::string write(TokenVerification const& verification) {
  ObjectWriter json;
  json.text("verdict", verification.verdict);
  if (verification.number.empty()) return std::move(json).finish();
  json.text("number", verification.number).text("name", verification.name.reveal());
  json.number("year", verification.year).text("authority", verification.authority);
  if (verification.issue_date) json.text("issue_date", verification.issue_date->iso());
  if (auto const& gone = verification.revocation) {
    json.text("revoked_on", gone->date.iso()).text("revocation", word_of(gone->reason));
  }
  write_blanks(json, verification.blank_numbers);
  return std::move(json).finish();
}

std::string write(NameQuestion const& question) {
  auto json = versioned();
  json["name"] = question.name.reveal();
  return text_of(json);
}

Result<NameQuestion> read_name_question(std::string_view json) {
  return read_body<NameQuestion>(json, [](Cursor const& root) {
    return NameQuestion{.name = root.at("name").secret(longest_password)};
  });
}

Result<Verification> read_verification(std::string_view json) {
  return read_body<Verification>(json, [](Cursor const& root) {
    Verification verification;
    verification.state = root.at("state").choice<VerificationState>();
    verification.number = root.at("number").text(longest_number);
    verification.year = root.at("year").small(0, 2999);
    verification.authority = root.at("authority").text(longest_text);
    if (root.has("issue_date")) verification.issue_date = root.at("issue_date").date();
    verification.masked_name = root.at("masked_name").text(longest_text);
    if (root.has("name_matches")) verification.name_matches = root.at("name_matches").boolean();
    if (root.has("successor")) verification.successor = root.at("successor").text(longest_number);
    if (root.has("lost")) verification.lost = read_lost(root);
    verification.blank_numbers = read_blanks(root);
    return verification;
  });
}

Result<TokenVerification> read_token_verification(std::string_view json) {
  return read_body<TokenVerification>(json, [](Cursor const& root) {
    TokenVerification verification;
    verification.verdict = root.at("verdict").text(longest_number);
    if (!root.has("number")) return verification;
    verification.number = root.at("number").text(longest_number);
    verification.name = root.at("name").secret(longest_text);
    verification.year = root.at("year").small(1900, 2999);
    verification.authority = root.at("authority").text(longest_text);
    verification.issue_date = root.at("issue_date").date();
    if (root.has("revoked_on"))
      verification.revocation = read_revocation_members(root, "revoked_on", "revocation");
    verification.blank_numbers = read_blanks(root);
    return verification;
  });
}

}  // namespace ce::protocol

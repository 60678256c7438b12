#include "shared/protocol/grants.h"

#include "shared/protocol/grant_members.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/parse.h"

namespace ce::protocol {

void put_grant(OrderedJson& json, grant::Grant const& grant) {
  json["id"] = grant.id.text();
  json["certificate_number"] = grant.certificate;
  json["copy"] = grant.copy;
  json["kiosk"] = grant.kiosk;
  json["not_before"] = rfc3339(grant.not_before);
  json["not_after"] = rfc3339(grant.not_after);
  json["key_id"] = grant.key_id;
  json["signature"] = grant.signature;
}

grant::Grant read_grant_members(Cursor const& at) {
  return {.id = at.at("id").id(),
          .certificate = at.at("certificate_number").text(longest_number),
          .copy = at.at("copy").small(1, most_copies),
          .kiosk = at.at("kiosk").text(longest_number),
          .not_before = at.at("not_before").instant(),
          .not_after = at.at("not_after").instant(),
          .key_id = at.at("key_id").text(longest_number),
          .signature = at.at("signature").text(longest_signature)};
}

std::string write(GrantRequest const& request) {
  auto json = versioned();
  json["request"] = request.request.text();
  json["certificate_number"] = request.certificate_number;
  json["copy"] = request.copy;
  return text_of(json);
}

std::string write(grant::Grant const& grant) {
  auto json = versioned();
  put_grant(json, grant);
  return text_of(json);
}

std::string write(GrantStanding const& standing) {
  auto json = versioned();
  json["id"] = standing.id.text();
  json["state"] = word_of(standing.state);
  return text_of(json);
}

Result<GrantRequest> read_grant_request(std::string_view json) {
  return read_body<GrantRequest>(json, [](Cursor const& root) {
    return GrantRequest{.request = root.at("request").id(),
                        .certificate_number = root.at("certificate_number").text(longest_number),
                        .copy = root.at("copy").small(1, most_copies)};
  });
}

Result<grant::Grant> read_grant(std::string_view json) {
  return read_body<grant::Grant>(json, read_grant_members);
}

Result<GrantStanding> read_grant_standing(std::string_view json) {
  return read_body<GrantStanding>(json, [](Cursor const& root) {
    return GrantStanding{.id = root.at("id").id(), .state = root.at("state").choice<GrantState>()};
  });
}

}  // namespace ce::protocol

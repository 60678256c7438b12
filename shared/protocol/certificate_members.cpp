#include "shared/protocol/certificate_members.h"

#include "shared/protocol/grant_members.h"
#include "shared/protocol/limits.h"

namespace ce::protocol {

void put_subject(ObjectWriter& json, std::string_view name, SubjectLine const& line) {
  json.object(name).number("done", line.done.count).number("required", line.required.count).close();
}

void put_certificate(ObjectWriter& json, CertificateLine const& line) {
  json.object("certificate").text("state", word_of(line.state));
  json.text("number", line.number).text("authority", line.authority);
  if (line.issue_date) json.text("issue_date", line.issue_date->iso());
  json.text("verify_url", line.verify_url).text("seal_mode", word_of(line.seal_mode));
  json.text("revoked_reason", line.revoked_reason);
  if (line.printed_at) json.text("printed_at", rfc3339(*line.printed_at));
  if (line.copy > 1) json.number("copy", line.copy);
  if (line.reprint_mark) json.flag("reprint_mark", true);
  if (line.grant) {
    OrderedJson grant;
    put_grant(grant, *line.grant);
    json.json("grant", text_of(grant));
  }
  json.close();
}

SubjectLine read_subject_line(Cursor const& at) {
  return {.done = at.at("done").units(), .required = at.at("required").units()};
}

CertificateLine read_certificate_line(Cursor const& at) {
  CertificateLine line;
  line.state = at.at("state").choice<CertificateState>();
  line.number = at.at("number").text(longest_number);
  line.authority = at.at("authority").text(longest_text);
  if (at.has("issue_date")) line.issue_date = at.at("issue_date").date();
  line.verify_url = at.at("verify_url").text(longest_text);
  line.seal_mode = at.at("seal_mode").choice<certificate::SealMode>();
  line.revoked_reason = at.at("revoked_reason").text(longest_text);
  if (at.has("printed_at")) line.printed_at = at.at("printed_at").instant();
  if (at.has("copy")) line.copy = at.at("copy").small(1, most_copies);
  if (at.has("reprint_mark")) line.reprint_mark = at.at("reprint_mark").boolean();
  if (at.has("grant")) line.grant = read_grant_members(at.at("grant"));
  return line;
}

}  // namespace ce::protocol

#include "shared/protocol/site.h"

#include "shared/protocol/limits.h"
#include "shared/protocol/parse.h"
#include "shared/protocol/writing.h"

namespace ce::protocol {
namespace {

constexpr std::int64_t most_record_id = 9'007'199'254'740'991;

SiteRecord read_site_record(Cursor const& at) {
  SiteRecord record{.delivery = at.at("delivery").id(),
                    .id_number = at.at("id_number").secret(longest_number),
                    .name = at.at("name").secret(longest_text),
                    .content = at.at("content").text(longest_text),
                    .subject = at.at("subject").choice<credit::Subject>(),
                    .mandatory = at.at("mandatory").boolean(),
                    .in_guide = at.at("in_guide").boolean(),
                    .passed = at.at("passed").boolean(),
                    .units = at.at("units").units(),
                    .start = at.at("start").date(),
                    .end = at.at("end").date(),
                    .credit_year = {}};
  if (at.has("credit_year")) record.credit_year = at.at("credit_year").small(1900, 9999);
  return record;
}

SiteReply read_site_reply(Cursor const& at) {
  SiteReply reply{.delivery = at.at("delivery").id(),
                  .acceptance = at.at("acceptance").choice<Acceptance>(),
                  .problem = at.at("problem").text(longest_text),
                  .record = {}};
  if (at.has("record")) reply.record = at.at("record").integer(1, most_record_id);
  return reply;
}

OrderedJson json_of(SiteRecord const& record) {
  OrderedJson json{{"delivery", record.delivery.text()},
                   {"id_number", record.id_number.reveal()},
                   {"name", record.name.reveal()},
                   {"content", record.content},
                   {"subject", word_of(record.subject)},
                   {"mandatory", record.mandatory},
                   {"in_guide", record.in_guide},
                   {"passed", record.passed},
                   {"units", record.units.count},
                   {"start", record.start.iso()},
                   {"end", record.end.iso()}};
  if (record.credit_year) json["credit_year"] = *record.credit_year;
  return json;
}

}  // namespace

Result<std::vector<SiteRecord>> read_site_records(std::string_view json) {
  return read_body<std::vector<SiteRecord>>(json, [](Cursor const& root) {
    std::vector<SiteRecord> records;
    root.at("records").each(most_site_records,
                            [&](Cursor const& one) { records.push_back(read_site_record(one)); });
    return records;
  });
}

std::string write(std::span<SiteRecord const> records) {
  auto json = versioned();
  json["records"] = OrderedJson::array();
  for (auto const& record : records) json["records"].push_back(json_of(record));
  return text_of(json);
}

std::string write(SiteRecord const& record) {
  return text_of(json_of(record));
}

Result<std::vector<SiteReply>> read_site_replies(std::string_view json) {
  return read_body<std::vector<SiteReply>>(json, [](Cursor const& root) {
    std::vector<SiteReply> replies;
    root.at("replies").each(most_site_records,
                            [&](Cursor const& one) { replies.push_back(read_site_reply(one)); });
    return replies;
  });
}

std::string write(std::span<SiteReply const> replies) {
  auto json = versioned();
  json["replies"] = OrderedJson::array();
  for (auto const& reply : replies) {
    OrderedJson one{{"delivery", reply.delivery.text()},
                    {"acceptance", word_of(reply.acceptance)},
                    {"problem", reply.problem}};
    if (reply.record) one["record"] = *reply.record;
    json["replies"].push_back(std::move(one));
  }
  return text_of(json);
}

}  // namespace ce::protocol

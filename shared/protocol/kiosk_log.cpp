#include "shared/protocol/kiosk_log.h"

#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/parse.h"
#include "shared/protocol/writing.h"

namespace ce::protocol {

std::string write(KioskLog const& log) {
  auto json = versioned();
  json["request"] = log.request.text();
  json["text"] = log.text;
  json["left_out"] = log.left_out;
  json["problem"] = log.problem;
  return text_of(json);
}

Result<KioskLog> read_kiosk_log(std::string_view json) {
  return read_body<KioskLog>(json, [](Cursor const& root) {
    return KioskLog{.request = root.at("request").id(),
                    .text = root.at("text").text(longest_log),
                    .left_out = root.at("left_out").integer(0, INT64_MAX),
                    .problem = root.at("problem").text(longest_text)};
  });
}

}  // namespace ce::protocol

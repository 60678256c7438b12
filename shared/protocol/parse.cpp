#include "shared/protocol/parse.h"

#include <set>
#include <vector>

#include "shared/protocol/json.h"

namespace ce::protocol {
namespace {

// Our deepest message has six levels; parsing and freeing stay shallow whatever is sent.
constexpr int max_depth = 16;

// Thrown through the library to end a parse at once; goes no further than parse().
struct Complaint {
  char const* text;
};

// Looks for what the library lets pass.
class Watch {
 public:
  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    using Happening = Json::parse_event_t;
    if (depth >= max_depth) throw Complaint{"nested too deeply"};
    if (event == Happening::object_start) members_.emplace_back();
    if (event == Happening::key && !members_.back().insert(parsed.get_ref<std::string const&>()).second) {
      throw Complaint{"a member is there twice"};
    }
    if (event == Happening::object_end) members_.pop_back();
    return true;
  }

 private:
  std::vector<std::set<std::string>> members_;
};

}  // namespace

Result<Json> parse(std::string_view text) {
  if (text.size() > max_body_bytes) {
    return Failure{FailureCode::answer_too_large, std::to_string(text.size()) + " bytes, at most " +
                                                      std::to_string(max_body_bytes) + " are accepted"};
  }
  // The library takes a NUL between values for the end, and would pass over whatever follows it.
  if (auto const nul = text.find('\0'); nul != std::string_view::npos) {
    return Failure{FailureCode::answer_malformed, "not JSON at byte " + std::to_string(nul + 1)};
  }
  Watch watch;
  try {
    return Json::parse(text, std::ref(watch));
  } catch (Complaint const& complaint) {
    return Failure{FailureCode::answer_malformed, complaint.text};
  } catch (Json::parse_error const& error) {
    // Its own words quote the text, which may be a person's.
    return Failure{FailureCode::answer_malformed, "not JSON at byte " + std::to_string(error.byte)};
  } catch (Json::exception const&) {
    return Failure{FailureCode::answer_malformed, "not JSON: a number out of range"};
  }
}

}  // namespace ce::protocol

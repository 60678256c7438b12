#include "shared/protocol/parse.h"

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/protocol/json.h"

namespace ce::protocol {
namespace {

// Our deepest message has six levels; parsing and freeing stay shallow whatever is sent.
constexpr int max_depth = 16;

/// Goes over a text before anything is made of it and looks for what the library lets pass. A pass of its
/// own, for with a callback the library looks, whenever an object ends, through all that its list holds
/// already: a message of a megabyte would take a minute.
class Watch final : public Json::json_sax_t {
 public:
  [[nodiscard]] std::string const& complaint() const { return complaint_; }

  bool null() override { return value(); }
  bool boolean(bool /*value*/) override { return value(); }
  bool number_integer(number_integer_t /*value*/) override { return value(); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return value(); }
  bool number_float(number_float_t /*value*/, string_t const& /*text*/) override { return value(); }
  bool string(string_t& /*text*/) override { return value(); }
  bool binary(binary_t& /*bytes*/) override { return value(); }
  bool start_object(std::size_t /*size*/) override {
    members_.emplace_back();
    return enter();
  }
  bool key(string_t& name) override {
    if (!members_.back().insert(name).second) return complain("a member is there twice");
    return value();
  }
  bool end_object() override {
    members_.pop_back();
    return leave();
  }
  bool start_array(std::size_t /*size*/) override { return enter(); }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t byte, std::string const& /*token*/,
                   nlohmann::detail::exception const& fault) override {
    // Its own words quote the text, which may be a person's.
    bool const syntax = dynamic_cast<Json::parse_error const*>(&fault) != nullptr;
    return complain(syntax ? "not JSON at byte " + std::to_string(byte) : "not JSON: a number out of range");
  }

 private:
  bool complain(std::string words) {
    complaint_ = std::move(words);
    return false;
  }
  bool value() { return depth_ < max_depth || complain("nested too deeply"); }
  bool enter() {
    if (!value()) return false;
    ++depth_;
    return true;
  }
  bool leave() {
    --depth_;
    return true;
  }

  int depth_ = 0;
  std::vector<std::set<std::string>> members_;
  std::string complaint_;
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
  if (!Json::sax_parse(text, &watch)) return Failure{FailureCode::answer_malformed, watch.complaint()};
  try {
    return Json::parse(text);
  } catch (Json::exception const&) {
    return Failure{FailureCode::answer_malformed, "not JSON"};  // nothing that passed the watch comes here
  }
}

}  // namespace ce::protocol

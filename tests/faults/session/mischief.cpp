#include "faults/session/mischief.h"

#include <array>

namespace ce::test {
namespace {

constexpr auto mischief_names =
    std::to_array<std::string_view>({"none",
                                     "cut on the way there",
                                     "ended on the way there",
                                     "delayed on the way there",
                                     "stalled on the way there",
                                     "request arrives twice",
                                     "request arrives after the next one",
                                     "bytes doubled on the way there",
                                     "bytes out of order on the way there",
                                     "cut on the way back",
                                     "ended on the way back",
                                     "delayed on the way back",
                                     "stalled on the way back",
                                     "bytes doubled on the way back",
                                     "bytes out of order on the way back",
                                     "an earlier answer, other person's or event's",
                                     "central answers 500",
                                     "central answers 429, Retry-After",
                                     "central answers 503, Retry-After",
                                     "central answers in another version",
                                     "central answers something else than JSON",
                                     ""});

std::string answer_of(int status, std::string const& more, std::string const& body) {
  return "HTTP/1.1 " + std::to_string(status) + " Said\r\n" + more +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string problem(int status, std::string const& code) {
  return answer_of(status, "Content-Type: application/problem+json\r\nRetry-After: 1\r\n",
                   "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":" + std::to_string(status) +
                       ",\"code\":\"" + code + "\",\"detail\":\"x\"}");
}

}  // namespace

std::string_view name_of(Mischief mischief) {
  return mischief_names.at(static_cast<std::size_t>(mischief));
}
bool goes_down(Mischief mischief) {
  return mischief >= Mischief::cut_down && mischief <= Mischief::stale_down;
}
bool is_answer(Mischief mischief) {
  return mischief >= Mischief::status_500;
}
bool is_whole(Mischief mischief) {
  return mischief == Mischief::replay_up || mischief == Mischief::late_up ||
         mischief == Mischief::stale_down || is_answer(mischief);
}
bool befalls(Mischief mischief, bool readable) {
  bool const unread_alone = mischief == Mischief::double_up || mischief == Mischief::swap_up;
  return readable ? !unread_alone : !is_whole(mischief);
}
bool is_stall(Mischief mischief) {
  return mischief == Mischief::stall_up || mischief == Mischief::stall_down;
}

std::string made_up(Mischief mischief, std::string answer) {
  switch (mischief) {
    case Mischief::status_500:
      return problem(500, "central_fault");
    case Mischief::status_429:
      return problem(429, "too_many_requests");
    case Mischief::status_503:
      return problem(503, "central_fault");
    case Mischief::other_type:
      return answer_of(200, "Content-Type: text/html\r\n", "<p>Please sign in to the hall's network</p>");
    default:
      break;
  }
  if (auto const at = answer.find("\"version\":1"); at != std::string::npos) answer[at + 10] = '2';
  return answer;
}

std::string unpacked_asked(std::string request) {
  constexpr std::string_view line = "Accept-Encoding: gzip\r\n";
  if (auto const at = request.find(line); at != std::string::npos) request.erase(at, line.size());
  return request;
}

}  // namespace ce::test

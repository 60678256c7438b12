#include <array>

#include "../../shared/protocol/samples.h"
#include "shared/protocol/change_file.h"
#include "shared/protocol/change_slices.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/site.h"
#include "tests/fuzz/parsers/readers.h"
#include "tests/fuzz/parsers/target.h"

namespace ce::fuzz {
namespace {

using namespace protocol;

template <class T>
std::string written(T const& message) {
  return write(message);
}
template <class T>
std::string written(std::vector<T> const& messages) {
  return write(std::span<T const>{messages});
}

/// What was understood is written so that it is understood again, as the same.
template <auto read>
void there_and_back(std::string_view text) {
  auto const message = read(text);
  if (!message) return;
  auto const once = written(*message);
  auto const again = read(once);
  hold(again.ok(), "a message that was written is read");
  hold(written(*again) == once, "a message is written the same again");
}

struct Kind {
  char letter;  // the first byte of an input chooses
  void (*read)(std::string_view);
};
constexpr std::array kinds{
    Kind{'a', there_and_back<read_person_query>},
    Kind{'b', there_and_back<read_person_years>},
    Kind{'c', there_and_back<read_verification>},
    Kind{'d', there_and_back<read_token_verification>},
    Kind{'e', there_and_back<read_name_question>},
    Kind{'f', there_and_back<read_events>},
    Kind{'g', there_and_back<read_event>},
    Kind{'h', there_and_back<read_event_replies>},
    Kind{'i', there_and_back<read_health>},
    Kind{'j', there_and_back<read_health_reply>},
    Kind{'k', there_and_back<read_grant_request>},
    Kind{'l', there_and_back<read_grant>},
    Kind{'m', there_and_back<read_grant_standing>},
    Kind{'n', there_and_back<read_problem>},
    Kind{'o', there_and_back<read_site_records>},
    Kind{'p', there_and_back<read_site_replies>},
    Kind{'q', there_and_back<read_enrolment_request>},
    Kind{'r', there_and_back<read_renewal_request>},
    Kind{'s', there_and_back<read_certificate_reply>},
    Kind{'t', there_and_back<read_kiosk_log>},
};

}  // namespace

void read_json_message(std::string_view bytes) {
  if (bytes.empty()) return;
  for (auto const& kind : kinds) {
    if (kind.letter == bytes.front()) kind.read(bytes.substr(1));
  }
}

void read_change_page(std::string_view bytes) {
  auto const page = read_changes(bytes);
  ChangeSlicer slicer;
  auto const cut = slicer.cut(bytes);
  if (page) {
    hold(cut.ok(), "what is read whole can be cut");
    hold(cut->changes.size() == page->changes.size(), "as many slices as changes");
    there_and_back<read_changes>(bytes);
  }
  if (cut) {
    std::vector<SecretText> texts;
    for (auto const& change : cut->changes) texts.emplace_back(std::string{change.text});
    auto const read = read_slices(texts);
    if (page) hold(read.ok() && *read == page->changes, "slices read as the page");
  }
  if (auto const kept = protocol::read_file(bytes)) {
    hold(protocol::read_file(write_file(*kept)).ok(), "a kept file is read again");
    (void)proofs_of(*kept);
  }
}

std::vector<std::string> json_messages() {
  auto const events = samples::events();
  auto const replies = samples::replies();
  std::vector<SiteRecord> const records{{.delivery = samples::id('1'),
                                         .id_number = SecretText{"11010518991231002X"},
                                         .name = SecretText{"张三丰"},
                                         .content = "数字经济",
                                         .units = CreditUnits::hours(8),
                                         .start = samples::date(2024, 3, 1),
                                         .end = samples::date(2024, 3, 2),
                                         .credit_year = 2024}};
  std::vector<SiteReply> const site_replies{{samples::id('1'), Acceptance::refused, "查无此人", {}}};
  SecretText const number{"11010518991231002X"};
  Verification lost;
  lost.number = "1";
  lost.lost = LostNumber{LostState::printed, samples::date(2026, 1, 2)};
  auto seeds = std::vector<std::string>{
      "a" + write(PersonQuery{number, ByCard{}}),
      "a" + write(PersonQuery{number, ByPassword{SecretText{"密\"码\\"}}}),
      "a" + write(PersonQuery{{}, ByCode{SecretText{"0f1e"}}}),
      "b" + write(samples::person_years()),
      "c" + write(samples::verification()),
      "c" + write(lost),
      "d" + write(TokenVerification{}),
      "e" + write(NameQuestion{SecretText{"阿不都·热依木"}}),
      "f" + write(std::span<KioskEvent const>{events}),
      "h" + write(std::span<EventReply const>{replies}),
      "i" + write(samples::health()),
      "j" + write(HealthReply{Instant{-1}}),
      "j" + write(HealthReply{.central_now = Instant{5}, .log_wanted = LogWanted{samples::id('2'), 24}}),
      "t" + write(KioskLog{samples::id('2'), "{\"event\":\"started\"}\n", 1, "日志"}),
      "k" + write(GrantRequest{samples::id('7'), "44010624000001", 2}),
      "l" + write(samples::grant()),
      "m" + write(GrantStanding{samples::id('8'), GrantState::replaced}),
      "n" + write(Problem{404, FailureCode::person_unknown, "查无此人"}),
      "o" + write(std::span<SiteRecord const>{records}),
      "p" + write(std::span<SiteReply const>{site_replies}),
      "q" + write(EnrolmentRequest{"GZ-TH-01", "-----BEGIN", "0f"}),
      "r" + write(RenewalRequest{"-----BEGIN"}),
      "s" + write(CertificateReply{"-----BEGIN", "-----BEGIN", "0f"}),
  };
  for (auto const& event : events) seeds.push_back("g" + write(event));
  return seeds;
}

std::vector<std::string> change_pages() {
  auto page = samples::changes();
  std::vector<std::string> seeds{write(page)};
  KeptChanges kept;
  kept.apply(page);
  seeds.push_back(write_file(kept));
  page.changes.resize(1);
  seeds.push_back(write(page));
  return seeds;
}

}  // namespace ce::fuzz

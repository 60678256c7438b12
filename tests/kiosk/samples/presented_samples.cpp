// Every stage of a visit through the presenter, in any mode and language.
#include <set>

#include "kiosk/present/present.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {
namespace {

using namespace session;

Date day(int year, int month, int of_month) {
  return Date::make(year, month, of_month).value_or(Date{});
}

protocol::RecordLine record(std::string content, std::string institution, credit::ReviewState review) {
  protocol::RecordLine line;
  line.content = std::move(content);
  line.institution = std::move(institution);
  line.subject = credit::Subject::professional;
  line.mandatory = true;
  line.start = day(2026, 3, 11);
  line.end = day(2026, 3, 13);
  line.counted = CreditUnits::hours(18);
  line.review = review;
  return line;
}

/// Region, year and a place in that year's sequence, as article 15 has it.
std::string number_of(int year) {
  int const place = 128 + 2943 * (2025 - year) % 3971;
  auto const digits = std::to_string(1'000'000 + place).substr(1);
  return "440106" + std::to_string(year % 100) + digits;
}

protocol::YearProgress year(int number, protocol::CertificateState state, bool complete) {
  auto const hours = [](std::int64_t count) { return CreditUnits::hours(count); };
  protocol::YearProgress line;
  line.year = number;
  line.public_subject = {hours(18), hours(18)};
  line.professional = {complete ? hours(42) : hours(27) + CreditUnits::minutes(44), hours(42)};
  line.professional_mandatory = {hours(complete ? 14 : 8), hours(14)};
  line.elective = {hours(complete ? 12 : 6), hours(12)};
  line.total = {line.public_subject.done + line.professional.done + line.elective.done, hours(72)};
  line.complete = complete;
  line.certificate.state = state;
  if (state == protocol::CertificateState::incomplete) return line;
  line.certificate.number = number_of(number);
  line.certificate.authority = "广州市天河区人力资源和社会保障局";
  line.certificate.issue_date = day(number + 1, 1, 15);
  return line;
}

protocol::PersonYears years() {
  using enum protocol::CertificateState;
  protocol::PersonYears all;
  all.name = SecretText{"陈启明"};
  all.id_number = SecretText{"440524188001010014"};
  all.employer = "广东省建筑设计研究院有限公司";
  all.as_of = {1'795'413'900'000};
  all.years = {year(2026, incomplete, false), year(2025, printable, true), year(2024, printed, true),
               year(2023, revoked, true)};
  all.years[2].certificate.printed_at = Instant{1'741'000'000'000};
  all.years[3].certificate.revoked_reason = "单位更正学习记录";
  auto& records = all.years[0].records;
  records = {
      record("BIM 技术在装配式建筑中的应用", "广东省建设工程质量安全检测总站", credit::ReviewState::approved),
      record("2026 年公需科目：人工智能与高质量发展", "广东省继续教育公共服务平台",
             credit::ReviewState::pending_industry),
      record("实验室安全操作规程", "本单位内训", credit::ReviewState::returned)};
  records[2].counted = {};
  records[2].notes = {credit::Note::failed_assessment, credit::Note::other_year};
  for (int i = 0; i < 9; ++i) records.push_back(records[0]);
  return all;
}

State long_visit() {
  State state;
  state.surroundings.central_online = true;
  auto all = years();
  state.visitor = Visitor{{all.name, all.id_number, {}, {}}, true, std::move(all), false};
  return state;
}

class Gathering {
 public:
  explicit Gathering(Mode const& mode) : mode_(mode) {}

  void add(std::string name, State state, Tick tick = {}) {
    state.mode = mode_;
    auto const learning = present::learning_site("http://www.gdsjxjy.com/");
    auto view = present::present(
        state, {"广州市天河区人力资源和社会保障服务大厅", Instant{1'795'500'300'000}, tick, true, &*learning},
        shipped_vocabulary().of(mode_.language));
    all_.push_back({"shown-" + std::move(name), std::move(view)});
  }
  void add(std::string name, State state, Stage stage) {
    state.stage = std::move(stage);
    add(std::move(name), std::move(state));
  }
  [[nodiscard]] std::vector<Sample> take() { return std::move(all_); }

 private:
  Mode mode_;
  std::vector<Sample> all_;
};

void add_home(Gathering& all) {
  State home;
  home.surroundings.central_online = true;
  all.add("home", home);
  home.surroundings.central_online = false;
  all.add("home-offline", home);
  home.surroundings.reader_ok = false;
  home.surroundings.printer_problem = FailureCode::printer_out_of_paper;
  all.add("home-broken", home);
  home = {};
  home.panel = true;
  all.add("home-panel", home);
  home = {};
  home.surroundings.central_online = true;
  home.paused = true;
  all.add("paused", home);
}

void add_entry(Gathering& all) {
  State state;
  state.surroundings.central_online = true;
  all.add("number", state, NumberEntry{});
  all.add("number-wrong", state,
          NumberEntry{
              EntryField::id_number, SecretText{"440524188001010015"}, {}, FailureCode::id_number_invalid});
  all.add("password", state,
          NumberEntry{EntryField::password, SecretText{"440524188001010014"}, SecretText{"123456"},
                      FailureCode::credential_refused});
  all.add("verify", state, VerifyEntry{"4401062600", FailureCode::certificate_number_invalid});
  all.add("reading", state, ReadingCard{});
  all.add("verifying", state, Verifying{});
  all.add("searching", long_visit(), Searching{});
}

void add_progress(Gathering& all) {
  auto state = long_visit();
  all.add("progress", state, Progress{2026, 0});
  all.add("progress-page", state, Progress{2026, 1});
  all.add("progress-complete", state, Progress{2025, 0});
  all.add("progress-printed", state, Progress{2024, 0});
  all.add("certificates", state, Certificates{0});
  state.stage = Progress{2026, 0};
  state.countdown = true;
  all.add("countdown", state, Tick{} + std::chrono::seconds{70});
  state.countdown = false;
  state.panel = true;
  all.add("panel", state);
  state.panel = false;
  state.visitor->from_cache = true;
  state.surroundings.central_online = false;
  all.add("progress-offline", state, Progress{2026, 0});
  all.add("certificates-offline", state, Certificates{0});
}

void add_print(Gathering& all) {
  auto const state = long_visit();
  all.add("preview", state, PrintPreview{2025});
  all.add("printing", state, Printing{2025, PrintStage::printing, {}});
  all.add("printing-held", state, Printing{2025, PrintStage::held, FailureCode::printer_out_of_paper});
  all.add("take-paper", state, TakePaper{2025});
  State over;
  over.surroundings.central_online = true;
  all.add("take-card", over, TakeCard{});
}

void add_results(Gathering& all) {
  State state;
  state.surroundings.central_online = true;
  protocol::Verification answer;
  answer.number = number_of(2025);
  answer.year = 2025;
  answer.authority = "广州市天河区人力资源和社会保障局";
  answer.issue_date = day(2026, 1, 15);
  answer.masked_name = "**明";
  for (auto verdict : {protocol::VerificationState::valid, protocol::VerificationState::revoked,
                       protocol::VerificationState::unknown}) {
    answer.state = verdict;
    all.add("verdict-" + std::to_string(static_cast<int>(verdict)), state, VerifyResult{answer});
  }
  answer.masked_name.clear();
  answer.lost = protocol::LostNumber{protocol::LostState::printed, day(2026, 1, 16)};
  all.add("verdict-lost", state, VerifyResult{answer});
  answer.lost = protocol::LostNumber{protocol::LostState::replaced, day(2026, 1, 16)};
  all.add("verdict-replaced", state, VerifyResult{answer});
  answer.lost = protocol::LostNumber{};
  all.add("verdict-set-aside", state, VerifyResult{answer});
  TokenAnswer code;
  code.examination.token = token::Token{{number_of(2025), 2025, "440106", day(2026, 1, 15), ""}, "", "", ""};
  code.authority = answer.authority;
  code.as_of = Instant{1'795'413'900'000};
  all.add("code-genuine", state, VerifyResult{code});
  code.registered = answer;
  all.add("code-lost", state, VerifyResult{code});
  code.registered->lost.reset();
  code.registered->state = protocol::VerificationState::valid;
  code.registered->masked_name = "**明";
  code.registered->blank_numbers = {"GD-A-00000042"};
  all.add("code-registered", state, VerifyResult{code});
  code.registered->blank_numbers = {"GD-A-00004112", "GD-A-00003907", "GD-A-00000345", "GD-A-00000042"};
  all.add("code-reprinted", state, VerifyResult{code});
  code.registered.reset();
  code.list_old = true;
  all.add("code-old-list", state, VerifyResult{code});
  code.examination.revocation = token::Revocation{day(2026, 5, 8), token::RevocationReason::corrected};
  all.add("code-void", state, VerifyResult{code});
  TokenAnswer bad;
  for (auto fault : {token::Fault::signature_wrong, token::Fault::key_unknown, token::Fault::malformed}) {
    bad.examination.fault = fault;
    all.add("code-" + std::to_string(static_cast<int>(fault)), state, VerifyResult{bad});
  }
}

void add_faults(Gathering& all, Language language) {
  std::set<std::string> told;
  State state;
  state.surroundings.central_online = true;
  for (auto code : all_failure_codes) {
    auto const& words = shipped_vocabulary().of(language).of(code);
    if (!told.insert(words.headline + words.advice).second) continue;
    Fault fault{code, {}};
    // What central does not let be printed is not tried again (kiosk/session).
    if (is_retryable(code) && code != FailureCode::print_unresolved) fault.again = VerifyEntry{};
    all.add("fault-" + std::string{name_of(code)}, state, fault);
  }
}

}  // namespace

std::vector<Sample> presented_samples(Mode const& mode) {
  Gathering all{mode};
  add_home(all);
  add_entry(all);
  add_progress(all);
  add_print(all);
  add_results(all);
  add_faults(all, mode.language);
  // Where screens speak, 重听 stands between the keys of the foot.
  Mode spoken = mode;
  spoken.voice = true;
  Gathering more{spoken};
  State home;
  home.surroundings.central_online = true;
  more.add("home-spoken", home);
  more.add("progress-spoken", long_visit(), Progress{2026, 0});
  auto out = all.take();
  for (auto& sample : more.take()) out.push_back(std::move(sample));
  return out;
}

}  // namespace ce::samples

// Every state of printer and paper that the catalogue has, through the presenter and with the words that are
// shipped: on the home screen, before a print, and in or after it.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "kiosk/present/present.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {

present::Words const& shipped_words() {
  static present::Words const words = [] {
    std::ifstream in{CE_SOURCE_DIR "/assets/strings/zh.toml", std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    auto parsed = present::Words::parse(text.str());
    if (parsed) return std::move(*parsed);
    std::cerr << describe(parsed.failure()) << '\n';
    std::abort();
  }();
  return words;
}

namespace {

session::State visit() {
  protocol::YearProgress year;
  year.year = 2025;
  year.certificate.number = "44010625000128";
  year.certificate.authority = "广州市天河区人力资源和社会保障局";
  year.certificate.issue_date = Date::make(2026, 1, 15).value_or(Date{});
  protocol::PersonYears years;
  years.name = SecretText{"陈启明"};
  years.id_number = SecretText{"440524188001010014"};
  years.years = {std::move(year)};
  session::State state;
  state.visitor = session::Visitor{{years.name, years.id_number, {}, {}}, true, years, false};
  state.surroundings.central_online = true;
  return state;
}

present::View shown(session::State const& state) {
  constexpr Instant day{1'795'500'300'000};
  return present::present(state, {"广州市天河区人力资源和社会保障服务大厅", day, {}}, shipped_words());
}

// What a job can be held up by while its visitor waits; the rest ends it, or keeps it from beginning.
bool holds_a_job(FailureCode code) {
  switch (code) {
    case FailureCode::printer_out_of_paper:
    case FailureCode::printer_jammed:
    case FailureCode::printer_cover_open:
    case FailureCode::printer_out_of_toner:
    case FailureCode::printer_stopped:
    case FailureCode::printer_job_held:
      return true;
    default:
      return false;
  }
}

void add(std::vector<Sample>& all, FailureCode code) {
  std::string const name{name_of(code)};
  session::State home;
  home.surroundings.central_online = true;
  home.surroundings.printer_problem = code;
  all.push_back({"home-" + name, shown(home)});

  auto state = visit();
  state.surroundings.printer_problem = code;
  state.stage = session::PrintPreview{2025};
  all.push_back({"preview-" + name, shown(state)});
  if (holds_a_job(code)) {
    state.stage = session::Printing{2025, session::PrintStage::held, code};
    all.push_back({"printing-" + name, shown(state)});
  } else {
    session::Fault fault{code, {}};
    if (is_retryable(code)) fault.again = session::PrintPreview{2025};
    state.stage = fault;
    all.push_back({"fault-" + name, shown(state)});
  }
}

}  // namespace

std::vector<Sample> printer_samples() {
  std::vector<Sample> all;
  for (FailureCode const code : all_failure_codes) {
    if (name_of(code).starts_with("printer_") || name_of(code).starts_with("paper_")) add(all, code);
  }
  session::State few;
  few.surroundings.central_online = true;
  few.surroundings.paper_low = 37;
  all.push_back({"home-paper-low", shown(few)});
  few.surroundings.prints_unresolved = 2;
  few.surroundings.paper_low = 0;
  few.surroundings.printer_problem = FailureCode::paper_exhausted;
  all.push_back({"home-paper-gone", shown(few)});
  return all;
}

}  // namespace ce::samples

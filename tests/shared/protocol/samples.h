#pragma once

#include "shared/protocol/changes.h"
#include "shared/protocol/messages.h"

/// One filled-in message of each kind. The person is GB 11643's own example.
namespace ce::protocol::samples {

inline EntryId id(char last) {
  std::string text = "0b9c7f5e-58d1-4c43-9a7e-2f6d1b3a4c50";
  text.back() = last;
  return EntryId::parse(text).value();
}

inline Date date(int year, int month, int day) {
  return Date::make(year, month, day).value();
}

inline RecordLine record() {
  return {.content = "公需科目：\"数字经济\"与𠂇字\n第2期",
          .institution = "广州市继续教育基地",
          .subject = credit::Subject::professional,
          .activity = credit::Activity::online_approved,
          .mandatory = true,
          .start = date(2024, 2, 29),
          .end = date(2024, 3, 1),
          .review = credit::ReviewState::pending_hrss,
          .stated = CreditUnits::hours(18),
          .counted = CreditUnits{1619},
          .notes = {credit::Note::not_approved, credit::Note::overlap_warning}};
}

inline YearProgress year() {
  YearProgress year;
  year.year = 2024;
  year.pack = "GD2021";
  year.public_subject = {.done = CreditUnits::hours(30), .required = CreditUnits::hours(30)};
  year.professional = {.done = CreditUnits::hours(41), .required = CreditUnits::hours(42)};
  year.professional_mandatory = {.done = CreditUnits::hours(14), .required = CreditUnits::hours(14)};
  year.elective = {.done = CreditUnits::hours(12), .required = CreditUnits::hours(18)};
  year.total = {.done = CreditUnits::hours(83), .required = CreditUnits::hours(90)};
  year.achievement_credit = CreditUnits::hours(28);
  year.reasons = {credit::Reason::professional_short, credit::Reason::elective_short,
                  credit::Reason::total_short};
  year.records = {record(), RecordLine{}};
  year.certificate = {.state = CertificateState::revoked,
                      .number = "44010624000001",
                      .authority = "广州市天河区人力资源和社会保障局",
                      .issue_date = date(2025, 1, 6),
                      .verify_url = "http://127.0.0.1/v/44010624000001",
                      .seal_mode = certificate::SealMode::window_stamp,
                      .revoked_reason = "学时造假",
                      .printed_at = Instant{1'736'130'000'123}};
  return year;
}

/// As the delta tells it.
inline YearProgress standing_year() {
  auto judged = year();
  judged.records.clear();
  judged.certificate = {};
  return judged;
}

inline YearProgress empty_year() {
  YearProgress year;
  year.year = 2026;
  year.pack = "GD2021";
  return year;
}

inline PersonYears person_years() {
  return {.name = SecretText{"张三丰"},
          .id_number = SecretText{"11010519491231002X"},
          .region = "440106",
          .employer = "广州市某设计院",
          .person = "17",
          .as_of = Instant{1'767'225'600'001},
          .years = {empty_year(), year()}};
}

inline Verification verification() {
  return {.state = VerificationState::valid,
          .number = "44010624000001",
          .year = 2024,
          .authority = "广州市天河区人力资源和社会保障局",
          .issue_date = date(2025, 1, 6),
          .masked_name = "**丰",
          .name_matches = false,
          .successor = "44010624000009"};
}

inline std::vector<KioskEvent> events() {
  return {KioskEvent{.id = id('1'),
                     .at = {1'767'225'600'001},
                     .what =
                         PrintRequested{
                             .certificate_number = "44010624000001", .copy = 2, .blank_number = "N0000017"}},
          KioskEvent{.id = id('2'),
                     .at = {1'767'225'600'999},
                     .what = PrintSettled{.print = id('1'),
                                          .outcome = PrintOutcome::failed,
                                          .cause = FailureCode::printer_jammed}},
          KioskEvent{.id = id('3'),
                     .at = {1'767'225'601'000},
                     .what = PrintSettled{.print = id('1'), .outcome = PrintOutcome::confirmed, .cause = {}}},
          KioskEvent{.id = id('4'),
                     .at = Instant{1'772'000'300'000},
                     .what = PaperLoaded{.prefix = "GD-A-", .digits = 8, .first = 1, .last = 5000}},
          KioskEvent{.id = id('5'),
                     .at = Instant{1'772'000'400'000},
                     .what = BlankVoided{.blank_number = "GD-A-00000007", .reason = "受潮"}},
          KioskEvent{.id = id('6'),
                     .at = Instant{1'772'000'500'000},
                     .what = KioskNoted{.kind = NoteKind::service_paused, .detail = "storage_full"},
                     .place = LedgerPlace{id('9'), 6}}};
}

inline std::vector<EventReply> replies() {
  return {EventReply{.id = id('1'), .acceptance = Acceptance::accepted, .problem = {}},
          EventReply{.id = id('2'), .acceptance = Acceptance::refused, .problem = "证书不存在"},
          EventReply{.id = id('3'), .acceptance = Acceptance::conflict, .problem = "内容不同"}};
}

inline grant::Grant grant() {
  return {.id = id('6'),
          .certificate = "44010624000001",
          .copy = 1,
          .kiosk = "GZ-TH-01",
          .not_before = {1'767'225'600'001},
          .not_after = {1'767'226'200'001},
          .key_id = "2026-01-a1b2c3d4",
          .signature = std::string(128, '0')};
}

inline ChangesPage changes() {
  grant::VerificationKey const key{"2026-01-a1b2c3d4", std::string(64, 'a'), Instant{1'767'225'600'001}};
  return {.changes = {{"certificate", "44010624000001",
                       CertificateChange{std::string(64, 'b'), 2024, year().certificate}},
                      {"standing", "17", StandingChange{std::string(64, 'b'), {standing_year()}}},
                      {"standing", "18", Removed{}},
                      {"key", key.id, KeyChange{key}},
                      {"authority", "440106",
                       AuthorityChange{"440106",
                                       "广州市天河区人力资源和社会保障局",
                                       {{"广州市天河区人事局", Date::make(2014, 9, 30).value()}}}},
                      {"pack", "GD2021", VersionChange{std::string(64, 'c'), "id = \"GD2021\"\n"}},
                      {"strings", "zh", VersionChange{std::string(64, 'd'), {}}},
                      {"config", "GZ-TH-01", ConfigChange{CachePolicy::region, 7, 500, 90}},
                      {"person", "19", ForgottenChange{}},
                      {"seal", "440106", SealChange{std::string(64, 'e')}}},
          .cursor = "1.5f0c7a9e.440106.000000-3_440106-25",
          .has_more = true};
}

inline Health health() {
  return {.program_version = "0.1.0",
          .uptime_seconds = 86'401,
          .reader_ok = true,
          .printer_ok = false,
          .printer_problem = "printer_out_of_paper",
          .outbox_pending = 3,
          .prints_unresolved = 1,
          .outbox_refused = 2,
          .ledger = LedgerPlace{id('9'), 41},
          .settings =
              std::vector<ItemState>{
                  {"idle", {"60", "20", "60"}},
                  {"hours", {"weekdays", "0900", "1200", "", ""}, 7, ItemOutcome::refused, "上午：先开后关"}},
          .epoch = "7c1f0c52",
          .supplies = Supplies{7, true, false, 212, false}};
}

}  // namespace ce::protocol::samples

#include <algorithm>

#include "central/console/record_view.h"
#include "central/console/registering.h"
#include "central/console/review_view.h"
#include "central/http/console.h"
#include "central/http/problem.h"
#include "central/review/history.h"
#include "central/review/step.h"

namespace ce::http {
namespace {

using console::Room;

Failure no_such_record() {
  return {FailureCode::record_unknown, "not a record's number"};
}

// The record's page; with what was wrong with the last decision, if anything.
Response record_page(Backend const& backend, Request const& request, std::int64_t record,
                     Failure const* wrong = nullptr) {
  auto shown = console::record_shown(visitor_of(backend, request), record);
  if (!shown) return console_failure(backend, request, shown.failure());
  auto shell =
      console_frame(backend, request, console::room_of_records(request.signed_in->role), shown->title);
  if (!shell) return console_failure(backend, request, shell.failure());
  if (shown->closed) shell->notices.push_back(*shown->closed);
  if (wrong == nullptr) return console_page(web::record_page(*shell, shown->view));
  bool const about_reason = wrong->code == FailureCode::input_invalid && !shown->view.fields.empty();
  if (about_reason) {
    shown->view.fields.front().error = wrong->detail;
    shown->view.fields.front().value = request.form_value("reason");
  } else {
    shell->notices.push_back({web::Tone::bad, words_for(*wrong)});
  }
  return console_page(web::record_page(*shell, shown->view), status_of(wrong->code));
}

Response show_record(Backend const& backend, Request const& request) {
  auto const record = number_in(request.captures.at(0));
  if (!record) return console_failure(backend, request, no_such_record());
  return record_page(backend, request, *record);
}

std::optional<credit::Decision> decision_of(std::string_view word) {
  if (word == "approve") return credit::Decision::approve;
  if (word == "return") return credit::Decision::return_for_correction;
  if (word == "reject") return credit::Decision::reject;
  return std::nullopt;
}

Response take_decision(Backend const& backend, Request const& request) {
  auto const record = number_in(request.captures.at(0));
  auto const version = number_in(request.form_value("version"));
  if (!record || !version) return console_failure(backend, request, no_such_record());
  auto const visitor = visitor_of(backend, request);
  auto const here = "/console/records/" + std::to_string(*record);
  auto const word = request.form_value("decision");
  if (visitor.who.role == accounts::Role::professional || word == "resubmit") {
    auto const done = review::resubmit(visitor.store, visitor.actor(), *record, *version, {}, visitor.now);
    if (!done) return record_page(backend, request, *record, &done.failure());
    return redirect(with_notice(here, "resubmitted"));
  }
  auto const decision = decision_of(word);
  if (!decision) return console_failure(backend, request, {FailureCode::input_invalid, "请选择办理结论"});
  review::Judgement const judgement{*record, *version, *decision, std::string{request.form_value("reason")}};
  auto const done = review::take_step(visitor.store, visitor.actor(), judgement, visitor.now);
  if (!done) return record_page(backend, request, *record, &done.failure());
  return redirect(done->repeated ? with_notice(here, "repeated") : with_notice("/console/review", word, 1));
}

Response take_proofs(Backend const& backend, Request const& request) {
  auto const record = number_in(request.captures.at(0));
  if (!record) return console_failure(backend, request, no_such_record());
  std::vector<std::string_view> uploads;
  for (auto const& file : request.files) {
    if (file.field == "files" && !file.bytes.empty()) uploads.push_back(file.bytes);
  }
  auto const done = console::add_proofs(visitor_of(backend, request), backend.proofs, *record, uploads);
  if (!done) return record_page(backend, request, *record, &done.failure());
  return redirect(with_notice("/console/records/" + std::to_string(*record), "proofs_added"));
}

// A document that somebody uploaded: shown, never run. Its kind is known by its content.
Response show_proof(Backend const& backend, Request const& request) {
  auto const record = number_in(request.captures.at(0));
  if (!record) return console_failure(backend, request, no_such_record());
  auto const file = review::record_file(backend.store, request.signed_in->actor, *record);
  if (!file) return console_failure(backend, request, file.failure());
  auto const proof = std::find_if(file->proofs.begin(), file->proofs.end(),
                                  [&](auto const& one) { return one.hash == request.captures.at(1); });
  if (proof == file->proofs.end()) return console_failure(backend, request, no_such_record());
  auto bytes = backend.proofs.read(proof->hash);
  if (!bytes) return console_failure(backend, request, bytes.failure());
  bool const pdf = proof->kind == registration::ProofKind::pdf;
  Response response;
  response.content_type = registration::media_type_of(proof->kind);
  response.body = std::move(bytes).value();
  // A sandboxed response cannot be shown by the browsers' own PDF viewers.
  std::string const policy =
      pdf ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
          : "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
            "frame-ancestors 'none'";
  response.headers = {{"Content-Disposition", "inline; filename=\"proof-" + proof->hash.substr(0, 12) + "." +
                                                  std::string{registration::word_of(proof->kind)} + "\""},
                      {"Content-Security-Policy", policy},
                      {"Referrer-Policy", "no-referrer"}};
  return response;
}

}  // namespace

std::vector<Route> console_record_routes(Backend const& backend) {
  // Who may see which record is review's to say, so every role may ask.
  return {
      console_route(backend, Method::get, "/console/records/{record}", Room::home, show_record),
      console_route(backend, Method::post, "/console/records/{record}", Room::home, take_decision),
      console_route(backend, Method::post, "/console/records/{record}/proofs", Room::home, take_proofs,
                    form_with_proofs),
      console_route(backend, Method::get, "/console/records/{record}/proofs/{hash}", Room::home, show_proof)};
}

}  // namespace ce::http

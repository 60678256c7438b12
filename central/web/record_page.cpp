#include "central/web/record_page.h"

namespace ce::web {
namespace {

Fields proof_row(RecordView::Proof const& proof) {
  return Fields{}.text("href", proof.href).text("word", proof.word).text("icon", "document");
}

Fields overlap_row(RecordView::Overlap const& overlap) {
  return Fields{}.text("content", overlap.content).text("days", overlap.days).text("state", overlap.state);
}

Fields step_row(RecordView::Step const& step) {
  return Fields{}
      .text("tone", tone_class(step.tone))
      .text("what", step.what)
      .text("who", step.who)
      .text("at", step.at)
      .text("reason", step.reason);
}

}  // namespace

Fields fields_of(Fact const& fact) {
  return Fields{}.text("name", fact.name).text("value", fact.value);
}

std::string record_page(Shell const& shell, RecordView const& view) {
  Fields body;
  body.part("state", fields_of(view.state))
      .text("standing", view.standing)
      .rows("facts", rows_of(view.facts, [](Fact const& fact) { return fields_of(fact); }))
      .rows("proofs", rows_of(view.proofs, proof_row))
      .rows("overlaps", rows_of(view.overlaps, overlap_row))
      .rows("history", rows_of(view.history, step_row))
      .text("version", view.version)
      .flag("decides", view.decides)
      .flag("resubmits", view.resubmits)
      .flag("adds_proofs", view.adds_proofs)
      .text("action", view.action)
      .text("edit", view.edit);
  put_form(body, view.fields);
  return page(shell, "pages/record", std::move(body));
}

}  // namespace ce::web

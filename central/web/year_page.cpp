#include "central/web/year_page.h"

#include <algorithm>

#include "central/web/charts.h"

namespace ce::web {
namespace {

// Nothing at all draws no ring: a round end would be a dot.
std::string ring_text(double share) {
  int const percent_done = static_cast<int>(std::clamp(share, 0.0, 1.0) * 100);
  return percent_done == 0 ? std::string{} : std::to_string(percent_done);
}

Fields subject_row(YearView::Subject const& subject) {
  return Fields{}
      .text("name", subject.name)
      .text("share", percent(subject.share))
      .text("fill", subject.full ? "fill full" : "fill")
      .text("value", subject.value);
}

Fields record_row(YearView::Record const& record) {
  return Fields{}
      .text("href", record.href)
      .text("content", record.content)
      .text("institution", record.institution)
      .text("subject", record.subject)
      .flag("mandatory", record.mandatory)
      .text("activity", record.activity)
      .text("from", record.from)
      .text("to", record.to)
      .text("stated", record.stated)
      .text("counted", record.counted)
      .part("state", fields_of(record.state))
      .text("note", record.note);
}

Fields certificate_part(YearView::Certificate const& certificate) {
  return Fields{}
      .text("year", certificate.year)
      .part("badge", fields_of(certificate.badge))
      .rows("facts", rows_of(certificate.facts, [](Fact const& fact) { return fields_of(fact); }))
      .text("advice", certificate.advice)
      .text("copy_href", certificate.copy_href)
      .flag("has_copy", !certificate.copy_href.empty());
}

}  // namespace

std::string year_page(Shell const& shell, YearView const& view) {
  Fields body;
  body.rows("years",
            rows_of(view.years,
                    [](YearView::Year const& year) {
                      return Fields{}.text("href", year.href).text("year", year.year).flag("here", year.here);
                    }))
      .text("headline", view.headline)
      .part("state", fields_of(view.state))
      .flag("full", view.share >= 1)
      .text("ring", ring_text(view.share))
      .text("ring_told", view.ring_told)
      .text("done", view.done)
      .text("required", view.required)
      .rows("subjects", rows_of(view.subjects, subject_row))
      .rows("ways", rows_of(view.ways, [](std::string const& way) { return Fields{}.text("way", way); }))
      .rows("records", rows_of(view.records, record_row));
  if (view.certificate) body.part("certificate", certificate_part(*view.certificate));
  put_empty(body, view.empty);
  return page(shell, "pages/year", std::move(body));
}

}  // namespace ce::web

#include "central/web/issuing_pages.h"

#include <algorithm>

namespace ce::web {
namespace {

Fields person_row(IssuingView::Person const& person) {
  return Fields{}
      .text("key", person.key)
      .flag("picked", person.picked)
      .text("name", person.name)
      .text("id_number", person.id_number)
      .text("employer", person.employer)
      .text("public", person.public_hours)
      .text("professional", person.professional_hours)
      .text("elective", person.elective_hours)
      .text("total", person.total_hours);
}

Fields refused_row(IssuingView::Refused const& refused) {
  return Fields{}.text("name", refused.name).text("said", refused.said);
}

Fields batch_row(IssuingView::Batch const& batch) {
  return Fields{}
      .text("href", batch.href)
      .text("name", batch.name)
      .text("day", batch.day)
      .text("at", batch.at)
      .part("state", fields_of(batch.state))
      .text("issued", batch.issued);
}

Fields certificate_row(CertificatesView::Row const& row) {
  return Fields{}
      .text("href", row.href)
      .text("number", row.number)
      .text("name", row.name)
      .text("year", row.year)
      .text("authority", row.authority)
      .text("day", row.day)
      .part("state", fields_of(row.state));
}

Fields sum_row(RegistersView::Sum const& sum) {
  return Fields{}
      .text("href", sum.href)
      .text("name", sum.name)
      .text("level", sum.level)
      .number("issued", sum.issued)
      .number("revoked", sum.revoked)
      .number("lost", sum.lost)
      .number("printed", sum.printed)
      .number("unresolved", sum.unresolved)
      .number("used", sum.blanks_used)
      .number("void", sum.blanks_void);
}

Fields register_row(RegistersView::Row const& row) {
  return Fields{}
      .text("href", row.href)
      .text("number", row.number)
      .text("name", row.name)
      .text("day", row.day)
      .part("state", fields_of(row.state))
      .text("note", row.note)
      .text("printed", row.printed)
      .text("kiosk", row.kiosk)
      .text("hall", row.hall)
      .text("blank", row.blank);
}

Fields::Rows field_rows(std::vector<Field> const& fields) {
  return rows_of(fields, [](Field const& field) { return fields_of(field); });
}

}  // namespace

std::string issuing_page(Shell const& shell, IssuingView const& view) {
  Fields body;
  body.rows("filters", field_rows(view.filters))
      .text("year", view.year)
      .text("batch", view.batch)
      .text("told", view.told)
      .text("after_region", view.after.region)
      .text("after", view.after.person)
      .rows("people", rows_of(view.people, person_row))
      .rows("refused", rows_of(view.refused, refused_row))
      .rows("batches", rows_of(view.batches, batch_row))
      .rows("fields", field_rows(view.fields));
  put_pager(body, view.pager);
  put_empty(body, view.empty);
  return page(shell, "pages/issuing", std::move(body));
}

std::string certificates_page(Shell const& shell, CertificatesView const& view) {
  Fields body;
  body.rows("fields", field_rows(view.fields))
      .text("told", view.told)
      .rows("rows", rows_of(view.rows, certificate_row));
  put_empty(body, view.empty);
  return page(shell, "pages/certificates", std::move(body));
}

std::string registers_page(Shell const& shell, RegistersView const& view) {
  Fields body;
  bool const any_lost =
      std::any_of(view.sums.begin(), view.sums.end(), [](auto const& sum) { return sum.lost > 0; });
  body.rows("filters", field_rows(view.filters))
      .flag("any_lost", any_lost)
      .text("sums_told", view.sums_told)
      .rows("sums", rows_of(view.sums, sum_row))
      .text("told", view.told)
      .rows("rows", rows_of(view.rows, register_row));
  put_pager(body, view.pager);
  put_empty(body, view.empty);
  return page(shell, "pages/registers", std::move(body));
}

}  // namespace ce::web

#include "shared/certificate_pdf/render.h"

#include "shared/certificate_pdf/border.h"
#include "shared/certificate_pdf/document.h"
#include "shared/certificate_pdf/faces.h"
#include "shared/certificate_pdf/form.h"
#include "shared/certificate_pdf/measures.h"
#include "shared/certificate_pdf/sheet_check.h"

namespace ce::certificate_pdf {

Result<std::string> render(certificate::Sheet const& sheet, Fonts const& fonts) {
  CE_CHECK(check_sheet(sheet, fonts));
  CE_TRY(QrCode const code, QrCode::make(sheet.verify_url));
  CE_TRY(
      Document document,
      Document::make({{"广东省专业技术人员继续教育证书 " + sheet.number, sheet.authority, sheet.issue_date},
                      measures::sheet_width,
                      measures::sheet_height}));
  TypeCase song(fonts.faces(), Style::song);
  TypeCase kai(fonts.faces(), Style::kai);
  Pen page;
  CE_CHECK(draw_border(document, page, kai));
  draw_form(page, song, kai, sheet, code);
  CE_CHECK(document.add_font(song_font, song, "CECERT+CertificateSong"));
  CE_CHECK(document.add_font(kai_font, kai, "CECERT+CertificateKai"));
  CE_CHECK(document.add_page(page.operators()));
  return document.save();
}

}  // namespace ce::certificate_pdf

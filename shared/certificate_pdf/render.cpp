#include "shared/certificate_pdf/render.h"

#include "shared/base/text.h"
#include "shared/certificate_pdf/border.h"
#include "shared/certificate_pdf/calibration.h"
#include "shared/certificate_pdf/document.h"
#include "shared/certificate_pdf/faces.h"
#include "shared/certificate_pdf/form.h"
#include "shared/certificate_pdf/measures.h"
#include "shared/certificate_pdf/sheet_check.h"
#include "shared/certificate_pdf/specimen.h"
#include "shared/certificate_pdf/stencils.h"

namespace ce::certificate_pdf {

namespace {

Result<void> add_ornaments(Document& document, Ornaments const& ornaments) {
  for (auto const& [name, form] : ornaments.forms) CE_CHECK(document.add_form(name, form));
  return {};
}

Result<std::string> finish(Document& document, Pen const& page, TypeCase const& song, TypeCase const& kai,
                           std::string const& behind = {}) {
  constexpr std::size_t blank_alone = 1;
  if (song.characters().size() > blank_alone) {
    CE_CHECK(document.add_font(song_font, song, "CECERT+CertificateSong"));
  }
  if (kai.characters().size() > blank_alone) {
    CE_CHECK(document.add_font(kai_font, kai, "CECERT+CertificateKai"));
  }
  CE_CHECK(document.add_page(page.operators(), behind));
  return document.save();
}

// The authority's picture; where it has none, a seal drawn of its name.
Result<void> add_seal(Document& document, certificate::Sheet const& sheet, Fonts::Faces const& faces) {
  if (sheet.seal_mode != certificate::SealMode::e_seal) return {};
  if (!sheet.seal_png.empty()) {
    CE_TRY(auto const picture, faces.stencils->picture(sheet.seal_png));
    return document.add_picture("Seal", *picture);
  }
  auto const authority = decode_utf8(sheet.authority).value_or(U"");
  return document.add_form("Seal", *faces.stencils->seal(faces, authority));
}

// Everything until restore() stands where this printer needs it.
void move_to_paper(Pen& page, Placement const& placement) {
  page.save();
  if (placement.right_mm != 0 || placement.down_mm != 0) page.place({placement.right_mm, -placement.down_mm});
}

Result<Document> page_of_paper(std::string const& title) {
  return Document::make(
      {{title, "广东省人力资源和社会保障厅", Date{}}, measures::sheet_width, measures::sheet_height});
}

}  // namespace

Result<void> check_seal_picture(std::string const& png, Fonts const& fonts) {
  auto const picture = fonts.faces().stencils->picture(png);
  return picture ? Result<void>{} : Result<void>{picture.failure()};
}

Result<std::string> render(certificate::Sheet const& sheet, Fonts const& fonts, Placement const& placement) {
  CE_CHECK(check_sheet(sheet, fonts));
  CE_TRY(QrCode const code, QrCode::make(sheet.verify_url));
  CE_TRY(
      Document document,
      Document::make({{"广东省专业技术人员继续教育证书 " + sheet.number, sheet.authority, sheet.issue_date},
                      measures::sheet_width,
                      measures::sheet_height}));
  auto const& faces = fonts.faces();
  TypeCase song(faces, Style::song);
  TypeCase kai(faces, Style::kai);
  Pen page;
  CE_CHECK(add_seal(document, sheet, faces));
  if (placement.preprinted) {
    move_to_paper(page, placement);
    draw_variable_parts(page, song, kai, sheet, code);
    page.restore();
    return finish(document, page, song, kai);
  }
  auto const ornaments = faces.stencils->ornaments(faces);
  CE_CHECK(add_ornaments(document, *ornaments));
  draw_form(page, song, kai, sheet, code);
  return finish(document, page, song, kai, ornaments->page);
}

Result<std::string> render_calibration(Fonts const& fonts, Placement const& placement) {
  CE_TRY(Document document, page_of_paper("套打校准页"));
  TypeCase song(fonts.faces(), Style::song);
  TypeCase const kai(fonts.faces(), Style::kai);
  Pen page;
  move_to_paper(page, placement);
  draw_calibration(page, song, placement.right_mm, placement.down_mm);
  page.restore();
  return finish(document, page, song, kai);
}

Result<std::string> render_specimen(Fonts const& fonts) {
  CE_TRY(Document document, page_of_paper("培训样张"));
  TypeCase song(fonts.faces(), Style::song);
  TypeCase kai(fonts.faces(), Style::kai);
  Pen page;
  draw_specimen(page, song, kai);
  return finish(document, page, song, kai);
}

Result<std::string> render_stock(Fonts const& fonts) {
  CE_TRY(Document document, page_of_paper("证书纸"));
  TypeCase song(fonts.faces(), Style::song);
  TypeCase kai(fonts.faces(), Style::kai);
  Pen page;
  draw_fixed_parts(page, song, kai);
  auto const ornaments = fonts.faces().stencils->ornaments(fonts.faces());
  CE_CHECK(add_ornaments(document, *ornaments));
  return finish(document, page, song, kai, ornaments->page);
}

}  // namespace ce::certificate_pdf

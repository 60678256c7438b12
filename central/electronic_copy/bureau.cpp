#include "central/electronic_copy/bureau.h"

#include <system_error>

#include "central/issuing/authority.h"
#include "central/pdf_signature/sign.h"
#include "central/store/words.h"
#include "central/tokens/certificate_tokens.h"
#include "shared/certificate_pdf/render.h"

namespace ce::electronic_copy {

std::filesystem::path Bureau::file_of(std::string_view region, std::string_view ending) const {
  return signer_dir_ / (std::string{region}.append(ending));
}

bool Bureau::offers(std::string_view region, certificate::SealMode seal_mode) const {
  if (signer_dir_.empty() || seal_mode != certificate::SealMode::e_seal) return false;
  std::error_code error;
  return std::filesystem::exists(file_of(region, ".crt"), error);
}

Result<bool> Bureau::offers_to(std::int64_t professional, std::string_view number) const {
  bool offered = false;
  CE_CHECK(store_->read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(
        "SELECT region, seal_mode FROM certificates "
        "WHERE number = $1 AND professional = $2 AND revoked_ms IS NULL");
    CE_TRY(bool const there, row.bind(1, number).bind(2, professional).step());
    if (!there) return {};
    CE_TRY(auto const seal_mode, store::from_protocol_word<certificate::SealMode>(row.text(1)));
    offered = offers(row.text(0), seal_mode);
    return {};
  }));
  return offered;
}

Result<Bureau::Wanted> Bureau::wanted(std::int64_t professional, std::string_view number, Instant now) const {
  Wanted wanted;
  std::string seal;
  auto const done = store_->write([&](storage::Database& database) -> Result<void> {
    {
      auto row = database.prepare(
          "SELECT name, year, authority, issue_day, seal_mode, revoked_ms, region FROM certificates "
          "WHERE number = $1 AND professional = $2");
      CE_TRY(bool const there, row.bind(1, number).bind(2, professional).step());
      if (!there) return Failure{FailureCode::certificate_unknown, {}};
      if (!row.is_null(5)) return Failure{FailureCode::certificate_revoked, {}};
      auto& sheet = wanted.sheet;
      sheet.number = number;
      sheet.name = row.text(0);
      sheet.year = static_cast<int>(row.integer(1));
      sheet.authority = row.text(2);
      CE_TRY(sheet.issue_date, Date::parse_iso(row.text(3)));
      CE_TRY(sheet.seal_mode, store::from_protocol_word<certificate::SealMode>(row.text(4)));
      wanted.region = row.text(6);
    }
    if (!offers(wanted.region, wanted.sheet.seal_mode)) {
      return Failure{FailureCode::certificate_not_printable, "这份证书没有电子版，请到自助终端打印"};
    }
    CE_TRY(seal, issuing::seal_of(database, wanted.region));
    CE_TRY(auto const token, tokens::token_of(database, *ring_, number, now));
    wanted.sheet.verify_url = store_->verify_url_prefix() + token;
    return {};
  });
  if (!done) return done.failure();
  if (!seal.empty()) {
    CE_TRY(wanted.sheet.seal_png, issuing::seal_picture(*store_, seal));
  }
  return wanted;
}

Result<std::string> Bureau::rendered(certificate::Sheet sheet) const {
  {
    std::lock_guard const lock{mutex_};
    if (!fonts_) {
      CE_TRY(auto fonts, certificate_pdf::Fonts::open(certificate_pdf::debian_font_paths()));
      fonts_ = std::move(fonts);
    }
  }
  // One that was stored before pictures were read through: as kiosks do, whose sheet is to be the same.
  if (!sheet.seal_png.empty() && !certificate_pdf::check_seal_picture(sheet.seal_png, *fonts_)) {
    sheet.seal_png.clear();
  }
  return certificate_pdf::render(sheet, *fonts_);
}

Result<std::string> Bureau::copy_for(std::int64_t professional, std::string_view number, Instant now) const {
  CE_TRY(auto const asked, wanted(professional, number, now));
  CE_TRY(auto const signer,
         pdf_signature::Signer::read(file_of(asked.region, ".crt"), file_of(asked.region, ".key")));
  CE_TRY(auto const pdf, rendered(asked.sheet));
  return pdf_signature::sign(pdf, signer, now, stamps_ ? &*stamps_ : nullptr);
}

}  // namespace ce::electronic_copy

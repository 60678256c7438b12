#include "central/certificate_command/command.h"

#include <ostream>

#include "central/certificate_command/sheet_file.h"
#include "shared/base/durable_file.h"
#include "shared/certificate_pdf/render.h"

namespace ce::certificate_command {
namespace {

constexpr int done = 0;
constexpr int not_possible_here = 1;
constexpr int bad_input = 2;

bool is_about_input(FailureCode code) {
  return code == FailureCode::input_invalid || code == FailureCode::name_not_covered;
}

int refuse(std::ostream& err, Failure const& failure) {
  err << describe(failure) << '\n';
  return is_about_input(failure.code) ? bad_input : not_possible_here;
}

Result<std::size_t> render_file(std::filesystem::path const& data, std::filesystem::path const& out,
                                certificate::SealMode seal_mode, std::filesystem::path const& seal,
                                certificate_pdf::Placement const& placement) {
  CE_TRY(certificate::Sheet sheet, read_sheet_file(data));
  sheet.seal_mode = seal_mode;
  if (!seal.empty()) {
    CE_TRY(sheet.seal_png, read_seal_file(seal));
  }
  CE_TRY(auto const fonts, certificate_pdf::Fonts::open(certificate_pdf::debian_font_paths()));
  auto const pdf = certificate_pdf::render(sheet, fonts, placement);
  if (!pdf) return Failure{pdf.failure().code, data.string() + ": " + pdf.failure().detail};
  CE_CHECK(write_durably(out, *pdf));
  return pdf->size();
}

Result<std::size_t> stock_file(std::filesystem::path const& out) {
  CE_TRY(auto const fonts, certificate_pdf::Fonts::open(certificate_pdf::debian_font_paths()));
  CE_TRY(auto const pdf, certificate_pdf::render_stock(fonts));
  CE_CHECK(write_durably(out, pdf));
  return pdf.size();
}

}  // namespace

CertificateCommands::CertificateCommands(CLI::App& app)
    : certificate_(app.add_subcommand("certificate", "Work on single certificates")) {
  certificate_->require_subcommand(1);
  auto* const render = certificate_->add_subcommand("render", "Set one certificate as a PDF file");
  render
      ->add_option("--data", data_,
                   "JSON file: number, name, year, authority, issue_date, verify_url, "
                   "blank_number")
      ->required();
  render->add_option("--out", out_, "PDF file to write; one that is there is replaced at the end")
      ->required();
  render
      ->add_option("--seal-mode", seal_mode_,
                   "How the sheet becomes valid: e_seal, window_stamp, "
                   "prestamped_stock")
      ->capture_default_str();
  render
      ->add_option("--seal", seal_, "Picture of the authority's seal, PNG; without, it is drawn of the name")
      ->option_text("FILE");
  render->add_flag("--preprinted", preprinted_, "Only what is printed on numbered stock");
  stock_ = certificate_->add_subcommand("stock", "The form alone, as numbered stock is made");
  stock_->add_option("--out", out_, "PDF file to write; one that is there is replaced at the end")
      ->required();
}

int CertificateCommands::run(std::ostream& out, std::ostream& err) const {
  auto const seal_mode = seal_mode_named(seal_mode_);
  if (!seal_mode) return refuse(err, seal_mode.failure());
  auto const size = stock_->parsed()
                        ? stock_file(out_)
                        : render_file(data_, out_, *seal_mode, seal_, {.preprinted = preprinted_});
  if (!size) return refuse(err, size.failure());
  out << out_.string() << ": " << *size << " bytes\n";
  return done;
}

}  // namespace ce::certificate_command

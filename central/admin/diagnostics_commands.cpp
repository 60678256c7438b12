#include "central/admin/diagnostics_commands.h"

#include <fstream>
#include <ostream>
#include <sstream>
#include <string_view>
#include <system_error>

#include "central/admin/key_file.h"
#include "shared/base/durable_file.h"
#include "shared/envelope/envelope.h"

namespace ce::admin {
namespace {

Result<SecretText> read_whole(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return Failure{FailureCode::input_invalid, file.string() + ": cannot be read"};
  return SecretText{text.str()};
}

/// Every kiosk's user reads it, which is no secret. Where it fails there is no such file.
Result<void> write_certificate(std::filesystem::path const& file, std::string_view certificate) {
  CE_CHECK(write_durably(file, certificate));
  using std::filesystem::perms;
  std::error_code error;
  std::filesystem::permissions(file, perms::group_read | perms::others_read,
                               std::filesystem::perm_options::add, error);
  if (!error) return {};
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return Failure{FailureCode::storage_fault, file.string() + ": " + error.message()};
}

}  // namespace

DiagnosticsCommands::DiagnosticsCommands(CLI::App& app)
    : app_(app.add_subcommand("diagnostics", "Open what a kiosk's staff brought on a USB stick")) {
  app_->require_subcommand(1);
  new_key_ = app_->add_subcommand("new-key", "Make the key that opens it, and the certificate for kiosks");
  new_key_->add_option("--key-file", key_file_, "File to make with the key, readable by its owner alone")
      ->option_text("FILE")
      ->required();
  new_key_->add_option("--certificate", certificate_, "File to make with the certificate")
      ->option_text("FILE")
      ->required();
  new_key_->footer(
      "Carry the certificate to the kiosks and name it in kiosk.toml, [diagnostics] certificate. Keep the "
      "key\n"
      "where no kiosk is: whoever has it reads every file. An X.509 certificate of your own does as well.");
  auto* const open = app_->add_subcommand("open", "Write out what is in such a file");
  open->add_option("file", file_, "From the stick")->option_text("FILE")->required();
  open->add_option("--key-file", key_file_, "The key")->option_text("FILE")->required();
  open->add_option("--out", out_file_, "Where the text goes")->option_text("FILE [standard output]");
  open->footer("The same as openssl cms -decrypt -inform DER -in FILE -inkey KEY");
}

int DiagnosticsCommands::run(Context const& /*context*/, std::ostream& out, std::ostream& err) const {
  return new_key_->parsed() ? make_key(out, err) : open_file(out, err);
}

int DiagnosticsCommands::make_key(std::ostream& out, std::ostream& err) const {
  std::error_code error;
  if (std::filesystem::exists(certificate_, error)) {
    return report(err, {FailureCode::input_invalid, certificate_.string() + ": is there already"});
  }
  auto const pair = envelope::make_pair("ce-kiosk diagnostics");
  if (!pair) return report(err, pair.failure());
  if (auto const kept = write_key_file(key_file_, pair->key); !kept) return report(err, kept.failure());
  if (auto const made = write_certificate(certificate_, pair->certificate); !made) {
    std::filesystem::remove(key_file_, error);  // ours, made a moment ago, and of no use now
    return report(err, made.failure());
  }
  out << "key: " << key_file_.string() << "\ncertificate for the kiosks: " << certificate_.string() << '\n';
  return 0;
}

int DiagnosticsCommands::open_file(std::ostream& out, std::ostream& err) const {
  auto const sealed = read_whole(file_);
  if (!sealed) return report(err, sealed.failure());
  auto const key = read_whole(key_file_);
  if (!key) return report(err, key.failure());
  auto const text = envelope::open(sealed->reveal(), *key);
  if (!text) return report(err, {text.failure().code, file_.string() + ": " + text.failure().detail});
  if (out_file_.empty()) {
    out << text->reveal();
    return 0;
  }
  if (auto const kept = write_durably(out_file_, text->reveal()); !kept) return report(err, kept.failure());
  out << out_file_.string() << ": written\n";
  return 0;
}

}  // namespace ce::admin

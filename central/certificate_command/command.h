#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iosfwd>
#include <string>

namespace ce::certificate_command {

/// `certificate ...` of the operators' command line. Adds itself to `app` and must outlive the parsing; main
/// then asks chosen() and returns run():
///
///   certificate_command::CertificateCommands certificate{app};
///   CLI11_PARSE(app, argc, argv);
///   if (certificate.chosen()) return certificate.run(std::cout, std::cerr);
class CertificateCommands {
 public:
  explicit CertificateCommands(CLI::App& app);
  CertificateCommands(CertificateCommands const&) = delete;
  CertificateCommands& operator=(CertificateCommands const&) = delete;

  [[nodiscard]] bool chosen() const { return certificate_->parsed(); }
  /// The exit code: 0; 2 for input that cannot be used (the file --out stays as it was); 1 where fonts are
  /// missing or the file cannot be written.
  int run(std::ostream& out, std::ostream& err) const;

 private:
  CLI::App* certificate_;  // owned by the app
  std::filesystem::path data_;
  std::filesystem::path out_;
  std::string seal_mode_ = "e_seal";
  std::filesystem::path seal_;  // empty: it is drawn
  bool preprinted_ = false;
  CLI::App* stock_ = nullptr;
};

}  // namespace ce::certificate_command

#include "central/admin/authority_commands.h"

#include <fstream>
#include <iterator>
#include <ostream>

#include "central/admin/table.h"
#include "central/issuing/authority.h"
#include "shared/protocol/names.h"

namespace ce::admin {
namespace {

Result<std::string> picture(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  // A byte more than may be, so that a file too large is told from one that just fits.
  std::string bytes(issuing::most_seal_bytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (!in.is_open())
    return Failure{FailureCode::input_invalid, file.string() + "：不能读取，请核对文件名和权限"};
  if (bytes.empty())
    return Failure{FailureCode::input_invalid, file.string() + "：印章图片是空文件，请重新选择"};
  return bytes;
}

}  // namespace

AuthorityCommands::AuthorityCommands(CLI::App& app)
    : app_(app.add_subcommand("authority", "Who issues in a region, as printed, and its seal")) {
  app_->require_subcommand(1);
  set_ = app_->add_subcommand("set", "Change it for certificates issued from now on");
  set_->add_option("--region", region_, "The issuing region, by GB/T 2260")->option_text("CODE")->required();
  set_->add_option("--name", name_, "The issuing unit as it is printed")->option_text("NAME");
  set_->add_option("--seal-mode", seal_mode_, "e_seal, window_stamp or prestamped_stock")
      ->option_text("MODE")
      ->check(CLI::IsMember({"e_seal", "window_stamp", "prestamped_stock"}));
  auto* const seal =
      set_->add_option("--seal", seal_, "Picture of the seal: PNG, at most 2 MB")->option_text("FILE");
  set_->add_flag("--no-seal", no_seal_, "Take the picture away")->excludes(seal);
  app_->add_subcommand("list", "Every region's");
}

int AuthorityCommands::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  return set_->parsed() ? set(store, context.operator_name, out, err) : list(store, out, err);
}

int AuthorityCommands::set(store::Store& store, std::string const& operator_name, std::ostream& out,
                           std::ostream& err) const {
  issuing::AuthorityChange change{region_};
  if (!name_.empty()) change.name = name_;
  if (!seal_mode_.empty()) change.seal_mode = protocol::named<certificate::SealMode>(seal_mode_);
  if (no_seal_) change.seal_png = std::string{};
  if (!seal_.empty()) {
    auto bytes = picture(seal_);
    if (!bytes) return report(err, bytes.failure());
    change.seal_png = std::move(*bytes);
  }
  auto const done = issuing::set_authority(store, change, audit::operator_author(operator_name, region_),
                                           SystemClock{}.now());
  if (!done) return report(err, done.failure());
  out << region_ << ": set\n";
  return 0;
}

int AuthorityCommands::list(store::Store const& store, std::ostream& out, std::ostream& err) {
  auto const all = issuing::authorities(store);
  if (!all) return report(err, all.failure());
  Table table{{"region", "name", "seal_mode", "seal", "set"}, {}};
  for (auto const& one : *all) {
    table.rows.push_back({one.region, one.name,
                          one.seal_mode ? std::string{protocol::word_of(*one.seal_mode)} : "by pack",
                          one.seal.substr(0, 16), one.is_set ? "yes" : "default"});
  }
  print_aligned(out, table);
  return 0;
}

}  // namespace ce::admin

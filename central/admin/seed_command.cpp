#include "central/admin/seed_command.h"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <ostream>

#include "central/seed/seed.h"

namespace ce::admin {
namespace {

constexpr int most_people = 5'000'000;

Result<std::vector<seed::DemoPerson>> load_demo(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  if (!in.is_open() || in.bad())
    return Failure{FailureCode::config_missing, file.string() + ": cannot be read"};
  return seed::parse_demo(text, file.string());
}

}  // namespace

SeedCommand::SeedCommand(CLI::App& app)
    : app_(app.add_subcommand("seed", "Fill an empty store with a made-up Guangdong")) {
  app_->add_option("--people", people_, "How many professionals")
      ->option_text("N [1000]")
      ->check(CLI::Range(0, most_people));
  app_->add_option("--seed", seed_, "The same N and S on the same day give the same rows")
      ->option_text("S [1]");
  app_->add_flag("--demo", demo_, "Add the demo persons of <config-dir>/demo/people.toml");
  app_->footer(
      "Cities and counties by GB/T 2260, employers, institutions, four years of records in every state, "
      "gap-free\n"
      "certificates, prints. Births are before 1901, so nobody living is meant. The store is made if "
      "missing; one\n"
      "that holds people is refused.");
}

int SeedCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  seed::Options options{people_, seed_, SystemClock{}.now(), {}, {}};
  if (demo_) {
    auto demo = load_demo(context.config_dir / "demo/people.toml");
    if (!demo) return report(err, demo.failure());
    options.demo = std::move(*demo);
  }
  bool const terminal = ::isatty(STDERR_FILENO) == 1;
  if (terminal) options.progress = [&](int done) { err << '\r' << done << " of " << people_ << std::flush; };
  auto opened = Opened::open(context, OpenMode::create);
  if (!opened) return report(err, opened.failure());
  auto const summary = seed::seed((*opened)->store(), options);
  if (terminal) err << '\r';
  if (!summary) return report(err, summary.failure());
  out << summary->people << " people, " << summary->records << " records, " << summary->certificates
      << " certificates, " << summary->prints << " prints\n";
  return 0;
}

}  // namespace ce::admin

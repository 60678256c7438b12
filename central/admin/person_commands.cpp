#include "central/admin/person_commands.h"

#include <fstream>
#include <iostream>

#include "central/forgetting/forgetting.h"
#include "central/roster/people.h"
#include "shared/identity/id_number.h"
#include "shared/identity/mask.h"

namespace ce::admin {
namespace {

/// The first lines of `file`, or of standard input, a number each: a word of the command line could be seen
/// by others.
Result<std::vector<SecretText>> read_numbers(std::filesystem::path const& file, std::size_t count) {
  std::ifstream opened;
  if (!file.empty()) opened.open(file);
  std::istream& in = file.empty() ? std::cin : opened;
  std::vector<SecretText> numbers;
  while (numbers.size() < count) {
    SecretText line;
    std::getline(in, line.reveal());
    auto const examined = identity::examine_id_number(line.reveal(), china_date(SystemClock{}.now()));
    if (!examined.valid) {
      return Failure{FailureCode::input_invalid, count == 1 ? "give one identity number on one line"
                                                            : "give the old and the new number, a line each"};
    }
    numbers.emplace_back(examined.canonical);
  }
  return numbers;
}

}  // namespace

/// Puts right a number that was typed wrongly. `numbers`: the old one and the new one.
int correct(store::Store& store, Context const& context, std::vector<SecretText> const& numbers,
            std::string const& reason, std::ostream& out, std::ostream& err) {
  auto const now = SystemClock{}.now();
  auto const& old = numbers.at(0);
  auto const& fresh = numbers.at(1);
  std::vector<roster::Person> found;
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(found, roster::people(database, {.scope = {}, .find = old.reveal()}, china_date(now)));
    return {};
  });
  if (!read) return report(err, read.failure());
  if (found.empty()) return report(err, {FailureCode::person_unknown, "nobody has the old number"});
  auto const done = roster::correct_number(store, accounts::operator_keeper(context.operator_name),
                                           {found.front().id, found.front().version}, {fresh, reason}, now);
  if (!done) return report(err, done.failure());
  if (!done->faults.empty()) {
    err << registration::sentence(done->faults) << '\n';
    return 1;
  }
  out << identity::mask_id_number(old.reveal()) << " is now " << identity::mask_id_number(fresh.reveal())
      << "; kiosks learn of it at their next contact\n";
  return 0;
}

PersonCommands::PersonCommands(CLI::App& app)
    : app_(app.add_subcommand("person", "One person: kept by no kiosk, or with another number")) {
  app_->require_subcommand(1);
  forget_ =
      app_->add_subcommand("forget", "Kiosks drop what they keep and answer as about an unknown person");
  auto* const recall = app_->add_subcommand("recall", "Kiosks serve the person again");
  for (auto* const command : {forget_, recall}) {
    command->add_option("--number-file", file_, "File whose first line is the identity number")
        ->option_text("FILE [standard input]");
  }
  correct_ = app_->add_subcommand("correct-number", "Put right an identity number that was typed wrongly");
  correct_->add_option("--number-file", file_, "File with the old number and the new one, a line each")
      ->option_text("FILE [standard input]");
  correct_->add_option("--reason", reason_, "Why, as it is kept beside the old number")->required();
  app_->footer(
      "The query password goes too. Records, verdicts, certificates and registers stay: the regulation has "
      "them "
      "kept\n(articles 5 and 15).");
}

int PersonCommands::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto const numbers = read_numbers(file_, correct_->parsed() ? 2 : 1);
  if (!numbers) return report(err, numbers.failure());
  auto const& number = numbers->front();
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  auto const now = SystemClock{}.now();
  if (correct_->parsed()) return correct(store, context, *numbers, reason_, out, err);
  auto const done = forget_->parsed() ? forgetting::forget(store, number, context.operator_name, now)
                                      : forgetting::recall(store, number, context.operator_name, now);
  if (!done) return report(err, done.failure());
  out << identity::mask_id_number(number.reveal())
      << (forget_->parsed() ? ": forgotten by kiosks, each at its next contact\n" : ": served again\n");
  return 0;
}

}  // namespace ce::admin

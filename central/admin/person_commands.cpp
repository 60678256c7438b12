#include "central/admin/person_commands.h"

#include <fstream>
#include <iostream>

#include "central/forgetting/forgetting.h"
#include "shared/identity/id_number.h"
#include "shared/identity/mask.h"

namespace ce::admin {
namespace {

/// The first line of `file`, or of standard input: a word of the command line could be seen by others.
Result<SecretText> read_number(std::filesystem::path const& file) {
  SecretText line;
  if (file.empty()) {
    std::getline(std::cin, line.reveal());
  } else {
    std::ifstream in{file};
    std::getline(in, line.reveal());
  }
  auto const examined = identity::examine_id_number(line.reveal(), china_date(SystemClock{}.now()));
  if (!examined.valid) return Failure{FailureCode::input_invalid, "give one identity number on one line"};
  return SecretText{examined.canonical};
}

}  // namespace

PersonCommands::PersonCommands(CLI::App& app)
    : app_(app.add_subcommand("person", "Who asked that no kiosk keeps or shows them")) {
  app_->require_subcommand(1);
  forget_ =
      app_->add_subcommand("forget", "Kiosks drop what they keep and answer as about an unknown person");
  auto* const recall = app_->add_subcommand("recall", "Kiosks serve the person again");
  for (auto* const command : {forget_, recall}) {
    command->add_option("--number-file", file_, "File whose first line is the identity number")
        ->option_text("FILE [standard input]");
  }
  app_->footer(
      "The query password goes too. Records, verdicts, certificates and registers stay: the regulation has "
      "them "
      "kept\n(articles 5 and 15).");
}

int PersonCommands::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto const number = read_number(file_);
  if (!number) return report(err, number.failure());
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto& store = (*opened)->store();
  auto const now = SystemClock{}.now();
  auto const done = forget_->parsed() ? forgetting::forget(store, *number, context.operator_name, now)
                                      : forgetting::recall(store, *number, context.operator_name, now);
  if (!done) return report(err, done.failure());
  out << identity::mask_id_number(number->reveal())
      << (forget_->parsed() ? ": forgotten by kiosks, each at its next contact\n" : ": served again\n");
  return 0;
}

}  // namespace ce::admin

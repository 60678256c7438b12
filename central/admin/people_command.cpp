#include "central/admin/people_command.h"

#include <ostream>

#include "central/admin/table.h"
#include "shared/identity/mask.h"

namespace ce::admin {

PeopleCommand::PeopleCommand(CLI::App& app)
    : app_(app.add_subcommand("people", "List professionals, names and numbers masked")) {
  app_->add_option("--region", region_, "A region with all below it, by GB/T 2260: 440000, 440100, 440106")
      ->option_text("CODE [440000]");
  app_->add_option("--limit", limit_, "At most so many")
      ->option_text("N [20]")
      ->check(CLI::Range(1, 1'000'000));
  app_->add_flag("--csv", csv_, "As CSV");
}

int PeopleCommand::run(Context const& context, std::ostream& out, std::ostream& err) const {
  auto opened = Opened::open(context, OpenMode::existing);
  if (!opened) return report(err, opened.failure());
  auto const& regions = (*opened)->rules().regions;
  if (regions.find(region_) == nullptr) {
    return report(err, {FailureCode::input_invalid, "--region " + region_ + ": no such region of Guangdong"});
  }
  auto const people = (*opened)->store().people({region_}, limit_);
  if (!people) return report(err, people.failure());
  Table table{{"name", "id_number", "region", "region_name", "employer", "certificates"}, {}};
  for (auto const& person : *people) {
    table.rows.push_back({identity::mask_name(person.name.reveal()),
                          identity::mask_id_number(person.id_number.reveal()), person.region,
                          regions.full_name(person.region), person.employer,
                          std::to_string(person.certificates)});
  }
  csv_ ? print_csv(out, table) : print_aligned(out, table);
  return 0;
}

}  // namespace ce::admin

#include <ostream>

#include "central/admin/kiosk_commands.h"
#include "central/remote_settings/revisions.h"

namespace ce::admin {

int KioskCommands::set_item(store::Store& store, std::string const& operator_name, std::ostream& out,
                            std::ostream& err) const {
  auto const number = remote_settings::set(store, accounts::operator_keeper(operator_name),
                                           {kiosk_.id, item_code_, item_values_}, SystemClock{}.now());
  if (!number) return report(err, number.failure());
  out << kiosk_.id << ": revision " << *number << "; it hears of it with its next report\n";
  return 0;
}

}  // namespace ce::admin

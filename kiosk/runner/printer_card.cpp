#include "kiosk/runner/printer_card.h"

#include <fstream>
#include <iterator>

namespace ce::runner {
namespace {

std::string card_of(ports::PrinterStatus const& status) {
  return status.uuid + '\n' + status.make_and_model + '\n';
}

}  // namespace

bool PrinterCard::is_same(ports::PrinterStatus const& status) {
  std::ifstream in{file_};
  std::string const known{std::istreambuf_iterator<char>{in}, {}};
  if (known.empty()) return accept(status).ok();
  bool const same = known == card_of(status);
  if (!same && !told_) logger_->event(log::Event::printer_replaced, {{"now", status.make_and_model}});
  told_ = !same;
  return same;
}

Result<void> PrinterCard::accept(ports::PrinterStatus const& status) {
  std::ofstream out{file_, std::ios::trunc};
  out << card_of(status);
  out.close();
  if (out) return {};
  return Failure{FailureCode::storage_fault, file_.string() + " cannot be written"};
}

}  // namespace ce::runner

#include "kiosk/printers/printer_card.h"

#include <fstream>
#include <iterator>

#include "shared/base/durable_file.h"

namespace ce::printers {
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
  // A card that a power cut left empty would let any printer in.
  return write_durably(file_, card_of(status));
}

}  // namespace ce::printers

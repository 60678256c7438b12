#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>

#include "tests/fuzz/parsers/readers.h"
#include "tests/fuzz/parsers/target.h"

namespace ce::fuzz {

std::span<Target const> targets() {
  static constexpr std::array all{
      Target{"card_frames", read_card_frames, card_frames},
      Target{"card_block", read_card_block, card_blocks, 256},
      Target{"json_messages", read_json_message, json_messages, 8192},
      Target{"change_pages", read_change_page, change_pages, 8192},
      Target{"scanned", read_scanned, scanned_texts, 600},
      Target{"kiosk_configuration", read_kiosk_configuration, kiosk_configurations},
      Target{"central_configuration", read_central_configuration, central_configurations},
      Target{"rule_packs", read_rule_pack, rule_packs, 8192},
      Target{"csv", read_csv_file, csv_files},
      Target{"xlsx", read_xlsx_file, xlsx_files, 8192},
      Target{"xlsx_parts", read_xlsx_parts, xlsx_parts},
      Target{"ipp_answers", read_ipp_answer, ipp_answers},
      Target{"id_numbers", read_id_number, id_numbers, 64},
      Target{"certificate_numbers", read_certificate_number, certificate_numbers, 64},
      Target{"sealed", read_sealed, sealed_files},
      Target{"enrolment", read_enrolment, enrolments},
  };
  return all;
}

Target const* find(std::string_view name) {
  auto const found = std::find_if(targets().begin(), targets().end(),
                                  [name](Target const& target) { return target.name == name; });
  return found == targets().end() ? nullptr : &*found;
}

void hold(bool holds, std::string_view law) {
  if (holds) return;
  std::cerr << "does not hold: " << law << std::endl;
  std::abort();
}

}  // namespace ce::fuzz

#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What targets.cpp lists; see target.h. Room-internal.
namespace ce::fuzz {

void read_card_frames(std::string_view bytes);
void read_card_block(std::string_view bytes);
void read_json_message(std::string_view bytes);
void read_change_page(std::string_view bytes);
void read_scanned(std::string_view bytes);
void read_kiosk_configuration(std::string_view bytes);
void read_central_configuration(std::string_view bytes);
void read_rule_pack(std::string_view bytes);
void read_csv_file(std::string_view bytes);
void read_xlsx_file(std::string_view bytes);
void read_xlsx_parts(std::string_view bytes);
void read_ipp_answer(std::string_view bytes);
void read_id_number(std::string_view bytes);
void read_certificate_number(std::string_view bytes);
void read_sealed(std::string_view bytes);
void read_enrolment(std::string_view bytes);

[[nodiscard]] std::vector<std::string> card_frames();
[[nodiscard]] std::vector<std::string> card_blocks();
[[nodiscard]] std::vector<std::string> json_messages();
[[nodiscard]] std::vector<std::string> change_pages();
[[nodiscard]] std::vector<std::string> scanned_texts();
[[nodiscard]] std::vector<std::string> kiosk_configurations();
[[nodiscard]] std::vector<std::string> central_configurations();
[[nodiscard]] std::vector<std::string> rule_packs();
[[nodiscard]] std::vector<std::string> csv_files();
[[nodiscard]] std::vector<std::string> xlsx_files();
[[nodiscard]] std::vector<std::string> xlsx_parts();
[[nodiscard]] std::vector<std::string> ipp_answers();
[[nodiscard]] std::vector<std::string> id_numbers();
[[nodiscard]] std::vector<std::string> certificate_numbers();
[[nodiscard]] std::vector<std::string> sealed_files();
[[nodiscard]] std::vector<std::string> enrolments();

}  // namespace ce::fuzz

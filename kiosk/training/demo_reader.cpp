#include "kiosk/training/demo_reader.h"

#include <string_view>

#include "shared/base/text.h"

namespace ce::training {
namespace {

constexpr std::size_t block_size = 256;

// GA 450: UTF-16LE at fixed places; what is in these fields is within the plane of two-byte characters.
void put(std::string& block, std::size_t at, std::string_view text) {
  auto const characters = decode_utf8(text).value_or(U"");
  for (char32_t const c : characters) {
    block.at(at++) = static_cast<char>(c & 0xFFU);
    block.at(at++) = static_cast<char>(c >> 8U);
  }
}

std::string blank_block() {
  std::string block;
  while (block.size() < block_size) block += std::string{" \0", 2};
  return block;
}

}  // namespace

void DemoReader::lay(int learner) {
  if (learner < 0 || learner >= static_cast<int>(learners_->size())) return;
  laid_ = learner;
  is_new_ = true;
}

Result<bool> DemoReader::find() {
  return is_new_.exchange(false) && laid_ != nobody;
}

Result<SecretText> DemoReader::read() {
  int const laid = laid_;
  if (laid == nobody) return Failure{FailureCode::card_unreadable, "lifted"};
  auto const& who = learners_->at(static_cast<std::size_t>(laid));
  auto block = blank_block();
  put(block, 0, who.years.name.reveal());
  put(block, 30, "1");
  put(block, 32, "01");
  put(block, 36, who.birth);
  put(block, 122, who.years.id_number.reveal());
  put(block, 188, "20200101");
  put(block, 204, "长期");
  return SecretText{std::move(block)};
}

}  // namespace ce::training

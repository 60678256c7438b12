#include "kiosk/drivers/printer/ipp_attributes.h"

namespace ce::drivers {

std::vector<std::string> texts_of(ipp_t* message, char const* name) {
  std::vector<std::string> texts;
  ipp_attribute_t* const attribute = ::ippFindAttribute(message, name, IPP_TAG_ZERO);
  for (int i = 0; i < ::ippGetCount(attribute); ++i) {
    if (char const* const text = ::ippGetString(attribute, i, nullptr)) texts.emplace_back(text);
  }
  return texts;
}

std::vector<int> numbers_of(ipp_t* message, char const* name) {
  std::vector<int> numbers;
  ipp_attribute_t* const attribute = ::ippFindAttribute(message, name, IPP_TAG_ZERO);
  ipp_tag_t const type = ::ippGetValueTag(attribute);
  if (type != IPP_TAG_INTEGER && type != IPP_TAG_ENUM) return numbers;
  for (int i = 0; i < ::ippGetCount(attribute); ++i) numbers.push_back(::ippGetInteger(attribute, i));
  return numbers;
}

std::string text_of(ipp_t* message, char const* name) {
  auto const texts = texts_of(message, name);
  return texts.empty() ? "" : texts.front();
}

std::optional<int> number_of(ipp_t* message, char const* name) {
  auto const numbers = numbers_of(message, name);
  if (numbers.empty()) return std::nullopt;
  return numbers.front();
}

std::optional<bool> flag_of(ipp_t* message, char const* name) {
  ipp_attribute_t* const attribute = ::ippFindAttribute(message, name, IPP_TAG_BOOLEAN);
  if (attribute == nullptr) return std::nullopt;
  return ::ippGetBoolean(attribute, 0) != 0;
}

}  // namespace ce::drivers

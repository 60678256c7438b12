#include "kiosk/set_up/set_up.h"

#include <algorithm>
#include <ostream>

#include "kiosk/set_up/answers.h"
#include "kiosk/set_up/checks.h"
#include "kiosk/set_up/enrol.h"
#include "kiosk/set_up/write.h"
#include "kiosk/staff/pin.h"
#include "shared/base/durable_file.h"

namespace ce::set_up {
namespace {

Failure system_fault(std::filesystem::path const& file, std::error_code const& error) {
  return {FailureCode::storage_fault, file.string() + ": " + error.message()};
}

Result<void> write_all(Answers const& answers, std::filesystem::path const& new_key,
                       std::filesystem::path const& config, std::ostream& out) {
  if (!answers.kiosk_key.reveal().empty()) {
    std::error_code error;
    std::filesystem::rename(new_key, answers.settings.central.key_file, error);
    if (error) return system_fault(answers.settings.central.key_file, error);
    out << "本机密钥已写入 " << answers.settings.central.key_file.string() << "，只有所有者可读\n";
  }
  if (!answers.pin.reveal().empty()) {
    CE_CHECK(staff::PinFile{answers.settings.storage}.set(answers.pin));
    out << "工作人员密码已设置\n";
  }
  CE_TRY(bool const kept, write_config(config, answers.settings));
  if (kept) out << "原配置保留为 " << config.string() << ".before\n";
  out << "已写入 " << config.string() << '\n';
  return {};
}

}  // namespace

Result<void> set_up(std::filesystem::path const& answers_file, std::filesystem::path const& config,
                    std::ostream& out) {
  CE_TRY(auto answers, read_answers(answers_file));
  // A code is used up by the first try; the identity that it made stays, and is found again by the next.
  if (is_code(answers.kiosk_key)) {
    CE_CHECK(enrol(answers.settings.central, answers.kiosk_key));
    out << "本机已登记，证书在 " << answers.settings.central.identity.string() << "\n";
    answers.kiosk_key = {};
    answers.settings.central.key_file.clear();
  }
  if (!answers.kiosk_key.reveal().empty() && answers.settings.central.key_file.empty()) {
    return Failure{FailureCode::config_value_invalid, "[central] key_file: 给出密钥时必须填写"};
  }
  // The key is tried before it takes the place of another.
  auto key_file = answers.settings.central.key_file;
  auto const new_key = std::filesystem::path{key_file.string() + ".set-up"};
  if (!answers.kiosk_key.reveal().empty()) {
    CE_CHECK(write_durably(new_key, answers.kiosk_key.reveal() + "\n", MissingDirectory::make));
    key_file = new_key;
  }
  auto const findings = examine(answers, key_file);
  for (auto const& finding : findings) {
    out << (finding.good ? "[通过] " : "[有误] ") << finding.what << "：" << finding.text << '\n';
  }
  auto const bad = std::count_if(findings.begin(), findings.end(), [](auto const& one) { return !one.good; });
  auto done = bad == 0 ? write_all(answers, new_key, config, out)
                       : Result<void>{Failure{FailureCode::config_value_invalid,
                                              answers_file.string() + ": 有 " + std::to_string(bad) +
                                                  " 项有误，没有写入任何配置"}};
  std::error_code error;
  std::filesystem::remove(new_key, error);
  return done;
}

}  // namespace ce::set_up

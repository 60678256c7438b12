#include "central/http/console.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "central/http/problem.h"
#include "central/web/message_page.h"

namespace ce::http {
namespace {

struct Said {
  std::string_view word;
  std::string_view before;  // the count stands between the two
  std::string_view after;
};

constexpr auto sayings =
    std::to_array<Said>({{"registered", "已登记。接下来由审核单位办理，进度可随时在本页查看。", ""},
                         {"resubmitted", "已重新提交，审核从头开始。", ""},
                         {"proofs_added", "证明材料已补充，审核人员会看到。", ""},
                         {"approve", "已通过 ", " 条。"},
                         {"return", "已退回 ", " 条，本人会看到理由。"},
                         {"reject", "已作出不予认定的结论，共 ", " 条。"},
                         {"repeated", "这一步此前已经办过，没有重复办理。", ""},
                         {"stopping", "正在停止，已登记的行会保留。", ""},
                         {"issued", "已核发 ", " 张证书，本人可以到自助终端打印了。"},
                         {"revoked", "证书已撤销，编号不再使用。", ""},
                         {"corrected", "原证书已作废，这是新发的证书。", ""},
                         {"opened", "账号已开设，首次登录时须修改密码。", ""},
                         {"disabled", "账号已停用，其登录已全部退出。", ""},
                         {"enabled", "账号已恢复。", ""},
                         {"authority_set", "已保存，今后核发的证书照此印制。", ""},
                         {"saved", "修改已保存。", ""},
                         {"person_opened", "已建档，可以为其登记学习情况了。", ""},
                         {"number_corrected", "证件号码已改正，各终端随后更新。", ""},
                         {"person_closed", "已停止登记；已有的记录和证书保留。", ""},
                         {"person_reopened", "已恢复登记。", ""},
                         {"handed_on", "修改已保存，此人已转往其他地区。", ""},
                         {"unit_opened", "单位已登记。接着可以为它开设账号。", ""},
                         {"unit_closed", "单位已停用，其账号已一并停用。", ""},
                         {"unit_reopened", "单位已恢复。账号请在“账号”中另行恢复。", ""},
                         {"site_approved", "已审定。运维人员现在可以在“学习网站”接入。", ""},
                         {"approval_withdrawn", "审定已撤回，其接入密钥已失效。", ""},
                         {"site_revoked", "密钥已停用，对方不能再用它登记。", ""},
                         {"query_password", "查询密码已设置，请本人记牢；原密码已失效。", ""},
                         {"kiosk_back", "终端已恢复服务，一分钟内会再报告。", ""},
                         {"kiosk_ended", "终端的身份已作废；要再用它，请生成登记码重新登记。", ""},
                         {"log_asked", "已索取。终端下次报告时得知，一两分钟后刷新本页查看。", ""},
                         {"approval_asked", "已提出，由本单位另一位同级人员确认后办理。", ""},
                         {"approval_confirm", "已确认并办理。", ""},
                         {"approval_refuse", "已答复不同意，什么也没有改变。", ""},
                         {"approval_withdraw", "已撤回，什么也没有改变。", ""},
                         {"setting_sent", "已下达。终端下次报告时得知，在没有人办理时采用。", ""},
                         {"setting_released", "其余终端下次报告时得知。", ""},
                         {"setting_back", "已撤回，这是恢复原值的修改。", ""},
                         {"reset", "密码已重设，下次登录时须修改。", ""}});

void add_said(Request const& request, web::Shell& shell) {
  auto const word = request.query_value("said");
  for (auto const& one : sayings) {
    if (one.word != word) continue;
    std::string text{one.before};
    if (!one.after.empty()) {
      text += std::to_string(number_in(request.query_value("n")).value_or(0));
      text += one.after;
    }
    shell.notices.push_back({web::Tone::good, std::move(text)});
  }
}

std::string headline_for(int status) {
  switch (status) {
    case 403:
      return "不能使用这一功能";
    case 404:
      return "没有找到";
    case 409:
      return "情况已经变化";
    case 503:
      return "系统繁忙";
    default:
      return status >= 500 ? "系统出现故障" : "不能办理";
  }
}

}  // namespace

console::Visitor visitor_of(Backend const& backend, Request const& request) {
  return {backend.store, *request.signed_in, backend.clock.now()};
}

Response console_failure(Backend const& backend, Request const& request, Failure const& failure) {
  int const status = status_of(failure.code);
  note_trouble(backend, failure);
  auto const headline = headline_for(status);
  auto shell = console::frame(visitor_of(backend, request), console::Room::home, headline);
  if (!shell) return refusal_page(failure);
  web::MessageView const view{"warning", headline, words_for(failure), {"/console", "回到首页"}};
  return console_page(web::message_page(*shell, view), status);
}

Response console_answer(Backend const& backend, Request const& request, Result<std::string> html,
                        int status) {
  if (!html) return console_failure(backend, request, html.failure());
  return console_page(std::move(html).value(), status);
}

Response console_picture(Backend const& backend, Request const& request, Result<std::string> png) {
  if (!png) return console_failure(backend, request, png.failure());
  Response response;
  response.content_type = "image/png";
  response.body = std::move(png).value();
  return response;
}

Result<web::Shell> console_frame(Backend const& backend, Request const& request, console::Room room,
                                 std::string title) {
  CE_TRY(auto shell, console::frame(visitor_of(backend, request), room, std::move(title)));
  add_said(request, shell);
  return shell;
}

std::string with_notice(std::string address, std::string_view said, std::size_t count) {
  address += address.find('?') == std::string::npos ? "?said=" : "&said=";
  address += said;
  if (count > 0) address += "&n=" + std::to_string(count);
  return address;
}

Response job_state(console::JobProgress const& progress) {
  return json(nlohmann::json{
      {"ended", progress.ended}, {"done", progress.done}, {"all", progress.all}, {"told", progress.told}}
                  .dump());
}

console::Typed typed_form(Request const& request) {
  console::Typed typed;
  for (auto const& [name, value] : request.form) typed[name] = value;
  return typed;
}

std::string notice_words(Failure const& failure) {
  bool const typed_wrong = failure.code == FailureCode::input_invalid && !failure.detail.empty();
  return typed_wrong ? failure.detail : words_for(failure);
}

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value <= 0) return std::nullopt;
  return value;
}

Route console_route(Backend const& backend, Method method, std::string pattern, console::Room room,
                    ConsoleHandler handle, std::size_t most_body) {
  return {.method = method,
          .pattern = std::move(pattern),
          .auth = Auth::session,
          .work = Work::pool,
          .most_body = method == Method::post ? most_body : 0,
          .documented = false,
          .roles = console::roles_of(room),
          .handle = [backend, handle](Request const& request) { return handle(backend, request); }};
}

}  // namespace ce::http

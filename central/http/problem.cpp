#include "central/http/problem.h"

#include <array>

#include "shared/protocol/json.h"

namespace ce::http {
namespace {

struct Words {
  FailureCode code;
  int status;
  std::string_view chinese;
  bool tells_callers_mistake = false;
  std::string_view joint = "：";  // between our words and the failure's
};

constexpr auto table = std::to_array<Words>({
    {FailureCode::answer_malformed, 400, "请求内容不符合接口约定", true},
    {FailureCode::answer_version_unknown, 400, "请求的接口版本与本系统不一致，请升级终端程序", true},
    {FailureCode::answer_too_large, 413, "请求内容过大", true},
    {FailureCode::input_invalid, 400, "请求有误", true},
    {FailureCode::id_number_invalid, 400, "身份证件号码不正确，请核对后重新输入"},
    {FailureCode::certificate_number_invalid, 400, "证书编号不正确，应为14位数字"},
    {FailureCode::date_invalid, 400, "日期不正确", true},
    {FailureCode::person_unknown, 404, "系统中没有此人的继续教育登记"},
    {FailureCode::certificate_unknown, 404, "系统中没有此编号的证书"},
    {FailureCode::credential_refused, 403, "查询密码不正确"},
    {FailureCode::credential_locked, 403, "查询密码错误次数过多，已暂时锁定，请稍后再试或到窗口办理"},
    {FailureCode::visit_code_refused, 403, "登录码已用过或已过期，请重新生成"},
    {FailureCode::not_permitted, 401, "终端未登记，或者证书、密钥不正确", true},
    {FailureCode::ledger_outdated, 403,
     "有另一台机器使用本机的身份，或者本机的磁盘是旧的；查明之前不为它服务"},
    {FailureCode::too_many_requests, 429, "查询过于频繁，请稍后再试", true},
    {FailureCode::delivery_conflict, 409, "同一编号的记录此前已收到，但内容不同"},
    {FailureCode::delivery_refused, 422, "记录未被接受"},
    {FailureCode::record_invalid, 422, "登记内容有误", true},
    {FailureCode::record_unknown, 404, "没有这条记录，或者不在可以查看的范围内"},
    {FailureCode::record_changed, 409, "这条记录刚刚被他人处理过，请刷新后再办理"},
    {FailureCode::review_refused, 422, "这一步审核不能办理", true},
    {FailureCode::file_refused, 422, "文件不能使用", true},
    {FailureCode::sign_in_required, 401, "尚未登录，或者登录已过期，请重新登录"},
    {FailureCode::role_refused, 403, "您的账号不能办理此事", true},
    {FailureCode::form_refused, 403, "页面已失效，请刷新页面后重新提交"},
    {FailureCode::account_unknown, 404, "没有这个账号，或者不在可以管理的范围内"},
    {FailureCode::grant_held, 409, "这份证书的打印授权已由另一台终端领取", true, "，"},
    {FailureCode::grant_unknown, 404, "没有这份打印授权，或者不属于本终端"},
    {FailureCode::grant_spent, 409, "这份打印授权已经用过、退回或被替换，请用新的请求编号重新领取"},
    {FailureCode::grant_expired, 409, "这份打印授权已经过期，请用新的请求编号重新领取"},
    {FailureCode::name_not_covered, 422, "姓名中有字库里还没有的字，电子证书暂时做不出来，请联系发证单位"},
    {FailureCode::time_stamp_missing, 503, "时间戳服务暂时没有应答，电子证书请稍后再下载"},
    {FailureCode::grant_key_missing, 503, "系统暂时不能签发打印授权，请联系运维人员"},
    {FailureCode::certificate_revoked, 409, "这份证书已被撤销，不能打印"},
    {FailureCode::certificate_printed, 409, "这份证书已经打印过，补打须先经批准"},
    {FailureCode::print_unresolved, 409, "这份证书上一次打印的结果还没有确认，确认之前不能再打印"},
    {FailureCode::copy_unknown, 404, "这份证书没有经批准的这一份补打", true},
    {FailureCode::region_not_served, 403, "本终端不能打印这个地区的证书"},
    {FailureCode::resync_needed, 410, "同步位置已经失效，请从头重新同步"},
    {FailureCode::issuing_refused, 422, "不能办理", true},
    {FailureCode::number_exhausted, 422, "证书编号已用完", true},
    {FailureCode::storage_busy, 503, "系统繁忙，请稍后再试"},
    {FailureCode::storage_conflict, 503, "系统繁忙，请稍后再试"},
    {FailureCode::storage_lost, 503, "系统暂时连不上数据库，请稍后再试"},
    {FailureCode::storage_in_doubt, 500,
     "数据库连接中断，这一步是否已经保存不能确定；请先查询结果，不要重复提交"},
    {FailureCode::storage_full, 503, "系统存储空间不足，请联系运维人员"},
    {FailureCode::central_fault, 503, "系统繁忙，请稍后再试"},
});

constexpr Words fallback{FailureCode::internal_fault, 500, "系统内部错误，请稍后再试或联系运维人员"};

Words const& words_of(FailureCode code) {
  for (auto const& words : table) {
    if (words.code == code) return words;
  }
  return fallback;
}

Response respond(int status, FailureCode code, std::string detail) {
  Response response;
  response.status = status;
  response.content_type = "application/problem+json; charset=utf-8";
  response.body =
      protocol::write(protocol::Problem{.status = status, .code = code, .detail = std::move(detail)});
  if (status == 503) response.headers.emplace_back("Retry-After", "2");
  if (status == 429) response.headers.emplace_back("Retry-After", "30");
  if (status == 401) {
    response.headers.emplace_back("WWW-Authenticate", code == FailureCode::sign_in_required
                                                          ? "Cookie realm=\"console\""
                                                          : "Bearer realm=\"kiosk\"");
  }
  return response;
}

}  // namespace

std::string words_for(Failure const& failure) {
  auto const& words = words_of(failure.code);
  std::string detail{words.chinese};
  if (words.tells_callers_mistake && !failure.detail.empty())
    detail.append(words.joint).append(failure.detail);
  return detail;
}

Response problem(Failure const& failure) {
  return respond(words_of(failure.code).status, failure.code, words_for(failure));
}

Response problem(int status, FailureCode code, std::string_view chinese) {
  return respond(status, code, std::string{chinese});
}

int status_of(FailureCode code) {
  return words_of(code).status;
}

}  // namespace ce::http

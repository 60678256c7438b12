#include "central/console/audit_view.h"

#include <map>

#include "central/accounts/account.h"
#include "central/audit/list.h"
#include "shared/credit/roles.h"
#include "shared/identity/mask.h"

namespace ce::console {
namespace {

constexpr int entries_per_page = 200;
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

std::string party_words(std::string const& party) {
  auto const known = credit::party_named(party);
  if (known) return std::string{credit::words_for(*known)};
  if (party == "operator") return "运维人员";
  return party == "kiosk" ? "自助终端" : party;
}

std::string subject_words(audit::Entry const& entry) {
  static std::map<std::string, std::string> const kinds{
      {"record", "学习记录"},   {"records", "学习记录"},      {"file", "登记表"},
      {"proof", "证明材料"},    {"certificate", "证书"},      {"batch", "批次"},
      {"print", "打印"},        {"authority", "发证单位"},    {"account", "账号"},
      {"professional", "人员"}, {"kiosk", "自助终端"},        {"institution", "施教机构"},
      {"year", "年度"},         {"employer", "用人单位"},     {"talent_agency", "人才服务机构"},
      {"key", "密钥"},          {"reprint_rule", "补打规则"}, {"setting", "终端设置"},
      {"proposal", "两人办理"}, {"import", "上传的文件"},     {"region", "地区"},
      {"paper", "证书纸"},      {"blank", "证书纸编号"},      {"store", "全部数据"}};
  if (entry.subject_kind.empty()) return entry.subject;
  auto const known = kinds.find(entry.subject_kind);
  auto const kind = known == kinds.end() ? entry.subject_kind : known->second;
  bool const plain = entry.subject.size() <= 20;
  return entry.subject.empty() ? kind
                               : kind + " " + (plain ? entry.subject : entry.subject.substr(0, 12) + "…");
}

// Entries name accounts by id; people know them by login.
Result<std::string> actor_words(storage::Database& database, std::string const& actor,
                                std::map<std::string, std::string>& known) {
  for (std::string_view const lead : {"operator:", "kiosk:"}) {
    if (actor.starts_with(lead)) return actor.substr(lead.size());
  }
  bool const person = actor.starts_with("person-");
  if (!person && !actor.starts_with("acc-")) return actor;
  auto const at = known.find(actor);
  if (at != known.end()) return at->second;
  auto const account = accounts::find(database, actor);
  if (!account && account.failure().code != FailureCode::account_unknown) return account.failure();
  auto words = actor;
  if (account && person) words = identity::mask_name(account->shown_name);
  if (account && !person) words = account->shown_name + "（" + account->login + "）";
  return known.emplace(actor, std::move(words)).first->second;
}

Result<audit::Filter> filter_of(storage::Database& database, Visitor const& visitor,
                                AuditAsked const& asked) {
  bool const everywhere = visitor.who.role == accounts::Role::system_operator;
  audit::Filter filter{.scope = store::RegionScope{everywhere ? "440000" : visitor.actor().region},
                       .from = {},
                       .before = {},
                       .actor = {},
                       .most = entries_per_page};
  if (auto const day = Date::parse_iso(asked.from)) filter.from = start_of_china_day(*day);
  if (auto const day = Date::parse_iso(asked.to))
    filter.before = Instant{start_of_china_day(*day).ms + day_ms};
  if (!asked.login.empty()) {
    CE_TRY(auto const account, accounts::find_login(database, asked.login));
    filter.actor = account ? account->id : asked.login;
  }
  return filter;
}

}  // namespace

Result<web::AuditView> audit_shown(Visitor const& visitor, AuditAsked const& asked) {
  web::AuditView view;
  view.filters = {{.id = "from", .label = "从", .kind = web::FieldKind::date, .value = asked.from},
                  {.id = "to", .label = "到", .kind = web::FieldKind::date, .value = asked.to},
                  {.id = "login",
                   .label = "登录名",
                   .kind = web::FieldKind::search,
                   .value = asked.login,
                   .fill = "off",
                   .most = 40}};
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const filter, filter_of(database, visitor, asked));
    CE_TRY(auto const entries, audit::list(database, filter));
    std::map<std::string, std::string> known;
    for (auto const& entry : entries) {
      CE_TRY(auto actor, actor_words(database, entry.actor, known));
      auto subject = subject_words(entry);
      if (entry.subject_kind == "account") {
        CE_TRY(auto const words, actor_words(database, entry.subject, known));
        subject = "账号 " + words;
      }
      view.rows.push_back({china_minute_text(Instant{entry.at_ms}),
                           std::string{audit::chinese_of(entry.action)}, std::move(actor),
                           party_words(entry.party), std::move(subject),
                           visitor.store.rules().regions.full_name(entry.scope)});
    }
    return {};
  }));
  view.told = "最近的在前，至多 " + std::to_string(entries_per_page) + " 条；记录只增不改，前后相扣";
  if (view.rows.empty()) {
    view.empty = web::Empty{"shield", "没有符合条件的记录", "换一个时间或登录名再查。",
                            web::Link{"/console/audit", "查看全部"}};
  }
  return view;
}

}  // namespace ce::console

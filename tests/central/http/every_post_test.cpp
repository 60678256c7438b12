#include <gmock/gmock.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <thread>

#include "at_the_console.h"
#include "central/standings/refresh.h"
#include "central/store/records.h"
#include "complete_year.h"
#include "put_jobs.h"
#include "shared/protocol/json.h"

namespace ce::tests {
namespace {

using testing::ElementsAre;

using Members = std::vector<std::pair<std::string, std::string>>;

/// Whatever a form of the console changes leaves one audit entry with who did it and what it was done to.
class EveryPost : public AtTheConsole {
 protected:
  struct Entry {
    std::string action;
    std::string actor;
    std::string kind;
    std::string subject;
  };

  std::set<std::string> posts() const {
    auto const listed =
        run_central(central.folder, {"--config", central.folder / "central.toml", "--routes"});
    std::set<std::string> found;
    std::istringstream lines{listed.output};
    for (std::string method, pattern, rest; lines >> method >> pattern && std::getline(lines, rest);) {
      if (method == "POST" && pattern.starts_with("/console")) found.insert(pattern);
    }
    return found;
  }

  /// Those that are there and were not at the last call.
  std::vector<Entry> fresh_entries() {
    std::vector<Entry> fresh;
    EXPECT_TRUE(store_->read([&](storage::Database& database) -> Result<void> {
      fresh.clear();
      auto rows = database.prepare(
          "SELECT scope || ' ' || CAST(seq AS TEXT), action, actor, subject_kind, subject FROM "
          "audit_entries WHERE action <> 'proof_stored'");  // a document has an entry beside its record's
      for (;;) {
        CE_TRY(bool const more, rows.step());
        if (!more) return {};
        if (known_.contains(rows.text(0))) continue;
        found_.insert(rows.text(0));
        fresh.push_back({rows.text(1), rows.text(2), rows.text(3), rows.text(4)});
      }
    }));
    known_.merge(found_);
    return fresh;
  }
  std::string stored(std::string const& sql) const { return test::first_value(*store_, sql); }

  void sign_in(std::string const& login, std::string const& password = account_password) {
    browser.sign_in(login, password);
    auto const own = login == person_id ? "professional = 1" : "login = '" + login + "'";
    account_ = stored("SELECT id FROM accounts WHERE " + own);
    ASSERT_NE(account_, "") << login;
    static_cast<void>(fresh_entries());
  }

  /// What was sent to a route of that pattern: its entry, perhaps a moment later where a job writes it.
  void expect_entry(std::string const& pattern, Answer const& answer, std::string const& action) {
    expect_entries(pattern, answer, {action});
  }
  void expect_entries(std::string const& pattern, Answer const& answer,
                      std::vector<std::string> const& actions) {
    done_.insert(pattern);
    EXPECT_LT(answer.status, 400) << pattern << ": " << answer.body;
    std::vector<std::string> found;
    for (int i = 0; i < 500 && found.size() < actions.size(); ++i) {
      if (i > 0) std::this_thread::sleep_for(std::chrono::milliseconds{20});
      for (auto const& entry : fresh_entries()) {
        found.push_back(entry.action);
        EXPECT_EQ(entry.actor, account_) << pattern;
        EXPECT_NE(entry.kind, "") << pattern;
        EXPECT_NE(entry.subject, "") << pattern;
      }
    }
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(actions)) << pattern;
  }
  /// The same of a form, to `target` where the pattern has places to fill.
  Answer expect_one(std::string const& pattern, Members const& members, std::string const& action,
                    std::string const& target = {}) {
    auto answer = send(target.empty() ? pattern : target, members);
    expect_entry(pattern, answer, action);
    return answer;
  }
  static std::string place(Answer const& answer) {
    auto const at = answer.headers.find("location");
    return at == answer.headers.end() ? "" : at->second.substr(0, at->second.find('?'));
  }
  static std::string last_part(std::string const& address) { return address.substr(address.rfind('/') + 1); }

  void add_complete_person() {
    auto const done = store_->write([&](storage::Database& database) -> Result<void> {
      CE_CHECK(
          database.execute("INSERT INTO professionals (id, id_number, name, region, created_ms) VALUES "
                           "(1001, 'nobody', '测试', "
                           "'440106', 0)"));
      std::int64_t record_id = 1000;
      CE_CHECK(insert_complete_year(database, 1001, 2025, record_id));
      return standings::refresh_one(database, product_rules(), 1001, SystemClock{}.now());
    });
    ASSERT_TRUE(done) << describe(done.failure());
  }
  static Members practice(std::string const& what) {
    return {{"subject", "专业科目"}, {"content", what}, {"start", "2024-03-04"},
            {"end", "2024-03-05"},   {"days", "1"},     {"assessment", "合格"}};
  }

  void SetUp() override {
    store_.emplace(store::Store::open(central.folder.store(), product_rules()).value());
  }

  void by_a_person();
  void by_an_employer();
  void by_hrss();
  void by_an_operator();

  std::optional<store::Store> store_;
  std::set<std::string> known_;
  std::set<std::string> found_;
  std::set<std::string> done_;
  std::string account_;
  std::vector<std::string> records_;
};

void EveryPost::by_a_person() {
  sign_in(person_id, person_password);
  expect_one("/console/year/kiosk", {}, "visit_code_made");
  for (auto const* what : {"甲", "乙", "丙"}) {
    auto const made = expect_one("/console/register/{kind}", practice(what), "record_registered",
                                 "/console/register/practice");
    records_.push_back(last_part(place(made)));
  }
}

void EveryPost::by_an_employer() {
  sign_in(employer_login);
  expect_one("/console/review", {{"decision", "approve"}, {"pick", records_.at(0) + ":1"}},
             "review_batch_taken");
  expect_one("/console/records/{record}", {{"decision", "return"}, {"version", "1"}, {"reason", "缺证明"}},
             "review_step_taken", "/console/records/" + records_.at(1));
  std::string const file = "证件号码,姓名,科目,学习形式,学习内容,开始日期,结束日期,天数,考核结果\n" +
                           std::string{person_id} +
                           ",张三丰,专业科目,继续教育实践,丁,2024-04-04,2024-04-05,1,合格\n";
  expect_entries("/console/imports", browser.upload("/console/imports", "file", "a.csv", file),
                 {"import_brought", "file_imported"});
  expect_one("/console/imports/{job}/stop", {}, "import_stopped",
             "/console/imports/" + std::string{records_job} + "/stop");
  sign_in(person_id, person_password);
  auto const proofs = "/console/records/" + records_.at(2) + "/proofs";
  expect_entry("/console/records/{record}/proofs",
               browser.upload(proofs, "files", "a.pdf", "%PDF-1.4\n%%EOF\n"), "record_proofs_added");
  auto again = practice("乙，已补证明");
  again.insert(again.end(), {{"kind", "practice"}, {"version", "2"}});
  expect_one("/console/records/{record}/edit", again, "record_resubmitted",
             "/console/records/" + records_.at(1) + "/edit");
}

void EveryPost::by_hrss() {
  sign_in(hrss_login);
  auto const unit = place(expect_one("/console/units/new", {{"name", "天河第一医院"}, {"region", "440106"}},
                                     "unit_opened", "/console/units/new?kind=employer"));
  expect_one("/console/units/{kind}/{unit}/edit",
             {{"name", "天河第二医院"}, {"region", "440106"}, {"version", "1"}}, "unit_changed",
             unit + "/edit");
  auto const of_unit = "/console/units/{kind}/{unit}";
  expect_one(of_unit, {{"act", "close"}, {"version", "2"}}, "unit_closed", unit);
  expect_one(of_unit, {{"act", "reopen"}, {"version", "3"}}, "unit_reopened", unit);
  expect_one("/console/people", {{"find", "张三丰"}}, "people_searched");
  Members person{{"id_number", unknown_person_id},
                 {"name", "欧阳龑"},
                 {"region", "440106"},
                 {"employer", "广州市<b>某</b>设计院"}};
  auto const made = place(expect_one("/console/people/new", person, "person_opened"));
  person.emplace_back("version", "1");
  expect_one("/console/people/{person}/edit", person, "person_changed", made + "/edit");
  expect_one("/console/people/{person}/number",
             {{"id_number", "440106188503120171"}, {"reason", "抄错"}, {"version", "2"}},
             "person_number_corrected", made + "/number");
  expect_one("/console/people/{person}", {{"act", "close"}, {"version", "3"}}, "person_closed", made);
  expect_one("/console/people/{person}", {{"act", "reopen"}, {"version", "4"}}, "person_reopened", made);
  std::string const people =
      "证件号码,姓名,所属地区,用人单位,托管机构\n440106188503120075,甲乙,440106,广州市<b>某</b>设计院,\n";
  expect_entries("/console/people/imports",
                 browser.upload("/console/people/imports", "file", "a.csv", people),
                 {"import_brought", "people_imported"});
  expect_one("/console/people/imports/{job}/stop", {}, "import_stopped",
             "/console/people/imports/" + std::string{people_job} + "/stop");
  expect_one("/console/issuing/batches/{batch}/resume", {}, "batch_resumed",
             "/console/issuing/batches/" + std::string{issuing_job} + "/resume");
  expect_one("/console/accounts/query-password",
             {{"id_number", person_id}, {"name", "张三丰"}, {"password", "58201794"}, {"again", "58201794"}},
             "query_password_set");
  expect_one("/console/issuing/authority", {{"name", "天河区人社局"}, {"seal_mode", "window_stamp"}},
             "authority_set");
  add_complete_person();
  auto const day = china_date(SystemClock{}.now()).iso();
  expect_one("/console/issuing",
             {{"batch", EntryId::make().text()},
              {"which", "some"},
              {"pick", "1001"},
              {"day", day},
              {"year", "2025"}},
             "certificates_issued");
  expect_one("/console/certificates", {{"find", person_id}}, "people_searched");
  EXPECT_EQ(send("/console/certificates", {{"find", certificate_number}}).status, 200);
  EXPECT_TRUE(fresh_entries().empty()) << "a certificate's number is nobody's";
  auto const of_certificate = "/console/certificates/{number}";
  expect_one(of_certificate, {{"act", "revoke"}, {"reason", "误发"}}, "certificate_revoked",
             "/console/certificates/" + std::string{certificate_number});
  expect_one(of_certificate, {{"act", "correct"}, {"reason", "姓名有误"}, {"day", day}},
             "certificate_corrected",
             "/console/certificates/" + stored("SELECT number FROM certificates WHERE professional = 1001"));
  sign_in(province_login);
  expect_one(of_unit, {{"act", "withdraw"}, {"version", "1"}}, "site_approval_withdrawn",
             "/console/units/institution/1");
  expect_one(of_unit, {{"act", "approve"}, {"version", "2"}}, "site_approved",
             "/console/units/institution/1");
}

void EveryPost::by_an_operator() {
  sign_in(operator_login);
  auto const account = place(expect_one("/console/accounts/new",
                                        {{"role", "hrss"},
                                         {"login", "yuexiu.hrss"},
                                         {"shown_name", "李"},
                                         {"region", "440104"},
                                         {"password", "kapok-bloom-2027"}},
                                        "account_created"));
  auto const of_account = "/console/accounts/{account}";
  expect_one(of_account, {{"act", "disable"}}, "account_disabled", account);
  expect_one(of_account, {{"act", "enable"}}, "account_enabled", account);
  expect_one(of_account, {{"act", "reset"}, {"password", "kapok-bloom-2029"}}, "password_reset", account);
  expect_one("/console/sites", {{"institution", "1"}}, "site_enrolled");
  auto const list = browser.get("/console/sites").body;
  auto const link = list.find("/console/sites/");
  expect_one("/console/sites/{key}", {{"act", "revoke"}}, "site_revoked",
             list.substr(link, list.find('"', link) - link));
  auto const of_kiosk = "/console/kiosks/{kiosk}";
  auto const kiosk = "/console/kiosks/GZ-TH-02";
  expect_one(of_kiosk, {{"act", "code"}}, "kiosk_code_made", kiosk);
  expect_one(of_kiosk, {{"act", "log"}, {"hours", "24"}}, "kiosk_log_asked", kiosk);
  expect_one(of_kiosk, {{"act", "restored"}}, "kiosk_let_in_again", kiosk);
  auto const revision =
      place(expect_one("/console/kiosks/{kiosk}/settings/{item}", {{"value1", "always"}, {"value2", "5"}},
                       "kiosk_items_set", "/console/kiosks/GZ-TH-02/settings/sound"));
  EXPECT_EQ(send(revision, {{"act", "take_back"}}).status, 422) << "nobody knows what the kiosk had";
  protocol::Health health;
  health.settings = std::vector<protocol::ItemState>{{"sound", {"elder", "4"}}};
  ASSERT_EQ(central.post_as_kiosk("/api/v1/kiosk/health", protocol::write(health)).status, 200);
  auto const known =
      place(expect_one("/console/kiosks/{kiosk}/settings/{item}", {{"value1", "always"}, {"value2", "5"}},
                       "kiosk_items_set", "/console/kiosks/GZ-TH-01/settings/sound"));
  expect_one("/console/kiosk-settings/{revision}", {{"act", "take_back"}}, "kiosk_items_taken_back", known);
  expect_one(of_kiosk, {{"act", "revoke"}}, "kiosk_revoked", kiosk);
  expect_one("/console/accounts/new",
             {{"role", "hrss"},
              {"login", "tianhe.second"},
              {"shown_name", "李"},
              {"region", "440106"},
              {"password", "kapok-bloom-2027"}},
             "account_created");
  sign_in(hrss_login);  // who is not alone any more
  auto const proposal =
      place(expect_one("/console/issuing/authority", {{"name", "天河人社局"}, {"seal_mode", "window_stamp"}},
                       "second_person_asked"));
  expect_one("/console/approvals/{proposal}", {{"act", "withdraw"}}, "second_person_withdrawn", proposal);
  auto const next =
      place(expect_one("/console/issuing/authority", {{"name", "天河人社局"}, {"seal_mode", "window_stamp"}},
                       "second_person_asked"));
  ASSERT_TRUE(store_->write([](storage::Database& database) {
    return database.execute("UPDATE accounts SET must_change_password = 0");
  }));
  sign_in("tianhe.second", "kapok-bloom-2027");
  expect_one("/console/approvals/{proposal}", {{"act", "refuse"}, {"reason", "没有批文"}},
             "second_person_refused", next);
  sign_in(operator_login);
  expect_one("/console/password",
             {{"old", account_password}, {"new", "kapok-bloom-2028"}, {"again", "kapok-bloom-2028"}},
             "password_changed");
  expect_one("/console/sign-out", {}, "signed_out");
  expect_entry("/console/sign-in", browser.sign_in(operator_login, "kapok-bloom-2028"), "signed_in");
}

TEST_F(EveryPost, LeavesOneEntryWithWhoAndWhat) {
  auto const put = store_->write([](storage::Database& database) {
    return database.execute(
        put_jobs() + "INSERT INTO kiosk_alarms (kiosk, told, held, raised_ms) VALUES ('GZ-TH-02', 1, 2, 3)");
  });
  ASSERT_TRUE(put) << describe(put.failure());
  by_a_person();
  by_an_employer();
  by_hrss();
  by_an_operator();
  EXPECT_EQ(posts(), done_) << "a new form goes into this test: what entry does it leave?";
  std::smatch found;
  auto const page = browser.get("/console/audit").body;
  EXPECT_FALSE(std::regex_search(page, found, std::regex{"<td>[a-z_]+( [^<]*)?</td>"}))
      << "what it was done to, in a program's word: " << found[0];
}

}  // namespace
}  // namespace ce::tests

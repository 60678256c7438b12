#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "central/postgres/postgres.h"
#include "central_process.h"
#include "fixture.h"
#include "support/files.h"

namespace ce::tests {
namespace {

Ended with_config(Folder const& folder, std::string const& text) {
  std::ofstream{folder / "central.toml"} << text;
  return run_central(folder, {"--config", folder / "central.toml"});
}

TEST(Configuration, MistakesAreNamedWithKeyAndLine) {
  struct Row {
    std::string text;
    std::string said;
    std::string code;
  };
  for (auto const& [text, said, code] : std::vector<Row>{
           {"[http]\nport = 0\nprot = 1\n", "central.toml:3: [http] prot: 没有这个配置项",
            "config_key_unknown"},
           {"[store]\npath = \"x\"\n\n[htpp]\nport = 0\n", "central.toml:4: htpp: 没有这一节",
            "config_key_unknown"},
           {"[http]\nport = \"8080\"\n", "central.toml:2: [http] port: 应为整数", "config_type_wrong"},
           {"[http]\nport = 70000\n", "central.toml:2: [http] port: 应在 0 到 65535 之间",
            "config_value_invalid"},
           {"[http]\naddress = 1\n", "central.toml:2: [http] address: 应为字符串", "config_type_wrong"},
           {"[http]\ntrusted_proxies = [1]\n", "central.toml:2: [http] trusted_proxies: 应为字符串列表",
            "config_type_wrong"},
           {"[http]\ntrusted_proxies = [\"127.0.0.1\", \"nginx\"]\n",
            "central.toml:2: [http] trusted_proxies: 每一项应为 IP 地址", "config_value_invalid"},
           {"[http]\naddress = \"localhost\"\n", "central.toml:2: [http] address: 应为 IP 地址",
            "config_value_invalid"},
           {"[store]\npath=\"x\"\n[grants]\nminutes = 0\n",
            "central.toml:4: [grants] minutes: 应在 1 到 1440 之间", "config_value_invalid"},
           {"http = 1\n", "central.toml:1: http: 应为一节", "config_type_wrong"},
           {"[store]\npath=\"x\"\n[electronic_copy]\ntime_stamp_url = \"https://a/\"\ntime_stamp_ca = "
            "\"b\"\n",
            "central.toml:4: [electronic_copy] time_stamp_url: 应以 http:// 开头", "config_value_invalid"},
           {"[store]\npath=\"x\"\n[electronic_copy]\ntime_stamp_url = \"http://a/\"\n",
            "[electronic_copy] time_stamp_ca: 与 time_stamp_url 要一起填写", "config_value_invalid"},
           {"[store]\npath=\"x\"\n[alarms]\nwebhook_url = \"http://a/\"\nsecret_file = \"s\"\n",
            "central.toml:4: [alarms] webhook_url: 应以 https:// 开头", "config_value_invalid"},
           {"[store]\npath=\"x\"\n[alarms]\nwebhook_url = \"https://a/\"\n",
            "[alarms] secret_file: 与 webhook_url 要一起填写", "config_value_invalid"},
           {"[store]\npath=\"x\"\n[alarms]\ntwo_places = \"perhaps\"\n",
            "central.toml:4: [alarms] two_places: 应为其中之一", "config_value_invalid"},
           {"[store]\npath=\"x\"\n[tls]\nnew_lines_burst = 0\n",
            "central.toml:4: [tls] new_lines_burst: 应在 1 到 1000000 之间", "config_value_invalid"},
           {"[log]\nlevel = \"loud\"\n[store]\npath=\"x\"\n", "central.toml:2: [log] level: 应为其中之一",
            "config_value_invalid"},
           {"[http]\nport = \n", "central.toml:2:8: TOML语法有误", "config_malformed"},
           {"[http]\nport = 0\n", "[store] path: 必须写明", "config_value_invalid"},
           {"[store]\npath = \"x\"\nurl = \"postgresql://db/ce\"\n",
            "central.toml:3: [store] url: path 与 url 只能写一个", "config_value_invalid"},
           {"[store]\nurl = \"central.db\"\n", "central.toml:2: [store] url: 应如 postgresql://",
            "config_value_invalid"},
           {"[store]\nurl = \"postgresql://ce:s3cret@db/ce\"\n",
            "central.toml:2: [store] url: 数据库地址中不得写口令", "config_value_invalid"},
           {"[store]\nurl = \"host=a,b dbname=ce target_session_attrs=any\"\n",
            "central.toml:2: [store] url: target_session_attrs=any 会选中不能写入的备库",
            "config_value_invalid"},
           {"[store]\npath = \"x\"\nreaders = \"host=b dbname=ce\"\n",
            "central.toml:3: [store] readers: 只用于 PostgreSQL", "config_value_invalid"},
           {"[store]\nurl = \"host=a dbname=ce\"\nreaders = \"b.db\"\n",
            "central.toml:3: [store] readers: 应如 host=db2,db3", "config_value_invalid"},
           {"[store]\nurl = \"host=a dbname=ce\"\nreaders_seconds = 60\n",
            "central.toml:3: [store] readers_seconds: 应在 1 到 10 之间", "config_value_invalid"},
           {"[store]\npath = \"x\"\n[public]\nbase_url = \"jxjy\"\n",
            "central.toml:4: [public] base_url: 应以", "config_value_invalid"},
           {"[store]\npath = \"x\"\n[data]\nconfig_dir = \"/nowhere\"\n", "/nowhere", "config_missing"},
       }) {
    Folder const folder;
    auto const ended = with_config(folder, text);
    EXPECT_EQ(ended.code, 2) << text;
    EXPECT_NE(ended.output.find(said), std::string::npos) << text << ended.output;
    EXPECT_NE(ended.output.find(code), std::string::npos) << text << ended.output;
  }
}

TEST(Configuration, AMissingFileIsNamed) {
  Folder const folder;
  auto const ended = run_central(folder, {"--config", folder / "none.toml"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.output.find("none.toml: 找不到配置文件"), std::string::npos) << ended.output;
}

TEST(Configuration, TheCommentedExampleIsValid) {
  Folder const folder;
  auto const ended = run_central(folder, {"--check", "--config", CE_SOURCE_DIR "/config/central.toml"});
  EXPECT_EQ(ended.code, 0) << ended.output;
}

TEST(CommandLine, HelpVersionAndMistakes) {
  Folder const folder;
  EXPECT_EQ(run_central(folder, {"--help"}).code, 0);
  EXPECT_EQ(run_central(folder, {"--version"}).code, 0);
  EXPECT_EQ(run_central(folder, {"--prot"}).code, 2);
}

TEST(Address, OneThatIsTakenIsNamed) {
  CentralProcess const first;
  Folder const folder{fill_store};
  auto text = config_text(folder);
  text.replace(text.find("port = 0"), 8, "port = " + std::to_string(first.port()));
  auto const ended = with_config(folder, text);
  EXPECT_EQ(ended.code, 4) << "it may be free later: the unit tries on";
  EXPECT_NE(ended.output.find("127.0.0.1 port " + std::to_string(first.port())), std::string::npos)
      << ended.output;
}

TEST(Address, OneThatTheNetworkHasNotBroughtYetIsWorthAnotherTry) {
  Folder const folder{fill_store};
  // Of documentation alone (RFC 5737): no machine has it.
  auto const ended = with_config(folder, config_text(folder, "", "address = \"192.0.2.1\"\n"));
  EXPECT_EQ(ended.code, 4);
  EXPECT_NE(ended.output.find("192.0.2.1 port 0"), std::string::npos) << ended.output;
  EXPECT_NE(ended.output.find("address_unavailable"), std::string::npos) << ended.output;
}

TEST(DamagedDatabase, IsRefusedAndLeftAsItIs) {
  if (test::on_postgresql()) GTEST_SKIP() << "files alone can be damaged from outside";
  Folder const original{fill_store};
  auto const whole = test::read_all(original / "central.db");
  auto garbled = whole;
  garbled.replace(0, 16, "not a database!!");
  for (auto const& content : {std::string{}, std::string{"x"}, whole.substr(0, whole.size() / 2), garbled}) {
    Folder const folder;
    std::ofstream{folder / "central.db", std::ios::binary} << content;
    auto const ended = with_config(folder, config_text(folder));
    EXPECT_EQ(ended.code, 3) << content.size() << ended.output;
    EXPECT_NE(ended.output.find("central.db"), std::string::npos) << ended.output;
    EXPECT_EQ(test::read_all(folder / "central.db"), content);
  }
}

TEST(MissingDatabase, IsNotMadeBySilence) {
  Folder const folder;
  auto const ended = with_config(folder, config_text(folder));
  EXPECT_EQ(ended.code, 3);
  EXPECT_NE(ended.output.find("ce-admin init"), std::string::npos) << ended.output;
  EXPECT_FALSE(std::filesystem::exists(folder / "central.db"));
}

Ended with_url(std::string const& url) {
  Folder const folder;
  auto text = config_text(folder);
  auto const at = text.find("url = \"") + 7;
  return with_config(folder, text.replace(at, text.find('"', at) - at, url));
}

struct DatabaseServer : testing::Test {
  void SetUp() override {
    if (!test::on_postgresql()) GTEST_SKIP() << "of PostgreSQL alone";
  }
};

TEST_F(DatabaseServer, OneThatDoesNotAnswerIsSaidWithACodeOfItsOwn) {
  auto const ended = with_url("postgresql://ce@127.0.0.1:1/ce");
  EXPECT_EQ(ended.code, 4);
  EXPECT_NE(ended.output.find("127.0.0.1:1/ce：数据库服务器连接不上"), std::string::npos) << ended.output;
}

TEST_F(DatabaseServer, ADatabaseThatIsNotThereIsSaid) {
  auto const ended = with_url(test::cluster_location("nowhere"));
  EXPECT_EQ(ended.code, 3);
  EXPECT_NE(ended.output.find("没有这个数据库"), std::string::npos) << ended.output;
}

TEST_F(DatabaseServer, ARefusedPasswordIsSaidAndNotShown) {
  auto const ended = with_url(test::cluster_location("postgres", "locked") + " passfile=/dev/null");
  EXPECT_EQ(ended.code, 3);
  EXPECT_NE(ended.output.find("口令"), std::string::npos) << ended.output;
}

TEST_F(DatabaseServer, ANewerSchemaIsRefused) {
  Folder const folder{fill_store};
  auto database = postgres::connect(folder.store(), {}).value();
  ASSERT_TRUE(database.execute(
      "INSERT INTO schema_steps (step, name) SELECT MAX(step) + 1, 'new' FROM schema_steps"));
  auto const ended = with_config(folder, config_text(folder));
  EXPECT_EQ(ended.code, 3);
  EXPECT_NE(ended.output.find("请安装新版本"), std::string::npos) << ended.output;
}

}  // namespace
}  // namespace ce::tests

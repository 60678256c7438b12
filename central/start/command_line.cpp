#include "central/start/command_line.h"

#include <CLI/CLI.hpp>

namespace ce::central {

std::variant<CommandLine, int> parse_command_line(int argc, char** argv) {
  CommandLine line;
  CLI::App app{"ce-central：广东省专业技术人员继续教育管理系统", "ce-central"};
  app.set_help_flag("-h,--help", "显示本说明");
  app.set_version_flag("--version", "ce-central " CE_VERSION, "显示版本");
  app.add_option("--config", line.config, "配置文件，默认 /etc/ce-central/central.toml")->option_text("FILE");
  app.add_option("--port-file", line.port_file, "启动后把实际监听端口写入此文件")->option_text("FILE");
  app.add_flag("--check", line.check, "检查配置、规则和行政区划，不启动");
  app.add_flag("--routes", line.routes, "列出全部接口地址，不启动（仍需配置和数据库）");
  app.footer(
      "退出码：0 正常；2 配置或命令行有误；3 数据库不能使用（未作任何改动）；4 数据库服务器暂时连不上。");
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return line;
}

}  // namespace ce::central

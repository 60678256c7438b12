#include "kiosk/start/command_line.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <optional>
#include <utility>

namespace ce::start {
namespace {

// "1080x1920", both in 1..20000.
std::optional<std::pair<int, int>> two_sizes(std::string const& text) {
  std::pair<int, int> sizes;
  char const* end = text.data() + text.size();
  auto const first = std::from_chars(text.data(), end, sizes.first);
  if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') return std::nullopt;
  auto const second = std::from_chars(first.ptr + 1, end, sizes.second);
  if (second.ec != std::errc{} || second.ptr != end) return std::nullopt;
  auto const sane = [](int size) { return size > 0 && size <= 20000; };
  if (!sane(sizes.first) || !sane(sizes.second)) return std::nullopt;
  return sizes;
}

CLI::Validator const size_pair{[](std::string const& text) {
                                 return two_sizes(text) ? std::string{}
                                                        : "应为 宽x高，如 1080x1920，而不是 " + text;
                               },
                               "WxH"};

}  // namespace

// Each task of hall staff is a command of its own.
static void add_staff_commands(CLI::App& app, std::optional<staff::Order>& chosen, staff::Order& order) {
  app.require_subcommand(0, 1);
  auto const does = [&](CLI::App* command, staff::Task task) {
    command->callback([&chosen, &order, task, command] {
      order.task = task;
      order.came_out = command->get_name() == "came-out";
      chosen = order;
    });
    return command;
  };
  auto* const prints = app.add_subcommand("prints", "待确认的打印；登记是否出纸");
  prints->require_subcommand(1);
  does(prints->add_subcommand("list", "列出"), staff::Task::list_prints);
  auto* const out = does(prints->add_subcommand("came-out", "见到了证书"), staff::Task::settle_print);
  out->add_option("print", order.print, "打印编号")->required();
  auto* const none = does(prints->add_subcommand("no-sheet", "没有出纸"), staff::Task::settle_print);
  none->add_option("print", order.print, "打印编号")->required();

  auto* const paper = app.add_subcommand("paper", "证书纸：装入号段、作废、核对、日报");
  paper->require_subcommand(1);
  auto* const load = does(paper->add_subcommand("load", "登记装入的号段"), staff::Task::load_paper);
  load->add_option("first", order.range.first, "第一张的号码")->required();
  load->add_option("last", order.range.last, "最后一张的号码")->required();
  load->add_option("--prefix", order.range.prefix, "号码前的字母");
  load->add_option("--digits", order.range.digits, "号码位数，默认 8");
  auto* const spoilt = does(paper->add_subcommand("void", "打坏的一张作废"), staff::Task::void_blank);
  spoilt->add_option("number", order.number, "完整的流水号")->required();
  spoilt->add_option("--reason", order.reason, "原因")->required();
  auto* const next =
      does(paper->add_subcommand("next", "核对：纸盒最上面一张的号码"), staff::Task::top_sheet);
  next->add_option("serial", order.serial, "号码（不含字母）")->required();
  next->add_option("--reason", order.reason, "跳过的号码为何作废");
  auto* const day =
      does(paper->add_subcommand("report", "日报：使用、作废、剩余"), staff::Task::report_paper);
  day->add_option("--day", order.day, "日期，默认今天");
  auto* const ledger = app.add_subcommand("ledger", "打印台账：状况；核对证书纸后继续使用");
  ledger->require_subcommand(1);
  does(ledger->add_subcommand("status", "台账状况、待送出和未被接受的记录"), staff::Task::ledger_status);
  auto* const accept = does(ledger->add_subcommand("accept", "核对后继续使用"), staff::Task::accept_ledger);
  accept->add_option("serial", order.serial, "纸盒最上面一张的号码（不含字母）；普通纸填下一个未用的号码")
      ->required();
  auto* const page = does(paper->add_subcommand("calibrate", "套打位置：校准页，查看和登记每台打印机的偏移"),
                          staff::Task::calibrate);
  page->add_flag("--print", order.print_page, "打印校准页；先在纸盒最上面放一张白纸");
  page->add_option("--out", order.file, "校准页写入这个 PDF 文件");
  page->add_option("--right", order.right, "登记：内容向右移多少毫米，如 1.5 或 -0.4");
  page->add_option("--down", order.down, "登记：内容向下移多少毫米");
  auto* const area = app.add_subcommand("staff", "屏幕上的工作人员区");
  area->require_subcommand(1);
  does(area->add_subcommand("pin", "设置密码：输入两遍，不显示；或从标准输入读一行"), staff::Task::set_pin);
  does(area->add_subcommand("cards", "在用的员工卡"), staff::Task::list_cards);
  auto* const back = does(area->add_subcommand("take-back", "收回一张员工卡：立即失效；丢失时用"),
                          staff::Task::take_back_card);
  back->add_option("number", order.card, "卡的编号")->required();
  auto* const printer = app.add_subcommand("printer", "打印机");
  printer->require_subcommand(1);
  does(printer->add_subcommand("status", "现在的状况"), staff::Task::look_at_printer);
  does(printer->add_subcommand("accept", "更换打印机后确认使用"), staff::Task::accept_printer);
}

static void add_cache_commands(CLI::App& app, std::optional<CacheTask>& chosen) {
  auto* const cache = app.add_subcommand("cache", "断网备用资料：状况；密钥的更换、销毁");
  cache->require_subcommand(1);
  cache->add_subcommand("status", "保存了多少，是否已到上限")->callback([&chosen] {
    chosen = CacheTask::status;
  });
  cache->add_subcommand("rotate", "更换密钥；服务程序运行时逐条重新加密，可随时中断")->callback([&chosen] {
    chosen = CacheTask::rotate;
  });
  cache->add_subcommand("erase", "立即销毁密钥和全部备用资料；打印台账不受影响")->callback([&chosen] {
    chosen = CacheTask::erase;
  });
}

std::variant<CommandLine, int> parse_command_line(int argc, char** argv) {
  CommandLine line;
  std::string windowed;
  std::string display_mm;
  CLI::App app{"ce-kiosk：广东省专业技术人员继续教育证书自助服务终端", "ce-kiosk"};
  app.set_help_flag("-h,--help", "显示本说明");
  app.set_version_flag("--version", "ce-kiosk " CE_VERSION, "显示版本");
  app.add_option("--config", line.config, "配置文件，默认 /etc/ce-kiosk/kiosk.toml")->option_text("FILE");
  app.add_option("--windowed", windowed, "开一个这么大的窗口（像素），不占全屏")
      ->check(size_pair)
      ->option_text("WxH");
  app.add_option("--display-mm", display_mm, "显示屏的实际尺寸（毫米），默认问显示器")
      ->check(size_pair)
      ->option_text("WxH");
  app.add_flag("--check", line.check, "检查配置和文字，不启动");
  app.add_flag("--print-config", line.print_config, "打印生效的全部配置，不启动");
  app.add_option(
         "--may-update", line.may_update,
         "现在可否安装这个版本：管理系统允许、不在开放时间、没有人使用、没有打印待核实；不可以则退出码为 1。"
         "写 any 则问现在有没有可以安装的版本，是哪一个")
      ->option_text("VERSION|any");
  app.add_option("--set-up", line.set_up, "按答案文件设置本机：逐项检查，全部通过才写入配置")
      ->option_text("FILE");
  app.add_option("--enrol", line.enrol.reveal(), "用管理系统生成的登记码登记本机：生成密钥，取得证书")
      ->option_text("CODE");
  staff::Order order;
  add_staff_commands(app, line.staff, order);
  add_cache_commands(app, line.cache);
  app.footer("退出码：0 正常；2 配置或命令行有误；3 本机数据或显示不能使用；10 工作人员要求重新启动。");
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (auto const size = two_sizes(windowed)) line.window.windowed = {size->first, size->second};
  if (auto const size = two_sizes(display_mm)) {
    line.window.display_mm = {static_cast<float>(size->first), static_cast<float>(size->second)};
  }
  return line;
}

}  // namespace ce::start

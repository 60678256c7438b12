#include "central_process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <thread>

#include "fixture.h"
#include "support/files.h"
#include "support/tied_child.h"

namespace ce::tests {
namespace {

pid_t start(std::filesystem::path const& output, std::vector<std::string> words) {
  words.insert(words.begin(), CE_BIN_DIR "/ce-central");
  int const file = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  pid_t const pid = test::start_tied({std::move(words), {{file, STDOUT_FILENO}, {file, STDERR_FILENO}}, {}});
  ::close(file);
  return pid;
}

Ended wait_for(pid_t pid, std::filesystem::path const& output) {
  int status = 0;
  waitpid(pid, &status, 0);
  return {.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status),
          .output = test::read_all(output)};
}

}  // namespace

Ended run_central(Folder const& folder, std::vector<std::string> const& words) {
  return wait_for(start(folder / "output", words), folder / "output");
}

std::string config_text(Folder const& folder, std::string_view more, std::string_view more_http) {
  std::string text = "[http]\nport = 0\n";
  text.append(more_http);
  text += std::string{"\n[store]\n"} + (test::on_postgresql() ? "url" : "path") + " = \"" + folder.store() +
          "\"\n[data]\nconfig_dir = \"" CE_SOURCE_DIR "/config\"\nfiles_dir = \"" +
          (folder / "files").string() + "\"\n[public]\nbase_url = \"https://jxjy.example.gov.cn\"\n";
  if (test::on_postgresql()) text += "[grants]\nkey_dir = \"" + (folder / "grant-keys").string() + "\"\n";
  return text.append("[kiosks]\nbearer_keys = \"this_machine\"\n").append(more);
}

CentralProcess::CentralProcess(std::string_view more, std::string_view more_http, Prepare const& prepare)
    : folder(fill_store) {
  prepare(folder);
  start_on(config_text(folder, more, more_http));
}

CentralProcess::CentralProcess(Beside beside) {
  start_on(config_text(beside.other.folder));
}

void CentralProcess::kill_and_start_again() {
  signal(SIGKILL);
  EXPECT_EQ(wait().code, -SIGKILL);
  std::filesystem::remove(folder / "port");
  port_ = 0;
  start_on(config_);
}

void CentralProcess::start_on(std::string const& config) {
  config_ = config;
  std::ofstream{folder / "central.toml"} << config;
  pid_ = start(folder / "output", {"--config", folder / "central.toml", "--port-file", folder / "port"});
  for (int i = 0; i < 3000 && port_ == 0; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
    port_ = static_cast<std::uint16_t>(number_in(test::read_all(folder / "port")));
    if (waitpid(pid_, nullptr, WNOHANG) == pid_) {
      pid_ = -1;
      break;
    }
  }
  EXPECT_NE(port_, 0) << test::read_all(folder / "output");
}

CentralProcess::~CentralProcess() {
  if (pid_ < 0) return;
  signal(SIGTERM);
  auto const ended = wait();
  EXPECT_EQ(ended.code, 0) << ended.output;
}

void CentralProcess::signal(int number) const {
  kill(pid_, number);
}

Ended CentralProcess::wait() {
  return wait_for(std::exchange(pid_, -1), folder / "output");
}

Answer CentralProcess::ask(std::string_view bytes) const {
  auto wire = connect();
  wire.send(bytes);
  return wire.receive();
}

Answer CentralProcess::post_as_kiosk(std::string_view target, std::string_view body) const {
  return ask(request("POST", target, kiosk_headers(), body));
}

std::string kiosk_headers() {
  return std::string{"Content-Type: application/json\r\nX-Kiosk-Id: "} + kiosk_id +
         "\r\nAuthorization: Bearer " + kiosk_key + "\r\n";
}

}  // namespace ce::tests

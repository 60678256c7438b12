#include <poll.h>
#include <signal.h>

#include <CLI/CLI.hpp>
#include <array>
#include <filesystem>
#include <iostream>
#include <string>

#include "tests/devices/control_socket.h"
#include "tests/devices/reader_control.h"

// A card reader for the demo and the tests: speaks the SAM protocol on a pty, does what its control says.

namespace {

volatile sig_atomic_t stopped = 0;

void stop(int) {
  stopped = 1;
}

struct Options {
  std::string link;
  std::string control;
  std::string card;
  unsigned baud = 115200;
  std::vector<std::string> send;
};

int fail(std::string const& what) {
  std::cerr << "ce-test-reader: " << what << '\n';
  return 1;
}

// A relative card file is meant from where the command is given, not from where the reader runs.
int send(std::string const& path, std::string line) {
  if (line.starts_with("lay ")) line = "lay " + std::filesystem::absolute(line.substr(4)).string();
  auto const answer = ce::devices::send_line(path, line);
  if (!answer) return fail(path + ": no reader listens there");
  if (!answer->starts_with("ok")) return fail(*answer);
  std::cout << *answer << '\n';
  return 0;
}

int serve(Options const& options) {
  ce::devices::TestReader reader{options.baud};
  if (auto const trouble = reader.line.plug(options.link); !trouble.empty()) return fail(trouble);
  ce::devices::ControlSocket control;
  if (!options.control.empty()) {
    if (auto const trouble = control.listen(options.control); !trouble.empty()) return fail(trouble);
  }
  if (!options.card.empty()) {
    auto const answer = obey(reader, "lay " + options.card);
    if (answer != "ok") return fail(answer);
  }
  std::cout << "ready " << options.link << std::endl;
  while (stopped == 0) {
    std::array<pollfd, 2> watched{{{reader.line.fd(), POLLIN, 0}, {control.fd(), POLLIN, 0}}};
    if (::poll(watched.data(), watched.size(), 1000) <= 0) continue;
    if ((watched[0].revents & POLLIN) != 0) reader.serve();
    if ((watched[1].revents & POLLIN) != 0) {
      control.serve([&](std::string const& line) { return obey(reader, line); });
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app{"A wire-level reader of identity cards on a pty"};
  auto* link = app.add_option("--link", options.link, "Symbolic link to the device that is made");
  app.add_option("--control", options.control, "Unix socket that takes the commands below");
  app.add_option("--lay", options.card, "Card file to begin with");
  app.add_option("--baud", options.baud, "Pace of the line; 0: as fast as it goes")->capture_default_str();
  app.add_option("--send", options.send, "PATH LINE: send one command to a running reader")->expected(2);
  app.footer(std::string{"Commands:\n"} + ce::devices::control_help);
  CLI11_PARSE(app, argc, argv);
  if (!options.send.empty()) return send(options.send[0], options.send[1]);
  if (link->empty()) return fail("--link or --send is needed");

  struct sigaction action {};
  action.sa_handler = stop;
  ::sigaction(SIGTERM, &action, nullptr);
  ::sigaction(SIGINT, &action, nullptr);
  return serve(options);
}

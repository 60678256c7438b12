// ce-bench-limit ROUNDS [FOLDER]: what kernel and hardware allow here, a line of JSON for each thing and
// round. The folder (the present one unless given) is where synced and read pages lie.
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <numeric>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t page_bytes = 4096;
constexpr std::size_t file_pages = 16'384;
constexpr std::size_t memory_bytes = std::size_t{256} << 20U;

int must(ssize_t result, char const* what) {
  if (result >= 0) return static_cast<int>(result);
  std::perror(what);
  std::exit(1);
}

template <class Work>
double microseconds(Work const& work) {
  auto const begin = Clock::now();
  work();
  return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

template <class Work>
double median_of(int times, Work const& work) {
  std::vector<double> took(static_cast<std::size_t>(times));
  for (auto& one : took) one = microseconds(work);
  std::nth_element(took.begin(), took.begin() + times / 2, took.end());
  return took[took.size() / 2];
}

void tell(char const* what, int round, double value) {
  std::printf("{\"limit\": \"%s\", \"round\": %d, \"value\": %.4f}\n", what, round, value);
  std::fflush(stdout);
}

/// A file of chance bytes, gone from its folder at once.
struct PagesFile {
  explicit PagesFile(std::string const& folder)
      : name(folder + "/ce-bench-limit-" + std::to_string(::getpid())) {
    file = must(::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600), "open");
    std::mt19937_64 chance{5};
    std::vector<std::uint64_t> bytes(page_bytes / 8 * 256);
    for (std::size_t at = 0; at < file_pages; at += 256) {
      std::generate(bytes.begin(), bytes.end(), std::ref(chance));
      must(::write(file, bytes.data(), bytes.size() * 8), "write");
    }
    must(::fsync(file), "fsync");
    straight = ::open(name.c_str(), O_RDONLY | O_DIRECT | O_CLOEXEC);  // not every file system has that
    must(::unlink(name.c_str()), "unlink");
  }
  PagesFile(PagesFile const&) = delete;
  PagesFile& operator=(PagesFile const&) = delete;
  ~PagesFile() {
    ::close(file);
    if (straight >= 0) ::close(straight);
  }
  off_t somewhere() { return static_cast<off_t>(chance() % file_pages * page_bytes); }

  std::string name;
  int file = -1, straight = -1;
  std::mt19937_64 chance{7};
};

struct alignas(page_bytes) Page {
  std::array<char, page_bytes> bytes{};
};

void disk(PagesFile& pages, int round) {
  static Page page;
  tell("sync_us", round, median_of(60, [&] {
         must(::pwrite(pages.file, page.bytes.data(), page_bytes, pages.somewhere()), "pwrite");
         must(::fdatasync(pages.file), "fdatasync");
       }));
  constexpr int reads = 2000;
  tell("page_in_memory_us", round,
       median_of(20, [&] {
         for (int i = 0; i < reads; ++i) {
           must(::pread(pages.file, page.bytes.data(), page_bytes, pages.somewhere()), "pread");
         }
       }) / reads);
  if (pages.straight < 0) return;
  tell("page_of_disk_us", round, median_of(200, [&] {
         must(::pread(pages.straight, page.bytes.data(), page_bytes, pages.somewhere()), "pread");
       }));
}

void memory(int round) {
  static std::vector<std::uint64_t> from(memory_bytes / 8, 1);
  static std::vector<std::uint64_t> to(memory_bytes / 8, 2);
  volatile std::uint64_t sink = 0;
  auto const gigabytes = [](double us) { return static_cast<double>(memory_bytes) / us / 1000; };
  tell("memory_read_gb_s", round,
       gigabytes(median_of(5, [&] { sink = std::accumulate(from.begin(), from.end(), sink + 0); })));
  tell("memory_copy_gb_s", round,
       gigabytes(median_of(5, [&] { std::memcpy(to.data(), from.data(), memory_bytes); })));
  sink = to[static_cast<std::size_t>(round)];
}

/// A byte there and back between two threads over TCP.
void loopback(int round) {
  int const listener = must(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof place;
  auto* const address = reinterpret_cast<sockaddr*>(&place);
  must(::bind(listener, address, length), "bind");
  must(::listen(listener, 1), "listen");
  must(::getsockname(listener, address, &length), "getsockname");
  std::thread other{[listener] {
    int const line = must(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC), "accept");
    int const at_once = 1;
    ::setsockopt(line, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    for (char byte = 0; ::read(line, &byte, 1) == 1;) must(::write(line, &byte, 1), "write");
    ::close(line);
  }};
  int const line = must(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
  must(::connect(line, address, length), "connect");
  int const at_once = 1;
  ::setsockopt(line, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  tell("round_trip_us", round, median_of(2000, [&] {
         char byte = 1;
         must(::write(line, &byte, 1), "write");
         must(::read(line, &byte, 1), "read");
       }));
  ::close(line);
  other.join();
  ::close(listener);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: ce-bench-limit ROUNDS [FOLDER]\n", stderr);
    return 2;
  }
  PagesFile pages{argc > 2 ? argv[2] : "."};
  for (int round = 1; round <= std::atoi(argv[1]); ++round) {  // NOLINT(cert-err34-c)
    disk(pages, round);
    memory(round);
    loopback(round);
  }
  return 0;
}

#include "shared/crash/crash.h"

#include <execinfo.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <ctime>
#include <memory>

#include "shared/crash/line_writer.h"
#include "shared/crash/modules.h"
#include "shared/log/trail.h"

namespace ce::crash {
namespace {

constexpr std::array signals{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
constexpr int most_frames = 64;
constexpr std::size_t signal_stack = 64 * 1024;

/// Everything the handler needs, there beforehand.
struct Standing {
  std::array<char, 512> prefix{};  // "DIRECTORY/crash-"
  std::array<char, 64> program{};
  std::array<char, 32> version{};
  Modules modules;
  std::array<struct sigaction, signals.size()> former{};
  std::atomic<bool> reporting{false};
};

// Never freed: a crash can come after main().
Standing* standing = nullptr;

std::string_view text_of(char const* text) {
  return text;
}

std::string_view name_of(int signal) {
  switch (signal) {
    case SIGSEGV:
      return "SIGSEGV";
    case SIGBUS:
      return "SIGBUS";
    case SIGILL:
      return "SIGILL";
    case SIGFPE:
      return "SIGFPE";
    default:
      return "SIGABRT";
  }
}

int open_report() {
  std::array<char, 576> name{};
  auto* end = std::copy_n(standing->prefix.data(), text_of(standing->prefix.data()).size(), name.data());
  // The time, so that names sort; the process, so that no two are one.
  auto const put = [&end](std::uint64_t value, int width) {
    for (int i = width; i-- > 0; value /= 10) end[i] = static_cast<char>('0' + value % 10);
    end += width;
  };
  put(static_cast<std::uint64_t>(::time(nullptr)), 12);
  *end++ = '-';
  put(static_cast<std::uint64_t>(::getpid()), 7);
  for (char const c : std::string_view{".txt"}) *end++ = c;
  return ::open(name.data(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
}

void write_frames(LineWriter& out) {
  std::array<void*, most_frames> frames{};
  int const count = ::backtrace(frames.data(), most_frames);
  for (int i = 0; i < count; ++i) {
    auto const address = reinterpret_cast<std::uintptr_t>(frames[static_cast<std::size_t>(i)]);
    auto const* const module = module_at(standing->modules, address);
    if (module == nullptr) {
      out << "frame ?\n";
      continue;
    }
    bool const program = module->name[0] == '\0';
    out << "frame " << text_of(program ? standing->program.data() : module->name.data()) << "+0x";
    out.number(address - module->base, 16) << "\n";
  }
}

void write_report(int signal) {
  int const file = open_report();
  if (file < 0) return;
  LineWriter out{file};
  std::array<char, 17> thread{};
  (void)::prctl(PR_GET_NAME, thread.data());
  out << "program " << text_of(standing->program.data()) << " " << text_of(standing->version.data()) << "\n"
      << "build " << text_of(standing->modules.build_id.data()) << "\n"
      << "time ";
  out.number(static_cast<std::uint64_t>(::time(nullptr)))
      << "\nsignal " << name_of(signal) << "\nthread " << text_of(thread.data()) << "\n";
  for (auto const* const event : log::last_events()) {
    if (event != nullptr) out << "event " << text_of(event) << "\n";
  }
  write_frames(out);
  (void)::fsync(file);
  (void)::close(file);
}

void on_signal(int signal, siginfo_t* about, void* /*registers*/) {
  auto const place =
      static_cast<std::size_t>(std::find(signals.begin(), signals.end(), signal) - signals.begin());
  // A second one, of another thread or of the report itself, waits for the end without one.
  if (!standing->reporting.exchange(true)) write_report(signal);
  // Back to whoever had it: the faulty instruction runs again, and what was sent is sent again.
  (void)::sigaction(signal, &standing->former[place], nullptr);
  if (about == nullptr || about->si_code <= 0) (void)::raise(signal);
}

template <std::size_t N>
void put(std::array<char, N>& place, std::string const& text) {
  std::string_view{text}.substr(0, N - 1).copy(place.data(), N - 1);
}

void drop_old(std::filesystem::path const& directory) {
  auto const all = reports(directory);
  std::error_code ignored;
  // Room for one more.
  for (std::size_t i = most_kept - 1; i < all.size(); ++i) std::filesystem::remove(all[i], ignored);
}

}  // namespace

std::vector<std::filesystem::path> reports(std::filesystem::path const& directory) {
  std::vector<std::filesystem::path> found;
  std::error_code error;
  for (auto const& file : std::filesystem::directory_iterator{directory, error}) {
    if (file.path().filename().string().starts_with("crash-")) found.push_back(file.path());
  }
  std::sort(found.rbegin(), found.rend());
  return found;
}

void report_to(std::filesystem::path const& directory, std::string const& program,
               std::string const& version) {
  std::error_code error;
  if (std::filesystem::create_directories(directory, error)) {
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
  }
  auto const prefix = (std::filesystem::absolute(directory) / "crash-").string();
  if (error || standing != nullptr || prefix.size() >= std::tuple_size_v<decltype(Standing::prefix)>) return;
  drop_old(directory);
  auto made = std::make_unique<Standing>();
  put(made->prefix, prefix);
  put(made->program, program);
  put(made->version, version);
  made->modules = find_modules();
  standing = made.release();
  // The first call loads libgcc's unwinder, which a handler must not.
  std::array<void*, 1> warm{};
  (void)::backtrace(warm.data(), 1);
  // A stack that has overflown is no place to write from. Of this thread; others have theirs as they are.
  static std::array<char, signal_stack> other_stack;
  stack_t const stack{other_stack.data(), 0, other_stack.size()};
  (void)::sigaltstack(&stack, nullptr);
  for (std::size_t i = 0; i < signals.size(); ++i) {
    struct sigaction action {};
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    (void)::sigaction(signals[i], &action, &standing->former[i]);
  }
}

}  // namespace ce::crash

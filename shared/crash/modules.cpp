#include "shared/crash/modules.h"

#include <elf.h>
#include <link.h>

#include <algorithm>
#include <string_view>

#include "shared/base/text.h"

namespace ce::crash {
namespace {

constexpr std::string_view gnu{"GNU\0", 4};

std::size_t padded(std::size_t size) {
  return (size + 3) / 4 * 4;
}

/// The build id in a segment of ELF notes: name size, size, type, name, bytes, each padded to four.
std::string build_id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) head{};
    std::copy_n(notes.data(), sizeof head, reinterpret_cast<char*>(&head));
    notes.remove_prefix(sizeof head);
    auto const name = padded(head.n_namesz);
    auto const size = padded(head.n_descsz);
    if (name + size > notes.size()) return {};
    if (head.n_type == NT_GNU_BUILD_ID && notes.substr(0, head.n_namesz) == gnu) {
      return hex(notes.substr(name, head.n_descsz));
    }
    notes.remove_prefix(name + size);
  }
  return {};
}

template <std::size_t N>
void put(std::array<char, N>& place, std::string_view text) {
  text.substr(0, N - 1).copy(place.data(), N - 1);
}

int take(dl_phdr_info* file, std::size_t /*size*/, void* into) {
  auto& modules = *static_cast<Modules*>(into);
  bool const program = modules.count == 0;  // the loader tells it first
  if (modules.count == modules.all.size()) return 1;
  auto& module = modules.all[modules.count++];
  std::string_view const path = file->dlpi_name != nullptr ? file->dlpi_name : "";
  put(module.name, program ? "" : path.substr(path.rfind('/') + 1));
  module.base = file->dlpi_addr;
  module.begin = UINTPTR_MAX;
  for (std::size_t i = 0; i < file->dlpi_phnum; ++i) {
    auto const& part = file->dlpi_phdr[i];
    auto const from = static_cast<std::uintptr_t>(file->dlpi_addr + part.p_vaddr);
    if (part.p_type == PT_LOAD) {
      module.begin = std::min(module.begin, from);
      module.end = std::max(module.end, from + part.p_memsz);
    }
    if (part.p_type == PT_NOTE && program && modules.build_id[0] == '\0') {
      // The loader tells addresses as numbers.
      auto const* const notes = reinterpret_cast<char const*>(from);  // NOLINT(performance-no-int-to-ptr)
      put(modules.build_id, build_id_in({notes, part.p_filesz}));
    }
  }
  return 0;
}

}  // namespace

Modules find_modules() {
  Modules modules;
  dl_iterate_phdr(take, &modules);
  return modules;
}

Module const* module_at(Modules const& modules, std::uintptr_t address) {
  auto const* const end = modules.all.data() + modules.count;
  auto const* const found = std::find_if(modules.all.data(), end, [address](Module const& module) {
    return address >= module.begin && address < module.end;
  });
  return found == end ? nullptr : found;
}

}  // namespace ce::crash

// free() and realloc() of the whole process, the standard library's operator delete included, which calls
// them.
#include "shared/freed_memory/freed_memory.h"

#include <malloc.h>
#include <strings.h>

#include <cstdlib>
#include <cstring>

// What g++ says by itself, clang says by a question.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CE_ADDRESS_SANITIZER
#elif __has_feature(thread_sanitizer)
#define CE_THREAD_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define CE_ADDRESS_SANITIZER
#elif defined(__SANITIZE_THREAD__)
#define CE_THREAD_SANITIZER
#endif

#if defined(CE_ADDRESS_SANITIZER)

// Of sanitizer/allocator_interface.h, which g++ 12 comes without.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
int __sanitizer_install_malloc_and_free_hooks(void (*on_malloc)(void const volatile*, std::size_t),
                                              void (*on_free)(void const volatile*));
std::size_t __sanitizer_get_allocated_size(void const volatile* block);
}
// NOLINTEND(readability-identifier-naming)

namespace ce {
namespace {

void wipe(void const volatile* block) {
  auto* const mine = const_cast<void*>(block);
  if (mine != nullptr) ::explicit_bzero(mine, __sanitizer_get_allocated_size(mine));
}

void nothing(void const volatile* /*block*/, std::size_t /*size*/) {}

}  // namespace

bool wipe_freed_memory() {
  return __sanitizer_install_malloc_and_free_hooks(nothing, wipe) != 0;
}

}  // namespace ce

#elif defined(CE_THREAD_SANITIZER)

namespace ce {

bool wipe_freed_memory() {
  return false;
}

}  // namespace ce

#else

#if defined(__clang__)
#define CE_OPAQUE noinline
#else
#define CE_OPAQUE noipa
#endif

// glibc's own under the names by which a program that replaces some of them may still reach them. noipa:
// where a caller and its malloc() are in sight, a hardened build would take what malloc() gave beyond the
// asked for an overflow.
extern "C" {
void __libc_free(void* block);
void* __libc_realloc(void* block, std::size_t size);

__attribute__((visibility("default"), used, CE_OPAQUE)) void free(void* block) {
  if (block == nullptr) return;
  ::explicit_bzero(block, ::malloc_usable_size(block));
  __libc_free(block);
}

// One that grows is a new block, so that the old one goes through free().
__attribute__((visibility("default"), used, CE_OPAQUE)) void* realloc(void* block, std::size_t size) {
  if (block == nullptr) return std::malloc(size);
  auto const had = ::malloc_usable_size(block);
  if (size <= had) {  // also 0: then glibc frees it, wiped
    ::explicit_bzero(static_cast<char*>(block) + size, had - size);
    return __libc_realloc(block, size);
  }
  void* const fresh = std::malloc(size);
  if (fresh == nullptr) return nullptr;
  std::memcpy(fresh, block, had);
  ::free(block);
  return fresh;
}
}

namespace ce {

bool wipe_freed_memory() {
  return true;
}

}  // namespace ce

#endif

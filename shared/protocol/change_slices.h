#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/protocol/changes.h"

/// A page of the delta for who keeps its changes unread and reads only those of the person who comes: a
/// region has a million of them, and a visit needs five.
namespace ce::protocol {

/// One change, in place within its page.
struct ChangeSlice {
  std::string_view kind;
  std::string_view id;
  std::string_view holder;  // of a certificate or a standing; empty: it is removed, or of another kind
  bool removed = false;
  std::string_view text;  // the whole change as central wrote it
};

struct SlicedPage {
  std::vector<ChangeSlice> changes;
  std::string cursor;
  bool has_more = false;
};

/// Cuts pages; its buffers are used again from page to page. One thread.
class ChangeSlicer {
 public:
  ChangeSlicer();
  ChangeSlicer(ChangeSlicer&&) noexcept;
  ChangeSlicer& operator=(ChangeSlicer&&) noexcept;
  ~ChangeSlicer();

  /// Good until the next call. Fails as read_changes(), but for what is within a change besides the members
  /// above: read_slices() finds that.
  [[nodiscard]] Result<SlicedPage> cut(std::string_view page);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

/// The changes that these texts are. Fails as read_changes() does.
[[nodiscard]] Result<std::vector<Change>> read_slices(std::span<SecretText const> texts);

}  // namespace ce::protocol

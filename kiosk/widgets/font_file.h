#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <vector>

#include "shared/base/result.h"

struct FT_FaceRec_;
struct FT_LibraryRec_;

namespace ce::widgets {

/// FreeType itself. One thread at a time; outlives every FontFile made with it.
class FontEngine {
 public:
  [[nodiscard]] static Result<FontEngine> start();
  [[nodiscard]] FT_LibraryRec_* handle() const { return library_.get(); }

 private:
  struct Stop {
    void operator()(FT_LibraryRec_* library) const;
  };
  explicit FontEngine(FT_LibraryRec_* library) : library_(library) {}
  std::unique_ptr<FT_LibraryRec_, Stop> library_;
};

/// A coverage bitmap with its place relative to the pen on the baseline.
struct GlyphImage {
  int left = 0;  // px right of the pen
  int top = 0;   // px above the baseline
  int width = 0;
  int height = 0;
  float advance = 0;
  std::vector<unsigned char> coverage;  // width x height
};

/// One face of one font file, mapped into memory (a 20 MB collection costs only the pages touched).
class FontFile {
 public:
  /// asset_missing if the file is not there or is no font.
  [[nodiscard]] static Result<FontFile> open(FontEngine const& engine, std::filesystem::path const& path,
                                             int index);

  [[nodiscard]] bool has(char32_t code) const;
  /// The glyph at `em` pixels, made bolder by `embolden` pixels. An empty image for a blank.
  [[nodiscard]] GlyphImage rasterise(char32_t code, int em, float embolden) const;

 private:
  struct Unmap {
    Unmap() : size(0) {}
    explicit Unmap(std::size_t bytes) : size(bytes) {}
    std::size_t size;
    void operator()(void* memory) const;
  };
  struct Close {
    void operator()(FT_FaceRec_* face) const;
  };
  FontFile() = default;
  std::unique_ptr<void, Unmap> memory_;
  std::unique_ptr<FT_FaceRec_, Close> face_;
};

}  // namespace ce::widgets

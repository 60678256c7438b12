#include "central/registration/package.h"

#include <zip.h>

#include <array>
#include <string>

#include "central/registration/grid.h"

namespace ce::registration {
namespace {

constexpr zip_int64_t most_parts = 1000;
// All parts of one file together. 20,000 rows of 18 columns come to some 40 MB.
constexpr std::size_t most_unpacked = 160U << 20U;
// Tables of much the same rows pack 60 times at most; deflate's own limit, which bombs reach, is 1032.
constexpr std::size_t most_ratio = 250;
constexpr std::size_t ratio_from = 4U << 20U;

Failure too_much() {
  return refused_file("文件解压后过大，可能不是正常的表格；请复制内容到模板中另存后重新上传");
}

}  // namespace

struct Package::Archive {
  zip_t* zip = nullptr;
  std::size_t unpacked = 0;  // of all parts read so far

  Archive() = default;
  Archive(Archive const&) = delete;
  Archive& operator=(Archive const&) = delete;
  ~Archive() {
    if (zip != nullptr) zip_discard(zip);
  }
};

Package::Package(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
Package::Package(Package&&) noexcept = default;
Package::~Package() = default;

Result<Package> Package::open(std::string_view bytes) {
  auto archive = std::make_unique<Archive>();
  zip_error_t error;
  zip_error_init(&error);
  auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    archive->zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (archive->zip == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (archive->zip == nullptr) return damaged_book();
  if (zip_get_num_entries(archive->zip, 0) > most_parts) return too_much();
  return Package{std::move(archive)};
}

bool Package::has(std::string_view part) const {
  return zip_name_locate(archive_->zip, std::string{part}.c_str(), 0) >= 0;
}

Result<void> Package::read(std::string_view part, std::function<Result<void>(std::string_view)> const& take) {
  std::string const name{part};
  zip_stat_t facts;
  if (zip_stat(archive_->zip, name.c_str(), 0, &facts) != 0) return damaged_book();
  if ((facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE) {
    return refused_file("文件有密码，请取消密码后重新上传");
  }
  std::unique_ptr<zip_file_t, decltype(&zip_fclose)> const file{zip_fopen(archive_->zip, name.c_str(), 0),
                                                                &zip_fclose};
  if (!file) return damaged_book();
  std::array<char, 65536> piece{};
  std::size_t const packed = std::max<std::size_t>(facts.comp_size, 1);
  for (std::size_t got = 0;;) {
    auto const size = zip_fread(file.get(), piece.data(), piece.size());
    if (size < 0) return damaged_book();
    if (size == 0) return {};
    got += static_cast<std::size_t>(size);
    archive_->unpacked += static_cast<std::size_t>(size);
    if (archive_->unpacked > most_unpacked || (got > ratio_from && got / packed > most_ratio)) {
      return too_much();
    }
    CE_CHECK(take({piece.data(), static_cast<std::size_t>(size)}));
  }
}

}  // namespace ce::registration

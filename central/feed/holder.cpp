#include "central/feed/feed.h"
#include "central/store/digest.h"

namespace ce::feed {

std::string holder_of(std::string_view id_number) {
  return store::sha256_hex("ce-holder-1" + std::string{id_number});
}

}  // namespace ce::feed

#include "central/http/missing_keys.h"

#include "central/grants/keys.h"
#include "central/tokens/keys.h"

namespace ce::http {

std::vector<MissingKey> missing_keys(store::Store const& store, signing::KeyRing const& ring, Instant now) {
  std::vector<MissingKey> missing;
  auto const lacks = [](Result<void> const& can) {
    return !can && can.failure().code == FailureCode::grant_key_missing;
  };
  if (lacks(tokens::can_sign(store, ring, now))) {
    missing.push_back({"certificate_key",
                       "没有证书签名密钥：证书二维码暂不带签名，只能联网核验。请运行 ce-admin keys new --for "
                       "certificates；多台机器共用数据库时，把密钥文件复制到本机"});
  }
  if (lacks(grants::can_sign(store, ring))) {
    missing.push_back({"grant_key",
                       "没有打印授权密钥：自助终端暂不能打印。请运行 ce-admin keys "
                       "new；多台机器共用数据库时，把密钥文件复制到本机"});
  }
  return missing;
}

}  // namespace ce::http

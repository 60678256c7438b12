#include "kiosk/drivers/central/tls_words.h"

#include <array>

#include "shared/tpm/tpm.h"

namespace ce::drivers {
namespace {

struct Saying {
  std::string_view part;
  std::string_view chinese;
};

// In this order: alerts are central's about us, the others ours about central. OpenSSL 3.0 and libcurl 7.88.
constexpr auto sayings = std::to_array<Saying>({
    {tpm::no_signature,
     "本机的安全芯片（TPM）没有签名：芯片不在、被清空，或本程序无权使用，请检查；换过芯片或主板的请重新登记本"
     "机"},
    {"alert certificate expired", "管理系统不接受本机：本机的证书已过期，请重新登记本机"},
    {"alert certificate revoked", "管理系统不接受本机：本机的证书已吊销，请重新登记本机"},
    {"alert unknown ca", "管理系统不接受本机：本机的证书不是它签发的，请重新登记本机"},
    {"alert decrypt error", "管理系统不接受本机：本机的证书不是它签发的，请重新登记本机"},
    {"alert bad certificate", "管理系统不接受本机：本机的证书有误，请重新登记本机"},
    {"alert certificate unknown", "管理系统不接受本机：本机的证书有误，请重新登记本机"},
    {"alert unsupported certificate", "管理系统不接受本机：本机的证书用途不对，请重新登记本机"},
    {"alert protocol version", "对方不支持 TLS 1.3，不是本系统的管理系统，或者版本太旧"},
    {"unsupported protocol", "对方不支持 TLS 1.3，不是本系统的管理系统，或者版本太旧"},
    {"wrong version number", "对方不支持 TLS 1.3，不是本系统的管理系统，或者版本太旧"},
    {"certificate has expired", "管理系统的证书已过期，请系统管理员更换；本机时钟不对时也会这样"},
    {"certificate is not yet valid", "管理系统的证书还没有到生效时间；本机时钟不对时也会这样"},
    {"self-signed certificate in certificate chain",
     "管理系统的证书不是本机所认的机构签发的：可能不是真的管理系统"},
    {"self-signed certificate", "管理系统的证书是自己签的，不能相信：可能不是真的管理系统"},
    {"unable to get local issuer", "管理系统的证书不是本机所认的机构签发的：可能不是真的管理系统"},
    {"certificate signature failure", "管理系统的证书不是本机所认的机构签发的：可能不是真的管理系统"},
    // Another authority of the same name: its signature is none of the right one's.
    {"asn1 encoding routines::EVP lib", "管理系统的证书不是本机所认的机构签发的：可能不是真的管理系统"},
    {"unsuitable certificate purpose", "管理系统的证书用途不对：可能不是真的管理系统"},
    {"does not match target host name", "管理系统的证书不是这个地址的，请核对地址"},
    {"no alternative certificate subject name", "管理系统的证书不是这个地址的，请核对地址"},
});

}  // namespace

std::string tls_words(std::string_view words) {
  for (auto const& saying : sayings) {
    if (words.find(saying.part) == std::string_view::npos) continue;
    return std::string{saying.chinese} + "（" + std::string{words} + "）";
  }
  return std::string{words};
}

}  // namespace ce::drivers

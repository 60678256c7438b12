#pragma once

struct ssl_ctx_st;

namespace ce::drivers {

/// A kiosk whose battery is empty starts years ago, where central's certificate has not begun yet; it would
/// never hear from central what time it is. That a certificate has begun protects nobody: who has it has it.
/// That it has not ended is still asked, with all the rest. For a context that verifies whom it meets.
void take_what_has_not_begun(ssl_ctx_st& context);

}  // namespace ce::drivers

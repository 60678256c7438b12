#pragma once

#include <string_view>

namespace ce::web {

/// The style sheet of the verification page: deep official red and warm paper, large type, dark mode, targets
/// of at least 48 px, contrast over 7:1.
inline constexpr std::string_view verify_style = R"(
:root{--ink:#1d1b19;--soft:#5b544d;--paper:#f6f2ec;--card:#fff;--line:#e4dcd0;--red:#a3171b;--deep:#7c0d12;
--gold:#d9a441;--good:#0f6b3f;--goodbg:#e8f5ee;--bad:#a3171b;--badbg:#fcebea;--none:#5b544d;--nonebg:#f1ece4}
@media(prefers-color-scheme:dark){:root{--ink:#f3eee7;--soft:#c3bab0;--paper:#181513;--card:#231f1c;--line:#3b3530;
--red:#c93338;--deep:#5d0a0e;--good:#7fd6a8;--goodbg:#12301f;--bad:#ff9d97;--badbg:#3a1615;--none:#c3bab0;
--nonebg:#2c2723}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",
"WenQuanYi Micro Hei",sans-serif}
header{background:linear-gradient(160deg,#a3171b,var(--deep));color:#fff;padding:40px 20px 72px;text-align:center;
border-bottom:4px solid var(--gold)}
h1{margin:0;font-size:28px;letter-spacing:.08em}
header p{margin:6px 0 0;font-size:16px;opacity:.95}
main{max-width:560px;margin:-44px auto 0;padding:0 16px}
.card{background:var(--card);border-radius:16px;padding:22px 20px;margin:0 0 16px;border:1px solid var(--line);
box-shadow:0 6px 24px rgba(60,20,10,.10)}
label{display:block;font-weight:600;margin:0 0 8px}
.line{display:flex;gap:10px}
input{flex:1;min-width:0;min-height:52px;font:inherit;font-size:20px;padding:0 14px;border:2px solid var(--line);
border-radius:10px;background:transparent;color:inherit;font-variant-numeric:tabular-nums}
input:focus-visible{outline:3px solid var(--gold);border-color:var(--red)}
button{min-height:52px;padding:0 24px;font:inherit;font-weight:600;color:#fff;background:var(--red);border:0;
border-radius:10px;cursor:pointer}
button:focus-visible{outline:3px solid var(--gold);outline-offset:2px}
button:active{background:var(--deep)}
.badge{display:flex;align-items:center;gap:16px;padding:14px 16px;border-radius:12px;margin-bottom:14px}
.badge svg{flex:none;width:52px;height:52px;padding:8px;border-radius:50%;fill:none;stroke:#fff;stroke-width:3.5;
stroke-linecap:round;stroke-linejoin:round}
.badge strong{font-size:23px;line-height:1.3}
.badge p{margin:2px 0 0;font-size:16px;color:var(--soft)}
.good{background:var(--goodbg)}.good strong{color:var(--good)}.good svg{background:#0f6b3f}
.bad{background:var(--badbg)}.bad strong{color:var(--bad)}.bad svg{background:#a3171b}
.none{background:var(--nonebg)}.none strong{color:var(--none)}.none svg{background:#6b625a}
dl{display:grid;grid-template-columns:auto 1fr;margin:0}
dt,dd{padding:11px 0;border-bottom:1px solid var(--line);margin:0}
dt{color:var(--soft);padding-right:20px;white-space:nowrap}
dd{font-weight:600;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.badge:last-child{margin-bottom:0}
dl dt:last-of-type,dl dd:last-of-type{border-bottom:0}
dl+.badge{margin-top:18px}
.name{margin-top:18px}
.copy{margin:14px 0 -8px;font-size:16px}.copy a{display:inline-block;line-height:48px}
footer{max-width:560px;margin:0 auto;padding:8px 20px 40px;font-size:15px;color:var(--soft);text-align:center}
a{color:inherit}
)";

}  // namespace ce::web

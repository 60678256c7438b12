#include "central/web/verify_parts.h"

#include "central/web/html.h"
#include "central/web/verify_style.h"

namespace ce::web::verify {

std::string badge(std::string_view kind, std::string_view drawing, std::string_view headline,
                  std::string_view below) {
  std::string html = "<div class=\"badge ";
  html.append(kind)
      .append("\" role=\"status\"><svg viewBox=\"0 0 32 32\" aria-hidden=\"true\">")
      .append(drawing);
  html.append("</svg><div><strong>").append(headline).append("</strong><p>").append(below);
  return html.append("</p></div></div>");
}

std::string row(std::string_view label, std::string_view value) {
  std::string html = "<dt>";
  return html.append(label).append("</dt><dd>").append(escape(value)).append("</dd>");
}

std::string blanks(std::vector<std::string> const& numbers) {
  if (numbers.empty()) return {};
  std::string all;
  for (auto const& one : numbers) all.append(all.empty() ? "" : "、").append(one);
  return row("证书纸 N0", all + "（终端已登记）");
}

std::string grouped(std::string const& number) {
  if (number.size() != 14) return number;
  return number.substr(0, 6) + " " + number.substr(6, 2) + " " + number.substr(8);
}

std::string holders_copy(int year) {
  return "<p class=\"copy\">您是持证人？<a href=\"/console/year?year=" + std::to_string(year) +
         "\">登录后下载电子证书</a></p>";
}

std::string trouble(FailureCode code) {
  std::string_view words = "系统繁忙，请稍后再试。";
  if (code == FailureCode::certificate_number_invalid)
    words = "证书编号为14位数字，以44开头，请核对后重新输入。";
  if (code == FailureCode::too_many_requests) words = "查询过于频繁，请一分钟后再试。";
  return "<section class=\"card\">" + badge("none", question, "无法查询", words) + "</section>";
}

std::string number_form(std::string const& typed) {
  return "<form method=\"get\" action=\"/verify\" class=\"card\"><label for=\"number\">证书编号</label>"
         "<div class=\"line\"><input id=\"number\" name=\"number\" inputmode=\"numeric\" maxlength=\"24\" "
         "required "
         "autocomplete=\"off\" placeholder=\"14位数字\" value=\"" +
         escape(typed) + "\"><button>查询</button></div></form>";
}

std::string page_of(std::string_view content) {
  std::string html =
      "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width,initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\"><meta "
      "name=\"robots\" content=\"noindex\"><title>证书查验 · 广东省专业技术人员继续教育</title><style>";
  html.append(verify_style);
  html +=
      "</style></head><body><header><h1>继续教育证书查验</h1><p>广东省专业技术人员继续教育管理系统</p></"
      "header>"
      "<main>";
  html.append(content);
  html +=
      "</main><footer>查验结果以本系统登记为准。伪造、变造、租借证书的，依规处理。咨询电话 "
      "<a href=\"tel:12333\">12333</a></footer></body></html>";
  return html;
}

}  // namespace ce::web::verify

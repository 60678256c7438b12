#include "browser.h"

#include "central/web/html.h"

namespace ce::tests {

std::string hidden_value(Answer const& page, std::string const& name) {
  auto const lead = "name=\"" + name + "\" value=\"";
  auto const at = page.body.find(lead);
  if (at == std::string::npos) return {};
  auto const from = at + lead.size();
  return page.body.substr(from, page.body.find('"', from) - from);
}

std::string form_text(std::vector<std::pair<std::string, std::string>> const& members) {
  std::string text;
  for (auto const& [name, value] : members) {
    if (!text.empty()) text += '&';
    text += web::url_text(name) + '=' + web::url_text(value);
  }
  return text;
}

std::string Browser::headers() const {
  return (cookie.empty() ? std::string{} : "Cookie: " + cookie + "\r\n") + more;
}

Answer Browser::keep(Answer answer) {
  auto const set = answer.headers.find("set-cookie");
  if (set != answer.headers.end()) cookie = set->second.substr(0, set->second.find(';'));
  return answer;
}

Answer Browser::get(std::string const& target) {
  return keep(central_->ask(request("GET", target, headers())));
}

Answer Browser::post(std::string const& target,
                     std::vector<std::pair<std::string, std::string>> const& members) {
  auto const type = "Content-Type: application/x-www-form-urlencoded\r\n";
  return keep(central_->ask(request("POST", target, headers() + type, form_text(members))));
}

Answer Browser::upload(std::string const& target, std::string const& field, std::string const& file_name,
                       std::string const& bytes, std::vector<std::pair<std::string, std::string>> members) {
  members.emplace_back("csrf", csrf());
  std::string body;
  for (auto const& [name, value] : members)
    body += "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  body += "--XX\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + file_name +
          "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n--XX--\r\n";
  auto const type = "Content-Type: multipart/form-data; boundary=XX\r\n";
  return keep(central_->ask(request("POST", target, headers() + type, body)));
}

Answer Browser::sign_in(std::string const& login, std::string const& password, std::string const& next) {
  return post("/console/sign-in", {{"login", login}, {"password", password}, {"next", next}});
}

std::string Browser::csrf() {
  return hidden_value(get("/console/password"), "csrf");
}

}  // namespace ce::tests
